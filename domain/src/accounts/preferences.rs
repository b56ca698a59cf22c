//! What a person chose: the language of their mails, how times and pages look, and what they want to hear of.

use serde::{Deserialize, Serialize};

use crate::money::Currency;

/// The languages mails and dates are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(sqlx::Type), sqlx(type_name = "text"))]
pub enum Language {
    #[default]
    #[serde(rename = "en")]
    #[cfg_attr(feature = "server", sqlx(rename = "en"))]
    English,
    #[serde(rename = "de")]
    #[cfg_attr(feature = "server", sqlx(rename = "de"))]
    German,
}

impl Language {
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    pub const fn label(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
        }
    }

    /// `de`, and also `de-AT`.
    pub fn parse(text: &str) -> Result<Self, String> {
        let primary = text.split(['-', '_']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(primary))
            .ok_or_else(|| "Choose en or de.".to_owned())
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(sqlx::Type), sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    pub const fn code(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    pub fn parse(text: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|theme| theme.code() == text)
            .ok_or_else(|| "Choose system, light or dark.".to_owned())
    }
}

/// Which kinds of notice a person wants, and where. Security mails are not among them: they are always sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choices {
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
}

impl Default for Choices {
    /// Everything about one's own bookings and clubs; nothing that advertises.
    fn default() -> Self {
        Self {
            email_reminders: true,
            email_bookings: true,
            email_membership: true,
            email_surveys: true,
            email_marketing: false,
            in_app_reminders: true,
            in_app_bookings: true,
            in_app_membership: true,
            in_app_surveys: true,
            // Only reaches browsers that were switched on for it, one by one.
            push_reminders: true,
            push_bookings: true,
            push_membership: true,
            push_surveys: true,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preferences {
    pub language: Language,
    pub time_zone: String,
    pub currency: Currency,
    pub theme: Theme,
    #[serde(flatten)]
    pub choices: Choices,
    pub version: i64,
}

/// A change to one's preferences. What is left out stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PreferencesEdit {
    pub language: Option<String>,
    pub time_zone: Option<String>,
    pub currency: Option<String>,
    pub theme: Option<String>,
    pub email_reminders: Option<bool>,
    pub email_bookings: Option<bool>,
    pub email_membership: Option<bool>,
    pub email_surveys: Option<bool>,
    pub email_marketing: Option<bool>,
    pub in_app_reminders: Option<bool>,
    pub in_app_bookings: Option<bool>,
    pub in_app_membership: Option<bool>,
    pub in_app_surveys: Option<bool>,
    pub push_reminders: Option<bool>,
    pub push_bookings: Option<bool>,
    pub push_membership: Option<bool>,
    pub push_surveys: Option<bool>,
    pub version: Option<i64>,
}

impl PreferencesEdit {
    pub fn apply_to(&self, choices: Choices) -> Choices {
        Choices {
            email_reminders: self.email_reminders.unwrap_or(choices.email_reminders),
            email_bookings: self.email_bookings.unwrap_or(choices.email_bookings),
            email_membership: self.email_membership.unwrap_or(choices.email_membership),
            email_surveys: self.email_surveys.unwrap_or(choices.email_surveys),
            email_marketing: self.email_marketing.unwrap_or(choices.email_marketing),
            in_app_reminders: self.in_app_reminders.unwrap_or(choices.in_app_reminders),
            in_app_bookings: self.in_app_bookings.unwrap_or(choices.in_app_bookings),
            in_app_membership: self.in_app_membership.unwrap_or(choices.in_app_membership),
            in_app_surveys: self.in_app_surveys.unwrap_or(choices.in_app_surveys),
            push_reminders: self.push_reminders.unwrap_or(choices.push_reminders),
            push_bookings: self.push_bookings.unwrap_or(choices.push_bookings),
            push_membership: self.push_membership.unwrap_or(choices.push_membership),
            push_surveys: self.push_surveys.unwrap_or(choices.push_surveys),
        }
    }
}
