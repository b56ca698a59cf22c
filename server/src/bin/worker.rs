//! The notification worker: consumes what the servers publish.

use std::process::ExitCode;

use server::messaging::{Consumer, RoadWatch};
use server::notifier::Notifier;
use server::push::PushSender;
use server::settings::Settings;
use server::startup;
use server::web::serve_worker_health;
use tokio_util::sync::CancellationToken;

#[tokio::main]
async fn main() -> ExitCode {
    startup::run_process("The worker", run).await
}

async fn run(settings: Settings) -> Result<(), String> {
    let Some(url) = settings.amqp_url.clone() else {
        return Err(
            "AMQP_URL is not set. Without a broker the server handles messages itself, and there is no work here."
                .into(),
        );
    };
    let platform = startup::open_platform(&settings).await.map_err(|failure| startup::explain(&failure))?;
    // It is told apart from the servers, and only mails would show that it was told something else.
    tracing::info!(links = settings.public_url, "mails lead to this address (FOYER_PUBLIC_URL)");
    let notifier = Notifier::from_settings(&platform, &settings)?;
    let watch = RoadWatch::with_broker();
    let stop = CancellationToken::new();
    let health =
        tokio::spawn(serve_worker_health(settings.worker_address, platform.clone(), watch.clone(), stop.clone()));
    let consumer = tokio::spawn(Consumer::new(notifier, url.reveal().to_owned(), watch).run(stop.clone()));
    let pushes = tokio::spawn(PushSender::new(&platform)?.run(stop.clone()));
    startup::stop_signal().await;
    stop.cancel();
    let _ = consumer.await;
    let _ = pushes.await;
    let _ = health.await;
    platform.store.close().await;
    Ok(())
}
