//! What a browser sends of a form.

use axum::{
    extract::{FromRequest, Request},
    http::StatusCode,
};
use opentact_client::Secret;

use super::problem::Problem;
use crate::http::body::{LONGEST, RequestBody, read_up_to};

/// The fields of a form, each once. Its values may be secrets, so it prints none.
pub(super) struct Form(Vec<(String, Secret)>);

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        match read_up_to(LONGEST, request.into_body()).await {
            RequestBody::Complete(bytes) => Ok(Self::read(&bytes)),
            RequestBody::TooLong(_) => Err(Problem::new(
                StatusCode::PAYLOAD_TOO_LARGE,
                format!("A form may have {LONGEST} bytes."),
            )),
            RequestBody::Broken => Err(Problem::form("The form broke off.")),
        }
    }
}

impl Form {
    fn read(bytes: &[u8]) -> Self {
        let fields = form_urlencoded::parse(bytes).into_owned();
        Self(
            fields
                .map(|(name, value)| (name, Secret::new(value)))
                .collect(),
        )
    }

    /// The value of a field; empty if it was not sent.
    pub(super) fn get(&self, name: &str) -> &str {
        let field = self.0.iter().find(|(it, _)| it == name);
        field.map_or("", |(_, value)| value.expose())
    }

    /// The value of a field without spaces around it, if there is anything in it.
    pub(super) fn filled(&self, name: &str) -> Option<&str> {
        Some(self.get(name).trim()).filter(|value| !value.is_empty())
    }

    /// The number in a field, if there is anything in it; `label` is what the person sees.
    pub(super) fn number<T: std::str::FromStr>(
        &self,
        name: &str,
        label: &str,
    ) -> Result<Option<T>, Problem> {
        let wrong = |_| Problem::form(format!("{label} has to be a number in range."));
        self.filled(name).map(str::parse).transpose().map_err(wrong)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_as_browsers_write_them() {
        let form = Form::read(b"name=a+b%26c&ttl=+60+&empty=&x");
        assert_eq!((form.get("name"), form.get("none")), ("a b&c", ""));
        assert_eq!(form.number::<u32>("ttl", "Life").ok(), Some(Some(60)));
        assert_eq!(form.number::<u32>("empty", "Life").ok(), Some(None));
        let wrong = form.number::<u32>("name", "Life").err();
        assert_eq!(
            wrong.map(|it| it.message().to_owned()).as_deref(),
            Some("Life has to be a number in range.")
        );
    }
}
