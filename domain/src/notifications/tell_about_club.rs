//! Whoever a change in a club concerns hears about it, unless they did it themselves.

use super::tell::{News, tell};
use super::{NoticeAbout, NoticeKind};
use crate::clubs;
use crate::ids::{ClubId, EntryId, UserId};
use crate::journal;
use crate::message::{Envelope, Message};
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::store::Tx;

pub async fn tell_about_club(platform: &Platform, envelope: &Envelope) -> Outcome<()> {
    let Some(concern) = concern_of(&envelope.message) else { return Ok(()) };
    platform
        .change((envelope.id, concern), |tx, (message, concern)| Box::pin(tell_readers(tx, *message, *concern)))
        .await
}

#[derive(Clone, Copy)]
struct Concern {
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

fn concern_of(message: &Message) -> Option<Concern> {
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
    Some(Concern { club_id, kind, reader })
}

async fn tell_readers(tx: &mut Tx, message: EntryId, concern: Concern) -> Outcome<()> {
    // A club that was closed meanwhile has nothing to tell any more.
    let Some(name) = clubs::club_name(tx, concern.club_id).await? else { return Ok(()) };
    let actor = journal::actor_of(tx, message).await?;
    let mut readers = match concern.reader {
        Reader::One(user_id) => vec![user_id],
        Reader::Owner => clubs::who_runs(tx, concern.club_id).await?.into_iter().take(1).collect(),
        Reader::Officers => clubs::who_runs(tx, concern.club_id).await?,
    };
    readers.retain(|user_id| Some(*user_id) != actor);
    let about = Some(NoticeAbout { id: concern.club_id.0, name });
    tell(tx, message, &readers, &News { kind: concern.kind, about }).await
}
