//! The index of the catalogue in this process, and how it keeps up with the database: whoever looks for something
//! first asks for the number of the newest change, and reads what is missing. So nobody sees less than was committed,
//! on whichever server.

use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::Mutex;

use super::Filter;
use super::index::{Found, FoundByDay, Index};
use crate::events::store::{clock, listings};
use crate::ids::{ClubId, UserId};
use crate::outcome::Fault;
use crate::store::Tx;
use crate::time::Timestamp;

/// Listings that are read at once.
const BATCH: i64 = 2_000;

#[derive(Clone, Default)]
pub struct Catalogue(Arc<Shared>);

#[derive(Default)]
struct Shared {
    known: RwLock<Known>,
    /// One reads, the others wait for what it learns.
    reading: Mutex<()>,
}

#[derive(Default)]
struct Known {
    index: Index,
    /// The newest change that is in it.
    revision: i64,
}

/// The one who looks, as the database knows them.
pub struct Looking {
    pub admin: bool,
    pub person: Option<UserId>,
    pub clubs: Vec<ClubId>,
}

impl Catalogue {
    pub(crate) async fn keep_up(&self, tx: &mut Tx) -> Result<(), Fault> {
        let newest = clock::newest(tx).await?;
        if self.knows(newest) {
            return Ok(());
        }
        let _alone = self.0.reading.lock().await;
        if self.knows(newest) {
            return Ok(());
        }
        // One that is worn is made anew beside it: whoever looks meanwhile sees the old one.
        let mut fresh = self.is_worn().then(Known::default);
        let known = fresh.as_ref().map_or_else(|| self.revision(), |fresh| fresh.revision);
        let mut reached = known;
        loop {
            let rows = listings::after(tx, reached, BATCH).await?;
            reached = rows.last().map_or(reached, |row| row.revision);
            self.learn(&mut fresh, |known| rows.iter().for_each(|row| known.index.put(row)));
            if rows.len() < usize::try_from(BATCH).unwrap_or_default() {
                break;
            }
        }
        // After the listings: then no name is older than what was seen with them.
        let names = clock::names_after(tx, known).await?;
        self.learn(&mut fresh, |known| {
            names.into_iter().for_each(|(id, name)| known.index.put_name(id, name));
            known.revision = newest.max(reached);
        });
        if let Some(fresh) = fresh {
            self.learn(&mut None, |known| *known = fresh);
        }
        Ok(())
    }

    pub(crate) fn find(&self, filter: &Filter, looking: &Looking, now: Timestamp, counted: bool) -> Found {
        let known = self.0.known.read().unwrap_or_else(PoisonError::into_inner);
        let viewer = known.index.viewer(looking.admin, looking.person, &looking.clubs);
        known.index.find(filter, &viewer, now, counted)
    }

    pub(crate) fn find_by_day(
        &self,
        filter: &Filter,
        looking: &Looking,
        now: Timestamp,
        bounds: &[Timestamp],
        shown: usize,
    ) -> FoundByDay {
        let known = self.0.known.read().unwrap_or_else(PoisonError::into_inner);
        let viewer = known.index.viewer(looking.admin, looking.person, &looking.clubs);
        known.index.find_by_day(filter, &viewer, now, bounds, shown)
    }

    fn knows(&self, revision: i64) -> bool {
        self.revision() >= revision
    }

    fn revision(&self) -> i64 {
        self.0.known.read().unwrap_or_else(PoisonError::into_inner).revision
    }

    fn is_worn(&self) -> bool {
        self.0.known.read().unwrap_or_else(PoisonError::into_inner).index.is_worn()
    }

    fn learn(&self, fresh: &mut Option<Known>, change: impl FnOnce(&mut Known)) {
        match fresh {
            Some(fresh) => change(fresh),
            None => change(&mut self.0.known.write().unwrap_or_else(PoisonError::into_inner)),
        }
    }
}
