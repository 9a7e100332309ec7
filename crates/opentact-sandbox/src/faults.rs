//! Misbehaviour on command: which faults are set, and which of them a request meets.

use std::sync::{Mutex, MutexGuard, PoisonError};

use fastrand::Rng;
use serde::Serialize;
use tokio::sync::watch;

pub use self::fault::Fault;
pub(crate) use self::fault::FaultDocument;
pub(crate) use self::{
    action::close_code,
    met::{Before, MadeByFault, MessageFault, Met, NoAnswer},
    target::Asked,
};
use crate::error::Error;

mod action;
mod fault;
mod merge;
mod met;
mod target;

/// The faults of one sandbox; see [`Owner::faults`](crate::Owner::faults).
///
/// A request meets the first fault, in the order in which they were added, that is for its
/// operation and whose turn it is. A fault with a probability throws its dice once for each
/// request that it is for, whatever the other faults do: the same seed and the same order of
/// requests give the same faults. Events on their way to a connection meet faults in the same way,
/// but only those that are [for them](Fault::on_delivery).
///
/// ```
/// use opentact_sandbox::{Fault, Operation, Sandbox};
///
/// # async fn run() -> Result<(), opentact_sandbox::Error> {
/// let sandbox = Sandbox::start().await?;
/// let faults = sandbox.faults();
/// faults.add(Fault::status(503).on(Operation::ListTokens).next(2))?;
/// let flaky = faults.add(Fault::close_before().probability(0.1).seed(7))?;
/// // ... two lists fail, and one request in ten gets no answer ...
/// assert_eq!(faults.list().len(), 2);
/// faults.remove(flaky.id);
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Default)]
pub struct Faults {
    inner: Mutex<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    last_id: u64,
    set: Vec<Set>,
    met: u64,
}

/// A fault that is set.
#[derive(Debug)]
struct Set {
    record: FaultRecord,
    dice: Rng,
    /// Whoever waits for the end of the fault has the other side.
    end: watch::Sender<()>,
}

/// A fault that is set, and how often it was met.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct FaultRecord {
    /// Its number, by which it is removed.
    pub id: u64,
    /// What was added. A probability without a seed has got one here.
    #[serde(flatten)]
    pub fault: Fault,
    /// How many requests have met it, or how many events on their way.
    pub met: u64,
}

impl Faults {
    /// Sets a fault; it counts from the next request on.
    ///
    /// # Errors
    ///
    /// [`Error::Fault`] when its parts do not fit together, such as a status that HTTP does
    /// not know.
    pub fn add(&self, fault: Fault) -> Result<FaultRecord, Error> {
        fault.check()?;
        Ok(self.inner().add(fault))
    }

    /// The faults that are set, oldest first; one that has been met as often as it should
    /// stays until it is removed.
    #[must_use]
    pub fn list(&self) -> Vec<FaultRecord> {
        let inner = self.inner();
        inner.set.iter().map(|set| set.record.clone()).collect()
    }

    /// The fault with this number.
    #[must_use]
    pub fn get(&self, id: u64) -> Option<FaultRecord> {
        self.list().into_iter().find(|record| record.id == id)
    }

    /// Removes a fault; whether there was one. Requests and events that it holds up go on or lose
    /// their connection.
    pub fn remove(&self, id: u64) -> bool {
        let mut inner = self.inner();
        let before = inner.set.len();
        inner.set.retain(|set| set.record.id != id);
        inner.set.len() < before
    }

    /// Removes all faults, as [`Faults::remove`] does.
    pub fn clear(&self) {
        self.inner().set.clear();
    }

    /// How many requests and events have met a fault, removed ones included.
    pub(crate) fn met(&self) -> u64 {
        self.inner().met
    }

    /// Sets these faults, which fit, in the place of all others, and forgets what was counted.
    pub(crate) fn replace(&self, faults: &[Fault]) {
        let mut inner = self.inner();
        inner.set.clear();
        inner.met = 0;
        for fault in faults {
            inner.add(fault.clone());
        }
    }

