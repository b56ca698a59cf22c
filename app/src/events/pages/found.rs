//! What search engines and those who share a link are told: the same facts as the page, in their formats.

use domain::events::{Event, EventStatus};
use leptos::prelude::*;
use leptos_meta::{Link, Meta};
use serde_json::{Value, json};

use crate::events::api_views::{EventPageShown, OfferShown};
use crate::site::site;

const SUMMARY_MAX_CHARS: usize = 200;

#[component]
pub fn FoundByOthers(page: EventPageShown) -> impl IntoView {
    let event = page.event;
    // What is not for everybody is nobody else's business either.
    if event.members_only || event.published_at.is_none() {
        return view! { <Meta name="robots" content="noindex" /> }.into_any();
    }
    let address = format!("{}/events/{}", site().public_url, event.id);
    let summary = summary_of(&event.description, &page.when.there.text);
    let picture = event.picture_id.map(|id| format!("{}/pictures/{id}/wide", site().public_url));
    // A small preview where there is nothing to fill a large one.
    let card = if picture.is_some() { "summary_large_image" } else { "summary" };
    let facts = facts(&event, page.offers, &address, picture.as_deref());
    view! {
        <Link rel="canonical" href=address.clone() />
        <Meta name="description" content=summary.clone() />
        <Meta property="og:type" content="website" />
        <Meta property="og:title" content=event.title.clone() />
        <Meta property="og:description" content=summary />
        <Meta property="og:url" content=address />
        {picture.map(|picture| view! { <Meta property="og:image" content=picture /> })}
        <Meta name="twitter:card" content=card />
        <script type="application/ld+json" inner_html=facts></script>
    }
    .into_any()
}

/// When it is, and how its description begins.
fn summary_of(description: &str, when: &str) -> String {
    let line = description.lines().next().unwrap_or_default();
    let text = if line.is_empty() { when.to_owned() } else { format!("{when}. {line}") };
    match text.char_indices().nth(SUMMARY_MAX_CHARS) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
        None => text,
    }
}

/// As schema.org calls it. Nothing in it can end the script it stands in.
fn facts(event: &Event, offers: Vec<OfferShown>, address: &str, picture: Option<&str>) -> String {
    let status = match event.status {
        EventStatus::Cancelled => "https://schema.org/EventCancelled",
        _ => "https://schema.org/EventScheduled",
    };
    let has_place = event.venue_name.is_some() || event.location.is_some() || event.city.is_some();
    let mode = match (event.online, has_place) {
        (true, true) => "https://schema.org/MixedEventAttendanceMode",
        (true, false) => "https://schema.org/OnlineEventAttendanceMode",
        (false, _) => "https://schema.org/OfflineEventAttendanceMode",
    };
    let mut facts = json!({
        "@context": "https://schema.org",
        "@type": "Event",
        "name": event.title,
        "description": event.description,
        "startDate": event.starts_at.to_string(),
        "endDate": event.ends_at.to_string(),
        "eventStatus": status,
        "eventAttendanceMode": mode,
        "url": address,
        "location": location(event, address, has_place),
    });
    if let Some(facts) = facts.as_object_mut() {
        if let Some(picture) = picture {
            facts.insert("image".into(), json!([picture]));
        }
        if !offers.is_empty() {
            let offers: Vec<Value> = offers.into_iter().map(|shown| offer(shown, address)).collect();
            facts.insert("offers".into(), json!(offers));
        }
        if let Some(club) = &event.club_name {
            facts.insert("organizer".into(), json!({ "@type": "Organization", "name": club }));
        }
    }
    facts.to_string().replace('<', "\\u003c")
}

fn offer(shown: OfferShown, address: &str) -> Value {
    let mut offer = json!({
        "@type": "Offer",
        "name": shown.name,
        "price": shown.price,
        "priceCurrency": shown.currency.code(),
        "availability": format!("https://schema.org/{}", shown.availability),
        "url": address,
    });
    if let (Some(offer), Some(from)) = (offer.as_object_mut(), shown.valid_from) {
        offer.insert("validFrom".into(), json!(from));
    }
    offer
}

fn location(event: &Event, address: &str, has_place: bool) -> Value {
    let known = |address: &Option<String>| address.clone().filter(|address| !address.is_empty());
    let street = known(&event.venue_address).or_else(|| event.location.clone());
    let city = event.city.clone().or_else(|| known(&event.venue_city));
    let place = json!({
        "@type": "Place",
        "name": event.venue_name.as_ref().or(event.location.as_ref()).or(event.city.as_ref()),
        "address": { "@type": "PostalAddress", "streetAddress": street, "addressLocality": city },
    });
    // The address is for those who hold a ticket: this page is where one begins.
    let online = json!({ "@type": "VirtualLocation", "url": address });
    match (has_place, event.online) {
        (true, true) => json!([place, online]),
        (false, true) => online,
        _ => place,
    }
}
