//! What a browser is given: pages with their status and headers, files, and the pages for operators.

mod files;
mod headers;
mod modules;
mod operators;
mod statuses;
