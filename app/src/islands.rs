//! What moves in the browser. Each island is drawn by the server like everything else and complete without being
//! woken up; awake, it answers at once. Only what stands here, and what it calls, is downloaded, and by every
//! page: what is large and for a single page is a module of its own.

pub mod browser_zone;
pub mod char_count;
pub mod form_manners;
pub mod push_switch;
pub mod reveal_password;
mod send;
pub mod theme_switch;
pub mod toast;
