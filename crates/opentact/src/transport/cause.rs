//! The causes of an error, without the secrets that a peer put into them.

use std::error::Error;

use opentact_client::REDACTED;

use crate::redaction::Redaction;

/// A cause whose words were changed.
#[derive(Debug, thiserror::Error)]
#[error("{text}")]
pub(crate) struct CleanCause {
    text: String,
    source: Option<Box<Self>>,
}

/// The causes with the secrets blotted out, or `None` when there are none in them.
///
/// HTTP/2 lets a server say in words why it ends a connection, and the HTTP library repeats them.
pub(crate) fn without_secrets(
    cause: &(dyn Error + 'static),
    redaction: &Redaction,
) -> Option<CleanCause> {
    let causes = || std::iter::successors(Some(cause), |cause| Error::source(*cause));
    let is_clean = |cause: &dyn Error| {
        [cause.to_string(), format!("{cause:?}")]
            .iter()
            .all(|text| redaction.text(text) == *text)
    };
    if causes().all(is_clean) {
        return None;
    }
    let mut texts: Vec<String> = causes()
        .map(|cause| {
            let text = cause.to_string();
            // Part of it may be in a form that nobody thought of.
            let keeps = redaction.text(&text) == text;
            if keeps { text } else { REDACTED.to_owned() }
        })
        .collect();
    let last = texts.pop()?;
    let last = CleanCause {
        text: last,
        source: None,
    };
    Some(
        texts
            .into_iter()
            .rev()
            .fold(last, |source, text| CleanCause {
                text,
                source: Some(Box::new(source)),
            }),
    )
}

#[cfg(test)]
mod tests {
    use opentact_client::Secret;

    use super::*;

    #[derive(Debug, thiserror::Error)]
    #[error("the connection ended")]
    struct Ended(#[source] std::io::Error);

    #[test]
    fn a_secret_in_a_cause_goes_and_the_rest_stays() {
        let mut redaction = Redaction::default();
        redaction.add(&Secret::new("planted-4711"));
        let clean = Ended(std::io::Error::other("bye"));
        assert!(without_secrets(&clean, &redaction).is_none());
        let dirty = Ended(std::io::Error::other("bye, planted-4711"));
        let cleaned = without_secrets(&dirty, &redaction).unwrap();
        assert_eq!(cleaned.to_string(), "the connection ended");
        assert_eq!(cleaned.source().unwrap().to_string(), "[redacted]");
        assert!(!format!("{cleaned:?}").contains("planted"));
    }
}
