//! Numbers that can be had, where they are, and what they cost: `/rest/tn/search`,
//! `/rest/dict/lerg` and `/rest/profile/tn`.

use serde_json::{Value, json};

use super::{
    Asked,
    page::{asked_page, page},
};
use crate::{
    engine::Engine, error::Error, http::answer::Answer, store::taken_numbers, telephony::stock,
};

/// `POST /rest/tn/search`
pub(super) async fn search(engine: &Engine, asked: Asked) -> Result<Answer, Error> {
    let Some(paging) = asked.described.paging else {
        return Ok(Answer::example(&asked.described.success));
    };
    let (take, skip) = asked_page(paging, &asked.input);
    let found = stock::search(&asked.input.body);
    let free = engine.store.read(move |connection| {
        let mut free = Vec::new();
        for tn in found {
            if taken_numbers::find(connection, &tn)?.is_none() {
                free.push(tn);
            }
        }
        Ok(free)
    });
    let (free, now_ms) = (free.await?, engine.clock.now_ms());
    let total = i64::try_from(free.len()).unwrap_or(i64::MAX);
    let [take_at, skip_at] = [take, skip].map(|it| usize::try_from(it).unwrap_or(usize::MAX));
    let shown = free.iter().skip(skip_at).take(take_at);
    let shown = shown.map(|tn| stock::shown(tn, now_ms)).collect();
    asked.payload(&page(paging, (take, skip), total, shown))
}

/// `GET /rest/dict/lerg/states`
pub(super) async fn states(_: &Engine, asked: Asked) -> Result<Answer, Error> {
    let is_here = asked.input.query.get("country").and_then(Value::as_str) == Some("US");
    let states = stock::STATES.iter().filter(|_| is_here);
    let shown = states.map(|(letters, name)| json!({ "state": letters, "name": name }));
    asked.payload(&shown.collect())
}

/// `GET /rest/dict/lerg/ratecenters`
pub(super) async fn rate_centers(_: &Engine, asked: Asked) -> Result<Answer, Error> {
    let state = asked.input.query.get("state").and_then(Value::as_str);
    let areas = stock::AREAS.iter().filter(|it| Some(it.state) == state);
    let shown =
        areas.map(|it| json!({ "rate_center": it.rate_center, "npa": it.npa, "nxx": stock::NXX }));
    asked.payload(&shown.collect())
}
