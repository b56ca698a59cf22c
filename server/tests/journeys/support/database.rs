//! A database for one journey, and a look at its tables from outside.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::{AssertSqlSafe, Connection as _, PgConnection, SqliteConnection};

#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Sqlite,
    Postgres,
}

/// Every row of every table, as text.
pub type Rows = BTreeMap<String, Vec<String>>;

pub enum Database {
    Sqlite { url: String },
    Postgres { url: String, cluster: String, name: String },
}

impl Database {
    pub async fn create(kind: Kind, folder: &Path) -> Self {
        match kind {
            Kind::Sqlite => Self::Sqlite { url: format!("sqlite:{}", folder.join("foyer.sqlite").display()) },
            Kind::Postgres => create_postgres().await,
        }
    }

    pub fn url(&self) -> &str {
        match self {
            Self::Sqlite { url } | Self::Postgres { url, .. } => url,
        }
    }

    pub async fn remove(&self) {
        if let Self::Postgres { cluster, name, .. } = self {
            let mut connection = PgConnection::connect(cluster).await.unwrap();
            let drop = format!("drop database if exists {name} with (force)");
            sqlx::raw_sql(AssertSqlSafe(drop)).execute(&mut connection).await.unwrap();
        }
    }

    /// Changes something behind the server's back.
    pub async fn execute(&self, sql: &'static str) {
        match self {
            Self::Sqlite { url } => {
                let mut connection = SqliteConnection::connect(url).await.unwrap();
                sqlx::raw_sql(sql).execute(&mut connection).await.unwrap();
            }
            Self::Postgres { url, .. } => {
                let mut connection = PgConnection::connect(url).await.unwrap();
                sqlx::raw_sql(sql).execute(&mut connection).await.unwrap();
            }
        }
    }

    pub async fn rows(&self) -> Rows {
        match self {
            Self::Sqlite { url } => sqlite_rows(url).await,
            Self::Postgres { url, .. } => postgres_rows(url).await,
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "where the cluster is can only come from whoever runs the tests")]
fn cluster_url() -> String {
    std::env::var("FOYER_TEST_POSTGRES_URL").expect("run through cargo xtask test, or set FOYER_TEST_POSTGRES_URL")
}

async fn create_postgres() -> Database {
    static MADE: AtomicU32 = AtomicU32::new(0);
    let cluster = cluster_url();
    let name = format!("foyer_journey_{}_{}", std::process::id(), MADE.fetch_add(1, Ordering::SeqCst));
    let mut connection = PgConnection::connect(&cluster).await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(format!("create database {name}"))).execute(&mut connection).await.unwrap();
    let (server, _) = cluster.rsplit_once('/').expect("the URL of a cluster ends in the name of a database");
    Database::Postgres { url: format!("{server}/{name}"), cluster, name }
}

async fn sqlite_rows(url: &str) -> Rows {
    let mut connection = SqliteConnection::connect(url).await.unwrap();
    let tables: Vec<(String,)> =
        sqlx::query_as("select name from sqlite_master where type = 'table' and name not like '\\_sqlx%' escape '\\'")
            .fetch_all(&mut connection)
            .await
            .unwrap();
    let mut rows = Rows::new();
    for (table,) in tables {
        let columns: Vec<(String,)> = sqlx::query_as("select name from pragma_table_info($1)")
            .bind(&table)
            .fetch_all(&mut connection)
            .await
            .unwrap();
        let quoted: Vec<String> = columns.iter().map(|(column,)| format!("quote({column})")).collect();
        let all = format!("select {} from {table} order by 1", quoted.join(" || ', ' || "));
        let found: Vec<(String,)> = sqlx::query_as(AssertSqlSafe(all)).fetch_all(&mut connection).await.unwrap();
        rows.insert(table, found.into_iter().map(|(row,)| row).collect());
    }
    rows
}

async fn postgres_rows(url: &str) -> Rows {
    let mut connection = PgConnection::connect(url).await.unwrap();
    let tables: Vec<(String,)> = sqlx::query_as(
        "select tablename::text from pg_tables where schemaname = 'public' and tablename not like '\\_sqlx%'",
    )
    .fetch_all(&mut connection)
    .await
    .unwrap();
    let mut rows = Rows::new();
    for (table,) in tables {
        let all = format!("select t::text from {table} t order by 1");
        let found: Vec<(String,)> = sqlx::query_as(AssertSqlSafe(all)).fetch_all(&mut connection).await.unwrap();
        rows.insert(table, found.into_iter().map(|(row,)| row).collect());
    }
    rows
}
