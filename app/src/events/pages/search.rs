//! What is looked for stands in the address, so that it can be kept, shared and gone back to.

use crate::events::api::{FindEvents, FindMonth};
use crate::site::asked;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    pub q: String,
    pub category: String,
    pub club: String,
    pub city: String,
    pub from: String,
    pub to: String,
    pub online: bool,
    pub free: bool,
    pub available: bool,
    pub mine: bool,
    pub status: String,
    pub sort: String,
    pub view: String,
    /// Of the view of a month: without it, the one it is.
    pub month: String,
    pub cursor: String,
}

impl Search {
    pub fn of_the_address() -> Self {
        let text = |name| asked(name).unwrap_or_default();
        let ticked = |name| asked(name).is_some_and(|value| value == "true");
        Self {
            q: text("q"),
            category: text("category"),
            club: text("club"),
            city: text("city"),
            from: text("from"),
            to: text("to"),
            online: ticked("online"),
            free: ticked("free"),
            available: ticked("available"),
            mine: ticked("mine"),
            status: text("status"),
            sort: text("sort"),
            view: text("view"),
            month: text("month"),
            cursor: text("cursor"),
        }
    }

    pub fn question(&self) -> FindEvents {
        let Self { q, category, club, city, from, to, online, free, available, mine, status, sort, cursor, .. } =
            self.clone();
        FindEvents { q, category, club, city, from, to, online, free, available, mine, status, sort, cursor }
    }

    pub fn question_by_day(&self) -> FindMonth {
        let Self { q, category, club, city, online, free, available, mine, month, .. } = self.clone();
        FindMonth { q, category, club, city, online, free, available, mine, month }
    }

    pub fn is_by_day(&self) -> bool {
        self.view == "month"
    }

    /// What is chosen, as an address and a form say it. A page of results is no choice.
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        let ticked = |yes: bool| if yes { "true".to_owned() } else { String::new() };
        let all = [
            ("q", self.q.clone()),
            ("category", self.category.clone()),
            ("club", self.club.clone()),
            ("city", self.city.clone()),
            ("from", self.from.clone()),
            ("to", self.to.clone()),
            ("online", ticked(self.online)),
            ("free", ticked(self.free)),
            ("available", ticked(self.available)),
            ("mine", ticked(self.mine)),
            ("status", self.status.clone()),
            ("sort", self.sort.clone()),
            ("view", self.view.clone()),
            ("month", self.month.clone()),
        ];
        all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }

    /// The same with something else chosen, from its first page.
    pub fn link(&self, change: impl FnOnce(&mut Self)) -> String {
        let mut changed = self.clone();
        change(&mut changed);
        address(&changed.fields())
    }

    pub fn page(&self, cursor: String) -> String {
        let mut fields = self.fields();
        fields.push(("cursor", cursor));
        address(&fields)
    }

    /// The same for a calendar program, which wants to hear of what is to come.
    pub fn feed(&self) -> String {
        let shown = Self { view: String::new(), month: String::new(), sort: String::new(), ..self.clone() };
        let fields = Self { status: String::new(), ..shown }.fields();
        address(&fields).replacen("/events", "/api/v1/events.ics", 1)
    }

    pub fn narrows(&self) -> bool {
        let shown = |search: &Self| Self { view: String::new(), month: String::new(), ..search.clone() };
        Self { sort: String::new(), cursor: String::new(), ..shown(self) } != Self::default()
    }
}

fn address(fields: &[(&'static str, String)]) -> String {
    if fields.is_empty() {
        return "/events".into();
    }
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(fields);
    format!("/events?{}", query.finish())
}

#[cfg(test)]
mod tests {
    use super::Search;

    #[test]
    fn a_choice_stands_in_the_address_and_the_page_does_not_follow_it() {
        let search = Search { q: "jazz & more".into(), free: true, cursor: "x".into(), ..Search::default() };
        assert_eq!(
            search.link(|search| search.city = "Köln".into()),
            "/events?q=jazz+%26+more&city=K%C3%B6ln&free=true"
        );
        assert_eq!(search.link(|search| *search = Search::default()), "/events");
        assert_eq!(search.page("y".into()), "/events?q=jazz+%26+more&free=true&cursor=y");
        assert_eq!(search.feed(), "/api/v1/events.ics?q=jazz+%26+more&free=true");
        assert!(search.narrows() && !Search { view: "list".into(), ..Search::default() }.narrows());
    }
}
