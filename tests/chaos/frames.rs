//! Where one frame of a server ends and the next begins.

const END_OF_HEAD: &[u8] = b"\r\n\r\n";

/// Reads what a server sends, byte by byte, from its answer to the handshake on.
pub(crate) enum Frames {
    /// In the answer to the handshake; so much of its end was read.
    Head(usize),
    /// In the header of a frame, of which this was read; nothing between two frames.
    Header(Vec<u8>),
    /// So many bytes before the end of a frame.
    Payload(u64),
}

impl Frames {
    pub(crate) const fn new() -> Self {
        Self::Head(0)
    }

    /// Reads a piece, or up to the first place between two frames that is not before `from`.
    pub(crate) fn read_up_to(&mut self, piece: &[u8], from: usize) -> Option<usize> {
        for (place, byte) in piece.iter().enumerate() {
            if place >= from && matches!(self, Self::Header(header) if header.is_empty()) {
                return Some(place);
            }
            self.read(*byte);
        }
        None
    }

    fn read(&mut self, byte: u8) {
        match self {
            Self::Head(read) => {
                let goes_on = byte == END_OF_HEAD[*read];
                *read = if goes_on {
                    *read + 1
                } else {
                    usize::from(byte == END_OF_HEAD[0])
                };
                if *read == END_OF_HEAD.len() {
                    *self = Self::Header(Vec::new());
                }
            }
            Self::Header(header) => {
                header.push(byte);
                if let Some(length) = length(header) {
                    *self = Self::payload(length);
                }
            }
            Self::Payload(left) => *self = Self::payload(*left - 1),
        }
    }

    const fn payload(left: u64) -> Self {
        if left == 0 {
            Self::Header(Vec::new())
        } else {
            Self::Payload(left)
        }
    }
}

/// How long the payload is, once the header is whole. A server does not mask.
fn length(header: &[u8]) -> Option<u64> {
    let (short, rest) = (*header.get(1)?, header.get(2..)?);
    match short {
        126 => Some(u16::from_be_bytes(rest.try_into().ok()?).into()),
        127 => Some(u64::from_be_bytes(rest.try_into().ok()?)),
        short => Some(short.into()),
    }
}
