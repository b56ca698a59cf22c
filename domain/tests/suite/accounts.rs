//! Races about people, each decided by one statement or one constraint.

use domain::accounts::{
    Caller, FirstAdmin, MailPurpose, PasswordReset, ProfileEdit, RefreshManner, Registration, Role, SignedIn,
    UserChange, UserQuery, Visit, change_user, edit_profile, ensure_first_admin, identify_caller, issue_mail_link,
    list_users, refresh_session, register_user, reset_password, verify_email,
};
use domain::ids::EntryId;
use domain::outcome::Failure;
use domain::payments::{open_payment_account, see_payment_account};
use domain::platform::{HandClock, Platform};
use domain::refusal::Refusal;

use crate::support::people::somebody;

fn registration(username: &str) -> Registration {
    Registration {
        username: username.into(),
        email: format!("{username}@example.org"),
        password: "correct horse".into(),
        ..Default::default()
    }
}

async fn register(platform: &Platform, username: &str) -> SignedIn {
    register_user(platform, &Visit::default(), registration(username)).await.unwrap()
}

pub async fn one_of_many_wins_a_name(platform: Platform, _: HandClock) {
    let visit = Visit::default();
    let rivals = (0..16).map(|number| {
        let request = Registration { email: format!("rival{number}@example.org"), ..registration("Ada") };
        register_user(&platform, &visit, request)
    });
    let outcomes = futures::future::join_all(rivals).await;
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
    assert!(outcomes.iter().all(|outcome| !matches!(outcome, Err(Failure::Fault(_)))));
}

pub async fn one_of_many_who_rename_themselves_wins_a_name(platform: Platform, _: HandClock) {
    let mut rivals = Vec::new();
    for number in 0..12 {
        let signed_in = register(&platform, &format!("rival{number}")).await;
        rivals.push(identify_caller(&platform, &signed_in.tokens.access_token).await.unwrap());
    }
    for round in 0..5 {
        let renamed = rivals.iter().map(|rival| {
            let edit = ProfileEdit { username: Some(format!("ada{round}")), ..Default::default() };
            edit_profile(&platform, *rival, edit)
        });
        let outcomes = futures::future::join_all(renamed).await;
        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
        for lost in outcomes.iter().filter_map(|outcome| outcome.as_ref().err()) {
            assert!(matches!(lost, Failure::Refused(Refusal::UsernameTaken)), "{lost:?}");
        }
    }
}

pub async fn one_of_many_refreshes_wins_and_the_reuse_ends_the_family(platform: Platform, _: HandClock) {
    let signed_in = register(&platform, "ada").await;
    let visit = Visit::default();
    let token = &signed_in.tokens.refresh_token;
    let all = (0..50).map(|_| refresh_session(&platform, &visit, token, RefreshManner::Strict));
    let outcomes = futures::future::join_all(all).await;
    let winners: Vec<_> = outcomes.iter().filter_map(|outcome| outcome.as_ref().ok()).collect();
    assert_eq!(winners.len(), 1);
    let next = &winners[0].tokens.refresh_token;
    let after = refresh_session(&platform, &visit, next, RefreshManner::Strict).await;
    assert!(matches!(after, Err(Failure::Refused(Refusal::RefreshTokenInvalid))));
    assert!(identify_caller(&platform, &signed_in.tokens.access_token).await.is_err());
}

pub async fn the_last_two_admins_cannot_remove_each_other_at_once(platform: Platform, _: HandClock) {
    let (one, other) = (somebody(&platform, "one", Role::Admin).await, somebody(&platform, "other", Role::Admin).await);
    let demote = |caller: Caller, whom: Caller| {
        let change = UserChange { role: Some("attendee".into()), suspended: None };
        change_user(&platform, caller, whom.user_id, change)
    };
    let (first, second) = tokio::join!(demote(one, other), demote(other, one));
    assert!(first.is_ok() != second.is_ok(), "one of them stays");
    let refusal = first.err().or(second.err()).unwrap();
    assert!(matches!(refusal, Failure::Refused(Refusal::LastAdmin)));
}

