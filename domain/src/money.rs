//! Money in minor units, never a float.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The currencies the platform sells in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(sqlx::Type), sqlx(type_name = "text", rename_all = "UPPERCASE"))]
#[serde(rename_all = "UPPERCASE")]
pub enum Currency {
    Eur,
    Usd,
    Gbp,
    Chf,
    Sek,
    Nok,
    Dkk,
    Pln,
    Czk,
    Cad,
    Aud,
    Jpy,
}

impl Currency {
    pub const ALL: [Self; 12] = [
        Self::Eur,
        Self::Usd,
        Self::Gbp,
        Self::Chf,
        Self::Sek,
        Self::Nok,
        Self::Dkk,
        Self::Pln,
        Self::Czk,
        Self::Cad,
        Self::Aud,
        Self::Jpy,
    ];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Eur => "EUR",
            Self::Usd => "USD",
            Self::Gbp => "GBP",
            Self::Chf => "CHF",
            Self::Sek => "SEK",
            Self::Nok => "NOK",
            Self::Dkk => "DKK",
            Self::Pln => "PLN",
            Self::Czk => "CZK",
            Self::Cad => "CAD",
            Self::Aud => "AUD",
            Self::Jpy => "JPY",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|currency| currency.code().eq_ignore_ascii_case(code.trim()))
    }

    /// How many minor units make one major unit, as a power of ten.
    pub const fn decimals(self) -> u32 {
        match self {
            Self::Jpy => 0,
            _ => 2,
        }
    }

    /// An amount as people type it, with a point or a comma: `12`, `12.5`, `12,50`.
    pub fn parse_amount(self, typed: &str) -> Option<i64> {
        let typed = typed.trim().replace(',', ".");
        let (major, minor) = typed.split_once('.').unwrap_or((&typed, ""));
        let decimals = usize::try_from(self.decimals()).ok()?;
        let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if major.is_empty() || minor.len() > decimals || !are_digits(major) || !are_digits(minor) {
            return None;
        }
        format!("{major}{minor:0<decimals$}").parse().ok()
    }

    /// As somebody would type it.
    pub fn type_amount(self, amount: i64) -> String {
        let unit = 10_u64.pow(self.decimals());
        let (major, minor) = (amount.unsigned_abs() / unit, amount.unsigned_abs() % unit);
        if unit > 1 { format!("{major}.{minor:02}") } else { major.to_string() }
    }

    const fn symbol(self) -> Option<&'static str> {
        match self {
            Self::Eur => Some("€"),
            Self::Usd => Some("$"),
            Self::Gbp => Some("£"),
            Self::Jpy => Some("¥"),
            _ => None,
        }
    }
}

pub fn parse_currency(raw: &str) -> Result<Currency, String> {
    Currency::parse(raw).ok_or_else(|| "Choose a currency we know, like EUR.".to_owned())
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// Minor units: cents for the euro, whole yen for the yen.
    pub amount: i64,
    pub currency: Currency,
}

impl Money {
    pub const fn new(amount: i64, currency: Currency) -> Self {
        Self { amount, currency }
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = 10_u64.pow(self.currency.decimals());
        let (major, minor) = (self.amount.unsigned_abs() / unit, self.amount.unsigned_abs() % unit);
        let sign = if self.amount < 0 { "−" } else { "" };
        match self.currency.symbol() {
            Some(symbol) => write!(f, "{sign}{symbol}")?,
            None => write!(f, "{sign}{} ", self.currency.code())?,
        }
        write!(f, "{}", with_thousands(major))?;
        if unit > 1 {
            write!(f, ".{minor:02}")?;
        }
        Ok(())
    }
}

fn with_thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::{Currency, Money};

    #[test]
    fn an_amount_is_read_as_it_is_typed_and_typed_as_it_is_read() {
        let euro = |typed: &str| Currency::Eur.parse_amount(typed);
        assert_eq!(
            (euro("12"), euro(" 12.5 "), euro("0,05"), euro("0012.50")),
            (Some(1_200), Some(1_250), Some(5), Some(1_250))
        );
        for typed in ["", ".", ".5", "-1", "+1", "1e3", "12.345", "1.2.3", "12 €", "99999999999999999999", "١٢"] {
            assert_eq!(euro(typed), None, "{typed}");
        }
        assert_eq!((Currency::Jpy.parse_amount("500"), Currency::Jpy.parse_amount("500.5")), (Some(500), None));
        for amount in [0, 5, 1_250, 123_456_789] {
            assert_eq!(euro(&Currency::Eur.type_amount(amount)), Some(amount));
        }
        assert_eq!(Currency::Jpy.type_amount(500), "500");
    }

    #[test]
    fn money_reads_as_people_write_it() {
        assert_eq!(Money::new(4_800, Currency::Eur).to_string(), "€48.00");
        assert_eq!(Money::new(-5, Currency::Usd).to_string(), "−$0.05");
        assert_eq!(Money::new(1_234_567, Currency::Jpy).to_string(), "¥1,234,567");
        assert_eq!(Money::new(i64::MIN, Currency::Chf).to_string(), "−CHF 92,233,720,368,547,758.08");
    }

    #[test]
    fn money_travels_as_minor_units() {
        let json = serde_json::to_value(Money::new(1_500, Currency::Eur)).unwrap();
        assert_eq!(json, serde_json::json!({"amount": 1500, "currency": "EUR"}));
    }
}
