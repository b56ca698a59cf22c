//! The table `user_account`.

use uuid::Uuid;

use crate::accounts::{Account, AccountRow, Email, PublicProfile, Role, Username, Visibility};
use crate::ids::{PictureId, UserId};
use crate::outcome::Fault;
use crate::page::PageRequest;
use crate::store::{Tx, execute, fetch_all, fetch_one, fetch_optional, pattern_around};
use crate::time::Timestamp;

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct UserRow {
    pub user_id: UserId,
    pub username: String,
    pub email: String,
    pub email_verified_at: Option<Timestamp>,
    pub pending_email: Option<String>,
    pub password_hash: String,
    pub display_name: String,
    pub bio: String,
    pub visibility: Visibility,
    pub role: Role,
    pub suspended_at: Option<Timestamp>,
    pub picture_id: Option<PictureId>,
    pub created_at: Timestamp,
    pub version: i64,
}

impl UserRow {
    pub fn into_account(self) -> Account {
        Account {
            id: self.user_id,
            username: self.username,
            email: self.email,
            email_verified: self.email_verified_at.is_some(),
            pending_email: self.pending_email,
            display_name: self.display_name,
            bio: self.bio,
            visibility: self.visibility,
            role: self.role,
            picture_id: self.picture_id,
            created_at: self.created_at,
            version: self.version,
        }
    }

    pub fn into_public_profile(self) -> PublicProfile {
        PublicProfile {
            id: self.user_id,
            username: self.username,
            display_name: self.display_name,
            bio: self.bio,
            role: self.role,
            picture_id: self.picture_id,
            created_at: self.created_at,
        }
    }

    fn into_account_row(self) -> AccountRow {
        AccountRow {
            id: self.user_id,
            username: self.username,
            email: self.email,
            email_verified: self.email_verified_at.is_some(),
            display_name: self.display_name,
            role: self.role,
            suspended: self.suspended_at.is_some(),
            picture_id: self.picture_id,
            created_at: self.created_at,
        }
    }
}

pub struct NewUser {
    pub user_id: UserId,
    pub username: Username,
    pub email: Email,
    pub password_hash: String,
    pub role: Role,
    pub email_verified_at: Option<Timestamp>,
}

/// False when the name or the address is taken.
pub async fn insert(tx: &mut Tx, new: &NewUser) -> Result<bool, Fault> {
    let now = tx.now();
    let inserted = execute!(
        tx,
        sqlx::query(
            "insert into user_account
               (user_id, username, username_key, email, email_key, email_verified_at, password_hash,
                display_name, display_name_key, role, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
             on conflict do nothing"
        )
        .bind(new.user_id)
        .bind(new.username.as_str())
        .bind(new.username.key())
        .bind(new.email.as_str())
        .bind(new.email.key())
        .bind(new.email_verified_at)
        .bind(&new.password_hash)
        .bind(new.username.as_str())
        .bind(new.username.key())
        .bind(new.role)
        .bind(now)
    )?;
    Ok(inserted == 1)
}

pub async fn find(tx: &mut Tx, user_id: UserId) -> Result<Option<UserRow>, Fault> {
    fetch_optional!(tx, sqlx::query_as::<_, UserRow>("select * from user_account where user_id = $1").bind(user_id))
}

pub async fn find_by_username(tx: &mut Tx, key: &str) -> Result<Option<UserRow>, Fault> {
    fetch_optional!(tx, sqlx::query_as::<_, UserRow>("select * from user_account where username_key = $1").bind(key))
}

pub async fn find_by_email(tx: &mut Tx, key: &str) -> Result<Option<UserRow>, Fault> {
    fetch_optional!(tx, sqlx::query_as::<_, UserRow>("select * from user_account where email_key = $1").bind(key))
}

pub struct ProfileChange<'a> {
    pub username: &'a Username,
    pub display_name: &'a str,
    pub bio: &'a str,
    pub visibility: Visibility,
    /// The version that was edited.
    pub version: i64,
}

/// False when somebody else edited it first, or the username went to somebody else.
pub async fn update_profile(tx: &mut Tx, user_id: UserId, change: &ProfileChange<'_>) -> Result<bool, Fault> {
    let updated = execute!(
        tx,
        sqlx::query(
            "update user_account
             set username = $1, username_key = $2, display_name = $3, display_name_key = $4, bio = $5,
                 visibility = $6, version = version + 1
             where user_id = $7
               and version = $8
               and not exists (select 1 from user_account where username_key = $2 and user_id <> $7)"
        )
        .bind(change.username.as_str())
        .bind(change.username.key())
        .bind(change.display_name)
        .bind(change.display_name.to_lowercase())
        .bind(change.bio)
        .bind(change.visibility)
        .bind(user_id)
        .bind(change.version)
    )?;
    Ok(updated == 1)
}

/// Makes the address the person's own and confirmed. False when another account has it.
pub async fn confirm_email(tx: &mut Tx, user_id: UserId, email: &Email) -> Result<bool, Fault> {
    let now = tx.now();
    let updated = execute!(
        tx,
        sqlx::query(
            "update user_account
             set email = $1, email_key = $2, email_verified_at = $3, pending_email = null, version = version + 1
             where user_id = $4
               and not exists (select 1 from user_account where email_key = $2 and user_id <> $4)"
        )
        .bind(email.as_str())
        .bind(email.key())
        .bind(now)
        .bind(user_id)
    )?;
    Ok(updated == 1)
}

