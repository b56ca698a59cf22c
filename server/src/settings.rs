//! The environment, read once into one checked value. A server that is half configured does not start; it says
//! everything that is missing, and how to make it.

mod secret;
mod table;

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use domain::accounts::FirstAdmin;
use domain::platform::{HouseRules, KNOWN_PUSH_SERVICES, is_host_name};
use domain::store::Location;

use crate::notifier::is_sender;

pub use secret::Secret;
pub use table::{SETTINGS, Setting};

/// Bytes a signing secret needs: as many as the signature has.
const SECRET_BYTES_MIN: usize = 32;

/// Alone on somebody's desk, or open to the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Makes its own secret, keeps mails in the mailbox page, sets cookies without TLS.
    Local,
    Production,
}

#[derive(Clone, Debug)]
pub struct Settings {
    pub mode: Mode,
    pub address: SocketAddr,
    pub public_url: String,
    pub site_name: String,
    pub data: PathBuf,
    pub database: Location,
    pub amqp_url: Option<Secret>,
    pub smtp_url: Option<Secret>,
    pub mail_from: String,
    pub push_services: String,
    pub secret: Secret,
    pub demo: bool,
    pub site: PathBuf,
    pub first_admin: Option<FirstAdmin>,
    pub rules: HouseRules,
    pub trusted_proxies: usize,
    pub metrics_token: Option<Secret>,
    pub dev_reload: bool,
    pub log: String,
    pub log_json: bool,
    pub worker_address: SocketAddr,
}

/// Everything that is wrong with the configuration, in sentences.
#[derive(Debug, thiserror::Error)]
#[error("Foyer cannot start:\n{}", .0.iter().fold(String::new(), |mut text, problem| { let _ = writeln!(text, "  - {problem}"); text }))]
pub struct Misconfigured(pub Vec<String>);

impl Settings {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
    pub fn from_environment() -> Result<Self, Misconfigured> {
        let mut values = HashMap::new();
        for setting in SETTINGS {
            if let Ok(value) = std::env::var(setting.name) {
                values.insert(setting.name.to_owned(), value);
            }
            let from_file = format!("{}_FILE", setting.name);
            if let Ok(path) = std::env::var(&from_file) {
                values.insert(from_file, path);
            }
        }
        Self::from_values(values)
    }

    pub fn from_values(values: HashMap<String, String>) -> Result<Self, Misconfigured> {
        let mut reader = Reader { values, problems: Vec::new() };
        reader.load_files();
        let settings = reader.settings();
        match settings {
            Some(settings) if reader.problems.is_empty() => Ok(settings),
            _ => Err(Misconfigured(reader.problems)),
        }
    }

    /// The name people reach the site under, without port and path.
    pub fn public_host(&self) -> String {
        let uri = self.public_url.parse::<http::Uri>().ok();
        uri.as_ref().and_then(http::Uri::host).unwrap_or_default().to_ascii_lowercase()
    }

