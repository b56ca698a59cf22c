//! From settings to a platform that use cases can run on.

use std::process::ExitCode;
use std::sync::Arc;

use domain::accounts::{AccessTokens, ensure_first_admin, install_token_signing};
use domain::events::{self, Catalogue};
use domain::outcome::{Failure, Fault, Outcome};
use domain::platform::{Clock, Passwords, Platform, Random, Sealing, WebPush};
use domain::store::{Location, Store};

use crate::settings::Settings;
use crate::telemetry;

/// What every process does first and last: read its settings, start its log, and say in one line why it stopped.
pub async fn run_process<F>(name: &str, run: impl FnOnce(Settings) -> F) -> ExitCode
where
    F: Future<Output = Result<(), String>>,
{
    let settings = match Settings::from_environment() {
        Ok(settings) => settings,
        Err(misconfigured) => {
            eprintln!("{misconfigured}");
            return ExitCode::from(2);
        }
    };
    telemetry::start_logging(&settings);
    install_cryptography();
    match run(settings).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{name} stopped: {why}");
            ExitCode::FAILURE
        }
    }
}

/// Cryptography is chosen once per process, before the first use.
pub fn install_cryptography() {
    let _ = rustls::crypto::ring::default_provider().install_default();
    install_token_signing();
}

pub async fn open_platform(settings: &Settings) -> Outcome<Platform> {
    if let Location::Sqlite(path) = &settings.database
        && let Some(folder) = path.parent()
    {
        std::fs::create_dir_all(folder)
            .map_err(|error| Fault::because(format!("the folder {} cannot be made", folder.display()), error))?;
    }
    let random = Random::from_system()?;
    let store = Store::open(&settings.database, Clock::System, random.clone()).await?;
    let platform = Platform {
        store,
        clock: Clock::System,
        passwords: Passwords::strong(random.clone())?,
        access_tokens: Arc::new(AccessTokens::new(settings.secret.reveal().as_bytes())),
        sealing: Sealing::new(settings.secret.reveal().as_bytes(), random.clone())?,
        web_push: WebPush::new(settings.secret.reveal().as_bytes(), &settings.push_services, &settings.public_url)?,
        random,
        rules: settings.rules,
        catalogue: Catalogue::default(),
    };
    if let Some(admin) = &settings.first_admin
        && ensure_first_admin(&platform, admin).await?
    {
        tracing::info!(username = admin.username, "made the first admin from the configuration");
    }
    Ok(platform)
}

/// Lists what is not listed as this release does it and reads the catalogue into memory, beside everything else: until
/// it is done, searching finds less, or waits for it.
pub fn open_catalogue(platform: &Platform) {
    let platform = platform.clone();
    tokio::spawn(async move {
        match events::rebuild_listings(&platform).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "listed events anew"),
            Err(failure) => tracing::error!(reason = explain(&failure), "events could not be listed"),
        }
        if let Err(failure) = events::open_catalogue(&platform).await {
            tracing::error!(reason = explain(&failure), "the catalogue could not be read");
        }
    });
}

/// Ends with what went wrong in one line.
pub fn explain(failure: &Failure) -> String {
    match failure {
        Failure::Refused(refusal) => refusal.sentence(),
        Failure::Fault(fault) => fault.chain(),
    }
}

/// Resolves when the process is asked to stop.
pub async fn stop_signal() {
    let interrupted = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    #[cfg(unix)]
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {},
        () = terminated => {},
    }
}
