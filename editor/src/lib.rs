//! The editor of a seat plan, a module that only its page loads. Everything one sees of it is drawn by the server and
//! carries the names of what it does; here is what answers: the drawing, the list beside it, and the plan itself. It is
//! written by hand: a drawing of twenty thousand seats follows no signals, and views would be as much again to download.

pub mod camera;
pub mod model;

#[cfg(target_arch = "wasm32")]
mod browser;
