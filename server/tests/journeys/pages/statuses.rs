//! Every page, for everybody.

use axum::http::Method;

use crate::support::{Caller, TestApp};

journeys![
    every_page_answers_everybody_with_the_right_status,
    who_must_sign_in_first_is_led_to_the_door_and_back,
    an_address_without_a_page_is_a_404_that_looks_like_one,
    a_program_is_led_to_the_door_like_a_browser,
    a_method_no_page_takes_is_refused_in_words,
    pages_carry_no_copy_of_their_data,
    pages_show_what_they_are_about,
    the_mailbox_is_not_there_under_the_name_of_another_site,
    the_mailbox_is_there_only_where_mails_are_kept,
];

/// To the door.
const DOOR: u16 = 302;

#[rustfmt::skip]
const PAGES: [(&str, [u16; 3]); 25] = [
    //                                       visitor attendee admin
    ("/",                                      [200, 200, 200]),
    ("/register",                              [200, 200, 200]),
    ("/login",                                 [200, 200, 200]),
    ("/login?next=%2Fsettings%2Fprofile",      [200, 200, 200]),
    ("/forgot-password",                       [200, 200, 200]),
    ("/reset-password",                        [200, 200, 200]),
    ("/reset-password?token=guessed",          [200, 200, 200]),
    ("/verify-email",                          [200, 200, 200]),
    ("/verify-email?token=guessed",            [200, 200, 200]),
    ("/people/not-an-id",                      [404, 404, 404]),
    ("/clubs",                                 [200, 200, 200]),
    ("/clubs?q=%25&cursor=",                   [200, 200, 200]),
    ("/clubs?show=mine",                       [DOOR, 200, 200]),
    ("/clubs?show=pending",                    [DOOR, 403, 200]),
    ("/clubs/new",                             [DOOR, 200, 200]),
    ("/clubs/not-an-id",                       [404, 404, 404]),
    ("/notifications",                         [DOOR, 200, 200]),
    ("/settings",                              [DOOR, 200, 200]),
    ("/settings/profile",                      [DOOR, 200, 200]),
    ("/settings/account",                      [DOOR, 200, 200]),
    ("/settings/preferences",                  [DOOR, 200, 200]),
    ("/settings/sign-ins",                     [DOOR, 200, 200]),
    ("/settings/payment",                      [DOOR, 200, 200]),
    ("/admin/users",                           [DOOR, 403, 200]),
    ("/dev/mailbox",                           [200, 200, 200]),
];

