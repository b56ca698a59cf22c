//! Races about clubs, each decided by one statement or one constraint.

use domain::accounts::{Caller, Role};
use domain::clubs::{
    Club, ClubEdit, ClubQuery, ClubRole, ClubStatus, Founding, INVITATIONS_OPEN_MAX, JoinPolicy, MemberQuery,
    MemberStatus, MembersVisible, PENDING_CLUBS_MAX, accept_member, approve_club, change_member_role, club_role,
    decline_member, edit_club, found_club, invite_to_club, join_club, list_clubs, list_invitations, list_members,
    reject_club, remove_member, resubmit_club, see_club,
};
use domain::events::close_club;
use domain::ids::ClubId;
use domain::journal;
use domain::outcome::{Failure, Outcome};
use domain::platform::{HandClock, Platform};
use domain::refusal::Refusal;
use futures::future::join_all;

use crate::support::people::somebody;

fn founding(name: &str) -> Founding {
    Founding { name: name.into(), ..Default::default() }
}

async fn attendee(platform: &Platform, name: &str) -> Caller {
    somebody(platform, name, Role::Attendee).await
}

/// An approved club of this policy, its owner, and an admin.
async fn club(platform: &Platform, policy: &str) -> (ClubId, Caller, Caller) {
    let (owner, admin) = (attendee(platform, "owner").await, somebody(platform, "admin", Role::Admin).await);
    let request = Founding { join_policy: Some(policy.into()), ..founding("Chess") };
    let club = found_club(platform, owner, request).await.unwrap();
    approve_club(platform, admin, club.id).await.unwrap();
    (club.id, owner, admin)
}

async fn member(platform: &Platform, club_id: ClubId, name: &str) -> Caller {
    let caller = attendee(platform, name).await;
    join_club(platform, caller, club_id, "").await.unwrap();
    caller
}

async fn messages(platform: &Platform, club_id: ClubId) -> Vec<&'static str> {
    let history = journal::history_of(platform, club_id.0).await.unwrap();
    history.iter().map(|envelope| envelope.message.name()).collect()
}

/// How many succeeded; everybody else was refused like this.
#[track_caller]
fn winners<T>(outcomes: &[Outcome<T>], expected: &[Refusal]) -> usize {
    for failure in outcomes.iter().filter_map(|outcome| outcome.as_ref().err()) {
        let Failure::Refused(refusal) = failure else { panic!("{failure:?}") };
        assert!(expected.contains(refusal), "{refusal:?}");
    }
    outcomes.iter().filter(|outcome| outcome.is_ok()).count()
}

async fn owners(platform: &Platform, asking: Caller, club_id: ClubId) -> i64 {
    let query = MemberQuery { role: Some("owner".into()), ..Default::default() };
    list_members(platform, Some(asking), club_id, query).await.unwrap().total
}

pub async fn what_is_founded_is_what_was_asked_for(platform: Platform, _: HandClock) {
    let founder = attendee(&platform, "ada").await;
    let request = Founding {
        name: " Schach  & Go ".into(),
        description: "Every\r\nThursday".into(),
        join_policy: Some("request".into()),
        members_visible: Some("officers".into()),
        hue: Some(359),
    };
    let club = found_club(&platform, founder, request).await.unwrap();
    let expected = Club {
        id: club.id,
        name: "Schach & Go".into(),
        description: "Every\nThursday".into(),
        status: ClubStatus::Pending,
        rejection_reason: None,
        join_policy: JoinPolicy::Request,
        members_visible: MembersVisible::Officers,
        hue: Some(359),
        picture_id: None,
        member_count: 1,
        my_role: Some(ClubRole::Owner),
        my_status: Some(MemberStatus::Active),
        invited: false,
        created_at: platform.clock.now(),
        version: 1,
    };
    assert_eq!(club, expected);
    assert_eq!(see_club(&platform, Some(founder), club.id).await.unwrap(), expected);
    assert_eq!(messages(&platform, club.id).await, ["club_created"]);
}

pub async fn one_of_many_founders_wins_a_name(platform: Platform, _: HandClock) {
    let mut founders = Vec::new();
    for number in 0..12 {
        founders.push(attendee(&platform, &format!("founder{number}")).await);
    }
    for (round, name) in ["Žižkov Chess", "ŽIŽKOV GO", "žižkov bridge"].into_iter().enumerate() {
        let all = founders.iter().enumerate().map(|(number, founder)| {
            let name = if number % 2 == 0 { name.to_uppercase() } else { name.to_lowercase() };
            found_club(&platform, *founder, founding(&name))
        });
        let outcomes = join_all(all).await;
        assert_eq!(winners(&outcomes, &[Refusal::ClubNameTaken]), 1, "round {round}");
    }
}

