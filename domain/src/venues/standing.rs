//! How somebody stands to a venue: what they may do with it follows from this alone. Everybody sees every venue.

use crate::clubs::ClubRole;
use crate::refusal::Refusal;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    pub signed_in: bool,
    /// Whether they look after the whole site.
    pub admin: bool,
    /// Whether it was they who added it.
    pub creator: bool,
    /// What they are in the club it belongs to.
    pub club_role: Option<ClubRole>,
}

impl Standing {
    /// Whoever changes what it says, draws its plan, and deletes it.
    pub fn looks_after_it(self) -> bool {
        self.admin || self.creator || self.club_role.is_some_and(ClubRole::runs_the_club)
    }

    pub fn must_look_after_it(self) -> Result<(), Refusal> {
        match (self.looks_after_it(), self.signed_in) {
            (true, _) => Ok(()),
            (false, true) => Err(Refusal::NotAllowed),
            (false, false) => Err(Refusal::SignInRequired),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ClubRole, Standing};
    use crate::refusal::Refusal;

    #[test]
    fn its_creator_the_officers_of_its_club_and_admins_look_after_a_venue() {
        let visitor = Standing::default();
        let stranger = Standing { signed_in: true, ..visitor };
        let of_the_club = |role| Standing { club_role: Some(role), ..stranger };
        for may in [
            Standing { admin: true, ..stranger },
            Standing { creator: true, ..stranger },
            of_the_club(ClubRole::Officer),
            of_the_club(ClubRole::Owner),
        ] {
            assert_eq!(may.must_look_after_it(), Ok(()));
        }
        assert_eq!(visitor.must_look_after_it(), Err(Refusal::SignInRequired));
        assert_eq!(stranger.must_look_after_it(), Err(Refusal::NotAllowed));
        assert_eq!(of_the_club(ClubRole::Member).must_look_after_it(), Err(Refusal::NotAllowed));
    }
}
