//! The picture of a club.

use axum::http::Method;
use serde_json::json;

use crate::support::{TestApp, png};

journeys![
    officers_give_their_club_a_picture_and_take_it_down,
    what_is_no_picture_changes_nothing,
    the_form_of_a_club_takes_a_picture_without_javascript,
];

async fn officers_give_their_club_a_picture_and_take_it_down(app: &TestApp) {
    let ada = app.register("ada").await;
    let club = app.approved_club(&ada, "Chess", "open").await;
    let officer = app.officer(&ada, &club, "officer").await;
    let put = async |width| officer.rest(&format!("PUT /clubs/{club}/picture")).body("image/png", png(width, 40)).await;
    let first = put(60).await.expect(200).json()["picture_url"].as_str().unwrap().to_owned();
    let picture = app.visitor().get(&first).await.expect(200);
    assert_eq!(picture.header("content-type"), Some("image/jpeg"));
    let second = put(80).await.expect(200).json()["picture_url"].as_str().unwrap().to_owned();
    assert_ne!(first, second);
    app.visitor().get(&first).await.expect(404);
    let listed = app.visitor().rest("GET /clubs").await.expect(200).json();
    assert_eq!(listed["items"][0]["picture_url"], json!(second));
    assert!(app.browser().get(&format!("/clubs/{club}")).await.expect(200).text().contains("/pictures/"));
    officer.rest(&format!("DELETE /clubs/{club}/picture")).await.expect(204);
    officer.rest(&format!("DELETE /clubs/{club}/picture")).await.expect(204);
    app.visitor().get(&second).await.expect(404);
    assert_eq!(ada.rest(&format!("GET /clubs/{club}")).await.json()["picture_url"], json!(null));
}

async fn what_is_no_picture_changes_nothing(app: &TestApp) {
    let ada = app.register("ada").await;
    let club = app.approved_club(&ada, "Chess", "open").await;
    let svg: &[u8] = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    let before = app.rows().await;
    for bytes in [b"".as_slice(), b"hello", svg] {
        let put = ada.rest(&format!("PUT /clubs/{club}/picture")).body("image/png", bytes);
        put.await.problem(422, "picture_unreadable");
    }
    let huge = ada.rest(&format!("PUT /clubs/{club}/picture")).body("image/png", vec![0; 9 * 1024 * 1024]);
    huge.await.problem(413, "too_large");
    assert!(app.rows().await == before, "nothing was changed");
}

async fn the_form_of_a_club_takes_a_picture_without_javascript(app: &TestApp) {
    let ada = app.register("ada").await;
    app.register("grace").await;
    let club = app.approved_club(&ada, "Chess", "open").await;
    let (owner, stranger) = (app.signed_in_browser("ada").await, app.signed_in_browser("grace").await);
    let form = |bytes: &[u8]| {
        let head = "--x\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a.png\"\r\n\r\n";
        [head.as_bytes(), bytes, b"\r\n--x--\r\n"].concat()
    };
    let (path, kind) = (format!("/clubs/{club}/picture"), "multipart/form-data; boundary=x");
    let edit = format!("/clubs/{club}/edit");
    for (browser, bytes, expected) in [
        (&owner, png(30, 30), format!("{edit}?saved=picture")),
        (&owner, b"hello".to_vec(), format!("{edit}?picture=picture_unreadable")),
        (&owner, vec![0; 9 * 1024 * 1024], format!("{edit}?picture=too_large")),
        (&stranger, png(30, 30), format!("{edit}?picture=not_allowed")),
    ] {
        let answer = browser.call(Method::POST, &path).body(kind, form(&bytes)).await.expect(303);
        assert_eq!(answer.header("location"), Some(expected.as_str()));
    }
    let page = owner.get(&format!("{edit}?picture=picture_unreadable")).await.expect(200).text();
    assert!(page.contains("This is not a picture we can read."));
    let visitor = app.browser().call(Method::POST, &path).body(kind, form(&png(8, 8))).await.expect(303);
    assert!(visitor.header("location").unwrap().starts_with("/login?next="));
}
