//! The table `club_post`.

use uuid::Uuid;

use super::members::Onlooker;
use crate::accounts::Visibility;
use crate::clubs::{PostAuthor, PostView};
use crate::ids::{ClubId, PictureId, PostId, UserId};
use crate::outcome::Fault;
use crate::page::PageRequest;
use crate::store::{Tx, execute, fetch_all, fetch_one, fetch_optional};
use crate::time::Timestamp;

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct PostRow {
    pub post_id: PostId,
    pub club_id: ClubId,
    pub author_id: UserId,
    pub title: String,
    pub body: String,
    pub members_only: bool,
    pub created_at: Timestamp,
    pub edited_at: Option<Timestamp>,
    pub version: i64,
    pub username: String,
    pub display_name: String,
    pub picture_id: Option<PictureId>,
    pub visibility: Visibility,
    pub suspended_at: Option<Timestamp>,
}

impl PostRow {
    pub fn into_view(self, onlooker: Onlooker) -> PostView {
        let shown = self.shows_author_to(onlooker);
        let author = PostAuthor {
            user_id: self.author_id,
            username: self.username,
            display_name: self.display_name,
            picture_id: self.picture_id,
        };
        PostView {
            id: self.post_id,
            club_id: self.club_id,
            title: self.title,
            body: self.body,
            members_only: self.members_only,
            author: shown.then_some(author),
            created_at: self.created_at,
            edited_at: self.edited_at,
            version: self.version,
        }
    }

    /// As in the list of members: suspended people are not shown, and from outside only who shows themselves there.
    fn shows_author_to(&self, onlooker: Onlooker) -> bool {
        let seen = match (onlooker, self.visibility) {
            (Onlooker::Inside, _) | (_, Visibility::Everyone) => true,
            (Onlooker::SignedIn(user_id), visibility) => visibility == Visibility::Members || user_id == self.author_id,
            (Onlooker::Visitor, _) => false,
        };
        seen && self.suspended_at.is_none()
    }
}

pub struct NewPost<'a> {
    pub post_id: PostId,
    pub club_id: ClubId,
    pub author_id: UserId,
    pub title: &'a str,
    pub body: &'a str,
    pub members_only: bool,
}

pub async fn insert(tx: &mut Tx, new: &NewPost<'_>) -> Result<(), Fault> {
    let now = tx.now();
    execute!(
        tx,
        sqlx::query(
            "insert into club_post (post_id, club_id, author_id, title, body, members_only, created_at)
             values ($1, $2, $3, $4, $5, $6, $7)"
        )
        .bind(new.post_id)
        .bind(new.club_id)
        .bind(new.author_id)
        .bind(new.title)
        .bind(new.body)
        .bind(new.members_only)
        .bind(now)
    )?;
    Ok(())
}

/// A macro because a statement is one literal: nothing is ever pasted into SQL at run time.
macro_rules! of_the_posts {
    ($rest:literal) => {
        concat!(
            "select p.post_id, p.club_id, p.author_id, p.title, p.body, p.members_only, p.created_at, p.edited_at,
                    p.version, u.username, u.display_name, u.picture_id, u.visibility, u.suspended_at
             from club_post p
             join user_account u on u.user_id = p.author_id
             where p.club_id = $1 ",
            $rest
        )
    };
}

pub async fn find(tx: &mut Tx, club_id: ClubId, post_id: PostId) -> Result<Option<PostRow>, Fault> {
    fetch_optional!(tx, sqlx::query_as::<_, PostRow>(of_the_posts!("and p.post_id = $2")).bind(club_id).bind(post_id))
}

pub struct PostChange<'a> {
    pub title: &'a str,
    pub body: &'a str,
    pub members_only: bool,
    /// The version that was edited.
    pub version: i64,
}

/// False when somebody else edited or removed it first.
pub async fn update(tx: &mut Tx, post_id: PostId, change: &PostChange<'_>) -> Result<bool, Fault> {
    let now = tx.now();
    let updated = execute!(
        tx,
        sqlx::query(
            "update club_post set title = $1, body = $2, members_only = $3, edited_at = $4, version = version + 1
             where post_id = $5 and version = $6"
        )
        .bind(change.title)
        .bind(change.body)
        .bind(change.members_only)
        .bind(now)
        .bind(post_id)
        .bind(change.version)
    )?;
    Ok(updated == 1)
}

/// False when this club has no such post.
pub async fn delete(tx: &mut Tx, club_id: ClubId, post_id: PostId) -> Result<bool, Fault> {
    let deleted = execute!(
        tx,
        sqlx::query("delete from club_post where club_id = $1 and post_id = $2").bind(club_id).bind(post_id)
    )?;
    Ok(deleted == 1)
}

/// Newest first. From outside, only what is for everybody.
pub async fn list(tx: &mut Tx, club_id: ClubId, inside: bool, page: PageRequest) -> Result<Vec<PostRow>, Fault> {
    fetch_all!(
        tx,
        sqlx::query_as::<_, PostRow>(of_the_posts!(
            "and ($2 or not p.members_only) and p.post_id < $3 order by p.post_id desc limit $4"
        ))
        .bind(club_id)
        .bind(inside)
        .bind(page.after.unwrap_or(Uuid::max()))
        .bind(i64::from(page.limit) + 1)
    )
}

pub async fn count(tx: &mut Tx, club_id: ClubId, inside: bool) -> Result<i64, Fault> {
    let (count,) = fetch_one!(
        tx,
        sqlx::query_as::<_, (i64,)>(
            "select cast(count(*) as bigint) from club_post where club_id = $1 and ($2 or not members_only)"
        )
        .bind(club_id)
        .bind(inside)
    )?;
    Ok(count)
}
