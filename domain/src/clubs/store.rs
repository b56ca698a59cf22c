//! All the SQL of the clubs slice, by table. Lists of people read `user_account` beside ours, so that suspended people
//! and those who hide themselves are left out before the pages are counted.

pub(super) mod clubs;
pub(super) mod invitations;
pub(super) mod members;
pub(super) mod posts;
pub(super) mod public;
