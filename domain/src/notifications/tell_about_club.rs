//! Whoever a change in a club concerns reads about it, unless they chose not to or did it themselves.

use super::{NoticeAbout, NoticeKind, store};
use crate::accounts;
use crate::clubs;
use crate::ids::{ClubId, EntryId, UserId};
use crate::journal;
use crate::message::{Envelope, Message};
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::store::Tx;

pub async fn tell_about_club(platform: &Platform, envelope: &Envelope) -> Outcome<()> {
    let Some(news) = news_of(&envelope.message) else { return Ok(()) };
    platform.change((envelope.id, news), |tx, (message, news)| Box::pin(tell(tx, *message, *news))).await
}

#[derive(Clone, Copy)]
struct News {
    club_id: ClubId,
    kind: NoticeKind,
    reader: Reader,
}

#[derive(Clone, Copy)]
enum Reader {
    Owner,
    Officers,
    One(UserId),
}

fn news_of(message: &Message) -> Option<News> {
    let (club_id, kind, reader) = match *message {
        Message::ClubApproved { club_id } => (club_id, NoticeKind::ClubApproved, Reader::Owner),
        Message::ClubRejected { club_id } => (club_id, NoticeKind::ClubRejected, Reader::Owner),
        Message::MemberRequested { club_id, .. } => (club_id, NoticeKind::ClubRequest, Reader::Officers),
        Message::MemberAdded { club_id, user_id } => (club_id, NoticeKind::ClubAccepted, Reader::One(user_id)),
        Message::MemberDeclined { club_id, user_id } => (club_id, NoticeKind::ClubDeclined, Reader::One(user_id)),
        Message::MemberRoleChanged { club_id, user_id, .. } => {
            (club_id, NoticeKind::ClubRoleChanged, Reader::One(user_id))
        }
        _ => return None,
    };
    Some(News { club_id, kind, reader })
}

async fn tell(tx: &mut Tx, message: EntryId, news: News) -> Outcome<()> {
    // A club that was closed meanwhile has nothing to tell any more.
    let Some(name) = clubs::club_name(tx, news.club_id).await? else { return Ok(()) };
    let actor = journal::actor_of(tx, message).await?;
    let readers = match news.reader {
        Reader::One(user_id) => vec![user_id],
        Reader::Owner => clubs::who_runs(tx, news.club_id).await?.into_iter().take(1).collect(),
        Reader::Officers => clubs::who_runs(tx, news.club_id).await?,
    };
    let about = NoticeAbout { id: news.club_id.0, name };
    for user_id in readers {
        if Some(user_id) != actor && wants_notices(tx, user_id).await? {
            store::insert_notice(tx, message, user_id, news.kind, Some(&about)).await?;
        }
    }
    Ok(())
}

async fn wants_notices(tx: &mut Tx, user_id: UserId) -> Outcome<bool> {
    Ok(accounts::choices_of(tx, user_id).await?.is_some_and(|choices| choices.in_app_membership))
}
