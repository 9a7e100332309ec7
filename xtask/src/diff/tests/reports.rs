//! What people read.

use super::edit::{FIXTURE, changes, edited};
use crate::diff::report::report;
use crate::diff::version::Verdict;

#[test]
fn a_report_is_grouped_and_ends_with_the_verdict() {
    let changes = changes(
        FIXTURE,
        &edited(&[
            ("required: [id, name]", "required: [id]"),
            ("        - basic: []\n", ""),
            ("maxLength: 255", "maxLength: 100"),
            ("[Big, Small]", "[Big, Middle, Small]"),
            ("summary: Show a thing", "summary: Show one"),
        ]),
    );
    let version = || "0.1.0".parse().unwrap();
    let verdict = Verdict::new(version(), version(), changes.severity());
    insta::assert_snapshot!(report(&changes, &verdict, "abc1234"), @"
    Breaking
      base.yaml:22: createThing (POST /things): `basic` no longer opens it [security-removed]; in every operation
      base.yaml:168: Thing: `name`: is no longer required [property-optional]; in every operation
      revision.yaml:153: NewThing: `name`: `maxLength` 255 -> 100 [limit-tightened]; in createThing
    Additions
      revision.yaml:213: Kind: the value `Middle` is new [value-added]; in every operation
    Documentation
      revision.yaml:81: getThing (GET /things/{id}): `summary` changed [documentation]
    breaking; 0.1.0 -> needs 0.2.0 (abc1234)
    ");
}
