//! Storage: one SQL text, two databases.
//!
//! A use case calls [`Store::change`] with a function over an open [`Tx`]; whether it runs alone (PostgreSQL) or
//! together with whatever else is waiting (SQLite, one durable commit for all of them) is not its business. For
//! that reason the function may be run more than once and must not do anything but talk to its `Tx`.

mod group_commit;
mod macros;
mod open;
mod postgres;
mod search;
mod tx;

use std::sync::Arc;

use futures::future::BoxFuture;
use sqlx::SqlitePool;
use tokio::sync::Notify;

use crate::outcome::{Fault, Outcome};
use crate::platform::{Clock, Random};

pub(crate) use macros::{execute, fetch_all, fetch_one, fetch_optional, on};
pub use open::Location;
pub(crate) use search::pattern_around;
pub(crate) use tx::Handle;
pub use tx::Tx;

use tx::Connection;

use group_commit::GroupCommit;
use postgres::PostgresStore;

/// One use case's change: everything it needs is in the input, so that it can be run again.
pub type Change<I, T> = for<'t> fn(&'t mut Tx, &'t I) -> BoxFuture<'t, Outcome<T>>;

#[derive(Clone)]
pub struct Store {
    database: Database,
    clock: Clock,
    random: Random,
    recorded: Arc<Notify>,
}

#[derive(Clone)]
enum Database {
    Sqlite { readers: SqlitePool, writer: GroupCommit },
    Postgres(PostgresStore),
}

impl Store {
    pub async fn change<I, T>(&self, input: I, work: Change<I, T>) -> Outcome<T>
    where
        I: Send + Sync + 'static,
        T: Send + 'static,
    {
        match &self.database {
            Database::Sqlite { writer, .. } => writer.run(input, work).await,
            Database::Postgres(postgres) => postgres.run(self, &input, work).await,
        }
    }

    /// A connection that only reads; the database itself refuses it to write.
    pub async fn read(&self) -> Outcome<Tx> {
        let connection = match &self.database {
            Database::Sqlite { readers, .. } => Connection::SqliteReader(readers.acquire().await?),
            Database::Postgres(postgres) => Connection::PostgresReader(postgres.readers.acquire().await?),
        };
        Ok(Tx::new(connection, self.clock.clone(), self.random.clone()))
    }

    /// Resolves after a commit that recorded something in the journal. One waiter is enough: the relay.
    pub async fn something_recorded(&self) {
        self.recorded.notified().await;
    }

    pub fn kind(&self) -> &'static str {
        match &self.database {
            Database::Sqlite { .. } => "sqlite",
            Database::Postgres(_) => "postgresql",
        }
    }

    /// Whether the database answers: the question behind `/health/ready`.
    pub async fn ping(&self) -> Result<(), Fault> {
        let mut tx = self.read().await.map_err(|failure| Fault::because("no connection to the database", failure))?;
        fetch_one!(tx, sqlx::query_as::<_, (i64,)>("select cast(1 as bigint)")).map(|_| ())
    }

    /// Ends the connections; on SQLite the write-ahead log is folded into the file.
    pub async fn close(&self) {
        match &self.database {
            Database::Sqlite { readers, writer } => {
                readers.close().await;
                writer.close().await;
            }
            Database::Postgres(postgres) => postgres.close().await,
        }
    }
}
