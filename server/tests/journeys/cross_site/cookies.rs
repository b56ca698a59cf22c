//! The cookies of a signed-in browser.

use crate::support::{PASSWORD, TestApp};

journeys![
    cookies_are_out_of_reach_for_scripts_and_other_sites,
    cookies_travel_over_tls_only_where_the_site_is_reached_that_way,
    signing_out_takes_the_cookies_back_and_ends_the_sign_in,
    a_chosen_theme_is_kept_in_a_cookie_and_drawn_by_the_server,
];

const LOG_IN: [(&str, &str); 2] = [("login", "ada"), ("password", PASSWORD)];

async fn cookies_are_out_of_reach_for_scripts_and_other_sites(app: &TestApp) {
    app.register("ada").await;
    let browser = app.browser();
    let answer = browser.function("accounts/log_in").form(&LOG_IN).await.expect(200);
    let cookies = answer.all("set-cookie");
    for name in ["foyer_access=", "foyer_refresh=", "foyer_theme="] {
        let cookie = cookies.iter().find(|cookie| cookie.starts_with(name)).unwrap();
        assert!(cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Lax"), "{cookie}");
        assert!(cookie.contains("; Path=/;") && !cookie.contains("Domain="), "{cookie}");
        assert!(!cookie.contains("; Secure"), "without TLS on one's own machine: {cookie}");
    }
    assert!(cookies.iter().any(|cookie| cookie.contains("Max-Age=900;")), "the access token's quarter of an hour");
    assert!(!answer.text().contains("eyJ"), "no token where a script could read it");
    browser.get("/settings/profile").await.expect(200);
}

async fn cookies_travel_over_tls_only_where_the_site_is_reached_that_way(app: &TestApp) {
    app.register("ada").await;
    let secure = app.configured(&[("FOYER_PUBLIC_URL", "https://tickets.example.org"), ("FOYER_MODE", "local")]).await;
    let browser = secure.browser();
    let answer = browser.submit("/login", "accounts/log_in", &LOG_IN).await.expect(303);
    let cookies = answer.all("set-cookie");
    assert_eq!(cookies.len(), 3);
    assert!(cookies.iter().all(|cookie| cookie.ends_with("; Secure")), "{cookies:?}");
    let out = browser.function("accounts/log_out").await.expect(200);
    assert!(out.all("set-cookie").iter().all(|cookie| cookie.ends_with("; Secure")));
}

async fn signing_out_takes_the_cookies_back_and_ends_the_sign_in(app: &TestApp) {
    app.register("ada").await;
    let browser = app.signed_in_browser("ada").await;
    let stolen = browser.copied();
    let answer = browser.submit("/settings/profile", "accounts/log_out", &[]).await.expect(303);
    assert_eq!(answer.header("location"), Some("/"));
    assert!(!browser.cookies().contains_key("foyer_access") && !browser.cookies().contains_key("foyer_refresh"));
    stolen.rest("GET /users/me").await.problem(401, "sign_in_required");
    stolen.forget_cookie("foyer_access");
    stolen.rest("GET /users/me").await.problem(401, "sign_in_required");
}

async fn a_chosen_theme_is_kept_in_a_cookie_and_drawn_by_the_server(app: &TestApp) {
    app.register("ada").await;
    let browser = app.signed_in_browser("ada").await;
    assert!(!browser.get("/").await.expect(200).text().contains("data-theme="));
    browser.function("accounts/set_theme").form(&[("theme", "dark")]).await.expect(200);
    assert!(browser.get("/").await.expect(200).text().contains("data-theme=\"dark\""));
    // On another device it is there from the sign-in on.
    let other = app.signed_in_browser("ada").await;
    assert!(other.get("/").await.expect(200).text().contains("data-theme=\"dark\""));
    let odd = app.browser();
    let odd = odd.get("/").header("cookie", "foyer_theme=\"><script>").await.expect(200).text();
    assert!(!odd.contains("data-theme="));
}
