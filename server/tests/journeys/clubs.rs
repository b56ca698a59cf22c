//! C1 to C3: everything about clubs, as programs do it.

mod deciding;
mod deleting;
mod editing;
mod finding;
mod founding;
mod inviting;
mod joining;
mod member_list;
mod notices;
mod picture;
mod posts;
mod roles;
mod told;
