//! A contract in several files: the same code as in one, and messages that name the file.

use std::collections::BTreeMap;
use std::io;

use opentact_codegen::{Document, Error, generate, generate_from, lint};
use serde_json::{Value, json};

use crate::edit::SMALL;

/// The files of a contract, by name.
struct Files(BTreeMap<String, String>);

impl Files {
    /// The small contract, with one path and one component in files of their own.
    fn split() -> Self {
        let document = Document::parse("small.yaml", SMALL).unwrap();
        let mut root = document.value().clone();
        let mut take = |pointer: &str, reference: &str| {
            let reference = json!({ "$ref": reference });
            let part = std::mem::replace(root.pointer_mut(pointer).unwrap(), reference);
            let text = part.to_string();
            text.replace("\"#/components", "\"../small.yaml#/components")
        };
        let path = take("/paths/~1rest~1thing", "paths/things.yaml#/thing");
        let schema = take("/components/schemas/Thing", "./schemas/things.yaml#/Thing");
        // A part may name another one where it stands.
        let path = path.replace(
            "../small.yaml#/components/schemas/Thing\"",
            "../schemas/things.yaml#/Thing\"",
        );
        assert!(path.contains("../schemas/things.yaml"), "{path}");
        Self(BTreeMap::from([
            ("api/small.yaml".to_owned(), root.to_string()),
            (
                "api/paths/things.yaml".to_owned(),
                format!("# Things.\nthing:\n  {path}\n"),
            ),
            (
                "api/schemas/things.yaml".to_owned(),
                format!("Thing: {schema}\n"),
            ),
        ]))
    }

    fn edit(mut self, name: &str, from: &str, to: &str) -> Self {
        let text = self.0.get_mut(name).unwrap();
        assert!(text.contains(from), "{from} in {text}");
        *text = text.replacen(from, to, 1);
        self
    }

    fn load(&self) -> Result<Document, Error> {
        Document::load("api/small.yaml", &|name| {
            let text = self.0.get(name).cloned();
            text.ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))
        })
    }
}

#[test]
fn several_files_are_the_code_of_one() {
    let document = Files::split().load().unwrap();
    let names = [
        "api/small.yaml",
        "api/paths/things.yaml",
        "api/schemas/things.yaml",
    ];
    let mut files = document.files().to_vec();
    files.sort();
    let mut expected = names.map(str::to_owned).to_vec();
    expected.sort();
    assert_eq!((document.origin(), files), (names[0], expected));
    let one = Document::parse("small.yaml", SMALL).unwrap();
    assert_eq!(document.value(), one.value());
    let code = generate("small.yaml", SMALL).unwrap();
    assert_eq!(generate_from(&document).unwrap(), code);
}

#[test]
fn a_finding_names_the_file_and_the_place_in_it() {
    let files = Files::split().edit(
        "api/paths/things.yaml",
        "\"operationId\":\"createThing\"",
        "\"operationId\":\"create Thing\"",
    );
    let findings = lint(&files.load().unwrap());
    let shown: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert!(
        shown
            .iter()
            .any(|it| it.starts_with("api/paths/things.yaml:3:")),
        "{shown:?}"
    );
}

#[test]
fn a_finding_about_a_template_names_the_root() {
    let files = Files::split().edit("api/small.yaml", "/rest/thing\"", "/rest/thing/\"");
    let findings = lint(&files.load().unwrap());
    let [finding] = findings.as_slice() else {
        panic!("{findings:?}");
    };
    let found = (finding.rule, finding.origin.as_str());
    assert_eq!(found, ("path-end", "api/small.yaml"));
}

#[test]
fn what_cannot_be_joined_is_refused_where_it_is_named() {
    let (root, path) = ("api/small.yaml", "api/paths/things.yaml");
    for (name, from, to, expected) in [
        (
            root,
            "paths/things.yaml",
            "paths/thing.yaml",
            "api/small.yaml:1:",
        ),
        (root, "#/thing\"", "#/things\"", "leads to nothing"),
        (
            path,
            "../schemas/things.yaml#/Thing",
            "../schemas/things.yaml#/Thing/properties/name",
            "is no component; give it a name under the root's `components`",
        ),
        (
            path,
            "../schemas/things.yaml#/Thing",
            "../schemas/lost.yaml#/Thing",
            "`api/schemas/lost.yaml` cannot be read",
        ),
        (path, "# Things.\n", "thing: [\n", "api/paths/things.yaml:"),
        (
            path,
            "# Things.\n",
            "lost: {}\n",
            "api/paths/things.yaml:1:1: neither a path nor a component of the root refers to this",
        ),
    ] {
        let refused = Files::split().edit(name, from, to).load().unwrap_err();
        assert!(refused.to_string().contains(expected), "{refused}");
    }
    let twice = Files::split().edit(root, "paths/things.yaml#/thing", "paths/more.yaml#/thing");
    let more = json!({ "thing": { "$ref": "things.yaml#/thing" } });
    let Files(mut files) = twice;
    files.insert("api/paths/more.yaml".to_owned(), Value::to_string(&more));
    let refused = Files(files).load().unwrap_err().to_string();
    assert!(refused.contains("a reference to a reference"), "{refused}");
}
