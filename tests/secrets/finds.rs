//! The suite finds: a secret that is leaked on purpose is seen in every channel and in every form.

use crate::forms::forms;
use crate::recorder::{self, Channel};
use crate::watch::Watch;

#[test]
fn a_leak_is_found_in_every_channel() {
    let watch = Watch::new("decoy");
    let secret = watch.token("leaked on purpose");
    #[derive(Debug, thiserror::Error)]
    #[error("nothing to see")]
    struct Outer(#[source] Inner);
    #[derive(thiserror::Error)]
    #[error("{0}")]
    struct Inner(String);
    impl std::fmt::Debug for Inner {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("Inner")
        }
    }
    tracing::trace!(decoy = %secret, "as planned");
    log::trace!("as planned: {secret}");
    let panicked = std::panic::catch_unwind(|| panic!("as planned: {secret}"));
    assert!(panicked.is_err());
    watch.debug(&secret);
    watch.show(&format_args!("{secret}"));
    watch.error(&Outer(Inner(secret)));

    let leaks = watch.leaks();
    for channel in [
        Channel::Tracing,
        Channel::Log,
        Channel::Panic,
        Channel::Debug,
        Channel::Display,
        Channel::Source,
    ] {
        assert!(
            leaks.iter().any(|leak| leak.channel == channel),
            "nothing in {channel:?}"
        );
    }
}

#[test]
fn a_leak_is_found_in_a_span() {
    let watch = Watch::new("decoy span");
    let secret = watch.token("leaked on purpose");
    let _span = tracing::trace_span!("decoy", %secret).entered();
    assert!(!watch.leaks().is_empty());
}

#[test]
fn a_leak_is_found_in_every_form_whole_and_cut() {
    let watch = Watch::new("decoy forms");
    for secret in [watch.password("a password"), watch.token("a token")] {
        for form in forms(&secret) {
            let cut = &form.text.as_bytes()[3..form.width + 3];
            let texts = [
                form.text.clone(),
                form.text.to_uppercase(),
                form.text.to_lowercase(),
                format!("ordinary words before {} and behind", form.text),
                String::from_utf8_lossy(cut).into_owned(),
            ];
            for text in texts {
                // A cut through a letter of several bytes leaves no letter.
                if text.contains('\u{fffd}') {
                    continue;
                }
                let before = watch.leaks().len();
                recorder::read(Channel::Display, &format!("{text} ({})", form.name));
                assert!(watch.leaks().len() > before, "{}: {text}", form.name);
            }
        }
    }
}

#[test]
fn base64_is_found_at_every_alignment() {
    use base64::Engine;
    use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD};
    let watch = Watch::new("decoy base64");
    let secret = watch.password("a password");
    for before in ["", "m", "me", "me@example.com:", "you@example.com:"] {
        for engine in [STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD] {
            let seen = watch.leaks().len();
            let text = engine.encode(format!("{before}{secret}{before}"));
            recorder::read(Channel::Display, &format!("{text} {seen}"));
            assert!(watch.leaks().len() > seen, "behind {before:?}");
        }
    }
}

#[test]
fn ordinary_text_is_no_leak() {
    let watch = Watch::new("no decoy");
    let secret = watch.password("not shown");
    recorder::read(Channel::Display, include_str!("../../README.md"));
    let too_little: String = secret.chars().filter(char::is_ascii).take(8).collect();
    recorder::read(Channel::Display, &too_little);
    watch.assert_clean();
}
