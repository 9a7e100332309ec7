//! Looks for many secrets in many forms at once, without having them in memory.

use std::collections::HashMap;

use crate::forms::{Form, MIDDLE, NARROW, WIDE};

/// The fingerprints of every piece of every form, by the length of the piece.
#[derive(Default)]
pub(crate) struct Sieve([Layer; 3]);

/// What was looked for and where it was found.
pub(crate) struct Find {
    pub(crate) label: usize,
    pub(crate) position: usize,
}

struct Layer {
    width: usize,
    prints: HashMap<u64, usize>,
    /// A bit for each possible end of a fingerprint, to be done quickly with what is no find.
    quick: Vec<u64>,
}

impl Default for Layer {
    fn default() -> Self {
        Self {
            width: 0,
            prints: HashMap::new(),
            quick: vec![0; 1 << 10],
        }
    }
}

impl Sieve {
    /// Adds a form of a secret under a label.
    pub(crate) fn add(&mut self, label: usize, form: &Form) {
        for print in fingerprints(form) {
            self.add_print(label, form.width, print);
        }
    }

    /// Adds the fingerprint of a piece of that length.
    pub(crate) fn add_print(&mut self, label: usize, width: usize, print: u64) {
        let layer = &mut self.0[[NARROW, MIDDLE, WIDE]
            .iter()
            .position(|it| *it == width)
            .unwrap()];
        layer.width = width;
        layer.prints.entry(print).or_insert(label);
        let (word, bit) = quick(print);
        layer.quick[word] |= bit;
    }

    /// The pieces in some bytes.
    pub(crate) fn finds(&self, bytes: &[u8]) -> Vec<Find> {
        let mut found = Vec::new();
        for layer in self.0.iter().filter(|layer| layer.width > 0) {
            roll(bytes, layer.width, |position, print| {
                let (word, bit) = quick(print);
                if layer.quick[word] & bit != 0
                    && let Some(label) = layer.prints.get(&print)
                {
                    found.push(Find {
                        label: *label,
                        position,
                    });
                }
            });
        }
        found
    }
}

/// The fingerprints of the pieces of a form.
pub(crate) fn fingerprints(form: &Form) -> Vec<u64> {
    let mut prints = Vec::new();
    roll(form.text.as_bytes(), form.width, |_, print| {
        prints.push(print)
    });
    prints
}

fn quick(print: u64) -> (usize, u64) {
    let hash = usize::try_from(print >> 48).unwrap();
    (hash >> 6, 1 << (hash & 63))
}

const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

/// Gives the fingerprint of every piece of that length, in lower case, and where it begins.
fn roll(bytes: &[u8], width: usize, mut each: impl FnMut(usize, u64)) {
    let mut gone = 1_u64;
    for _ in 0..width {
        gone = gone.wrapping_mul(BASE);
    }
    let mut print = 0_u64;
    let mut index = 0;
    // No iterator adapters: this loop runs for every byte of every log, and unoptimised.
    while index < bytes.len() {
        print = print
            .wrapping_mul(BASE)
            .wrapping_add(u64::from(bytes[index].to_ascii_lowercase()) + 1);
        if index >= width {
            let left = u64::from(bytes[index - width].to_ascii_lowercase()) + 1;
            print = print.wrapping_sub(left.wrapping_mul(gone));
        }
        index += 1;
        if index >= width {
            each(index - width, print);
        }
    }
}
