//! What the tables have in common in which it matters what somebody is to the thing: nine people in columns, and for every
//! line a scene it is tried in.

use std::fmt::Debug;

use crate::support::{Answer, Caller, TestApp, png};

/// What comes with a call. Its `{words}` are filled in.
#[derive(Clone, Copy)]
pub enum Sent {
    Nothing,
    Json(&'static str),
    /// To a server function instead of an operation.
    Form(&'static str),
    Picture,
}

impl Sent {
    pub async fn to(self, target: &str, caller: &Caller, fill: impl Fn(&str) -> String) -> Answer {
        let place = fill(target);
        match self {
            Self::Nothing => caller.rest(&place).await,
            Self::Json(body) => caller.rest(&place).body("application/json", fill(body)).await,
            Self::Form(form) => caller.function(&place).body("application/x-www-form-urlencoded", fill(form)).await,
            Self::Picture => caller.rest(&place).body("image/png", png(8, 8)).await,
        }
    }
}

pub const COLUMNS: usize = 9;

pub struct Line<N> {
    /// `PATCH /venues/{id}`, or `venues/edit_venue`.
    pub target: &'static str,
    sent: Sent,
    /// What the scene has to be like.
    pub need: N,
    /// In the order of the columns.
    expected: [u16; COLUMNS],
}

pub trait Need: Copy {
    const USUAL: Self;
}

/// The people of the columns.
pub trait Cast: Sized {
    type Who: Copy + Debug;
    const COLUMNS: [Self::Who; COLUMNS];

    async fn gather(app: &TestApp) -> Self;
    fn caller(&self, who: Self::Who) -> Caller;
}

/// The things a line is about.
pub trait Scene: Sized {
    type Cast: Cast;
    type Need: Need;

    async fn set(cast: &Self::Cast, line: &Line<Self::Need>) -> Self;
    fn fill(&self, cast: &Self::Cast, text: &str) -> String;

    /// What the next scene must not meet.
    async fn clear(&self, _: &Self::Cast) {}
}

pub const fn row<N: Need>(target: &'static str, expected: [u16; COLUMNS]) -> Line<N> {
    Line { target, sent: Sent::Nothing, need: N::USUAL, expected }
}

pub const fn json<N: Need>(target: &'static str, body: &'static str, expected: [u16; COLUMNS]) -> Line<N> {
    Line { sent: Sent::Json(body), ..row(target, expected) }
}

pub const fn picture<N: Need>(target: &'static str, expected: [u16; COLUMNS]) -> Line<N> {
    Line { sent: Sent::Picture, ..row(target, expected) }
}

/// A server function and its form.
pub const fn function<N: Need>(target: &'static str, form: &'static str, expected: [u16; COLUMNS]) -> Line<N> {
    Line { sent: Sent::Form(form), ..row(target, expected) }
}

/// As the description of the API writes them.
pub fn operations<N>(table: &[Line<N>]) -> impl Iterator<Item = String> {
    table.iter().map(|line| line.target.split('?').next().unwrap().to_owned())
}

pub async fn check<S: Scene>(app: &TestApp, table: &[Line<S::Need>]) {
    let cast = S::Cast::gather(app).await;
    let mut wrong = Vec::new();
    for line in table {
        wrong.extend(try_with_everybody::<S>(&cast, line).await);
    }
    assert!(wrong.is_empty(), "{} answers are wrong:\n{}", wrong.len(), wrong.join("\n"));
    app.leave_messages_waiting();
}

/// Whoever is refused leaves nothing behind, so all of them meet the same scene; whoever is not gets one of their own.
async fn try_with_everybody<S: Scene>(cast: &S::Cast, line: &Line<S::Need>) -> Vec<String> {
    let mut wrong = Vec::new();
    let (refused, taken): (Vec<usize>, Vec<usize>) = (0..COLUMNS).partition(|column| line.expected[*column] >= 400);
    for together in std::iter::once(refused).chain(taken.into_iter().map(|column| vec![column])) {
        let scene = S::set(cast, line).await;
        for column in together {
            let (who, expected) = (S::Cast::COLUMNS[column], line.expected[column]);
            let fill = |text: &str| scene.fill(cast, text).replace("$who", &format!("{who:?}"));
            let answer = line.sent.to(line.target, &cast.caller(who), fill).await;
            if answer.status != expected {
                wrong.push(format!("{} as {who:?}: expected {expected}, got {answer}", line.target));
            }
        }
        scene.clear(cast).await;
    }
    wrong
}
