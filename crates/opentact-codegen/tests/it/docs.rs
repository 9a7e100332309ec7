//! Whatever a description says, rustdoc takes no part of it for code, a link to an item, or a tag.

use opentact_codegen::generate;
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, ExprLit, Lit, Meta};

use crate::edit::edited;

/// Markdown in the contract, and what of it stands in the documentation.
const ROWS: [(&str, &str); 23] = [
    ("~~~`rust\na\n~~~", "~~~text\na\n~~~"),
    (">  \t  a\n", ">```text\n>a\n>```\n"),
    ("http://_https://a.b", "<http://_https://a.b>"),
    (
        "Code:\n\n    let a = 1;\n\n      b();\n\nEnd",
        "Code:\n\n```text\nlet a = 1;\n\n  b();\n```\n\nEnd",
    ),
    ("    panic!()", "```text\npanic!()\n```"),
    ("\tpanic!()\n", "```text\npanic!()\n```\n"),
    (
        "- a\n\n      ```\n      b\n",
        "- a\n\n  ````text\n  ```\n  b\n  ````\n",
    ),
    ("> a\n>\n>     b", "> a\n>\n> ```text\n> b\n> ```"),
    ("1.     a", "1. ```text\n   a\n   ```"),
    ("```\npanic!()\n```", "```text\npanic!()\n```"),
    ("- ~~~~rust,no_run\n  a\n  ~~~~", "- ~~~~text\n  a\n  ~~~~"),
    (
        "``` {.json}\n<a> [b] https://c.d\n",
        "```text\n<a> [b] https://c.d\n",
    ),
    (
        "At https://a.b/c_d?e=f&g=1. (Or http://h.i/j).",
        "At <https://a.b/c_d?e=f&g=1>. (Or <http://h.i/j>).",
    ),
    (
        "**https://a.b** and `https://a.b` and <https://a.b>",
        "**<https://a.b>** and `https://a.b` and <https://a.b>",
    ),
    (
        "[https://a.b](https://a.b) http:// https",
        "[https://a.b](https://a.b) http:// https",
    ),
    (
        "One [word], [two][words], [three][], [x](crate::X), [y](y.md)",
        "One \\[word], \\[two]\\[words], \\[three][], \\[x](crate::X), \\[y](y.md)",
    ),
    (
        "[`a`] <std::vec::Vec> [b] `[c]`\n\n[b]: Option",
        "\\[`a`] \\<std::vec::Vec> \\[b] `[c]`\n\n\\[b]: Option",
    ),
    (
        "[a](https://b.c) [d](#e) <f@g.h>\n- [ ] i\n",
        "[a](https://b.c) [d](#e) <f@g.h>\n- [ ] i\n",
    ),
    (
        "A Vec<String> of Option<Vec<T>>, `Vec<T>`, a < b",
        "A Vec\\<String> of Option<Vec\\<T>>, `Vec<T>`, a < b",
    ),
    (
        "<div>\n[a] https://b.c\n</div>\n\n<!-- d -->",
        "\\<div>\n\\[a] <https://b.c>\n\\</div>\n\n\\<!-- d -->",
    ),
    (
        "<script>\n\n    a()\n</script>",
        "\\<script>\n\n```text\na()\n```\n\\</script>",
    ),
    (
        "| a | b |\n|---|---|\n| Vec<T> | https://a.b |",
        "| a | b |\n|---|---|\n| Vec\\<T> | <https://a.b> |",
    ),
    (
        "It's *plain* \\[text] -- \"so\" & `more`.\n\n* a\n* b\n",
        "It's *plain* \\[text] -- \"so\" & `more`.\n\n* a\n* b\n",
    ),
];

/// Collects the documentation, an attribute at a time.
struct Docs(Vec<String>);

impl<'a> Visit<'a> for Docs {
    fn visit_attribute(&mut self, attribute: &'a Attribute) {
        if let Meta::NameValue(meta) = &attribute.meta
            && meta.path.is_ident("doc")
            && let Expr::Lit(ExprLit {
                lit: Lit::Str(text),
                ..
            }) = &meta.value
        {
            self.0.push(text.value());
        }
        visit::visit_attribute(self, attribute);
    }
}

fn docs(edits: &[(&str, &str)]) -> Vec<String> {
    let file = syn::parse_file(&generate("small.yaml", &edited(edits)).unwrap()).unwrap();
    let mut docs = Docs(Vec::new());
    docs.visit_file(&file);
    docs.0
}

#[test]
fn no_description_becomes_code_a_link_or_a_tag() {
    let mut failures = String::new();
    for (text, expected) in ROWS {
        // A string of JSON is one of YAML.
        let json = serde_json::Value::from(text).to_string();
        let field = format!("          description: {json}\n");
        let found = docs(&[("          description: For people.\n", &field)]);
        if !found.iter().any(|doc| doc == expected) {
            failures.push_str(&format!(
                "{text:?}\n  expected {expected:?}\n  found {found:#?}\n"
            ));
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn every_text_that_becomes_documentation_is_escaped() {
    let trap = "[trap] Trap<T> https://trap.example";
    let escaped = "\\[trap] Trap\\<T> <https://trap.example>";
    for (place, from, to) in [
        (
            "the client",
            "  title: Things\n",
            "  title: Things\n  description: TRAP\n",
        ),
        ("a server", "description: Production", "description: TRAP"),
        ("a summary", "summary: Get a thing", "summary: TRAP"),
        (
            "an operation",
            "summary: Get a thing",
            "summary: Get a thing\n      description: TRAP",
        ),
        (
            "a parameter",
            "        - name: verbose\n",
            "        - name: verbose\n          description: TRAP\n",
        ),
        (
            "a scheme",
            "description: Name and password.",
            "description: TRAP",
        ),
        ("a schema", "description: A thing.", "description: TRAP"),
        (
            "a property",
            "description: Its name.\n        kind",
            "description: TRAP\n        kind",
        ),
        (
            "a property that may be null",
            "description: Another name.",
            "description: TRAP",
        ),
        (
            "an open enumeration",
            "description: The kind of a thing.",
            "description: TRAP",
        ),
        (
            "alternatives",
            "description: A measure, as text or as a number.",
            "description: TRAP",
        ),
    ] {
        let docs = docs(&[(from, &to.replace("TRAP", &format!("{trap:?}")))]).join("\n");
        assert!(docs.contains(escaped), "{place}: {docs}");
        assert!(!docs.contains(trap), "{place}: {docs}");
    }
}
