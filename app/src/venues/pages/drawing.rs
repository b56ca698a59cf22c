//! A plan drawn by the server: one line of dots for the seats of a section, so that the largest is still a page.

use domain::venues::{SectionKind, ShapeKind};
use leptos::prelude::*;

use super::words::{seats, zone_hue};
use crate::venues::api_views::{BackgroundDrawn, PlanDrawn, SectionDrawn, ShapeDrawn};

#[component]
pub fn Drawing(plan: PlanDrawn) -> impl IntoView {
    let frame = format!("0 0 {} {}", plan.width, plan.height);
    let seats = i64::from(plan.facts.places());
    view! {
        <svg class="plan-drawing" viewBox=frame role="img" aria-label=format!("Plan of {seats} places. The list beside it says the same.")>
            {plan.background.map(background)} {plan.shapes.into_iter().map(shape).collect::<Vec<_>>()}
            {plan.sections.into_iter().map(section).collect::<Vec<_>>()}
        </svg>
    }
}

fn background(picture: BackgroundDrawn) -> impl IntoView {
    view! {
        <image
            href=format!("/pictures/{}/large", picture.picture_id)
            x=picture.x
            y=picture.y
            width=picture.width
            height=picture.height
            opacity=format!("{}%", picture.opacity)
            preserveAspectRatio="none"
        ></image>
    }
}

fn shape(shape: ShapeDrawn) -> impl IntoView {
    let (x, y) = (shape.x + shape.width / 2, shape.y + shape.height / 2);
    let turned = (shape.rotation != 0).then(|| format!("rotate({} {x} {y})", shape.rotation));
    // Words stand upright in what is high and narrow.
    let upright = shape.height > shape.width * 2;
    let (long, high) = if upright { (shape.height, shape.width) } else { (shape.width, shape.height) };
    let size = font_size(&shape.label, long, high);
    let words_turned = upright.then(|| format!("rotate(90 {x} {y})"));
    let drawn = match shape.kind {
        ShapeKind::Text => ().into_any(),
        ShapeKind::Ellipse => view! { <ellipse cx=x cy=y rx=shape.width / 2 ry=shape.height / 2></ellipse> }.into_any(),
        ShapeKind::Stage | ShapeKind::Rectangle => {
            view! { <rect x=shape.x y=shape.y width=shape.width height=shape.height rx=10></rect> }.into_any()
        }
    };
    view! {
        <g class="plan-shape" transform=turned>
            {drawn}
            <text x=x y=y font-size=size transform=words_turned>
                {shape.label}
            </text>
        </g>
    }
}

fn section(section: SectionDrawn) -> impl IntoView {
    let (x, y) = section.middle;
    let standing = section.kind == SectionKind::Standing;
    let (wide, high) = section.size;
    let upright = high > wide * 2;
    let size = if upright { font_size(&section.name, high, wide) } else { font_size(&section.name, wide, high) };
    let words_turned = upright.then(|| format!("rotate(90 {x} {y})"));
    view! {
        <g class=format!("plan-section {}", zone_hue(section.zone))>
            {(!section.outline.is_empty()).then(|| view! { <polygon points=section.outline></polygon> })}
            {(!section.seats.is_empty()).then(|| view! { <path d=section.seats></path> })}
            {(!section.wheelchairs.is_empty()).then(|| view! { <path class="wheelchairs" d=section.wheelchairs></path> })}
            {standing
                .then(|| {
                    view! {
                        <text x=x y=y font-size=size transform=words_turned>
                            {section.name}
                        </text>
                    }
                })}
        </g>
    }
}

/// So that the words fit in, and a long name is not larger than the stage.
fn font_size(words: &str, long: i32, high: i32) -> i32 {
    let letters = i32::try_from(words.chars().count()).unwrap_or(i32::MAX).max(1);
    (long * 3 / 2 / letters).min(high / 2).min(100)
}

/// The same plan in words.
#[component]
pub fn Sections(sections: Vec<SectionDrawn>) -> impl IntoView {
    view! {
        <ul class="section-list" role="list">
            {sections
                .into_iter()
                .map(|section| {
                    view! {
                        <li class=zone_hue(section.zone)>
                            <div>
                                <strong>{section.name.clone()}</strong>
                                <small>{details(&section)}</small>
                            </div>
                            <span class="figure">{holds(&section)}</span>
                        </li>
                    }
                })
                .collect::<Vec<_>>()}
        </ul>
    }
}

fn holds(section: &SectionDrawn) -> String {
    match section.kind {
        SectionKind::Seated => seats(section.places),
        SectionKind::Standing => format!("{} standing", section.places),
    }
}

fn details(section: &SectionDrawn) -> String {
    let rows = match (section.kind, section.rows) {
        (SectionKind::Standing, _) => None,
        (_, 1) => Some("1 row".to_owned()),
        (_, rows) => Some(format!("{rows} rows")),
    };
    let some = |count: usize, words: &str| (count > 0).then(|| format!("{count} {words}"));
    let parts = [
        rows,
        some(section.accessible, "for wheelchairs"),
        some(section.companion, "for companions"),
        section.entrance.as_ref().map(|entrance| format!("through {entrance}")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
