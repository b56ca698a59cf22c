//! The server functions of the venues' pages, with the columns of the venues.

use super::table::{Line, function};
use super::venues::{AnyVenue, SIGNED_IN, THOSE_WHO_LOOK_AFTER_IT};

/// A page is drawn for whoever may not be who they say, too: as for a visitor.
const EVERYBODY: [u16; 9] = [200; 9];
/// Of those who may add one: organizers, and officers of a club.
const THOSE_WHO_ADD: [u16; 9] = [401, 403, 200, 403, 200, 403, 200, 401, 401];
const VENUE: &str = "venue_id={id}";
const EDIT: &str = "venue_id={id}&name=Other&address=&city=&time_zone=UTC&club_id={club_id}&version=1";
const FREE: &str = "venue_id={id}&name=Other&address=&city=&time_zone=UTC&version=1";

#[rustfmt::skip]
pub const TABLE: &[Line<AnyVenue>] = &[
    //                                                                      visitor stranger elsewhere creator officer member admin suspended expired
    function("venues/list_venues", "",                                        EVERYBODY),
    function("venues/list_venues", "show=mine",                               SIGNED_IN),
    function("venues/load_venue_page", VENUE,                                 EVERYBODY),
    function("venues/load_venue_form", "",                                    THOSE_WHO_ADD),
    function("venues/load_venue_form", VENUE,                                 THOSE_WHO_LOOK_AFTER_IT),
    function("venues/load_plan_editor", VENUE,                                THOSE_WHO_LOOK_AFTER_IT),
    function("venues/create_venue", "name=Gym&time_zone=UTC",                 [401, 403, 200, 403, 403, 403, 200, 401, 401]),
    function("venues/create_venue", "name=Gym&time_zone=UTC&club_id={club_id}", [401, 403, 403, 403, 200, 403, 403, 401, 401]),
    function("venues/edit_venue", EDIT,                                       THOSE_WHO_LOOK_AFTER_IT),
    function("venues/edit_venue", FREE,                                       [401, 403, 403, 200, 403, 403, 200, 401, 401]),
    function("venues/delete_venue", VENUE,                                    THOSE_WHO_LOOK_AFTER_IT),
];
