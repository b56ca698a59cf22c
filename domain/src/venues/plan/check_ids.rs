//! Ids stay with what they were given to: nothing in a plan takes one of another venue.

use std::collections::HashSet;

use uuid::Uuid;

use super::document::Plan;
use super::draft::PlanDraft;
use super::problems::PlanProblems;
use crate::refusal::Refusal;

/// The ids that were given out at a venue, by what they are of.
#[derive(Clone, Debug, Default)]
pub struct KnownIds {
    sections: HashSet<Uuid>,
    rows: HashSet<Uuid>,
    seats: HashSet<Uuid>,
}

impl KnownIds {
    pub fn add(&mut self, plan: &Plan) {
        for section in &plan.sections {
            self.sections.insert(section.id.0);
            for row in &section.rows {
                self.rows.insert(row.id.0);
                self.seats.extend(row.seats.iter().map(|seat| seat.id.0));
            }
        }
    }

    pub fn know_all_of(&self, draft: &PlanDraft) -> bool {
        self.check(draft).is_ok()
    }

    pub fn check(&self, draft: &PlanDraft) -> Result<(), Refusal> {
        let mut problems = PlanProblems::default();
        let mut look = |known: &HashSet<Uuid>, id: Option<Uuid>, field: &dyn Fn() -> String| {
            if id.is_some_and(|id| !known.contains(&id)) {
                problems.note(field, "This id is not one of this venue. Leave it out for something new.");
            }
        };
        for (s, section) in draft.sections.iter().enumerate() {
            look(&self.sections, section.id.map(|id| id.0), &|| format!("sections[{s}].id"));
            for (r, row) in section.rows.iter().enumerate() {
                look(&self.rows, row.id.map(|id| id.0), &|| format!("sections[{s}].rows[{r}].id"));
                for (n, seat) in row.seats.iter().enumerate() {
                    let field = || format!("sections[{s}].rows[{r}].seats[{n}].id");
                    look(&self.seats, seat.id.map(|id| id.0), &field);
                }
            }
        }
        problems.into_result()
    }
}

#[cfg(test)]
mod tests {
    use super::KnownIds;
    use crate::ids::SeatId;
    use crate::venues::plan::{PlanDraft, RowDraft, SeatDraft, SectionDraft, number_plan};
    use uuid::Uuid;

    #[test]
    fn ids_are_those_of_this_venue_and_of_the_right_kind() {
        let row = RowDraft { label: "A".into(), seats: vec![SeatDraft::default(); 2], ..Default::default() };
        let section = SectionDraft { name: "Stalls".into(), rows: vec![row], ..Default::default() };
        let draft = PlanDraft { sections: vec![section], ..Default::default() };
        let mut count = 0;
        let plan = number_plan(draft.clone(), || {
            count += 1;
            Uuid::from_u128(count)
        });
        let mut known = KnownIds::default();
        assert!(known.know_all_of(&draft), "what is new needs no id");
        let mut again = PlanDraft::from(plan.clone());
        assert!(!known.know_all_of(&again));
        known.add(&plan);
        assert!(known.know_all_of(&again));
        again.sections[0].rows[0].seats[1].id = Some(SeatId(plan.sections[0].id.0));
        let problems = known.check(&again).unwrap_err().problems();
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].field, "sections[0].rows[0].seats[1].id");
    }
}
