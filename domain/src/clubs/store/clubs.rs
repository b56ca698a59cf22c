//! The table `club`.

use uuid::Uuid;

use crate::clubs::{Club, ClubRole, ClubStatus, ClubSummary, JoinPolicy, MemberStatus, MembersVisible};
use crate::ids::{ClubId, PictureId, UserId};
use crate::outcome::Fault;
use crate::page::PageRequest;
use crate::store::{Tx, execute, fetch_all, fetch_one, fetch_optional, pattern_around};
use crate::time::Timestamp;

/// A club, and how the one who asks belongs to it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct ClubRow {
    pub club_id: ClubId,
    pub name: String,
    pub description: String,
    pub status: ClubStatus,
    pub rejection_reason: Option<String>,
    pub join_policy: JoinPolicy,
    pub members_visible: MembersVisible,
    pub hue: Option<i32>,
    pub picture_id: Option<PictureId>,
    pub created_at: Timestamp,
    pub version: i64,
    pub member_count: i64,
    pub my_role: Option<ClubRole>,
    pub my_status: Option<MemberStatus>,
}

impl ClubRow {
    /// A role is theirs once they were let in.
    pub fn my_active_role(&self) -> Option<ClubRole> {
        self.my_role.filter(|_| self.my_status == Some(MemberStatus::Active))
    }

    pub fn into_club(self, invited: bool) -> Club {
        Club {
            id: self.club_id,
            my_role: self.my_active_role(),
            name: self.name,
            description: self.description,
            status: self.status,
            rejection_reason: self.rejection_reason,
            join_policy: self.join_policy,
            members_visible: self.members_visible,
            hue: self.hue,
            picture_id: self.picture_id,
            member_count: self.member_count,
            my_status: self.my_status,
            invited,
            created_at: self.created_at,
            version: self.version,
        }
    }

    fn into_summary(self) -> ClubSummary {
        ClubSummary {
            id: self.club_id,
            my_role: self.my_active_role(),
            name: self.name,
            description: self.description,
            status: self.status,
            join_policy: self.join_policy,
            hue: self.hue,
            picture_id: self.picture_id,
            member_count: self.member_count,
            my_status: self.my_status,
            created_at: self.created_at,
        }
    }
}

pub struct NewClub {
    pub club_id: ClubId,
    pub name: String,
    pub description: String,
    pub join_policy: JoinPolicy,
    pub members_visible: MembersVisible,
    pub hue: Option<i32>,
}

/// False when the name is taken.
pub async fn insert(tx: &mut Tx, new: &NewClub) -> Result<bool, Fault> {
    let now = tx.now();
    let inserted = execute!(
        tx,
        sqlx::query(
            "insert into club
               (club_id, name, name_key, description, description_key, join_policy, members_visible, hue, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             on conflict do nothing"
        )
        .bind(new.club_id)
        .bind(&new.name)
        .bind(new.name.to_lowercase())
        .bind(&new.description)
        .bind(new.description.to_lowercase())
        .bind(new.join_policy)
        .bind(new.members_visible)
        .bind(new.hue)
        .bind(now)
    )?;
    Ok(inserted == 1)
}

/// Changes that count something of one club wait for each other here. On SQLite there is one writer anyway.
pub async fn lock(tx: &mut Tx, club_id: ClubId) -> Result<(), Fault> {
    if tx.is_sqlite() {
        return Ok(());
    }
    fetch_optional!(
        tx,
        sqlx::query_as::<_, (ClubId,)>("select club_id from club where club_id = $1 for no key update").bind(club_id)
    )
    .map(|_| ())
}

pub async fn name_is_taken(tx: &mut Tx, name: &str, except: ClubId) -> Result<bool, Fault> {
    let found = fetch_optional!(
        tx,
        sqlx::query_as::<_, (ClubId,)>(
            "select club_id from club
             where name_key = $1 and club_id <> $2 and status <> 'rejected' and deleted_at is null"
        )
        .bind(name.to_lowercase())
        .bind(except)
    )?;
    Ok(found.is_some())
}

/// The clubs a person owns that wait for approval.
pub async fn count_pending_of(tx: &mut Tx, owner: UserId) -> Result<i64, Fault> {
    let (count,) = fetch_one!(
        tx,
        sqlx::query_as::<_, (i64,)>(
            "select cast(count(*) as bigint) from club c
             join club_member m on m.club_id = c.club_id and m.role = 'owner'
             where m.user_id = $1 and c.status = 'pending' and c.deleted_at is null"
        )
        .bind(owner)
    )?;
    Ok(count)
}

pub struct ClubChange<'a> {
    pub name: &'a str,
    pub description: &'a str,
    pub join_policy: JoinPolicy,
    pub members_visible: MembersVisible,
    pub hue: Option<i32>,
    /// The version that was edited.
    pub version: i64,
}

