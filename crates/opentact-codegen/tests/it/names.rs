//! Names are told apart by what the generator makes of them.

use opentact_codegen::generate;

use crate::edit::edited;

const NICKNAME: &str = "        nickname:\n";
const VERBOSE: &str = "- name: verbose\n          in: query\n";
const LIMITED: &str = "          minLength: 1\n          maxLength: 40\n";

/// Edits of the small contract, and what the finding says or the code has.
type Row = (
    &'static [(&'static str, &'static str)],
    Result<&'static str, &'static str>,
);

const ROWS: &[Row] = &[
    // Fields.
    (
        &[
            (NICKNAME, "        2fa:\n"),
            ("        parts:\n", "        x2fa:\n"),
        ],
        Err(
            "183:9: Thing: the property `x2fa` becomes the same name as `2fa` [property-name]; the API decides its names, so teach the generator this one first",
        ),
    ),
    (
        &[
            (NICKNAME, "        don't:\n"),
            ("        parts:\n", "        dont:\n"),
        ],
        Err(
            "183:9: Thing: the property `dont` becomes the same name as `don't` [property-name]; the API decides its names, so teach the generator this one first",
        ),
    ),
    (
        &[
            (NICKNAME, "        \"+1\":\n"),
            ("        parts:\n", "        plus1:\n"),
        ],
        Err(
            "183:9: Thing: the property `plus1` becomes the same name as `+1` [property-name]; the API decides its names, so teach the generator this one first",
        ),
    ),
    (
        &[
            (NICKNAME, "        type:\n"),
            ("        parts:\n", "        type_:\n"),
        ],
        Err(
            "174:9: Thing: the property `type` becomes the same name as `kind` [property-name]; the API decides its names, so teach the generator this one first",
        ),
    ),
    (
        &[(NICKNAME, "        ext'ra:\n")],
        Ok("pub extra_: crate::Maybe<"),
    ),
    (
        &[(NICKNAME, "        New:\n")],
        Err(
            "174:9: Thing: the setter of the property `New` becomes `new`, the constructor [property-name]; the API decides its names, so teach the generator this one first",
        ),
    ),
    (
        &[(NICKNAME, "        2fa:\n")],
        Ok("pub x2fa: crate::Maybe<"),
    ),
    (
        &[(NICKNAME, "        don't:\n")],
        Ok("pub dont: crate::Maybe<"),
    ),
    (
        &[(NICKNAME, "        \"***\":\n")],
        Ok("pub x: crate::Maybe<"),
    ),
    (
        &[(NICKNAME, "        self:\n")],
        Ok("pub self_: crate::Maybe<"),
    ),
    (
        &[("        weight:\n", "        2fa:\n")],
        Ok("pub const X2FA_MINIMUM: i64 = 2i64;"),
    ),
    // Arguments.
    (
        &[(VERBOSE, "- name: body\n          in: query\n")],
        Err(
            "94:11: getThing (GET /rest/thing/{thing}): the parameter `body` becomes `body`, which the generated method has already [parameter-name]; give it a name of its own, in letters and digits",
        ),
    ),
    (
        &[(VERBOSE, "- name: Header-Map\n          in: header\n")],
        Err(
            "94:11: getThing (GET /rest/thing/{thing}): the parameter `Header-Map` becomes `header_map`, which the generated method has already [parameter-name]; give it a name of its own, in letters and digits",
        ),
    ),
    (
        &[(VERBOSE, "- name: encodePath\n          in: query\n")],
        Err(
            "94:11: getThing (GET /rest/thing/{thing}): the parameter `encodePath` becomes `encode_path`, which the generated method has already [parameter-name]; give it a name of its own, in letters and digits",
        ),
    ),
    (
        &[(VERBOSE, "- name: thi'ng\n          in: query\n")],
        Err(
            "94:11: getThing (GET /rest/thing/{thing}): the parameter `thi'ng` becomes the same name as `thing` [parameter-name]; give it a name of its own, in letters and digits",
        ),
    ),
    (
        &[(VERBOSE, "- name: 2fa\n          in: query\n")],
        Ok("_2fa: Option<bool>"),
    ),
    (
        &[(VERBOSE, "- name: type\n          in: query\n")],
        Ok("type_: Option<bool>"),
    ),
    (
        &[(VERBOSE, "- name: value\n          in: header\n")],
        Ok("if let Some(value) = value {"),
    ),
    (
        &[(VERBOSE, "- name: url\n          in: query\n")],
        Ok("let _url = format!("),
    ),
    (
        &[(VERBOSE, "- name: request\n          in: query\n")],
        Ok("let mut _request = self"),
    ),
    (
        &[(VERBOSE, "- name: result\n          in: query\n")],
        Ok("let _result = self.exec(request, &info)"),
    ),
    (
        &[(VERBOSE, "- name: response\n          in: query\n")],
        Ok("let _response = result?;"),
    ),
    (
        &[(VERBOSE, "- name: info\n          in: query\n")],
        Ok("QueryParam::new(\"info\", &info)"),
    ),
    // Types and their variants.
    (
        &[
            (LIMITED, "          enum: [a, b]\n"),
            ("    Measure:\n", "    CreateThingRequestName:\n"),
            ("schemas/Measure", "schemas/CreateThingRequestName"),
        ],
        Err(
            "148:9: CreateThingRequest: the type of `name` becomes the same name as `CreateThingRequestName` [schema-name]; give the schema another name, or the property a `title`",
        ),
    ),
    (
        &[(LIMITED, "          enum: [a'b, ab]\n")],
        Ok("#[serde(rename = \"a'b\")]\n        AXb,"),
    ),
    (
        &[(LIMITED, "          enum: [a b, a+b]\n")],
        Err(
            "150:11: CreateThingRequest: the value `a+b` becomes the same name as `a b` [enum-values]; leave `enum` out, and say in the description what is taken",
        ),
    ),
];

#[test]
fn two_names_that_become_one_are_found() {
    let mut failures = String::new();
    for (edits, expected) in ROWS {
        let found = generate("small.yaml", &edited(edits));
        let fits = match (&found, expected) {
            (Ok(code), Ok(part)) => code.contains(part),
            (Err(error), Err(message)) => {
                error.to_string() == format!("small.yaml:{message}\n1 finding")
            }
            _ => false,
        };
        if !fits {
            let found = found.map_or_else(|error| error.to_string(), |_| "accepted".to_owned());
            failures.push_str(&format!(
                "{edits:?}\n  expected {expected:?}\n  found {found}\n"
            ));
        }
    }
    assert!(failures.is_empty(), "{failures}");
}
