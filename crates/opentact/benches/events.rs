//! Events decoded in a second, beside `serde_json::Value` over the same bytes in the same run.
//!
//! `cargo xtask bench events` runs it and keeps its table. The three ways take turns, so that a busy
//! machine slows all of them; the median of the rounds counts. It fails where all frames together stay
//! below the promised ratio.

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark talks to a person"
)]

use std::hint::black_box;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use opentact::events::Event;
use serde_json::Value;

/// What is promised: so many times the rate of `Value`, with the payload read.
const PROMISED: f64 = 1.5;
const ROUNDS: usize = 41;
const ROUND: Duration = Duration::from_millis(20);

fn main() -> ExitCode {
    let frames = frames();
    println!(
        "| frame | bytes | `Value` a second | `Event` a second | times | read a second | times |"
    );
    println!("| --- | --- | --- | --- | --- | --- | --- |");
    for (name, text) in &frames {
        compare(name, &[text]);
    }
    let texts: Vec<&String> = frames.iter().map(|(_, text)| text).collect();
    let all = compare("all in turn", &texts);
    println!("\nPromised are {PROMISED} times, read, over all of them.");
    if all >= PROMISED {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// The published events without the white space that no server sends.
fn frames() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/events");
    let files = std::fs::read_dir(folder).unwrap();
    let mut frames: Vec<_> = files
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|it| it == "json"))
        .map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            let frame = std::fs::read_to_string(path).unwrap();
            let mut inside = false;
            let mut escaped = false;
            let compact = frame.chars().filter(|letter| {
                inside ^= *letter == '"' && !escaped;
                escaped = *letter == '\\' && !escaped;
                inside || !letter.is_whitespace()
            });
            (name, compact.collect())
        })
        .collect();
    frames.sort();
    frames
}

/// Prints the rates, and gives the ratio of the event with its payload to `Value`.
fn compare(name: &str, frames: &[&String]) -> f64 {
    let ways: [fn(&str); 3] = [
        |text| {
            black_box(serde_json::from_str::<Value>(black_box(text)).unwrap());
        },
        |text| {
            black_box(Event::from_json(black_box(text)).unwrap());
        },
        |text| {
            let event = Event::from_json(black_box(text)).unwrap();
            black_box((event.payload(), event.ref_id(), event.created_on()));
            black_box((event.uuid(), event.timestamp(), event.message()));
        },
    ];
    let mut rates = [const { Vec::new() }; 3];
    for _ in 0..ROUNDS {
        for (way, rates) in ways.iter().zip(&mut rates) {
            rates.push(rate(*way, frames));
        }
    }
    let [value, event, read] = rates.map(median);
    let bytes: usize = frames.iter().map(|it| it.len()).sum();
    let (plain, whole) = (event / value, read / value);
    println!(
        "| {name} | {bytes} | {value:.0} | {event:.0} | **{plain:.2}** | {read:.0} | **{whole:.2}** |"
    );
    whole
}

/// Frames a second in one round.
fn rate(way: fn(&str), frames: &[&String]) -> f64 {
    let start = Instant::now();
    let mut count = 0.0;
    while start.elapsed() < ROUND {
        for frame in frames {
            way(frame);
            count += 1.0;
        }
    }
    count / start.elapsed().as_secs_f64()
}

fn median(mut rates: Vec<f64>) -> f64 {
    rates.sort_by(f64::total_cmp);
    rates[rates.len() / 2]
}
