//! Makers' servers that did not answer are left alone for a while: what waits for them must not take the room of what
//! others would take at once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use domain::time::Timestamp;

const REST: Duration = Duration::from_secs(60);

/// By their origin, until when.
#[derive(Clone, Default)]
pub struct Resting(Arc<Mutex<HashMap<String, Timestamp>>>);

impl Resting {
    /// Nothing when it may be tried now. After a rest one may try; the others wait for what becomes of it.
    pub fn wait_for(&self, origin: &str, now: Timestamp) -> Option<Duration> {
        let mut until = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let rest = until.get_mut(origin)?;
        if *rest > now {
            return Some(rest.since(now));
        }
        *rest = now.plus(REST);
        None
    }

    pub fn did_not_answer(&self, origin: &str, now: Timestamp) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(origin.to_owned(), now.plus(REST));
    }

    pub fn answered(&self, origin: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(origin);
    }
}

#[cfg(test)]
mod tests {
    use super::Resting;
    use domain::time::Timestamp;
    use std::time::Duration;

    #[test]
    fn who_did_not_answer_is_left_alone_then_tried_once_and_then_by_all() {
        let (resting, at) = (Resting::default(), Timestamp::from_seconds);
        assert_eq!(resting.wait_for("a", at(0)), None);
        resting.did_not_answer("a", at(0));
        assert_eq!(resting.wait_for("a", at(20)), Some(Duration::from_secs(40)));
        assert_eq!(resting.wait_for("b", at(20)), None);
        assert_eq!(resting.wait_for("a", at(60)), None);
        assert_eq!(resting.wait_for("a", at(60)), Some(Duration::from_secs(60)));
        resting.answered("a");
        assert_eq!(resting.wait_for("a", at(61)), None);
        assert_eq!(resting.wait_for("a", at(61)), None);
    }
}
