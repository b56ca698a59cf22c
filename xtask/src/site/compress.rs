//! Brotli and gzip copies, made once at build time and as tight as they get, so that the server never has to.

use std::io::Write;
use std::sync::Mutex;
use std::thread;

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::assets::Asset;
use super::cache::Cache;
use crate::fault::{Explain, Fault, Outcome};
use crate::hash;
use crate::process::interrupt;
use crate::workspace::Flavour;

const THREADS: usize = 2;

/// The compressed copies of one file; `None` beside a file that is compressed already.
pub struct Squeezed {
    pub brotli: Vec<u8>,
    pub gzip: Vec<u8>,
}

struct Effort {
    brotli_quality: i32,
    gzip: Compression,
}

impl Effort {
    /// Smallest for visitors, quickest for the person waiting for a reload.
    fn of(flavour: Flavour) -> Self {
        match flavour {
            Flavour::Release => Self { brotli_quality: 11, gzip: Compression::best() },
            Flavour::Dev => Self { brotli_quality: 3, gzip: Compression::fast() },
        }
    }
}

/// In the order of `assets`.
pub fn compress_all(assets: &[Asset], flavour: Flavour, cache: &Cache) -> Outcome<Vec<Option<Squeezed>>> {
    let effort = Effort::of(flavour);
    // The biggest file comes first, so that one thread works on it while the other does the rest.
    let mut waiting: Vec<usize> = (0..assets.len()).filter(|&index| assets[index].is_compressible()).collect();
    waiting.sort_by_key(|&index| assets[index].bytes.len());
    let waiting = Mutex::new(waiting);
    let results: Mutex<Vec<Option<Squeezed>>> = Mutex::new(assets.iter().map(|_| None).collect());
    let poisoned = || Fault::Said("a thread compressing the site failed".into());

    let work = || -> Outcome {
        loop {
            interrupt::check()?;
            let Some(index) = waiting.lock().map_err(|_| poisoned())?.pop() else { return Ok(()) };
            let squeezed = squeeze(&assets[index].bytes, &effort, cache)?;
            results.lock().map_err(|_| poisoned())?[index] = Some(squeezed);
        }
    };
    thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS).map(|_| scope.spawn(work)).collect();
        threads.into_iter().try_for_each(|thread| thread.join().map_err(|_| poisoned())?)
    })?;
    results.into_inner().map_err(|_| poisoned())
}

fn squeeze(bytes: &[u8], effort: &Effort, cache: &Cache) -> Outcome<Squeezed> {
    let key = hash::of_parts(&[b"squeeze 1", &effort.brotli_quality.to_le_bytes(), bytes]);
    let (brotli_key, gzip_key) = (format!("{key}.br"), format!("{key}.gz"));
    if let (Some(brotli), Some(gzip)) = (cache.get(&brotli_key), cache.get(&gzip_key)) {
        return Ok(Squeezed { brotli, gzip });
    }
    let squeezed = Squeezed { brotli: to_brotli(bytes, effort)?, gzip: to_gzip(bytes, effort)? };
    cache.put(&brotli_key, &squeezed.brotli)?;
    cache.put(&gzip_key, &squeezed.gzip)?;
    Ok(squeezed)
}

fn to_brotli(bytes: &[u8], effort: &Effort) -> Outcome<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: effort.brotli_quality,
        lgwin: 24,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut squeezed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut squeezed, &parameters).explain(|| "brotli failed".into())?;
    Ok(squeezed)
}

fn to_gzip(bytes: &[u8], effort: &Effort) -> Outcome<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), effort.gzip);
    encoder.write_all(bytes).and_then(|()| encoder.finish()).explain(|| "gzip failed".into())
}
