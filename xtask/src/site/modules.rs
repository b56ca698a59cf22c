//! What runs in the browser. A module is a crate in the folder of its name, which becomes a wasm and the JavaScript that
//! loads it. Every page starts from the first one; any other is loaded by the pages that name it (`<Module name=… />`).

pub struct Module {
    pub package: &'static str,
    /// What pages and files call it. Both are single words.
    pub name: &'static str,
    /// Bytes of wasm and JavaScript together, brotli, that a browser may download for a page with it: of this module and,
    /// because every page has it, of the first.
    pub budget: usize,
}

pub const FIRST: Module = Module { package: "frontend", name: "foyer", budget: 150 * 1024 };
pub const OF_SINGLE_PAGES: &[Module] = &[Module { package: "editor", name: "editor", budget: 200 * 1024 }];

pub fn all() -> impl Iterator<Item = &'static Module> {
    std::iter::once(&FIRST).chain(OF_SINGLE_PAGES)
}

/// For cargo: each of them at once.
pub fn packages() -> impl Iterator<Item = &'static str> {
    all().flat_map(|module| ["--package", module.package])
}
