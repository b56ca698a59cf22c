//! One key, one effect, one answer.

use domain::idempotency::{KeptAnswer, KeyedRequest, Turn, keep_answer, take_turn};
use domain::outcome::Failure;
use domain::platform::{HandClock, Platform};
use domain::refusal::Refusal;

fn keyed(body: u8) -> KeyedRequest {
    KeyedRequest { key: "k".into(), asker: "ada".into(), route: "POST /x".into(), request_hash: vec![body] }
}

pub async fn the_first_request_runs_and_repeats_get_its_answer(platform: Platform, clock: HandClock) {
    assert_eq!(take_turn(&platform, keyed(1)).await.unwrap(), Turn::First);
    let running = take_turn(&platform, keyed(1)).await;
    assert!(matches!(running, Err(Failure::Refused(Refusal::IdempotencyKeyInFlight))));
    let answer = KeptAnswer { status: 201, content_type: "application/json".into(), body: b"{}".to_vec() };
    keep_answer(&platform, keyed(1), answer.clone()).await.unwrap();
    assert_eq!(take_turn(&platform, keyed(1)).await.unwrap(), Turn::Repeat(answer));
    let other = take_turn(&platform, keyed(2)).await;
    assert!(matches!(other, Err(Failure::Refused(Refusal::IdempotencyKeyReused))));
    let elsewhere = KeyedRequest { asker: "bea".into(), ..keyed(2) };
    assert_eq!(take_turn(&platform, elsewhere).await.unwrap(), Turn::First);
    clock.turn(std::time::Duration::from_secs(24 * 60 * 60));
    assert_eq!(take_turn(&platform, keyed(2)).await.unwrap(), Turn::First, "an answer is kept for a day");
}

pub async fn of_many_at_once_one_runs(platform: Platform, _: HandClock) {
    let turns = futures::future::join_all((0..20).map(|_| take_turn(&platform, keyed(1)))).await;
    assert_eq!(turns.iter().filter(|turn| matches!(turn, Ok(Turn::First))).count(), 1);
}
