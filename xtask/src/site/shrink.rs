//! wasm-opt, when Node can be had: about a tenth off the size. Without it the site works all the same.

use std::path::Path;

use super::cache::Cache;
use crate::clock::Stopwatch;
use crate::fault::Outcome;
use crate::hash;
use crate::process::interrupt;
use crate::process::run::capture;
use crate::steps::remark;
use crate::tools::node::Node;
use crate::workspace::{Workspace, make_folder, read_file, remove_folder, write_file};

/// What the compiler may emit (`rustc --print cfg --target wasm32-unknown-unknown`); wasm-opt must be told.
const ARGUMENTS: &[&str] = &[
    "-Oz",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--strip-debug",
    "--strip-producers",
];

/// The smaller wasm, or the same one with a remark why.
pub fn shrink(workspace: &Workspace, name: &str, wasm: Vec<u8>, cache: &Cache) -> Outcome<Vec<u8>> {
    let lock = read_file(&workspace.root.join("xtask/wasm-opt/package-lock.json"))?;
    let key = format!("{}.opt", hash::of_parts(&[ARGUMENTS.join(" ").as_bytes(), &lock, &wasm]));
    if let Some(smaller) = cache.get(&key) {
        return Ok(smaller);
    }
    let stopwatch = Stopwatch::start();
    match run_wasm_opt(workspace, &wasm, &lock, &cache.scratch(&key)) {
        Ok(Some(smaller)) => {
            remark(&format!(
                "wasm-opt: {name} {} → {} KiB in {:.0} s",
                wasm.len() / 1024,
                smaller.len() / 1024,
                stopwatch.seconds()
            ));
            cache.put(&key, &smaller)?;
            Ok(smaller)
        }
        Ok(None) => {
            remark("wasm-opt left out: it needs node and npm");
            Ok(wasm)
        }
        Err(fault) => {
            interrupt::check()?;
            remark(&format!("wasm-opt left out: {fault:?}"));
            Ok(wasm)
        }
    }
}

fn run_wasm_opt(workspace: &Workspace, wasm: &[u8], lock: &[u8], scratch: &Path) -> Outcome<Option<Vec<u8>>> {
    let Some(node) = Node::find(workspace)? else { return Ok(None) };
    let home = workspace.tools().join(format!("wasm-opt-{}", hash::short(lock)));
    let program = home.join("node_modules/binaryen/bin/wasm-opt");
    if !program.is_file() {
        make_folder(&home)?;
        write_file(&home.join("package-lock.json"), lock)?;
        write_file(&home.join("package.json"), &read_file(&workspace.root.join("xtask/wasm-opt/package.json"))?)?;
        node.install_locked(&home)?;
    }
    let (input, output) = (scratch.join("in.wasm"), scratch.join("out.wasm"));
    write_file(&input, wasm)?;
    let result = capture("wasm-opt", node.node().arg(program).args(ARGUMENTS).arg(&input).arg("-o").arg(&output))
        .and_then(|_| read_file(&output));
    remove_folder(scratch)?;
    result.map(Some)
}
