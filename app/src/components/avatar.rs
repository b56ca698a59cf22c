use domain::ids::{PictureId, UserId};
use leptos::prelude::*;

/// A person's picture, or their initials on a colour of their own.
#[component]
pub fn Avatar(
    user_id: UserId,
    #[prop(into)] name: String,
    picture_id: Option<PictureId>,
    /// `small`, `large` or `huge`; ordinary without.
    #[prop(optional)]
    size: &'static str,
) -> impl IntoView {
    let class = format!("avatar {size} hue-{}", hue(user_id));
    let file_size = if matches!(size, "large" | "huge") { "large" } else { "small" };
    match picture_id {
        Some(picture) => view! {
            <img class=class src=format!("/pictures/{picture}/{file_size}") alt="" width="512" height="512" />
        }
        .into_any(),
        None => view! {
            <span class=class aria-hidden="true" data-initials=initials(&name)></span>
        }
        .into_any(),
    }
}

/// One of the 24 hues of the style sheet, always the same for the same person.
pub fn hue(user_id: UserId) -> u32 {
    let sum: u32 = user_id.0.as_bytes().iter().map(|byte| u32::from(*byte)).sum();
    sum % 24 * 15
}

pub fn initials(name: &str) -> String {
    let mut letters = name.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    let first = letters.next();
    let last = letters.next_back();
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_are_the_first_and_the_last_word() {
        assert_eq!(initials("Łucja Maria Kowalczyk"), "ŁK");
        assert_eq!(initials("gorden"), "G");
        assert_eq!(initials("(the) 3rd"), "T3");
        assert_eq!(initials(" "), "");
    }
}
