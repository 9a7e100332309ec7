//! Edits of words.

use super::edit::{Row, check};
use crate::diff::change::Severity::Patch;

#[test]
fn words_ask_for_nothing() {
    let get = "getThing (GET /things/{id})";
    let rows: [Row<'_>; 10] = [
        (
            "title",
            &[("title: Things", "title: Stuff")],
            &[("documentation", "info")],
        ),
        (
            "contract",
            &[("A contract to try edits on.", "For edits.")],
            &[("documentation", "info")],
        ),
        (
            "summary",
            &[("summary: Show a thing", "summary: Show one")],
            &[("documentation", get)],
        ),
        (
            "answer",
            &[("description: No such thing.", "description: None.")],
            &[("documentation", get)],
        ),
        (
            "property",
            &[("description: Its name.", "description: A name.")],
            &[("documentation", "Thing")],
        ),
        (
            "beside a reference",
            &[("          description: Its label.\n", "")],
            &[("documentation", "Thing")],
        ),
        (
            "scheme",
            &[("description: A token.", "description: One.")],
            &[("documentation", "bearer")],
        ),
        (
            "header",
            &[("description: What to send.", "description: Send.")],
            &[("documentation", "WWW-Authenticate")],
        ),
        (
            "example",
            &[("name: one", "name: three")],
            &[("documentation", "newThing")],
        ),
        (
            "extension",
            &[("title: Things", "title: Things\n  x-logo: none")],
            &[("extension-changed", "info")],
        ),
    ];
    for (name, edits, expected) in rows {
        check(name, edits, Patch, expected);
    }
}
