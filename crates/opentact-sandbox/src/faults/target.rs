//! To what a fault happens: requests for one operation or for the event service, all requests, or
//! deliveries.

use opentact_client::security::Operation;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// What stands for the event service where an operation could be named.
const EVENTS: &str = "events";

/// What stands for deliveries there.
const DELIVERY: &str = "delivery";

/// What meets a fault: what a request asks for, or a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    Operation(Operation),
    /// A connection to the event service.
    Events,
    /// An event that is put on its way to one connection; no request at all.
    Delivery,
    Nothing,
}

/// To what a fault happens; `None` means all requests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Target(Option<Asked>);

impl Target {
    pub(super) const ALL: Self = Self(None);

    pub(super) const fn only(asked: Asked) -> Self {
        Self(Some(asked))
    }

    pub(super) fn is_for(self, asked: Asked) -> bool {
        match self.0 {
            Some(ours) => asked == ours,
            None => asked != Asked::Delivery,
        }
    }
}

impl Serialize for Target {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self.0 {
            Some(Asked::Operation(operation)) => operation.id(),
            Some(Asked::Events) => EVENTS,
            Some(Asked::Delivery) => DELIVERY,
            Some(Asked::Nothing) | None => "*",
        })
    }
}

impl<'de> Deserialize<'de> for Target {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text == "*" {
            return Ok(Self(None));
        }
        if text == EVENTS {
            return Ok(Self(Some(Asked::Events)));
        }
        if text == DELIVERY {
            return Ok(Self(Some(Asked::Delivery)));
        }
        let mut all = Operation::ALL.iter().copied();
        all.find(|operation| operation.id() == text)
            .map(|operation| Self(Some(Asked::Operation(operation))))
            .ok_or_else(|| {
                let ids: Vec<_> = Operation::ALL.iter().map(|it| it.id()).collect();
                de::Error::custom(format!(
                    "has to be * or one of {}, {EVENTS}, {DELIVERY}",
                    ids.join(", ")
                ))
            })
    }
}
