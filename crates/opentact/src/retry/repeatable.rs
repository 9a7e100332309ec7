//! Which requests may be carried out twice.

use http::Method;

/// Whether a request may be carried out twice.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Repeatable {
    /// Doing it twice ends in the same state as doing it once.
    Always,
    /// Only what never arrived may be sent again.
    UnlessArrived,
}

impl Repeatable {
    /// What the method says. One that is not known counts as `POST` does.
    pub(crate) fn of(method: &Method) -> Self {
        let same = [
            Method::GET,
            Method::HEAD,
            Method::OPTIONS,
            Method::PUT,
            // No promise of HTTP, but of this API: it sets values.
            Method::PATCH,
            Method::DELETE,
        ];
        if same.contains(method) {
            Self::Always
        } else {
            Self::UnlessArrived
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_creates_is_not_carried_out_twice() {
        for method in ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE"] {
            let method = method.parse().unwrap();
            assert_eq!(Repeatable::of(&method), Repeatable::Always, "{method}");
        }
        for method in ["POST", "CONNECT", "LINK", "get", "Post"] {
            let method = method.parse().unwrap();
            assert_eq!(
                Repeatable::of(&method),
                Repeatable::UnlessArrived,
                "{method}"
            );
        }
    }
}
