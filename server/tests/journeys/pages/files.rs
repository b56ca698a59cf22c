//! The browser's files.

use crate::support::{CSS, TestApp};

journeys![
    files_named_by_their_content_are_kept_for_a_year_and_others_for_an_hour,
    the_copy_made_at_build_time_is_given_to_who_can_read_it,
    an_encoding_somebody_rules_out_is_not_used,
    a_file_that_is_known_is_not_sent_again,
    a_file_is_known_by_any_tag_of_a_list_also_by_a_weak_one,
    no_path_leads_out_of_the_folder,
];

async fn files_named_by_their_content_are_kept_for_a_year_and_others_for_an_hour(app: &TestApp) {
    let css = app.browser().get("/pkg/a.css").await.expect(200);
    assert_eq!(css.header("cache-control"), Some("public, max-age=31536000, immutable"));
    assert_eq!(css.header("content-type"), Some("text/css; charset=utf-8"));
    assert_eq!(css.text(), CSS);
    let icon = app.browser().get("/favicon.svg").await.expect(200);
    assert_eq!(icon.header("cache-control"), Some("public, max-age=3600"));
    assert_eq!(icon.header("content-type"), Some("image/svg+xml"));
    assert!(icon.all("set-cookie").is_empty());
}

async fn the_copy_made_at_build_time_is_given_to_who_can_read_it(app: &TestApp) {
    for (accepted, encoding, body) in [
        ("gzip, deflate, br, zstd", Some("br"), "as brotli"),
        ("br;q=0.5, gzip", Some("br"), "as brotli"),
        ("gzip, deflate", Some("gzip"), "as gzip"),
        ("identity", None, CSS),
        ("", None, CSS),
    ] {
        let answer = app.browser().get("/pkg/a.css").header("accept-encoding", accepted).await.expect(200);
        assert_eq!((answer.header("content-encoding"), answer.text().as_str()), (encoding, body), "{accepted}");
        assert!(answer.all("vary").iter().any(|vary| vary.contains("accept-encoding")));
    }
}

async fn an_encoding_somebody_rules_out_is_not_used(app: &TestApp) {
    for (accepted, encoding) in [("br;q=0, gzip", Some("gzip")), ("br;q=0, gzip;q=0.0", None)] {
        let answer = app.browser().get("/pkg/a.css").header("accept-encoding", accepted).await.expect(200);
        assert_eq!(answer.header("content-encoding"), encoding, "{accepted}");
    }
}

async fn a_file_that_is_known_is_not_sent_again(app: &TestApp) {
    let browser = app.browser();
    let tag = browser.get("/favicon.svg").await.expect(200).header("etag").unwrap().to_owned();
    let known = browser.get("/favicon.svg").header("if-none-match", &tag).await.expect(304);
    assert!(known.body.is_empty());
    assert_eq!(known.header("etag"), Some(tag.as_str()));
    browser.get("/favicon.svg").header("if-none-match", "\"another\"").await.expect(200);
}

async fn a_file_is_known_by_any_tag_of_a_list_also_by_a_weak_one(app: &TestApp) {
    let browser = app.browser();
    let tag = browser.get("/favicon.svg").await.expect(200).header("etag").unwrap().to_owned();
    for also in [format!("\"another\", {tag}"), format!("W/{tag}"), "*".to_owned()] {
        browser.get("/favicon.svg").header("if-none-match", &also).await.expect(304);
    }
}

async fn no_path_leads_out_of_the_folder(app: &TestApp) {
    for path in [
        "/manifest.json",
        "/pkg/",
        "/pkg/a.css.br",
        "/pkg/../manifest.json",
        "/pkg/%2e%2e/manifest.json",
        "/..%2f..%2fetc/passwd",
        "//etc/passwd",
        "/pkg/a.css%00.png",
    ] {
        app.browser().get(path).await.expect(404);
    }
}
