//! What every way of saying what one can buy has in common.

use crate::edit::Edit;
use crate::events::store::events::EventRow;
use crate::events::{
    PER_ORDER_MAX, PER_PERSON_MAX, POSITION_LAST, Price, QUOTA_MAX, TicketTypeEdit, TicketTypeFields, Tier,
    check_ticket_type, parse_count, parse_event_time, parse_price, parse_ticket_description, parse_ticket_name,
    parse_tiers,
};
use crate::money::Currency;
use crate::refusal::{Problems, Refusal};
use crate::time::Timestamp;

pub struct ParsedTicketType {
    name: Option<String>,
    description: Option<String>,
    price: Option<Price>,
    quota: Edit<i32>,
    sales_start: Edit<Timestamp>,
    sales_end: Edit<Timestamp>,
    min_per_order: Option<i32>,
    max_per_order: Option<i32>,
    max_per_person: Edit<i32>,
    position: Option<i32>,
    tiers: Option<(Vec<Tier>, Vec<Currency>)>,
    /// What needs no parsing.
    rest: TicketTypeEdit,
}

pub fn parse_ticket_type(mut problems: Problems, edit: TicketTypeEdit) -> Result<ParsedTicketType, Refusal> {
    let said = &mut problems;
    let name = edit.name.as_deref().and_then(|raw| said.check("name", parse_ticket_name(raw)));
    let description =
        edit.description.as_deref().and_then(|raw| said.check("description", parse_ticket_description(raw)));
    let price = edit.price.as_ref().and_then(|raw| said.check("price", parse_price(raw)));
    let quota = edit.quota.parse(said, "quota", |number| parse_count(*number, 0, QUOTA_MAX));
    let sales_start = edit.sales_start.parse(said, "sales_start", |raw| parse_event_time(raw));
    let sales_end = edit.sales_end.parse(said, "sales_end", |raw| parse_event_time(raw));
    let max_per_person =
        edit.max_per_person.parse(said, "max_per_person", |number| parse_count(*number, 1, PER_PERSON_MAX));
    let mut count = |field: &str, number: Option<i64>, least, most| {
        number.and_then(|number| said.check(field, parse_count(number, least, most)))
    };
    let min_per_order = count("min_per_order", edit.min_per_order, 1, PER_ORDER_MAX);
    let max_per_order = count("max_per_order", edit.max_per_order, 1, PER_ORDER_MAX);
    let position = count("position", edit.position, 0, i64::from(POSITION_LAST));
    let tiers = edit.tiers.as_deref().and_then(|drafts| parse_tiers(&mut problems, drafts));
    problems.into_result()?;
    Ok(ParsedTicketType {
        name,
        description,
        price,
        quota,
        sales_start,
        sales_end,
        min_per_order,
        max_per_order,
        max_per_person,
        position,
        tiers,
        rest: edit,
    })
}

impl ParsedTicketType {
    pub fn version(&self) -> Option<i64> {
        self.rest.version
    }

    pub fn over(&self, before: TicketTypeFields) -> TicketTypeFields {
        TicketTypeFields {
            name: self.name.clone().unwrap_or(before.name),
            description: self.description.clone().unwrap_or(before.description),
            price: self.price.map_or(before.price, |price| price.amount),
            quota: self.quota.clone().over(before.quota),
            section_id: self.rest.section_id.clone().over(before.section_id),
            sales_start: self.sales_start.clone().over(before.sales_start),
            sales_end: self.sales_end.clone().over(before.sales_end),
            min_per_order: self.min_per_order.unwrap_or(before.min_per_order),
            max_per_order: self.max_per_order.unwrap_or(before.max_per_order),
            max_per_person: self.max_per_person.clone().over(before.max_per_person),
            members_only: self.rest.members_only.unwrap_or(before.members_only),
            hidden: self.rest.hidden.unwrap_or(before.hidden),
            position: self.position.unwrap_or(before.position),
            tiers: self.tiers.as_ref().map_or(before.tiers, |(tiers, _)| tiers.clone()),
        }
    }

    /// Whether it makes sense for this event.
    pub fn check(&self, event: &EventRow, fields: &TicketTypeFields) -> Result<(), Refusal> {
        let (mut problems, own) = (Problems::default(), event.fields.currency);
        let foreign =
            |currency: Currency| (currency != own).then(|| format!("Prices of this event are in {}.", own.code()));
        if let Some(why) = self.price.and_then(|price| foreign(price.currency)) {
            problems.check::<()>("price", Err(why));
        }
        let tiers = self.tiers.iter().flat_map(|(_, currencies)| currencies.iter().enumerate());
        for (index, why) in tiers.filter_map(|(index, currency)| foreign(*currency).map(|why| (index, why))) {
            problems.check::<()>(&format!("tiers[{index}].price"), Err(why));
        }
        if fields.members_only && event.fields.club_id.is_none() {
            problems.check::<()>("members_only", Err("Only a club has members.".into()));
        }
        check_ticket_type(&mut problems, fields, event.fields.ends_at);
        problems.into_result()
    }
}
