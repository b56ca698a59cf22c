//! On PostgreSQL every use case has a transaction of its own; one that lost a race is run again.

use sqlx::PgPool;

use super::tx::Connection;
use super::{Change, Store, Tx};
use crate::outcome::{Failure, Fault, Outcome};

/// Times a transaction is tried when the database asks for another try.
const TRIES_MAX: usize = 5;

#[derive(Clone)]
pub(super) struct PostgresStore {
    pub(super) readers: PgPool,
    pub(super) writers: PgPool,
}

impl PostgresStore {
    pub(super) async fn run<I: Sync, T>(&self, store: &Store, input: &I, work: Change<I, T>) -> Outcome<T> {
        let mut tries_left = TRIES_MAX;
        loop {
            tries_left -= 1;
            match self.run_once(store, input, work).await {
                Err(Failure::Fault(fault)) if fault.worth_retrying && tries_left > 0 => {
                    tracing::debug!(reason = fault.chain(), "running a transaction again");
                }
                outcome => return outcome,
            }
        }
    }

    async fn run_once<I: Sync, T>(&self, store: &Store, input: &I, work: Change<I, T>) -> Outcome<T> {
        let transaction = Box::new(self.writers.begin().await?);
        let mut tx = Tx::new(Connection::PostgresWriter(transaction), store.clock.clone(), store.random.clone());
        // A refusal or a fault drops the transaction, which rolls it back.
        let answer = work(&mut tx, input).await?;
        let recorded = tx.take_recorded();
        let Connection::PostgresWriter(transaction) = tx.into_connection() else {
            return Err(Fault::new("a transaction lost its connection").into());
        };
        transaction.commit().await?;
        if recorded {
            store.recorded.notify_one();
        }
        Ok(answer)
    }

    pub(super) async fn close(&self) {
        self.readers.close().await;
        self.writers.close().await;
    }
}
