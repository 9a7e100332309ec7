//! Which operation a request asks for, by the contract's table of operations.

use std::{borrow::Cow, cmp::Reverse};

use opentact_client::{REDACTED, security::Operation};
use percent_encoding::percent_decode_str;

use crate::{
    contract::{described, path_names},
    record::mask,
    uuid_form::is_uuid,
};

/// The paths of the event service: the older one and the newer one.
const EVENT_PATHS: [&str; 2] = ["/", "/wss"];

/// How many segments of a path a record shows.
const SHOWN_SEGMENTS: usize = 8;

/// The paths of the table, ready to be compared.
#[derive(Debug)]
pub(crate) struct Router {
    routes: Vec<Route>,
}

#[derive(Debug)]
struct Route {
    operation: Operation,
    segments: Vec<Segment>,
}

#[derive(Debug)]
enum Segment {
    Exact(&'static str),
    Parameter,
}

/// What is at a method and path.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// An operation, with what stands for its path parameters.
    Operation {
        operation: Operation,
        arguments: Vec<String>,
    },
    /// The event service.
    Events,
    /// A path with other methods; these are the ones, for the header `Allow`.
    WrongMethod { allow: String },
    /// Nothing.
    Nothing,
}

impl Found {
    /// The operation, if it is one.
    pub(crate) const fn operation(&self) -> Option<Operation> {
        match self {
            Self::Operation { operation, .. } => Some(*operation),
            Self::Events | Self::WrongMethod { .. } | Self::Nothing => None,
        }
    }
}

impl Router {
    /// The routes of every operation of the table.
    pub(crate) fn new() -> Self {
        let routes = Operation::ALL.iter().copied().map(Route::new);
        Self {
            routes: routes.collect(),
        }
    }

    /// Finds what a request asks for. A literal path wins over a template.
    pub(crate) fn find(&self, method: &str, path: &str) -> Found {
        if EVENT_PATHS.contains(&path) {
            return match (method, path) {
                ("GET", _) => Found::Events,
                // Who looks at the address of the API finds nothing there.
                (_, "/") => Found::Nothing,
                _ => Found::WrongMethod {
                    allow: "GET".to_owned(),
                },
            };
        }
        let segments = split(path);
        let fitting = || self.routes.iter().filter(|route| route.fits(&segments));
        let Some(best) = fitting().map(Route::rank).max() else {
            return Found::Nothing;
        };
        let at_path = || fitting().filter(|route| route.rank() == best);
        if let Some(route) = at_path().find(|route| route.operation.method() == method) {
            return Found::Operation {
                operation: route.operation,
                arguments: route.arguments(&segments),
            };
        }
        let mut methods: Vec<_> = at_path().map(|route| route.operation.method()).collect();
        methods.sort_unstable();
        Found::WrongMethod {
            allow: methods.join(", "),
        }
    }

    /// The path of what was found, with its secrets hidden. Where nothing was found, everything is
    /// hidden that is neither a word of the table nor a uuid.
    pub(crate) fn masked(&self, path: &str, found: &Found) -> String {
        if let Found::Operation {
            operation,
            arguments,
        } = found
        {
            let parameters = described(*operation).map_or(&[][..], |it| it.parameters);
            let named = path_names(*operation).zip(arguments);
            return named.fold(operation.path().to_owned(), |shown, (name, argument)| {
                let own = parameters.iter().find(|it| it.property.name == name);
                let text = match own {
                    // A uuid opens nothing, also where a secret belongs.
                    _ if is_uuid(argument) => argument.clone(),
                    Some(own) => mask::text(&own.property.schema, argument),
                    None => REDACTED.to_owned(),
                };
                shown.replace(&format!("{{{name}}}"), &text)
            });
        }
        if EVENT_PATHS.contains(&path) {
            return path.to_owned();
        }
        let segments = split(path);
        let mut shown = String::new();
        for segment in segments.iter().take(SHOWN_SEGMENTS) {
            let known = self
                .routes
                .iter()
                .flat_map(|route| &route.segments)
                .any(|word| matches!(word, Segment::Exact(word) if word == segment));
            shown.push('/');
            shown.push_str(match &**segment {
                text if known || text.is_empty() || is_uuid(text) => text,
                _ => "[redacted]",
            });
        }
        if segments.len() > SHOWN_SEGMENTS {
            shown.push_str("/...");
        }
        shown
    }
}

impl Route {
    fn new(operation: Operation) -> Self {
        Self {
            operation,
            segments: segments(operation.path()),
        }
    }

