//! Ctrl-C and requests to stop. The signal only raises a flag; everything that waits looks at it,
//! so that cleaning up happens in ordinary code.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock};
use std::thread;
use std::time::Duration;

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::flag;

use crate::clock::Stopwatch;
use crate::fault::{Explain, Fault, Outcome};

pub const EXIT_CODE: u8 = 130;

/// How long anything may sleep before it looks at the flag again.
const TICK: Duration = Duration::from_millis(25);

static REQUESTED: LazyLock<Arc<AtomicBool>> = LazyLock::new(|| Arc::new(AtomicBool::new(false)));

/// From here on the first signal is a request, and a second one ends us at once
/// (children die with us, and the janitor removes what they leave).
pub fn watch() -> Outcome {
    for signal in [SIGINT, SIGTERM, SIGHUP] {
        flag::register_conditional_shutdown(signal, EXIT_CODE.into(), Arc::clone(&REQUESTED))
            .and_then(|_| flag::register(signal, Arc::clone(&REQUESTED)))
            .explain(|| "cannot listen for signals".into())?;
    }
    Ok(())
}

pub fn is_requested() -> bool {
    REQUESTED.load(Ordering::Relaxed)
}

/// Between two pieces of work: go on, or stop here?
pub fn check() -> Outcome {
    if is_requested() { Err(Fault::Interrupted) } else { Ok(()) }
}

/// Asks again and again until there is an answer, the patience ends (`None`) or somebody wants us to stop.
pub fn poll<T>(patience: Duration, mut ask: impl FnMut() -> Outcome<Option<T>>) -> Outcome<Option<T>> {
    let stopwatch = Stopwatch::start();
    loop {
        check()?;
        if let Some(answer) = ask()? {
            return Ok(Some(answer));
        }
        if stopwatch.elapsed() >= patience {
            return Ok(None);
        }
        thread::sleep(TICK);
    }
}
