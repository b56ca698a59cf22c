//! The web process.

use std::process::ExitCode;

use server::messaging::Road;
use server::notifier::Notifier;
use server::push::PushSender;
use server::settings::Settings;
use server::web::{Bounds, Web, router, serve};
use server::{demo, startup};

#[tokio::main]
async fn main() -> ExitCode {
    startup::run_process("Foyer", run).await
}

async fn run(settings: Settings) -> Result<(), String> {
    let listener = tokio::net::TcpListener::bind(settings.address)
        .await
        .map_err(|error| format!("{} cannot be listened on: {error}", settings.address))?;
    let platform = startup::open_platform(&settings).await.map_err(|failure| startup::explain(&failure))?;
    startup::open_catalogue(&platform);
    let logins = if settings.demo {
        demo::load(&platform).await.map_err(|failure| startup::explain(&failure))?
    } else {
        Vec::new()
    };
    let notifier = Notifier::from_settings(&platform, &settings)?;
    let road = Road::start(&platform, &settings, notifier, PushSender::new(&platform)?);
    let web = Web::new(&platform, &settings, road.watch())?;
    demo::announce(&settings, &logins);
    serve(listener, router(web), Bounds::default(), startup::stop_signal()).await;
    road.stop().await;
    platform.store.close().await;
    Ok(())
}
