//! A mail as content: what it says, not how it looks. One layout draws it as HTML and as text, so that the two can
//! never say different things.

use askama::Template;
use domain::accounts::Language;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    pub language: Language,
    pub subject: String,
    pub greeting: String,
    pub paragraphs: Vec<String>,
    pub button: Option<Button>,
    /// Below the button, smaller: what to do if it was not you.
    pub small_print: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    pub words: String,
    pub url: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderedLetter {
    pub subject: String,
    pub text: String,
    pub html: String,
}

#[derive(Template)]
#[template(path = "letter.html")]
struct AsHtml<'a> {
    letter: &'a Letter,
    site_name: &'a str,
    site_url: &'a str,
    why: &'a str,
}

#[derive(Template)]
#[template(path = "letter.txt")]
struct AsText<'a> {
    letter: &'a Letter,
    site_name: &'a str,
    site_url: &'a str,
    why: &'a str,
}

impl Letter {
    pub fn render(&self, site_name: &str, site_url: &str) -> Result<RenderedLetter, askama::Error> {
        let why = match self.language {
            Language::English => "You get this mail because somebody has an account with this address at",
            Language::German => "Sie erhalten diese Mail, weil es mit dieser Adresse ein Konto gibt bei",
        };
        let html = AsHtml { letter: self, site_name, site_url, why }.render()?;
        let text = AsText { letter: self, site_name, site_url, why }.render()?;
        Ok(RenderedLetter { subject: self.subject.clone(), text, html })
    }
}
