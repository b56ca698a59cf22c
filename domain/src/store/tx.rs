//! An open transaction, and with it the moment and the ids of what happens in it.

use sqlx::pool::PoolConnection;
use sqlx::{PgConnection, PgTransaction, Postgres, Sqlite, SqliteConnection};
use uuid::Uuid;

use crate::platform::{Clock, Random};
use crate::time::Timestamp;

/// What a `Tx` holds on to.
pub(super) enum Connection {
    SqliteReader(PoolConnection<Sqlite>),
    SqliteWriter(Box<SqliteConnection>),
    PostgresReader(PoolConnection<Postgres>),
    PostgresWriter(Box<PgTransaction<'static>>),
}

/// The connection of either database, for the macros.
pub(crate) enum Handle<'c> {
    Sqlite(&'c mut SqliteConnection),
    Postgres(&'c mut PgConnection),
}

pub struct Tx {
    connection: Connection,
    clock: Clock,
    random: Random,
    now: Timestamp,
    changes: u64,
    recorded: bool,
}

impl Tx {
    pub(super) fn new(connection: Connection, clock: Clock, random: Random) -> Self {
        let now = clock.now();
        Self { connection, clock, random, now, changes: 0, recorded: false }
    }

    /// The moment this use case happens at: one for all its rows.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    pub fn new_id<T: From<Uuid>>(&self) -> T {
        self.random.id(self.now)
    }

    pub(crate) fn handle(&mut self) -> Handle<'_> {
        match &mut self.connection {
            Connection::SqliteReader(connection) => Handle::Sqlite(connection),
            Connection::SqliteWriter(connection) => Handle::Sqlite(connection),
            Connection::PostgresReader(connection) => Handle::Postgres(connection),
            Connection::PostgresWriter(transaction) => Handle::Postgres(transaction),
        }
    }

    pub fn is_sqlite(&self) -> bool {
        matches!(self.connection, Connection::SqliteReader(_) | Connection::SqliteWriter(_))
    }

    pub(crate) fn note_changes(&mut self, rows: u64) {
        self.changes += rows;
    }

    pub(crate) fn note_recorded(&mut self) {
        self.recorded = true;
    }

    /// The next use case begins on the same connection.
    pub(super) fn start_use_case(&mut self) {
        self.now = self.clock.now();
        self.changes = 0;
    }

    /// Whether the use case that just ran wrote anything: a refusal before the first write has nothing to undo.
    pub(super) fn has_changes(&self) -> bool {
        self.changes > 0
    }

    pub(super) fn take_recorded(&mut self) -> bool {
        std::mem::take(&mut self.recorded)
    }

    pub(super) fn into_connection(self) -> Connection {
        self.connection
    }
}
