//! What came back, and what can be asked of it.

use std::fmt;

use axum::body::to_bytes;
use axum::http::HeaderMap;
use axum::response::Response;
use serde_json::Value;

pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub async fn read(response: Response) -> Self {
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap().to_vec();
        Self { status: parts.status.as_u16(), headers: parts.headers, body }
    }

    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{self}");
        self
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("no JSON: {error}: {self}"))
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    pub fn all(&self, name: &str) -> Vec<String> {
        self.headers.get_all(name).iter().map(|value| value.to_str().unwrap().to_owned()).collect()
    }

    /// A problem document as the contract describes it, with this status and code.
    #[track_caller]
    pub fn problem(&self, status: u16, code: &str) -> Value {
        let problem = self.any_problem();
        assert_eq!((self.status, problem["code"].as_str().unwrap()), (status, code), "{self}");
        problem
    }

    /// A problem document whose parts agree with each other and with the status.
    #[track_caller]
    pub fn any_problem(&self) -> Value {
        assert!((400..500).contains(&self.status), "the caller's mistake is a 4xx: {self}");
        assert_eq!(self.header("content-type"), Some("application/problem+json"), "{self}");
        let problem = self.json();
        assert_eq!(problem["status"], self.status, "{self}");
        for field in ["type", "title", "detail", "code"] {
            assert!(problem[field].as_str().is_some_and(|text| !text.is_empty()), "{field}: {self}");
        }
        assert!(problem["detail"].as_str().is_some_and(|text| text.ends_with('.')), "a sentence: {self}");
        problem
    }

    /// The fields a problem document complains about.
    #[track_caller]
    pub fn wrong_fields(&self) -> Vec<String> {
        let problem = self.any_problem();
        let errors = problem["errors"].as_array().cloned().unwrap_or_default();
        errors.iter().map(|error| error["field"].as_str().unwrap().to_owned()).collect()
    }

    /// The code a server function refuses with, beside a sentence and the status it came with.
    #[track_caller]
    pub fn refusal(&self) -> String {
        let error = self.json();
        assert_eq!(error["status"], self.status, "{self}");
        assert!(error["sentence"].as_str().is_some_and(|sentence| sentence.ends_with('.')), "{self}");
        error["code"].as_str().unwrap().to_owned()
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN_CHARS: usize = 600;
        write!(f, "{} {}", self.status, self.text().chars().take(SHOWN_CHARS).collect::<String>())
    }
}
