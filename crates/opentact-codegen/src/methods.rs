//! What the contract says of an operation that the generator does not put into its method.

use heck::ToSnakeCase;
use serde_json::Value;

use crate::document::Document;
use crate::limits::{Limit, parameter_limits};
use crate::media::{Content, answer};
use crate::operation::{effective, operations, template_names};
use crate::responses::may_be_empty;
use crate::rust_names::argument;

/// How a generated method has to be finished.
#[derive(Clone, Debug, Default)]
pub(crate) struct Method {
    /// The name of the method.
    pub(crate) name: String,
    /// The arguments in the contract's order: path, parameters, body.
    pub(crate) arguments: Vec<String>,
    pub(crate) is_deprecated: bool,
    /// What a success brings.
    pub(crate) answer: Option<Content>,
    /// Whether 204 may come instead of the answer.
    pub(crate) may_be_empty: bool,
    /// The limits of its arguments.
    pub(crate) limits: Vec<Limit>,
}

/// Every method of the generated client.
pub(crate) fn methods(document: &Document) -> Vec<Method> {
    let limits = parameter_limits(document);
    let method = |operation: crate::operation::Operation<'_>| {
        let parameters = effective(document, &operation);
        let others = parameters.iter().filter(|it| it.place != "path");
        let names = template_names(operation.path).into_iter();
        let names = names.chain(others.map(|it| it.name)).map(argument);
        let body = operation.value.get("requestBody");
        let of_method = |it: &&Limit| it.owner == operation.id;
        Method {
            name: operation.id.to_snake_case(),
            arguments: names.chain(body.map(|_| "body".to_owned())).collect(),
            is_deprecated: operation.value.get("deprecated") == Some(&Value::Bool(true)),
            answer: answer(document, &operation),
            may_be_empty: may_be_empty(document, &operation),
            limits: limits.iter().filter(of_method).cloned().collect(),
        }
    };
    operations(document).into_iter().map(method).collect()
}
