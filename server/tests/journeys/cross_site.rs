//! Browsers: what other sites can make them do (nothing), and what their cookies are worth.

mod cookies;
mod other_sites;
mod renewal;
