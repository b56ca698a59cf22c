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
    let size = (shape.height / 2).clamp(30, 120);
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
            <text x=x y=y font-size=size>
                {shape.label}
            </text>
        </g>
    }
}

fn section(section: SectionDrawn) -> impl IntoView {
    let (x, y) = section.middle;
    let standing = section.kind == SectionKind::Standing;
    let size = 60;
    view! {
        <g class=format!("plan-section {}", zone_hue(section.zone))>
            {(!section.outline.is_empty()).then(|| view! { <polygon points=section.outline></polygon> })}
            {(!section.seats.is_empty()).then(|| view! { <path d=section.seats></path> })}
            {(!section.wheelchairs.is_empty()).then(|| view! { <path class="wheelchairs" d=section.wheelchairs></path> })}
            {standing
                .then(|| {
                    view! {
                        <text x=x y=y font-size=size>
                            {section.name}
                        </text>
                    }
                })}
        </g>
    }
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
