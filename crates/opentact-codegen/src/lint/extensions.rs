//! Rules about extensions (`x-...`): each is known, stands where somebody reads it, and says what it may.

use serde_json::Value;

use super::report::Report;
use crate::document::{Document, child};
use crate::extensions::{Holder, row};
use crate::operation::{METHODS, label_at};

pub(super) fn check(document: &Document, report: &mut Report<'_>) {
    Walk { document, report }.enter(document.value(), "", Holder::Other);
}

/// What stands under a key.
enum Inside {
    /// One of these, or a list of them.
    One(Holder),
    /// These, by names that mean nothing here.
    Named(Holder),
    /// Values of the API.
    Data,
}

struct Walk<'w, 'r> {
    document: &'w Document,
    report: &'w mut Report<'r>,
}

impl Walk<'_, '_> {
    fn enter(&mut self, value: &Value, pointer: &str, holder: Holder) {
        match value {
            Value::Object(fields) => {
                for (key, field) in fields {
                    let at = child(pointer, key);
                    if key.starts_with("x-") {
                        self.check(key, field, &at, holder);
                        continue;
                    }
                    match inside(holder, key) {
                        Inside::One(holder) => self.enter(field, &at, holder),
                        Inside::Named(holder) => self.named(field, &at, holder),
                        Inside::Data => {}
                    }
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.enter(item, &child(pointer, &index.to_string()), holder);
                }
            }
            _ => {}
        }
    }

    fn named(&mut self, value: &Value, pointer: &str, holder: Holder) {
        match value {
            Value::Object(all) => {
                for (name, item) in all {
                    self.enter(item, &child(pointer, name), holder);
                }
            }
            list => self.enter(list, pointer, holder),
        }
    }

    fn check(&mut self, key: &str, value: &Value, pointer: &str, holder: Holder) {
        let Some(row) = row(key) else {
            let message = format!("nothing reads the extension `{key}`");
            let remedy = "correct its spelling, or leave it out; openapi/README.md lists all";
            return self.add("extension-known", pointer, message, remedy);
        };
        if !row.holders.contains(&holder) {
            let holders: Vec<&str> = row.holders.iter().map(|it| it.name()).collect();
            let message = format!("nothing reads `{key}` here");
            let remedy = format!("put it on: {}; or leave it out", holders.join(", "));
            self.add("extension-place", pointer, message, &remedy);
        } else if let Some(cause) = (row.check)(value) {
            let message = format!("`{key}` cannot be read: {cause}");
            let remedy = format!("write {}", row.values);
            self.add("extension-value", pointer, message, &remedy);
        }
    }

    fn add(&mut self, rule: &'static str, pointer: &str, message: String, remedy: &str) {
        let place = label_at(self.document, pointer);
        self.report.add(rule, &place, pointer, message, remedy);
    }
}

fn inside(holder: Holder, key: &str) -> Inside {
    match key {
        "default" | "enum" | "example" | "mapping" | "required" | "security" | "value" => {
            Inside::Data
        }
        "examples" => Inside::Named(Holder::Example),
        "parameters" => Inside::Named(Holder::Parameter),
        "paths" => Inside::Named(Holder::PathItem),
        "properties" => Inside::Named(Holder::Property),
        "schemas" => Inside::Named(Holder::Schema),
        "securitySchemes" => Inside::Named(Holder::Scheme),
        "content" | "encoding" | "headers" | "links" | "requestBodies" | "responses"
        | "variables" => Inside::Named(Holder::Other),
        "servers" => Inside::One(Holder::Server),
        "tags" => Inside::One(Holder::Tag),
        method if holder == Holder::PathItem && METHODS.contains(&method) => {
            Inside::One(Holder::Operation)
        }
        _ => Inside::One(Holder::Other),
    }
}
