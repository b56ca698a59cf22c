//! How the pages call what the business knows by a code.

use domain::clubs::{ClubStatus, JoinPolicy, MembersVisible};

pub fn members(count: i64) -> String {
    match count {
        1 => "1 member".into(),
        count => format!("{count} members"),
    }
}

pub fn joining(policy: JoinPolicy) -> &'static str {
    match policy {
        JoinPolicy::Open => "Open to everybody",
        JoinPolicy::Request => "Join by asking",
        JoinPolicy::Invite => "By invitation",
    }
}

pub fn status(status: ClubStatus) -> Option<(&'static str, &'static str)> {
    match status {
        ClubStatus::Pending => Some(("badge warn", "Waits for approval")),
        ClubStatus::Rejected => Some(("badge bad", "Not approved")),
        ClubStatus::Approved => None,
    }
}

/// To those who do not see them.
pub fn who_sees_members(visible: MembersVisible) -> &'static str {
    match visible {
        MembersVisible::Officers => "Who belongs to it is for its officers to see.",
        MembersVisible::Everyone | MembersVisible::Members => "Who belongs to it is for its members to see.",
    }
}

pub const POLICIES: [(&str, &str, &str); 3] = [
    (JoinPolicy::Open.code(), "Everybody", "One click, and they are in."),
    (JoinPolicy::Request.code(), "Whoever asks and is accepted", "Officers see the request and answer it."),
    (JoinPolicy::Invite.code(), "Whoever is invited", "Officers invite by mail address."),
];

pub const SEEING: [(&str, &str, &str); 3] = [
    (MembersVisible::Everyone.code(), "Everybody", "Also people without an account."),
    (MembersVisible::Members.code(), "Members", "People who belong to the club."),
    (MembersVisible::Officers.code(), "Officers", "Only those who run the club."),
];
