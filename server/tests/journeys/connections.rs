//! Callers who hold a connection and do nothing with it: over real sockets, with little patience.

use std::time::Duration;

use axum::Router;
use axum::routing::{get, post};
use server::web::{Bounds, serve};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

const SHORT: Duration = Duration::from_millis(50);
const PATIENT: Bounds =
    Bounds { connections: 64, head_within: Duration::from_secs(60), read_within: Duration::from_secs(60) };
const HELLO: &[u8] = b"GET / HTTP/1.1\r\nhost: localhost\r\n\r\n";

async fn start(
    bounds: Bounds,
) -> (std::net::SocketAddr, tokio::sync::oneshot::Sender<()>, tokio::task::JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let routes = Router::new()
        .route("/", get(async || "hello"))
        .route("/echo", post(async |body: String| body))
        .route("/endless", get(async || vec![b'x'; 64 * 1024 * 1024]));
    let (stop, stopped) = tokio::sync::oneshot::channel();
    let served = tokio::spawn(async move {
        serve(listener, routes, bounds, async {
            let _ = stopped.await;
        })
        .await;
    });
    (address, stop, served)
}

async fn say(address: std::net::SocketAddr, words: &[u8]) -> TcpStream {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(words).await.unwrap();
    stream
}

/// Everything until the other side ends it.
async fn hear(mut stream: TcpStream) -> String {
    let mut heard = Vec::new();
    let _ = stream.read_to_end(&mut heard).await;
    String::from_utf8_lossy(&heard).into_owned()
}

#[tokio::test]
async fn who_never_finishes_saying_what_they_want_is_cut_off() {
    let (address, _stop, _) = start(Bounds { head_within: SHORT, ..PATIENT }).await;
    let answer = hear(say(address, b"GET / HTTP/1.1\r\nhost: loc").await).await;
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 408"), "{answer}");
}

#[tokio::test]
async fn who_says_nothing_more_is_cut_off() {
    let (address, _stop, _) = start(Bounds { head_within: SHORT, ..PATIENT }).await;
    let answer = hear(say(address, HELLO).await).await;
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("hello"), "{answer}");
    assert!(hear(say(address, b"").await).await.is_empty());
}

#[tokio::test]
async fn who_never_reads_the_answer_gives_the_place_free_for_the_next() {
    let (address, _stop, _) = start(Bounds { connections: 1, read_within: SHORT, ..PATIENT }).await;
    let idle = say(address, b"GET /endless HTTP/1.1\r\nhost: localhost\r\n\r\n").await;
    let next = say(address, b"GET / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n").await;
    assert!(hear(next).await.ends_with("hello"));
    drop(idle);
}

#[tokio::test]
async fn what_was_begun_is_finished_before_the_server_stops() {
    let (address, stop, served) = start(PATIENT).await;
    let mut begun = say(address, b"POST /echo HTTP/1.1\r\nhost: localhost\r\ncontent-length: 11\r\n\r\nhalf").await;
    let first = say(address, b"GET / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n").await;
    assert!(hear(first).await.ends_with("hello"), "the one before it has been taken up, too");
    stop.send(()).unwrap();
    begun.write_all(b" a word").await.unwrap();
    assert!(hear(begun).await.ends_with("half a word"));
    served.await.unwrap();
    assert!(TcpStream::connect(address).await.is_err(), "nobody listens any more");
}
