//! Listening until asked to stop, then finishing what was begun. Every connection has bounds of its own: whoever opens
//! many, says little or never reads what they asked for keeps nobody else out.

use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulConnection, GracefulShutdown};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt as _;

/// What one caller may take of the connections there are.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// Connections at one time; further ones wait to be taken up.
    pub connections: usize,
    /// How long a caller may take to say what they want, and how long a connection may lie idle.
    pub head_within: Duration,
    /// How long a caller may leave an answer unread.
    pub read_within: Duration,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { connections: 8_192, head_within: Duration::from_secs(20), read_within: Duration::from_secs(30) }
    }
}

/// What is read ahead of a request: more than any that is not refused by `request_limits`.
const BUFFER_BYTES: usize = 400 * 1024;
/// Requests that are still running after this are let go.
const FINISH_WITHIN: Duration = Duration::from_secs(10);
/// After a failure to take up a connection, such as too many open files.
const ACCEPT_AGAIN_AFTER: Duration = Duration::from_millis(500);

pub async fn serve(listener: TcpListener, routes: Router, bounds: Bounds, stop: impl Future<Output = ()>) {
    let connections = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(bounds.connections));
    let mut stop = pin!(stop);
    loop {
        let (stream, peer, place) = tokio::select! {
            accepted = accept(&listener, &places) => accepted,
            () = &mut stop => break,
        };
        let connection = connections.watch(talk(stream, peer, routes.clone(), bounds));
        tokio::spawn(async move {
            // A caller who breaks off or is cut off is no fault of ours.
            let _ = connection.await;
            drop(place);
        });
    }
    drop(listener);
    tokio::select! {
        () = connections.shutdown() => {},
        () = tokio::time::sleep(FINISH_WITHIN) => {},
    }
}

/// The next connection, once there is a place for it.
async fn accept(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> (TcpStream, SocketAddr, Option<OwnedSemaphorePermit>) {
    let place = places.clone().acquire_owned().await.ok();
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => return (stream, peer, place),
            Err(error) if is_of_the_caller(&error) => {}
            Err(error) => {
                tracing::error!(error = error.to_string(), "a connection could not be taken up");
                tokio::time::sleep(ACCEPT_AGAIN_AFTER).await;
            }
        }
    }
}

fn is_of_the_caller(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

/// One connection and the requests that come over it.
fn talk(stream: TcpStream, peer: SocketAddr, routes: Router, bounds: Bounds) -> impl GracefulConnection {
    // Small answers leave at once. Where that cannot be had, they leave a little later.
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(bounds.read_within));
    let answer = service_fn(move |request: Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        routes.clone().oneshot(request)
    });
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(bounds.head_within)
        .max_buf_size(BUFFER_BYTES)
        .serve_connection(TokioIo::new(Box::pin(stream)), answer)
}
