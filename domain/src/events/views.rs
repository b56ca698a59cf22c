//! Events as they are shown.

use serde::{Deserialize, Serialize};

use crate::ids::CategoryId;

/// A kind of event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Category {
    pub id: CategoryId,
    pub name: String,
    /// How many events are in it, whatever became of them.
    pub events: i64,
    pub version: i64,
}