pub async fn set_pending_email(tx: &mut Tx, user_id: UserId, email: &Email) -> Result<(), Fault> {
    execute!(
        tx,
        sqlx::query("update user_account set pending_email = $1 where user_id = $2").bind(email.as_str()).bind(user_id)
    )?;
    Ok(())
}

pub async fn set_password(tx: &mut Tx, user_id: UserId, password_hash: &str) -> Result<(), Fault> {
    execute!(
        tx,
        sqlx::query("update user_account set password_hash = $1 where user_id = $2").bind(password_hash).bind(user_id)
    )?;
    Ok(())
}

pub async fn set_picture(tx: &mut Tx, user_id: UserId, picture_id: Option<PictureId>) -> Result<(), Fault> {
    execute!(
        tx,
        sqlx::query("update user_account set picture_id = $1, version = version + 1 where user_id = $2")
            .bind(picture_id)
            .bind(user_id)
    )?;
    Ok(())
}

pub async fn set_role(tx: &mut Tx, user_id: UserId, role: Role) -> Result<(), Fault> {
    execute!(
        tx,
        sqlx::query("update user_account set role = $1, version = version + 1 where user_id = $2")
            .bind(role)
            .bind(user_id)
    )?;
    Ok(())
}

pub async fn set_suspended(tx: &mut Tx, user_id: UserId, since: Option<Timestamp>) -> Result<(), Fault> {
    execute!(
        tx,
        sqlx::query("update user_account set suspended_at = $1, version = version + 1 where user_id = $2")
            .bind(since)
            .bind(user_id)
    )?;
    Ok(())
}

/// Changes that count something of one person wait for each other here. On SQLite there is one writer anyway.
pub async fn lock(tx: &mut Tx, user_id: UserId) -> Result<(), Fault> {
    if tx.is_sqlite() {
        return Ok(());
    }
    fetch_optional!(
        tx,
        sqlx::query_as::<_, (UserId,)>("select user_id from user_account where user_id = $1 for no key update")
            .bind(user_id)
    )
    .map(|_| ())
}

/// Locks the admins against each other's changes, so that the last two cannot remove one another at once.
/// On SQLite there is one writer anyway; on PostgreSQL the rows are locked in the order of their ids.
pub async fn count_active_admins(tx: &mut Tx) -> Result<usize, Fault> {
    let admins = if tx.is_sqlite() {
        fetch_all!(
            tx,
            sqlx::query_as::<_, (UserId,)>(
                "select user_id from user_account where role = 'admin' and suspended_at is null order by user_id"
            )
        )?
    } else {
        fetch_all!(
            tx,
            sqlx::query_as::<_, (UserId,)>(
                "select user_id from user_account where role = 'admin' and suspended_at is null order by user_id
                 for update"
            )
        )?
    };
    Ok(admins.len())
}

pub async fn any_exists(tx: &mut Tx) -> Result<bool, Fault> {
    let found = fetch_optional!(tx, sqlx::query_as::<_, (UserId,)>("select user_id from user_account limit 1"))?;
    Ok(found.is_some())
}

pub async fn admin_exists(tx: &mut Tx) -> Result<bool, Fault> {
    let found = fetch_optional!(
        tx,
        sqlx::query_as::<_, (UserId,)>("select user_id from user_account where role = 'admin' limit 1")
    )?;
    Ok(found.is_some())
}

/// What admins may look for.
#[derive(Clone, Debug, Default)]
pub struct UserFilter {
    /// Part of a name or an address, lower case; empty for everybody.
    pub text: String,
    pub role: Option<Role>,
    pub suspended: Option<bool>,
}

/// A macro because a statement is one literal: nothing is ever pasted into SQL at run time.
macro_rules! of_the_filtered {
    ($select:literal, $rest:literal) => {
        concat!(
            $select,
            " from user_account
             where ($1 = '' or username_key like $2 escape '\\' or email_key like $2 escape '\\'
                    or display_name_key like $2 escape '\\')
               and ($3 = '' or role = $3)
               and ($4 = 'any'
                    or ($4 = 'yes' and suspended_at is not null)
                    or ($4 = 'no' and suspended_at is null)) ",
            $rest
        )
    };
}

/// Newest first: ids sort by the time they were made.
pub async fn list(tx: &mut Tx, filter: &UserFilter, page: PageRequest) -> Result<Vec<AccountRow>, Fault> {
    let (pattern, role, suspended) = filter_binds(filter);
    let rows = fetch_all!(
        tx,
        sqlx::query_as::<_, UserRow>(of_the_filtered!("select *", "and user_id < $5 order by user_id desc limit $6"))
            .bind(&filter.text)
            .bind(&pattern)
            .bind(role)
            .bind(suspended)
            .bind(page.after.unwrap_or(Uuid::max()))
            .bind(i64::from(page.limit) + 1)
    )?;
    Ok(rows.into_iter().map(UserRow::into_account_row).collect())
}

pub async fn count(tx: &mut Tx, filter: &UserFilter) -> Result<i64, Fault> {
    let (pattern, role, suspended) = filter_binds(filter);
    let (count,) = fetch_one!(
        tx,
        sqlx::query_as::<_, (i64,)>(of_the_filtered!("select cast(count(*) as bigint)", ""))
            .bind(&filter.text)
            .bind(&pattern)
            .bind(role)
            .bind(suspended)
    )?;
    Ok(count)
}

fn filter_binds(filter: &UserFilter) -> (String, &'static str, &'static str) {
    let suspended = match filter.suspended {
        None => "any",
        Some(true) => "yes",
        Some(false) => "no",
    };
    (pattern_around(&filter.text), filter.role.map_or("", Role::code), suspended)
}
