//! Those who look after a venue save how its seats are arranged. A plan that differs is a new version; what was sold by
//! an older one keeps it.

use sha2::{Digest as _, Sha256};

use super::meet_venue::{hold_to_change, meet_venue};
use crate::accounts::Caller;
use crate::ids::{PictureId, PlanId, VenueId};
use crate::journal;
use crate::message::Message;
use crate::outcome::{Fault, Outcome};
use crate::platform::Platform;
use crate::refusal::{FieldProblem, Refusal};
use crate::store::Tx;
use crate::time::Timestamp;
use crate::venues::store::plans::{self, NewPlan};
use crate::venues::store::{backgrounds, venues};
use crate::venues::{
    KnownIds, PLAN_VERSIONS_KEPT, Plan, PlanDraft, PlanFacts, SavedPlan, SectionFacts, SectionKind, check_plan,
    number_plan,
};

struct Drawn {
    caller: Caller,
    venue_id: VenueId,
    plan_id: PlanId,
    /// The version that was edited.
    version: Option<i64>,
    document: String,
    sections: Vec<SectionFacts>,
    seats: i32,
    standing: i32,
    background_id: Option<PictureId>,
    fingerprint: Vec<u8>,
}

pub async fn save_plan(
    platform: &Platform,
    caller: Caller,
    venue_id: VenueId,
    mut draft: PlanDraft,
) -> Outcome<SavedPlan> {
    // Reading twenty thousand seats is no work for an open transaction, so it comes before. What was true then and is
    // not any more is found out below: ids never cease to be known, and the version is compared once more.
    let mut tx = platform.read().await?;
    let (venue, standing) = meet_venue(&mut tx, Some(caller), venue_id).await?;
    standing.must_look_after_it()?;
    refuse_old(draft.version, venue.plan_number)?;
    check_plan(&mut draft)?;
    check_ids(&mut tx, venue_id, venue.plan_number, &draft).await?;
    drop(tx);
    let now = platform.clock.now();
    let version = draft.version;
    let plan = number_plan(draft, || platform.random.id(now));
    let drawn = describe(caller, venue_id, platform.random.id(now), version, &plan)?;
    let (facts, created_at) = platform.change(drawn, |tx, drawn| Box::pin(save(tx, drawn))).await?;
    Ok(SavedPlan { venue_id, facts, created_at, plan })
}

fn describe(
    caller: Caller,
    venue_id: VenueId,
    plan_id: PlanId,
    version: Option<i64>,
    plan: &Plan,
) -> Result<Drawn, Fault> {
    let document = serde_json::to_string(plan).map_err(|error| Fault::because("a plan cannot be written", error))?;
    Ok(Drawn {
        caller,
        venue_id,
        plan_id,
        version,
        fingerprint: Sha256::digest(document.as_bytes()).to_vec(),
        document,
        sections: plan.section_facts(),
        seats: plan.places_of(SectionKind::Seated),
        standing: plan.places_of(SectionKind::Standing),
        background_id: plan.background.map(|background| background.picture_id),
    })
}

async fn save(tx: &mut Tx, drawn: &Drawn) -> Outcome<(PlanFacts, Timestamp)> {
    let venue_id = drawn.venue_id;
    let venue = hold_to_change(tx, drawn.caller, venue_id).await?;
    refuse_old(drawn.version, venue.plan_number)?;
    if let Some(picture_id) = drawn.background_id
        && !backgrounds::exists(tx, venue_id, picture_id).await?
    {
        return Err(FieldProblem::refuse("background.picture_id", "This picture was not uploaded here.").into());
    }
    // Saving what stands there already is no change: nobody's copy becomes an old one by it.
    if let Some(facts) = venue.plan_facts()
        && let Some(print) = plans::find_print(tx, facts.id).await?
        && print.fingerprint == drawn.fingerprint
    {
        return Ok((facts, print.created_at));
    }
    if !venues::take_next_plan_number(tx, venue_id, venue.plan_number).await? {
        return Err(Refusal::EditedMeanwhile.into());
    }
    let number = venue.plan_number + 1;
    plans::insert(tx, &drawn.as_version(number)).await?;
    plans::delete_unused(tx, venue_id, number - PLAN_VERSIONS_KEPT).await?;
    let (plan_id, user_id) = (drawn.plan_id, drawn.caller.user_id);
    journal::record(tx, Some(user_id), Message::PlanSaved { venue_id, plan_id }).await?;
    let facts = PlanFacts { id: plan_id, version: number, seats: drawn.seats, standing: drawn.standing };
    Ok((facts, tx.now()))
}

impl Drawn {
    fn as_version(&self, number: i64) -> NewPlan<'_> {
        NewPlan {
            plan_id: self.plan_id,
            venue_id: self.venue_id,
            number,
            created_by: self.caller.user_id,
            document: &self.document,
            sections: &self.sections,
            seats: self.seats,
            standing: self.standing,
            background_id: self.background_id,
            fingerprint: &self.fingerprint,
        }
    }
}

fn refuse_old(edited: Option<i64>, newest: i64) -> Result<(), Refusal> {
    if edited.is_some_and(|version| version != newest) { Err(Refusal::EditedMeanwhile) } else { Ok(()) }
}

/// Ids come from the newest version, or from one before it: an editor may undo what was saved.
async fn check_ids(tx: &mut Tx, venue_id: VenueId, newest: i64, draft: &PlanDraft) -> Outcome<()> {
    let mut known = KnownIds::default();
    for back in 0..PLAN_VERSIONS_KEPT {
        if known.know_all_of(draft) {
            return Ok(());
        }
        if let Some(saved) = plans::find_version(tx, venue_id, newest - back).await? {
            known.add(&saved.plan);
        }
    }
    Ok(known.check(draft)?)
}
