//! Whoever calls: one small request builder for programs and browsers.

use std::collections::BTreeMap;
use std::future::IntoFuture;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderName, HeaderValue, Method, Request, header};
use futures::future::BoxFuture;
use serde_json::Value;
use tower::ServiceExt as _;

use super::answer::Answer;
use super::app::ROUTERS_BEING_BUILT;

type Jar = Arc<Mutex<BTreeMap<String, String>>>;

#[derive(Clone)]
pub struct Caller {
    router: Router,
    address: IpAddr,
    bearer: Option<String>,
    jar: Option<Jar>,
}

impl Caller {
    pub fn visitor(router: Router) -> Self {
        Self { router, address: [192, 0, 2, 1].into(), bearer: None, jar: None }
    }

    pub fn browser(router: Router) -> Self {
        Self { jar: Some(Jar::default()), ..Self::visitor(router) }
    }

    /// The same caller with this access token.
    pub fn with_bearer(&self, token: &str) -> Self {
        Self { bearer: Some(token.to_owned()), ..self.clone() }
    }

    /// The same caller from another address.
    pub fn at(&self, address: &str) -> Self {
        Self { address: address.parse().unwrap(), ..self.clone() }
    }

    /// A browser with the same cookies, that goes its own way from here.
    pub fn copied(&self) -> Self {
        let cookies = self.cookies();
        Self { jar: Some(Arc::new(Mutex::new(cookies))), ..self.clone() }
    }

    pub fn cookies(&self) -> BTreeMap<String, String> {
        self.jar.as_ref().map(|jar| jar.lock().unwrap().clone()).unwrap_or_default()
    }

    pub fn forget_cookie(&self, name: &str) {
        if let Some(jar) = &self.jar {
            jar.lock().unwrap().remove(name);
        }
    }

    /// An operation of the REST API, named as the contract does: `GET /users/me`.
    pub fn rest(&self, operation: &str) -> Call<'_> {
        let (method, path) = operation.split_once(' ').unwrap();
        self.call(method.parse().unwrap(), &format!("/api/v1{path}"))
    }

    /// A server function, sent as the page sends it: `accounts/log_in`.
    pub fn function(&self, name: &str) -> Call<'_> {
        self.call(Method::POST, &format!("/api/fn/{name}"))
    }

    pub fn get(&self, path: &str) -> Call<'_> {
        self.call(Method::GET, path)
    }

    /// A form on a page, sent without JavaScript.
    pub fn submit(&self, page: &str, function: &str, fields: &[(&str, &str)]) -> Call<'_> {
        let function = format!("/api/fn/{function}");
        let named = [("_fn", function.as_str())];
        self.call(Method::POST, page).form(&[&named, fields].concat())
    }

    pub fn call(&self, method: Method, path: &str) -> Call<'_> {
        let mut request = Request::new(Body::empty());
        *request.method_mut() = method;
        *request.uri_mut() = path.parse().unwrap();
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from((self.address, 40_000))));
        let call = Call { caller: self, request }.header("host", "localhost:8080");
        let call = match &self.bearer {
            Some(token) => call.header("authorization", &format!("Bearer {token}")),
            None => call,
        };
        if self.jar.is_none() {
            return call;
        }
        let cookies: Vec<String> = self.cookies().iter().map(|(name, value)| format!("{name}={value}")).collect();
        let call = call.header("accept", "text/html").header("sec-fetch-site", "same-origin");
        if cookies.is_empty() { call } else { call.header("cookie", &cookies.join("; ")) }
    }

    fn keep_cookies(&self, answer: &Answer) {
        let Some(jar) = &self.jar else { return };
        let mut jar = jar.lock().unwrap();
        for cookie in answer.all("set-cookie") {
            let (name, rest) = cookie.split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            if value.is_empty() || rest.contains("Max-Age=0;") {
                jar.remove(name);
            } else {
                jar.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

/// A request on its way to be sent: awaiting it sends it.
pub struct Call<'c> {
    caller: &'c Caller,
    request: Request<Body>,
}

impl Call<'_> {
    /// Sets a header in place of one of the same name.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let name = HeaderName::from_bytes(name.as_bytes()).unwrap();
        self.request.headers_mut().insert(name, HeaderValue::from_bytes(value.as_bytes()).unwrap());
        self
    }

    /// Nothing when no client could send such a header.
    pub fn try_header(self, name: &str, value: &str) -> Option<Self> {
        HeaderValue::from_bytes(value.as_bytes()).ok().map(|_| self.header(name, value))
    }

    pub fn without(mut self, name: &str) -> Self {
        self.request.headers_mut().remove(name);
        self
    }

    #[expect(clippy::needless_pass_by_value, reason = "called with json!(…)")]
    pub fn json(self, body: Value) -> Self {
        self.body("application/json", body.to_string())
    }

    pub fn form(self, fields: &[(&str, &str)]) -> Self {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(fields);
        self.body("application/x-www-form-urlencoded", form.finish())
    }

    pub fn body(mut self, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        let body: Vec<u8> = body.into();
        let length = HeaderValue::from(body.len());
        *self.request.body_mut() = Body::from(body);
        self.request.headers_mut().insert(header::CONTENT_LENGTH, length);
        self.header("content-type", content_type)
    }

    /// A body that ends in the middle, as when a connection breaks.
    pub fn broken_body(mut self, content_type: &str) -> Self {
        let parts = [Ok("{\"login\":"), Err(std::io::Error::other("the connection broke"))];
        *self.request.body_mut() = Body::from_stream(futures::stream::iter(parts));
        self.header("content-type", content_type)
    }

    async fn send(self) -> Answer {
        let _no_router_meanwhile = ROUTERS_BEING_BUILT.read().await;
        let response = self.caller.router.clone().oneshot(self.request).await.unwrap();
        let answer = Answer::read(response).await;
        self.caller.keep_cookies(&answer);
        answer
    }
}

impl<'c> IntoFuture for Call<'c> {
    type Output = Answer;
    type IntoFuture = BoxFuture<'c, Answer>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}
