//! The table `club_member`.

use uuid::Uuid;

use crate::clubs::{ClubRole, MemberStatus, MemberView};
use crate::ids::{ClubId, MembershipId, PictureId, UserId};
use crate::outcome::Fault;
use crate::page::PageRequest;
use crate::store::{Tx, execute, fetch_all, fetch_one, fetch_optional};
use crate::time::Timestamp;

pub struct NewMember<'a> {
    pub club_id: ClubId,
    pub user_id: UserId,
    pub role: ClubRole,
    pub status: MemberStatus,
    pub message: &'a str,
}

/// False when they belong to the club or asked to already.
pub async fn insert(tx: &mut Tx, new: &NewMember<'_>) -> Result<bool, Fault> {
    let (now, membership_id) = (tx.now(), tx.new_id::<MembershipId>());
    let inserted = execute!(
        tx,
        sqlx::query(
            "insert into club_member (membership_id, club_id, user_id, role, status, message, since)
             values ($1, $2, $3, $4, $5, $6, $7)
             on conflict (club_id, user_id) do nothing"
        )
        .bind(membership_id)
        .bind(new.club_id)
        .bind(new.user_id)
        .bind(new.role)
        .bind(new.status)
        .bind(new.message)
        .bind(now)
    )?;
    Ok(inserted == 1)
}

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct MemberRow {
    pub membership_id: MembershipId,
    pub user_id: UserId,
    pub username: String,
    pub display_name: String,
    pub picture_id: Option<PictureId>,
    pub role: ClubRole,
    pub status: MemberStatus,
    pub message: String,
    pub since: Timestamp,
    pub suspended_at: Option<Timestamp>,
}

impl MemberRow {
    pub fn into_view(self) -> MemberView {
        MemberView {
            user_id: self.user_id,
            username: self.username,
            display_name: self.display_name,
            picture_id: self.picture_id,
            role: self.role,
            status: self.status,
            message: Some(self.message).filter(|message| !message.is_empty()),
            since: self.since,
        }
    }
}

/// A macro because a statement is one literal: nothing is ever pasted into SQL at run time.
macro_rules! of_the_members {
    ($rest:literal) => {
        concat!(
            "select m.membership_id, m.user_id, u.username, u.display_name, u.picture_id, m.role, m.status, m.message,
                    m.since, u.suspended_at
             from club_member m
             join user_account u on u.user_id = m.user_id
             where m.club_id = $1 ",
            $rest
        )
    };
}

pub async fn find(tx: &mut Tx, club_id: ClubId, user_id: UserId) -> Result<Option<MemberRow>, Fault> {
    fetch_optional!(
        tx,
        sqlx::query_as::<_, MemberRow>(of_the_members!("and m.user_id = $2")).bind(club_id).bind(user_id)
    )
}

/// The owner first, then the officers in the order they came.
pub async fn list_who_run(tx: &mut Tx, club_id: ClubId) -> Result<Vec<UserId>, Fault> {
    let rows = fetch_all!(
        tx,
        sqlx::query_as::<_, (UserId,)>(
            "select user_id from club_member
             where club_id = $1 and role in ('owner', 'officer')
             order by case when role = 'owner' then 0 else 1 end, membership_id"
        )
        .bind(club_id)
    )?;
    Ok(rows.into_iter().map(|(user_id,)| user_id).collect())
}

/// The role of an active member of a club that was not deleted.
pub async fn find_role(tx: &mut Tx, club_id: ClubId, user_id: UserId) -> Result<Option<ClubRole>, Fault> {
    let found = fetch_optional!(
        tx,
        sqlx::query_as::<_, (ClubRole,)>(
            "select m.role from club_member m
             join club c on c.club_id = m.club_id
             where m.club_id = $1 and m.user_id = $2 and m.status = 'active' and c.deleted_at is null"
        )
        .bind(club_id)
        .bind(user_id)
    )?;
    Ok(found.map(|(role,)| role))
}

/// The clubs that were not deleted in which somebody is an active member.
pub async fn list_clubs_of(tx: &mut Tx, user_id: UserId) -> Result<Vec<ClubId>, Fault> {
    let rows = fetch_all!(
        tx,
        sqlx::query_as::<_, (ClubId,)>(
            "select m.club_id from club_member m
             join club c on c.club_id = m.club_id
             where m.user_id = $1 and m.status = 'active' and c.deleted_at is null"
        )
        .bind(user_id)
    )?;
    Ok(rows.into_iter().map(|(club_id,)| club_id).collect())
}

