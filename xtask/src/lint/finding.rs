//! What a linter of npm has found, in one form for all of them.

use opentact_codegen::Document;

/// One finding.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Finding {
    /// Where, as a JSON pointer behind `#`.
    pub(super) place: String,
    /// The linter's name for the rule.
    pub(super) rule: String,
    /// What breaks it.
    pub(super) message: String,
}

impl Finding {
    /// One line that begins with file, line and column.
    pub(super) fn line(&self, tool: &str, document: &Document) -> String {
        let Self {
            place,
            rule,
            message,
        } = self;
        let pointer = place.strip_prefix('#').unwrap_or(place);
        let position = document.position(pointer.trim_end_matches('/'));
        let origin = document.origin();
        let message = message.split_whitespace().collect::<Vec<_>>().join(" ");
        format!("{origin}:{position}: {tool} {rule}: {message} ({place})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_begins_with_the_position_of_the_nearest_part_that_exists() {
        let document = Document::parse("x.yaml", "a:\n  b: 1\n").unwrap();
        let finding = Finding {
            place: "#/a/b/missing".to_owned(),
            rule: "rule".to_owned(),
            message: "two\n  lines".to_owned(),
        };
        assert_eq!(
            finding.line("tool", &document),
            "x.yaml:2:3: tool rule: two lines (#/a/b/missing)"
        );
    }
}
