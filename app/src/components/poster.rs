//! Pictures drawn by us.

mod chance;
mod drawn;
mod motifs;

pub use drawn::{DrawnPoster, Poster, hue_of};

use leptos::prelude::*;

/// A lit stage behind parted curtains, seen over rows of seats.
#[component]
pub fn HallPoster(#[prop(optional)] label: &'static str) -> impl IntoView {
    let described = !label.is_empty();
    view! {
        <svg
            class="poster"
            viewBox="0 0 600 800"
            preserveAspectRatio="xMidYMid slice"
            role=described.then_some("img")
            aria-label=described.then_some(label)
            aria-hidden=(!described).then_some("true")
            inner_html=include_str!("poster_hall.svg")
        ></svg>
    }
}

/// How an envelope is sealed: the picture on pages that have to do with mail.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Seal {
    OnItsWay,
    Confirmed,
    Broken,
    None,
}

#[component]
pub fn Letter(seal: Seal) -> impl IntoView {
    let circle = match seal {
        Seal::None => None,
        Seal::Broken => Some("seal broken"),
        Seal::OnItsWay | Seal::Confirmed => Some("seal"),
    };
    let sign = match seal {
        Seal::OnItsWay => Some("M103 78h18M114 71l7 7-7 7"),
        Seal::Confirmed => Some("M102 78l7 7 13-14"),
        Seal::Broken | Seal::None => None,
    };
    view! {
        <svg class="letter" viewBox="0 0 140 100" aria-hidden="true">
            <rect class="sheet" x="2" y="8" width="116" height="84" rx="3"></rect>
            <path class="flap" d="M3 10l57 46 57-46"></path>
            {circle.map(|class| view! { <circle class=class cx="112" cy="78" r="22"></circle> })}
            {sign.map(|line| view! { <path class="sign" d=line></path> })}
        </svg>
    }
}

/// A row of seats, some taken, perhaps one that stands out: the picture of empty lists and errors.
#[component]
pub fn RowOfSeats(
    count: usize,
    #[prop(optional)] taken: bool,
    #[prop(default = None)] here: Option<usize>,
) -> impl IntoView {
    let seats = (0..count)
        .map(|seat| {
            let class = if here == Some(seat) {
                "seat here"
            } else if taken {
                "seat taken"
            } else {
                "seat"
            };
            view! { <path class=class d=format!("M{} 37V15a11 11 0 0 1 11-11h4a11 11 0 0 1 11 11v22z", 4 + seat * 34)></path> }
        })
        .collect::<Vec<_>>();
    view! {
        <svg class="row-of-seats" viewBox=format!("0 0 {} 40", count * 34) aria-hidden="true">
            {seats}
        </svg>
    }
}
