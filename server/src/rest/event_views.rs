//! What the API gives of events.

use domain::events::Category;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A kind of event.
#[derive(Debug, Serialize, ToSchema)]
pub struct CategoryView {
    pub id: Uuid,
    #[schema(example = "Music")]
    pub name: String,
    /// How many events are in it, whatever became of them.
    #[schema(example = 12)]
    pub events: i64,
    /// Send it back with an edit to be told when somebody else edited in between.
    pub version: i64,
}

impl From<Category> for CategoryView {
    fn from(category: Category) -> Self {
        Self { id: category.id.0, name: category.name, events: category.events, version: category.version }
    }
}
