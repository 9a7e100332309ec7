//! Holds what the streams have told against what was sent.

use crate::counts::Counts;
use crate::log::Log;
use crate::scene::{Scene, account_of};
use crate::sender::{Sender, Sent};

/// What became of each event for each stream of its account.
pub(crate) fn judge(scene: &Scene, senders: &[Sender], mut logs: Vec<Log>) -> Counts {
    let mut counts = Counts {
        drops: scene.tally.drops(),
        ..Counts::default()
    };
    for (stream, log) in logs.iter_mut().enumerate() {
        note_broadsides(scene, account_of(stream), log);
        let ended = log.lives.iter().filter(|it| it.disconnected.is_some());
        counts.connections += log.lives.len();
        counts.gaps += ended.count();
        counts.failed_attempts += log.failed_attempts;
        counts.out_of_turn.append(&mut log.out_of_turn);
        let is_own = |sender: &Sender| sender.account() == account_of(stream);
        let foreign = log.events.iter();
        let foreign = foreign.filter(|it| !senders.get(it.sender).is_some_and(is_own));
        counts.foreign += foreign.count();
    }
    for sender in senders {
        counts.sent += sender.sent.len();
        let logs = logs.iter().enumerate();
        let own = logs.filter(|(stream, _)| account_of(*stream) == sender.account());
        let own: Vec<_> = own
            .map(|(_, log)| (log, Receipts::of(sender, log)))
            .collect();
        for (log, receipts) in &own {
            receipts.count(sender, log, &mut counts);
        }
        for (number, sent) in sender.sent.iter().enumerate() {
            let due = own.iter().filter(|(log, _)| is_due(log, sent)).count();
            let came = own.iter().filter(|(_, it)| it.lives[number].is_some());
            if sent.connections < due.max(came.count()) {
                counts.miscounted += 1;
            }
        }
    }
    counts
}

/// Any connection that was there may have been meant.
fn note_broadsides(scene: &Scene, account: usize, log: &mut Log) {
    let mut from = 0;
    for life in &mut log.lives {
        let until = life.disconnected.unwrap_or(u64::MAX);
        let broadside = scene.first_broadside(account, from, until);
        life.struck = life.struck.into_iter().chain(broadside).min();
        from = until;
    }
}

/// Whether a stream was connected from the beginning to the answer.
fn is_due(log: &Log, sent: &Sent) -> bool {
    let life = log.life_at(sent.begun);
    life.is_some_and(|life| log.lives[life].lasted_until(sent.answered))
}

/// What came to a stream from a sender.
struct Receipts {
    /// Over which connection each event came first, by the events' numbers.
    lives: Vec<Option<usize>>,
    duplicates: u64,
    disorder: u64,
}

impl Receipts {
    fn of(sender: &Sender, log: &Log) -> Self {
        let mut receipts = Self {
            lives: vec![None; sender.sent.len()],
            duplicates: 0,
            disorder: 0,
        };
        let mut next = 0;
        for heard in log.events.iter().filter(|it| it.sender == sender.number) {
            match receipts.lives.get_mut(heard.number) {
                Some(life @ None) => *life = Some(heard.life),
                _ => receipts.duplicates += 1,
            }
            receipts.disorder += u64::from(heard.number + 1 < next);
            next = next.max(heard.number + 1);
        }
        receipts
    }

    /// Adds what came, and what became of the rest.
    fn count(&self, sender: &Sender, log: &Log, counts: &mut Counts) {
        counts.duplicates += self.duplicates;
        counts.disorder += self.disorder;
        let mut after = next_lives(&self.lives);
        let mut before = None;
        for (sent, came) in sender.sent.iter().zip(&self.lives) {
            let after = after.next().flatten();
            match came {
                Some(_) => {
                    counts.received += 1;
                    before = *came;
                }
                None if before.is_some() && before == after => counts.lost += 1,
                None => match log.life_at(sent.begun) {
                    None => counts.in_gaps += 1,
                    Some(life) if after == Some(life) || has_to_come(log, life, sent) => {
                        counts.lost += 1;
                    }
                    Some(_) => counts.on_their_way += 1,
                },
            }
        }
    }
}

/// Over which connection the next event after each came that came at all.
fn next_lives(lives: &[Option<usize>]) -> impl Iterator<Item = Option<usize>> {
    let mut next = None;
    let mut all = Vec::with_capacity(lives.len());
    for life in lives.iter().rev() {
        all.push(next);
        next = life.or(next);
    }
    all.into_iter().rev()
}

/// Whether an event that was sent while that connection was announced has to come, if nothing after
/// it does.
fn has_to_come(log: &Log, life: usize, sent: &Sent) -> bool {
    let life = &log.lives[life];
    match life.disconnected {
        None => true,
        Some(_) => life.was_closed && life.struck.is_some() && life.lasted_until(sent.answered),
    }
}
