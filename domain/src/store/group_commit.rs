//! Group commit: one writer takes every change that is waiting, runs them in one transaction, commits once, then
//! answers all of them. Durable, and fast under a rush, because the price of the disk is shared.
//!
//! A change that is refused before it wrote anything leaves nothing behind and costs the others nothing. One that
//! fails after writing spoils the transaction for all: it is rolled back and the batch is run again with a
//! savepoint around each change, which is slower and cannot be spoiled.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use futures::FutureExt;
use futures::future::BoxFuture;
use sqlx::{Connection as _, SqliteConnection};
use tokio::sync::{Mutex, Notify, mpsc, oneshot};

use super::tx::{Connection, Handle};
use super::{Change, Tx};
use crate::outcome::{Failure, Fault, Outcome};
use crate::platform::{Clock, Random};

/// Changes in one commit: bounds how long the first of them waits for the last.
const BATCH_MAX: usize = 256;
/// Changes waiting for their batch. Beyond it callers wait before they may even queue.
const QUEUE_MAX: usize = 4_096;

#[derive(Clone)]
pub(super) struct GroupCommit {
    queue: mpsc::Sender<Box<dyn Waiting>>,
    /// Held by the writer for as long as it runs.
    running: Arc<Mutex<()>>,
    stop: Arc<Notify>,
}

impl GroupCommit {
    pub(super) fn start(connection: SqliteConnection, clock: Clock, random: Random, recorded: Arc<Notify>) -> Self {
        let (queue, waiting) = mpsc::channel(QUEUE_MAX);
        let (running, stop) = (Arc::new(Mutex::new(())), Arc::new(Notify::new()));
        let tx = Tx::new(Connection::SqliteWriter(Box::new(connection)), clock, random);
        let writer = Writer { tx, waiting, recorded };
        tokio::spawn(writer.run(running.clone(), stop.clone()));
        Self { queue, running, stop }
    }

    pub(super) async fn run<I, T>(&self, input: I, work: Change<I, T>) -> Outcome<T>
    where
        I: Send + Sync + 'static,
        T: Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let waiting = Box::new(WaitingChange { input, work, outcome: None, reply });
        self.queue.send(waiting).await.map_err(|_| Fault::new("the database is closed"))?;
        answer.await.map_err(|_| Fault::new("the database was closed before the change was made"))?
    }

    pub(super) async fn close(&self) {
        self.stop.notify_one();
        // Free again once the writer has folded its log away and gone.
        let _gone = self.running.lock().await;
    }
}

/// How a change ended, before anybody is told.
enum Ran {
    Done,
    Refused,
    Broken,
}

/// A change in the queue, whatever its types.
trait Waiting: Send {
    fn run<'t>(&'t mut self, tx: &'t mut Tx) -> BoxFuture<'t, Ran>;
    /// Tells the caller how it ended; `commit` is how the transaction ended around it.
    fn answer(self: Box<Self>, commit: Result<(), &str>);
}

struct WaitingChange<I, T> {
    input: I,
    work: Change<I, T>,
    outcome: Option<Outcome<T>>,
    reply: oneshot::Sender<Outcome<T>>,
}

impl<I: Send + Sync, T: Send> Waiting for WaitingChange<I, T> {
    fn run<'t>(&'t mut self, tx: &'t mut Tx) -> BoxFuture<'t, Ran> {
        async move {
            tx.start_use_case();
            // A panic in one use case must not take the writer, and with it every later one, down.
            let caught = AssertUnwindSafe((self.work)(tx, &self.input)).catch_unwind().await;
            let outcome = caught.unwrap_or_else(|_| Err(Fault::new("a use case panicked").into()));
            let ran = match &outcome {
                Ok(_) => Ran::Done,
                Err(Failure::Refused(_)) if !tx.has_changes() => Ran::Refused,
                Err(_) => Ran::Broken,
            };
            self.outcome = Some(outcome);
            ran
        }
        .boxed()
    }

    fn answer(self: Box<Self>, commit: Result<(), &str>) {
        let outcome = match (self.outcome, commit) {
            (Some(Err(failure)), _) => Err(failure),
            (Some(Ok(answer)), Ok(())) => Ok(answer),
            (_, Err(why)) => Err(Fault::new(format!("the change could not be committed: {why}")).into()),
            (None, Ok(())) => Err(Fault::new("a change was answered before it ran").into()),
        };
        // A caller that went away does not want to know.
        let _ = self.reply.send(outcome);
    }
}

struct Writer {
    tx: Tx,
    waiting: mpsc::Receiver<Box<dyn Waiting>>,
    recorded: Arc<Notify>,
}

impl Writer {
    async fn run(mut self, running: Arc<Mutex<()>>, stop: Arc<Notify>) {
        let _running = running.lock_owned().await;
        loop {
            let mut batch = Vec::with_capacity(BATCH_MAX);
            tokio::select! {
                biased;
                taken = self.waiting.recv_many(&mut batch, BATCH_MAX) => if taken == 0 { break },
                () = stop.notified() => break,
            }
            self.commit(batch).await;
        }
        let _ = self.statement("pragma wal_checkpoint(truncate)").await;
        if let Connection::SqliteWriter(connection) = self.tx.into_connection() {
            let _ = connection.close().await;
        }
    }

    async fn commit(&mut self, mut batch: Vec<Box<dyn Waiting>>) {
        let mut result = self.run_together(&mut batch).await;
        if matches!(result, Ok(Batch::Spoiled)) {
            result = self.run_with_savepoints(&mut batch).await;
        }
        let committed = match result {
            Ok(_) => self.statement("commit").await,
            Err(fault) => Err(fault),
        };
        if let Err(fault) = &committed {
            tracing::error!(reason = fault.chain(), changes = batch.len(), "a batch of changes was not committed");
            let _ = self.statement("rollback").await;
        } else if self.tx.take_recorded() {
            self.recorded.notify_one();
        }
        let told = committed.map_err(|fault| fault.chain());
        for change in batch {
            change.answer(told.as_ref().copied().map_err(String::as_str));
        }
    }

    async fn run_together(&mut self, batch: &mut [Box<dyn Waiting>]) -> Result<Batch, Fault> {
        self.statement("begin immediate").await?;
        for change in batch {
            if matches!(change.run(&mut self.tx).await, Ran::Broken) {
                self.statement("rollback").await?;
                return Ok(Batch::Spoiled);
            }
        }
        Ok(Batch::Ready)
    }

    async fn run_with_savepoints(&mut self, batch: &mut [Box<dyn Waiting>]) -> Result<Batch, Fault> {
        self.statement("begin immediate").await?;
        for change in batch {
            self.statement("savepoint use_case").await?;
            if matches!(change.run(&mut self.tx).await, Ran::Broken) {
                self.statement("rollback to use_case").await?;
            }
            self.statement("release use_case").await?;
        }
        Ok(Batch::Ready)
    }

    async fn statement(&mut self, sql: &'static str) -> Result<(), Fault> {
        let Handle::Sqlite(connection) = self.tx.handle() else {
            return Err(Fault::new("the writer lost its connection"));
        };
        sqlx::query(sql).execute(connection).await.map(|_| ()).map_err(Fault::from)
    }
}

enum Batch {
    Ready,
    Spoiled,
}
