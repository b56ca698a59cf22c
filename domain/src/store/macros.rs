//! The same query against whichever database it is. Both arms check the same text, so a type that only one of the
//! databases knows is a compile error.

macro_rules! on {
    ($tx:expr, $query:expr, $how:ident) => {
        match $tx.handle() {
            $crate::store::Handle::Sqlite(connection) => $query.$how(connection).await,
            $crate::store::Handle::Postgres(connection) => $query.$how(connection).await,
        }
        .map_err($crate::outcome::Fault::from)
    };
}

/// Runs a statement and answers how many rows it changed. The `Tx` remembers that there was a change.
macro_rules! execute {
    ($tx:expr, $query:expr) => {
        match $tx.handle() {
            $crate::store::Handle::Sqlite(connection) => {
                $query.execute(connection).await.map(|done| done.rows_affected())
            }
            $crate::store::Handle::Postgres(connection) => {
                $query.execute(connection).await.map(|done| done.rows_affected())
            }
        }
        .map_err($crate::outcome::Fault::from)
        .inspect(|rows| $tx.note_changes(*rows))
    };
}

macro_rules! fetch_optional {
    ($tx:expr, $query:expr) => {
        $crate::store::on!($tx, $query, fetch_optional)
    };
}

macro_rules! fetch_one {
    ($tx:expr, $query:expr) => {
        $crate::store::on!($tx, $query, fetch_one)
    };
}

macro_rules! fetch_all {
    ($tx:expr, $query:expr) => {
        $crate::store::on!($tx, $query, fetch_all)
    };
}

pub(crate) use {execute, fetch_all, fetch_one, fetch_optional, on};
