//! So many altogether of several kinds of ticket.

use serde::{Deserialize, Serialize};

use super::ticket_type::{QUOTA_MAX, parse_count};
use crate::ids::{SharedQuotaId, TicketTypeId};
use crate::text::parse_line;

pub const SHARED_QUOTAS_MAX: usize = 20;
pub const SHARED_QUOTA_NAME_MAX_CHARS: usize = 80;

/// A change to one, or all there is to say of a new one. What is left out stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SharedQuotaEdit {
    pub name: Option<String>,
    pub size: Option<i64>,
    pub ticket_type_ids: Option<Vec<TicketTypeId>>,
    /// The version that was edited; when it is no longer the newest, the edit is refused.
    pub version: Option<i64>,
}

/// Everything that may be changed about one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedQuotaFields {
    pub name: String,
    pub size: i32,
    pub ticket_type_ids: Vec<TicketTypeId>,
}

/// As those who run the event see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedQuota {
    pub id: SharedQuotaId,
    pub fields: SharedQuotaFields,
    /// Sold and held tickets of all that share it.
    pub taken: i64,
    pub version: i64,
}

pub fn parse_quota_name(raw: &str) -> Result<String, String> {
    let name = parse_line(raw, SHARED_QUOTA_NAME_MAX_CHARS)?;
    if name.is_empty() { Err("Give it a name.".into()) } else { Ok(name) }
}

pub fn parse_quota_size(size: i64) -> Result<i32, String> {
    parse_count(size, 1, QUOTA_MAX)
}

/// Each once, of those the event has. One alone shares with nobody: it has a number of its own.
pub fn parse_sharers(named: &[TicketTypeId], known: &[TicketTypeId]) -> Result<Vec<TicketTypeId>, String> {
    if named.iter().any(|id| !known.contains(id)) {
        return Err("This event has no such ticket.".into());
    }
    let sharers: Vec<_> = known.iter().filter(|id| named.contains(id)).copied().collect();
    if sharers.len() < 2 { Err("Choose two kinds of ticket at least.".into()) } else { Ok(sharers) }
}

#[cfg(test)]
mod tests {
    use super::parse_sharers;
    use crate::ids::TicketTypeId;
    use uuid::Uuid;

    #[test]
    fn several_kinds_of_ticket_of_the_event_share_it() {
        let [one, two, three] = [1, 2, 3].map(|number| TicketTypeId(Uuid::from_u128(number)));
        assert_eq!(
            parse_sharers(&[two, one, two], &[one, two, three]),
            Ok(vec![one, two]),
            "each once, in their order"
        );
        for named in [&[][..], &[one], &[one, one]] {
            assert!(parse_sharers(named, &[one, two]).unwrap_err().contains("two kinds"), "{named:?}");
        }
        assert!(parse_sharers(&[one, three], &[one, two]).unwrap_err().contains("no such ticket"));
    }
}
