//! Which part of the plan the window shows, and how large.

use domain::venues::Point;

use super::model::find::Frame;

/// Pixels for a centimetre: from a stadium in a window to a seat as large as a hand.
const SCALE_MIN: f64 = 0.005;
const SCALE_MAX: f64 = 4.0;
/// Around what is fitted into the window.
const MARGIN: f64 = 24.0;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    pub scale: f64,
    /// Where in the plan the upper left corner of the window lies.
    pub x: f64,
    pub y: f64,
}

impl Default for Camera {
    fn default() -> Self {
        Self { scale: 0.2, x: 0.0, y: 0.0 }
    }
}

impl Camera {
    pub fn on_screen(&self, x: i32, y: i32) -> (f64, f64) {
        ((f64::from(x) - self.x) * self.scale, (f64::from(y) - self.y) * self.scale)
    }

    pub fn on_plan(&self, (x, y): (f64, f64)) -> Point {
        Point { x: whole(self.x + x / self.scale), y: whole(self.y + y / self.scale) }
    }

    /// As many centimetres as these pixels.
    pub fn length(&self, pixels: f64) -> i32 {
        whole(pixels / self.scale)
    }

    /// What lies under this point stays there.
    pub fn zoom(&mut self, factor: f64, (x, y): (f64, f64)) {
        let scale = (self.scale * factor).clamp(SCALE_MIN, SCALE_MAX);
        self.x += x / self.scale - x / scale;
        self.y += y / self.scale - y / scale;
        self.scale = scale;
    }

    pub fn pan(&mut self, dx: f64, dy: f64) {
        self.x -= dx / self.scale;
        self.y -= dy / self.scale;
    }

    pub fn fit(&mut self, frame: Frame, (width, height): (f64, f64)) {
        let wide = f64::from((frame.right - frame.left).max(100));
        let high = f64::from((frame.bottom - frame.top).max(100));
        let room = |side: f64| (side - 2.0 * MARGIN).max(50.0);
        self.scale = (room(width) / wide).min(room(height) / high).clamp(SCALE_MIN, SCALE_MAX);
        self.x = f64::midpoint(f64::from(frame.left), f64::from(frame.right)) - width / self.scale / 2.0;
        self.y = f64::midpoint(f64::from(frame.top), f64::from(frame.bottom)) - height / self.scale / 2.0;
    }
}

#[expect(clippy::cast_possible_truncation, reason = "what is too large stays at the largest")]
pub fn whole(length: f64) -> i32 {
    length.round() as i32
}

#[cfg(test)]
mod tests {
    use super::Camera;
    use crate::model::find::Frame;
    use domain::venues::Point;

    #[test]
    fn what_lies_under_the_pointer_stays_there_while_one_zooms() {
        let mut camera = Camera { scale: 0.5, x: 100.0, y: 40.0 };
        let before = camera.on_plan((300.0, 200.0));
        camera.zoom(2.0, (300.0, 200.0));
        assert_eq!((camera.on_plan((300.0, 200.0)), camera.scale), (before, 1.0));
        camera.pan(10.0, -20.0);
        assert_eq!(camera.on_plan((310.0, 180.0)), before);
    }

    #[test]
    fn what_is_fitted_lies_in_the_middle_of_the_window() {
        let mut camera = Camera::default();
        camera.fit(Frame { left: 0, top: 0, right: 2_000, bottom: 1_000 }, (1_048.0, 800.0));
        assert_eq!(camera.on_plan((524.0, 400.0)), Point { x: 1_000, y: 500 });
        assert_eq!(camera.scale, 0.5);
    }
}
