//! What the API gives: the contract's names, whatever ours are.

use domain::accounts::{Account, AccountRow, Preferences, PublicProfile, SessionView, SignedIn, Tokens};
use domain::money::Money;
use domain::notifications::Notice;
use domain::payments::{LedgerEntry, PaymentAccount};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// One's own account.
#[derive(Debug, Serialize, ToSchema)]
pub struct UserView {
    pub id: Uuid,
    #[schema(example = "ada")]
    pub username: String,
    #[schema(example = "ada@example.org")]
    pub email: String,
    pub email_verified: bool,
    /// A new address whose link has not been followed yet.
    pub pending_email: Option<String>,
    #[schema(example = "Ada Lovelace")]
    pub display_name: String,
    pub bio: String,
    /// `everyone`, `members` or `nobody`.
    pub visibility: String,
    /// `attendee`, `organizer` or `admin`.
    #[schema(example = "attendee")]
    pub role: String,
    pub picture_url: Option<String>,
    #[schema(format = DateTime)]
    pub created_at: String,
    /// Send it back with an edit to be told when somebody else edited in between.
    pub version: i64,
}

impl From<Account> for UserView {
    fn from(account: Account) -> Self {
        Self {
            id: account.id.0,
            username: account.username,
            email: account.email,
            email_verified: account.email_verified,
            pending_email: account.pending_email,
            display_name: account.display_name,
            bio: account.bio,
            visibility: account.visibility.code().into(),
            role: account.role.code().into(),
            picture_url: account.picture_id.map(|id| picture_url(id.0)),
            created_at: account.created_at.to_string(),
            version: account.version,
        }
    }
}

/// What others see of a person.
#[derive(Debug, Serialize, ToSchema)]
pub struct PublicUserView {
    pub id: Uuid,
    pub username: String,
    pub display_name: String,
    pub bio: String,
    pub role: String,
    pub picture_url: Option<String>,
    #[schema(format = DateTime)]
    pub created_at: String,
}

impl From<PublicProfile> for PublicUserView {
    fn from(profile: PublicProfile) -> Self {
        Self {
            id: profile.id.0,
            username: profile.username,
            display_name: profile.display_name,
            bio: profile.bio,
            role: profile.role.code().into(),
            picture_url: profile.picture_id.map(|id| picture_url(id.0)),
            created_at: profile.created_at.to_string(),
        }
    }
}

/// A person in the admins' list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ListedUserView {
    pub id: Uuid,
    pub username: String,
    pub email: String,
    pub email_verified: bool,
    pub display_name: String,
    pub role: String,
    pub suspended: bool,
    #[schema(format = DateTime)]
    pub created_at: String,
}

impl From<AccountRow> for ListedUserView {
    fn from(row: AccountRow) -> Self {
        Self {
            id: row.id.0,
            username: row.username,
            email: row.email,
            email_verified: row.email_verified,
            display_name: row.display_name,
            role: row.role.code().into(),
            suspended: row.suspended,
            created_at: row.created_at.to_string(),
        }
    }
}

/// A sign-in has begun.
#[derive(Debug, Serialize, ToSchema)]
pub struct SignedInView {
    pub user: UserView,
    #[serde(flatten)]
    pub tokens: TokensView,
}

