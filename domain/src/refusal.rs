//! Every "no" the platform can say. A refusal is not an error of ours: it is an answer a person can act on, so each
//! has a sentence that says what happened and what to do next, and a code that programs can rely on.

mod events;
mod problems;
mod promotions;

use crate::clubs::{INVITATIONS_OPEN_MAX, PENDING_CLUBS_MAX};

pub use events::EventRefusal;
pub use problems::{FieldProblem, Problems};
pub use promotions::PromotionRefusal;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    // What was sent cannot be understood.
    InvalidInput(Vec<FieldProblem>),
    MalformedRequest(String),
    TooLarge { picture: bool },
    TooSlow,
    AddressTooLong,
    HeadersTooLarge,
    UnsupportedMediaType,
    MethodNotAllowed,

    // Who is asking.
    SignInRequired,
    SignInEnded,
    WrongCredentials,
    RefreshTokenInvalid,
    RefreshTokenReused,
    AccountSuspended,
    NotAllowed,
    CrossSiteRequest,

    // What it is about.
    NotFound,

    // The state forbids it.
    UsernameTaken,
    EmailTaken,
    LinkInvalid,
    CurrentPasswordWrong,
    EmailAlreadyVerified,
    EditedMeanwhile,
    LastAdmin,
    OwnAccount,
    PictureUnreadable,
    PictureTooManyPixels,
    IdempotencyKeyReused,
    IdempotencyKeyInFlight,
    ClubNameTaken,
    TooManyPendingClubs,
    ClubNotApproved,
    ClubNotPending,
    ClubNotRejected,
    ClubNeedsOwner,
    InvitationNeeded,
    AlreadyMember,
    AlreadyRequested,
    AlreadyInvited,
    TooManyInvitations,
    VenueInUse { events: i64 },
    Event(EventRefusal),
    Promotion(PromotionRefusal),

    // Too much at once.
    TooManyAttempts { retry_after_seconds: u64 },
    Overloaded { retry_after_seconds: u64 },
}

impl From<EventRefusal> for Refusal {
    fn from(refusal: EventRefusal) -> Self {
        Self::Event(refusal)
    }
}

impl From<PromotionRefusal> for Refusal {
    fn from(refusal: PromotionRefusal) -> Self {
        Self::Promotion(refusal)
    }
}

/// The kinds of "no", from which each transport makes its own answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Malformed,
    Invalid,
    TooLarge,
    TooSlow,
    AddressTooLong,
    HeadersTooLarge,
    UnsupportedMediaType,
    MethodNotAllowed,
    Unauthenticated,
    Forbidden,
    NotFound,
    Conflict,
    TooMany,
    Unavailable,
}

const HEADERS_TOO_LARGE: &str =
    "What your browser sends with every request is too large. Clear the cookies of this site.";
const TOO_MANY_PIXELS: &str =
    "This picture has too many pixels. Make it at most 10,000 wide and high, and 40 million altogether.";

fn too_large(picture: bool) -> &'static str {
    if picture {
        "This picture is larger than 8 MB. Make it smaller first."
    } else {
        "This is larger than we accept. Send less at once."
    }
}