    /// The fault that a request or a delivery meets; a request for nothing meets those for all.
    pub(crate) fn meet(&self, asked: Asked) -> Option<Met> {
        let mut inner = self.inner();
        let mut first = None;
        for (place, set) in inner.set.iter_mut().enumerate() {
            let turn = set.record.fault.is_for(asked)
                && set.record.fault.has_turn(set.record.met, &mut set.dice);
            if turn && first.is_none() {
                first = Some(place);
            }
        }
        let set = inner.set.get_mut(first?)?;
        set.record.met += 1;
        let met = Met::new(set.record.id, set.record.fault.clone(), set.end.subscribe());
        inner.met += 1;
        Some(met)
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    /// Sets a fault that fits.
    fn add(&mut self, mut fault: Fault) -> FaultRecord {
        let seed = fault.seed_or_draw();
        self.last_id += 1;
        let record = FaultRecord {
            id: self.last_id,
            fault,
            met: 0,
        };
        self.set.push(Set {
            record: record.clone(),
            dice: Rng::with_seed(seed),
            end: watch::Sender::new(()),
        });
        record
    }
}

#[cfg(test)]
mod tests {
    use opentact_client::security::Operation;

    use super::*;

    const LIST: Asked = Asked::Operation(Operation::ListTokens);

    fn ids(faults: &Faults, asked: &[Asked]) -> Vec<Option<u64>> {
        let meet = |asked: &_| faults.meet(*asked).map(|met| met.id());
        asked.iter().map(meet).collect()
    }

    #[test]
    fn the_first_fault_whose_turn_it_is_is_met() {
        let faults = Faults::default();
        let add = |fault| faults.add(fault).unwrap().id;
        let lists = add(Fault::status(500).on(Operation::ListTokens).next(2));
        let all = add(Fault::stall().next(2));
        assert_eq!(
            ids(&faults, &[LIST, Asked::Nothing, LIST, LIST, LIST]),
            [Some(lists), Some(all), Some(lists), Some(all), None]
        );
        let met: Vec<_> = faults.list().iter().map(|record| record.met).collect();
        assert_eq!((met, faults.met()), (vec![2, 2], 4));
        assert!(faults.remove(lists) && !faults.remove(lists));
        assert_eq!(faults.met(), 4);
    }

    #[test]
    fn the_same_seed_gives_the_same_faults_whatever_else_is_set() {
        let throws = |others: bool, seed| {
            let faults = Faults::default();
            if others {
                faults.add(Fault::stall().probability(0.5).seed(1)).unwrap();
            }
            let fault = Fault::truncate().on(Operation::ListTokens);
            let id = faults.add(fault.probability(0.3).seed(seed)).unwrap().id;
            let mut met = Vec::new();
            for _ in 0..200 {
                faults.meet(Asked::Nothing);
                let first = faults.meet(LIST).map(|met| met.id());
                met.push((first, first == Some(id)));
            }
            met
        };
        assert_eq!(throws(false, 7), throws(false, 7));
        assert_ne!(throws(false, 7), throws(false, 8));
        let alone = throws(false, 7);
        let count = alone.iter().filter(|(_, ours)| *ours).count();
        assert!((35..85).contains(&count), "{count}");
        for ((_, alone), (first, beside)) in alone.iter().zip(throws(true, 7)) {
            // Where the other fault does not come first, the dice have fallen as before.
            assert!(beside == *alone || first == Some(1));
        }
    }

    #[test]
    fn never_and_always_are_probabilities() {
        for (probability, met) in [(0.0, 0), (1.0, 50)] {
            let faults = Faults::default();
            faults.add(Fault::stall().probability(probability)).unwrap();
            for _ in 0..50 {
                faults.meet(Asked::Nothing);
            }
            assert_eq!(faults.met(), met);
        }
    }

    #[test]
    fn a_drawn_seed_is_told() {
        let faults = Faults::default();
        let record = faults.add(Fault::stall().probability(0.5)).unwrap();
        let json = serde_json::to_value(&record).unwrap();
        assert!(json["seed"].is_u64(), "{json}");
    }

    #[tokio::test]
    async fn removing_a_fault_ends_it_for_those_who_wait() {
        let faults = Faults::default();
        let id = faults.add(Fault::stall()).unwrap().id;
        let mut met = faults.meet(Asked::Nothing).unwrap();
        let waits = tokio::spawn(async move { met.ended().await });
        faults.remove(id);
        waits.await.unwrap();
    }
}
