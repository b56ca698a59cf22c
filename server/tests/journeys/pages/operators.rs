//! For whoever runs the site: is it alive, can it work, what are its figures.

use serde_json::json;

use crate::support::TestApp;

journeys![
    the_process_says_whether_it_lives_and_whether_it_can_work,
    without_a_database_it_lives_but_is_not_ready,
    figures_are_for_this_machine_or_for_who_has_the_token,
    figures_count_requests_by_route_and_not_by_address,
    bad_credentials_do_not_stand_in_the_way_of_a_health_check,
];

async fn the_process_says_whether_it_lives_and_whether_it_can_work(app: &TestApp) {
    let live = app.visitor().get("/health/live").await.expect(200);
    assert_eq!(live.json(), json!({ "status": "ok" }));
    for path in ["/health/ready", "/health"] {
        let ready = app.visitor().get(path).await.expect(200);
        assert_eq!(ready.json(), json!({ "status": "ok", "database": "ok", "messages": "in_process" }));
        assert_eq!(ready.header("cache-control"), Some("no-store"));
    }
}

async fn without_a_database_it_lives_but_is_not_ready(app: &TestApp) {
    app.platform.store.close().await;
    app.visitor().get("/health/live").await.expect(200);
    let ready = app.visitor().get("/health/ready").await.expect(503);
    assert_eq!(ready.json()["status"], "unavailable");
    app.leave_messages_waiting();
}

async fn figures_are_for_this_machine_or_for_who_has_the_token(app: &TestApp) {
    for near in ["127.0.0.1", "::1"] {
        let answer = app.visitor().at(near).get("/metrics").await.expect(200);
        assert!(answer.header("content-type").unwrap().starts_with("text/plain; version=0.0.4"));
        assert!(answer.text().contains("foyer_journal_unpublished"));
        for left_by_a_proxy in ["x-forwarded-for", "forwarded", "x-real-ip", "via"] {
            let proxied = app.visitor().at(near);
            proxied.get("/metrics").header(left_by_a_proxy, "203.0.113.9").await.problem(404, "not_found");
        }
    }
    for far in ["192.0.2.1", "10.0.0.1", "2001:db8::1"] {
        app.visitor().at(far).get("/metrics").await.problem(404, "not_found");
    }
    let guarded = app.configured(&[("FOYER_METRICS_TOKEN", "a long token for figures")]).await;
    let far = guarded.visitor();
    far.with_bearer("a long token for figures").get("/metrics").await.expect(200);
    for wrong in ["", "a long token", "a long token for figures and more", "A LONG TOKEN FOR FIGURES"] {
        far.with_bearer(wrong).get("/metrics").await.problem(404, "not_found");
    }
    guarded.visitor().at("127.0.0.1").get("/metrics").await.problem(404, "not_found");
}

async fn figures_count_requests_by_route_and_not_by_address(app: &TestApp) {
    let unknown = "00000000-0000-7000-8000-00000000abcd";
    app.visitor().rest(&format!("GET /users/{unknown}")).await.expect(404);
    app.browser().get("/some-address-nobody-has").await.expect(404);
    let figures = app.visitor().at("127.0.0.1").get("/metrics").await.expect(200).text();
    assert!(figures.contains("foyer_http_requests_total"));
    assert!(figures.contains("route=\"/api/v1/users/{id}\""), "the route of the description");
    assert!(!figures.contains(unknown) && !figures.contains("some-address-nobody-has"), "bounded in number");
}

async fn bad_credentials_do_not_stand_in_the_way_of_a_health_check(app: &TestApp) {
    for path in ["/health/live", "/health/ready", "/api/openapi.json", "/api/docs/"] {
        app.visitor().with_bearer("nonsense").get(path).await.expect(200);
    }
}