    fn fits(&self, path: &[Cow<'_, str>]) -> bool {
        self.segments.len() == path.len()
            && self
                .segments
                .iter()
                .zip(path)
                .all(|(segment, text)| match segment {
                    Segment::Exact(word) => word == text,
                    Segment::Parameter => !matches!(&**text, "" | "." | ".."),
                })
    }

    /// Greater for the path that is literal where another has a parameter.
    fn rank(&self) -> Reverse<Vec<bool>> {
        let parameters = self
            .segments
            .iter()
            .map(|part| matches!(part, Segment::Parameter));
        Reverse(parameters.collect())
    }

    fn arguments(&self, path: &[Cow<'_, str>]) -> Vec<String> {
        let pairs = self.segments.iter().zip(path);
        let arguments = pairs.filter(|(segment, _)| matches!(segment, Segment::Parameter));
        arguments.map(|(_, text)| text.to_string()).collect()
    }
}

/// The segments of a template.
fn segments(template: &'static str) -> Vec<Segment> {
    let segment = |text: &'static str| match text.starts_with('{') {
        true => Segment::Parameter,
        false => Segment::Exact(text),
    };
    template.split('/').skip(1).map(segment).collect()
}

/// The segments of a path, each decoded; one that does not decode to UTF-8 stays as it is.
fn split(path: &str) -> Vec<Cow<'_, str>> {
    let decode = |text| {
        percent_decode_str(text)
            .decode_utf8()
            .unwrap_or(Cow::Borrowed(text))
    };
    path.split('/').skip(1).map(decode).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(method: &str, path: &str) -> Found {
        Router::new().find(method, path)
    }

    #[test]
    fn every_operation_of_the_table_is_found() {
        for operation in Operation::ALL.iter().copied() {
            let path = operation.path().replace("{token}", "made-up");
            let found = find(operation.method(), &path);
            assert!(
                matches!(found, Found::Operation { operation: o, .. } if o == operation),
                "{path}: {found:?}"
            );
        }
    }

    #[test]
    fn each_parameter_of_a_path_has_its_argument() {
        let route = Route {
            operation: Operation::Authenticate,
            segments: segments("/a/{b}/c/{d}"),
        };
        let path = split("/a/1/c/2%2F3");
        assert!(route.fits(&path));
        assert_eq!(route.arguments(&path), ["1", "2/3"]);
    }

    #[test]
    fn a_literal_path_wins_over_a_template() {
        let all = Found::Operation {
            operation: Operation::DeleteAllTokens,
            arguments: Vec::new(),
        };
        assert_eq!(find("DELETE", "/rest/token/all"), all);
        assert_eq!(find("DELETE", "/rest/token/%61ll"), all);
        let one = Found::Operation {
            operation: Operation::DeleteToken,
            arguments: vec!["all%".to_owned()],
        };
        assert_eq!(find("DELETE", "/rest/token/all%25"), one);
    }

    #[test]
    fn a_wrong_method_is_told_the_right_ones() {
        for (path, allow) in [
            ("/rest/auth", "GET"),
            ("/rest/token", "POST"),
            ("/rest/token/list", "GET"),
            ("/rest/token/all", "DELETE"),
            ("/rest/token/made-up", "DELETE, PATCH"),
        ] {
            for method in ["PUT", "HEAD", "OPTIONS", "get"] {
                let found = find(method, path);
                assert_eq!(
                    found,
                    Found::WrongMethod {
                        allow: allow.to_owned()
                    },
                    "{path}"
                );
            }
        }
    }

    #[test]
    fn other_paths_are_nothing() {
        for path in [
            "",
            "/",
            "*",
            "/rest",
            "/auth",
            "/rest/auth/",
            "/rest/token/",
            "//rest/auth",
            "/rest/token/.",
            "/rest/token/..",
            "/rest/token/%2e%2E",
            "/rest/token/a/b",
            "/REST/auth",
        ] {
            assert_eq!(find("DELETE", path), Found::Nothing, "{path}");
        }
    }

    #[test]
    fn the_event_service_is_at_two_paths_and_is_got() {
        for path in ["/", "/wss"] {
            assert_eq!(find("GET", path), Found::Events);
        }
        assert_eq!(find("POST", "/"), Found::Nothing);
        let allow = "GET".to_owned();
        assert_eq!(find("POST", "/wss"), Found::WrongMethod { allow });
        assert_eq!(find("GET", "/wss/"), Found::Nothing);
    }

    #[test]
    fn odd_encodings_are_taken_as_they_are() {
        for (path, parameter) in [("%zz", "%zz"), ("%ff", "%ff"), ("%", "%"), ("a%2Fb", "a/b")] {
            let expected = Found::Operation {
                operation: Operation::DeleteToken,
                arguments: vec![parameter.to_owned()],
            };
            assert_eq!(find("DELETE", &format!("/rest/token/{path}")), expected);
        }
    }

    #[test]
    fn only_words_of_the_table_and_uuids_are_shown() {
        let uuid = "60e9fa76-20e7-45ee-bf24-8c4a95143dad";
        let router = Router::new();
        for (path, shown) in [
            ("/rest/token/list", "/rest/token/list"),
            ("/rest/token/OVt9di1JqNEmrp2K", "/rest/token/[redacted]"),
            (
                &format!("/rest/token/{uuid}"),
                &format!("/rest/token/{uuid}"),
            ),
            ("/rest//x", "/rest//[redacted]"),
            ("/", "/"),
            ("/wss", "/wss"),
            (
                "/1/2/3/4/5/6/7/8/9",
                &format!("{}/...", "/[redacted]".repeat(8)),
            ),
            ("*", ""),
        ] {
            let found = router.find("DELETE", path);
            assert_eq!(router.masked(path, &found), shown);
        }
    }
}
