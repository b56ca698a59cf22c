//! Pictures people upload: of themselves, of their clubs and events. Whoever owns one keeps its id.

#[cfg(feature = "server")]
mod draw;
#[cfg(feature = "server")]
mod keep;
#[cfg(feature = "server")]
mod store;

#[cfg(feature = "server")]
pub use draw::{DrawnPicture, draw_picture};
#[cfg(feature = "server")]
pub use keep::{PictureView, forget_picture, keep_picture, see_picture};

pub const PICTURE_BYTES_MAX: usize = 8 * 1024 * 1024;

/// How a picture is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureShape {
    /// A square from the middle: people.
    Square,
    /// Whole, as it is: clubs and events. The page cuts it to its frame.
    Whole,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureSize {
    Small,
    Large,
    /// Only of whole pictures.
    Wide,
}

impl PictureSize {
    pub const ALL: [Self; 3] = [Self::Small, Self::Large, Self::Wide];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Large => "large",
            Self::Wide => "wide",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.code() == text)
    }

    /// The side of a square; of a whole picture the longest side there may be.
    pub const fn side_pixels(self, shape: PictureShape) -> Option<u32> {
        match (shape, self) {
            (PictureShape::Square, Self::Small) => Some(128),
            (PictureShape::Square, Self::Large) => Some(512),
            (PictureShape::Square, Self::Wide) => None,
            (PictureShape::Whole, Self::Small) => Some(320),
            (PictureShape::Whole, Self::Large) => Some(960),
            (PictureShape::Whole, Self::Wide) => Some(1_920),
        }
    }
}
