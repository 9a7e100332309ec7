//! Edits that change nothing, and changes that many places share.

use std::collections::BTreeSet;

use super::edit::{FIXTURE, changes, edited};
use crate::diff::change::Severity::{Major, Minor};

#[test]
fn what_means_the_same_is_no_change() {
    let rows: [(&str, &[(&str, &str)]); 9] = [
        ("nothing", &[]),
        ("a comment", &[("servers:\n", "# Two of them.\nservers:\n")]),
        (
            "order of keys",
            &[(
                "title: Things\n  version: 0.1.0",
                "version: 0.1.0\n  title: Things",
            )],
        ),
        ("order of required", &[("[name, secret]", "[secret, name]")]),
        ("order of values", &[("[Big, Small]", "[Small, Big]")]),
        (
            "order of schemes",
            &[(
                "        - basic: []\n        - bearer: []\n",
                "        - bearer: []\n        - basic: []\n",
            )],
        ),
        ("case of a header", &[("name: X-Trace", "name: x-trace")]),
        (
            "false for nothing",
            &[("in: header\n", "in: header\n      required: false\n")],
        ),
        (
            "a reference alone in allOf",
            &[(
                "        kind:\n          $ref: \"#/components/schemas/Kind\"",
                "        kind:\n          allOf:\n            - $ref: \"#/components/schemas/Kind\"",
            )],
        ),
    ];
    for (name, edits) in rows {
        assert_eq!(changes(FIXTURE, &edited(edits)).list, [], "{name}");
    }
}

#[test]
fn what_moves_behind_a_reference_stays_what_it_is() {
    let response = "description: No such thing.\n          content:\n            application/json:\n              schema:\n                $ref: \"#/components/schemas/Error\"";
    let shared = "  responses:\n    Missing:\n      description: No such thing.\n      content:\n        application/json:\n          schema:\n            $ref: \"#/components/schemas/Error\"\n    Unauthorized:\n";
    let moved = edited(&[
        (response, "$ref: \"#/components/responses/Missing\""),
        ("  responses:\n    Unauthorized:\n", shared),
    ]);
    assert_eq!(changes(FIXTURE, &moved).list, []);
    assert_eq!(changes(&moved, FIXTURE).list, []);
}

#[test]
fn a_schema_that_becomes_a_component_is_only_a_new_name() {
    let moved = edited(&[
        (
            "        id:\n          type: string\n          format: uuid\n          description: Its id.\n",
            "        id:\n          $ref: \"#/components/schemas/ThingId\"\n",
        ),
        (
            "    ThingList:\n",
            "    ThingId:\n      type: string\n      format: uuid\n      description: Its id.\n    ThingList:\n",
        ),
    ]);
    let changes = changes(FIXTURE, &moved);
    let found: Vec<_> = changes
        .list
        .iter()
        .map(|it| (it.severity, it.kind, it.place.as_str()))
        .collect();
    assert_eq!(found, [(Minor, "schema-added", "ThingId")]);
}

#[test]
fn a_change_of_a_component_is_told_once_with_all_that_it_reaches() {
    let changes = changes(
        FIXTURE,
        &edited(&[("required: [id, name]", "required: [id]")]),
    );
    let [change] = changes.list.as_slice() else {
        panic!("{changes:?}");
    };
    assert_eq!(change.place, "Thing");
    assert_eq!(change.message, "`name`: is no longer required");
    let reached = ["createThing", "getThing", "listThings"].map(str::to_owned);
    assert_eq!(change.operations, BTreeSet::from(reached));
}

#[test]
fn what_an_alias_repeats_is_one_change() {
    let related = "        first: &related\n          type: object\n          nullable: true\n";
    let changes = changes(
        FIXTURE,
        &edited(&[(
            related,
            "        first: &related\n          type: string\n          nullable: true\n",
        )]),
    );
    let [change] = changes.list.as_slice() else {
        panic!("{changes:?}");
    };
    assert_eq!(change.message, "`first`, `last`: type object -> string");
}

#[test]
fn what_goes_both_ways_is_judged_by_the_stricter() {
    // `createThing` sends what the others bring.
    let both = edited(&[(
        "schema:\n              $ref: \"#/components/schemas/NewThing\"",
        "schema:\n              $ref: \"#/components/schemas/Thing\"",
    )]);
    for (from, to, kind) in [
        ("[id, name]", "[id, name, secret]", "property-required"),
        ("[id, name]", "[id]", "property-optional"),
    ] {
        let changes = changes(&both, &both.replacen(from, to, 1));
        let found: Vec<_> = changes
            .list
            .iter()
            .map(|it| (it.severity, it.kind))
            .collect();
        assert_eq!(found, [(Major, kind)]);
    }
}
