//! Who is looking at the page: loaded once, shared by the bar on top and by every page.

use leptos::prelude::*;

use crate::accounts::api::WhoAmI;
use crate::accounts::api_views::Me;
use crate::components::data::Data;

#[derive(Clone)]
struct Shared(Data<Option<Me>>);

pub fn provide_me() {
    provide_context(Shared(Data::load(WhoAmI {})));
}

pub fn me() -> Data<Option<Me>> {
    use_context::<Shared>().map_or_else(|| Data::load(WhoAmI {}), |shared| shared.0)
}
