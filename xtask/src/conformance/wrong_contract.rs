//! The proof that Schemathesis can find something: a contract that the sandbox does not keep.

use serde_json::{Value, json};

use super::findings::Findings;
use crate::error::Error;

/// The checks that have to turn red: one by the fault that the run's sandbox has, all others by the
/// wrong contract.
const RED: [&str; 11] = [
    "allow_header_conformance",
    "content_type_conformance",
    "ignored_auth",
    "missing_required_header",
    "negative_data_rejection",
    "not_a_server_error",
    "positive_data_acceptance",
    "response_headers_conformance",
    "response_schema_conformance",
    "status_code_conformance",
    "unsupported_method",
];

/// The other checks. They fail for a sandbox that loses what was made, shows what was deleted, or
/// shows one user's things to another, and it cannot be told to.
const NOT_SHOWN: [&str; 3] = [
    "ensure_resource_availability",
    "object_level_authorization",
    "use_after_free",
];

/// The contract with a lie for each of these checks.
pub(super) fn of(contract: &Value) -> Value {
    let mut wrong = contract.clone();
    let schemas = &mut wrong["components"]["schemas"];
    schemas["AuthenticateResponse"]["required"] = json!(["success", "payload", "missing"]);
    let properties = &mut schemas["CreateTokenRequest"]["properties"];
    properties["name"]["maxLength"] = json!(300);
    properties["ttl"]["minimum"] = json!(100);
    let ghost = json!({ "type": "apiKey", "in": "header", "name": "X-Ghost" });
    wrong["components"]["securitySchemes"]["ghost"] = ghost;

    let paths = &mut wrong["paths"];
    let needed = json!({ "name": "X-Needed", "in": "header", "required": true, "schema": { "type": "string" } });
    paths["/rest/auth"]["get"]["parameters"] = json!([needed]);
    rename(&mut paths["/rest/token/list"], "get", "put");
    let all = &mut paths["/rest/token/all"]["delete"];
    all["security"] = json!([{ "ghost": [] }]);
    let answer = &mut all["responses"]["200"];
    answer["headers"] =
        json!({ "X-Missing": { "required": true, "schema": { "type": "string" } } });
    rename(&mut answer["content"], "application/json", "text/plain");
    let one = &mut paths["/rest/token/{token}"];
    remove(one, "patch");
    remove(&mut one["delete"]["responses"], "404");
    for status in ["200", "201"] {
        let links = &mut paths["/rest/token"]["post"]["responses"][status]["links"];
        remove(links, "updateToken");
    }
    wrong
}

/// Says which checks found something.
///
/// # Errors
///
/// When one that had to did not: then the other runs prove nothing.
pub(super) fn proof(found: &Findings) -> Result<String, Error> {
    let failed = found.failed_checks();
    let blind: Vec<_> = RED
        .into_iter()
        .filter(|check| !failed.contains(*check))
        .collect();
    if blind.is_empty() {
        let count = RED.len();
        return Ok(format!(
            "a wrong contract: {count} checks fail, as they should; it cannot show {}",
            NOT_SHOWN.join(" and ")
        ));
    }
    Err(Error::Failed {
        what: "the proof with a wrong contract".to_owned(),
        message: format!("{} found nothing", blind.join(", ")),
    })
}

fn rename(map: &mut Value, from: &str, to: &str) {
    if let Some(value) = remove(map, from) {
        map[to] = value;
    }
}

fn remove(map: &mut Value, key: &str) -> Option<Value> {
    map.as_object_mut()?.remove(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_that_stays_green_proves_nothing() {
        let event = |checks: &[&str]| {
            let checks: Vec<_> = checks
                .iter()
                .map(|name| json!({ "name": name, "status": "failure" }))
                .collect();
            json!({ "ScenarioFinished": { "recorder": { "checks": { "case": checks } } } })
        };
        let found =
            |checks: &[&str]| Findings::read(&event(checks).to_string(), String::new(), false);
        assert!(proof(&found(&RED)).is_ok());
        let error = proof(&found(&RED[1..])).unwrap_err().to_string();
        assert!(
            error.contains("allow_header_conformance found nothing"),
            "{error}"
        );
    }
}