pub async fn a_name_that_was_freed_goes_to_one_of_those_who_want_it(platform: Platform, _: HandClock) {
    let admin = somebody(&platform, "admin", Role::Admin).await;
    for round in 0..5 {
        let name = format!("Club {round}");
        let (first, second, third) = (
            attendee(&platform, &format!("first{round}")).await,
            attendee(&platform, &format!("second{round}")).await,
            attendee(&platform, &format!("third{round}")).await,
        );
        let rejected = found_club(&platform, first, founding(&name)).await.unwrap();
        reject_club(&platform, admin, rejected.id, "Too short.").await.unwrap();
        let other = found_club(&platform, third, founding(&format!("Other {round}"))).await.unwrap();
        let rename = ClubEdit { name: Some(name.clone()), ..Default::default() };
        let (again, founded, renamed) = tokio::join!(
            resubmit_club(&platform, first, rejected.id),
            found_club(&platform, second, founding(&name)),
            edit_club(&platform, third, other.id, rename),
        );
        let outcomes = [again, founded, renamed];
        assert_eq!(winners(&outcomes, &[Refusal::ClubNameTaken]), 1);
    }
}

pub async fn nobody_has_more_than_five_clubs_waiting_however_fast_they_are(platform: Platform, _: HandClock) {
    let (founder, admin) = (attendee(&platform, "ada").await, somebody(&platform, "admin", Role::Admin).await);
    let all = (0..12).map(|number| found_club(&platform, founder, founding(&format!("Club {number}"))));
    let outcomes = join_all(all).await;
    assert_eq!(winners(&outcomes, &[Refusal::TooManyPendingClubs]), 5);
    assert_eq!(PENDING_CLUBS_MAX, 5);

    let founded: Vec<&Club> = outcomes.iter().filter_map(|outcome| outcome.as_ref().ok()).collect();
    for club in &founded[..2] {
        reject_club(&platform, admin, club.id, "Another time.").await.unwrap();
    }
    found_club(&platform, founder, founding("Club 100")).await.unwrap();
    let again = founded[..2].iter().map(|club| resubmit_club(&platform, founder, club.id));
    assert_eq!(winners(&join_all(again).await, &[Refusal::TooManyPendingClubs]), 1, "handing in again counts, too");
}

pub async fn a_club_is_approved_or_rejected_but_never_both(platform: Platform, _: HandClock) {
    let (founder, admin) = (attendee(&platform, "ada").await, somebody(&platform, "admin", Role::Admin).await);
    for round in 0..10 {
        let club = found_club(&platform, founder, founding(&format!("Club {round}"))).await.unwrap();
        let (approved, rejected) =
            tokio::join!(approve_club(&platform, admin, club.id), reject_club(&platform, admin, club.id, "No."));
        let outcomes = [approved, rejected];
        assert_eq!(winners(&outcomes, &[Refusal::ClubNotPending]), 1);
        let decided = outcomes.into_iter().find_map(Result::ok).unwrap();
        assert_eq!(see_club(&platform, Some(admin), club.id).await.unwrap(), decided);
        assert_eq!(messages(&platform, club.id).await.len(), 2, "founded, and decided on once");
    }
}

pub async fn one_of_many_edits_wins(platform: Platform, _: HandClock) {
    let founder = attendee(&platform, "ada").await;
    let club = found_club(&platform, founder, founding("Chess")).await.unwrap();
    let all = (0..10).map(|number| {
        let edit = ClubEdit { description: Some(format!("{number}")), version: Some(1), ..Default::default() };
        edit_club(&platform, founder, club.id, edit)
    });
    assert_eq!(winners(&join_all(all).await, &[Refusal::EditedMeanwhile]), 1);
    let now = see_club(&platform, Some(founder), club.id).await.unwrap();
    assert_eq!(now.version, 2);
    let same = ClubEdit { description: Some(now.description.clone()), ..Default::default() };
    assert_eq!(edit_club(&platform, founder, club.id, same).await.unwrap(), now, "nothing new is no new version");
}

pub async fn fifty_joins_of_one_person_make_one_member(platform: Platform, _: HandClock) {
    let (club_id, owner, _) = club(&platform, "open").await;
    let ada = attendee(&platform, "ada").await;
    let outcomes = join_all((0..50).map(|_| join_club(&platform, ada, club_id, ""))).await;
    assert_eq!(winners(&outcomes, &[Refusal::AlreadyMember]), 1);
    assert_eq!(see_club(&platform, Some(ada), club_id).await.unwrap().member_count, 2);

    let close = ClubEdit { join_policy: Some("request".into()), ..Default::default() };
    edit_club(&platform, owner, club_id, close).await.unwrap();
    let bea = attendee(&platform, "bea").await;
    let outcomes = join_all((0..50).map(|_| join_club(&platform, bea, club_id, "please"))).await;
    assert_eq!(winners(&outcomes, &[Refusal::AlreadyRequested]), 1);
    let asking = MemberQuery { status: Some("requested".into()), ..Default::default() };
    assert_eq!(list_members(&platform, Some(owner), club_id, asking).await.unwrap().total, 1);
    let told = messages(&platform, club_id).await;
    assert_eq!(told[2..], ["member_added", "club_edited", "member_requested"]);
}

