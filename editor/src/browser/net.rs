//! The plan's way from the server and back, and files in and out.

use domain::ids::PictureId;
use domain::venues::Background;
use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, File, Headers, HtmlElement, RequestInit, Response, Url};

use super::desk::Desk;
use super::page::{document, open_dialog, window};
use super::read::{self, Read};
use crate::model::Sketch;
use crate::model::history::Editor;

const OK: u16 = 200;
const OFFLINE: &str = "The server could not be reached. Your plan is still here: try again in a moment.";
/// In percent: what is drawn upon a picture must stay readable.
const FAINT: i32 = 50;

/// What is done with an answer: its status, and its text. Without an answer the status is nought.
type Take = Box<dyn FnOnce(Desk, u16, String)>;

impl Desk {
    /// One way for all: each of its own would be downloaded once more.
    fn fetch(self, of: &str, request: RequestInit, take: Take) {
        let answer = window().fetch_with_str_and_init(&self.address(of), &request);
        spawn_local(async move {
            let answer = JsFuture::from(answer).await.ok().and_then(|answer| answer.dyn_into::<Response>().ok());
            let Some(answer) = answer else { return take(self, 0, String::new()) };
            take(self, answer.status(), text_of(answer.text()).await);
        });
    }

    fn address(self, of: &str) -> String {
        format!("/api/v1/venues/{}/plan{of}", self.venue_id())
    }

    /// Takes the newest version; a venue without a plan begins with an empty one.
    pub fn load(self) {
        let take = |desk: Self, status, text: String| match (read::plan(&text), status) {
            (Some((sketch, version)), OK) => desk.open(sketch, version),
            (_, 404) => desk.open(Sketch { width: 3_000, height: 2_000, ..Default::default() }, 0),
            _ => desk.say(OFFLINE),
        };
        self.fetch("", RequestInit::new(), Box::new(take));
    }

    fn open(self, sketch: Sketch, version: i64) {
        let mut opened = Some(Editor::open(sketch, version));
        self.edit(&mut |editor| *editor = opened.take().unwrap_or_default());
        self.show_problems(&[]);
        open_dialog("plan-conflict", false);
        self.fit();
    }

    pub fn save(self) {
        let mut is_saving = true;
        self.with_hand(&mut |hand| is_saving = hand.is_saving);
        if is_saving || self.is_saved() {
            return;
        }
        self.hand(&mut |hand| hand.is_saving = true);
        self.say("Saving …");
        let (mut sent, mut text) = Default::default();
        self.see(&mut |editor| (sent, text) = (editor.sketch.clone(), editor.to_json()));
        let take = move |desk: Self, status, text: String| {
            desk.hand(&mut |hand| hand.is_saving = false);
            match read::plan(&text) {
                Some((saved, version)) if status == OK => {
                    desk.edit(&mut |editor| editor.saved(&sent, &saved, version));
                    desk.show_problems(&[]);
                    desk.say(&format!("Saved as version {version}."));
                }
                _ => desk.refused(status, &text),
            }
        };
        let request = put(&text.into());
        // A file says itself what it is, a text does not.
        if let Ok(headers) = Headers::new() {
            let _ = headers.set("content-type", "application/json");
            request.set_headers(&headers);
        }
        self.fetch("", request, Box::new(take));
    }

    fn refused(self, status: u16, text: &str) {
        let problem = Read::text_of(text);
        let mut wrong = Vec::new();
        if let Some(problem) = &problem {
            problem.each("errors", &mut |read| wrong.push((read.text("field"), read.text("message"))));
        }
        self.show_problems(&wrong);
        let sentence = problem.map(|problem| problem.text("detail")).unwrap_or_default();
        self.say(if sentence.is_empty() { OFFLINE } else { &sentence });
        if status == 409 {
            open_dialog("plan-conflict", true);
        }
    }

    /// A file with the plan, to keep or for another venue.
    pub fn export(self) {
        let mut text = String::new();
        self.see(&mut |editor| text = editor.to_json());
        if download("plan.json", &text).is_err() {
            self.say("This browser could not keep the file.");
        }
    }

    pub fn import(self, file: File) {
        spawn_local(async move {
            let Some((sketch, _)) = read::plan(&text_of(Ok(file.text())).await) else {
                return self.say("This file is no plan. Choose one that was exported here, or by the API.");
            };
            let mut sketch = Some(sketch);
            self.edit(&mut |editor| editor.import(sketch.take().unwrap_or_default()));
            self.fit();
            self.say("Imported. Save it to keep it.");
        });
    }

    /// A picture to draw upon: as wide as the plan.
    pub fn upload_background(self, file: File) {
        let take = |desk: Self, status, text: String| {
            let picture_id = Read::text_of(&text).and_then(|read| read.id("picture_id")).map(PictureId);
            let Some(picture_id) = picture_id else { return desk.refused(status, &text) };
            desk.edit(&mut |editor| {
                editor.change(&mut |sketch| {
                    let (width, height) = (sketch.width, sketch.height);
                    sketch.background = Some(Background { picture_id, x: 0, y: 0, width, height, opacity: FAINT });
                });
            });
        };
        self.fetch("/background", put(&file), Box::new(take));
    }
}

fn put(body: &JsValue) -> RequestInit {
    let request = RequestInit::new();
    request.set_method("PUT");
    request.set_body(body);
    request
}

/// What cannot be read is no text.
async fn text_of(text: Result<Promise, JsValue>) -> String {
    let Ok(text) = text else { return String::new() };
    JsFuture::from(text).await.ok().and_then(|text| text.as_string()).unwrap_or_default()
}

fn download(name: &str, text: &str) -> Result<(), JsValue> {
    let parts = Array::of1(&JsValue::from_str(text));
    let address = Url::create_object_url_with_blob(&Blob::new_with_str_sequence(&parts)?)?;
    let link: HtmlElement = document().create_element("a")?.unchecked_into();
    link.set_attribute("href", &address)?;
    link.set_attribute("download", name)?;
    link.click();
    Url::revoke_object_url(&address)
}
