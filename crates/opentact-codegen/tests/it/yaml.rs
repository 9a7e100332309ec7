//! What is not one YAML document is refused with its line.

use opentact_codegen::{Document, Error, generate};

#[test]
fn what_is_not_yaml_is_refused_with_its_line() {
    let rows = [
        ("a: 1\nb: [1, 2\nc: 3\n", 3, "':'"),
        ("a: 1\nb: 2\na: 3\n", 3, "duplicated key"),
        ("a:\n  b: 1\n  b: 2\n", 3, "duplicated key"),
        ("a: 1\n---\nb: 2\n", 1, "found 2"),
        ("", 1, "found 0"),
        ("a: 1\nb: !thing 2\n", 2, "tag"),
        ("a: 1\n[b]: 2\n", 2, "string"),
        ("a: 1\nb: .nan\n", 2, "JSON"),
        ("a: 1\nb: *lost\n", 2, ""),
    ];
    for (text, line, part) in rows {
        match Document::parse("small.yaml", text) {
            Err(Error::Yaml {
                position, message, ..
            }) => {
                assert_eq!(position.line, line, "{text:?}: {message}");
                assert!(message.contains(part), "{text:?}: {message}");
            }
            other => panic!("{text:?}: {other:?}"),
        }
    }
}

#[test]
fn the_message_names_file_line_and_remedy() {
    let error = generate("openapi/opentact.yaml", "a: 1\na: 2\n").unwrap_err();
    insta::assert_snapshot!(error, @"openapi/opentact.yaml:2:1: duplicated key in mapping; mend the YAML");
}

#[test]
fn positions_are_those_of_the_text() {
    let document = Document::parse("small.yaml", "a:\n  b:\n    - c\n    - d: 1\n").unwrap();
    for (pointer, position) in [
        ("/a", "1:1"),
        ("/a/b", "2:3"),
        ("/a/b/0", "3:7"),
        ("/a/b/1/d", "4:7"),
        ("/a/b/1/d/lost", "4:7"),
        ("/lost", "1:1"),
    ] {
        assert_eq!(
            document.position(pointer).to_string(),
            position,
            "{pointer}"
        );
    }
}
