//! A person's picture.

use crate::support::{Answer, Person, TestApp, png};

journeys![
    a_picture_is_drawn_anew_in_two_sizes_and_can_be_taken_down,
    a_new_picture_replaces_the_old_one,
    what_is_no_picture_is_refused_and_changes_nothing,
    the_settings_form_takes_a_picture_without_javascript,
];

async fn upload(person: &Person, bytes: Vec<u8>) -> Answer {
    person.rest("PUT /users/me/picture").body("image/png", bytes).await
}

fn url_of(answer: &Answer) -> String {
    answer.json()["picture_url"].as_str().unwrap().to_owned()
}

async fn a_picture_is_drawn_anew_in_two_sizes_and_can_be_taken_down(app: &TestApp) {
    let ada = app.register("ada").await;
    let large = url_of(&upload(&ada, png(300, 200)).await.expect(200));
    let small = large.replace("/large", "/small");
    for (url, side) in [(&large, 512), (&small, 128)] {
        let picture = app.visitor().get(url).await.expect(200);
        assert_eq!(picture.header("content-type"), Some("image/jpeg"));
        assert!(picture.header("cache-control").unwrap().contains("immutable"));
        assert_eq!(picture.header("x-content-type-options"), Some("nosniff"));
        let drawn = image::load_from_memory(&picture.body).unwrap();
        assert_eq!((drawn.width(), drawn.height()), (side, side));
    }
    let shown = app.visitor().rest(&format!("GET /users/{}", ada.id)).await.json();
    assert_eq!(shown["picture_url"], large);
    ada.rest("DELETE /users/me/picture").await.expect(204);
    app.visitor().get(&large).await.problem(404, "not_found");
    ada.rest("DELETE /users/me/picture").await.expect(204);
    app.visitor().get(&large.replace("/large", "/huge")).await.problem(404, "not_found");
    app.visitor().get("/pictures/nothing/large").await.problem(404, "not_found");
}

async fn a_new_picture_replaces_the_old_one(app: &TestApp) {
    let ada = app.register("ada").await;
    let first = url_of(&upload(&ada, png(10, 10)).await.expect(200));
    let second = url_of(&upload(&ada, png(20, 20)).await.expect(200));
    assert_ne!(first, second);
    app.visitor().get(&first).await.problem(404, "not_found");
    app.visitor().get(&second).await.expect(200);
    assert_eq!(app.rows().await["picture"].len(), 2, "two sizes of one picture");
}

async fn what_is_no_picture_is_refused_and_changes_nothing(app: &TestApp) {
    let ada = app.register("ada").await;
    app.handle_messages().await;
    let before = app.rows().await;
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".to_vec();
    let mut cut = png(300, 200);
    cut.truncate(60);
    let mut bomb = png(1, 1);
    bomb[16..24].copy_from_slice(&[0, 0, 234, 96, 0, 0, 234, 96]);
    for bytes in [Vec::new(), b"hello".to_vec(), svg, cut, bomb, b"GIF89a\x01\x00\x01\x00".to_vec()] {
        let answer = upload(&ada, bytes).await;
        answer.problem(422, "picture_unreadable");
        assert_eq!(answer.wrong_fields(), ["picture"]);
    }
    upload(&ada, vec![0; 8 * 1024 * 1024 + 1]).await.problem(413, "too_large");
    assert!(app.rows().await == before, "nothing was stored");
}

async fn the_settings_form_takes_a_picture_without_javascript(app: &TestApp) {
    let ada = app.register("ada").await;
    let browser = app.signed_in_browser("ada").await;
    let send = async |bytes: &[u8]| {
        let head = "--x\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a.png\"\r\n\r\n";
        let body = [head.as_bytes(), bytes, b"\r\n--x--\r\n"].concat();
        let post = browser.call(axum::http::Method::POST, "/settings/picture");
        post.body("multipart/form-data; boundary=x", body).await.expect(303)
    };
    assert_eq!(send(&png(30, 30)).await.header("location"), Some("/settings/profile?saved=picture"));
    assert!(ada.rest("GET /users/me").await.json()["picture_url"].is_string());
    let huge = send(&vec![0; 9 * 1024 * 1024]).await;
    assert_eq!(huge.header("location"), Some("/settings/profile?picture=too_large"));
    let odd = browser.call(axum::http::Method::POST, "/settings/picture").body("text/plain", "hello").await;
    assert_eq!(odd.expect(303).header("location"), Some("/settings/profile?picture=missing"));
    let refused = send(b"hello").await;
    assert_eq!(refused.header("location"), Some("/settings/profile?picture=picture_unreadable"));
    browser.get("/settings/profile?picture=picture_unreadable").await.expect(200);
    let visitor = app.browser();
    let post = visitor.call(axum::http::Method::POST, "/settings/picture");
    let refused = post.body("multipart/form-data; boundary=x", "--x--\r\n").await.expect(303);
    assert!(refused.header("location").unwrap().starts_with("/login"));
}
