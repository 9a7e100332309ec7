//! Hears everything that the process says, and looks for secrets in it at once.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::panic::PanicHookInfo;
use std::sync::{LazyLock, Mutex, Once, PoisonError};

use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::fmt::format::FmtSpan;

use crate::forms::forms;
use crate::sieve::Sieve;

/// Where a text was read.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Channel {
    /// `tracing`, from TRACE up, spans included.
    Tracing,
    /// `log`, from TRACE up.
    Log,
    /// The message of a panic.
    Panic,
    /// `Debug`, `{:?}` and `{:#?}`.
    Debug,
    /// `Display`.
    Display,
    /// `Display` and `Debug` of an error's causes.
    Source,
}

/// A secret that was found where none may be.
#[derive(Clone, Debug)]
pub(crate) struct Leak {
    pub(crate) secret: String,
    pub(crate) form: &'static str,
    pub(crate) channel: Channel,
    pub(crate) text: String,
}

#[derive(Default)]
struct Record {
    sieve: Sieve,
    labels: Vec<(String, &'static str)>,
    leaks: Vec<Leak>,
    /// Texts and bytes, by channel.
    read: BTreeMap<Channel, (usize, usize)>,
    /// How often each target of a log spoke.
    targets: BTreeMap<String, usize>,
}

static RECORD: LazyLock<Mutex<Record>> = LazyLock::new(Mutex::default);

fn with<T>(work: impl FnOnce(&mut Record) -> T) -> T {
    work(&mut RECORD.lock().unwrap_or_else(PoisonError::into_inner))
}

/// Begins to listen; once for the process.
pub(crate) fn install() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        tracing_subscriber::fmt()
            .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
            .with_span_events(FmtSpan::FULL)
            .with_ansi(false)
            .with_writer(Ear)
            .init();
        log::set_boxed_logger(Box::new(Ear)).unwrap();
        log::set_max_level(log::LevelFilter::Trace);
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info: &PanicHookInfo<'_>| {
            read(Channel::Panic, &info.to_string());
            before(info);
        }));
    });
}

/// Looks for that secret from now on.
pub(crate) fn plant(name: &str, secret: &str) {
    with(|record| {
        for form in forms(secret) {
            let label = record.labels.len();
            record.labels.push((name.to_owned(), form.name));
            record.sieve.add(label, &form);
        }
    });
}

/// Looks for all secrets in a text.
pub(crate) fn read(channel: Channel, text: &str) {
    with(|record| {
        let tally = record.read.entry(channel).or_default();
        *tally = (tally.0 + 1, tally.1 + text.len());
        let found = record.sieve.finds(text.as_bytes());
        // A form is found once for each of its pieces.
        let labels: BTreeSet<usize> = found.into_iter().map(|find| find.label).collect();
        for label in labels {
            let (secret, form) = record.labels[label].clone();
            let text = text.to_owned();
            record.leaks.push(Leak {
                secret,
                form,
                channel,
                text,
            });
        }
    });
}

/// What was found of the secrets whose names begin like that.
pub(crate) fn leaks(prefix: &str) -> Vec<Leak> {
    with(|record| {
        let leaks = record.leaks.iter();
        leaks
            .filter(|leak| leak.secret.starts_with(prefix))
            .cloned()
            .collect()
    })
}

/// How often a target of `tracing` or `log` spoke whose name begins like that.
pub(crate) fn heard(target: &str) -> usize {
    with(|record| {
        let targets = record.targets.iter();
        targets
            .filter(|(name, _)| name.starts_with(target))
            .map(|(_, count)| count)
            .sum()
    })
}

/// How much was looked for, and in how much.
pub(crate) fn tally() -> String {
    with(|record| {
        format!(
            "{} forms of secrets; texts and bytes: {:?}",
            record.labels.len(),
            record.read
        )
    })
}

fn spoke(target: &str) {
    with(|record| *record.targets.entry(target.to_owned()).or_default() += 1);
}

struct Ear;

impl<'a> MakeWriter<'a> for Ear {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        Self
    }

    fn make_writer_for(&'a self, meta: &tracing::Metadata<'_>) -> Self {
        spoke(meta.target());
        Self
    }
}

impl Write for Ear {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        read(Channel::Tracing, &String::from_utf8_lossy(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl log::Log for Ear {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        spoke(record.target());
        read(
            Channel::Log,
            &format!("{} {}", record.target(), record.args()),
        );
    }

    fn flush(&self) {}
}
