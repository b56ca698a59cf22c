use serde::{Deserialize, Serialize};

/// One of several things of which any may be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tick {
    pub id: String,
    pub name: String,
    pub ticked: bool,
}
