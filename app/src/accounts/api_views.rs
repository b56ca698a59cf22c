//! What the accounts pages are given to show: times already in the reader's zone and language.

use domain::accounts::{Account, PublicProfile, Role, Theme};
use domain::ids::{PictureId, SessionId, UserId};
use domain::money::Money;
use domain::time::Moment;
use serde::{Deserialize, Serialize};

/// Who is signed in, as the bar on top shows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    pub account: Account,
    pub theme: Theme,
    pub since: Moment,
    pub unread: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInShown {
    pub id: SessionId,
    pub device: String,
    pub address: String,
    pub current: bool,
    pub last_used: Moment,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonShown {
    pub profile: PublicProfile,
    pub since: Moment,
    pub own: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentAccountShown {
    pub balance: Money,
    pub entries: Vec<LedgerEntryShown>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerEntryShown {
    pub reason: String,
    pub amount: Money,
    pub at: Moment,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UsersShown {
    pub users: Vec<UserShown>,
    pub next_cursor: Option<String>,
    pub total: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserShown {
    pub id: UserId,
    pub username: String,
    pub email: String,
    pub email_verified: bool,
    pub display_name: String,
    pub role: Role,
    pub suspended: bool,
    pub picture_id: Option<PictureId>,
    pub since: Moment,
    pub is_me: bool,
}

#[cfg(feature = "ssr")]
pub mod show {
    use domain::accounts::{Account, AccountRow, Preferences, PublicProfile, SessionView};
    use domain::ids::UserId;
    use domain::page::Page;
    use domain::payments::PaymentAccount;

    use super::{LedgerEntryShown, Me, PaymentAccountShown, PersonShown, SignInShown, UserShown, UsersShown};
    use crate::reader::Reader;

    pub fn me(account: Account, preferences: &Preferences, unread: i64) -> Me {
        let since = Reader::with(preferences).date(account.created_at);
        Me { account, theme: preferences.theme, since, unread }
    }

    pub fn sign_in(session: SessionView, reader: &Reader) -> SignInShown {
        SignInShown {
            id: session.id,
            device: session.device,
            address: session.address,
            current: session.current,
            last_used: reader.moment(session.last_used_at),
        }
    }

    pub fn person(profile: PublicProfile, reader: &Reader, own: bool) -> PersonShown {
        PersonShown { since: reader.date(profile.created_at), profile, own }
    }

    pub fn payment_account(account: PaymentAccount, reader: &Reader) -> PaymentAccountShown {
        let entries = account
            .entries
            .into_iter()
            .map(|entry| LedgerEntryShown {
                reason: entry.reason,
                amount: entry.amount,
                at: reader.moment(entry.occurred_at),
            })
            .collect();
        PaymentAccountShown { balance: account.balance, entries }
    }

    pub fn users(page: Page<AccountRow>, reader: &Reader, me: UserId) -> UsersShown {
        let users = page
            .items
            .into_iter()
            .map(|row| UserShown {
                id: row.id,
                username: row.username,
                email: row.email,
                email_verified: row.email_verified,
                display_name: row.display_name,
                role: row.role,
                suspended: row.suspended,
                picture_id: row.picture_id,
                since: reader.date(row.created_at),
                is_me: row.id == me,
            })
            .collect();
        UsersShown { users, next_cursor: page.next_cursor, total: page.total }
    }
}
