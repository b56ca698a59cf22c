//! Listening until asked to stop, then finishing what was begun.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use tokio::net::TcpListener;

use super::{Web, router};

/// Requests that are still running after this are let go.
const FINISH_WITHIN: Duration = Duration::from_secs(10);

pub async fn serve(listener: TcpListener, web: Web, stop: impl Future<Output = ()> + Send + 'static) -> io::Result<()> {
    let (asked, was_asked) = tokio::sync::oneshot::channel::<()>();
    let graceful = async move {
        stop.await;
        let _ = asked.send(());
    };
    let service = router(web).into_make_service_with_connect_info::<SocketAddr>();
    let served = axum::serve(listener, service).with_graceful_shutdown(graceful);
    let too_late = async move {
        let _ = was_asked.await;
        tokio::time::sleep(FINISH_WITHIN).await;
    };
    tokio::select! {
        ended = served.into_future() => ended,
        () = too_late => Ok(()),
    }
}
