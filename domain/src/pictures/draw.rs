//! What was uploaded is decoded and drawn anew in the sizes we show, so nothing of the original file survives: no hidden
//! data, no place where it was taken, no second format inside.

use std::io::Cursor;

use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};
use tokio::sync::Semaphore;

use super::{PICTURE_BYTES_MAX, PictureShape, PictureSize};
use crate::ids::PictureId;
use crate::outcome::{Failure, Fault, Outcome};
use crate::platform::Platform;
use crate::refusal::Refusal;

/// Larger pictures are refused before they are decoded: no camera people carry makes them.
const SIDE_PIXELS_MAX: u32 = 10_000;
const PIXELS_MAX: u64 = 40_000_000;
const DECODED_BYTES_MAX: u64 = 256 * 1024 * 1024;
/// Pictures that are drawn at once, in the whole process: each may take a second and a quarter of a gigabyte.
const DRAWN_AT_ONCE_MAX: usize = 2;

static DRAWING: Semaphore = Semaphore::const_new(DRAWN_AT_ONCE_MAX);
const JPEG_QUALITY: u8 = 85;

pub struct DrawnPicture {
    pub picture_id: PictureId,
    pub sizes: Vec<(PictureSize, Vec<u8>)>,
}

pub async fn draw_picture(platform: &Platform, upload: Vec<u8>, shape: PictureShape) -> Outcome<DrawnPicture> {
    if upload.len() > PICTURE_BYTES_MAX {
        return Err(Refusal::TooLarge { picture: true }.into());
    }
    // The place is kept until the work is done, also when the caller went away: work that was begun cannot be stopped.
    let place = DRAWING.try_acquire().map_err(|_| Refusal::Overloaded { retry_after_seconds: 5 })?;
    let sizes = tokio::task::spawn_blocking(move || {
        let _place = place;
        draw_sizes(&upload, shape)
    })
    .await
    .map_err(|error| Fault::because("a picture was not finished", error))??;
    Ok(DrawnPicture { picture_id: platform.random.id(platform.clock.now()), sizes })
}

fn draw_sizes(upload: &[u8], shape: PictureShape) -> Result<Vec<(PictureSize, Vec<u8>)>, Failure> {
    let picture = decode(upload)?;
    let sides = PictureSize::ALL.into_iter().filter_map(|size| Some((size, size.side_pixels(shape)?)));
    sides
        .map(|(size, side)| {
            let drawn = match shape {
                PictureShape::Square => cut_square(&picture, side),
                PictureShape::Whole => fit(&picture, side),
            };
            Ok((size, write(&drawn)?))
        })
        .collect()
}

