//! Running a program to its end.

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};
use std::thread;

use super::running::Running;
use crate::fault::{Explain, Fault, Outcome, fail};

/// Runs it in plain view; anything but success is a fault.
pub fn run(name: &str, command: &mut Command) -> Outcome {
    let status = Running::start(name, command)?.wait()?;
    if status.success() { Ok(()) } else { fail(format!("{name} failed ({status})")) }
}

/// Runs it unseen and returns what it printed; when it fails, everything it said is part of the fault.
pub fn capture(name: &str, command: &mut Command) -> Outcome<String> {
    let mut running = Running::start(name, command.stdout(Stdio::piped()).stderr(Stdio::piped()))?;
    let printed = read_aside(running.child_mut().stdout.take());
    let complained = read_aside(running.child_mut().stderr.take());
    let status = running.wait()?;
    let (printed, complained) = (join(printed)?, join(complained)?);
    if status.success() {
        Ok(printed)
    } else {
        fail(format!("{name} failed ({status})\n{}{}", printed, complained.trim_end()))
    }
}

/// Runs it in plain view and hands every line of its standard output to `watch` as well.
/// The end is the caller's to judge, because a failing test run is still worth counting.
pub fn run_watched(name: &str, command: &mut Command, mut watch: impl FnMut(&str) + Send) -> Outcome<bool> {
    let mut running = Running::start(name, command.stdout(Stdio::piped()))?;
    let Some(output) = running.child_mut().stdout.take() else { return fail(format!("{name} has no output")) };
    thread::scope(|scope| {
        scope.spawn(move || {
            for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
                let line = String::from_utf8_lossy(&line);
                println!("{line}");
                watch(&line);
            }
        });
        let status = running.wait();
        // Whatever it left running would hold the pipe open, and us with it.
        running.stop();
        status.map(|status| status.success())
    })
}

type Reader = thread::JoinHandle<std::io::Result<String>>;

fn read_aside(pipe: Option<impl Read + Send + 'static>) -> Option<Reader> {
    pipe.map(|mut pipe| {
        thread::spawn(move || {
            let mut bytes = Vec::new();
            pipe.read_to_end(&mut bytes)?;
            Ok(String::from_utf8_lossy(&bytes).into_owned())
        })
    })
}

fn join(reader: Option<Reader>) -> Outcome<String> {
    let Some(reader) = reader else { return Ok(String::new()) };
    reader
        .join()
        .map_err(|_| Fault::Said("reading a program's output failed".into()))?
        .explain(|| "cannot read a program's output".into())
}
