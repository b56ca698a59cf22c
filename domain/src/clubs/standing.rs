//! How somebody stands to a club: what they may see and do there follows from this alone.

use super::{ClubRole, ClubStatus, MembersVisible};
use crate::refusal::Refusal;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    pub signed_in: bool,
    /// Whether they look after the whole site.
    pub admin: bool,
    /// Nothing for those who do not belong to the club, or only asked to.
    pub role: Option<ClubRole>,
}

impl Standing {
    /// Until it is approved, a club is a matter between its members and the admins.
    pub fn sees(self, status: ClubStatus) -> bool {
        status == ClubStatus::Approved || self.is_inside()
    }

    /// Whether what is for members only is for them.
    pub fn is_inside(self) -> bool {
        self.admin || self.role.is_some()
    }

    pub fn sees_members(self, visible: MembersVisible) -> bool {
        match visible {
            MembersVisible::Everyone => true,
            MembersVisible::Members => self.is_inside(),
            MembersVisible::Officers => self.sees_requests(),
        }
    }

    pub fn sees_requests(self) -> bool {
        self.admin || self.runs_the_club()
    }

    /// Admins look after the site, not after its clubs: members, invitations and posts are not theirs to manage.
    pub fn runs_the_club(self) -> bool {
        self.role.is_some_and(ClubRole::runs_the_club)
    }

    pub fn owns_the_club(self) -> bool {
        self.role == Some(ClubRole::Owner)
    }

    /// What the club says about itself.
    pub fn may_describe(self) -> bool {
        self.admin || self.runs_the_club()
    }

    /// Its name, who may join, who sees its members, and whether it exists.
    pub fn may_decide(self) -> bool {
        self.admin || self.owns_the_club()
    }

    pub fn may_remove(self, other: ClubRole) -> bool {
        match self.role {
            Some(ClubRole::Owner) => true,
            Some(ClubRole::Officer) => other == ClubRole::Member,
            Some(ClubRole::Member) | None => false,
        }
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
    use super::{ClubRole, ClubStatus, MembersVisible, Standing};
    use crate::refusal::Refusal;

    const VISITOR: Standing = Standing { signed_in: false, admin: false, role: None };
    const STRANGER: Standing = Standing { signed_in: true, ..VISITOR };
    const ADMIN: Standing = Standing { admin: true, ..STRANGER };
    const MEMBER: Standing = Standing { role: Some(ClubRole::Member), ..STRANGER };
    const OFFICER: Standing = Standing { role: Some(ClubRole::Officer), ..STRANGER };
    const OWNER: Standing = Standing { role: Some(ClubRole::Owner), ..STRANGER };
    const ALL: [Standing; 6] = [VISITOR, STRANGER, MEMBER, OFFICER, OWNER, ADMIN];

    fn who(may: impl Fn(Standing) -> bool) -> Vec<Standing> {
        ALL.into_iter().filter(|standing| may(*standing)).collect()
    }

    #[test]
    fn a_club_that_is_not_approved_is_seen_from_inside_only() {
        assert_eq!(who(|standing| standing.sees(ClubStatus::Approved)), ALL);
        for status in [ClubStatus::Pending, ClubStatus::Rejected] {
            assert_eq!(who(|standing| standing.sees(status)), [MEMBER, OFFICER, OWNER, ADMIN]);
        }
    }

    #[test]
    fn the_members_are_seen_by_whom_the_owner_chose() {
        assert_eq!(who(|standing| standing.sees_members(MembersVisible::Everyone)), ALL);
        assert_eq!(who(|standing| standing.sees_members(MembersVisible::Members)), [MEMBER, OFFICER, OWNER, ADMIN]);
        assert_eq!(who(|standing| standing.sees_members(MembersVisible::Officers)), [OFFICER, OWNER, ADMIN]);
    }

    #[test]
    fn officers_run_the_club_and_the_owner_decides_about_it() {
        assert_eq!(who(Standing::runs_the_club), [OFFICER, OWNER]);
        assert_eq!(who(Standing::may_describe), [OFFICER, OWNER, ADMIN]);
        assert_eq!(who(Standing::may_decide), [OWNER, ADMIN]);
        assert_eq!(who(Standing::owns_the_club), [OWNER]);
    }

    #[test]
    fn officers_remove_members_and_the_owner_anybody() {
        assert_eq!(who(|standing| standing.may_remove(ClubRole::Member)), [OFFICER, OWNER]);
        assert_eq!(who(|standing| standing.may_remove(ClubRole::Officer)), [OWNER]);
    }

    #[test]
    fn a_visitor_is_asked_to_sign_in_before_being_turned_away() {
        assert_eq!(VISITOR.must(Standing::is_inside), Err(Refusal::SignInRequired));
        assert_eq!(STRANGER.must(Standing::is_inside), Err(Refusal::NotAllowed));
        assert_eq!(MEMBER.must(Standing::is_inside), Ok(()));
    }
}
