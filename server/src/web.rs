//! HTTP: which request goes where, and what every one of them passes on its way.

mod assets;
pub mod calendar;
mod docs;
mod draw;
mod forms;
mod health;
pub mod idempotency;
mod identify;
mod mailbox;
mod metrics_page;
mod observe;
mod pages;
mod pictures;
pub mod problem;
mod reload;
mod request_limits;
mod router;
mod serve;
mod sitemap;

use std::sync::Arc;

use app::shell::Frame;
use app::site::Site;
use axum::extract::FromRef;
use domain::platform::Platform;
use metrics_exporter_prometheus::PrometheusHandle;

use crate::messaging::RoadWatch;
use crate::settings::{Mode, Secret, Settings};

use assets::Site as SiteFiles;
use forms::once::Once;

pub use health::serve_worker_health;
pub use router::router;
pub use serve::{Bounds, serve};

/// Everything a request may need.
#[derive(Clone)]
pub struct Web {
    pub platform: Platform,
    site: Site,
    frame: Frame,
    files: Arc<SiteFiles>,
    road: RoadWatch,
    secure_cookies: bool,
    /// The name in the public address, without its port.
    public_host: Arc<str>,
    /// How people reach the site.
    public_url: Arc<str>,
    trusted_proxies: usize,
    metrics: PrometheusHandle,
    metrics_token: Option<Secret>,
    started: Arc<str>,
    forms: Once,
}

impl Web {
    pub fn new(platform: &Platform, settings: &Settings, road: RoadWatch) -> Result<Self, String> {
        let files = SiteFiles::load(&settings.site).map_err(|error| {
            format!(
                "the browser's files are not in {}: {error}. Build them with: cargo xtask build",
                settings.site.display()
            )
        })?;
        Ok(Self {
            platform: platform.clone(),
            site: Site {
                name: settings.site_name.clone(),
                public_url: settings.public_url.clone(),
                has_mailbox: settings.mode == Mode::Local && settings.smtp_url.is_none(),
            },
            frame: Frame { assets: files.page_assets(), reloads: settings.dev_reload },
            files: Arc::new(files),
            road,
            secure_cookies: settings.secure_cookies(),
            public_host: settings.public_host().into(),
            public_url: settings.public_url.as_str().into(),
            trusted_proxies: settings.trusted_proxies,
            metrics: metrics_page::recorder(),
            metrics_token: settings.metrics_token.clone(),
            forms: Once::default(),
            started: platform.random.id::<uuid::Uuid>(platform.clock.now()).to_string().into(),
        })
    }
}

impl Web {
    pub fn public_url(&self) -> &str {
        &self.public_url
    }

    pub fn site_name(&self) -> &str {
        &self.site.name
    }
}

impl FromRef<Web> for Platform {
    fn from_ref(web: &Web) -> Self {
        web.platform.clone()
    }
}
