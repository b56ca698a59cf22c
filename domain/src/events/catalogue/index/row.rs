//! One event, small enough that a hundred thousand of them are looked through at once.

use crate::events::store::listings::ListingRow;
use crate::events::{EventStatus, Offer, PriceRange};
use crate::money::Currency;

const DEAD: u8 = 1;
const CANCELLED: u8 = 2;
const ONLINE: u8 = 4;
const MEMBERS_ONLY: u8 = 8;

pub struct Row {
    pub starts_at: i64,
    pub ends_at: i64,
    /// What it costs, when that changes by itself.
    changing: Option<Box<[Offer]>>,
    price: Option<PriceRange>,
    pub category: u32,
    pub club: u32,
    pub city: u32,
    creator: u32,
    pub currency: Currency,
    available: bool,
    flags: u8,
}

/// Who looks, as far as it decides about what they see.
#[derive(Clone, Debug, Default)]
pub struct Viewer {
    pub admin: bool,
    /// Numbers of this index; 0 for nobody.
    pub person: u32,
    pub clubs: Vec<u32>,
}

impl Row {
    pub fn new(listing: &ListingRow, category: u32, club: u32, creator: u32, city: u32) -> Self {
        let first = listing.offers.first();
        let flag = |set: bool, flag: u8| if set { flag } else { 0 };
        Self {
            starts_at: listing.starts_at.as_micros(),
            ends_at: listing.ends_at.as_micros(),
            changing: (listing.offers.len() > 1).then(|| listing.offers.0.clone().into_boxed_slice()),
            price: first.and_then(|offer| offer.price),
            available: first.is_some_and(|offer| offer.available),
            category,
            club,
            city,
            creator,
            currency: listing.currency,
            flags: flag(listing.status == EventStatus::Cancelled, CANCELLED)
                | flag(listing.online, ONLINE)
                | flag(listing.members_only, MEMBERS_ONLY),
        }
    }

    pub fn die(&mut self) {
        self.flags |= DEAD;
        self.changing = None;
    }

    pub fn is_cancelled(&self) -> bool {
        self.flags & CANCELLED != 0
    }

    pub fn is_online(&self) -> bool {
        self.flags & ONLINE != 0
    }

    pub fn is_seen_by(&self, viewer: &Viewer) -> bool {
        match self.flags & (DEAD | MEMBERS_ONLY) {
            0 => true,
            MEMBERS_ONLY => viewer.admin || self.is_of(viewer),
            _ => false,
        }
    }

    /// Whether it is of their clubs, or put on by themselves.
    pub fn is_of(&self, viewer: &Viewer) -> bool {
        (viewer.person != 0 && viewer.person == self.creator) || (self.club != 0 && viewer.clubs.contains(&self.club))
    }

    pub fn offer_at(&self, now: crate::time::Timestamp) -> Offer {
        let mut offer = match &self.changing {
            Some(offers) => Offer::at(offers, now),
            None => Offer { from: None, price: self.price, available: self.available },
        };
        offer.available &= !self.is_cancelled() && self.ends_at > now.as_micros();
        offer
    }
}
