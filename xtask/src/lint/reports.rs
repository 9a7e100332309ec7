//! Reads what the linters of npm print, each in its own JSON.

use std::path::Path;

use serde::Deserialize;
use serde_json::Deserializer;

use super::finding::Finding;

/// A finding and the name of the file that it is about.
pub(super) type Located = (String, Finding);

/// Redocly prints one object for each file.
pub(super) fn redocly(output: &str) -> serde_json::Result<Vec<Located>> {
    #[derive(Deserialize)]
    struct Report {
        problems: Vec<Problem>,
    }
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Problem {
        rule_id: String,
        message: String,
        location: Vec<Location>,
    }
    #[derive(Deserialize)]
    struct Location {
        source: Source,
        pointer: Option<String>,
    }
    #[derive(Deserialize)]
    struct Source {
        r#ref: String,
    }
    let mut found = Vec::new();
    for report in Deserializer::from_str(output).into_iter::<Report>() {
        for problem in report?.problems {
            let (file, place) = match problem.location.into_iter().next() {
                Some(Location { source, pointer }) => (source.r#ref, pointer),
                None => Default::default(),
            };
            let finding = Finding {
                place: place.unwrap_or_else(|| "#/".to_owned()),
                rule: problem.rule_id,
                message: problem.message,
            };
            found.push((file_name(&file), finding));
        }
    }
    Ok(found)
}

/// Spectral prints one list, with whole paths of files.
pub(super) fn spectral(output: &str) -> serde_json::Result<Vec<Located>> {
    #[derive(Deserialize)]
    struct Problem {
        code: String,
        path: Vec<Key>,
        message: String,
        source: String,
    }
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Key {
        Name(String),
        Index(u64),
    }
    let problems: Vec<Problem> = serde_json::from_str(output)?;
    let located = problems.into_iter().map(|problem| {
        let mut place = String::from("#");
        for key in problem.path {
            place.push('/');
            match key {
                Key::Name(name) => {
                    place.push_str(&name.replace('~', "~0").replace('/', "~1"));
                }
                Key::Index(index) => place.push_str(&index.to_string()),
            }
        }
        let finding = Finding {
            place,
            rule: problem.code,
            message: problem.message,
        };
        (file_name(&problem.source), finding)
    });
    Ok(located.collect())
}

/// Our own program around ajv prints one list.
pub(super) fn ajv(output: &str) -> serde_json::Result<Vec<Located>> {
    #[derive(Deserialize)]
    struct Problem {
        file: String,
        rule: String,
        pointer: String,
        message: String,
    }
    let problems: Vec<Problem> = serde_json::from_str(output)?;
    let located = problems.into_iter().map(|problem| {
        let finding = Finding {
            place: problem.pointer,
            rule: problem.rule,
            message: problem.message,
        };
        (problem.file, finding)
    });
    Ok(located.collect())
}

fn file_name(path: &str) -> String {
    let name = Path::new(path).file_name().and_then(|it| it.to_str());
    name.unwrap_or(path).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn located(file: &str, rule: &str, place: &str, message: &str) -> Located {
        let finding = Finding {
            place: place.to_owned(),
            rule: rule.to_owned(),
            message: message.to_owned(),
        };
        (file.to_owned(), finding)
    }

    #[test]
    fn redoclys_reports_follow_each_other() {
        let output = r##"
            {"totals": {"errors": 0}, "version": "2.77.0", "problems": []}
            {"version": "2.77.0", "problems": [{
                "ruleId": "struct", "severity": "error", "message": "Not here.", "suggest": [],
                "location": [{"source": {"ref": "b.yaml"}, "pointer": "#/a/~1b", "reportOnKey": true}]
            }]}"##;
        assert_eq!(
            redocly(output).unwrap(),
            [located("b.yaml", "struct", "#/a/~1b", "Not here.")]
        );
        assert!(redocly("no such file").is_err());
    }

    #[test]
    fn spectrals_paths_become_pointers() {
        let output = r#"[{
            "code": "rule", "path": ["paths", "/a/~", 0], "message": "No.", "severity": 1,
            "range": {"start": {"line": 1, "character": 2}}, "source": "/somewhere/a.yaml"
        }]"#;
        assert_eq!(
            spectral(output).unwrap(),
            [located("a.yaml", "rule", "#/paths/~1a~1~0/0", "No.")]
        );
        assert!(spectral("").is_err());
    }

    #[test]
    fn our_own_findings_are_read() {
        let output = r##"[{"file": "a.yaml", "rule": "r", "pointer": "#/a", "message": "m"}]"##;
        assert_eq!(ajv(output).unwrap(), [located("a.yaml", "r", "#/a", "m")]);
    }
}