pub async fn a_request_is_answered_once(platform: Platform, _: HandClock) {
    let (club_id, owner, _) = club(&platform, "request").await;
    for round in 0..8 {
        let ada = member(&platform, club_id, &format!("ada{round}")).await;
        let (accepted, declined, withdrawn) = tokio::join!(
            accept_member(&platform, owner, club_id, ada.user_id),
            decline_member(&platform, owner, club_id, ada.user_id),
            remove_member(&platform, ada, club_id, ada.user_id),
        );
        let outcomes = [accepted.map(|_| ()), declined, withdrawn];
        let refusals = [Refusal::NotFound, Refusal::AlreadyMember, Refusal::EditedMeanwhile];
        let answers = winners(&outcomes, &refusals);
        // Somebody who was let in a moment ago may leave like anybody else.
        let left_at_once = outcomes[0].is_ok() && outcomes[2].is_ok();
        assert_eq!(answers, if left_at_once { 2 } else { 1 });
    }
}

pub async fn an_owner_who_hands_over_twice_at_once_leaves_one_owner(platform: Platform, _: HandClock) {
    let (club_id, mut owner, _) = club(&platform, "open").await;
    for round in 0..10 {
        let one = member(&platform, club_id, &format!("one{round}")).await;
        let other = member(&platform, club_id, &format!("other{round}")).await;
        let (first, second) = tokio::join!(
            change_member_role(&platform, owner, club_id, one.user_id, "owner"),
            change_member_role(&platform, owner, club_id, other.user_id, "owner"),
        );
        let won_by_first = first.is_ok();
        assert_eq!(winners(&[first, second], &[Refusal::NotAllowed]), 1);
        let next = if won_by_first { one } else { other };
        assert_eq!(see_club(&platform, Some(next), club_id).await.unwrap().my_role, Some(ClubRole::Owner));
        let before = see_club(&platform, Some(owner), club_id).await.unwrap();
        assert_eq!(before.my_role, Some(ClubRole::Officer), "whoever owned it stays as an officer");
        assert_eq!(owners(&platform, next, club_id).await, 1);
        owner = next;
    }
}

pub async fn a_club_keeps_its_owner_whoever_leaves_meanwhile(platform: Platform, _: HandClock) {
    let (club_id, mut owner, _) = club(&platform, "open").await;
    for round in 0..10 {
        let heir = member(&platform, club_id, &format!("heir{round}")).await;
        let (handed_over, left, gone) = tokio::join!(
            change_member_role(&platform, owner, club_id, heir.user_id, "owner"),
            remove_member(&platform, heir, club_id, heir.user_id),
            remove_member(&platform, owner, club_id, owner.user_id),
        );
        let took_over = handed_over.is_ok();
        let refusals = [Refusal::NotFound, Refusal::EditedMeanwhile, Refusal::ClubNeedsOwner, Refusal::NotAllowed];
        winners(&[handed_over.map(|_| ()), left, gone], &refusals);
        if took_over {
            owner = heir;
        }
        assert_eq!(see_club(&platform, Some(owner), club_id).await.unwrap().my_role, Some(ClubRole::Owner));
        assert_eq!(owners(&platform, owner, club_id).await, 1);
    }
}

pub async fn an_address_is_invited_once_and_no_more_than_a_hundred_are(platform: Platform, _: HandClock) {
    let (club_id, owner, _) = club(&platform, "invite").await;
    let same = (0..10).map(|number| {
        let email = if number % 2 == 0 { "Eva@example.org" } else { "eva@EXAMPLE.org" };
        invite_to_club(&platform, owner, club_id, email)
    });
    assert_eq!(winners(&join_all(same).await, &[Refusal::AlreadyInvited]), 1);
    let emails: Vec<String> = (0..105).map(|number| format!("guest{number}@example.org")).collect();
    let all = emails.iter().map(|email| invite_to_club(&platform, owner, club_id, email));
    assert_eq!(winners(&join_all(all).await, &[Refusal::TooManyInvitations]), 99);
    let open = list_invitations(&platform, owner, club_id, None, None).await.unwrap();
    assert_eq!((open.total, open.items.len()), (INVITATIONS_OPEN_MAX, 20));
}

