//! The table `venue`. The name of its club and the facts of its plan are read beside it.

use uuid::Uuid;

use crate::clubs::ClubRole;
use crate::ids::{ClubId, PlanId, UserId, VenueId};
use crate::outcome::Fault;
use crate::page::PageRequest;
use crate::store::{Tx, execute, fetch_all, fetch_one, fetch_optional, pattern_around};
use crate::time::Timestamp;
use crate::venues::{PlanFacts, Standing, Venue};

/// What those who look after a venue may change.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct VenueFields {
    pub name: String,
    pub address: String,
    pub city: String,
    pub time_zone: String,
    pub club_id: Option<ClubId>,
}

/// A venue, and how the one who asks stands to its club.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct VenueRow {
    pub venue_id: VenueId,
    #[sqlx(flatten)]
    pub fields: VenueFields,
    pub created_by: UserId,
    pub created_at: Timestamp,
    pub plan_number: i64,
    pub version: i64,
    pub club_name: Option<String>,
    pub my_club_role: Option<ClubRole>,
    pub plan_id: Option<PlanId>,
    pub seats: Option<i32>,
    pub standing: Option<i32>,
}

impl VenueRow {
    pub fn plan_facts(&self) -> Option<PlanFacts> {
        let (id, version) = (self.plan_id?, self.plan_number);
        Some(PlanFacts { id, version, seats: self.seats?, standing: self.standing? })
    }

    /// For the one who stands to it like this.
    pub fn into_venue(self, standing: Standing) -> Venue {
        let plan = self.plan_facts();
        Venue {
            id: self.venue_id,
            name: self.fields.name,
            address: self.fields.address,
            city: self.fields.city,
            time_zone: self.fields.time_zone,
            club_id: self.fields.club_id.filter(|_| self.club_name.is_some()),
            club_name: self.club_name,
            plan,
            created_at: self.created_at,
            looks_after_it: standing.looks_after_it(),
            version: self.version,
        }
    }
}

