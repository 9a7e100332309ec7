//! The arguments of an operation, and the request that they make.

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use http::header::{ACCEPT, HeaderValue};
use opentact_client::{ApiOperation, LimitError, PathSegment, RequestBody, Secret};

use super::base_url::BaseUrl;
use super::outgoing::{Outgoing, unsendable};
use crate::error::{Error, ErrorKind};

/// An operation and what it is asked with.
pub(crate) struct Call<Op: ApiOperation> {
    pub(crate) body: Op::Body,
    /// The values of the path's parameters, by their names.
    path: Vec<(&'static str, PathValue)>,
    query: Vec<(&'static str, String)>,
    /// What an error says where the request may have been carried out.
    in_doubt: Option<&'static str>,
    /// The first argument that cannot be sent; nothing is sent then.
    fault: Option<String>,
}

/// A value for a place in a path.
#[derive(Clone)]
enum PathValue {
    Text(String),
    Secret(Secret),
}

impl<Op: ApiOperation> Call<Op> {
    pub(crate) const fn new(body: Op::Body) -> Self {
        Self {
            body,
            path: Vec::new(),
            query: Vec::new(),
            in_doubt: None,
            fault: None,
        }
    }

    /// Sets a parameter of the path.
    pub(crate) fn path(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.path.push((name, PathValue::Text(value.into())));
        self
    }

    /// Sets a parameter of the path that nobody may see.
    pub(crate) fn secret_path(mut self, name: &'static str, value: impl Into<Secret>) -> Self {
        self.path.push((name, PathValue::Secret(value.into())));
        self
    }

    /// Sets a parameter of the query to these values, in place of earlier ones.
    #[allow(dead_code, reason = "the contract says whether a call has one")]
    pub(crate) fn set_query<V: ToString>(
        &mut self,
        name: &'static str,
        values: impl IntoIterator<Item = V>,
    ) {
        self.query.retain(|(taken, _)| *taken != name);
        let values = values.into_iter().map(|value| (name, value.to_string()));
        self.query.extend(values);
    }

    /// The same, for values that have limits: the first that is beyond them is remembered.
    #[allow(dead_code, reason = "the contract says whether a call has one")]
    pub(crate) fn set_checked_query<V: ToString>(
        &mut self,
        name: &'static str,
        values: impl IntoIterator<Item = V>,
        check: impl Fn(&V) -> Result<(), LimitError>,
    ) {
        let values: Vec<V> = values.into_iter().collect();
        if let Some(cause) = values.iter().find_map(|value| check(value).err()) {
            self.fault.get_or_insert_with(|| cause.to_string());
        }
        self.set_query(name, values);
    }

    /// Has an error say that, where the request may have been carried out.
    pub(crate) const fn in_doubt(mut self, hint: &'static str) -> Self {
        self.in_doubt = Some(hint);
        self
    }

    /// An error with what to do where the request may have been carried out.
    pub(super) fn told(&self, error: Error) -> Error {
        match self.in_doubt {
            Some(hint) if error.may_have_been_carried_out() => error.with_hint(hint),
            _ => error,
        }
    }

    /// The secrets in it, for the server may repeat them.
    pub(super) fn secrets(&self) -> Vec<Secret> {
        let mut found = Vec::new();
        self.body.secrets(&mut found);
        let in_path = self.path.iter().filter_map(|(_, value)| match value {
            PathValue::Secret(secret) => Some(secret),
            PathValue::Text(_) => None,
        });
        found.into_iter().chain(in_path).cloned().collect()
    }

    /// The request, or why none can be made of the arguments.
    pub(super) fn request(&self, base_url: &BaseUrl) -> Result<Outgoing, Error> {
        let operation = Op::OPERATION;
        let refuse = |message: &str| Error::new(ErrorKind::Input, operation.id(), message);
        let path = filled(operation.path(), &self.path).map_err(|it| refuse(&it))?;
        if let Some(fault) = &self.fault {
            return Err(refuse(fault));
        }
        self.body.check().map_err(|it| refuse(&it.to_string()))?;
        let head = || -> Option<reqwest::Request> {
            let mut url = base_url.with(&path);
            if !self.query.is_empty() {
                url.query_pairs_mut().extend_pairs(&self.query);
            }
            let mut request = reqwest::Request::new(operation.method().parse().ok()?, url);
            let accept = HeaderValue::from_static(operation.accept());
            request.headers_mut().insert(ACCEPT, accept);
            Some(request)
        };
        let head = head().ok_or_else(|| refuse("no request could be made of the arguments"))?;
        if !Op::Body::IS_SENT {
            return Ok(Outgoing::of(head));
        }
        let body = self.body.encode();
        let body = body.map_err(|cause| unsendable(operation.id(), cause))?;
        Ok(Outgoing::with_body(head, body))
    }
}

impl<Op: ApiOperation> Clone for Call<Op>
where
    Op::Body: Clone,
{
    fn clone(&self) -> Self {
        Self {
            body: self.body.clone(),
            path: self.path.clone(),
            query: self.query.clone(),
            in_doubt: self.in_doubt,
            fault: self.fault.clone(),
        }
    }
}

impl<Op: ApiOperation> fmt::Debug for Call<Op> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct(Op::OPERATION.id());
        for (name, value) in &self.path {
            match value {
                PathValue::Text(text) => shown.field(name, text),
                PathValue::Secret(secret) => shown.field(name, secret),
            };
        }
        for (name, value) in &self.query {
            shown.field(name, value);
        }
        if Op::Body::IS_SENT {
            shown.field("body", &self.body);
        }
        shown.finish()
    }
}

