//! Free ports.

use std::net::TcpListener;

use crate::fault::{Explain, Outcome};

/// Ports nobody listens on, all different: they are held until every one is found.
pub fn find_free<const COUNT: usize>() -> Outcome<[u16; COUNT]> {
    let mut held = Vec::with_capacity(COUNT);
    let mut ports = [0; COUNT];
    for port in &mut ports {
        let listener = TcpListener::bind(("127.0.0.1", 0)).explain(|| "cannot find a free port".into())?;
        *port = listener.local_addr().explain(|| "cannot find a free port".into())?.port();
        held.push(listener);
    }
    Ok(ports)
}
