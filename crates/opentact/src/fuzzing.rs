//! What the fuzz targets under `tests/fuzz` call: bytes of a peer, and what has to hold whatever they are.

use std::collections::HashMap;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use opentact_client::tolerant::{self, Tolerant};
use opentact_client::types::{ErrorResponse, TokenResponse};
use opentact_client::{Revealed, Secret};
use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::events::{AuthAnswer, Event, RawJson};
use crate::jwt;
use crate::operations;
use crate::redaction::Redaction;
use crate::response::Response;
use crate::transport::received::Received;

/// What a request carried. In the bytes of a peer, `SECRET` stands for it, and `WORD` for the other.
const PLANTED: &str = "Planted/4711+planted=4712";
/// The same, fit for the name of a host.
const WORD: &str = "Planted-4713-planted-4714";

/// An answer: a status in two bytes, header lines, an empty line, a body.
pub fn answers(data: &[u8]) {
    let text = with_secret(data);
    let Some((status, rest)) = text.as_bytes().split_at_checked(2) else {
        return;
    };
    let status = 200 + (u16::from(status[0]) << 8 | u16::from(status[1])) % 400;
    let end = rest.windows(2).position(|it| it == b"\n\n");
    let (head, body) = end.map_or((&[][..], rest), |end| (&rest[..end], &rest[end + 2..]));
    let mut headers = HeaderMap::new();
    for line in head.split(|byte| *byte == b'\n') {
        let colon = line
            .iter()
            .position(|byte| *byte == b':')
            .unwrap_or(line.len());
        let (name, value) = line.split_at(colon);
        if let (Ok(name), Some(Ok(value))) = (
            HeaderName::from_bytes(name),
            value.get(1..).map(HeaderValue::from_bytes),
        ) {
            headers.append(name, value);
        }
    }
    let received = || received(status, headers.clone(), body);
    let accepted = received().accept();
    let value: Option<Value> = tolerant::from_slice(body).ok();
    if accepted.is_ok() {
        let said = value.as_ref().and_then(|it| it.get("success"));
        assert_ne!(said, Some(&Value::Bool(false)), "a refusal was taken");
        assert!((200..300).contains(&status));
    }
    hides(&format!("{:?} {accepted:?}", received()));
    for error in [
        accepted.err(),
        received().open::<TokenResponse>().err(),
        received().response.json::<Vec<u8>>().err(),
        received().response.payload::<bool>().err(),
    ]
    .into_iter()
    .flatten()
    {
        assert_eq!(error.body(), Some(body));
        hides(&format!("{error} {error:?} {error:#?}"));
    }
    survives::<ErrorResponse>(body);
    operations::survive(body);
}

/// A frame of the WebSocket service.
pub fn events(data: &[u8]) {
    let text = with_secret(data);
    let event = Event::from_json(text.as_str());
    let mut text = text;
    let mut object = serde_json::from_str::<HashMap<String, Box<RawValue>>>(&text);
    if object.is_err() {
        text = tolerant::text(text.as_bytes()).into_owned();
        object = serde_json::from_str(&text);
    }
    assert_eq!(event.is_ok(), object.is_ok(), "any object is an event");
    let Ok(event) = event else {
        hides(&format!("{event:?}"));
        return;
    };
    assert_eq!(event.as_str(), text);
    let written = serde_json::to_string(&event).unwrap_or_default();
    assert_eq!(written, text.trim_matches([' ', '\t', '\n', '\r']));
    for (key, field) in object.iter().flatten() {
        assert_eq!(event.get(key).map(RawJson::as_str), Some(field.get()));
    }
    let _ = (event.uuid(), event.ref_id(), event.created_on());
    let _ = (event.modified_on(), event.timestamp(), event.account());
    let _ = (event.message(), event.command(), event.success());
    let accepted = AuthAnswer::of(&event) == Some(AuthAnswer::Accepted);
    assert!(
        !accepted || event.success() != Some(false),
        "a refusal was taken"
    );
    let _ = format!("{:?}", event.payload());
    let related: Vec<_> = event.related().collect();
    hides(&format!("{related:?} {:?}", AuthAnswer::of(&event)));
}

/// A JWT, or what a server calls one.
pub fn jwts(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let life = jwt::life(&Secret::new(text.as_ref()));
    assert!(life.is_none_or(|life| !life.is_zero() || text.contains('.')));
    let mut redaction = Redaction::default();
    redaction.add(&Secret::new(text.as_ref()));
    let shown = redaction.text(&format!("it is {text}!"));
    // What is shorter is found in ordinary words, and is no secret.
    let tells = text.len() >= 4 && !opentact_client::REDACTED.contains(&text.to_ascii_lowercase());
    assert!(!tells || !shown.contains(text.as_ref()), "{shown}");
}

