//! What is on a poster: one drawing each, in the five inks of the press (ground, deep, fold, light, spot).

use std::fmt::Write as _;

use super::chance::Chance;

const WIDTH: i32 = 600;
const HEIGHT: i32 = 800;
const INKS: [&str; 4] = ["deep", "fold", "light", "spot"];

/// Doors within doors.
pub fn arches(chance: &mut Chance) -> String {
    let mut art = String::new();
    let (count, centre) = (chance.between(4, 7), chance.between(240, 360));
    let glow = chance.below(2) == 0;
    for index in 0..count {
        let half = 280 - index * 250 / count;
        let top = 110 + index * 360 / count;
        let ink = match (index + 1 == count, index % 2) {
            (true, _) => "light",
            (false, 0) => "deep",
            (false, _) => "fold",
        };
        let (left, right) = (centre - half, centre + half);
        let _ = write!(
            art,
            r#"<path class="{ink}" d="M{left} 800V{}a{half} {half} 0 0 1 {} 0V800z"/>"#,
            top + half,
            right - left
        );
    }
    let _ = if glow {
        write!(art, r#"<circle class="spot" cx="{centre}" cy="640" r="{}"/>"#, chance.between(14, 34))
    } else {
        write!(art, r#"<rect class="spot" x="{}" y="700" width="600" height="100"/>"#, centre - 300)
    };
    art
}

/// A light that goes up behind the horizon.
pub fn rays(chance: &mut Chance) -> String {
    let mut art = String::new();
    let (x, y) = (chance.between(180, 420), chance.between(420, 560));
    let count = chance.between(9, 15);
    for index in 0..count {
        let (from, to) = (angle(index * 2, count * 2), angle(index * 2 + 1, count * 2));
        let _ = write!(
            art,
            r#"<path class="fold" d="M{x} {y}L{} {}L{} {}z"/>"#,
            x + from.0 * 9 / 10,
            y - from.1 * 9 / 10,
            x + to.0 * 9 / 10,
            y - to.1 * 9 / 10
        );
    }
    let radius = chance.between(90, 150);
    let _ = write!(art, r#"<circle class="spot" cx="{x}" cy="{y}" r="{radius}"/>"#);
    for index in 0..4 {
        let top = y + 20 + index * 60;
        let ink = if index % 2 == 0 { "deep" } else { "light" };
        let height = if index % 2 == 0 { 800 - top } else { 6 };
        let _ = write!(art, r#"<rect class="{ink}" x="0" y="{top}" width="600" height="{height}"/>"#);
    }
    art
}

/// A point of the upper half circle, a thousand long.
fn angle(step: i32, steps: i32) -> (i32, i32) {
    let turn = std::f64::consts::PI * f64::from(step) / f64::from(steps);
    (rounded(turn.cos() * 1000.0), rounded(turn.sin() * 1000.0))
}

#[expect(clippy::cast_possible_truncation, reason = "a place on a sheet of a few hundred units")]
fn rounded(value: f64) -> i32 {
    value.round() as i32
}

/// Rows of a house, and one seat that is yours.
pub fn seats(chance: &mut Chance) -> String {
    let mut art = String::from(r#"<path class="light" d="M60 0h480l-90 150H150z"/>"#);
    let (rows, mine) = (7, (chance.between(2, 5), chance.between(2, 6)));
    for row in 0..rows {
        let size = 40 + row * 6;
        let count = 9;
        let y = 220 + row * 84;
        for seat in 0..count {
            let x = WIDTH / 2 + (seat * 2 - count + 1) * (size + 10) / 2 - size / 2;
            let lift = (seat * 2 - count + 1).pow(2) / 2;
            let ink = if (row, seat) == mine { "spot" } else { chance.pick(&["deep", "deep", "deep", "fold"]) };
            let half = size / 2;
            let _ = write!(
                art,
                r#"<path class="{ink}" d="M{x} {}v-{}a{half} {half} 0 0 1 {size} 0v{}z"/>"#,
                y + size - lift,
                size - half,
                size - half
            );
        }
    }
    art
}

/// Water under a moon.
pub fn waves(chance: &mut Chance) -> String {
    let mut art = String::new();
    let (x, y, r) = (chance.between(150, 450), chance.between(150, 260), chance.between(70, 120));
    let ink = chance.pick(&["light", "spot"]);
    let _ = write!(art, r#"<circle class="{ink}" cx="{x}" cy="{y}" r="{r}"/>"#);
    let count = chance.between(5, 8);
    for index in 0..count {
        let top = 360 + index * (HEIGHT - 380) / count;
        let (swell, length) = (chance.between(16, 46), chance.between(90, 170));
        let start = -chance.below(length);
        let ink = INKS[usize::from(index % 2 == 1)];
        let ink = if index == count / 2 && ink == "fold" { "light" } else { ink };
        let _ = write!(art, r#"<path class="{ink}" d="M{start} {top}"#);
        for _ in 0..(WIDTH / length + 3) {
            let _ = write!(art, "q{} {} {length} 0", length / 2, -swell);
            let _ = write!(art, "q{} {swell} {length} 0", length / 2);
        }
        let _ = write!(art, r#"V800H{start}z"/>"#);
    }
    art
}

/// Quarters of circles, laid like tiles.
pub fn tiles(chance: &mut Chance) -> String {
    let mut art = String::new();
    let side = chance.pick(&["100", "150", "200"]).parse::<i32>().unwrap_or(150);
    let columns = WIDTH / side;
    let rows = HEIGHT.div_euclid(side) + 1;
    let mut spots = 2;
    for cell in 0..columns * rows {
        let (x, y) = (cell % columns * side, cell / columns * side);
        let mut ink = chance.pick(&["deep", "fold", "light", "deep", "ground"]);
        if spots > 0 && chance.below(9) == 0 {
            (ink, spots) = ("spot", spots - 1);
        }
        let _ = match chance.below(5) {
            0 => write!(art, r#"<path class="{ink}" d="M{x} {y}h{side}a{side} {side} 0 0 1 -{side} {side}z"/>"#),
            1 => write!(
                art,
                r#"<path class="{ink}" d="M{} {y}v{side}a{side} {side} 0 0 1 -{side} -{side}z"/>"#,
                x + side
            ),
            2 => {
                write!(art, r#"<path class="{ink}" d="M{x} {}v-{side}a{side} {side} 0 0 1 {side} {side}z"/>"#, y + side)
            }
            3 => write!(
                art,
                r#"<circle class="{ink}" cx="{}" cy="{}" r="{}"/>"#,
                x + side / 2,
                y + side / 2,
                side * 3 / 10
            ),
            _ => write!(art, r#"<rect class="{ink}" x="{x}" y="{y}" width="{side}" height="{side}"/>"#),
        };
    }
    art
}

/// Broad bands across the sheet, and something round before them.
pub fn bands(chance: &mut Chance) -> String {
    let mut art = String::new();
    let (lean, breadth) = (chance.between(-260, 260), chance.between(46, 96));
    let mut x = -400;
    let mut index = 0;
    while x < 1000 {
        let ink = ["deep", "ground", "fold"][usize::try_from(index % 3).unwrap_or_default()];
        let _ = write!(art, r#"<path class="{ink}" d="M{x} 0h{breadth}l{lean} 800h-{breadth}z"/>"#);
        x += breadth;
        index += 1;
    }
    let (cx, cy, r) = (chance.between(200, 400), chance.between(260, 540), chance.between(110, 190));
    let _ = write!(art, r#"<circle class="light" cx="{cx}" cy="{cy}" r="{r}"/>"#);
    let _ = write!(art, r#"<path class="spot" d="M{} {cy}a{r} {r} 0 0 0 {} 0z"/>"#, cx - r, r * 2);
    art
}

/// A stair, and something that comes down it.
pub fn steps(chance: &mut Chance) -> String {
    let mut art = String::new();
    let (count, mirrored) = (chance.between(5, 8), chance.below(2) == 0);
    let (tread, rise) = (WIDTH / count, 560 / count);
    let place = |x: i32, width: i32| if mirrored { WIDTH - x - width } else { x };
    for index in 0..count {
        let top = HEIGHT - (index + 1) * rise;
        let ink = if index % 2 == 0 { "deep" } else { "fold" };
        let x = place(index * tread, tread);
        let _ = write!(art, r#"<rect class="{ink}" x="{x}" y="{top}" width="{tread}" height="{}"/>"#, HEIGHT - top);
        let _ = write!(art, r#"<rect class="light" x="{x}" y="{top}" width="{tread}" height="5"/>"#);
    }
    let on = chance.between(1, count - 1);
    let radius = (tread / 2).min(48);
    let x = place(on * tread, tread) + tread / 2;
    let _ = write!(art, r#"<circle class="spot" cx="{x}" cy="{}" r="{radius}"/>"#, HEIGHT - (on + 1) * rise - radius);
    art
}

/// A choir, seen as its voices.
pub fn voices(chance: &mut Chance) -> String {
    let mut art = String::new();
    let count = chance.between(7, 13);
    let gap = 10;
    let breadth = (WIDTH - 80 - gap * (count - 1)) / count;
    let loud = chance.below(count);
    for index in 0..count {
        let x = 40 + index * (breadth + gap);
        let (above, below) = (chance.between(60, 300), chance.between(40, 260));
        let ink = if index == loud { "spot" } else { chance.pick(&["deep", "fold", "light", "deep"]) };
        let _ = write!(
            art,
            r#"<rect class="{ink}" x="{x}" y="{}" width="{breadth}" height="{}" rx="{}"/>"#,
            400 - above,
            above + below,
            breadth / 2
        );
    }
    art
}
