//! The compiler's half for browsers.

use std::path::Path;

use crate::fault::{Outcome, fail};
use crate::process::command::guarded;
use crate::process::lookup::has_program;
use crate::process::run::{capture, run};
use crate::steps::remark;

pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

const BY_HAND: &str = "Install it by hand: with rustup, `rustup target add wasm32-unknown-unknown`; with a Rust from \
    your distribution, its package for that target (on Debian: libstd-rust-dev-wasm32).";

/// Adds the target when it is missing.
pub fn ensure_wasm_target() -> Outcome {
    if is_installed()? {
        remark("the wasm target is there");
        return Ok(());
    }
    if !has_program("rustup") {
        return fail(format!("Rust's {WASM_TARGET} target is missing and there is no rustup to add it. {BY_HAND}"));
    }
    let mut add = guarded("rustup");
    add.args(["target", "add", WASM_TARGET]);
    if run("rustup target add", &mut add).is_err() {
        crate::process::interrupt::check()?;
        return fail(format!("rustup could not add the {WASM_TARGET} target (its own words are above). {BY_HAND}"));
    }
    Ok(())
}

/// Looks at the compiler's own folder, which is right for rustup and for distributions alike.
fn is_installed() -> Outcome<bool> {
    let sysroot = capture("rustc --print sysroot", guarded("rustc").args(["--print", "sysroot"]))?;
    Ok(Path::new(sysroot.trim()).join("lib/rustlib").join(WASM_TARGET).join("lib").is_dir())
}
