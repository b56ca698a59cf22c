//! Modules of the site: named by the page that needs them, and by no other.

use domain::accounts::Role;
use serde_json::json;

use crate::support::TestApp;

journeys![a_module_is_named_by_the_page_that_needs_it_and_only_for_who_may_use_it];

async fn a_module_is_named_by_the_page_that_needs_it_and_only_for_who_may_use_it(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let venue = ada.venue("Gym", json!({})).await;
    app.register("eve").await;
    let (own, stranger) = (app.signed_in_browser("ada").await, app.signed_in_browser("eve").await);
    let path = format!("/venues/{}", venue["id"].as_str().unwrap());
    let plan = format!("{path}/plan");

    let page = own.get(&plan).await;
    let policy = page.header("content-security-policy").unwrap();
    let (_, nonce) = policy.split_once("'nonce-").unwrap();
    let nonce = nonce.split('\'').next().unwrap();
    let script =
        page.text().split("<script").find(|script| script.contains("/pkg/editor.js")).expect("a script").to_owned();
    assert!(script.starts_with(&format!(" type=\"module\" nonce=\"{nonce}\"")), "{script}");
    assert!(page.text().contains("<link rel=\"modulepreload\" href=\"/pkg/editor.js\""));

    for (who, path) in [(&own, path.as_str()), (&own, "/"), (&own, "/venues"), (&stranger, &plan)] {
        assert!(!who.get(path).await.text().contains("/pkg/editor."), "{path}");
    }
}
