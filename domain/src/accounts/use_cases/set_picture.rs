//! A person's picture. What was uploaded is decoded and drawn anew in the sizes we show, so nothing of the original
//! file survives: no hidden data, no place where it was taken, no second format inside.

use std::io::Cursor;

use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use tokio::sync::Semaphore;

use super::caller::Caller;
use crate::accounts::Account;
use crate::accounts::store::{pictures, users};
use crate::ids::PictureId;
use crate::journal;
use crate::message::Message;
use crate::outcome::{Failure, Fault, Outcome};
use crate::platform::Platform;
use crate::refusal::Refusal;

pub const PICTURE_BYTES_MAX: usize = 8 * 1024 * 1024;
/// Larger pictures are refused before they are decoded: no camera people carry makes them.
const SIDE_PIXELS_MAX: u32 = 10_000;
const PIXELS_MAX: u64 = 40_000_000;
const DECODED_BYTES_MAX: u64 = 256 * 1024 * 1024;
/// Pictures that are drawn at once, in the whole process: each may take a second and a quarter of a gigabyte.
const DRAWN_AT_ONCE_MAX: usize = 2;

static DRAWING: Semaphore = Semaphore::const_new(DRAWN_AT_ONCE_MAX);
const JPEG_QUALITY: u8 = 85;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureSize {
    Small,
    Large,
}

impl PictureSize {
    const ALL: [Self; 2] = [Self::Small, Self::Large];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Large => "large",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.code() == text)
    }

    const fn side_pixels(self) -> u32 {
        match self {
            Self::Small => 128,
            Self::Large => 512,
        }
    }
}

struct NewPicture {
    picture_id: PictureId,
    sizes: Vec<(PictureSize, Vec<u8>)>,
}

pub async fn set_picture(platform: &Platform, caller: Caller, upload: Vec<u8>) -> Outcome<Account> {
    if upload.len() > PICTURE_BYTES_MAX {
        return Err(Refusal::TooLarge.into());
    }
    // The place is kept until the work is done, also when the caller went away: work that was begun cannot be stopped.
    let place = DRAWING.try_acquire().map_err(|_| Refusal::Overloaded { retry_after_seconds: 5 })?;
    let sizes = tokio::task::spawn_blocking(move || {
        let _place = place;
        draw_sizes(&upload)
    })
    .await
    .map_err(|error| Fault::because("a picture was not finished", error))??;
    let new = NewPicture { picture_id: platform.random.id(platform.clock.now()), sizes };
    platform
        .change((caller, new), |tx, (caller, new)| {
            Box::pin(async move {
                let user_id = caller.user_id;
                let before = users::find(tx, user_id).await?.ok_or(Refusal::NotFound)?;
                for (size, bytes) in &new.sizes {
                    pictures::insert(tx, new.picture_id, size.code(), "image/jpeg", bytes).await?;
                }
                users::set_picture(tx, user_id, Some(new.picture_id)).await?;
                if let Some(old) = before.picture_id {
                    pictures::delete(tx, old).await?;
                }
                journal::record(tx, Some(user_id), Message::UserProfileEdited { user_id }).await?;
                let after = users::find(tx, user_id).await?.ok_or(Refusal::NotFound)?;
                Ok(after.into_account())
            })
        })
        .await
}

pub async fn remove_picture(platform: &Platform, caller: Caller) -> Outcome<()> {
    platform
        .change(caller, |tx, caller| {
            Box::pin(async move {
                let user_id = caller.user_id;
                let before = users::find(tx, user_id).await?.ok_or(Refusal::NotFound)?;
                let Some(old) = before.picture_id else { return Ok(()) };
                users::set_picture(tx, user_id, None).await?;
                pictures::delete(tx, old).await?;
                journal::record(tx, Some(user_id), Message::UserProfileEdited { user_id }).await?;
                Ok(())
            })
        })
        .await
}

#[derive(Clone, Debug)]
pub struct PictureView {
    pub content_type: String,
    pub bytes: Vec<u8>,
}

