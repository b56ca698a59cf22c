//! What a whole page needs, gathered from several use cases.

use domain::accounts::Caller;
use domain::clubs::{self, ClubQuery, MemberQuery};
use domain::events::{CatalogueQuery, find_events};
use domain::ids::{ClubId, PostId};
use domain::platform::Platform;
use domain::refusal::Refusal;

use crate::api_error::ApiError;
use crate::caller::id_in_address;
use crate::clubs::api_views::{ClubPageShown, ClubShown, ClubsShown, MembersShown, PostFormShown, show};
use crate::events::api_views::EventCardShown;
use crate::events::api_views::show::card;
use crate::reader::Reader;

const CLUBS_PER_PAGE: i64 = 24;
const MEMBERS_AT_A_GLANCE: i64 = 12;
const MEMBERS_PER_PAGE: i64 = 50;
const REQUESTS_SHOWN: i64 = 100;
const POSTS_PER_PAGE: i64 = 10;
const COMING_AT_A_GLANCE: i64 = 5;
const PAST_AT_A_GLANCE: i64 = 3;

pub async fn clubs(
    platform: &Platform,
    caller: Option<Caller>,
    text: String,
    show: &str,
    cursor: String,
) -> Result<ClubsShown, ApiError> {
    let status = matches!(show, "pending" | "rejected").then(|| show.to_owned());
    let query = ClubQuery { text, status, mine: show == "mine", limit: Some(CLUBS_PER_PAGE), cursor: Some(cursor) };
    let page = clubs::list_clubs(platform, caller, query).await?;
    Ok(ClubsShown {
        clubs: page.items,
        next_cursor: page.next_cursor,
        total: page.total,
        signed_in: caller.is_some(),
        may_decide: caller.is_some_and(|caller| caller.role.can_manage_clubs()),
    })
}

pub async fn club(platform: &Platform, caller: Option<Caller>, club_id: ClubId) -> Result<ClubShown, ApiError> {
    club_for(&Reader::of(platform, caller).await?, platform, caller, club_id).await
}

async fn club_for(
    reader: &Reader,
    platform: &Platform,
    caller: Option<Caller>,
    club_id: ClubId,
) -> Result<ClubShown, ApiError> {
    let club = clubs::see_club(platform, caller, club_id).await?;
    Ok(show::club(club, caller, reader))
}

pub async fn club_page(
    platform: &Platform,
    caller: Option<Caller>,
    club_id: ClubId,
    cursor: &str,
) -> Result<ClubPageShown, ApiError> {
    let reader = Reader::of(platform, caller).await?;
    let shown = club_for(&reader, platform, caller, club_id).await?;
    let my_role = shown.club.my_role;
    let members = if shown.can.see_members {
        let query = MemberQuery { limit: Some(MEMBERS_AT_A_GLANCE), ..MemberQuery::default() };
        clubs::list_members(platform, caller, club_id, query).await?.items
    } else {
        Vec::new()
    };
    let requests = if shown.can.run {
        let query = MemberQuery { status: Some("requested".into()), limit: Some(1), ..MemberQuery::default() };
        clubs::list_members(platform, caller, club_id, query).await?.total
    } else {
        0
    };
    let (coming, coming_total) = events_of(platform, caller, club_id, COMING_AT_A_GLANCE, None, &reader).await?;
    let (past, past_total) = events_of(platform, caller, club_id, PAST_AT_A_GLANCE, Some("past"), &reader).await?;
    let posts = clubs::list_posts(platform, caller, club_id, Some(POSTS_PER_PAGE), Some(cursor)).await?;
    Ok(ClubPageShown {
        shown,
        members: members.into_iter().map(|view| show::member(view, caller, my_role, &reader)).collect(),
        coming,
        coming_total,
        past,
        past_total,
        posts: posts.items.into_iter().map(|view| show::post(view, &reader)).collect(),
        next_posts: posts.next_cursor,
        requests,
    })
}

/// What a club puts on, as far as the reader may know of it, and how much of it there is.
async fn events_of(
    platform: &Platform,
    caller: Option<Caller>,
    club_id: ClubId,
    limit: i64,
    status: Option<&str>,
    reader: &Reader,
) -> Result<(Vec<EventCardShown>, i64), ApiError> {
    let query = CatalogueQuery {
        club: Some(club_id),
        status: status.map(str::to_owned),
        limit: Some(limit),
        ..CatalogueQuery::default()
    };
    let page = find_events(platform, caller, query).await?;
    Ok((page.items.into_iter().map(|listed| card(listed, reader)).collect(), page.total))
}

pub async fn members(
    platform: &Platform,
    caller: Option<Caller>,
    club_id: ClubId,
    cursor: String,
) -> Result<MembersShown, ApiError> {
    let reader = Reader::of(platform, caller).await?;
    let shown = club_for(&reader, platform, caller, club_id).await?;
    let my_role = shown.club.my_role;
    let query = MemberQuery { limit: Some(MEMBERS_PER_PAGE), cursor: Some(cursor), ..MemberQuery::default() };
    let page = clubs::list_members(platform, caller, club_id, query).await?;
    let (mut requests, mut invitations) = (Vec::new(), Vec::new());
    if let (true, Some(officer)) = (shown.can.run, caller) {
        let asking =
            MemberQuery { status: Some("requested".into()), limit: Some(REQUESTS_SHOWN), ..MemberQuery::default() };
        requests = clubs::list_members(platform, caller, club_id, asking).await?.items;
        invitations = clubs::list_invitations(platform, officer, club_id, Some(REQUESTS_SHOWN), None).await?.items;
    }
    let member = |view| show::member(view, caller, my_role, &reader);
    Ok(MembersShown {
        shown,
        members: page.items.into_iter().map(member).collect(),
        next_cursor: page.next_cursor,
        total: page.total,
        requests: requests.into_iter().map(member).collect(),
        invitations: invitations.into_iter().map(|view| show::invitation(view, &reader)).collect(),
    })
}

pub async fn post_form(
    platform: &Platform,
    caller: Caller,
    club_id: ClubId,
    post_id: &str,
) -> Result<PostFormShown, ApiError> {
    let reader = Reader::of(platform, Some(caller)).await?;
    let shown = club_for(&reader, platform, Some(caller), club_id).await?;
    if !shown.can.run {
        return Err(Refusal::NotAllowed.into());
    }
    let post = if post_id.is_empty() {
        None
    } else {
        let post_id: PostId = id_in_address(post_id)?;
        Some(show::post(clubs::see_post(platform, Some(caller), club_id, post_id).await?, &reader))
    };
    Ok(PostFormShown { shown, post })
}