impl Refusal {
    pub fn kind(&self) -> Kind {
        match self {
            Self::MalformedRequest(_) => Kind::Malformed,
            Self::InvalidInput(_)
            | Self::LinkInvalid
            | Self::CurrentPasswordWrong
            | Self::PictureUnreadable
            | Self::PictureTooManyPixels
            | Self::IdempotencyKeyReused => Kind::Invalid,
            Self::TooLarge { .. } => Kind::TooLarge,
            Self::TooSlow => Kind::TooSlow,
            Self::AddressTooLong => Kind::AddressTooLong,
            Self::HeadersTooLarge => Kind::HeadersTooLarge,
            Self::UnsupportedMediaType => Kind::UnsupportedMediaType,
            Self::MethodNotAllowed => Kind::MethodNotAllowed,
            Self::SignInRequired
            | Self::SignInEnded
            | Self::WrongCredentials
            | Self::RefreshTokenInvalid
            | Self::RefreshTokenReused => Kind::Unauthenticated,
            Self::AccountSuspended | Self::NotAllowed | Self::CrossSiteRequest | Self::InvitationNeeded => {
                Kind::Forbidden
            }
            Self::NotFound => Kind::NotFound,
            Self::UsernameTaken
            | Self::EmailTaken
            | Self::EmailAlreadyVerified
            | Self::EditedMeanwhile
            | Self::LastAdmin
            | Self::OwnAccount
            | Self::IdempotencyKeyInFlight
            | Self::ClubNameTaken
            | Self::TooManyPendingClubs
            | Self::ClubNotApproved
            | Self::ClubNotPending
            | Self::ClubNotRejected
            | Self::ClubNeedsOwner
            | Self::AlreadyMember
            | Self::AlreadyRequested
            | Self::AlreadyInvited
            | Self::TooManyInvitations
            | Self::VenueInUse { .. }
            | Self::Event(_) => Kind::Conflict,
            Self::Promotion(refusal) => refusal.kind(),
            Self::TooManyAttempts { .. } => Kind::TooMany,
            Self::Overloaded { .. } => Kind::Unavailable,
        }
    }