/// Whoever knows the id was shown the picture; the ids cannot be guessed.
pub async fn see_picture(platform: &Platform, picture_id: PictureId, size: PictureSize) -> Outcome<PictureView> {
    let mut tx = platform.read().await?;
    let row = pictures::find(&mut tx, picture_id, size.code()).await?.ok_or(Refusal::NotFound)?;
    Ok(PictureView { content_type: row.content_type, bytes: row.bytes })
}

fn draw_sizes(upload: &[u8]) -> Result<Vec<(PictureSize, Vec<u8>)>, Failure> {
    let picture = decode(upload).ok_or(Refusal::PictureUnreadable)?;
    PictureSize::ALL.into_iter().map(|size| Ok((size, draw(&picture, size.side_pixels())?))).collect()
}

/// The type is told by the content, whatever the caller calls it; only the three formats compiled in are read.
fn decode(upload: &[u8]) -> Option<DynamicImage> {
    let mut reader = ImageReader::new(Cursor::new(upload)).with_guessed_format().ok()?;
    if !matches!(reader.format()?, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP) {
        return None;
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE_PIXELS_MAX);
    limits.max_image_height = Some(SIDE_PIXELS_MAX);
    limits.max_alloc = Some(DECODED_BYTES_MAX);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PIXELS_MAX {
        return None;
    }
    // Phones store pictures lying on their side and say so; that note is lost with the rest of the metadata.
    let orientation = decoder.orientation().ok()?;
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    picture.apply_orientation(orientation);
    Some(picture)
}

/// A square from the middle, on white where it was transparent.
fn draw(picture: &DynamicImage, side: u32) -> Result<Vec<u8>, Fault> {
    // Cut first: a picture that is all length would otherwise be blown up before its ends are thrown away.
    let shorter = picture.width().min(picture.height());
    let (left, top) = ((picture.width() - shorter) / 2, (picture.height() - shorter) / 2);
    let square =
        picture.crop_imm(left, top, shorter, shorter).resize_exact(side, side, FilterType::CatmullRom).to_rgba8();
    let mut canvas = image::RgbaImage::from_pixel(side, side, image::Rgba([255, 255, 255, 255]));
    image::imageops::overlay(&mut canvas, &square, 0, 0);
    let mut bytes = Vec::new();
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY)
        .encode_image(&DynamicImage::ImageRgba8(canvas).to_rgb8())
        .map_err(|error| Fault::because("a picture could not be drawn", error))?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::{PictureSize, draw_sizes};
    use image::{DynamicImage, ImageFormat};
    use std::io::Cursor;

    fn file(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Vec::new();
        DynamicImage::new_rgb8(width, height).write_to(&mut Cursor::new(&mut bytes), format).unwrap();
        bytes
    }

    #[test]
    fn every_format_we_name_becomes_two_square_jpegs() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
            let sizes = draw_sizes(&file(300, 200, format)).unwrap();
            for (size, bytes) in sizes {
                let drawn = image::load_from_memory_with_format(&bytes, ImageFormat::Jpeg).unwrap();
                assert_eq!((drawn.width(), drawn.height()), (size.side_pixels(), size.side_pixels()));
            }
        }
        assert_eq!(PictureSize::parse("small"), Some(PictureSize::Small));
    }

    #[test]
    fn a_picture_that_is_all_length_costs_no_more_than_another() {
        for (width, height) in [(1, 10_000), (10_000, 1)] {
            assert_eq!(draw_sizes(&file(width, height, ImageFormat::Png)).unwrap().len(), 2);
        }
    }

    #[test]
    fn what_is_no_picture_or_only_pretends_to_be_one_is_refused() {
        let mut cut = file(300, 200, ImageFormat::Png);
        cut.truncate(60);
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".to_vec();
        // A header that promises 60,000 × 60,000 pixels.
        let mut bomb = file(1, 1, ImageFormat::Png);
        bomb[16..24].copy_from_slice(&[0, 0, 234, 96, 0, 0, 234, 96]);
        for upload in [Vec::new(), b"hello".to_vec(), svg, cut, bomb, b"GIF89a\x01\x00\x01\x00".to_vec()] {
            assert!(draw_sizes(&upload).is_err());
        }
    }
}
