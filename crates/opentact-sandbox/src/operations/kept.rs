//! Operations that only keep things: created, listed, searched, shown, changed and deleted by the
//! contract alone.

use axum::http::StatusCode;
use rusqlite::{Connection, types::Value as SqlValue};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{
    Asked,
    page::{asked_page, page},
};
use crate::{
    clock::{ms_from_time, shown_time},
    contract::{Filter, Paging, RESOURCES, Resource, Role, Stamp},
    engine::Engine,
    error::Error,
    http::{answer::Answer, input::Input},
    store::kept::{Search, Shelf, Sort, Thing, Wanted},
    telephony,
};

pub(crate) mod seeded;

/// What came of a request.
enum Outcome {
    Payload(Value),
    /// There is none of that name.
    NotFound(&'static str),
    /// Something is in the way.
    Conflict(String),
}

/// A request for what is kept.
struct Work<'w> {
    connection: &'w Connection,
    shelf: Shelf,
    input: &'w Input,
    now_ms: i64,
}

/// What a search is narrowed to, and whether the newest come first if the request does not say.
#[derive(Clone, Debug, Default)]
pub(super) struct Narrowed {
    pub(super) within: Option<(&'static str, &'static str)>,
    pub(super) newest_first: bool,
}

/// Answers a request for what is kept.
pub(super) async fn answer(engine: &Engine, asked: Asked) -> Result<Answer, Error> {
    answer_narrowed(engine, asked, Narrowed::default()).await
}

/// The same, where the contract alone does not say what a search finds.
pub(super) async fn answer_narrowed(
    engine: &Engine,
    asked: Asked,
    narrowed: Narrowed,
) -> Result<Answer, Error> {
    let Asked {
        described,
        caller,
        input,
    } = asked;
    let Some(kept) = described.kept else {
        return Ok(Answer::example(&described.success));
    };
    let paging = described.paging;
    let now_ms = engine.clock.now_ms();
    let work = move |connection: &Connection, user: i64| {
        let resource = kept.resource;
        let scope: Vec<_> = resource.scopes.iter().map(|it| input.path(it)).collect();
        let shelf = Shelf::of(connection, resource, user, scope.join("/"))?;
        let work = Work {
            connection,
            shelf,
            input: &input,
            now_ms,
        };
        if let Some(missing) = work.missing_scope(user)? {
            return Ok(Outcome::NotFound(missing));
        }
        match kept.role {
            Role::Create => work.create(),
            Role::List => work.list(),
            Role::Search => match paging {
                Some(paging) => work.search(paging, &narrowed),
                None => work.list(),
            },
            Role::Get => work.with(|_, thing| Ok(Ok(thing))),
            Role::Change => work.with(|work, thing| work.change(thing, false)),
            Role::Replace => work.with(|work, thing| work.change(thing, true)),
            Role::Delete => work.with(|work, thing| work.delete(thing)),
        }
    };
    let reads = matches!(kept.role, Role::Get | Role::List | Role::Search);
    let outcome = match reads {
        true => {
            let user = caller.user.id;
            let read = engine.store.read(move |connection| work(connection, user));
            Some(read.await?)
        }
        false => caller.write(&engine.store, work).await?,
    };
    let success = &described.success;
    let status = match kept.role {
        Role::Create if success.or_created => engine.settings.create_status.code(),
        _ => StatusCode::from_u16(success.status).unwrap_or_default(),
    };
    Ok(match outcome {
        None => Answer::unauthorized(),
        Some(Outcome::NotFound(what)) => Answer::not_found(&format!("{what} not found")),
        Some(Outcome::Conflict(why)) => Answer::failure(StatusCode::CONFLICT, &why),
        Some(Outcome::Payload(_)) if success.media.is_empty() => {
            Answer::raw(status, "", Vec::new())
        }
        Some(Outcome::Payload(payload)) => {
            Answer::success(status, &json!({ "success": true, "payload": payload }))?
        }
    })
}

