//! Opening a database: where it is, how it is tuned, and bringing its tables up to date.

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use sqlx::migrate::Migrator;
use sqlx::pool::PoolOptions;
use sqlx::postgres::PgConnectOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, SqlitePool};
use tokio::sync::Notify;

use super::group_commit::GroupCommit;
use super::postgres::PostgresStore;
use super::{Database, Store};
use crate::outcome::Fault;
use crate::platform::{Clock, Random};

static MIGRATIONS: Migrator = sqlx::migrate!("../migrations");

const READERS_MAX: u32 = 4;
const POSTGRES_CONNECTIONS_MAX: u32 = 16;
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(5);
/// Statements a connection keeps prepared.
const PREPARED_STATEMENTS_MAX: usize = 256;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    Sqlite(PathBuf),
    Postgres(String),
}

impl Store {
    pub async fn open(location: &Location, clock: Clock, random: Random) -> Result<Self, Fault> {
        let recorded = Arc::new(Notify::new());
        let database = match location {
            Location::Sqlite(path) => open_sqlite(path, &clock, &random, &recorded).await?,
            Location::Postgres(url) => open_postgres(url).await?,
        };
        Ok(Self { database, clock, random, recorded })
    }
}

async fn open_sqlite(
    path: &PathBuf,
    clock: &Clock,
    random: &Random,
    recorded: &Arc<Notify>,
) -> Result<Database, Fault> {
    make_private(path)
        .map_err(|error| Fault::because(format!("{} cannot be opened for writing", path.display()), error))?;
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // An answered change survives a power cut; group commit is what makes that affordable.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(5))
        .statement_cache_capacity(PREPARED_STATEMENTS_MAX)
        .pragma("cache_size", "-65536")
        .pragma("temp_store", "memory")
        .pragma("mmap_size", "268435456");
    let mut writer = options.clone().connect().await?;
    MIGRATIONS
        .run(&mut writer)
        .await
        .map_err(|error| Fault::because("the tables could not be brought up to date", error))?;
    let readers: SqlitePool = PoolOptions::new()
        .max_connections(READERS_MAX)
        .acquire_timeout(ACQUIRE_TIMEOUT)
        .connect_with(options.create_if_missing(false).pragma("query_only", "on"))
        .await?;
    let writer = GroupCommit::start(writer, clock.clone(), random.clone(), recorded.clone());
    Ok(Database::Sqlite { readers, writer })
}

/// The file holds addresses and hashes: it is for nobody else on the machine. What SQLite puts beside it takes over
/// its permissions.
#[cfg(unix)]
fn make_private(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt as _;
    std::fs::OpenOptions::new().create(true).append(true).mode(0o600).open(path).map(drop)
}

#[cfg(not(unix))]
fn make_private(_: &Path) -> std::io::Result<()> {
    Ok(())
}

async fn open_postgres(url: &str) -> Result<Database, Fault> {
    let options = PgConnectOptions::from_str(url)?
        .application_name("foyer")
        .statement_cache_capacity(PREPARED_STATEMENTS_MAX)
        .options([("statement_timeout", "30s"), ("idle_in_transaction_session_timeout", "30s")]);
    let pool = || PoolOptions::new().max_connections(POSTGRES_CONNECTIONS_MAX).acquire_timeout(ACQUIRE_TIMEOUT);
    let writers = pool().connect_with(options.clone()).await?;
    // sqlx takes an advisory lock, so several servers may start at once.
    MIGRATIONS
        .run(&writers)
        .await
        .map_err(|error| Fault::because("the tables could not be brought up to date", error))?;
    let readers = pool().connect_with(options.options([("default_transaction_read_only", "on")])).await?;
    Ok(Database::Postgres(PostgresStore { readers, writers }))
}
