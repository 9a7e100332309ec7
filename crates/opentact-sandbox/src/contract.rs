//! What the contract says of each operation: what it takes, what it answers, what is kept.
#![allow(dead_code, reason = "which of these there are depends on the contract")]

use opentact_client::security::Operation;

#[rustfmt::skip]
mod generated;

pub(crate) use generated::*;

/// What the contract says of an operation.
#[derive(Debug)]
pub(crate) struct Described {
    pub(crate) parameters: &'static [Parameter],
    pub(crate) body: Body,
    pub(crate) success: Success,
    /// Present where the answer is a page.
    pub(crate) paging: Option<Paging>,
    /// Present where keeping is all that is to be done, unless there is code for it.
    pub(crate) kept: Option<Kept>,
}

/// A parameter of the path or of the query.
#[derive(Debug)]
pub(crate) struct Parameter {
    pub(crate) place: Place,
    pub(crate) property: Property,
}

/// Where a request says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Path,
    Query,
    Body,
}

/// What a request has in its body.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Body {
    None,
    Json(&'static Schema),
    /// `multipart/form-data`.
    Form(&'static Schema),
}

/// The first answer that is a success.
#[derive(Debug)]
pub(crate) struct Success {
    pub(crate) status: u16,
    /// Whether it may be 201 as well, which is then for the settings to say.
    pub(crate) or_created: bool,
    /// Empty where there is no body.
    pub(crate) media: &'static str,
    pub(crate) example: &'static str,
}

/// A schema of what is sent.
#[derive(Debug)]
pub(crate) struct Schema {
    pub(crate) kind: Kind,
    pub(crate) is_nullable: bool,
    /// As JSON.
    pub(crate) default: Option<&'static str>,
}

/// What values a schema has; lengths in characters.
#[derive(Debug)]
pub(crate) enum Kind {
    Any,
    /// As another schema.
    Same(&'static Schema),
    AnyOf(&'static [Schema]),
    Boolean,
    Integer {
        least: i64,
        most: i64,
    },
    Number {
        least: i64,
        most: i64,
    },
    Text {
        shortest: usize,
        longest: usize,
        /// Any text if there are none.
        values: &'static [&'static str],
    },
    /// A text that no complaint repeats.
    Secret,
    Uuid,
    Date,
    Time,
    PhoneNumber,
    File,
    List(&'static Schema),
    Object(&'static [Property]),
}

/// A property of an object.
#[derive(Debug)]
pub(crate) struct Property {
    pub(crate) name: &'static str,
    pub(crate) is_required: bool,
    pub(crate) schema: Schema,
}

/// The part that an operation has in keeping something.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kept {
    pub(crate) resource: &'static Resource,
    pub(crate) role: Role,
}

/// What an operation does with what is kept.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Role {
    Create,
    List,
    Search,
    Get,
    /// Changes what is given.
    Change,
    /// Changes all that may be set.
    Replace,
    Delete,
}

/// How a search asks for a page, and where its answer has it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paging {
    pub(crate) size: (Place, &'static str),
    pub(crate) offset: (Place, &'static str),
    pub(crate) total: &'static str,
    pub(crate) items: &'static str,
}

/// Something that is kept.
#[derive(Debug)]
pub(crate) struct Resource {
    /// Its tag, or the path of its operations.
    pub(crate) name: &'static str,
    /// Where the contract describes it: file, line and column.
    pub(crate) place: &'static str,
    /// The property that names one.
    pub(crate) key: &'static str,
    pub(crate) owner: Owner,
    /// The path parameters in front of the key, within which it is kept.
    pub(crate) scopes: &'static [&'static str],
    pub(crate) unique: &'static [&'static str],
    pub(crate) filters: &'static [(&'static str, Filter)],
    /// What searches may be sorted by.
    pub(crate) ordered: &'static [&'static str],
    /// What keeps one from being deleted: another resource within it, or a property of another.
    pub(crate) in_use: &'static [(&'static str, Option<&'static str>)],
    pub(crate) shows: &'static [Shown],
}

/// Who has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    Account,
    User,
}

/// How a search compares a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Filter {
    Equal,
    Mask,
    /// Between two values, whose names are the property's with `_from` and `_to`, or `_min` and
    /// `_max`.
    Range,
}

/// A property that an answer shows.
#[derive(Debug)]
pub(crate) struct Shown {
    pub(crate) name: &'static str,
    pub(crate) stamp: Stamp,
    /// What stands there if nothing was set, as JSON.
    pub(crate) fallback: Option<&'static str>,
    /// What a request names by its key, and an answer shows as a whole.
    pub(crate) refers: Option<&'static Resource>,
}

/// Which time a property shows, if any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stamp {
    None,
    Created,
    Modified,
}

/// The path parameters of an operation, in their order.
pub(crate) fn path_names(operation: Operation) -> impl Iterator<Item = &'static str> {
    let segments = operation.path().split('/');
    segments.filter_map(|it| it.strip_prefix('{')?.strip_suffix('}'))
}
