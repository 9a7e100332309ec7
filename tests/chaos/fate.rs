//! What happens to a connection, as chance decides before it is made.

use std::time::Duration;

use fastrand::Rng;
use opentact_sandbox::Fault;

/// Close codes that mean an outage and no refusal.
const CODES: [u16; 8] = [1000, 1001, 1011, 1012, 1013, 4000, 4400, 4999];

/// What happens to a connection.
pub(crate) struct Fate {
    /// What the answer to the handshake or to the credential meets.
    pub(crate) fault: Option<Fault>,
    pub(crate) end: End,
}

/// How a connection ends.
#[derive(Clone, Copy, Debug)]
pub(crate) enum End {
    /// In the relay, after so many bytes of the sandbox.
    OnTheWay(Sabotage, usize),
    /// By the sandbox, so long after it was announced.
    BySandbox(Blow, Duration),
}

/// What a relay does.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Sabotage {
    /// Ends both sides.
    Cut,
    /// Ends the stream's side without even an end.
    Reset,
    /// Hands nothing on any more, and ends nothing.
    Stall,
    /// Sends what is no frame, between two that are.
    Garbage,
}

/// What the sandbox is told to do.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Blow {
    /// To end this connection.
    One(Option<u16>),
    /// To end all connections.
    All(Option<u16>),
    /// To end the session of the user.
    Expiry,
}

impl Fate {
    /// What happens to the next connection of a stream.
    pub(crate) fn draw(rng: &mut Rng, has_session: bool) -> Self {
        Self {
            fault: (rng.u8(..100) < 8).then(|| fault(rng)),
            end: End::draw(rng, has_session),
        }
    }
}

impl End {
    fn draw(rng: &mut Rng, has_session: bool) -> Self {
        let code = CODES[rng.usize(..CODES.len())];
        // The handshake and the answer to the credential are less than 2,000 bytes.
        let early = rng.u8(..4) == 0;
        let bytes = rng.usize(if early { 0..2_000 } else { 2_000..100_000 });
        let time = Duration::from_millis(rng.u64(if early { 0..20 } else { 20..1_500 }));
        match rng.u8(..100) {
            0..16 => Self::OnTheWay(Sabotage::Cut, bytes),
            16..30 => Self::OnTheWay(Sabotage::Reset, bytes),
            30..44 => Self::OnTheWay(Sabotage::Garbage, bytes),
            44..52 => Self::OnTheWay(Sabotage::Stall, bytes),
            52..70 => Self::BySandbox(Blow::One(None), time),
            70..75 if has_session => Self::BySandbox(Blow::Expiry, time),
            70..96 => Self::BySandbox(Blow::One(Some(code)), time),
            96..98 => Self::BySandbox(Blow::All(None), time),
            _ => Self::BySandbox(Blow::All(Some(code)), time),
        }
    }

    /// How it is called in the report.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::OnTheWay(Sabotage::Cut, _) => "cut on the way",
            Self::OnTheWay(Sabotage::Reset, _) => "reset on the way",
            Self::OnTheWay(Sabotage::Stall, _) => "stalled on the way",
            Self::OnTheWay(Sabotage::Garbage, _) => "given garbage on the way",
            Self::BySandbox(Blow::One(None), _) => "cut by the sandbox",
            Self::BySandbox(Blow::One(Some(_)), _) => "closed by the sandbox",
            Self::BySandbox(Blow::All(None), _) => "all cut by the sandbox",
            Self::BySandbox(Blow::All(Some(_)), _) => "all closed by the sandbox",
            Self::BySandbox(Blow::Expiry, _) => "expired",
        }
    }
}

fn fault(rng: &mut Rng) -> Fault {
    let fault = match rng.u8(..7) {
        0 => Fault::garbage(),
        1 => Fault::close(1013),
        2 => Fault::close_after(),
        3 => Fault::close_midway(),
        4 => Fault::close_before(),
        5 => Fault::status(503),
        _ => Fault::delay(Duration::from_millis(50)),
    };
    fault.on_events().next(1)
}
