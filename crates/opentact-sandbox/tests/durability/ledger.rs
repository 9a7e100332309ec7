//! What a writer's tokens must be, by the answers that it got.

use std::collections::BTreeMap;

use serde_json::Value;

/// A token that was acknowledged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// The token itself; `None` when the answer that would have told it was cut off.
    pub(crate) text: Option<String>,
    /// What a list shows: its name and when it expires.
    pub(crate) shown: Shown,
}

/// What a list shows of a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    pub(crate) name: String,
    pub(crate) expires: String,
}

impl Shown {
    pub(crate) fn of(payload: &Value) -> Self {
        let text = |field: &str| payload[field].as_str().unwrap().to_owned();
        Self {
            name: text("name"),
            expires: text("expired_on"),
        }
    }
}

/// A write, as it was sent.
#[derive(Clone, Debug)]
pub(crate) enum Write {
    Create { name: String },
    Update { uuid: String, name: String },
    Delete { uuid: String, text: String },
    DeleteAll,
}

/// The tokens of a writer, alive by uuid, and the texts of those that were deleted.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ledger {
    pub(crate) alive: BTreeMap<String, Token>,
    pub(crate) dead: Vec<String>,
}

impl Ledger {
    /// Takes down a write that was acknowledged with this payload.
    pub(crate) fn acknowledge(&mut self, write: &Write, payload: &Value) {
        match write {
            Write::Create { name } => {
                let token = Token {
                    text: Some(payload["token"].as_str().unwrap().to_owned()),
                    shown: Shown::of(payload),
                };
                assert_eq!(token.shown.name, *name);
                let uuid = payload["uuid"].as_str().unwrap().to_owned();
                assert!(self.alive.insert(uuid, token).is_none());
            }
            Write::Update { uuid, name } => {
                let token = self.alive.get_mut(uuid).unwrap();
                token.shown = Shown::of(payload);
                assert_eq!(token.shown.name, *name);
            }
            Write::Delete { uuid, .. } => self.bury(|it| it == uuid),
            Write::DeleteAll => self.bury(|_| true),
        }
    }

    /// Compares with what a list shows, by uuid, after a write was cut off.
    ///
    /// Each acknowledged write must show in full, the one that was cut off in full or not at all;
    /// it is taken down as it turned out. Returns whether it was done.
    pub(crate) fn settle(
        &mut self,
        cut_off: Option<&Write>,
        listed: &BTreeMap<String, Shown>,
    ) -> Result<bool, String> {
        if self.is(listed) {
            return Ok(false);
        }
        let mut done = self.clone();
        match cut_off {
            None => {}
            Some(Write::Create { name }) => {
                let new = listed
                    .iter()
                    .find(|(uuid, shown)| !self.alive.contains_key(*uuid) && shown.name == *name);
                if let Some((uuid, shown)) = new {
                    let token = Token {
                        text: None,
                        shown: shown.clone(),
                    };
                    done.alive.insert(uuid.clone(), token);
                }
            }
            Some(Write::Update { uuid, name }) => {
                // Without the answer, only the list tells when it expires now: not as before.
                let new = listed.get(uuid).filter(|shown| shown.name == *name);
                if let (Some(token), Some(shown)) = (done.alive.get_mut(uuid), new)
                    && token.shown.expires != shown.expires
                {
                    token.shown = shown.clone();
                }
            }
            Some(Write::Delete { uuid, .. }) => done.bury(|it| it == uuid),
            Some(Write::DeleteAll) => done.bury(|_| true),
        }
        if !done.is(listed) {
            return Err(format!(
                "acknowledged: {:#?}\ncut off: {cut_off:#?}\nlisted: {listed:#?}",
                self.alive
            ));
        }
        *self = done;
        Ok(true)
    }

    fn is(&self, listed: &BTreeMap<String, Shown>) -> bool {
        let alive = self.alive.iter().map(|(uuid, token)| (uuid, &token.shown));
        alive.eq(listed)
    }

    fn bury(&mut self, is_dead: impl Fn(&String) -> bool) {
        self.alive.retain(|uuid, token| {
            if is_dead(uuid) {
                self.dead.extend(token.text.take());
            }
            !is_dead(uuid)
        });
    }
}
