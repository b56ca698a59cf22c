//! What may be done with accounts: one file each.

mod access_tokens;
mod become_organizer;
mod caller;
mod change_email;
mod change_password;
mod change_user;
mod choose_theme;
mod edit_preferences;
mod edit_profile;
mod end_sessions;
mod ensure_first_admin;
mod issue_mail_link;
mod limit_attempts;
mod list_sessions;
mod list_users;
mod log_in;
mod log_out;
mod refresh_session;
mod register_user;
mod request_password_reset;
mod request_verification;
mod reset_password;
mod secrets;
mod see_account;
mod serve_other_slices;
mod set_picture;
mod start_session;
mod verify_email;

pub use access_tokens::{ACCESS_TOKEN_LIFETIME, AccessTokens, install_token_signing};
pub use become_organizer::become_organizer;
pub use caller::{Caller, Visit, identify_caller};
pub use change_email::change_email;
pub use change_password::{PasswordChange, change_password};
pub use change_user::{UserChange, change_user};
pub use choose_theme::choose_theme;
pub use edit_preferences::edit_preferences;
pub use edit_profile::edit_profile;
pub use end_sessions::{end_other_sessions, end_session};
pub use ensure_first_admin::{FirstAdmin, ensure_account, ensure_first_admin, is_unused};
pub use issue_mail_link::{MailLink, MailPurpose, issue_mail_link};
pub use list_sessions::list_sessions;
pub use list_users::{UserQuery, list_users};
pub use log_in::{LoginRequest, log_in};
pub use log_out::log_out;
pub use refresh_session::{RefreshManner, Refreshed, refresh_session};
pub use register_user::{Registration, register_user};
pub use request_password_reset::request_password_reset;
pub use request_verification::request_verification;
pub use reset_password::{PasswordReset, reset_password};
pub use see_account::{
    Recipient, load_recipient, see_account, see_preferences, see_preferences_of, see_public_profile,
};
pub use serve_other_slices::{choices_of, confirmed_email, exists, hold_person, is_signed_in, time_zone_of};
pub use set_picture::{remove_picture, set_picture};
pub use start_session::{REFRESH_TOKEN_LIFETIME, SignedIn, Tokens};
pub use verify_email::verify_email;
