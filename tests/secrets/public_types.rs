//! Every type that a user of the three crates can name, taken from their source, has a sample.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use syn::{Item, ItemMod, UseTree, Visibility};

use crate::samples::samples;
use crate::watch::Watch;

/// What the generator makes for callers who want no more, and what its errors print: see the
/// documents of `opentact_client::Error`.
const UNSAFE_TO_SHOW: [&str; 2] = ["opentact_client::Error", "opentact_client::ResponseValue"];

#[tokio::test]
async fn every_public_type_hides_its_secrets() {
    let watch = Watch::new("public types");
    let shown = samples(&watch).await;
    let found = public_types();
    println!("{} public types: {found:?}", found.len());
    let missing: Vec<String> = found
        .into_iter()
        .filter(|name| !shown.contains(name))
        .filter(|name| !UNSAFE_TO_SHOW.contains(&name.as_str()))
        .collect();
    assert!(
        missing.is_empty(),
        "without a sample in tests/secrets/samples.rs: {missing:?}"
    );
    watch.assert_clean();
}

#[test]
fn the_list_of_types_is_read_from_the_source() {
    let found = public_types();
    for name in [
        "opentact::Client",
        "opentact::Error",
        "opentact::ManualClock",
        "opentact_client::CredentialKind",
        "opentact_client::Secret",
        "opentact_client::CreatedToken",
        "opentact_client::FixedCredential",
        "opentact_client::ConversionError",
        "opentact_session_stores::SealKey",
    ] {
        assert!(found.contains(name), "{name} is missing in {found:?}");
    }
    assert!(
        !found.contains("opentact_client::Authorize"),
        "a trait has no sample"
    );
}

/// The public types, as crate and name.
fn public_types() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for krate in ["opentact", "opentact-client", "opentact-session-stores"] {
        let source = Source::read(krate);
        source.visit(&source.root.clone(), &[], &mut found);
    }
    found
}

/// The source of a crate.
struct Source {
    krate: String,
    folder: PathBuf,
    root: Vec<Item>,
}

impl Source {
    fn read(krate: &str) -> Self {
        let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder = tests.join("../crates").join(krate).join("src");
        let root = parse(&folder.join("lib.rs"));
        Self {
            krate: krate.replace('-', "_"),
            folder,
            root,
        }
    }

    /// Collects what is public in a module.
    fn visit(&self, items: &[Item], path: &[String], found: &mut BTreeSet<String>) {
        for item in items {
            match item {
                Item::Use(item) if is_public(&item.vis) => {
                    self.follow(&item.tree, path, &mut Vec::new(), found);
                }
                Item::Mod(item) if is_public(&item.vis) => {
                    let path = [path, &[item.ident.to_string()]].concat();
                    self.visit(&self.contents(item, &path), &path, found);
                }
                Item::Struct(item) if is_public(&item.vis) => self.add(&item.ident, found),
                // A type without variants has no value to show.
                Item::Enum(item) if is_public(&item.vis) && !item.variants.is_empty() => {
                    self.add(&item.ident, found);
                }
                Item::Union(item) if is_public(&item.vis) => self.add(&item.ident, found),
                _ => {}
            }
        }
    }

    /// Follows a `pub use` to what it names.
    fn follow(
        &self,
        tree: &UseTree,
        from: &[String],
        to: &mut Vec<String>,
        found: &mut BTreeSet<String>,
    ) {
        match tree {
            UseTree::Path(tree) => {
                to.push(tree.ident.to_string());
                self.follow(&tree.tree, from, to, found);
                to.pop();
            }
            UseTree::Group(tree) => {
                for tree in &tree.items {
                    self.follow(tree, from, to, found);
                }
            }
            UseTree::Name(tree) => self.named(from, to, &tree.ident.to_string(), found),
            UseTree::Rename(tree) => self.named(from, to, &tree.ident.to_string(), found),
            UseTree::Glob(_) => panic!("a glob hides what is public"),
        }
    }

