//! What ARCHITECTURE.md and CONTRIBUTING.md claim about the source, held against the source.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use syn::visit::{self, Visit};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap()
        .to_owned()
}

/// The Rust files that are tracked or about to be, without generated ones.
fn sources() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = ["crates", "tests", "xtask"]
        .map(|name| root().join(name))
        .to_vec();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let is_left_out = ["target", "generated"].iter().any(|it| path.ends_with(it));
            if path.is_dir() && !is_left_out {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs")
                && !path.ends_with("generated.rs")
            {
                found.push(path);
            }
        }
    }
    assert!(found.len() > 50);
    found
}

#[test]
fn every_file_says_first_what_it_is() {
    for path in sources() {
        let text = std::fs::read_to_string(&path).unwrap();
        let first = text.lines().next().unwrap_or("");
        assert!(
            first.starts_with("//! "),
            "{} begins with {first:?}",
            path.display()
        );
    }
}

#[test]
fn no_file_is_a_bag() {
    for path in sources()
        .into_iter()
        .filter(|path| path.components().any(|part| part.as_os_str() == "src"))
    {
        let stem = path.file_stem().unwrap().to_str().unwrap();
        assert!(
            !["types", "utils", "common", "helpers"].contains(&stem),
            "{}",
            path.display()
        );
        let text = std::fs::read_to_string(&path).unwrap();
        let lines = text
            .lines()
            .take_while(|line| !line.starts_with("#[cfg(test)]"))
            .count();
        assert!(lines <= 400, "{} has {lines} lines", path.display());
    }
}

#[test]
fn arrows_between_crates_point_one_way() {
    let metadata = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--no-deps",
            "--offline",
            "--format-version",
            "1",
        ])
        .current_dir(root())
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&metadata.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let ours: BTreeSet<&str> = packages
        .iter()
        .filter_map(|it| it["name"].as_str())
        .collect();
    let mut arrows = BTreeSet::new();
    for package in packages {
        for dependency in package["dependencies"].as_array().unwrap() {
            let name = dependency["name"].as_str().unwrap();
            if ours.contains(name) {
                let kind = dependency["kind"].as_str().unwrap_or("normal");
                arrows.insert(format!(
                    "{} -> {name} ({kind})",
                    package["name"].as_str().unwrap()
                ));
                let by_path_alone = dependency["req"] == "*";
                assert_eq!(
                    by_path_alone,
                    kind == "dev",
                    "a development arrow has no version, or publishing breaks"
                );
            }
        }
    }
    let expected = [
        "opentact -> opentact-client (normal)",
        "opentact -> opentact-sandbox (dev)",
        "opentact-client -> opentact-codegen (build)",
        "opentact-sandbox -> opentact-client (normal)",
        "opentact-sandbox -> opentact-referee (dev)",
        "opentact-session-stores -> opentact (normal)",
        "opentact-tests -> opentact (normal)",
        "opentact-tests -> opentact-client (normal)",
        "opentact-tests -> opentact-codegen (normal)",
        "opentact-tests -> opentact-referee (normal)",
        "opentact-tests -> opentact-sandbox (normal)",
        "opentact-tests -> opentact-session-stores (normal)",
        "xtask -> opentact-codegen (normal)",
    ];
    assert_eq!(arrows.into_iter().collect::<Vec<_>>(), expected);
}

/// Collects public signatures that name a type of a dependency which the SDK hides.
#[derive(Default)]
struct Leaks {
    found: Vec<String>,
}

impl Leaks {
    fn look(&mut self, visibility: &syn::Visibility, tokens: impl quote::ToTokens) {
        if !matches!(visibility, syn::Visibility::Public(_)) {
            return;
        }
        let text = tokens.to_token_stream().to_string();
        for hidden in [
            "reqwest",
            "progenitor_client",
            "hyper",
            "redis ::",
            "ResponseValue",
        ] {
            if text.contains(hidden) {
                self.found.push(text.clone());
            }
        }
    }
}

impl<'ast> Visit<'ast> for Leaks {
    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.look(&item.vis, &item.sig);
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.look(&item.vis, &item.sig);
    }

    fn visit_field(&mut self, field: &'ast syn::Field) {
        self.look(&field.vis, &field.ty);
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.look(&item.vis, &item.tree);
    }

    fn visit_item_type(&mut self, item: &'ast syn::ItemType) {
        self.look(&item.vis, &item.ty);
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        // `impl From<reqwest::Error> for Error` would be a promise as well.
        if let Some((path, _)) = &item.trait_ {
            let public = syn::Visibility::Public(<syn::Token![pub]>::default());
            self.look(&public, path);
        }
        visit::visit_item_impl(self, item);
    }
}

#[test]
fn the_sdks_signatures_hide_its_dependencies() {
    let mut leaks = Leaks::default();
    let sdk =
        ["crates/opentact/src", "crates/opentact-session-stores/src"].map(|it| root().join(it));
    let is_sdk = |path: &PathBuf| sdk.iter().any(|folder| path.starts_with(folder));
    for path in sources().into_iter().filter(is_sdk) {
        let text = std::fs::read_to_string(&path).unwrap();
        leaks.visit_file(&syn::parse_file(&text).unwrap());
    }
    assert_eq!(leaks.found, Vec::<String>::new());

    // The check itself can find something.
    let mut red = Leaks::default();
    red.visit_file(
        &syn::parse_str("pub struct A; impl A { pub fn b(&self) -> reqwest::Client { loop {} } }")
            .unwrap(),
    );
    assert_eq!(red.found.len(), 1);
}