pub async fn a_link_works_once(platform: Platform, clock: HandClock) {
    let account = register(&platform, "ada").await.account;
    let link = |purpose| issue_mail_link(&platform, account.id, purpose);
    let token = link(MailPurpose::VerifyEmail).await.unwrap().unwrap().token;
    let all = (0..8).map(|_| verify_email(&platform, &token));
    let outcomes = futures::future::join_all(all).await;
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);

    let request = |token: &str| PasswordReset { token: token.into(), password: "another horse".into() };
    let (older, newer) =
        (link(MailPurpose::ResetPassword).await.unwrap(), link(MailPurpose::ResetPassword).await.unwrap());
    reset_password(&platform, request(&newer.unwrap().token)).await.unwrap();
    assert!(
        reset_password(&platform, request(&older.unwrap().token)).await.is_err(),
        "older links die with the newest"
    );
    let late = link(MailPurpose::ResetPassword).await.unwrap().unwrap();
    clock.turn(std::time::Duration::from_secs(3_600));
    assert!(reset_password(&platform, request(&late.token)).await.is_err(), "a link has its hour");
}

pub async fn the_payment_account_is_opened_once_however_often_the_message_comes(platform: Platform, _: HandClock) {
    let signed_in = register(&platform, "ada").await;
    let message: EntryId = platform.random.id(platform.clock.now());
    let all = (0..8).map(|_| open_payment_account(&platform, message, signed_in.account.id));
    for outcome in futures::future::join_all(all).await {
        outcome.unwrap();
    }
    let another: EntryId = platform.random.id(platform.clock.now());
    open_payment_account(&platform, another, signed_in.account.id).await.unwrap();
    let caller = identify_caller(&platform, &signed_in.tokens.access_token).await.unwrap();
    let account = see_payment_account(&platform, caller).await.unwrap();
    assert_eq!(account.balance.amount, 0);
    let opened = domain::journal::history_of(&platform, account.id.0).await.unwrap();
    assert_eq!(opened.len(), 1);
}

pub async fn people_are_found_by_any_part_of_their_name_and_paged(platform: Platform, _: HandClock) {
    let caller = somebody(&platform, "chief", Role::Admin).await;
    for name in ["anna", "hannah", "joanna", "x_y", "x.y"] {
        register(&platform, name).await;
    }
    let query =
        |text: &str, limit, cursor| UserQuery { text: text.into(), limit: Some(limit), cursor, ..Default::default() };
    let found = list_users(&platform, caller, query("ANNA", 2, None)).await.unwrap();
    assert_eq!((found.items.len(), found.total), (2, 3));
    let rest = list_users(&platform, caller, query("anna", 2, found.next_cursor)).await.unwrap();
    assert_eq!((rest.items.len(), rest.next_cursor), (1, None));
    let literal = list_users(&platform, caller, query("x_y", 10, None)).await.unwrap();
    assert_eq!(literal.total, 1, "signs of the database's own are only letters here");
}

fn first_admin() -> FirstAdmin {
    FirstAdmin { username: "root".into(), email: "root@example.org".into(), password: "correct horse".into() }
}

pub async fn processes_that_start_together_make_one_first_admin(platform: Platform, _: HandClock) {
    let admin = first_admin();
    let started = futures::future::join_all((0..8).map(|_| ensure_first_admin(&platform, &admin))).await;
    let made: Vec<bool> = started.into_iter().map(|outcome| outcome.expect("nobody stops because of it")).collect();
    assert_eq!(made.iter().filter(|made| **made).count(), 1);
    assert!(!ensure_first_admin(&platform, &admin).await.unwrap(), "later starts change nothing");
}

pub async fn an_address_somebody_else_has_makes_nobody_an_admin(platform: Platform, _: HandClock) {
    let squatter = register(&platform, "root").await;
    let refused = ensure_first_admin(&platform, &first_admin()).await;
    assert!(matches!(refused, Err(Failure::Fault(_))), "whoever runs the site must hear of it");
    let caller = identify_caller(&platform, &squatter.tokens.access_token).await.unwrap();
    assert_eq!(caller.role, Role::Attendee);
}
