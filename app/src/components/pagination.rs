use leptos::prelude::*;

/// How many there are, and the way on. Shown only where there is a way.
#[component]
pub fn Pagination(
    /// How many there are altogether, in words.
    #[prop(optional, into)]
    total: Option<String>,
    /// Words and address of the way back to the beginning, when this is not it.
    #[prop(default = None)]
    first: Option<(&'static str, String)>,
    /// Words and address of the next page, when there is one.
    next: Option<(&'static str, String)>,
) -> impl IntoView {
    let link = |(words, href): (&'static str, String), rel: Option<&'static str>| {
        view! {
            <li>
                <a href=href rel=rel>
                    {words}
                </a>
            </li>
        }
    };
    (total.is_some() || first.is_some() || next.is_some()).then(|| {
        view! {
            <nav class="pagination" aria-label="Pages">
                {total.map(|total| view! { <p>{total}</p> })}
                <ul role="list">
                    {first.map(|first| link(first, None))} {next.map(|next| link(next, Some("next")))}
                </ul>
            </nav>
        }
    })
}
