//! What is looked for stands in the address, so that it can be kept, shared and gone back to.

use domain::money::Currency;

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
    /// As they are typed: "12.50".
    pub min_price: String,
    pub max_price: String,
    /// Of the prices; nothing without them.
    pub currency: String,
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
        let asked = Self {
            q: text("q"),
            category: text("category"),
            club: text("club"),
            city: text("city"),
            from: text("from"),
            to: text("to"),
            min_price: text("min_price"),
            max_price: text("max_price"),
            currency: text("currency"),
            online: ticked("online"),
            free: ticked("free"),
            available: ticked("available"),
            mine: ticked("mine"),
            status: text("status"),
            sort: text("sort"),
            view: text("view"),
            month: text("month"),
            cursor: text("cursor"),
        };
        // The form always sends one, for what is typed into it next.
        let currency = if asked.has_price() { asked.currency.clone() } else { String::new() };
        Self { currency, ..asked }
    }

    pub fn has_price(&self) -> bool {
        !self.min_price.is_empty() || !self.max_price.is_empty()
    }

    /// What its prices are in, once that is known.
    pub fn in_currency(self, currency: Currency) -> Self {
        Self { currency: currency.code().to_owned(), ..self }
    }

    /// Without what an address alone can get wrong, by its name there.
    pub fn without(mut self, name: &str) -> Self {
        match name {
            "category" => self.category.clear(),
            "club" => self.club.clear(),
            "city" => self.city.clear(),
            "status" => self.status.clear(),
            "sort" => self.sort.clear(),
            "month" => self.month.clear(),
            _ => {}
        }
        self
    }

    pub fn question(&self) -> FindEvents {
        let Self { q, category, club, city, from, to, min_price, max_price, currency, .. } = self.clone();
        let Self { online, free, available, mine, status, sort, cursor, .. } = self.clone();
        FindEvents {
            q,
            category,
            club,
            city,
            from,
            to,
            min_price,
            max_price,
            currency,
            online,
            free,
            available,
            mine,
            status,
            sort,
            cursor,
        }
    }

    pub fn question_by_day(&self) -> FindMonth {
        let Self { q, category, club, city, min_price, max_price, currency, .. } = self.clone();
        let Self { online, free, available, mine, month, .. } = self.clone();
        FindMonth { q, category, club, city, min_price, max_price, currency, online, free, available, mine, month }
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
            ("min_price", self.min_price.clone()),
            ("max_price", self.max_price.clone()),
            ("currency", if self.has_price() { self.currency.clone() } else { String::new() }),
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

    /// The same for a calendar program, which wants to hear of what is to come, and counts in cents.
    pub fn feed(&self) -> String {
        let shown = Self { view: String::new(), month: String::new(), sort: String::new(), ..self.clone() };
        let currency = Currency::parse(&self.currency);
        let in_minor_units = |typed: &str| Some(currency?.parse_amount(typed)?.to_string());
        let said = |(name, value): (&'static str, String)| match name {
            "min_price" | "max_price" => in_minor_units(&value).map(|amount| (name, amount)),
            _ => Some((name, value)),
        };
        let fields: Vec<_> = Self { status: String::new(), ..shown }.fields().into_iter().filter_map(said).collect();
        address(&fields).replacen("/events", "/api/v1/events.ics", 1)
    }

    pub fn narrows(&self) -> bool {
        let shown = |search: &Self| Self { view: String::new(), month: String::new(), ..search.clone() };
        let currency = if self.has_price() { self.currency.clone() } else { String::new() };
        Self { sort: String::new(), cursor: String::new(), currency, ..shown(self) } != Self::default()
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
    use domain::money::Currency;

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
        let priced = Search { min_price: "12,5".into(), ..search.clone() }.in_currency(Currency::Eur);
        assert_eq!(priced.feed(), "/api/v1/events.ics?q=jazz+%26+more&min_price=1250&currency=EUR&free=true");
        assert_eq!(
            priced.link(|search| search.min_price.clear()),
            "/events?q=jazz+%26+more&free=true",
            "there is no currency without a price"
        );
        assert!(search.narrows() && !Search { view: "list".into(), ..Search::default() }.narrows());
    }
}
