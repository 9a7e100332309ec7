//! Each edit of the table alone: taken, or refused with its place, the reason and a remedy.

use super::*;
use crate::edits::edits;

#[test]
fn each_edit_is_taken_or_refused_as_the_table_says() {
    let edits = edits();
    assert!(edits.len() > 60);
    let root = workspace();
    let path = root.path().join(CONTRACT);
    let contract = fs::read_to_string(&path).unwrap();
    let mut wrong = String::new();
    for edit in edits {
        let (text, lines) = edit.apply(&contract).unwrap();
        fs::write(&path, text).unwrap();
        let before = files(&root);
        let outcome = match edit.refusal {
            Some(_) => run(&root, false).map(drop),
            None => derive(root.path()).map(drop),
        };
        let outcome = outcome.map_err(|error| error.to_string());
        assert_eq!(files(&root), before, "{}", edit.name);
        let is_right = match (&outcome, &edit.refusal) {
            (Ok(_), None) => true,
            (Err(message), Some(refusal)) => {
                let said = message
                    .lines()
                    .find(|it| it.contains(refusal))
                    .unwrap_or("");
                let place = said.strip_prefix("openapi/opentact.yaml:");
                let line = place.and_then(|it| it.split(':').next()?.parse().ok());
                said.contains("; ") && line.is_some_and(|it| lines.contains(&it))
            }
            _ => false,
        };
        if !is_right {
            let said = outcome.err().unwrap_or_else(|| "taken".to_owned());
            wrong.push_str(&format!("\n{}: {said}\n", edit.name));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
