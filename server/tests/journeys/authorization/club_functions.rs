//! The server functions of the clubs' pages, with the columns of the clubs.

use super::clubs::{INSIDE, Status};
use super::table::{Line, function};

/// A page is drawn for whoever may not be who they say, too: as for a visitor.
const EVERYBODY: [u16; 9] = [200; 9];
const HIDDEN: [u16; 9] = [404, 404, 404, 404, 200, 404, 200, 404, 404];
const OFFICERS: [u16; 9] = [401, 403, 403, 200, 200, 403, 403, 401, 401];
const OWNER: [u16; 9] = [401, 403, 403, 403, 200, 403, 403, 401, 401];
const MEMBER: &str = "club_id={id}&user_id={user_id}";
const CLUB: &str = "club_id={id}";
const EDIT_ALL: &str = "club_id={id}&name=Other&description=&join_policy=open&members_visible=members&version=3";
const WRITE: &str = "club_id={id}&title=News&body=Some";
const REWRITE: &str = "club_id={id}&post_id={post_id}&title=News&body=Other&version=1";

#[rustfmt::skip]
pub const TABLE: &[Line<Status>] = &[
    //                                                                 visitor stranger member officer owner elsewhere admin suspended expired
    function("clubs/list_clubs", "",                                        EVERYBODY),
    function("clubs/list_clubs", "show=mine",                               [401, 200, 200, 200, 200, 200, 200, 401, 401]),
    function("clubs/list_clubs", "show=pending",                            [401, 403, 403, 403, 403, 403, 200, 401, 401]),
    function("clubs/load_club", CLUB,                                       EVERYBODY),
    function("clubs/load_club", CLUB,                                       HIDDEN).pending(),
    function("clubs/load_club_page", CLUB,                                  EVERYBODY),
    function("clubs/load_club_page", CLUB,                                  HIDDEN).rejected(),
    function("clubs/load_members", CLUB,                                    INSIDE),
    function("clubs/load_post_form", CLUB,                                  OFFICERS),
    function("clubs/load_post_form", "club_id={id}&post_id={post_id}",      OFFICERS),
    function("clubs/found_club", "name=New $who",                           [401, 200, 200, 200, 200, 200, 200, 401, 401]),
    function("clubs/edit_club", "club_id={id}&description=Other&version=3", [401, 403, 403, 200, 200, 403, 200, 401, 401]),
    function("clubs/edit_club", EDIT_ALL,                                   [401, 403, 403, 403, 200, 403, 200, 401, 401]),
    function("clubs/remove_club_picture", CLUB,                             [401, 403, 403, 200, 200, 403, 200, 401, 401]),
    function("clubs/resubmit_club", CLUB,                                   [401, 404, 404, 404, 200, 404, 403, 401, 401]).rejected(),
    function("clubs/approve_club", CLUB,                                    [401, 403, 403, 403, 403, 403, 200, 401, 401]).pending(),
    function("clubs/reject_club", "club_id={id}&reason=No",                 [401, 403, 403, 403, 403, 403, 200, 401, 401]).pending(),
    function("clubs/delete_club", CLUB,                                     [401, 403, 403, 403, 200, 403, 200, 401, 401]),
    function("clubs/join_club", CLUB,                                       [401, 200, 409, 409, 409, 200, 200, 401, 401]),
    function("clubs/leave_club", CLUB,                                      [401, 404, 200, 200, 409, 404, 404, 401, 401]),
    function("clubs/accept_member", MEMBER,                                 OFFICERS),
    function("clubs/decline_member", MEMBER,                                OFFICERS),
    function("clubs/change_member_role", "club_id={id}&user_id={user_id}&role=officer", OWNER),
    function("clubs/remove_member", MEMBER,                                 OFFICERS),
    function("clubs/invite_to_club", "club_id={id}&email=eva@example.org",  OFFICERS),
    function("clubs/withdraw_invitation", "club_id={id}&invitation_id={invitation_id}", OFFICERS),
    function("clubs/publish_post", WRITE,                                   OFFICERS),
    function("clubs/edit_post", REWRITE,                                    OFFICERS),
    function("clubs/remove_post", "club_id={id}&post_id={post_id}",         OFFICERS),
];
