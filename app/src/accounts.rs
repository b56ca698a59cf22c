//! Pages about people: the door, one's settings, other people, and the admins' list.

pub mod api;
pub mod api_views;
#[cfg(feature = "ssr")]
pub mod cookies;
pub mod me;

mod account_page;
mod forgot_password_page;
mod login_page;
mod payment_account_page;
mod person_page;
mod preferences_page;
mod profile_page;
mod register_page;
mod reset_password_page;
mod settings_frame;
mod sign_ins_page;
mod users_page;
mod verify_email_page;

pub use account_page::AccountPage;
pub use forgot_password_page::ForgotPasswordPage;
pub use login_page::LoginPage;
pub use payment_account_page::PaymentAccountPage;
pub use person_page::PersonPage;
pub use preferences_page::PreferencesPage;
pub use profile_page::ProfilePage;
pub use register_page::RegisterPage;
pub use reset_password_page::ResetPasswordPage;
pub use sign_ins_page::SignInsPage;
pub use users_page::UsersPage;
pub use verify_email_page::VerifyEmailPage;
