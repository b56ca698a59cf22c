//! Races about events, each decided by one statement or one constraint.

use domain::accounts::{Caller, Role};
use domain::events::{CategoryEdit, create_category, edit_category, list_categories};
use domain::outcome::{Failure, Outcome};
use domain::platform::{HandClock, Platform};
use domain::refusal::Refusal;
use futures::future::join_all;

use crate::support::people::somebody;

/// How many succeeded; everybody else was refused like this.
#[track_caller]
fn winners<T>(outcomes: &[Outcome<T>], expected: &[Refusal]) -> usize {
    for failure in outcomes.iter().filter_map(|outcome| outcome.as_ref().err()) {
        let Failure::Refused(refusal) = failure else { panic!("{failure:?}") };
        assert!(expected.contains(refusal), "{refusal:?}");
    }
    outcomes.iter().filter(|outcome| outcome.is_ok()).count()
}

async fn admin(platform: &Platform) -> Caller {
    somebody(platform, "admin", Role::Admin).await
}

pub async fn one_of_many_wins_the_name_of_a_category(platform: Platform, _: HandClock) {
    let admin = admin(&platform).await;
    let other = create_category(&platform, admin, "Film").await.unwrap();
    let names = ["Žižkov", "ŽIŽKOV", "žižkov"];
    let created = (0..9).map(|number| create_category(&platform, admin, names[number % 3]));
    let rename = CategoryEdit { name: Some("ŽiŽkov".into()), version: None };
    let (created, renamed) = tokio::join!(join_all(created), edit_category(&platform, admin, other.id, rename));
    let outcomes: Vec<_> = created.into_iter().chain([renamed]).collect();
    assert_eq!(winners(&outcomes, &[Refusal::CategoryNameTaken]), 1);
    let all = list_categories(&platform).await.unwrap();
    assert_eq!(all.items.iter().filter(|category| category.name.to_lowercase() == "žižkov").count(), 1);
}