async fn every_page_answers_everybody_with_the_right_status(app: &TestApp) {
    app.register("ada").await;
    app.admin("root").await;
    app.handle_messages().await;
    let browsers: [Caller; 3] =
        [app.browser(), app.signed_in_browser("ada").await, app.signed_in_browser("root").await];
    let mut wrong = Vec::new();
    for (page, expected) in PAGES {
        for ((browser, who), expected) in browsers.iter().zip(["visitor", "attendee", "admin"]).zip(expected) {
            let answer = browser.get(page).await;
            if answer.status != expected {
                wrong.push(format!("{page} for a {who}: expected {expected}, got {}", answer.status));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

async fn who_must_sign_in_first_is_led_to_the_door_and_back(app: &TestApp) {
    app.register("ada").await;
    let browser = app.browser();
    for (page, door) in [
        ("/settings/profile", "/login?next=%2Fsettings%2Fprofile"),
        ("/settings/sign-ins?a=b", "/login?next=%2Fsettings%2Fsign-ins%3Fa%3Db"),
        ("/admin/users?q=%26&role=admin", "/login?next=%2Fadmin%2Fusers%3Fq%3D%2526%26role%3Dadmin"),
    ] {
        let answer = browser.get(page).await;
        assert!(matches!(answer.status, 302 | 303 | 307), "{page}: {}", answer.status);
        assert_eq!(answer.header("location"), Some(door));
        browser.get(door).await.expect(200);
    }
}

async fn an_address_without_a_page_is_a_404_that_looks_like_one(app: &TestApp) {
    for path in ["/nothing", "/settings/nothing", "/people", "/admin", "/pkg/missing.js", "/.env", "/dev/nothing"] {
        let answer = app.browser().get(path).await.expect(404);
        assert!(answer.header("content-type").unwrap().starts_with("text/html"), "{path}");
        assert!(answer.text().contains("This seat does not exist"), "{path}");
    }
}

async fn pages_show_what_they_are_about(app: &TestApp) {
    let ada = app.register("ada").await;
    app.admin("root").await;
    app.handle_messages().await;
    let (browser, admin) = (app.signed_in_browser("ada").await, app.signed_in_browser("root").await);
    let shows = async |browser: &Caller, page: &str, words: &str| {
        let answer = browser.get(page).await.expect(200);
        assert!(answer.text().contains(words), "{page} shows {words}");
        assert_eq!(answer.text().matches("<h1").count(), 1, "{page} has one heading of the first rank");
        assert!(answer.text().contains("<title>") && answer.text().contains("id=\"main\""), "{page}");
    };
    shows(&app.browser(), "/", "Create account").await;
    shows(&browser, "/", "Hello, ada").await;
    shows(&browser, "/settings/profile", "value=\"ada\"").await;
    shows(&browser, "/settings/sign-ins", "10.0.0.").await;
    shows(&browser, "/notifications", "Welcome to Foyer").await;
    shows(&browser, &format!("/people/{}", ada.id), "@").await;
    shows(&admin, "/admin/users?q=ada", "ada@example.org").await;
    shows(&browser, "/dev/mailbox", "Welcome: confirm your mail address").await;
}

async fn a_program_is_led_to_the_door_like_a_browser(app: &TestApp) {
    let answer = app.visitor().get("/settings/profile").await.expect(DOOR);
    assert_eq!(answer.header("location"), Some("/login?next=%2Fsettings%2Fprofile"));
}

async fn a_method_no_page_takes_is_refused_in_words(app: &TestApp) {
    for path in ["/login", "/", "/clubs", "/health/live", "/metrics", "/settings/picture"] {
        for method in [Method::PUT, Method::DELETE, Method::PATCH, Method::OPTIONS] {
            app.visitor().call(method, path).await.problem(405, "method_not_allowed");
        }
    }
}

/// What the page shows stands in it once.
async fn pages_carry_no_copy_of_their_data(app: &TestApp) {
    app.register("ada").await;
    app.handle_messages().await;
    let browser = app.signed_in_browser("ada").await;
    for path in ["/", "/settings/profile", "/settings/preferences", "/notifications", "/dev/mailbox", "/clubs"] {
        let page = browser.get(path).await.expect(200).text();
        assert!(!page.contains("__RESOLVED_RESOURCES"), "{path}: {page}");
    }
}

async fn the_mailbox_is_not_there_under_the_name_of_another_site(app: &TestApp) {
    let visitor = app.browser();
    for path in ["/dev/mailbox", "/dev/mailbox.json"] {
        for ours in ["localhost:8080", "127.0.0.1:8080", "[::1]:8080"] {
            visitor.get(path).header("host", ours).await.expect(200);
        }
        for other in ["evil.example", "127.0.0.1.evil.example:8080", "not a name"] {
            visitor.get(path).header("host", other).await.problem(404, "not_found");
        }
    }
    let call = visitor.call(axum::http::Method::POST, "/api/fn/mailbox/load_mailbox").header("host", "evil.example");
    call.form(&[("mail_id", "")]).await.problem(404, "not_found");
}

async fn the_mailbox_is_there_only_where_mails_are_kept(app: &TestApp) {
    app.register("ada").await;
    let mail = app.mails_to("ada@example.org").await.remove(0);
    let html = format!("/dev/mailbox/{}/html", mail.id);
    let open = format!("/dev/mailbox/{}", mail.id);
    let list = app.browser().get("/dev/mailbox.json?to=ada@example.org").await.expect(200).json();
    assert_eq!(list.as_array().unwrap().len(), 1);
    let framed = app.browser().get(&html).await.expect(200);
    assert!(framed.header("content-security-policy").unwrap().contains("sandbox"));
    app.browser().get(&open).await.expect(200);

    let smtp = ("SMTP_URL", "smtp://127.0.0.1:1");
    let production = ("FOYER_MODE", "production");
    let public = ("FOYER_PUBLIC_URL", "https://tickets.example.org");
    let makers = ("FOYER_PUSH_SERVICES", "fcm.googleapis.com");
    for settings in [&[smtp][..], &[smtp, production, public, makers][..]] {
        let server = app.configured(settings).await;
        for path in ["/dev/mailbox", "/dev/mailbox.json", &html, &open] {
            let answer = server.browser().get(path).await.expect(404);
            assert!(!answer.text().contains("token="), "{path}");
        }
        server.visitor().function("mailbox/load_mailbox").await.expect(404);
        let foot = server.browser().get("/").await.expect(200).text();
        assert!(!foot.contains("/dev/mailbox"), "and nothing leads there");
    }
}
