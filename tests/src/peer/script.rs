//! The turns that a scripted peer has left, and what it has seen.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::step::Step;

/// The turns that are left, and what has come so far.
#[derive(Debug)]
pub(super) struct Script(Mutex<State>);

#[derive(Debug)]
struct State {
    turns: VecDeque<Vec<Step>>,
    connections: usize,
    /// Number of the connection, and text.
    arrivals: Vec<(usize, String)>,
}

impl Script {
    pub(super) fn new(turns: impl IntoIterator<Item = Vec<Step>>) -> Self {
        Self(Mutex::new(State {
            turns: turns.into_iter().collect(),
            connections: 0,
            arrivals: Vec::new(),
        }))
    }

    /// Takes other turns, and forgets the requests.
    pub(super) fn replace(&self, turns: impl IntoIterator<Item = Vec<Step>>) {
        let mut state = self.state();
        state.turns = turns.into_iter().collect();
        state.arrivals.clear();
    }

    /// Whether the next turn begins by hearing a request.
    pub(super) fn expects_request(&self) -> bool {
        let state = self.state();
        let next = state.turns.front().and_then(|turn| turn.first());
        next.is_none_or(Step::expects_request)
    }

    /// The next turn.
    pub(super) fn take(&self) -> Vec<Step> {
        let mut state = self.state();
        if state.turns.len() > 1 {
            state.turns.pop_front().unwrap_or_default()
        } else {
            state.turns.front().cloned().unwrap_or_default()
        }
    }

    /// Counts a connection and gives its number.
    pub(super) fn connected(&self) -> usize {
        let mut state = self.state();
        state.connections += 1;
        state.connections - 1
    }

    pub(super) fn connections(&self) -> usize {
        self.state().connections
    }

    pub(super) fn note(&self, connection: usize, request: String) {
        self.state().arrivals.push((connection, request));
    }

    pub(super) fn arrivals(&self) -> Vec<(usize, String)> {
        self.state().arrivals.clone()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
