//! The first admin comes from the configuration, once: later changes are made by admins on the users page.

use super::register_user::{NewAccount, Registration, create, first_preferences};
use crate::accounts::store::users::{self, NewUser};
use crate::accounts::{Email, Password, Role, Username};
use crate::ids::UserId;
use crate::outcome::{Fault, Outcome};
use crate::platform::Platform;

#[derive(Clone, Debug)]
pub struct FirstAdmin {
    pub username: String,
    pub email: String,
    pub password: String,
}

/// True when the account was made now. Where there is an admin already, whoever they are, nothing is done. Several
/// processes may start at once: those that come second find the admin the first one made.
pub async fn ensure_first_admin(platform: &Platform, admin: &FirstAdmin) -> Outcome<bool> {
    if admin_exists(platform).await? {
        return Ok(false);
    }
    if ensure_account(platform, admin, Role::Admin).await?.is_some() {
        return Ok(true);
    }
    if admin_exists(platform).await? {
        return Ok(false);
    }
    // Making somebody an admin because of an address they may not own would hand the site to them.
    let taken = "the first admin was not made: the configured mail address or username belongs to an account that is no \
                 admin. Configure another one";
    Err(Fault::new(taken).into())
}

async fn admin_exists(platform: &Platform) -> Outcome<bool> {
    let mut tx = platform.read().await?;
    Ok(users::admin_exists(&mut tx).await?)
}

/// Whether nobody has an account yet: the only moment for demo data.
pub async fn is_unused(platform: &Platform) -> Outcome<bool> {
    let mut tx = platform.read().await?;
    Ok(!users::any_exists(&mut tx).await?)
}

/// An account made by the platform itself, its mail address taken as confirmed. Nothing when its address or name is
/// taken.
pub async fn ensure_account(platform: &Platform, wanted: &FirstAdmin, role: Role) -> Outcome<Option<UserId>> {
    let unusable =
        |field: &str, why: String| Fault::new(format!("the configured account's {field} cannot be used: {why}"));
    let email = Email::parse(&wanted.email).map_err(|why| unusable("mail address", why))?;
    let username = Username::parse(&wanted.username).map_err(|why| unusable("username", why))?;
    let password = Password::parse(&wanted.password, username.as_str(), email.as_str())
        .map_err(|why| unusable("password", why))?;
    let mut tx = platform.read().await?;
    if users::find_by_email(&mut tx, &email.key()).await?.is_some() {
        return Ok(None);
    }
    drop(tx);
    let now = platform.clock.now();
    let user_id = platform.random.id(now);
    let new = NewAccount {
        user: NewUser {
            user_id,
            username,
            email,
            password_hash: platform.passwords.hash(password.into_string()).await?,
            role,
            email_verified_at: Some(now),
        },
        preferences: first_preferences(&Registration::default()),
        session: None,
    };
    let made = platform.change(new, |tx, new| Box::pin(create(tx, new))).await?;
    Ok(made.is_ok().then_some(user_id))
}
