pub mod me;

mod account;
mod forgot_password;
mod login;
mod payment_account;
mod person;
mod preferences;
mod profile;
mod register;
mod reset_password;
mod settings_frame;
mod sign_ins;
mod users;
mod verify_email;

pub use account::AccountPage;
pub use forgot_password::ForgotPasswordPage;
pub use login::LoginPage;
pub use payment_account::PaymentAccountPage;
pub use person::PersonPage;
pub use preferences::PreferencesPage;
pub use profile::ProfilePage;
pub use register::RegisterPage;
pub use reset_password::ResetPasswordPage;
pub use settings_frame::SettingsFrame;
pub use sign_ins::SignInsPage;
pub use users::UsersPage;
pub use verify_email::VerifyEmailPage;