/// The address to which a redirect points.
pub fn redirect_urls(data: &[u8]) {
    let text = with_secret(data);
    let Ok(location) = HeaderValue::from_bytes(text.as_bytes()) else {
        return;
    };
    let headers = HeaderMap::from_iter([(header::LOCATION, location)]);
    for status in [301, 302, 307, 308] {
        let Err(error) = received(status, headers.clone(), b"").accept() else {
            panic!("a redirect was taken");
        };
        let shown = error.to_string();
        hides(&shown);
        hides(&format!("{error:?}"));
        let target = shown.split(" points to ").nth(1).unwrap_or("");
        let target = target.split(';').next().unwrap_or("");
        if let Some((_, origin)) = target.split_once("://") {
            assert!(!origin.contains(['/', '?', '#', '@']), "{shown}");
        }
    }
}

fn with_secret(data: &[u8]) -> String {
    String::from_utf8_lossy(data)
        .replace("SECRET", PLANTED)
        .replace("WORD", WORD)
}

fn received(status: u16, headers: HeaderMap, body: &[u8]) -> Received {
    let mut redaction = Redaction::default();
    redaction.add(&Secret::new(PLANTED));
    redaction.add(&Secret::new(WORD));
    let mut response = http::Response::new(Bytes::copy_from_slice(body));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or_default();
    *response.headers_mut() = headers;
    Received::new(Response::new("fuzzing", response), true, redaction)
}

fn hides(shown: &str) {
    let shown = shown.to_ascii_lowercase();
    for secret in [PLANTED, WORD] {
        assert!(!shown.contains(&secret.to_ascii_lowercase()), "{shown}");
    }
}

/// A model that was read is written and read again as the same.
pub(crate) fn survives<T: Tolerant + Serialize>(body: &[u8]) {
    if let Ok(value) = serde_json::from_str(&tolerant::text(body)) {
        agrees::<T>(&value);
    }
    let Ok(model) = serde_json::from_slice::<T>(body) else {
        return;
    };
    let written = written(&model);
    let again = T::deserialize(&written);
    assert!(again.is_ok(), "{written} cannot be read again");
    let again = again.map(|again| self::written(&again));
    assert_eq!(again.ok(), Some(written));
}

/// What the strict reader takes, the tolerant one takes as the same, and it loses no field.
pub(crate) fn agrees<T: Tolerant + Serialize>(value: &Value) {
    let strict = T::deserialize(value).ok();
    let read = match T::read(value) {
        Ok(model) => written(&model),
        Err(misfit) => {
            assert!(strict.is_none(), "only the strict reader takes {value}");
            return hides(&misfit.to_string());
        }
    };
    assert!(strict.is_none_or(|it| written(&it) == read), "{read}");
    for (name, field) in value.as_object().into_iter().flatten() {
        let is_there = field.is_null() || read.get(name).is_some();
        assert!(is_there, "{name} is lost: {read}");
    }
}

fn written(model: &impl Serialize) -> Value {
    serde_json::to_value(Revealed(model)).unwrap_or_default()
}

/// The short form of `cargo xtask fuzz`: its seeds, and what a few changed bytes make of each.
#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    const VARIANTS: usize = 50;

    /// The same bytes with one to four of them changed, doubled or taken out.
    fn vary(seed: &[u8], random: &mut fastrand::Rng) -> Vec<u8> {
        let mut data = seed.to_vec();
        for _ in 0..random.usize(1..=4) {
            let at = random.usize(..data.len().max(1));
            match random.u8(..4) {
                0 if at < data.len() => data[at] = random.u8(..),
                1 if at < data.len() => drop(data.remove(at)),
                2 => data.truncate(at),
                _ => data.insert(
                    at.min(data.len()),
                    *random.choice(b"{}[]\"\\:,u\n\0\xff0").unwrap(),
                ),
            }
        }
        data
    }

    #[test]
    fn what_holds_for_every_input_holds_for_the_seeds_and_their_neighbours() {
        type Target = fn(&[u8]);
        let targets: [(&str, Target); 4] = [
            ("answers", answers),
            ("events", events),
            ("jwts", jwts),
            ("redirect_urls", redirect_urls),
        ];
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fuzz/seeds");
        let mut random = fastrand::Rng::with_seed(4711);
        let mut seeds = 0;
        for (name, target) in targets {
            for entry in std::fs::read_dir(folder.join(name)).unwrap() {
                let seed = std::fs::read(entry.unwrap().path()).unwrap();
                target(&seed);
                (0..VARIANTS).for_each(|_| target(&vary(&seed, &mut random)));
                seeds += 1;
            }
        }
        assert!(seeds > 40, "{seeds}");
    }
}