/// False when somebody else changed it first, or the name went to another club. A rejected club holds no name: it is
/// asked about when the club is handed in again.
pub async fn update(tx: &mut Tx, club_id: ClubId, change: &ClubChange<'_>) -> Result<bool, Fault> {
    let updated = execute!(
        tx,
        sqlx::query(
            "update club
             set name = $1, name_key = $2, description = $3, description_key = $4, join_policy = $5,
                 members_visible = $6, hue = $7, version = version + 1
             where club_id = $8
               and version = $9
               and deleted_at is null
               and (status = 'rejected' or not exists (
                 select 1 from club other
                 where other.name_key = $2 and other.club_id <> $8 and other.status <> 'rejected'
                   and other.deleted_at is null))"
        )
        .bind(change.name)
        .bind(change.name.to_lowercase())
        .bind(change.description)
        .bind(change.description.to_lowercase())
        .bind(change.join_policy)
        .bind(change.members_visible)
        .bind(change.hue)
        .bind(club_id)
        .bind(change.version)
    )?;
    Ok(updated == 1)
}

/// One decision wins; false for every later one.
pub async fn decide(tx: &mut Tx, club_id: ClubId, status: ClubStatus, reason: Option<&str>) -> Result<bool, Fault> {
    let decided = execute!(
        tx,
        sqlx::query(
            "update club set status = $1, rejection_reason = $2, version = version + 1
             where club_id = $3 and status = 'pending' and deleted_at is null"
        )
        .bind(status)
        .bind(reason)
        .bind(club_id)
    )?;
    Ok(decided == 1)
}

/// False when it is not rejected any more, or its name went to another club meanwhile.
pub async fn resubmit(tx: &mut Tx, club_id: ClubId) -> Result<bool, Fault> {
    let resubmitted = execute!(
        tx,
        sqlx::query(
            "update club set status = 'pending', rejection_reason = null, version = version + 1
             where club_id = $1 and status = 'rejected' and deleted_at is null
               and not exists (
                 select 1 from club other
                 where other.name_key = club.name_key and other.club_id <> $1 and other.status <> 'rejected'
                   and other.deleted_at is null)"
        )
        .bind(club_id)
    )?;
    Ok(resubmitted == 1)
}

pub async fn set_picture(tx: &mut Tx, club_id: ClubId, picture_id: Option<PictureId>) -> Result<(), Fault> {
    execute!(
        tx,
        sqlx::query("update club set picture_id = $1, version = version + 1 where club_id = $2")
            .bind(picture_id)
            .bind(club_id)
    )?;
    Ok(())
}

/// Until this change is done nobody deletes it. False when it was deleted already.
pub async fn hold(tx: &mut Tx, club_id: ClubId) -> Result<bool, Fault> {
    let found = if tx.is_sqlite() {
        fetch_optional!(
            tx,
            sqlx::query_as::<_, (ClubId,)>("select club_id from club where club_id = $1 and deleted_at is null")
                .bind(club_id)
        )?
    } else {
        fetch_optional!(
            tx,
            sqlx::query_as::<_, (ClubId,)>(
                "select club_id from club where club_id = $1 and deleted_at is null for share"
            )
            .bind(club_id)
        )?
    };
    Ok(found.is_some())
}