    fn named(&self, from: &[String], to: &[String], name: &str, found: &mut BTreeSet<String>) {
        // The other crate is visited by itself.
        if to.iter().map(String::as_str).chain([name]).next() == Some("opentact_client") {
            return;
        }
        let mut path: Vec<String> = from.to_vec();
        path.extend(
            to.iter()
                .filter(|part| !["crate", "self"].contains(&part.as_str()))
                .cloned(),
        );
        let items = self.module(&path);
        let is_module = items
            .iter()
            .any(|item| matches!(item, Item::Mod(it) if it.ident == name));
        if is_module {
            path.push(name.to_owned());
            return self.visit(&self.module(&path), &path, found);
        }
        for item in &items {
            match item {
                Item::Struct(item) if item.ident == name => self.add(&item.ident, found),
                Item::Enum(item) if item.ident == name => self.add(&item.ident, found),
                Item::Use(item) if to.is_empty() || is_visible(&item.vis) => {
                    self.follow_one(&item.tree, &path, &mut Vec::new(), name, found);
                }
                _ => {}
            }
        }
    }

    /// Follows a `use` further, for one name only.
    fn follow_one(
        &self,
        tree: &UseTree,
        from: &[String],
        to: &mut Vec<String>,
        name: &str,
        found: &mut BTreeSet<String>,
    ) {
        match tree {
            UseTree::Path(tree) => {
                to.push(tree.ident.to_string());
                self.follow_one(&tree.tree, from, to, name, found);
                to.pop();
            }
            UseTree::Group(tree) => {
                for tree in &tree.items {
                    self.follow_one(tree, from, to, name, found);
                }
            }
            UseTree::Name(tree) if tree.ident == name => self.named(from, to, name, found),
            _ => {}
        }
    }

    /// What is in the module of that path.
    fn module(&self, path: &[String]) -> Vec<Item> {
        let mut items = self.root.clone();
        for (index, name) in path.iter().enumerate() {
            let inside = items.iter().find_map(|item| match item {
                Item::Mod(item) if item.ident == name => Some(item.clone()),
                _ => None,
            });
            let Some(inside) = inside else {
                return Vec::new();
            };
            items = self.contents(&inside, &path[..=index]);
        }
        items
    }

    fn contents(&self, item: &ItemMod, path: &[String]) -> Vec<Item> {
        match &item.content {
            // The generated code may be an `include!`; its committed copy is the same.
            Some((_, items)) if !items.iter().any(|it| matches!(it, Item::Macro(_))) => {
                items.clone()
            }
            _ => {
                if let Some(file) = path_attribute(item) {
                    return parse(&self.folder.join(file));
                }
                // The modules of the generated calls stand beside their root.
                if let [parent, name] = path
                    && parent == "operations"
                {
                    return parse(&self.folder.join("generated").join(format!("{name}.rs")));
                }
                let file = path
                    .iter()
                    .fold(self.folder.clone(), |file, part| file.join(part));
                let nested = file.join("mod.rs");
                parse(&if nested.exists() {
                    nested
                } else {
                    file.with_extension("rs")
                })
            }
        }
    }

    fn add(&self, name: &syn::Ident, found: &mut BTreeSet<String>) {
        found.insert(format!("{}::{name}", self.krate));
    }
}

/// The file that `#[path]` names.
fn path_attribute(item: &ItemMod) -> Option<String> {
    item.attrs
        .iter()
        .find_map(|attribute| match &attribute.meta {
            syn::Meta::NameValue(meta) if meta.path.is_ident("path") => match &meta.value {
                syn::Expr::Lit(syn::ExprLit {
                    lit: syn::Lit::Str(file),
                    ..
                }) => Some(file.value()),
                _ => None,
            },
            _ => None,
        })
}

fn parse(path: &Path) -> Vec<Item> {
    let text = std::fs::read_to_string(path).unwrap();
    syn::parse_file(&text).unwrap().items
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn is_visible(visibility: &Visibility) -> bool {
    !matches!(visibility, Visibility::Inherited)
}
