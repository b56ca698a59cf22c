use serde::{Deserialize, Serialize};

/// What an account may do on the whole platform. Clubs and events add roles of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(sqlx::Type), sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Attendee,
    Organizer,
    Admin,
}

impl Role {
    pub const ALL: [Self; 3] = [Self::Attendee, Self::Organizer, Self::Admin];

    pub fn parse(text: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|role| role.code() == text)
            .ok_or_else(|| "Choose attendee, organizer or admin.".to_owned())
    }

    pub const fn code(self) -> &'static str {
        match self {
            Self::Attendee => "attendee",
            Self::Organizer => "organizer",
            Self::Admin => "admin",
        }
    }

    /// As people read it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Attendee => "Attendee",
            Self::Organizer => "Organizer",
            Self::Admin => "Admin",
        }
    }

    /// Deciding on new clubs, and looking after the ones there are.
    pub const fn can_manage_clubs(self) -> bool {
        matches!(self, Self::Admin)
    }

    pub const fn can_manage_categories(self) -> bool {
        matches!(self, Self::Admin)
    }

    /// Whatever belongs to anybody.
    pub const fn can_manage_events(self) -> bool {
        matches!(self, Self::Admin)
    }

    /// In one's own name; for a club its officers do.
    pub const fn can_put_on_events(self) -> bool {
        matches!(self, Self::Organizer | Self::Admin)
    }

    /// For everybody; for a club its officers do.
    pub const fn can_add_venues(self) -> bool {
        matches!(self, Self::Organizer | Self::Admin)
    }

    pub const fn can_manage_venues(self) -> bool {
        matches!(self, Self::Admin)
    }

    /// Codes that hold at every event.
    pub const fn can_manage_promotions(self) -> bool {
        matches!(self, Self::Admin)
    }

    pub const fn can_manage_users(self) -> bool {
        matches!(self, Self::Admin)
    }
}
