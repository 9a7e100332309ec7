//! What is not one YAML document is refused with its line.

use opentact_codegen::Document;
use serde_json::json;

use crate::edit::edited;

#[test]
fn what_json_cannot_express_is_refused_where_it_is() {
    let same = "; leave one of the two out";
    let merge = "a merge key, which JSON has not; write the keys out";
    let rows = [
        (
            "a: 1\nb: [1, 2\nc: 3\n",
            "3:2: illegal placement of ':' indicator; mend the YAML",
        ),
        ("a: 1\n---\nb: 2\n", "1:1: 2 YAML documents; leave one"),
        ("", "1:1: 0 YAML documents; leave one"),
        (
            "a: 1\nb: !thing 2\n",
            "2:4: a tag or alias that JSON has not; write the value out",
        ),
        (
            "a: 1\n[b]: 2\n",
            "2:1: a key has to be a string; put it in quotes",
        ),
        (
            "a: 1\ntrue: 2\n",
            "2:1: a key has to be a string; put it in quotes",
        ),
        (
            "a: 1\nb: .nan\n",
            "2:4: not a number that JSON has; write a finite one",
        ),
        (
            "a: 1\nb: *lost\n",
            "2:4: while parsing node, found unknown anchor; mend the YAML",
        ),
        (
            "a: 1\nb: 2\na: 3\n",
            "3:1: the key reads `a`, like the one at 1:1",
        ),
        (
            "a:\n  b:\n  b: 1\n",
            "3:3: the key reads `b`, like the one at 2:3",
        ),
        (
            "a: [{b: 1, c: {d: 2}, b: 3, b: 4}]\n",
            "1:23: the key reads `b`, like the one at 1:6",
        ),
        (
            "a: &a {b: 1}\nc: {d: *a, e: *a, d: 1}\n",
            "2:19: the key reads `d`, like the one at 2:5",
        ),
        (
            "a:\n  400: 1\n  \"400\": 2\n",
            "3:3: the key reads `400`, like the one at 2:3",
        ),
        (
            "0x190: 1\nb: 2\n400: 3\n",
            "3:1: the key reads `400`, like the one at 1:1",
        ),
        (
            "\"\\u0061\": 1\na: 2\n",
            "2:1: the key reads `a`, like the one at 1:1",
        ),
        ("a: &a {b: 1}\nc:\n  <<: *a\n", merge),
        ("a: &a {b: 1}\nc: [{d: {<<: [*a]}}]\n", merge),
        ("<<: 1\n", merge),
        (
            "a: \"\\ud83d\"\n",
            "1:4: while parsing a quoted scalar, found invalid Unicode character escape code; mend the YAML",
        ),
        (
            "a: \"\\ud83d\\ude00 \\ude00\\ud83d\"\n",
            "1:4: while parsing a quoted scalar, found invalid Unicode character escape code; mend the YAML",
        ),
    ];
    let mut failures = String::new();
    for (text, expected) in rows {
        let expected = match expected {
            text if text.contains("reads") => format!("{text}{same}"),
            text => text.to_owned(),
        };
        let found = Document::parse("small.yaml", text).unwrap_err().to_string();
        if !found.starts_with("small.yaml:") || !found.ends_with(&expected) {
            failures.push_str(&format!(
                "{text:?}\n  expected {expected}\n  found    {found}\n"
            ));
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn what_json_writes_is_read() {
    let rows = [
        (
            r#"{"a":"\ud83d\ude00","b":1}"#,
            json!({ "a": "😀", "b": 1 }),
        ),
        (
            r#"{"\uD83D\uDE00":"\u00e9\\ud83d\\ude00"}"#,
            json!({ "😀": r"é\ud83d\ude00" }),
        ),
        (
            "a: \"\\\\\\ud83d\\ude00\\ud83d\\ude01\"",
            json!({ "a": "\\😀😁" }),
        ),
        (r"a: \ud83d\ude00", json!({ "a": r"\ud83d\ude00" })),
        (r"a: '\ud83d\ude00'", json!({ "a": r"\ud83d\ude00" })),
        (
            "a: |\n  \"\\ud83d\\ude00\"\nb: \"\\ud83d\\ude00\"",
            json!({ "a": "\"\\ud83d\\ude00\"\n", "b": "😀" }),
        ),
        (r#""<<": 1"#, json!({ "<<": 1 })),
    ];
    for (text, expected) in rows {
        let document = Document::parse("small.yaml", text).unwrap();
        assert_eq!(document.value(), &expected, "{text}");
    }
}

#[test]
fn a_status_that_is_there_in_two_spellings_is_refused() {
    let text = edited(&[(
        "        \"401\":\n          $ref: \"#/components/responses/Unauthorized\"\n\n  /rest/thing/all",
        "        400:\n          $ref: \"#/components/responses/Error\"\n\n  /rest/thing/all",
    )]);
    let error = Document::parse("small.yaml", &text).unwrap_err();
    insta::assert_snapshot!(error, @"small.yaml:58:9: the key reads `400`, like the one at 56:9; leave one of the two out");
}

#[test]
fn positions_are_those_of_the_text() {
    let document = Document::parse(
        "small.yaml",
        "a:\n  b:\n    - c\n    - d: 1\ne: [\"\\ud83d\\ude00\\ud83d\\ude00\", f]\n",
    )
    .unwrap();
    for (pointer, position) in [
        ("/a", "1:1"),
        ("/a/b", "2:3"),
        ("/a/b/0", "3:7"),
        ("/a/b/1/d", "4:7"),
        ("/a/b/1/d/lost", "4:7"),
        ("/e/1", "5:33"),
        ("/lost", "1:1"),
    ] {
        assert_eq!(document.place(pointer).1.to_string(), position, "{pointer}");
    }
}
