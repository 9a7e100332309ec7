//! Edits of contracts that the fixture is not, judged there and back.

use super::edit::{FIXTURE, check_texts, edited};
use crate::diff::change::Severity::{Major, Minor, Patch};

const CREATE: &str = "createThing (POST /things)";
const LIST: &str = "listThings (GET /things)";

#[test]
fn what_is_a_gain_one_way_may_be_a_loss_the_other() {
    let body = "      requestBody:\n        required: true\n        content:\n          application/json:\n            \
                schema:\n              $ref: \"#/components/schemas/NewThing\"\n            examples:\n              \
                newThing:\n                $ref: \"#/components/examples/newThing\"\n";
    let optional = body.replacen("        required: true\n", "", 1);
    let total = "            X-Total:\n              required: true\n";
    let extra = "          description: Its name.\n          minLength: 2\n";
    let bodiless = edited(&[(body, "")]);
    let with_optional = edited(&[(body, &optional)]);
    let with_header = edited(&[(total, "            X-Total:\n")]);
    let bounded = edited(&[("          description: Its name.\n", extra)]);
    let rows = [
        (
            "body required",
            bodiless.as_str(),
            FIXTURE,
            Major,
            ("body-added", CREATE),
        ),
        (
            "body optional",
            bodiless.as_str(),
            with_optional.as_str(),
            Minor,
            ("body-added", CREATE),
        ),
        (
            "body no longer optional",
            with_optional.as_str(),
            FIXTURE,
            Major,
            ("body-required", CREATE),
        ),
        (
            "header always there",
            with_header.as_str(),
            FIXTURE,
            Minor,
            ("header-required", LIST),
        ),
        (
            "bound of an answer",
            FIXTURE,
            bounded.as_str(),
            Minor,
            ("limit-tightened", "Thing"),
        ),
        (
            "no bound of an answer",
            bounded.as_str(),
            FIXTURE,
            Major,
            ("limit-loosened", "Thing"),
        ),
    ];
    for (name, base, revision, severity, expected) in rows {
        check_texts(name, base, revision, severity, &[expected]);
    }
}

#[test]
fn each_pair_of_lines_is_judged_there_and_back() {
    let size = "          type: string\n          format: password\n        count:";
    let patterned = |pattern: &str| {
        edited(&[(
            size,
            &format!(
                "          type: string\n          format: password\n          pattern: {pattern}\n        count:"
            ),
        )])
    };
    let closed = edited(&[(
        "description: What a new thing is to be.",
        "description: What a new thing is to be.\n      additionalProperties: false",
    )]);
    let answer_closed = edited(&[(
        "      description: A thing.\n",
        "      description: A thing.\n      additionalProperties: false\n",
    )]);
    let unlisted = edited(&[("            enum: [light, dark]\n", "")]);
    let orphan = edited(&[(
        "    Error:\n",
        "    Spare:\n      type: boolean\n    Error:\n",
    )]);
    let newer = edited(&[("openapi: 3.0.3", "openapi: 3.1.0")]);
    let older = edited(&[("openapi: 3.0.3", "openapi: 3.0.2")]);
    let untyped = edited(&[(
        "          type: array\n          items:\n            $ref: \"#/components/schemas/Thing\"\n",
        "          type: array\n",
    )]);
    let composed = edited(&[("    Label:\n      oneOf:", "    Label:\n      anyOf:")]);
    let list = "ThingList";
    let rows = [
        (
            "pattern",
            patterned("^a"),
            patterned("^b"),
            Major,
            Major,
            ["limit-changed"; 2],
            "NewThing",
        ),
        (
            "closed request",
            FIXTURE.to_owned(),
            closed,
            Major,
            Minor,
            ["additional-restricted", "additional-allowed"],
            "NewThing",
        ),
        (
            "closed answer",
            FIXTURE.to_owned(),
            answer_closed,
            Minor,
            Major,
            ["additional-restricted", "additional-allowed"],
            "Thing",
        ),
        (
            "closed enumeration",
            unlisted,
            FIXTURE.to_owned(),
            Major,
            Major,
            ["enum-closed", "enum-opened"],
            LIST,
        ),
        (
            "spare schema",
            FIXTURE.to_owned(),
            orphan,
            Minor,
            Major,
            ["schema-added", "schema-removed"],
            "Spare",
        ),
        (
            "OpenAPI 3.1",
            FIXTURE.to_owned(),
            newer,
            Major,
            Major,
            ["openapi-changed"; 2],
            "contract",
        ),
        (
            "OpenAPI 3.0.2",
            FIXTURE.to_owned(),
            older,
            Patch,
            Patch,
            ["openapi-changed"; 2],
            "contract",
        ),
        (
            "items",
            FIXTURE.to_owned(),
            untyped,
            Major,
            Major,
            ["items-changed"; 2],
            list,
        ),
    ];
    for (name, base, revision, there, back, kinds, place) in rows {
        check_texts(name, &base, &revision, there, &[(kinds[0], place)]);
        check_texts(name, &revision, &base, back, &[(kinds[1], place)]);
    }
    let kinds = [("composition-changed", "Label"); 2];
    check_texts("anyOf", FIXTURE, &composed, Major, &kinds);
    check_texts("oneOf", &composed, FIXTURE, Major, &kinds);
}

#[test]
fn values_and_variants_are_judged_by_the_way_they_go() {
    let colour = "        kind:\n          $ref: \"#/components/schemas/Kind\"\n";
    let closed = |values: &str| {
        let line = format!("        kind:\n          type: string\n          enum: [{values}]\n");
        edited(&[
            (colour, &line),
            (
                "        made_on:\n          type: string\n          format: date-time\n",
                "",
            ),
        ])
    };
    let (few, many) = (closed("a, b"), closed("a, b, c"));
    check_texts(
        "an answer brings a value more",
        &few,
        &many,
        Major,
        &[("value-added", "Thing")],
    );
    check_texts(
        "an answer brings a value less",
        &many,
        &few,
        Major,
        &[("value-removed", "Thing")],
    );

    let open = few.replacen("          enum: [a, b]\n", "", 1);
    let closing = [("enum-closed", "Thing")];
    check_texts("an answer keeps to a list", &open, &few, Minor, &closing);

    let note = "        note:\n          type: string\n          nullable: true\n    Thing:";
    let sent = |more: &str| {
        let text = format!(
            "        note:\n          oneOf:\n            - type: string\n              title: Text\n{more}    Thing:"
        );
        edited(&[(note, &text)])
    };
    let flag = "            - type: boolean\n              title: Flag\n";
    let (one, two) = (sent(""), sent(flag));
    check_texts(
        "a request may take more",
        &one,
        &two,
        Minor,
        &[("variant-added", "NewThing")],
    );
    check_texts(
        "a request may take less",
        &two,
        &one,
        Major,
        &[("variant-removed", "NewThing")],
    );
}
