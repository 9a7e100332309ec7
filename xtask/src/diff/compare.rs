//! Two contracts side by side: everything that differs in meaning or in words, each once.

use opentact_codegen::Document;

use super::change::{Changes, Severity};
use super::documentation::{compare_rest, compare_words};
use super::walk::{Scope, Walk};
use super::{components, operations, schemes, servers};

/// Everything that changed from one contract to another.
///
/// Neither has to keep to the rules of the dialect; what no rule here knows counts as breaking.
pub(crate) fn compare(base: &Document, revision: &Document) -> Changes {
    let mut walk = Walk::new(base, revision);
    compare_head(&mut walk);
    servers::compare(&mut walk);
    let renamed = schemes::compare(&mut walk);
    components::find_renamed(&mut walk);
    let operation_count = operations::compare(&mut walk, &renamed);
    components::compare(&mut walk);
    walk.sightings.finish(operation_count)
}

fn compare_head(walk: &mut Walk<'_>) {
    let roots = walk.roots.clone();
    let scope = Scope::of("info", Default::default());
    let info = roots.child("info");
    compare_words(walk, &scope, &info);
    let words = ["contact", "license", "termsOfService", "title", "version"];
    for key in &words[..4] {
        if info.base.get(key) != info.revision.get(key) {
            let detail = format!("`{key}` changed");
            walk.report(
                &scope,
                Severity::Patch,
                "documentation",
                &info.spot(key),
                detail,
            );
        }
    }
    compare_rest(walk, &scope, &info, &words);

    let scope = Scope::of("contract", Default::default());
    compare_words(walk, &scope, &roots);
    let (before, after) = roots.text("openapi");
    if before != after {
        let minor = |text: Option<&str>| text?.rsplit_once('.').map(|(minor, _)| minor.to_owned());
        let severity = if minor(before) == minor(after) {
            Severity::Patch
        } else {
            Severity::Major
        };
        let [before, after] = [before, after].map(|text| text.unwrap_or("unsaid"));
        let detail = format!("OpenAPI {before} -> {after}");
        let node = roots.spot("openapi");
        walk.report(&scope, severity, "openapi-changed", &node, detail);
    }
    let known = [
        "components",
        "info",
        "openapi",
        "paths",
        "security",
        "servers",
    ];
    compare_rest(walk, &scope, &roots, &known);
}
