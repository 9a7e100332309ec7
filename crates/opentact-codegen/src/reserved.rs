//! Path segments that cannot be the value of a path parameter, because they lead to another operation.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::document::Document;

/// The static segments that stand where some path template takes a parameter, in a path that is
/// the same in all its other segments.
pub(crate) fn reserved_segments(document: &Document) -> Vec<String> {
    let paths: Vec<Vec<&str>> = document
        .value()
        .get("paths")
        .and_then(Value::as_object)
        .map(|all| all.keys().map(|path| path.split('/').collect()).collect())
        .unwrap_or_default();
    let mut reserved = BTreeSet::new();
    for template in &paths {
        for index in (0..template.len()).filter(|index| is_parameter(template[*index])) {
            for other in &paths {
                if !is_parameter(other.get(index).unwrap_or(&"{}"))
                    && matches_elsewhere(template, other, index)
                {
                    reserved.insert(other[index].to_owned());
                }
            }
        }
    }
    reserved.into_iter().collect()
}

fn is_parameter(segment: &str) -> bool {
    segment.starts_with('{')
}

/// Whether one URL can match both templates, the segment at `index` aside.
fn matches_elsewhere(left: &[&str], right: &[&str], index: usize) -> bool {
    left.len() == right.len()
        && left
            .iter()
            .zip(right)
            .enumerate()
            .all(|(at, (left, right))| {
                at == index || left == right || is_parameter(left) || is_parameter(right)
            })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reserved(paths: &[&str]) -> Vec<String> {
        let text: String = paths
            .iter()
            .map(|path| format!("  {path}: {{}}\n"))
            .collect();
        reserved_segments(&Document::parse("test", &format!("paths:\n{text}")).unwrap())
    }

    #[test]
    fn a_static_segment_beside_a_parameter_is_reserved() {
        let paths = ["/thing/{thing}", "/thing/all", "/thing/list"];
        assert_eq!(reserved(&paths), ["all", "list"]);
    }

    #[test]
    fn parameters_before_and_after_may_have_other_names() {
        let paths = ["/a/{x}/b/{y}", "/a/{z}/c/list", "/a/{z}/b/all"];
        assert_eq!(reserved(&paths), ["all"]);
    }

    #[test]
    fn a_path_of_another_length_reserves_nothing() {
        assert!(reserved(&["/thing/{thing}", "/thing/all/parts", "/other/all"]).is_empty());
    }
}
