//! Who is asking.

use std::net::{IpAddr, Ipv6Addr};

use crate::accounts::Role;
use crate::accounts::store::sessions;
use crate::ids::{SessionId, UserId};
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::Refusal;

/// A signed-in person, as of this request: role and suspension are read anew each time, so that taking a right away
/// works at once and not a quarter of an hour later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caller {
    pub user_id: UserId,
    pub session_id: SessionId,
    pub role: Role,
}

impl Caller {
    pub fn must(self, allowed: impl FnOnce(Role) -> bool) -> Result<(), Refusal> {
        if allowed(self.role) { Ok(()) } else { Err(Refusal::NotAllowed) }
    }
}

/// Where a request comes from, in the words its owner will read in the list of sign-ins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visit {
    pub device: String,
    pub address: String,
}

impl Visit {
    /// Whose tries count together: the smallest network IPv6 has holds more addresses than anybody could be slowed down by.
    pub fn origin(&self) -> String {
        match self.address.parse::<IpAddr>().map(|address| address.to_canonical()) {
            Ok(IpAddr::V6(address)) => Ipv6Addr::from_bits(address.to_bits() >> 64 << 64).to_string(),
            Ok(address) => address.to_string(),
            Err(_) => self.address.clone(),
        }
    }
}

pub async fn identify_caller(platform: &Platform, access_token: &str) -> Outcome<Caller> {
    let claims = platform.access_tokens.read(access_token, platform.clock.now())?;
    let mut tx = platform.read().await?;
    let session = sessions::find_live(&mut tx, claims.sid).await?.ok_or(Refusal::SignInEnded)?;
    if session.user_id != claims.sub {
        return Err(Refusal::SignInEnded.into());
    }
    if session.suspended_at.is_some() {
        return Err(Refusal::AccountSuspended.into());
    }
    Ok(Caller { user_id: session.user_id, session_id: claims.sid, role: session.role })
}

#[cfg(test)]
mod tests {
    use super::Visit;

    fn origin(address: &str) -> String {
        Visit { address: address.to_owned(), ..Visit::default() }.origin()
    }

    #[test]
    fn everybody_behind_one_line_of_ipv6_counts_together_and_neighbours_do_not() {
        assert_eq!(origin("2001:db8:1:2::7"), origin("2001:db8:1:2:ffff::1"));
        assert_ne!(origin("2001:db8:1:2::7"), origin("2001:db8:1:3::7"));
        assert_ne!(origin("192.0.2.1"), origin("192.0.2.2"));
        assert_eq!(origin("::ffff:192.0.2.1"), origin("192.0.2.1"));
        assert_eq!(origin(""), "");
    }
}
