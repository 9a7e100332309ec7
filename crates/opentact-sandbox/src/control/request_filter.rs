//! Which requests are asked for.

use std::str::FromStr;

use opentact_client::security::Operation;
use uuid::Uuid;

use super::reply::Refusal;
use crate::record::RequestRecord;

/// How many requests are listed unless said otherwise.
const LIMIT: usize = 1000;

/// The parameters of `GET /requests`.
#[derive(Debug)]
pub(super) struct RequestFilter {
    pub(super) after: u64,
    operation: Option<Operation>,
    method: Option<String>,
    status: Option<u16>,
    user: Option<Uuid>,
    limit: usize,
}

impl RequestFilter {
    /// Reads a query; a parameter that is not known is an error.
    pub(super) fn read(query: &str) -> Result<Self, Refusal> {
        let mut filter = Self {
            after: 0,
            operation: None,
            method: None,
            status: None,
            user: None,
            limit: LIMIT,
        };
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match &*name {
                "after" => filter.after = parsed(&name, &value)?,
                "operation" => filter.operation = Some(operation(&value)?),
                "method" => filter.method = Some(value.into_owned()),
                "status" => filter.status = Some(parsed(&name, &value)?),
                "user" => filter.user = Some(parsed(&name, &value)?),
                "limit" => filter.limit = parsed(&name, &value)?,
                _ => return Err(Refusal::field(name, "is not a parameter of this")),
            }
        }
        Ok(filter)
    }

    /// The last records that fit, oldest first.
    pub(super) fn choose(&self, mut records: Vec<RequestRecord>) -> Vec<RequestRecord> {
        records.retain(|record| self.fits(record));
        records.split_off(records.len().saturating_sub(self.limit))
    }

    fn fits(&self, record: &RequestRecord) -> bool {
        self.operation.is_none_or(|it| record.operation == Some(it))
            && self.method.as_ref().is_none_or(|it| record.method == *it)
            && self.status.is_none_or(|it| record.status == it)
            && self.user.is_none_or(|it| record.user == Some(it))
    }
}

fn operation(id: &str) -> Result<Operation, Refusal> {
    let found = Operation::ALL.iter().find(|operation| operation.id() == id);
    found
        .copied()
        .ok_or_else(|| Refusal::field("operation", "is not the id of an operation"))
}

fn parsed<T: FromStr>(name: &str, value: &str) -> Result<T, Refusal> {
    let wrong = |_| Refusal::field(name, "has a wrong value");
    value.parse().map_err(wrong)
}
