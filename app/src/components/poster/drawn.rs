//! A poster for whoever has no picture: drawn from their id alone, so that it is always the same one.

use std::fmt::Write as _;

use domain::ids::PictureId;
use leptos::prelude::*;
use uuid::Uuid;

use super::chance::Chance;
use super::motifs;

/// The art of a club or an event on a sheet of 600 by 800. It is a picture only: what it is about stands beside it.
#[component]
pub fn DrawnPoster(of: Uuid) -> impl IntoView {
    view! {
        <svg
            class="poster"
            viewBox="0 0 600 800"
            preserveAspectRatio="xMidYMid slice"
            aria-hidden="true"
            inner_html=draw(of)
        ></svg>
    }
}

/// The picture somebody gave a thing, or else its drawn poster.
#[component]
pub fn Poster(of: Uuid, picture_id: Option<PictureId>, #[prop(default = "large")] size: &'static str) -> impl IntoView {
    match picture_id {
        Some(picture) => view! { <img class="poster" src=format!("/pictures/{picture}/{size}") alt="" /> }.into_any(),
        None => view! { <DrawnPoster of=of /> }.into_any(),
    }
}

/// The hue a thing without one of its own takes: one of the 24 of the style sheet.
pub fn hue_of(id: Uuid, chosen: Option<i32>) -> i32 {
    chosen.map_or_else(|| Chance::of(id).below(24) * 15, |hue| hue.rem_euclid(360) / 15 * 15)
}

pub fn draw(id: Uuid) -> String {
    let mut chance = Chance::of(id);
    // The first draw is the hue's.
    let _ = chance.below(24);
    let mut art = String::from(r#"<rect class="ground" width="600" height="800"/>"#);
    let drawn = match chance.below(8) {
        0 => motifs::arches(&mut chance),
        1 => motifs::rays(&mut chance),
        2 => motifs::seats(&mut chance),
        3 => motifs::waves(&mut chance),
        4 => motifs::tiles(&mut chance),
        5 => motifs::bands(&mut chance),
        6 => motifs::steps(&mut chance),
        _ => motifs::voices(&mut chance),
    };
    let _ = write!(art, "{drawn}");
    art
}

#[cfg(test)]
mod tests {
    use super::{draw, hue_of};
    use uuid::Uuid;

    #[test]
    fn the_same_id_always_has_the_same_poster_and_others_have_others() {
        let ids: Vec<Uuid> = (1..200).map(|n| Uuid::from_u128(n * 0x1234_5678_9abc_def0_1357)).collect();
        let posters: std::collections::HashSet<String> = ids.iter().map(|id| draw(*id)).collect();
        assert!(posters.len() > 150, "{} different ones", posters.len());
        assert_eq!(draw(ids[0]), draw(ids[0]));
        assert!(posters.iter().all(|art| !art.contains("NaN") && art.len() < 20_000));
    }

    #[test]
    fn a_hue_is_one_the_style_sheet_knows() {
        assert_eq!(hue_of(Uuid::nil(), Some(359)), 345);
        assert!((0..360).step_by(15).any(|hue| hue == hue_of(Uuid::from_u128(77), None)));
    }
}