/// Lets in who asked. False when nobody of this name waits any more. What they wrote has been read.
pub async fn admit(tx: &mut Tx, club_id: ClubId, user_id: UserId) -> Result<bool, Fault> {
    let now = tx.now();
    let admitted = execute!(
        tx,
        sqlx::query(
            "update club_member set status = 'active', message = '', since = $1
             where club_id = $2 and user_id = $3 and status = 'requested'"
        )
        .bind(now)
        .bind(club_id)
        .bind(user_id)
    )?;
    Ok(admitted == 1)
}

/// False when they are not what they were any more. An owner is never taken away.
pub async fn remove(
    tx: &mut Tx,
    club_id: ClubId,
    user_id: UserId,
    role: ClubRole,
    status: MemberStatus,
) -> Result<bool, Fault> {
    let removed = execute!(
        tx,
        sqlx::query(
            "delete from club_member
             where club_id = $1 and user_id = $2 and role = $3 and status = $4 and role <> 'owner'"
        )
        .bind(club_id)
        .bind(user_id)
        .bind(role)
        .bind(status)
    )?;
    Ok(removed == 1)
}

/// False when they do not have the role they had any more.
pub async fn set_role(
    tx: &mut Tx,
    club_id: ClubId,
    user_id: UserId,
    from: ClubRole,
    to: ClubRole,
) -> Result<bool, Fault> {
    let changed = execute!(
        tx,
        sqlx::query(
            "update club_member set role = $1
             where club_id = $2 and user_id = $3 and role = $4 and status = 'active'"
        )
        .bind(to)
        .bind(club_id)
        .bind(user_id)
        .bind(from)
    )?;
    Ok(changed == 1)
}

/// Who looks at a list of people: from inside everybody is seen, from outside only who shows themselves there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Onlooker {
    Inside,
    SignedIn(UserId),
    Visitor,
}

impl Onlooker {
    pub fn code_and_id(self) -> (&'static str, UserId) {
        let nobody = UserId(Uuid::nil());
        match self {
            Self::Inside => ("inside", nobody),
            Self::SignedIn(user_id) => ("signed_in", user_id),
            Self::Visitor => ("visitor", nobody),
        }
    }
}

#[derive(Clone, Copy, Debug)]
pub struct MemberFilter {
    pub club_id: ClubId,
    pub status: MemberStatus,
    pub role: Option<ClubRole>,
    pub onlooker: Onlooker,
}

/// Who came first stands first: so does the founder, and whoever has waited longest.
pub async fn list(tx: &mut Tx, filter: &MemberFilter, page: PageRequest) -> Result<Vec<MemberRow>, Fault> {
    let (onlooker, own) = filter.onlooker.code_and_id();
    fetch_all!(
        tx,
        sqlx::query_as::<_, MemberRow>(of_the_members!(
            "and m.status = $2 and ($3 = '' or m.role = $3) and u.suspended_at is null
             and ($4 = 'inside' or u.visibility = 'everyone' or u.user_id = $5
                  or ($4 = 'signed_in' and u.visibility = 'members'))
             and m.membership_id > $6 order by m.membership_id limit $7"
        ))
        .bind(filter.club_id)
        .bind(filter.status)
        .bind(filter.role.map_or("", ClubRole::code))
        .bind(onlooker)
        .bind(own)
        .bind(page.after.unwrap_or(Uuid::nil()))
        .bind(i64::from(page.limit) + 1)
    )
}

pub async fn count(tx: &mut Tx, filter: &MemberFilter) -> Result<i64, Fault> {
    let (onlooker, own) = filter.onlooker.code_and_id();
    let (count,) = fetch_one!(
        tx,
        sqlx::query_as::<_, (i64,)>(
            "select cast(count(*) as bigint) from club_member m
             join user_account u on u.user_id = m.user_id
             where m.club_id = $1 and m.status = $2 and ($3 = '' or m.role = $3) and u.suspended_at is null
               and ($4 = 'inside' or u.visibility = 'everyone' or u.user_id = $5
                    or ($4 = 'signed_in' and u.visibility = 'members'))"
        )
        .bind(filter.club_id)
        .bind(filter.status)
        .bind(filter.role.map_or("", ClubRole::code))
        .bind(onlooker)
        .bind(own)
    )?;
    Ok(count)
}