pub async fn insert(tx: &mut Tx, venue_id: VenueId, creator: UserId, fields: &VenueFields) -> Result<(), Fault> {
    let now = tx.now();
    execute!(
        tx,
        sqlx::query(
            "insert into venue
               (venue_id, name, name_key, address, address_key, city, city_key, time_zone, club_id, created_by,
                created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        )
        .bind(venue_id)
        .bind(&fields.name)
        .bind(fields.name.to_lowercase())
        .bind(&fields.address)
        .bind(fields.address.to_lowercase())
        .bind(&fields.city)
        .bind(fields.city.to_lowercase())
        .bind(&fields.time_zone)
        .bind(fields.club_id)
        .bind(creator)
        .bind(now)
    )?;
    Ok(())
}

/// False when somebody else changed or deleted it first.
pub async fn update(tx: &mut Tx, venue_id: VenueId, fields: &VenueFields, version: i64) -> Result<bool, Fault> {
    let updated = execute!(
        tx,
        sqlx::query(
            "update venue
             set name = $1, name_key = $2, address = $3, address_key = $4, city = $5, city_key = $6, time_zone = $7,
                 club_id = $8, version = version + 1
             where venue_id = $9 and version = $10 and deleted_at is null"
        )
        .bind(&fields.name)
        .bind(fields.name.to_lowercase())
        .bind(&fields.address)
        .bind(fields.address.to_lowercase())
        .bind(&fields.city)
        .bind(fields.city.to_lowercase())
        .bind(&fields.time_zone)
        .bind(fields.club_id)
        .bind(venue_id)
        .bind(version)
    )?;
    Ok(updated == 1)
}

/// Whoever draws its plan or deletes it waits here for the events that are taking it. On SQLite there is one writer
/// anyway.
pub async fn lock(tx: &mut Tx, venue_id: VenueId) -> Result<(), Fault> {
    if tx.is_sqlite() {
        return Ok(());
    }
    fetch_optional!(
        tx,
        sqlx::query_as::<_, (VenueId,)>("select venue_id from venue where venue_id = $1 for no key update")
            .bind(venue_id)
    )
    .map(|_| ())
}

/// The other side of it: until this change is done nobody deletes the venue, nor a version of its plan.
pub async fn hold(tx: &mut Tx, venue_id: VenueId) -> Result<(), Fault> {
    if tx.is_sqlite() {
        return Ok(());
    }
    fetch_optional!(
        tx,
        sqlx::query_as::<_, (VenueId,)>("select venue_id from venue where venue_id = $1 for share").bind(venue_id)
    )
    .map(|_| ())
}

/// One who saves a plan wins the next number; false for everybody else.
pub async fn take_next_plan_number(tx: &mut Tx, venue_id: VenueId, number: i64) -> Result<bool, Fault> {
    let taken = execute!(
        tx,
        sqlx::query(
            "update venue set plan_number = plan_number + 1
             where venue_id = $1 and plan_number = $2 and deleted_at is null"
        )
        .bind(venue_id)
        .bind(number)
    )?;
    Ok(taken == 1)
}

/// False when it was deleted already.
pub async fn delete(tx: &mut Tx, venue_id: VenueId) -> Result<bool, Fault> {
    let now = tx.now();
    let deleted = execute!(
        tx,
        sqlx::query(
            "update venue set deleted_at = $1, version = version + 1 where venue_id = $2 and deleted_at is null"
        )
        .bind(now)
        .bind(venue_id)
    )?;
    Ok(deleted == 1)
}

/// A macro because a statement is one literal: nothing is ever pasted into SQL at run time. `$1` is who asks.
macro_rules! of_the_venues {
    ($rest:literal) => {
        concat!(
            "select v.venue_id, v.name, v.address, v.city, v.time_zone, v.club_id, v.created_by, v.created_at,
                    v.plan_number, v.version, k.name as club_name, m.role as my_club_role, p.plan_id, p.seats,
                    p.standing
             from venue v
             left join club k on k.club_id = v.club_id and k.deleted_at is null
             left join club_member m on m.club_id = k.club_id and m.user_id = $1 and m.status = 'active'
             left join plan p on p.venue_id = v.venue_id and p.number = v.plan_number
             where v.deleted_at is null ",
            $rest
        )
    };
}

pub async fn find(tx: &mut Tx, asker: Option<UserId>, venue_id: VenueId) -> Result<Option<VenueRow>, Fault> {
    fetch_optional!(
        tx,
        sqlx::query_as::<_, VenueRow>(of_the_venues!("and v.venue_id = $2")).bind(somebody(asker)).bind(venue_id)
    )
}

/// Which venues are looked for.
#[derive(Clone, Debug)]
pub struct VenueFilter {
    /// Part of the name, the address or the city, lower case; empty for every venue.
    pub text: String,
    /// Lower case; empty for every city.
    pub city: String,
    /// Only those the one who asks added, or looks after as an officer.
    pub mine: bool,
}

/// Newest first: ids sort by the time they were made.
pub async fn list(
    tx: &mut Tx,
    asker: Option<UserId>,
    filter: &VenueFilter,
    page: PageRequest,
) -> Result<Vec<VenueRow>, Fault> {
    fetch_all!(
        tx,
        sqlx::query_as::<_, VenueRow>(of_the_venues!(
            "and ($2 = '' or v.name_key like $3 escape '\\' or v.address_key like $3 escape '\\'
                  or v.city_key like $3 escape '\\')
             and ($4 = '' or v.city_key = $4)
             and (not $5 or v.created_by = $1 or m.role in ('officer', 'owner'))
             and v.venue_id < $6 order by v.venue_id desc limit $7"
        ))
        .bind(somebody(asker))
        .bind(&filter.text)
        .bind(pattern_around(&filter.text))
        .bind(&filter.city)
        .bind(filter.mine)
        .bind(page.after.unwrap_or(Uuid::max()))
        .bind(i64::from(page.limit) + 1)
    )
}

pub async fn count(tx: &mut Tx, asker: Option<UserId>, filter: &VenueFilter) -> Result<i64, Fault> {
    let (count,) = fetch_one!(
        tx,
        sqlx::query_as::<_, (i64,)>(
            "select cast(count(*) as bigint) from venue v
             left join club k on k.club_id = v.club_id and k.deleted_at is null
             left join club_member m on m.club_id = k.club_id and m.user_id = $1 and m.status = 'active'
             where v.deleted_at is null
               and ($2 = '' or v.name_key like $3 escape '\\' or v.address_key like $3 escape '\\'
                    or v.city_key like $3 escape '\\')
               and ($4 = '' or v.city_key = $4)
               and (not $5 or v.created_by = $1 or m.role in ('officer', 'owner'))"
        )
        .bind(somebody(asker))
        .bind(&filter.text)
        .bind(pattern_around(&filter.text))
        .bind(&filter.city)
        .bind(filter.mine)
    )?;
    Ok(count)
}

/// Nobody has the id of a visitor, so nothing is theirs.
fn somebody(asker: Option<UserId>) -> UserId {
    asker.unwrap_or(UserId(Uuid::nil()))
}
