//! The operations of a contract, in the order of their names.

use serde_json::Value;

use crate::document::{Document, child};

/// The methods that a path item may have, in the order of the specification.
pub(crate) const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// One operation of a contract.
#[derive(Clone, Debug)]
pub(crate) struct Operation<'d> {
    /// `operationId`, empty where the document has none.
    pub(crate) id: &'d str,
    /// The method in capitals.
    pub(crate) method: String,
    /// The path template.
    pub(crate) path: &'d str,
    /// Where the operation stands in the document.
    pub(crate) pointer: String,
    /// Where its path item stands.
    pub(crate) path_pointer: String,
    /// The operation object.
    pub(crate) value: &'d Value,
}

impl Operation<'_> {
    /// How messages call the operation: its id, or its method and path.
    pub(crate) fn label(&self) -> String {
        if self.id.is_empty() {
            format!("{} {}", self.method, self.path)
        } else {
            format!("{} ({} {})", self.id, self.method, self.path)
        }
    }

    /// The parameters that apply: those of the path item, then those of the operation, each with
    /// its position, references followed.
    pub(crate) fn parameters<'d>(&self, document: &'d Document) -> Vec<(String, &'d Value)> {
        [&self.path_pointer, &self.pointer]
            .into_iter()
            .flat_map(|owner| {
                let list = child(owner, "parameters");
                let count = document
                    .value()
                    .pointer(&list)
                    .and_then(Value::as_array)
                    .map_or(0, Vec::len);
                (0..count)
                    .filter_map(move |index| document.follow(&child(&list, &index.to_string())))
            })
            .collect()
    }
}

/// A parameter as it applies to an operation.
#[derive(Clone, Debug)]
pub(crate) struct Parameter<'d> {
    pub(crate) name: &'d str,
    /// Its `in`.
    pub(crate) place: &'d str,
    pub(crate) pointer: String,
    pub(crate) value: &'d Value,
}

/// The parameters of an operation in the contract's order, where its own take the place of the path item's.
pub(crate) fn effective<'d>(
    document: &'d Document,
    operation: &Operation<'d>,
) -> Vec<Parameter<'d>> {
    let mut found: Vec<Parameter<'d>> = Vec::new();
    for (pointer, value) in operation.parameters(document) {
        let text = |key: &str| value.get(key).and_then(Value::as_str).unwrap_or("");
        let parameter = Parameter {
            name: text("name"),
            place: text("in"),
            pointer,
            value,
        };
        let key = |it: &Parameter<'_>| (it.place.to_owned(), it.name.to_owned());
        match found.iter_mut().find(|it| key(it) == key(&parameter)) {
            Some(shared) => *shared = parameter,
            None => found.push(parameter),
        }
    }
    found
}

/// All operations of a contract, sorted by path and method.
pub(crate) fn operations(document: &Document) -> Vec<Operation<'_>> {
    let mut found = Vec::new();
    let Some(paths) = document.value().get("paths").and_then(Value::as_object) else {
        return found;
    };
    for (path, item) in paths {
        let path_pointer = child("/paths", path);
        for method in METHODS {
            let Some(value) = item.get(method) else {
                continue;
            };
            found.push(Operation {
                id: value
                    .get("operationId")
                    .and_then(Value::as_str)
                    .unwrap_or(""),
                method: method.to_uppercase(),
                path,
                pointer: child(&path_pointer, method),
                path_pointer: path_pointer.clone(),
                value,
            });
        }
    }
    found
}

/// The names of the parameters in a path template.
pub(crate) fn template_names(path: &str) -> Vec<&str> {
    path.split('/')
        .filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}'))
        .collect()
}

/// How messages call what a JSON pointer leads into: the label of an operation, the name of a
/// component, or the pointer itself.
pub(crate) fn label_at(document: &Document, pointer: &str) -> String {
    let inside = |operation: &Operation<'_>| {
        pointer
            .strip_prefix(&operation.pointer)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    if let Some(operation) = operations(document).into_iter().find(inside) {
        return operation.label();
    }
    let mut parts = pointer.split('/').skip(1);
    let name = match (parts.next(), parts.next(), parts.next()) {
        (Some("components"), Some(_), Some(name)) => name,
        (Some("paths"), Some(path), _) => path,
        _ => pointer,
    };
    name.replace("~1", "/").replace("~0", "~")
}
