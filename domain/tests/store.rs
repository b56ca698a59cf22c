//! What both databases must do alike. Every test here runs on SQLite and on PostgreSQL.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a step that fails, fails its test")]

mod support {
    pub mod people;
    pub mod place;
}

mod suite {
    pub mod accounts;
    pub mod catalogue;
    pub mod catalogue_model;
    pub mod changes;
    pub mod clubs;
    pub mod events;
    pub mod idempotency;
    pub mod journal;
    pub mod promotions;
    pub mod series;
    pub mod types;
    pub mod venues;
}

/// Lists the suite once; each database runs all of it.
macro_rules! on_both {
    ($($module:ident :: $test:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $test() {
                let place = crate::support::place::Place::sqlite().await;
                crate::suite::$module::$test(place.platform.clone(), place.clock.clone()).await;
                place.remove().await;
            })+
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $test() {
                let place = crate::support::place::Place::postgres().await;
                crate::suite::$module::$test(place.platform.clone(), place.clock.clone()).await;
                place.remove().await;
            })+
        }
    };
}

on_both![
    types::what_is_stored_is_what_was_given,
    changes::a_refused_change_leaves_nothing_behind,
    changes::a_change_that_fails_after_writing_spoils_nobody_elses,
    changes::a_panic_in_one_change_is_a_fault_of_that_change_only,
    changes::many_changes_at_once_all_happen_exactly_once,
    changes::a_reading_connection_cannot_write,
    journal::an_entry_is_written_with_its_change_or_not_at_all,
    journal::several_relays_claim_each_entry_exactly_once,
    journal::a_lease_that_ran_out_is_taken_over,
    journal::what_is_published_is_never_claimed_again,
    accounts::one_of_many_wins_a_name,
    accounts::one_of_many_who_rename_themselves_wins_a_name,
    accounts::one_of_many_refreshes_wins_and_the_reuse_ends_the_family,
    accounts::the_last_two_admins_cannot_remove_each_other_at_once,
    accounts::processes_that_start_together_make_one_first_admin,
    accounts::an_address_somebody_else_has_makes_nobody_an_admin,
    accounts::a_link_works_once,
    accounts::the_payment_account_is_opened_once_however_often_the_message_comes,
    accounts::people_are_found_by_any_part_of_their_name_and_paged,
    clubs::what_is_founded_is_what_was_asked_for,
    clubs::one_of_many_founders_wins_a_name,
    clubs::a_name_that_was_freed_goes_to_one_of_those_who_want_it,
    clubs::nobody_has_more_than_five_clubs_waiting_however_fast_they_are,
    clubs::a_club_is_approved_or_rejected_but_never_both,
    clubs::one_of_many_edits_wins,
    clubs::fifty_joins_of_one_person_make_one_member,
    clubs::a_request_is_answered_once,
    clubs::an_owner_who_hands_over_twice_at_once_leaves_one_owner,
    clubs::a_club_keeps_its_owner_whoever_leaves_meanwhile,
    clubs::an_address_is_invited_once_and_no_more_than_a_hundred_are,
    clubs::an_invitation_lets_in_once,
    clubs::other_slices_are_told_what_somebody_is,
    clubs::a_deleted_club_is_nowhere,
    clubs::clubs_are_found_by_any_part_of_name_and_description_and_paged,
    events::one_of_many_wins_the_name_of_a_category,
    events::what_is_put_on_is_what_was_asked_for,
    events::one_of_many_edits_of_an_event_wins,
    events::an_event_is_published_once_and_a_cancelled_one_stays_cancelled,
    events::a_category_is_taken_or_deleted_but_never_both,
    events::sessions_at_once_never_share_a_room,
    events::an_event_has_no_more_sessions_than_it_may,
    events::a_published_event_keeps_its_last_ticket_type,
    series::a_rule_makes_dates_like_the_first,
    series::two_hundred_dates_are_made_in_one_go,
    series::an_event_is_repeated_once,
    series::extensions_at_once_make_no_date_twice,
    series::a_day_that_was_given_up_is_not_made_again,
    series::further_dates_begin_when_the_one_does_they_are_made_from_and_are_of_its_owner,
    series::a_rule_beyond_the_calendar_is_refused,
    series::everything_in_a_date_keeps_its_hour_across_the_change_of_the_clocks,
    series::later_dates_are_moved_by_as_much_unless_they_have_hours_of_their_own,
    series::later_dates_follow_unless_they_say_something_of_their_own,
    series::one_date_that_refuses_keeps_all_as_they_were,
    series::drafts_are_published_together_and_called_off_from_one_on,
    series::whatever_happens_to_dates_at_once_nothing_breaks,
    venues::what_is_added_is_what_was_asked_for,
    venues::a_plan_comes_back_as_it_was_saved,
    venues::of_many_who_save_a_plan_one_makes_the_next_version,
    venues::everybody_who_overwrites_makes_a_version_of_their_own,
    venues::one_of_many_edits_of_a_venue_wins,
    venues::a_venue_is_deleted_or_taken_but_never_both,
    venues::a_version_that_is_being_taken_is_not_forgotten,
    venues::a_plan_is_not_saved_at_a_venue_that_is_gone,
    promotions::what_is_made_is_what_was_asked_for,
    promotions::fifty_takers_share_ten_uses,
    promotions::nobody_takes_a_use_of_what_does_not_hold,
    promotions::one_of_many_wins_a_code,
    promotions::the_own_code_of_an_event_comes_before_one_that_holds_everywhere,
    promotions::one_of_many_edits_of_a_promotion_wins,
    promotions::what_was_promised_stays_once_somebody_used_it,
    promotions::a_promotion_is_used_or_deleted_but_never_both,
    promotions::a_draft_that_is_thrown_away_takes_its_codes_along,
    promotions::codes_are_paged_newest_first,
    promotions::whoever_guesses_has_to_wait,
    promotions::of_many_guesses_at_once_none_is_answered_beyond_the_limit,
    catalogue::words_are_found_without_accents_and_with_a_slip_of_the_fingers,
    catalogue::drafts_never_appear_and_edits_show_at_once,
    catalogue::what_is_for_members_is_found_by_members,
    catalogue::a_club_is_closed_or_something_is_published_for_it_but_never_both,
    catalogue::new_names_of_categories_and_clubs_are_found,
    catalogue::the_new_name_of_a_venue_is_found_at_all_its_events,
    catalogue::prices_and_places_are_those_of_now,
    catalogue::pages_have_no_gaps_and_no_repeats_while_events_are_added,
    catalogue::what_is_listed_is_not_listed_again,
    catalogue::nonsense_is_refused_by_its_field,
    catalogue_model::the_catalogue_finds_what_a_simple_model_finds,
    idempotency::the_first_request_runs_and_repeats_get_its_answer,
    idempotency::of_many_at_once_one_runs,
];
