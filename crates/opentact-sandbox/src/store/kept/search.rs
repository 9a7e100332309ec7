//! A search of what is kept, as SQL that an index answers.

use rusqlite::types::Value as SqlValue;

use super::{
    Shelf,
    names::{column, table},
};

/// Which things are searched, and which of those found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Search {
    /// What has to be so, whatever is wanted.
    pub(crate) within: Option<(&'static str, &'static str)>,
    pub(crate) wanted: Vec<(&'static str, Wanted)>,
    /// Whether one of the wishes is enough.
    pub(crate) any: bool,
    pub(crate) sort: Vec<(&'static str, Sort)>,
    /// Whether what is equal otherwise comes newest first.
    pub(crate) newest_first: bool,
    /// All if there is none.
    pub(crate) take: Option<u32>,
    pub(crate) skip: u32,
    /// Whether the page is looked for from the other end.
    pub(crate) is_backwards: bool,
}

/// What a property is wanted to be.
#[derive(Clone, Debug)]
pub(crate) enum Wanted {
    Equal(SqlValue),
    /// A text in which `*` stands for anything and `%` for a digit.
    Mask(String),
    From(SqlValue),
    To(SqlValue),
}

/// In which direction things are sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    Ascending,
    Descending,
}

impl Search {
    /// The same page of so many things from the nearer end: SQLite steps over each that is skipped.
    pub(super) fn nearer(&self, total: i64) -> Self {
        let mut search = self.clone();
        let total = u32::try_from(total).unwrap_or(u32::MAX);
        let left = total.saturating_sub(self.skip);
        if let Some(take) = self.take
            && self.skip > left
        {
            search.is_backwards = true;
            search.take = Some(take.min(left));
            search.skip = left.saturating_sub(take);
        }
        search
    }

    /// The statement that finds the things of the page.
    pub(super) fn select(&self, shelf: &Shelf) -> (String, Vec<SqlValue>) {
        let (condition, mut values) = self.condition(shelf);
        let mut order = String::new();
        for (property, sort) in &self.sort {
            let direction = self.direction(*sort);
            order += &format!("{}{direction}, ", column(shelf.resource, property));
        }
        // Things that are equal otherwise keep the direction of the index.
        let first = match self.sort.first() {
            Some((_, sort)) => *sort,
            None if self.newest_first => Sort::Descending,
            None => Sort::Ascending,
        };
        let last = self.direction(first);
        let table = table(shelf.resource);
        let mut sql = format!("SELECT * FROM {table} WHERE {condition} ORDER BY {order}id{last}");
        if let Some(take) = self.take {
            sql += " LIMIT ? OFFSET ?";
            values.extend([SqlValue::from(take), SqlValue::from(self.skip)]);
        }
        (sql, values)
    }

    fn direction(&self, sort: Sort) -> &'static str {
        match (sort == Sort::Descending) == self.is_backwards {
            true => "",
            false => " DESC",
        }
    }

    /// The statement that counts the things of all pages.
    pub(super) fn count(&self, shelf: &Shelf) -> (String, Vec<SqlValue>) {
        if self.wanted.is_empty() && self.within.is_none() {
            let sql =
                "SELECT count FROM kept_counts WHERE resource = ? AND owner = ? AND scope = ?";
            let name = SqlValue::from(shelf.resource.name.to_owned());
            return (
                sql.to_owned(),
                vec![name, shelf.owner.into(), shelf.scope.clone().into()],
            );
        }
        let (condition, values) = self.condition(shelf);
        let table = table(shelf.resource);
        (
            format!("SELECT count(*) FROM {table} WHERE {condition}"),
            values,
        )
    }

    fn condition(&self, shelf: &Shelf) -> (String, Vec<SqlValue>) {
        let mut values = vec![shelf.owner.into(), shelf.scope.clone().into()];
        let mut base = "owner = ? AND scope = ?".to_owned();
        if let Some((property, value)) = self.within {
            base += &format!(" AND {} = ?", column(shelf.resource, property));
            values.push(SqlValue::from(value.to_owned()));
        }
        let mut wishes = Vec::new();
        for (property, wanted) in &self.wanted {
            let column = column(shelf.resource, property);
            wishes.push(match wanted {
                Wanted::Equal(value) => {
                    values.push(value.clone());
                    format!("{column} = ?")
                }
                Wanted::From(value) => {
                    values.push(value.clone());
                    format!("{column} >= ?")
                }
                Wanted::To(value) => {
                    values.push(value.clone());
                    format!("{column} <= ?")
                }
                Wanted::Mask(mask) => matching(&column, mask, &mut values),
            });
        }
        let joint = if self.any { " OR " } else { " AND " };
        let condition = match wishes.is_empty() {
            true => base,
            false => format!("{base} AND ({})", wishes.join(joint)),
        };
        (condition, values)
    }
}

/// That a column matches a mask; what stands in front of the first wildcard is looked up.
fn matching(column: &str, mask: &str, values: &mut Vec<SqlValue>) -> String {
    let start: String = mask.chars().take_while(|it| !"*%".contains(*it)).collect();
    if start == mask {
        values.push(start.into());
        return format!("{column} = ?");
    }
    let mut pattern = String::new();
    for character in mask.chars() {
        match character {
            '%' => pattern.push_str("[0-9]"),
            '[' | '?' => pattern.extend(['[', character, ']']),
            other => pattern.push(other),
        }
    }
    values.push(start.clone().into());
    values.push(format!("{start}\u{10FFFF}").into());
    values.push(pattern.into());
    format!("{column} >= ? AND {column} <= ? AND {column} GLOB ?")
}
