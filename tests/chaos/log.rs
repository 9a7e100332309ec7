//! What a stream has told.

/// What a stream has told.
#[derive(Default)]
pub(crate) struct Log {
    /// Its connections in order.
    pub(crate) lives: Vec<Life>,
    /// Its events in order.
    pub(crate) events: Vec<Heard>,
    /// How many attempts it said to have failed.
    pub(crate) failed_attempts: u64,
    /// How many connections or ends it announced out of turn, and other things nobody had sent.
    pub(crate) out_of_turn: Vec<String>,
}

/// A connection from its announcement to that of its end.
#[derive(Default)]
pub(crate) struct Life {
    pub(crate) connected: u64,
    /// When the first thing was done by which it may have ended.
    pub(crate) struck: Option<u64>,
    pub(crate) disconnected: Option<u64>,
    /// Whether the sandbox said that this was the end, so that everything before has come.
    pub(crate) was_closed: bool,
}

/// An event that came.
pub(crate) struct Heard {
    pub(crate) sender: usize,
    pub(crate) number: usize,
    /// The number of the connection over which it came.
    pub(crate) life: usize,
}

impl Log {
    /// The number of the connection that was announced at that moment.
    pub(crate) fn life_at(&self, moment: u64) -> Option<usize> {
        let begun = self.lives.partition_point(|it| it.connected < moment);
        let life = begun.checked_sub(1)?;
        let has_ended = self.lives[life].disconnected.is_some_and(|it| it < moment);
        (!has_ended).then_some(life)
    }
}

impl Life {
    /// Whether it is known to have gone on at that moment, whatever the stream knew.
    pub(crate) fn lasted_until(&self, moment: u64) -> bool {
        match (self.struck, self.disconnected) {
            (Some(struck), _) => moment < struck,
            (None, disconnected) => disconnected.is_none(),
        }
    }
}