    /// Cookies travel over TLS only, everywhere but on one's own machine.
    pub fn secure_cookies(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

struct Reader {
    values: HashMap<String, String>,
    problems: Vec<String>,
}

impl Reader {
    fn settings(&mut self) -> Option<Settings> {
        let address = self.address("FOYER_ADDRESS", 8080);
        let worker_address = self.address("FOYER_WORKER_ADDRESS", 8081);
        let mode = self.mode(address)?;
        let public_url = self.public_url(mode, address);
        let data = PathBuf::from(self.get("FOYER_DATA").unwrap_or_else(|| "data".into()));
        let smtp_url = self.url("SMTP_URL", &["smtp://", "smtps://"]);
        if mode == Mode::Production && smtp_url.is_none() {
            self.problems.push(
                "SMTP_URL is not set: nobody could confirm an address or reset a password. Set it, like \
                 smtp://user:password@mail.example.org:587"
                    .into(),
            );
        }
        // All of it is looked at before anything is given up on: whoever sets this up reads one list, not ten.
        let (secret, first_admin) = (self.secret(mode, &data), self.first_admin());
        let (log_json, registrations_per_hour) = (self.log_json(), self.registrations_per_hour(mode));
        let trusted_proxies = self.parse("FOYER_TRUSTED_PROXIES", "0", "a number of proxies");
        let demo = self.flag("FOYER_DEMO");
        if demo && mode == Mode::Production {
            self.problems.push("FOYER_DEMO makes accounts with known passwords: it is not for production.".into());
        }
        Some(Settings {
            mode,
            address,
            public_url,
            site_name: self.get("FOYER_SITE_NAME").unwrap_or_else(|| "Foyer".into()),
            database: self.database(&data),
            amqp_url: self.url("AMQP_URL", &["amqp://", "amqps://"]),
            smtp_url,
            mail_from: self.mail_from(),
            push_services: self.push_services(mode),
            secret: secret?,
            data,
            demo,
            site: PathBuf::from(self.get("FOYER_SITE").unwrap_or_else(|| "target/site".into())),
            first_admin,
            rules: HouseRules {
                organizers_need_an_admin: self.flag("FOYER_ORGANIZERS_NEED_ADMIN"),
                registrations_per_hour: registrations_per_hour?,
            },
            trusted_proxies: trusted_proxies?,
            metrics_token: self.get("FOYER_METRICS_TOKEN").map(Secret::new),
            dev_reload: self.flag("FOYER_DEV_RELOAD"),
            log: self.get("FOYER_LOG").unwrap_or_else(|| "info".into()),
            log_json,
            worker_address,
        })
    }

    /// `NAME_FILE` is a file that holds the value of `NAME`, as secrets in containers do.
    fn load_files(&mut self) {
        for setting in SETTINGS {
            let Some(path) = self.values.get(&format!("{}_FILE", setting.name)).cloned() else { continue };
            match std::fs::read_to_string(&path) {
                Ok(text) => {
                    self.values.insert(setting.name.to_owned(), text.trim().to_owned());
                }
                Err(error) => {
                    self.problems.push(format!("{}_FILE names {path}, which cannot be read: {error}", setting.name));
                }
            }
        }
    }

    fn get(&self, name: &str) -> Option<String> {
        debug_assert!(SETTINGS.iter().any(|setting| setting.name == name), "{name} is not in the table");
        self.values.get(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
    }

    fn parse<T: std::str::FromStr>(&mut self, name: &str, default: &str, wanted: &str) -> Option<T> {
        let value = self.get(name).unwrap_or_else(|| default.into());
        let parsed = value.parse().ok();
        if parsed.is_none() {
            self.problems.push(format!("{name} is “{value}”; it must be {wanted}."));
        }
        parsed
    }

    /// One that cannot be read is noted, and the rest is looked at all the same.
    fn address(&mut self, name: &str, port: u16) -> SocketAddr {
        let default = SocketAddr::from(([127, 0, 0, 1], port));
        self.parse(name, &default.to_string(), &format!("an address like {default}")).unwrap_or(default)
    }

    fn flag(&mut self, name: &str) -> bool {
        match self.get(name).unwrap_or_default().to_lowercase().as_str() {
            "" | "0" | "false" | "no" | "off" => false,
            "1" | "true" | "yes" | "on" => true,
            other => {
                self.problems.push(format!("{name} is “{other}”; it must be true or false."));
                false
            }
        }
    }

    fn log_json(&mut self) -> bool {
        let format = self.get("FOYER_LOG_FORMAT").unwrap_or_else(|| "text".into());
        if !matches!(format.as_str(), "text" | "json") {
            self.problems.push(format!("FOYER_LOG_FORMAT is “{format}”; it must be text or json."));
        }
        format == "json"
    }

    /// Nobody has to say it on their own machine, and nobody gets it by accident anywhere else.
    fn mode(&mut self, address: SocketAddr) -> Option<Mode> {
        match self.get("FOYER_MODE").as_deref() {
            Some("local") => Some(Mode::Local),
            Some("production") => Some(Mode::Production),
            Some(other) => {
                self.problems.push(format!("FOYER_MODE is “{other}”; it must be local or production."));
                None
            }
            None if address.ip().is_loopback() && self.get("FOYER_PUBLIC_URL").is_none() => Some(Mode::Local),
            None => Some(Mode::Production),
        }
    }

    fn public_url(&mut self, mode: Mode, address: SocketAddr) -> String {
        let given = self.get("FOYER_PUBLIC_URL").map(|url| url.trim_end_matches('/').to_owned());
        match given {
            Some(url) if is_address_of_a_site(&url) => url,
            Some(url) => {
                self.problems
                    .push(format!("FOYER_PUBLIC_URL is “{url}”; it must be like https://tickets.example.org."));
                url
            }
            None if mode == Mode::Local => format!("http://localhost:{}", address.port()),
            None => {
                self.problems.push(
                    "FOYER_PUBLIC_URL is not set: links in mails would lead nowhere. Set it, like https://tickets.example.org"
                        .into(),
                );
                String::new()
            }
        }
    }

    fn url(&mut self, name: &str, schemes: &[&str]) -> Option<Secret> {
        let url = self.get(name)?;
        if !schemes.iter().any(|scheme| url.starts_with(scheme)) {
            self.problems.push(format!("{name} must begin with {}.", schemes.join(" or ")));
        }
        Some(Secret::new(url))
    }

    fn database(&mut self, data: &Path) -> Location {
        match self.get("DATABASE_URL") {
            None => Location::Sqlite(data.join("foyer.sqlite")),
            Some(url) if url.starts_with("postgres://") || url.starts_with("postgresql://") => Location::Postgres(url),
            Some(url) => match url.strip_prefix("sqlite://").or_else(|| url.strip_prefix("sqlite:")) {
                Some(path) => Location::Sqlite(PathBuf::from(path)),
                None => {
                    self.problems.push("DATABASE_URL must begin with postgres:// or sqlite:.".into());
                    Location::Sqlite(data.join("foyer.sqlite"))
                }
            },
        }
    }

    fn secret(&mut self, mode: Mode, data: &Path) -> Option<Secret> {
        match self.get("FOYER_SECRET") {
            Some(secret) if secret.len() >= SECRET_BYTES_MIN && !is_repetitive(&secret) => Some(Secret::new(secret)),
            Some(secret) if secret.len() >= SECRET_BYTES_MIN => {
                self.problems.push(
                    "FOYER_SECRET repeats a few letters and could be guessed. Make one with: openssl rand -base64 48"
                        .into(),
                );
                None
            }
            Some(_) => {
                self.problems.push(format!(
                    "FOYER_SECRET is shorter than {SECRET_BYTES_MIN} characters. Make one with: openssl rand -base64 48"
                ));
                None
            }
            None if mode == Mode::Local => match secret::keep_in(data) {
                Ok(secret) => Some(secret),
                Err(error) => {
                    self.problems.push(format!("A secret could not be kept in {}: {error}", data.display()));
                    None
                }
            },
            None => {
                self.problems.push(
                    "FOYER_SECRET is not set: sign-ins could not be signed. Make one with: openssl rand -base64 48"
                        .into(),
                );
                None
            }
        }
    }

    fn mail_from(&mut self) -> String {
        let from = self.get("FOYER_MAIL_FROM").unwrap_or_else(|| "Foyer <foyer@localhost.localdomain>".into());
        if !is_sender(&from) {
            self.problems.push(format!("FOYER_MAIL_FROM is “{from}”; it must be like Foyer <tickets@example.org>."));
        }
        from
    }

    /// A stand-in on one's own machine is no place to send other people's notices to.
    fn push_services(&mut self, mode: Mode) -> String {
        let services = self.get("FOYER_PUSH_SERVICES").unwrap_or_else(|| KNOWN_PUSH_SERVICES.into());
        let is_name = |service: &str| is_host_name(service.strip_prefix("*.").unwrap_or(service));
        let is_usable = |service: &str| is_name(service) || (mode == Mode::Local && is_address_of_a_site(service));
        for service in services.split(',').map(str::trim).filter(|service| !is_usable(service)) {
            self.problems.push(format!(
                "FOYER_PUSH_SERVICES names “{service}”; it must be a list of hosts like {KNOWN_PUSH_SERVICES}."
            ));
        }
        services
    }

    /// Alone on a desk, whoever tries things out is not slowed down.
    fn registrations_per_hour(&mut self, mode: Mode) -> Option<Option<u32>> {
        let default = if mode == Mode::Local { "0" } else { "200" };
        let most: u32 = self.parse("FOYER_REGISTRATIONS_PER_HOUR", default, "a number of accounts, 0 for any")?;
        Some((most > 0).then_some(most))
    }

    fn first_admin(&mut self) -> Option<FirstAdmin> {
        let (email, password) = (self.get("FOYER_ADMIN_EMAIL"), self.get("FOYER_ADMIN_PASSWORD"));
        match (email, password) {
            (Some(email), Some(password)) => {
                let username = self.get("FOYER_ADMIN_USERNAME").unwrap_or_else(|| "admin".into());
                Some(FirstAdmin { username, email, password })
            }
            (None, None) => None,
            _ => {
                self.problems
                    .push("FOYER_ADMIN_EMAIL and FOYER_ADMIN_PASSWORD belong together: set both or none.".into());
                None
            }
        }
    }
}

fn is_address_of_a_site(url: &str) -> bool {
    url.parse::<http::Uri>().is_ok_and(|uri| {
        matches!(uri.scheme_str(), Some("https" | "http"))
            && uri.host().is_some_and(|host| !host.is_empty())
            && uri.query().is_none()
            && !url.contains('#')
    })
}

/// Typed with one finger instead of made by chance, which has at least this many different letters.
fn is_repetitive(secret: &str) -> bool {
    const LETTERS_MIN: usize = 8;
    secret.chars().collect::<HashSet<_>>().len() < LETTERS_MIN
}

#[cfg(test)]
mod tests;
