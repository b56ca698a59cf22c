//! From what the use cases answer to what pages show.

use domain::accounts::Caller;
use domain::clubs::{Club, ClubRole, InvitationView, MemberView, PostView, Standing};

use super::{ClubShown, InvitationShown, MemberShown, PostShown, Rights};
use crate::reader::Reader;

pub fn club(club: Club, caller: Option<Caller>, reader: &Reader) -> ClubShown {
    let standing = Standing {
        signed_in: caller.is_some(),
        admin: caller.is_some_and(|caller| caller.role.can_manage_clubs()),
        role: club.my_role,
    };
    let can = Rights {
        sign_in_first: !standing.signed_in,
        judge: standing.admin,
        run: standing.runs_the_club(),
        describe: standing.may_describe(),
        decide: standing.may_decide(),
        hand_over: standing.owns_the_club(),
        see_members: standing.sees_members(club.members_visible),
    };
    ClubShown { since: reader.date(club.created_at), club, can }
}

pub fn member(view: MemberView, caller: Option<Caller>, my_role: Option<ClubRole>, reader: &Reader) -> MemberShown {
    let is_me = caller.is_some_and(|caller| caller.user_id == view.user_id);
    let standing = Standing { role: my_role, ..Standing::default() };
    MemberShown {
        user_id: view.user_id,
        username: view.username,
        display_name: view.display_name,
        picture_id: view.picture_id,
        role: view.role,
        message: view.message,
        since: reader.date(view.since),
        is_me,
        removable: !is_me && standing.may_remove(view.role),
    }
}

pub fn invitation(view: InvitationView, reader: &Reader) -> InvitationShown {
    InvitationShown { id: view.id, email: view.email, since: reader.date(view.created_at) }
}

pub fn post(view: PostView, reader: &Reader) -> PostShown {
    PostShown {
        id: view.id,
        club_id: view.club_id,
        title: view.title,
        body: view.body,
        members_only: view.members_only,
        author: view.author,
        at: reader.moment(view.created_at),
        edited: view.edited_at.is_some(),
        version: view.version,
    }
}