/// A duration in whole seconds; a fraction counts as one more.
#[allow(dead_code, reason = "the contract says whether a call has one")]
pub(crate) fn whole_seconds(duration: Duration) -> i64 {
    let rest = u64::from(duration.subsec_nanos() > 0);
    i64::try_from(duration.as_secs().saturating_add(rest)).unwrap_or(i64::MAX)
}

/// A duration in whole milliseconds; a fraction counts as one more.
#[allow(dead_code, reason = "the contract says whether a call has one")]
pub(crate) fn whole_milliseconds(duration: Duration) -> i64 {
    i64::try_from(duration.as_nanos().div_ceil(1_000_000)).unwrap_or(i64::MAX)
}

/// The path with the values of its parameters, or why one of them cannot stand there.
fn filled<'a>(
    template: &'a str,
    values: &[(&'static str, PathValue)],
) -> Result<Cow<'a, str>, String> {
    if !template.contains('{') {
        return Ok(template.into());
    }
    let segments = template.split('/').map(|segment| {
        let name = segment
            .strip_prefix('{')
            .and_then(|it| it.strip_suffix('}'));
        let Some(name) = name else {
            return Ok(segment.to_owned());
        };
        let value = values.iter().find(|(taken, _)| *taken == name);
        let value = match value.map(|(_, value)| value) {
            Some(PathValue::Text(text)) => Secret::from(text.as_str()),
            Some(PathValue::Secret(secret)) => secret.clone(),
            None => return Err(format!("`{name}` is missing")),
        };
        let segment = PathSegment::new(value);
        let segment =
            segment.map_err(|cause| format!("`{name}` cannot stand in a path: {cause}"))?;
        Ok(segment.encoded())
    });
    Ok(segments.collect::<Result<Vec<_>, _>>()?.join("/").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_takes_its_values_encoded() {
        let text = |text: &str| PathValue::Text(text.to_owned());
        let filled = |template, values: &[(&'static str, PathValue)]| filled(template, values);
        assert_eq!(
            filled("/a/{b}/{c}", &[("c", text("x")), ("b", text("a/b ü"))]),
            Ok("/a/a%2Fb%20%C3%BC/x".into())
        );
        assert_eq!(
            filled("/rest/token/list", &[]),
            Ok("/rest/token/list".into())
        );
        let secret = PathValue::Secret(Secret::from(".."));
        let refused = filled("/a/{b}", &[("b", secret)]).unwrap_err();
        assert!(
            refused.starts_with("`b` cannot stand in a path: it is `.` or"),
            "{refused}"
        );
    }
}
