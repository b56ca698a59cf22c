//! What every way of saying an event's facts has in common.

use crate::events::check_times;
use crate::ids::ClubId;
use crate::refusal::Problems;
use crate::time::Timestamp;

pub use crate::money::parse_currency;
pub use crate::time::parse_zone;

/// What only shows when the facts are looked at together.
pub fn check_together(
    problems: &mut Problems,
    starts_at: Timestamp,
    ends_at: Timestamp,
    club_id: Option<ClubId>,
    members_only: bool,
) {
    problems.check("ends_at", check_times(starts_at, ends_at));
    check_members(problems, club_id, members_only);
}

pub fn check_members(problems: &mut Problems, club_id: Option<ClubId>, members_only: bool) {
    if members_only && club_id.is_none() {
        problems.check::<()>("members_only", Err("Only an event of a club can be for its members.".into()));
    }
}
