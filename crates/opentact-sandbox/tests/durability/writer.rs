//! One of those who write: a user with a session, and what it knows of its tokens.

use std::{collections::BTreeMap, io, net::SocketAddr, sync::mpsc::Sender};

use base64::{Engine, engine::general_purpose::STANDARD};
use fastrand::Rng;

use crate::{
    client::Client,
    counts::Counts,
    ledger::{Ledger, Shown, Write},
    server::{PASSWORD, email},
};

/// How many tokens a writer has at most.
const TOKENS: usize = 20;

/// How many of the tokens that were deleted long ago are tried in each round.
const OLD_DEAD: usize = 5;

/// A user who writes.
#[derive(Debug)]
pub(crate) struct Writer {
    /// The header of the session.
    session: String,
    rng: Rng,
    ledger: Ledger,
    /// The write whose answer is missing.
    cut_off: Option<Write>,
    /// How many of the deleted tokens have been tried.
    dead_tried: usize,
    names: u64,
}

impl Writer {
    /// Signs in for a year.
    pub(crate) fn sign_in(address: SocketAddr, number: usize, rng: Rng) -> Self {
        let session = sign_in(address, number);
        Self {
            session: format!("X-Auth-Token: {session}"),
            rng,
            ledger: Ledger::default(),
            cut_off: None,
            dead_tried: 0,
            names: 0,
        }
    }

    /// Writes until the sandbox is gone, and tells of each acknowledgement.
    pub(crate) fn write(&mut self, address: SocketAddr, told: &Sender<Write>) {
        let Ok(mut client) = Client::connect(address) else {
            return;
        };
        loop {
            let write = self.choose();
            let (line, body) = request(&write);
            match client.call(&line, &self.session, &body) {
                Ok((status, answer)) => {
                    assert!(matches!(status, 200 | 201), "{line}: {status} {answer}");
                    self.ledger.acknowledge(&write, &answer["payload"]);
                    // Once enough were told, nobody listens.
                    let _ = told.send(write);
                }
                Err(error) => {
                    let hung = error.kind() == io::ErrorKind::WouldBlock;
                    assert!(!hung, "no answer to {line}");
                    self.cut_off = Some(write);
                    return;
                }
            }
        }
    }

    fn choose(&mut self) -> Write {
        let known = |(uuid, token): (&String, &crate::ledger::Token)| {
            Some((uuid.clone(), token.text.clone()?))
        };
        let known: Vec<_> = self.ledger.alive.iter().filter_map(known).collect();
        let some = self.rng.choice(known);
        self.names += 1;
        let name = format!("token-{}", self.names);
        match (self.rng.u32(..100), some) {
            (0..2, _) => Write::DeleteAll,
            (2..50, Some((uuid, _))) if self.ledger.alive.len() < TOKENS => {
                if self.rng.bool() {
                    return Write::Create { name };
                }
                Write::Update { uuid, name }
            }
            (_, Some((uuid, text))) if self.ledger.alive.len() > TOKENS / 2 => {
                Write::Delete { uuid, text }
            }
            _ if self.ledger.alive.len() >= TOKENS => Write::DeleteAll,
            _ => Write::Create { name },
        }
    }

    /// Holds the sandbox against what was acknowledged; of the tokens that have been dead for
    /// long, it tries some or all.
    pub(crate) fn check(&mut self, address: SocketAddr, all: bool, counts: &mut Counts) {
        let mut client = Client::connect(address).unwrap();
        let listed = self.list(&mut client);
        let cut_off = self.cut_off.take();
        counts.unanswered += u64::from(cut_off.is_some());
        match self.ledger.settle(cut_off.as_ref(), &listed) {
            Ok(done) => counts.unanswered_but_done += u64::from(done),
            Err(difference) => panic!("lost, returned or half done:\n{difference}"),
        }
        let mut status = |text: &str| {
            let bearer = format!("Authorization: Bearer {text}");
            client.call("GET /rest/token/list", &bearer, "").unwrap().0
        };
        for token in self.ledger.alive.values() {
            if let Some(text) = &token.text {
                assert_eq!(status(text), 200, "lost: {:?}", token.shown);
            }
            counts.live_checked += 1;
        }
        let dead = &self.ledger.dead;
        let (old, new) = dead.split_at(if all { 0 } else { self.dead_tried });
        let sample = (0..OLD_DEAD).filter_map(|_| self.rng.choice(old));
        for text in sample.chain(new) {
            assert_eq!(status(text), 401, "a deleted token returned");
            counts.dead_checked += 1;
        }
        self.dead_tried = dead.len();
    }

    fn list(&self, client: &mut Client) -> BTreeMap<String, Shown> {
        let (status, answer) = client
            .call("GET /rest/token/list", &self.session, "")
            .unwrap();
        assert_eq!(status, 200, "{answer}");
        let tokens = answer["payload"].as_array().unwrap().iter();
        tokens
            .map(|token| (token["uuid"].as_str().unwrap().to_owned(), Shown::of(token)))
            .collect()
    }
}

/// A JWT of a user, by its password.
pub(crate) fn sign_in(address: SocketAddr, number: usize) -> String {
    let basic = STANDARD.encode(format!("{}:{PASSWORD}", email(number)));
    let (status, answer) = Client::connect(address)
        .unwrap()
        .call(
            "GET /rest/auth",
            &format!("Authorization: Basic {basic}"),
            "",
        )
        .unwrap();
    assert_eq!(status, 200, "{answer}");
    answer["payload"]["token"].as_str().unwrap().to_owned()
}

/// The line and the body of the request for a write.
fn request(write: &Write) -> (String, String) {
    match write {
        Write::Create { name } => (
            "POST /rest/token".to_owned(),
            format!(r#"{{"name":"{name}"}}"#),
        ),
        Write::Update { uuid, name } => (
            format!("PATCH /rest/token/{uuid}"),
            format!(r#"{{"name":"{name}","ttl":40000000}}"#),
        ),
        Write::Delete { text, .. } => (format!("DELETE /rest/token/{text}"), String::new()),
        Write::DeleteAll => ("DELETE /rest/token/all".to_owned(), String::new()),
    }
}
