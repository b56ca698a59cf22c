//! The server functions of the events' pages, with the columns of the events.

use super::events::Made;
use super::table::{Line, function};

/// A page is drawn for whoever may not be who they say, too: as for a visitor.
const EVERYBODY: [u16; 9] = [200; 9];
const HIDDEN: [u16; 9] = [404, 404, 404, 200, 200, 404, 200, 404, 404];
const INSIDE: [u16; 9] = [404, 404, 404, 200, 200, 200, 200, 404, 404];
const SIGNED_IN: [u16; 9] = [401, 200, 200, 200, 200, 200, 200, 401, 401];
const RUN: [u16; 9] = [401, 403, 403, 200, 200, 403, 200, 401, 401];
const RUN_DRAFT: [u16; 9] = [401, 404, 404, 200, 200, 404, 200, 401, 401];
const EVENT: &str = "event_id={id}";
const NEW: &str = "title=New&starts_at=2027-01-01T18:00&ends_at=2027-01-01T20:00&time_zone=UTC&currency=EUR";
const CLUB: &str =
    "title=New&starts_at=2027-01-01T18:00&ends_at=2027-01-01T20:00&time_zone=UTC&currency=EUR&club_id={club_id}";
const EDIT: &str = "event_id={id}&title=Other&starts_at=2026-12-01T18:00&ends_at=2026-12-01T21:00&was_starts_at=&was_ends_at=&time_zone=UTC&version=2&location=Hall&capacity=50&club_id={club_id}";
const TICKET: &str = "event_id={id}&name=Other&price=12.50&currency=EUR&time_zone=UTC";
const TICKET_EDIT: &str =
    "event_id={id}&ticket_type_id={ticket_type_id}&name=Other&price=12.50&currency=EUR&time_zone=UTC&version=1";
const QUOTA: &str = "event_id={id}&name=Floor&size=40&tickets[0]={ticket_type_id}&tickets[1]={other_ticket_type_id}";
const QUOTA_EDIT: &str = "event_id={id}&quota_id={quota_id}&version=1&name=Floor&size=40&tickets[0]={ticket_type_id}&tickets[1]={other_ticket_type_id}";
const SESSION: &str = "event_id={id}&title=Talk&starts_at=2026-12-01T18:40&ends_at=2026-12-01T19:00&time_zone=UTC";
const SESSION_EDIT: &str = "event_id={id}&session_id={session_id}&title=Talk&starts_at=2026-12-01T18:40&ends_at=2026-12-01T19:00&time_zone=UTC&version=1";
const REPEAT: &str = "event_id={id}&rule=FREQ=WEEKLY;COUNT=3&except[0]=2026-12-08";
const PREVIEW: &str = "event_id={id}&every=1&unit=month&on=weekday&ends=times&times=5";
const AGAIN: &str = "event_id={id}&starts_at=2027-01-01T18:00&time_zone=UTC";

#[rustfmt::skip]
pub const TABLE: &[Line<Made>] = &[
    //                                                            visitor stranger elsewhere creator officer member admin suspended expired
    function("events/find_events", "",                              EVERYBODY),
    function("events/find_events", "mine=true",                     SIGNED_IN),
    function("events/find_month", "",                               EVERYBODY),
    function("events/find_month", "mine=true",                      SIGNED_IN),
    function("events/load_front_page", "",                          EVERYBODY),
    function("events/load_event_page", EVENT,                       EVERYBODY),
    function("events/load_event_page", EVENT,                       HIDDEN).draft(),
    function("events/load_event_page", EVENT,                       INSIDE).members_only(),
    function("events/list_my_events", "",                           SIGNED_IN),
    function("events/load_event_form", "",                          SIGNED_IN),
    function("events/load_event_form", EVENT,                       RUN),
    function("events/load_managed_event", EVENT,                    RUN),
    function("events/load_managed_event", EVENT,                    RUN_DRAFT).draft(),
    function("events/create_event", NEW,                            [401, 403, 200, 403, 403, 403, 200, 401, 401]),
    function("events/create_event", CLUB,                           [401, 403, 403, 403, 200, 403, 403, 401, 401]),
    function("events/edit_event", EDIT,                             RUN),
    function("events/publish_event", EVENT,                         RUN_DRAFT).draft(),
    function("events/cancel_event", "event_id={id}&reason=Rain.",   RUN),
    function("events/delete_event", EVENT,                          RUN_DRAFT).draft(),
    function("events/clone_event", AGAIN,                           [401, 403, 403, 403, 200, 403, 403, 401, 401]),
    function("events/load_repeat_form", EVENT,                      RUN),
    function("events/load_repeat_form", PREVIEW,                    RUN_DRAFT).draft(),
    function("events/repeat_event", REPEAT,                         [401, 403, 403, 403, 200, 403, 403, 401, 401]),
    function("events/extend_series", "event_id={id}&until=2027-01-31", [401, 403, 403, 403, 200, 403, 403, 401, 401]).repeated(),
    function("events/publish_dates", EVENT,                         RUN_DRAFT).repeated().draft(),
    function("events/skip_date", "event_id={id}&date={date}",       RUN).repeated(),
    function("events/edit_following", "event_id={id}&title=Other&version=2&location=Hall&capacity=50", RUN).repeated(),
    function("events/cancel_following", "event_id={id}&reason=Rain.", RUN).repeated(),
    function("events/leave_series", EVENT,                          RUN_DRAFT).repeated().draft(),
    function("events/remove_event_picture", EVENT,                  RUN),
    function("events/load_quota_form", EVENT,                       RUN),
    function("events/load_quota_form", "event_id={id}&quota_id={quota_id}", RUN_DRAFT).draft(),
    function("events/save_quota", QUOTA,                            RUN),
    function("events/save_quota", QUOTA_EDIT,                       RUN_DRAFT).draft(),
    function("events/delete_quota", "event_id={id}&quota_id={quota_id}", RUN_DRAFT).draft(),
    function("events/load_ticket_form", EVENT,                      RUN),
    function("events/load_ticket_form", "event_id={id}&ticket_type_id={ticket_type_id}", RUN),
    function("events/save_ticket_type", TICKET,                     RUN),
    function("events/save_ticket_type", TICKET_EDIT,                RUN_DRAFT).draft(),
    function("events/delete_ticket_type", "event_id={id}&ticket_type_id={ticket_type_id}", RUN_DRAFT).draft(),
    function("events/load_agenda_form", EVENT,                      RUN),
    function("events/load_agenda_form", "event_id={id}&session_id={session_id}", RUN),
    function("events/save_session", SESSION,                        RUN),
    function("events/save_session", SESSION_EDIT,                   RUN_DRAFT).draft(),
    function("events/delete_session", "event_id={id}&session_id={session_id}", RUN),
];