impl Work<'_> {
    fn resource(&self) -> &'static Resource {
        self.shelf.resource
    }

    /// What a path parameter in front of the key names and is not there.
    fn missing_scope(&self, user: i64) -> Result<Option<&'static str>, Error> {
        for scope in self.resource().scopes {
            let named = |it: &&&Resource| it.key == *scope && it.scopes.is_empty();
            let Some(outer) = RESOURCES.iter().find(named) else {
                continue;
            };
            let shelf = Shelf::of(self.connection, outer, user, String::new())?;
            if shelf
                .get(self.connection, self.input.path(scope))?
                .is_none()
            {
                return Ok(Some(outer.name));
            }
        }
        Ok(None)
    }

    /// What the request is to keep.
    fn thing(&self) -> Thing {
        let key = match self.input.body.get(self.resource().key) {
            Some(Value::String(key)) => key.clone(),
            Some(key) => key.to_string(),
            None => Uuid::new_v4().to_string(),
        };
        Thing {
            key,
            created_ms: self.now_ms,
            modified_ms: self.now_ms,
            values: self.settable(),
        }
    }

    fn create(&self) -> Result<Outcome, Error> {
        let thing = self.thing();
        if let Some(missing) = self.missing(&thing)? {
            return Ok(Outcome::NotFound(missing));
        }
        match self.shelf.insert(self.connection, &thing)? {
            true => self.shown(&thing).map(Outcome::Payload),
            false => Ok(Outcome::Conflict(self.duplicate())),
        }
    }

    fn list(&self) -> Result<Outcome, Error> {
        let (things, _) = self.shelf.search(self.connection, &Search::default())?;
        let shown = things.iter().map(|thing| self.shown(thing));
        Ok(Outcome::Payload(shown.collect::<Result<_, _>>()?))
    }

    fn search(&self, paging: Paging, narrowed: &Narrowed) -> Result<Outcome, Error> {
        let (take, skip) = asked_page(paging, self.input);
        let search = Search {
            within: narrowed.within,
            wanted: self.wanted(),
            any: self.asked("mode").and_then(Value::as_str) == Some("OR"),
            sort: self.sort(),
            newest_first: narrowed.newest_first,
            take: Some(take),
            skip,
            ..Search::default()
        };
        let (things, total) = self.shelf.search(self.connection, &search)?;
        let shown = things.iter().map(|thing| self.shown(thing));
        let shown: Vec<_> = shown.collect::<Result<_, _>>()?;
        Ok(Outcome::Payload(page(paging, (take, skip), total, shown)))
    }

    /// Does something to the thing that the path names, and shows what is left of it.
    fn with(
        &self,
        work: impl FnOnce(&Self, Thing) -> Result<Result<Thing, Outcome>, Error>,
    ) -> Result<Outcome, Error> {
        let scopes = self.resource().scopes;
        let key = self
            .input
            .path
            .iter()
            .find(|(name, _)| !scopes.contains(name));
        let key = key.map_or("", |(_, key)| key);
        let Some(thing) = self.shelf.get(self.connection, key)? else {
            return Ok(Outcome::NotFound(self.resource().name));
        };
        match work(self, thing)? {
            Ok(thing) => self.shown(&thing).map(Outcome::Payload),
            Err(outcome) => Ok(outcome),
        }
    }

    fn change(&self, mut thing: Thing, replaces: bool) -> Result<Result<Thing, Outcome>, Error> {
        if replaces {
            thing.values.clear();
        }
        thing.values.extend(self.settable());
        thing.modified_ms = self.now_ms;
        if let Some(missing) = self.missing(&thing)? {
            return Ok(Err(Outcome::NotFound(missing)));
        }
        Ok(match self.shelf.update(self.connection, &thing)? {
            true => Ok(thing),
            false => Err(Outcome::Conflict(self.duplicate())),
        })
    }

    fn delete(&self, thing: Thing) -> Result<Result<Thing, Outcome>, Error> {
        if let Some(user) = self.shelf.user_of(self.connection, &thing.key)? {
            let why = format!("In use by {user}");
            return Ok(Err(Outcome::Conflict(why)));
        }
        self.shelf.delete(self.connection, &thing.key)?;
        Ok(Ok(thing))
    }

    /// What the request sets, as far as an answer shows it: nothing else is kept, secrets least of all.
    fn settable(&self) -> Map<String, Value> {
        let resource = self.resource();
        let is_kept = |name: &str| {
            let shown = resource.shows.iter().find(|it| it.name == name);
            shown.is_some_and(|it| it.stamp == Stamp::None) && name != resource.key
        };
        let body = self.input.body.iter();
        let kept = body.filter(|(name, _)| is_kept(name));
        kept.map(|(name, value)| (name.clone(), value.clone()))
            .collect()
    }

    /// What the thing refers to and is not there.
    fn missing(&self, thing: &Thing) -> Result<Option<&'static str>, Error> {
        for shown in self.resource().shows {
            if let (Some(other), Some(key)) = (shown.refers, thing.values.get(shown.name))
                && !key.is_null()
                && self.referred(other, key)?.is_none()
            {
                return Ok(Some(other.name));
            }
        }
        Ok(None)
    }

    fn referred(&self, other: &'static Resource, key: &Value) -> Result<Option<Thing>, Error> {
        let shelf = Shelf {
            resource: other,
            owner: self.shelf.owner,
            scope: String::new(),
        };
        let key = key.as_str().map_or_else(|| key.to_string(), str::to_owned);
        shelf.get(self.connection, &key)
    }

    fn duplicate(&self) -> String {
        let unique = self.resource().unique.first();
        let what = unique.copied().unwrap_or_else(|| self.resource().key);
        format!("One with this {what} exists")
    }

    /// A thing as an answer has it, with what it refers to.
    fn shown(&self, thing: &Thing) -> Result<Value, Error> {
        let mut shown = show(self.resource(), thing);
        for property in self.resource().shows {
            if let (Some(other), Some(key)) = (property.refers, thing.values.get(property.name))
                && !key.is_null()
            {
                let referred = self.referred(other, key)?;
                let value = referred.map_or(Value::Null, |it| Value::Object(show(other, &it)));
                shown.insert(property.name.to_owned(), value);
            }
        }
        telephony::complete(self.connection, &self.shelf, thing, Value::Object(shown))
    }

    fn asked(&self, name: &str) -> Option<&Value> {
        let Input { body, query, .. } = self.input;
        body.get(name).or_else(|| query.get(name))
    }

    /// What the search asks for, by the filters of the resource.
    fn wanted(&self) -> Vec<(&'static str, Wanted)> {
        let mut wanted = Vec::new();
        for (property, filter) in self.resource().filters {
            let value = |name: &str| Some(self.value(property, self.asked(name)?));
            match filter {
                Filter::Equal => {
                    wanted.extend(value(property).map(|it| (*property, Wanted::Equal(it))));
                }
                Filter::Mask => {
                    let mask = self.asked(property).and_then(Value::as_str);
                    wanted.extend(mask.map(|it| (*property, Wanted::Mask(it.to_owned()))));
                }
                Filter::Range => {
                    for (suffix, bound) in [
                        ("_from", Wanted::From as fn(SqlValue) -> Wanted),
                        ("_min", Wanted::From),
                        ("_to", Wanted::To),
                        ("_max", Wanted::To),
                    ] {
                        let value = value(&format!("{property}{suffix}"));
                        wanted.extend(value.map(|it| (*property, bound(it))));
                    }
                }
            }
        }
        wanted
    }

    /// A value as its column has it.
    fn value(&self, property: &str, value: &Value) -> SqlValue {
        let shown = self.resource().shows.iter().find(|it| it.name == property);
        let is_time = shown.is_some_and(|it| it.stamp != Stamp::None);
        match value {
            // Numbers are kept as their digits, however they are asked for.
            Value::Number(number) if property == "tn" => number.to_string().into(),
            Value::String(text) if is_time => {
                let time = chrono::DateTime::parse_from_rfc3339(text);
                time.map_or(SqlValue::Null, |it| ms_from_time(it.to_utc()).into())
            }
            Value::String(text) => text.clone().into(),
            Value::Bool(flag) => (*flag).into(),
            Value::Number(number) => match number.as_i64() {
                Some(number) => number.into(),
                None => number.as_f64().unwrap_or_default().into(),
            },
            Value::Null => SqlValue::Null,
            other => other.to_string().into(),
        }
    }

    fn sort(&self) -> Vec<(&'static str, Sort)> {
        let order = self.asked("order").and_then(Value::as_object);
        let known = self.resource().ordered;
        let sort = order.into_iter().flatten().filter_map(|(name, direction)| {
            let name = known.iter().find(|it| *it == name)?;
            let is_down = direction.as_str()?.eq_ignore_ascii_case("desc");
            Some((
                *name,
                if is_down {
                    Sort::Descending
                } else {
                    Sort::Ascending
                },
            ))
        });
        sort.collect()
    }
}

/// A thing as an answer has it; what it refers to by its key is left out.
fn show(resource: &Resource, thing: &Thing) -> Map<String, Value> {
    let mut shown = Map::new();
    for property in resource.shows {
        let value = match property.stamp {
            Stamp::Created => Some(Value::String(shown_time(thing.created_ms))),
            Stamp::Modified => Some(Value::String(shown_time(thing.modified_ms))),
            Stamp::None if property.name == resource.key => Some(Value::String(thing.key.clone())),
            Stamp::None if property.refers.is_some() => property.fallback.map(|_| Value::Null),
            Stamp::None => {
                let fallback = || serde_json::from_str(property.fallback?).ok();
                thing.values.get(property.name).cloned().or_else(fallback)
            }
        };
        shown.extend(value.map(|value| (property.name.to_owned(), value)));
    }
    shown
}
