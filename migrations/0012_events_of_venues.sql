-- A venue that was given another name is found by it at each of its events.
create index event_of_venue on event (venue_id, event_id) where venue_id is not null;