    /// Stable, for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::InvalidInput(_) => "invalid_input",
            Self::MalformedRequest(_) => "malformed_request",
            Self::TooLarge { .. } => "too_large",
            Self::TooSlow => "too_slow",
            Self::AddressTooLong => "address_too_long",
            Self::HeadersTooLarge => "headers_too_large",
            Self::UnsupportedMediaType => "unsupported_media_type",
            Self::MethodNotAllowed => "method_not_allowed",
            Self::SignInRequired => "sign_in_required",
            Self::SignInEnded => "sign_in_ended",
            Self::WrongCredentials => "wrong_credentials",
            Self::RefreshTokenInvalid => "refresh_token_invalid",
            Self::RefreshTokenReused => "refresh_token_reused",
            Self::AccountSuspended => "account_suspended",
            Self::NotAllowed => "not_allowed",
            Self::CrossSiteRequest => "cross_site_request",
            Self::NotFound => "not_found",
            Self::UsernameTaken => "username_taken",
            Self::EmailTaken => "email_taken",
            Self::LinkInvalid => "link_invalid",
            Self::CurrentPasswordWrong => "current_password_wrong",
            Self::EmailAlreadyVerified => "email_already_verified",
            Self::EditedMeanwhile => "edited_meanwhile",
            Self::LastAdmin => "last_admin",
            Self::OwnAccount => "own_account",
            Self::PictureUnreadable => "picture_unreadable",
            Self::PictureTooManyPixels => "picture_too_many_pixels",
            Self::IdempotencyKeyReused => "idempotency_key_reused",
            Self::IdempotencyKeyInFlight => "idempotency_key_in_flight",
            Self::ClubNameTaken => "club_name_taken",
            Self::TooManyPendingClubs => "too_many_pending_clubs",
            Self::ClubNotApproved => "club_not_approved",
            Self::ClubNotPending => "club_not_pending",
            Self::ClubNotRejected => "club_not_rejected",
            Self::ClubNeedsOwner => "club_needs_owner",
            Self::InvitationNeeded => "invitation_needed",
            Self::AlreadyMember => "already_member",
            Self::AlreadyRequested => "already_requested",
            Self::AlreadyInvited => "already_invited",
            Self::TooManyInvitations => "too_many_invitations",
            Self::VenueInUse { .. } => "venue_in_use",
            Self::Event(refusal) => refusal.code(),
            Self::Promotion(refusal) => refusal.code(),
            Self::TooManyAttempts { .. } => "too_many_attempts",
            Self::Overloaded { .. } => "overloaded",
        }
    }

    /// What happened, why, and what to do next.
    pub fn sentence(&self) -> String {
        match self {
            Self::InvalidInput(problems) => match problems.as_slice() {
                [only] => only.message.clone(),
                _ => "Some fields need another look.".into(),
            },
            Self::MalformedRequest(why) => format!("The request could not be read: {why}."),
            Self::TooLarge { picture } => too_large(*picture).into(),
            Self::TooSlow => "This took longer than we wait. Send it again, all at once.".into(),
            Self::AddressTooLong => "This address is longer than any of ours. Follow a shorter one.".into(),
            Self::HeadersTooLarge => HEADERS_TOO_LARGE.into(),
            Self::UnsupportedMediaType => "Send this as application/json.".into(),
            Self::MethodNotAllowed => "This address does not take that kind of request.".into(),
            Self::SignInRequired => "Sign in to go on.".into(),
            Self::SignInEnded => "Your sign-in has ended. Sign in again.".into(),
            Self::WrongCredentials => "That name and password do not belong together. Check both and try again.".into(),
            Self::RefreshTokenInvalid => "This refresh token is not valid any more. Sign in again.".into(),
            Self::RefreshTokenReused => {
                "This refresh token had been used before, so the sign-in it belongs to was ended. Sign in again.".into()
            }
            Self::AccountSuspended => "This account is suspended. Write to the people who run this site.".into(),
            Self::NotAllowed => "You may not do this with your role.".into(),
            Self::CrossSiteRequest => "This request came from another site, so it was not carried out.".into(),
            Self::NotFound => "There is nothing here, or it is not for you to see.".into(),
            Self::UsernameTaken => "This username is taken. Choose another one.".into(),
            Self::EmailTaken => "An account with this mail address exists. Sign in, or reset the password.".into(),
            Self::LinkInvalid => "This link has been used or is too old. Ask for a new one.".into(),
            Self::CurrentPasswordWrong => "This is not your current password.".into(),
            Self::EmailAlreadyVerified => "Your mail address is confirmed already.".into(),
            Self::EditedMeanwhile => {
                "Somebody changed this while you were editing. Load it again and repeat your change.".into()
            }
            Self::LastAdmin => "This is the last admin. Make somebody else an admin first.".into(),
            Self::OwnAccount => "You cannot do this to your own account. Ask another admin.".into(),
            Self::PictureTooManyPixels => TOO_MANY_PIXELS.into(),
            Self::PictureUnreadable => "This is not a picture we can read. Use a JPEG, PNG or WebP file.".into(),
            Self::IdempotencyKeyReused => "This idempotency key was used for another request. Use a new one.".into(),
            Self::IdempotencyKeyInFlight => "The first request with this idempotency key is still running.".into(),
            Self::ClubNameTaken => "A club with this name exists. Choose another one.".into(),
            Self::TooManyPendingClubs => {
                format!("{PENDING_CLUBS_MAX} of your clubs wait for approval. Go on once one of them is decided on.")
            }
            Self::ClubNotApproved => "This club has not been approved yet. Try again once it is.".into(),
            Self::ClubNotPending => "This club has been decided on already. Load it again to see how.".into(),
            Self::ClubNotRejected => "Only a club that was rejected can be handed in again.".into(),
            Self::ClubNeedsOwner => "A club always has an owner. Hand it over to another member first.".into(),
            Self::InvitationNeeded => {
                "One joins this club by an invitation to one's confirmed mail address. Ask its officers for one.".into()
            }
            Self::AlreadyMember => "This membership exists already.".into(),
            Self::AlreadyRequested => "You have asked to join already. Wait for the officers to answer.".into(),
            Self::AlreadyInvited => "An invitation to this address is open already.".into(),
            Self::TooManyInvitations => {
                format!("{INVITATIONS_OPEN_MAX} invitations of this club are open. Withdraw one that nobody uses.")
            }
            Self::VenueInUse { events: 1 } => {
                "One event is still to take place here. Find another place for it first.".into()
            }
            Self::VenueInUse { events } => {
                format!("{events} events are still to take place here. Find other places for them first.")
            }
            Self::Event(refusal) => refusal.sentence(),
            Self::Promotion(refusal) => refusal.sentence(),
            Self::TooManyAttempts { retry_after_seconds } => {
                format!("That was too many attempts. Try again in {}.", in_words(*retry_after_seconds))
            }
            Self::Overloaded { retry_after_seconds } => {
                format!("Too much is going on right now. Try again in {}.", in_words(*retry_after_seconds))
            }
        }
    }

    /// What to show beside which field.
    pub fn problems(&self) -> Vec<FieldProblem> {
        let beside = |field: &str| vec![FieldProblem::new(field, self.sentence())];
        match self {
            Self::InvalidInput(problems) => problems.clone(),
            Self::UsernameTaken => beside("username"),
            Self::EmailTaken => beside("email"),
            Self::LinkInvalid => beside("token"),
            Self::CurrentPasswordWrong => beside("current_password"),
            Self::PictureUnreadable | Self::PictureTooManyPixels | Self::TooLarge { picture: true } => {
                beside("picture")
            }
            Self::ClubNameTaken => beside("name"),
            Self::AlreadyInvited => beside("email"),
            Self::Event(refusal) => refusal.problems(),
            Self::Promotion(refusal) => refusal.problems(),
            _ => Vec::new(),
        }
    }

    pub fn retry_after_seconds(&self) -> Option<u64> {
        match self {
            Self::TooManyAttempts { retry_after_seconds } | Self::Overloaded { retry_after_seconds } => {
                Some(*retry_after_seconds)
            }
            _ => None,
        }
    }

    /// One of each, for the snapshot of everything the platform says.
    pub fn one_of_each() -> Vec<Self> {
        let mut all = vec![
            Self::InvalidInput(vec![FieldProblem::new("a", "One problem."), FieldProblem::new("b", "Another.")]),
            Self::MalformedRequest("expected a comma".into()),
            Self::TooLarge { picture: false },
            Self::TooSlow,
            Self::AddressTooLong,
            Self::HeadersTooLarge,
            Self::UnsupportedMediaType,
            Self::MethodNotAllowed,
            Self::SignInRequired,
            Self::SignInEnded,
            Self::WrongCredentials,
            Self::RefreshTokenInvalid,
            Self::RefreshTokenReused,
            Self::AccountSuspended,
            Self::NotAllowed,
            Self::CrossSiteRequest,
            Self::NotFound,
            Self::UsernameTaken,
            Self::EmailTaken,
            Self::LinkInvalid,
            Self::CurrentPasswordWrong,
            Self::EmailAlreadyVerified,
            Self::EditedMeanwhile,
            Self::LastAdmin,
            Self::OwnAccount,
            Self::PictureUnreadable,
            Self::PictureTooManyPixels,
            Self::IdempotencyKeyReused,
            Self::IdempotencyKeyInFlight,
            Self::ClubNameTaken,
            Self::TooManyPendingClubs,
            Self::ClubNotApproved,
            Self::ClubNotPending,
            Self::ClubNotRejected,
            Self::ClubNeedsOwner,
            Self::InvitationNeeded,
            Self::AlreadyMember,
            Self::AlreadyRequested,
            Self::AlreadyInvited,
            Self::TooManyInvitations,
            Self::VenueInUse { events: 3 },
            Self::TooManyAttempts { retry_after_seconds: 900 },
            Self::Overloaded { retry_after_seconds: 1 },
        ];
        all.extend(EventRefusal::one_of_each().into_iter().map(Self::Event));
        all.extend(PromotionRefusal::one_of_each().into_iter().map(Self::Promotion));
        all
    }
}

fn in_words(seconds: u64) -> String {
    match seconds {
        0 | 1 => "a second".into(),
        2..=90 => format!("{seconds} seconds"),
        _ => format!("{} minutes", seconds.div_ceil(60)),
    }
}

#[cfg(test)]
mod tests {
    use super::Refusal;

    #[test]
    fn every_refusal_is_a_sentence_and_has_its_own_code() {
        let all = Refusal::one_of_each();
        let mut codes: Vec<_> = all.iter().map(Refusal::code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), all.len());
        let lines: Vec<_> = all.iter().map(|refusal| format!("{}: {}", refusal.code(), refusal.sentence())).collect();
        insta::assert_snapshot!(lines.join("\n"));
    }
}