/// The type is told by the content, whatever the caller calls it; only the three formats compiled in are read.
fn decode(upload: &[u8]) -> Result<DynamicImage, Refusal> {
    let unreadable = |_| Refusal::PictureUnreadable;
    let mut reader = ImageReader::new(Cursor::new(upload)).with_guessed_format().map_err(unreadable)?;
    if !matches!(reader.format(), Some(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)) {
        return Err(Refusal::PictureUnreadable);
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE_PIXELS_MAX);
    limits.max_image_height = Some(SIDE_PIXELS_MAX);
    limits.max_alloc = Some(DECODED_BYTES_MAX);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(explain)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PIXELS_MAX {
        return Err(Refusal::PictureTooManyPixels);
    }
    // Phones store pictures lying on their side and say so; that note is lost with the rest of the metadata.
    let orientation = decoder.orientation().map_err(explain)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(explain)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn explain(error: ImageError) -> Refusal {
    match error {
        ImageError::Limits(_) => Refusal::PictureTooManyPixels,
        _ => Refusal::PictureUnreadable,
    }
}

fn cut_square(picture: &DynamicImage, side: u32) -> DynamicImage {
    // Cut first: a picture that is all length would otherwise be blown up before its ends are thrown away.
    let shorter = picture.width().min(picture.height());
    let (left, top) = ((picture.width() - shorter) / 2, (picture.height() - shorter) / 2);
    picture.crop_imm(left, top, shorter, shorter).resize_exact(side, side, FilterType::CatmullRom)
}

fn fit(picture: &DynamicImage, side: u32) -> DynamicImage {
    if picture.width().max(picture.height()) <= side {
        return picture.clone();
    }
    picture.resize(side, side, FilterType::CatmullRom)
}

/// On white where it was transparent.
fn write(drawn: &DynamicImage) -> Result<Vec<u8>, Fault> {
    let mut canvas = image::RgbaImage::from_pixel(drawn.width(), drawn.height(), image::Rgba([255, 255, 255, 255]));
    image::imageops::overlay(&mut canvas, &drawn.to_rgba8(), 0, 0);
    let mut bytes = Vec::new();
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY)
        .encode_image(&DynamicImage::ImageRgba8(canvas).to_rgb8())
        .map_err(|error| Fault::because("a picture could not be drawn", error))?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::{PictureShape, PictureSize, decode, draw_sizes};
    use crate::refusal::Refusal;
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
            let sizes = draw_sizes(&file(300, 200, format), PictureShape::Square).unwrap();
            assert_eq!(sizes.len(), 2);
            for (size, bytes) in sizes {
                let side = size.side_pixels(PictureShape::Square).unwrap();
                let drawn = image::load_from_memory_with_format(&bytes, ImageFormat::Jpeg).unwrap();
                assert_eq!((drawn.width(), drawn.height()), (side, side));
            }
        }
        assert_eq!(PictureSize::parse("small"), Some(PictureSize::Small));
    }

    #[test]
    fn a_picture_that_is_all_length_costs_no_more_than_another() {
        for (width, height) in [(1, 10_000), (10_000, 1)] {
            assert_eq!(draw_sizes(&file(width, height, ImageFormat::Png), PictureShape::Square).unwrap().len(), 2);
        }
    }

    /// As PNG sums a header up: without it the promise would not even be read.
    fn checksum(bytes: &[u8]) -> u32 {
        let one_more = |sum: u32, _| if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 };
        !bytes.iter().fold(!0_u32, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), one_more))
    }

    #[test]
    fn what_is_no_picture_or_only_pretends_to_be_one_is_refused() {
        let mut cut = file(300, 200, ImageFormat::Png);
        cut.truncate(60);
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".to_vec();
        // A header that promises 60,000 × 60,000 pixels.
        let mut bomb = file(1, 1, ImageFormat::Png);
        bomb[16..24].copy_from_slice(&[0, 0, 234, 96, 0, 0, 234, 96]);
        let checksum = checksum(&bomb[12..29]).to_be_bytes();
        bomb[29..33].copy_from_slice(&checksum);
        let gif = b"GIF89a\x01\x00\x01\x00".to_vec();
        for (upload, expected) in [
            (Vec::new(), Refusal::PictureUnreadable),
            (b"hello".to_vec(), Refusal::PictureUnreadable),
            (svg, Refusal::PictureUnreadable),
            (cut, Refusal::PictureUnreadable),
            (gif, Refusal::PictureUnreadable),
            (bomb, Refusal::PictureTooManyPixels),
            (file(10_001, 1, ImageFormat::Png), Refusal::PictureTooManyPixels),
        ] {
            assert_eq!(decode(&upload).unwrap_err(), expected);
        }
    }

    #[test]
    fn a_whole_picture_keeps_its_proportions_and_is_never_blown_up() {
        let sides = |width, height| {
            let sizes = draw_sizes(&file(width, height, ImageFormat::Jpeg), PictureShape::Whole).unwrap();
            sizes
                .into_iter()
                .map(|(_, bytes)| image::load_from_memory(&bytes).unwrap())
                .map(|drawn| (drawn.width(), drawn.height()))
                .collect::<Vec<_>>()
        };
        assert_eq!(sides(4_000, 2_000), [(320, 160), (960, 480), (1_920, 960)]);
        assert_eq!(sides(100, 200), [(100, 200); 3]);
    }
}