pub async fn an_invitation_lets_in_once(platform: Platform, _: HandClock) {
    let (club_id, owner, _) = club(&platform, "invite").await;
    let ada = attendee(&platform, "ada").await;
    assert!(matches!(join_club(&platform, ada, club_id, "").await, Err(Failure::Refused(Refusal::InvitationNeeded))));
    invite_to_club(&platform, owner, club_id, "ADA@example.org").await.unwrap();
    assert!(see_club(&platform, Some(ada), club_id).await.unwrap().invited);
    let outcomes = join_all((0..8).map(|_| join_club(&platform, ada, club_id, ""))).await;
    // On PostgreSQL one that comes between two others may find the invitation gone before it finds itself let in.
    assert_eq!(winners(&outcomes, &[Refusal::AlreadyMember, Refusal::InvitationNeeded]), 1);
    remove_member(&platform, ada, club_id, ada.user_id).await.unwrap();
    assert!(join_club(&platform, ada, club_id, "").await.is_err(), "it was used up");
}

pub async fn other_slices_are_told_what_somebody_is(platform: Platform, _: HandClock) {
    let (club_id, owner, _) = club(&platform, "open").await;
    let officer = member(&platform, club_id, "officer").await;
    change_member_role(&platform, owner, club_id, officer.user_id, "officer").await.unwrap();
    let close = ClubEdit { join_policy: Some("request".into()), ..Default::default() };
    edit_club(&platform, owner, club_id, close).await.unwrap();
    let asking = member(&platform, club_id, "asking").await;
    let stranger = attendee(&platform, "stranger").await;
    let roles = async || {
        let mut tx = platform.read().await.unwrap();
        let mut roles = Vec::new();
        for caller in [owner, officer, asking, stranger] {
            roles.push(club_role(&mut tx, club_id, caller.user_id).await.unwrap());
        }
        roles
    };
    assert_eq!(roles().await, [Some(ClubRole::Owner), Some(ClubRole::Officer), None, None]);
    close_club(&platform, owner, club_id).await.unwrap();
    assert_eq!(roles().await, [None; 4]);
}

pub async fn a_deleted_club_is_nowhere(platform: Platform, _: HandClock) {
    let (club_id, owner, admin) = club(&platform, "open").await;
    let both = join_all([close_club(&platform, owner, club_id), close_club(&platform, admin, club_id)]).await;
    assert_eq!(winners(&both, &[Refusal::NotFound]), 1);
    for caller in [owner, admin] {
        assert!(see_club(&platform, Some(caller), club_id).await.is_err());
        assert!(join_club(&platform, caller, club_id, "").await.is_err());
        let mine = ClubQuery { mine: true, ..Default::default() };
        assert_eq!(list_clubs(&platform, Some(caller), mine).await.unwrap().total, 0);
    }
    assert_eq!(list_clubs(&platform, None, ClubQuery::default()).await.unwrap().total, 0);
    found_club(&platform, owner, founding("CHESS")).await.unwrap();
    assert_eq!(messages(&platform, club_id).await, ["club_created", "club_approved", "club_deleted"]);
}

pub async fn clubs_are_found_by_any_part_of_name_and_description_and_paged(platform: Platform, _: HandClock) {
    let admin = somebody(&platform, "admin", Role::Admin).await;
    for (name, description) in [
        ("Ärger im Chor", "Wir singen."),
        ("Chess", "Jeden Donnerstag im ÄRGERNIS"),
        ("100% Film", "snake_case"),
        ("Film", "snakeXcase"),
        ("Verärgert", ""),
    ] {
        let request = Founding { description: description.into(), ..founding(name) };
        let club = found_club(&platform, admin, request).await.unwrap();
        approve_club(&platform, admin, club.id).await.unwrap();
    }
    let query =
        |text: &str, limit, cursor| ClubQuery { text: text.into(), limit: Some(limit), cursor, ..Default::default() };
    let found = list_clubs(&platform, None, query("ÄRGER", 2, None)).await.unwrap();
    let names: Vec<_> = found.items.iter().map(|club| club.name.as_str()).collect();
    assert_eq!((names, found.total), (vec!["Verärgert", "Chess"], 3), "newest first");
    let rest = list_clubs(&platform, None, query("ärger", 2, found.next_cursor)).await.unwrap();
    assert_eq!((rest.items.len(), rest.next_cursor), (1, None));
    for literal in ["%", "e_c"] {
        let found = list_clubs(&platform, None, query(literal, 10, None)).await.unwrap();
        assert_eq!(found.total, 1, "signs of the database's own are only letters here");
    }
}
