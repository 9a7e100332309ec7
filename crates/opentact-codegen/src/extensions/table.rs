//! The table of extensions: where each may stand, what it may say, and who reads it.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{
    ACCESSOR, ALIAS, CREDENTIAL, DEFAULT, EVIDENCE, EXTENSIBLE_ENUM, IN_DOUBT, Key, METHOD, NAME,
    PAGING, RESOURCE, SAFE, SCHEMA, SCOPE, UNIT,
};

/// What an extension may stand on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Holder {
    Example,
    Operation,
    Parameter,
    PathItem,
    Property,
    Schema,
    Scheme,
    Server,
    Tag,
    /// Whatever takes no extension.
    Other,
}

impl Holder {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Example => "example",
            Self::Operation => "operation",
            Self::Parameter => "parameter",
            Self::PathItem => "path item",
            Self::Property => "property",
            Self::Schema => "component schema",
            Self::Scheme => "security scheme",
            Self::Server => "server",
            Self::Tag => "tag",
            Self::Other => "other",
        }
    }
}

/// One extension.
pub(crate) struct Row {
    key: &'static str,
    pub(crate) holders: &'static [Holder],
    /// What it may say, in words.
    pub(crate) values: &'static str,
    /// What holds where it is missing.
    default: &'static str,
    reader: Reader,
    pub(crate) is_published: bool,
    /// What is wrong with a value.
    pub(crate) check: fn(&Value) -> Option<String>,
}

/// Who reads an extension.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Reader {
    Calls,
    Client,
    Docs,
    Errors,
    Linters,
    Sandbox,
    Tests,
}

impl Reader {
    fn name(self) -> &'static str {
        match self {
            Self::Calls => "the SDK's calls",
            Self::Client => "the client",
            Self::Docs => "the documentation",
            Self::Errors => "the SDK's errors",
            Self::Linters => "linters of others",
            Self::Sandbox => "the sandbox",
            Self::Tests => "the check of examples",
        }
    }
}

impl<T: DeserializeOwned> Key<T> {
    const fn row(
        &self,
        holders: &'static [Holder],
        [values, default]: [&'static str; 2],
        reader: Reader,
        is_published: bool,
    ) -> Row {
        Row {
            key: self.name,
            holders,
            values,
            default,
            reader,
            is_published,
            check: |value| T::deserialize(value).err().map(|cause| cause.to_string()),
        }
    }
}

/// Tells tools that leave out internal parts that a server is a public one.
const INTERNAL: Key<bool> = Key::new("x-internal");

/// All extensions, in the order of their names.
const TABLE: [Row; 16] = {
    use Holder::*;
    use Reader::*;
    [
        ACCESSOR.row(
            &[Tag],
            [
                "`none`: its operations stand on the client itself",
                "an accessor of the tag's name",
            ],
            Calls,
            false,
        ),
        ALIAS.row(
            &[Operation, Tag, Schema, Property],
            [
                "other names that people look for, a text or a list of texts",
                "no other name",
            ],
            Docs,
            false,
        ),
        CREDENTIAL.row(
            &[Scheme],
            [
                "the kind of credential, a text; a header and a query parameter of one kind are \
                 two places for it",
                "the scheme's name",
            ],
            Client,
            true,
        ),
        DEFAULT.row(
            &[Property],
            [
                "a value of the property, which is sent where the caller says nothing",
                "what is required is the caller's to say",
            ],
            Calls,
            false,
        ),
        EVIDENCE.row(
            &[Operation],
            [
                "`documented` (a page of the vendor's or a real answer), `client` (running code \
                 of a customer), `schema` (the vendor's own types of 2021 alone) or `inferred`",
                "none; it has to be there",
            ],
            Docs,
            true,
        ),
        EXTENSIBLE_ENUM.row(
            &[Schema],
            [
                "the values known today, a list of texts; any other is kept as it came",
                "any text",
            ],
            Client,
            true,
        ),
        IN_DOUBT.row(
            &[Operation],
            [
                "a text: how to find out whether the request was carried out",
                "no advice",
            ],
            Errors,
            false,
        ),
        INTERNAL.row(
            &[Server],
            [
                "a boolean: whether the server is the vendor's own",
                "not said",
            ],
            Linters,
            true,
        ),
        METHOD.row(
            &[Operation],
            [
                "the method's name, in snake case",
                "`operationId` without the tag's words",
            ],
            Calls,
            false,
        ),
        NAME.row(
            &[Property, Parameter],
            [
                "the name in Rust, in snake case",
                "its own name in snake case",
            ],
            Calls,
            false,
        ),
        PAGING.row(
            &[Operation],
            [
                "`size` and `offset`, each `{in: query, name: take}` or with `in: body`; \
                 `total` and `items`, names inside `payload`",
                "one answer",
            ],
            Calls,
            false,
        ),
        RESOURCE.row(
            &[Tag, PathItem],
            [
                "`key`, a property; `owner`, `account` or `user`; `unique`, a list of \
                 properties; `filters`, a property to `equal`, `mask` or `range`, where a search \
                 does not name it in the same way or with `_from` and `_to`; `in-use`, what keeps \
                 one from being deleted: a list of tags, each alone or with `.` and a property",
                "nothing is kept",
            ],
            Sandbox,
            false,
        ),
        SAFE.row(
            &[Operation],
            [
                "a boolean: whether it may be sent again by itself",
                "what the method says",
            ],
            Calls,
            false,
        ),
        SCHEMA.row(
            &[Example],
            [
                "the name of the example's component schema",
                "what refers to the example",
            ],
            Tests,
            true,
        ),
        SCOPE.row(
            &[Tag],
            [
                "the name of a path parameter that each operation of the tag has, which goes to \
                 the accessor",
                "no scope",
            ],
            Calls,
            false,
        ),
        UNIT.row(
            &[Property, Parameter],
            [
                "`s` or `ms`, which makes the integer a duration",
                "a bare number",
            ],
            Calls,
            false,
        ),
    ]
};

/// What the table says of a key.
pub(crate) fn row(key: &str) -> Option<&'static Row> {
    const { &TABLE }.iter().find(|row| row.key == key)
}

/// Whether an extension changes what a caller of the SDK writes.
pub fn shapes_calls(key: &str) -> bool {
    row(key).is_none_or(|row| row.reader == Reader::Calls)
}

/// The table as the guide to the contract has it.
pub fn extensions_table() -> String {
    let mut table = "| key | where | values | default | read by | published |\n".to_owned();
    table.push_str("| --- | --- | --- | --- | --- | --- |\n");
    for row in &TABLE {
        let holders: Vec<&str> = row.holders.iter().map(|it| it.name()).collect();
        let (key, values, default) = (row.key, row.values, row.default);
        let (holders, reader) = (holders.join(", "), row.reader.name());
        let published = if row.is_published { "yes" } else { "no" };
        table.push_str(&format!(
            "| `{key}` | {holders} | {values} | {default} | {reader} | {published} |\n"
        ));
    }
    table
}
