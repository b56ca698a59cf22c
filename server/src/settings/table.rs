//! Every setting there is. `.env.example` shows the same list; a test compares them.

#[derive(Clone, Copy, Debug)]
pub struct Setting {
    pub name: &'static str,
    pub what_for: &'static str,
}

const fn setting(name: &'static str, what_for: &'static str) -> Setting {
    Setting { name, what_for }
}

pub const SETTINGS: &[Setting] = &[
    setting("FOYER_MODE", "local or production; local only by default on a loopback address"),
    setting("FOYER_ADDRESS", "where to listen"),
    setting("FOYER_PUBLIC_URL", "how people reach the site, for links in mails"),
    setting("FOYER_SITE_NAME", "the name in the foot of pages and mails"),
    setting("FOYER_DATA", "folder of the SQLite file and of what an install makes for itself"),
    setting("DATABASE_URL", "postgres://… for many servers; without it SQLite in the data folder"),
    setting("AMQP_URL", "amqp://… for a worker of its own; without it messages are handled in this process"),
    setting("SMTP_URL", "smtp://… or smtps://…; without it mails are kept in the mailbox page"),
    setting("FOYER_MAIL_FROM", "the sender of all mails"),
    setting("FOYER_PUSH_SERVICES", "hosts that carry notices to browsers, comma-separated"),
    setting("FOYER_SECRET", "at least 32 characters that sign sign-ins"),
    setting("FOYER_ADMIN_EMAIL", "mail address of the first admin"),
    setting("FOYER_ADMIN_USERNAME", "username of the first admin"),
    setting("FOYER_ADMIN_PASSWORD", "password of the first admin, until they change it"),
    setting("FOYER_ORGANIZERS_NEED_ADMIN", "whether only an admin makes somebody an organizer"),
    setting("FOYER_REGISTRATIONS_PER_HOUR", "new accounts from one address in an hour, 0 for any number"),
    setting("FOYER_TRUSTED_PROXIES", "how many proxies stand in front, for the caller's address"),
    setting("FOYER_METRICS_TOKEN", "bearer token for /metrics; without it only this machine may read them"),
    setting("FOYER_DEMO", "load demo data into an empty database"),
    setting("FOYER_SITE", "folder of the browser's files, when they are not in the binary"),
    setting("FOYER_DEV_RELOAD", "pages reload themselves after a rebuild"),
    setting("FOYER_LOG", "what to log, like info or info,sqlx=debug"),
    setting("FOYER_LOG_FORMAT", "text or json"),
    setting("FOYER_WORKER_ADDRESS", "where the worker answers for its health and metrics"),
];
