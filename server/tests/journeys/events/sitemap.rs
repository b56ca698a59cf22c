//! What search engines are led to.

use std::time::Duration;

use domain::accounts::Role;
use serde_json::json;

use crate::support::{TestApp, event_path};

journeys![what_is_for_everybody_is_listed_by_its_address, search_engines_are_told_where_they_may_look];

async fn addresses(app: &TestApp) -> Vec<String> {
    let answer = app.visitor().get("/sitemap.xml").await.expect(200);
    assert_eq!(answer.header("cache-control"), Some("public, max-age=3600"));
    assert_eq!(answer.header("content-type"), Some("application/xml; charset=utf-8"));
    assert_eq!(answer.header("set-cookie"), None);
    let text = answer.text();
    text.split("<loc>").skip(1).map(|rest| rest.split_once("</loc>").unwrap().0.to_owned()).collect()
}

async fn what_is_for_everybody_is_listed_by_its_address(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let club = app.approved_club(&ada, "Chess", "open").await;
    let waiting = json!({ "name": "Waiting", "join_policy": "open" });
    ada.rest("POST /clubs").json(waiting).await.expect(201);
    let later = event_path(&ada.published("Later", json!({ "club_id": club })).await);
    let sooner = json!({ "starts_at": "2026-12-01T18:00:00Z", "ends_at": "2026-12-01T20:00:00Z" });
    let sooner = event_path(&ada.published("Sooner", sooner).await);
    ada.published("Members", json!({ "club_id": club, "members_only": true })).await;
    ada.draft("Draft", json!({})).await;
    let cancelled = event_path(&ada.published("Cancelled", json!({})).await);
    ada.rest(&format!("POST {cancelled}/cancel")).json(json!({ "reason": "Rain." })).await.expect(200);

    let listed = addresses(app).await;
    let site = listed.first().unwrap().strip_suffix('/').unwrap();
    assert!(site.starts_with("http"), "{site}");
    let expected = ["/", "/events", "/clubs", &sooner, &later, &format!("/clubs/{club}")];
    assert_eq!(listed, expected.map(|path| format!("{site}{path}")));
    for path in expected {
        app.browser().get(path).await.expect(200);
    }
    app.turn_clock(Duration::from_secs(11 * 86_400));
    assert!(!addresses(app).await.contains(&format!("{site}{sooner}")), "what is over is not listed");
}

async fn search_engines_are_told_where_they_may_look(app: &TestApp) {
    let answer = app.visitor().get("/robots.txt").await.expect(200);
    assert_eq!(answer.header("cache-control"), Some("public, max-age=3600"));
    assert_eq!(answer.header("content-type"), Some("text/plain; charset=utf-8"));
    let text = answer.text();
    for path in ["/api/", "/settings", "/organizer", "/admin", "/dev/"] {
        assert!(text.contains(&format!("Disallow: {path}\n")), "{text}");
    }
    let sitemap = text.lines().find_map(|line| line.strip_prefix("Sitemap: ")).unwrap();
    assert!(sitemap.starts_with("http") && sitemap.ends_with("/sitemap.xml"), "{text}");
}
