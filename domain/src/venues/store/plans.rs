//! The table `plan`: versions that never change.

use sqlx::types::Json;

use crate::ids::{PictureId, PlanId, UserId, VenueId};
use crate::outcome::Fault;
use crate::store::{Tx, execute, fetch_all, fetch_optional};
use crate::time::Timestamp;
use crate::venues::{Plan, PlanFacts, PlanVersion, SavedPlan, SectionFacts};

pub struct NewPlan<'a> {
    pub plan_id: PlanId,
    pub venue_id: VenueId,
    pub number: i64,
    pub created_by: UserId,
    pub document: &'a str,
    pub sections: &'a [SectionFacts],
    pub seats: i32,
    pub standing: i32,
    pub background_id: Option<PictureId>,
    pub fingerprint: &'a [u8],
}

pub async fn insert(tx: &mut Tx, new: &NewPlan<'_>) -> Result<(), Fault> {
    let now = tx.now();
    execute!(
        tx,
        sqlx::query(
            "insert into plan
               (plan_id, venue_id, number, document, sections, seats, standing, background_id, fingerprint,
                created_by, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        )
        .bind(new.plan_id)
        .bind(new.venue_id)
        .bind(new.number)
        .bind(new.document)
        .bind(Json(new.sections))
        .bind(new.seats)
        .bind(new.standing)
        .bind(new.background_id)
        .bind(new.fingerprint)
        .bind(new.created_by)
        .bind(now)
    )?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct PlanRow {
    plan_id: PlanId,
    venue_id: VenueId,
    number: i64,
    document: String,
    seats: i32,
    standing: i32,
    created_at: Timestamp,
}

impl PlanRow {
    fn into_saved(self) -> Result<SavedPlan, Fault> {
        let plan: Plan = serde_json::from_str(&self.document)
            .map_err(|error| Fault::because(format!("the plan {} cannot be read", self.plan_id), error))?;
        let facts = PlanFacts { id: self.plan_id, version: self.number, seats: self.seats, standing: self.standing };
        Ok(SavedPlan { venue_id: self.venue_id, facts, created_at: self.created_at, plan })
    }
}

/// A macro because a statement is one literal: nothing is ever pasted into SQL at run time.
macro_rules! of_the_plans {
    ($rest:literal) => {
        concat!("select plan_id, venue_id, number, document, seats, standing, created_at from plan ", $rest)
    };
}

pub async fn find(tx: &mut Tx, plan_id: PlanId) -> Result<Option<SavedPlan>, Fault> {
    let row = fetch_optional!(tx, sqlx::query_as::<_, PlanRow>(of_the_plans!("where plan_id = $1")).bind(plan_id))?;
    row.map(PlanRow::into_saved).transpose()
}

pub async fn find_version(tx: &mut Tx, venue_id: VenueId, number: i64) -> Result<Option<SavedPlan>, Fault> {
    let row = fetch_optional!(
        tx,
        sqlx::query_as::<_, PlanRow>(of_the_plans!("where venue_id = $1 and number = $2")).bind(venue_id).bind(number)
    )?;
    row.map(PlanRow::into_saved).transpose()
}

#[derive(sqlx::FromRow)]
struct SectionsRow {
    venue_id: VenueId,
    sections: Json<Vec<SectionFacts>>,
}

/// Whose it is and what its sections are, without every seat.
pub async fn find_sections(tx: &mut Tx, plan_id: PlanId) -> Result<Option<(VenueId, Vec<SectionFacts>)>, Fault> {
    let row = fetch_optional!(
        tx,
        sqlx::query_as::<_, SectionsRow>("select venue_id, sections from plan where plan_id = $1").bind(plan_id)
    )?;
    Ok(row.map(|row| (row.venue_id, row.sections.0)))
}

/// Enough to tell whether another plan is the same.
#[derive(sqlx::FromRow)]
pub struct Print {
    pub fingerprint: Vec<u8>,
    pub created_at: Timestamp,
}

pub async fn find_print(tx: &mut Tx, plan_id: PlanId) -> Result<Option<Print>, Fault> {
    fetch_optional!(
        tx,
        sqlx::query_as::<_, Print>("select fingerprint, created_at from plan where plan_id = $1").bind(plan_id)
    )
}

#[derive(sqlx::FromRow)]
struct VersionRow {
    plan_id: PlanId,
    number: i64,
    seats: i32,
    standing: i32,
    created_at: Timestamp,
    uses: i64,
}

/// Newest first.
pub async fn list_versions(tx: &mut Tx, venue_id: VenueId, most: i64) -> Result<Vec<PlanVersion>, Fault> {
    let rows = fetch_all!(
        tx,
        sqlx::query_as::<_, VersionRow>(
            "select p.plan_id, p.number, p.seats, p.standing, p.created_at,
                    (select cast(count(*) as bigint) from venue_use u where u.plan_id = p.plan_id) as uses
             from plan p where p.venue_id = $1 order by p.number desc limit $2"
        )
        .bind(venue_id)
        .bind(most)
    )?;
    let view = |row: VersionRow| PlanVersion {
        facts: PlanFacts { id: row.plan_id, version: row.number, seats: row.seats, standing: row.standing },
        created_at: row.created_at,
        uses: row.uses,
    };
    Ok(rows.into_iter().map(view).collect())
}

/// Versions up to this one that nothing takes place by.
pub async fn delete_unused(tx: &mut Tx, venue_id: VenueId, number_max: i64) -> Result<(), Fault> {
    execute!(
        tx,
        sqlx::query(
            "delete from plan
             where venue_id = $1 and number <= $2
               and not exists (select 1 from venue_use u where u.plan_id = plan.plan_id)"
        )
        .bind(venue_id)
        .bind(number_max)
    )?;
    Ok(())
}
