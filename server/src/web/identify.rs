//! Who is asking: from the bearer token of a program or the cookies of a browser. A browser whose access token ran
//! out gets a new pair on the way, without noticing.

use std::net::{IpAddr, SocketAddr};

use app::accounts::cookies;
use app::caller::Asking;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use domain::accounts::{Caller, RefreshManner, Tokens, Visit, identify_caller, refresh_session};
use domain::outcome::Failure;
use domain::refusal::Refusal;

use super::Web;
use super::problem::fail;

pub async fn identify(State(web): State<Web>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let visit = Visit { device: describe_device(&parts.headers), address: address_of(&parts, web.trusted_proxies) };
    let access = cookie(&parts.headers, cookies::ACCESS);
    let refresh = cookie(&parts.headers, cookies::REFRESH);
    let found = match bearer(&parts.headers) {
        Some(token) => identify_program(&web, &token).await.map(|caller| (caller, None)),
        None => identify_browser(&web, &visit, access.as_deref(), refresh.as_deref()).await,
    };
    let (caller, renewed) = match found {
        Ok(found) => found,
        Err(failure) => return fail(failure),
    };
    // Signing out right after a renewal must end the new pair's session: it is the same one.
    let refresh_token = renewed.as_ref().map(|tokens| tokens.refresh_token.clone()).or(refresh);
    parts.extensions.insert(Asking { caller, visit, refresh_token, secure: web.secure_cookies });
    let mut response = next.run(Request::from_parts(parts, body)).await;
    if let Some(tokens) = renewed {
        add_cookies(&mut response, &tokens, web.secure_cookies);
    }
    response
}

type Found = Result<Option<Caller>, Refusal>;

async fn identify_program(web: &Web, token: &str) -> Result<Found, Failure> {
    match identify_caller(&web.platform, token).await {
        Ok(caller) => Ok(Ok(Some(caller))),
        Err(Failure::Refused(refusal)) => Ok(Err(refusal)),
        Err(fault) => Err(fault),
    }
}

/// A browser with cookies that are no good any more is a visitor.
async fn identify_browser(
    web: &Web,
    visit: &Visit,
    access: Option<&str>,
    refresh: Option<&str>,
) -> Result<(Found, Option<Tokens>), Failure> {
    if let Some(token) = access {
        match identify_caller(&web.platform, token).await {
            Ok(caller) => return Ok((Ok(Some(caller)), None)),
            Err(Failure::Refused(Refusal::AccountSuspended)) => return Ok((Err(Refusal::AccountSuspended), None)),
            Err(Failure::Refused(_)) => {}
            Err(fault) => return Err(fault),
        }
    }
    let Some(token) = refresh else { return Ok((Ok(None), None)) };
    match refresh_session(&web.platform, visit, token, RefreshManner::Browser).await {
        Ok(refreshed) => Ok((Ok(Some(refreshed.caller)), Some(refreshed.tokens))),
        Err(Failure::Refused(Refusal::AccountSuspended)) => Ok((Err(Refusal::AccountSuspended), None)),
        Err(Failure::Refused(_)) => Ok((Ok(None), None)),
        Err(fault) => Err(fault),
    }
}

/// Not when the answer set them itself: who just signed in or out knows better.
fn add_cookies(response: &mut Response, tokens: &Tokens, secure: bool) {
    let set_already = response
        .headers()
        .get_all(header::SET_COOKIE)
        .iter()
        .any(|cookie| cookie.as_bytes().starts_with(cookies::REFRESH.as_bytes()));
    if set_already {
        return;
    }
    for cookie in cookies::token_cookies(tokens, secure) {
        if let Ok(value) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
}

/// Any `Authorization` header counts as an attempt: one that is not understood is refused, not ignored.
fn bearer(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().unwrap_or_default();
    let (scheme, token) = value.split_once(' ').unwrap_or((value, ""));
    Some(if scheme.eq_ignore_ascii_case("bearer") { token.trim().to_owned() } else { String::new() })
}

fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .find_map(|pair| {
            let (key, value) = pair.trim().split_once('=')?;
            (key == name && !value.is_empty()).then(|| value.to_owned())
        })
}

/// The caller's address. Forwarding headers are believed only as far as the operator's own proxies wrote them.
fn address_of(parts: &Parts, trusted_proxies: usize) -> String {
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let forwarded: Vec<IpAddr> = parts
        .headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(','))
        .filter_map(|address| address.trim().parse().ok())
        .collect();
    let believed = if trusted_proxies == 0 { None } else { forwarded.iter().rev().nth(trusted_proxies - 1).copied() };
    believed.or(peer).map_or_else(|| "unknown".into(), |address| address.to_canonical().to_string())
}

/// The program and the system, in the few words a person needs to recognise their own device.
fn describe_device(headers: &HeaderMap) -> String {
    const BROWSERS: [(&str, &str); 6] = [
        ("Firefox/", "Firefox"),
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("HeadlessChrome/", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];
    const SYSTEMS: [(&str, &str); 6] = [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ];
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let find =
        |list: &[(&str, &'static str)]| list.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name);
    match (find(&BROWSERS), find(&SYSTEMS)) {
        (Some(browser), Some(system)) => format!("{browser} on {system}"),
        _ => {
            let program: String = agent
                .split(['/', ' '])
                .next()
                .unwrap_or_default()
                .chars()
                .filter(|c| !c.is_control())
                .take(60)
                .collect();
            if program.is_empty() { "Unknown program".into() } else { format!("Program {program}") }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{address_of, describe_device};
    use axum::extract::ConnectInfo;
    use axum::http::{HeaderMap, HeaderValue, Request, header};
    use std::net::SocketAddr;

    fn address(forwarded: &str, trusted: usize) -> String {
        let (mut parts, ()) = Request::builder().header("x-forwarded-for", forwarded).body(()).unwrap().into_parts();
        parts.extensions.insert(ConnectInfo("192.0.2.1:4444".parse::<SocketAddr>().unwrap()));
        address_of(&parts, trusted)
    }

    #[test]
    fn forwarding_headers_are_believed_only_from_our_own_proxies() {
        assert_eq!(address("203.0.113.9", 0), "192.0.2.1");
        assert_eq!(address("203.0.113.9", 1), "203.0.113.9");
        // What the caller forged stands further left than what our proxy added.
        assert_eq!(address("10.0.0.1, 203.0.113.9", 1), "203.0.113.9");
        assert_eq!(address("nonsense", 1), "192.0.2.1");
    }

    #[test]
    fn a_device_is_named_as_its_owner_would() {
        let name = |agent: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::USER_AGENT, HeaderValue::from_str(agent).unwrap());
            describe_device(&headers)
        };
        assert_eq!(name("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"), "Firefox on Linux");
        assert_eq!(
            name("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Safari/604.1"),
            "Safari on iPhone"
        );
        assert_eq!(name("curl/8.5.0"), "Program curl");
        assert_eq!(name(""), "Unknown program");
    }
}