/// False when it was deleted already.
pub async fn delete(tx: &mut Tx, club_id: ClubId) -> Result<bool, Fault> {
    let now = tx.now();
    let deleted = execute!(
        tx,
        sqlx::query("update club set deleted_at = $1, version = version + 1 where club_id = $2 and deleted_at is null")
            .bind(now)
            .bind(club_id)
    )?;
    Ok(deleted == 1)
}

/// A macro because a statement is one literal: nothing is ever pasted into SQL at run time. `$1` is who asks.
macro_rules! of_the_clubs {
    ($rest:literal) => {
        concat!(
            "select c.club_id, c.name, c.description, c.status, c.rejection_reason, c.join_policy, c.members_visible,
                    c.hue, c.picture_id, c.created_at, c.version, mine.role as my_role, mine.status as my_status,
                    (select cast(count(*) as bigint) from club_member m
                     join user_account u on u.user_id = m.user_id
                     where m.club_id = c.club_id and m.status = 'active' and u.suspended_at is null) as member_count
             from club c
             left join club_member mine on mine.club_id = c.club_id and mine.user_id = $1
             where c.deleted_at is null ",
            $rest
        )
    };
}

pub async fn find(tx: &mut Tx, asker: Option<UserId>, club_id: ClubId) -> Result<Option<ClubRow>, Fault> {
    fetch_optional!(
        tx,
        sqlx::query_as::<_, ClubRow>(of_the_clubs!("and c.club_id = $2")).bind(somebody(asker)).bind(club_id)
    )
}

/// Which clubs are looked for.
#[derive(Clone, Debug)]
pub struct ClubFilter {
    /// Part of the name or the description, lower case; empty for every club.
    pub text: String,
    pub status: Option<ClubStatus>,
    /// Only those the one who asks belongs to, or asked to join.
    pub mine: bool,
}

/// Newest first: ids sort by the time they were made.
pub async fn list(
    tx: &mut Tx,
    asker: Option<UserId>,
    filter: &ClubFilter,
    page: PageRequest,
) -> Result<Vec<ClubSummary>, Fault> {
    let rows = fetch_all!(
        tx,
        sqlx::query_as::<_, ClubRow>(of_the_clubs!(
            "and ($2 = '' or c.name_key like $3 escape '\\' or c.description_key like $3 escape '\\')
             and ($4 = '' or c.status = $4)
             and (not $5 or mine.user_id is not null)
             and c.club_id < $6 order by c.club_id desc limit $7"
        ))
        .bind(somebody(asker))
        .bind(&filter.text)
        .bind(pattern_around(&filter.text))
        .bind(filter.status.map_or("", ClubStatus::code))
        .bind(filter.mine)
        .bind(page.after.unwrap_or(Uuid::max()))
        .bind(i64::from(page.limit) + 1)
    )?;
    Ok(rows.into_iter().map(ClubRow::into_summary).collect())
}

pub async fn count(tx: &mut Tx, asker: Option<UserId>, filter: &ClubFilter) -> Result<i64, Fault> {
    let (count,) = fetch_one!(
        tx,
        sqlx::query_as::<_, (i64,)>(
            "select cast(count(*) as bigint) from club c
             left join club_member mine on mine.club_id = c.club_id and mine.user_id = $1
             where c.deleted_at is null
               and ($2 = '' or c.name_key like $3 escape '\\' or c.description_key like $3 escape '\\')
               and ($4 = '' or c.status = $4)
               and (not $5 or mine.user_id is not null)"
        )
        .bind(somebody(asker))
        .bind(&filter.text)
        .bind(pattern_around(&filter.text))
        .bind(filter.status.map_or("", ClubStatus::code))
        .bind(filter.mine)
    )?;
    Ok(count)
}

/// Nobody has the id of a visitor, so nothing is theirs.
fn somebody(asker: Option<UserId>) -> UserId {
    asker.unwrap_or(UserId(Uuid::nil()))
}
