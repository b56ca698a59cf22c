//! All the SQL of the accounts slice, by table.

pub(super) mod attempts;
pub(super) mod mail_tokens;
pub(super) mod preferences;
pub(super) mod sessions;
pub(super) mod users;
