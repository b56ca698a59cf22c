//! The cookies of a signed-in browser. Scripts cannot read them, other sites cannot send them along with a form.

use domain::accounts::{ACCESS_TOKEN_LIFETIME, REFRESH_TOKEN_LIFETIME, Theme, Tokens};

use crate::caller::{Asking, set_cookie};

pub const ACCESS: &str = "foyer_access";
pub const REFRESH: &str = "foyer_refresh";
pub const THEME: &str = "foyer_theme";

const YEAR_SECONDS: u64 = 365 * 24 * 60 * 60;

pub fn set_tokens(asking: &Asking, tokens: &Tokens) {
    for cookie in token_cookies(tokens, asking.secure) {
        set_cookie(&cookie);
    }
}

pub fn forget_tokens(asking: &Asking) {
    set_cookie(&cookie(ACCESS, "", 0, asking.secure));
    set_cookie(&cookie(REFRESH, "", 0, asking.secure));
}

pub fn set_theme(asking: &Asking, theme: Theme) {
    set_cookie(&cookie(THEME, theme.code(), YEAR_SECONDS, asking.secure));
}

pub fn token_cookies(tokens: &Tokens, secure: bool) -> [String; 2] {
    [
        cookie(ACCESS, &tokens.access_token, ACCESS_TOKEN_LIFETIME.as_secs(), secure),
        cookie(REFRESH, &tokens.refresh_token, REFRESH_TOKEN_LIFETIME.as_secs(), secure),
    ]
}

fn cookie(name: &str, value: &str, lifetime_seconds: u64, secure: bool) -> String {
    let secure = if secure { "; Secure" } else { "" };
    format!("{name}={value}; Path=/; Max-Age={lifetime_seconds}; HttpOnly; SameSite=Lax{secure}")
}