impl From<SignedIn> for SignedInView {
    fn from(signed_in: SignedIn) -> Self {
        Self { user: signed_in.account.into(), tokens: signed_in.tokens.into() }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct TokensView {
    /// A JWT for the `Authorization` header.
    pub access_token: String,
    /// Works once; its answer brings the next one.
    pub refresh_token: String,
    #[schema(example = "Bearer")]
    pub token_type: &'static str,
    /// Seconds the access token is good for.
    #[schema(example = 900)]
    pub expires_in: u64,
}

impl From<Tokens> for TokensView {
    fn from(tokens: Tokens) -> Self {
        Self {
            access_token: tokens.access_token,
            refresh_token: tokens.refresh_token,
            token_type: "Bearer",
            expires_in: tokens.expires_in_seconds,
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct PreferencesView {
    /// `en` or `de`: of mails and dates.
    #[schema(example = "en")]
    pub language: String,
    #[schema(example = "Europe/Berlin")]
    pub time_zone: String,
    #[schema(example = "EUR")]
    pub currency: String,
    /// `system`, `light` or `dark`.
    #[schema(example = "system")]
    pub theme: String,
    pub email_reminders: bool,
    pub email_bookings: bool,
    pub email_membership: bool,
    pub email_surveys: bool,
    pub email_marketing: bool,
    pub in_app_reminders: bool,
    pub in_app_bookings: bool,
    pub in_app_membership: bool,
    pub in_app_surveys: bool,
    pub push_reminders: bool,
    pub push_bookings: bool,
    pub push_membership: bool,
    pub push_surveys: bool,
    pub version: i64,
}

impl From<Preferences> for PreferencesView {
    fn from(preferences: Preferences) -> Self {
        let choices = preferences.choices;
        Self {
            language: preferences.language.code().into(),
            time_zone: preferences.time_zone,
            currency: preferences.currency.code().into(),
            theme: preferences.theme.code().into(),
            email_reminders: choices.email_reminders,
            email_bookings: choices.email_bookings,
            email_membership: choices.email_membership,
            email_surveys: choices.email_surveys,
            email_marketing: choices.email_marketing,
            in_app_reminders: choices.in_app_reminders,
            in_app_bookings: choices.in_app_bookings,
            in_app_membership: choices.in_app_membership,
            in_app_surveys: choices.in_app_surveys,
            push_reminders: choices.push_reminders,
            push_bookings: choices.push_bookings,
            push_membership: choices.push_membership,
            push_surveys: choices.push_surveys,
            version: preferences.version,
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct SessionItem {
    pub id: Uuid,
    #[schema(example = "Firefox on Linux")]
    pub device: String,
    pub address: String,
    /// The one this request belongs to.
    pub current: bool,
    #[schema(format = DateTime)]
    pub created_at: String,
    #[schema(format = DateTime)]
    pub last_used_at: String,
}

impl From<SessionView> for SessionItem {
    fn from(session: SessionView) -> Self {
        Self {
            id: session.id.0,
            device: session.device,
            address: session.address,
            current: session.current,
            created_at: session.created_at.to_string(),
            last_used_at: session.last_used_at.to_string(),
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct NoticeView {
    pub id: Uuid,
    #[schema(example = "welcome")]
    pub kind: serde_json::Value,
    pub title: String,
    pub text: String,
    pub link: String,
    pub read: bool,
    #[schema(format = DateTime)]
    pub created_at: String,
}

impl From<Notice> for NoticeView {
    fn from(notice: Notice) -> Self {
        Self {
            id: notice.id.0,
            kind: serde_json::to_value(notice.kind).unwrap_or_default(),
            title: notice.title(),
            text: notice.text().into(),
            link: notice.link(),
            read: notice.read,
            created_at: notice.created_at.to_string(),
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct MoneyView {
    /// Minor units: cents for the euro.
    #[schema(example = 1500)]
    pub amount: i64,
    #[schema(example = "EUR")]
    pub currency: String,
}

impl From<Money> for MoneyView {
    fn from(money: Money) -> Self {
        Self { amount: money.amount, currency: money.currency.code().into() }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct PaymentAccountView {
    pub id: Uuid,
    pub balance: MoneyView,
    /// Newest first.
    pub entries: Vec<LedgerEntryView>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct LedgerEntryView {
    pub id: Uuid,
    pub amount: MoneyView,
    pub reason: String,
    #[schema(format = DateTime)]
    pub occurred_at: String,
}

impl From<PaymentAccount> for PaymentAccountView {
    fn from(account: PaymentAccount) -> Self {
        Self {
            id: account.id.0,
            balance: account.balance.into(),
            entries: account.entries.into_iter().map(LedgerEntryView::from).collect(),
        }
    }
}

impl From<LedgerEntry> for LedgerEntryView {
    fn from(entry: LedgerEntry) -> Self {
        Self {
            id: entry.id.0,
            amount: entry.amount.into(),
            reason: entry.reason,
            occurred_at: entry.occurred_at.to_string(),
        }
    }
}

/// Where a picture is shown.
pub fn picture_url(id: Uuid) -> String {
    format!("/pictures/{id}/large")
}
