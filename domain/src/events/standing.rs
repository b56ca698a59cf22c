//! How somebody stands to an event: what they may see and do there follows from this alone.

use crate::clubs::ClubRole;
use crate::refusal::Refusal;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    pub signed_in: bool,
    /// Whether they look after the whole site.
    pub admin: bool,
    /// Whether it was they who made it.
    pub creator: bool,
    /// What they are in the club that puts it on.
    pub club_role: Option<ClubRole>,
}

/// What decides whom an event is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exposure {
    /// Whether it was ever published: one that was cancelled after that is still told about.
    pub was_published: bool,
    pub members_only: bool,
}

impl Standing {
    /// Whoever changes it, publishes it, cancels it, and is shown everything about it.
    pub fn runs_it(self) -> bool {
        self.admin || self.creator || self.club_role.is_some_and(ClubRole::runs_the_club)
    }

    /// A draft is a matter of those who run it; what is for members only is for them, too.
    pub fn sees(self, event: Exposure) -> bool {
        self.runs_it() || (event.was_published && (!event.members_only || self.club_role.is_some()))
    }

    pub fn must(self, allowed: impl FnOnce(Self) -> bool) -> Result<(), Refusal> {
        match (allowed(self), self.signed_in) {
            (true, _) => Ok(()),
            (false, true) => Err(Refusal::NotAllowed),
            // Signing in may be all that is missing.
            (false, false) => Err(Refusal::SignInRequired),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ClubRole, Exposure, Standing};
    use crate::refusal::Refusal;

    const VISITOR: Standing = Standing { signed_in: false, admin: false, creator: false, club_role: None };
    const STRANGER: Standing = Standing { signed_in: true, ..VISITOR };
    const CREATOR: Standing = Standing { creator: true, ..STRANGER };
    const MEMBER: Standing = Standing { club_role: Some(ClubRole::Member), ..STRANGER };
    const OFFICER: Standing = Standing { club_role: Some(ClubRole::Officer), ..STRANGER };
    const OWNER: Standing = Standing { club_role: Some(ClubRole::Owner), ..STRANGER };
    const ADMIN: Standing = Standing { admin: true, ..STRANGER };
    const ALL: [Standing; 7] = [VISITOR, STRANGER, MEMBER, CREATOR, OFFICER, OWNER, ADMIN];

    fn who(may: impl Fn(Standing) -> bool) -> Vec<Standing> {
        ALL.into_iter().filter(|standing| may(*standing)).collect()
    }

    #[test]
    fn its_creator_the_officers_of_its_club_and_admins_run_an_event() {
        assert_eq!(who(Standing::runs_it), [CREATOR, OFFICER, OWNER, ADMIN]);
    }

    #[test]
    fn a_draft_is_seen_by_those_who_run_it_and_what_is_for_members_by_members_too() {
        let seen = |was_published, members_only| who(|who| who.sees(Exposure { was_published, members_only }));
        assert_eq!(seen(true, false), ALL);
        assert_eq!(seen(true, true), [MEMBER, CREATOR, OFFICER, OWNER, ADMIN]);
        assert_eq!(seen(false, false), [CREATOR, OFFICER, OWNER, ADMIN]);
        assert_eq!(seen(false, true), [CREATOR, OFFICER, OWNER, ADMIN]);
    }

    #[test]
    fn a_visitor_is_asked_to_sign_in_before_being_turned_away() {
        assert_eq!(VISITOR.must(Standing::runs_it), Err(Refusal::SignInRequired));
        assert_eq!(STRANGER.must(Standing::runs_it), Err(Refusal::NotAllowed));
        assert_eq!(CREATOR.must(Standing::runs_it), Ok(()));
    }
}
