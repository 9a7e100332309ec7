//! What is complained about, and in which words.

use serde_json::{Value, json};

use super::*;
use crate::contract::Kind::{
    Any, AnyOf, Boolean, Date, Integer, List, Number, Object, PhoneNumber, Same, Secret, Text,
    Time, Uuid,
};

const fn schema(kind: Kind) -> Schema {
    Schema {
        kind,
        is_nullable: false,
        default: None,
    }
}

const NAME: Kind = Text {
    shortest: 1,
    longest: 3,
    values: &[],
};
const TTL: Kind = Integer {
    least: 60,
    most: 1000,
};
static NAMES: Schema = schema(List(&schema(NAME)));
static WIDGET: Schema = schema(Object(&[
    Property {
        name: "name",
        is_required: true,
        schema: schema(NAME),
    },
    Property {
        name: "inner",
        is_required: false,
        schema: schema(Same(&WIDGET)),
    },
    Property {
        name: "size",
        is_required: false,
        schema: Schema {
            kind: TTL,
            is_nullable: true,
            default: Some("70"),
        },
    },
]));

/// A value as it is kept, or the first complaint about it.
fn judge(schema: &'static Schema, value: Value) -> Result<Value, (String, String)> {
    let (mut check, mut value) = (Check::new(), value);
    check.value(schema, "it", &mut value);
    match check.finish() {
        Ok(()) => Ok(value),
        Err(complaints) => {
            let (key, complaint) = complaints.into_iter().next().unwrap();
            Err((key, complaint.message))
        }
    }
}

fn complaint(check: Check, key: &str) -> (String, Option<Value>) {
    let complaint = check.complaints.into_iter().find(|(it, _)| it == key);
    let complaint = complaint.expect(key).1;
    let value = complaint.value.into_value();
    (complaint.message, value.map(|Unrecognized(value)| value))
}

#[test]
fn a_body_must_be_an_object() {
    let long = "[".repeat(100_000);
    for (body, message, value) in [
        ("", "'params' is required", None),
        ("{", "invalid JSON", None),
        ("{} x", "invalid JSON", None),
        ("\u{0}", "invalid JSON", None),
        (&long, "invalid JSON", None),
        (r#"{"name": "\ud800"}"#, "invalid JSON", None),
        ("null", "invalid object", Some(Value::Null)),
        ("[1]", "invalid object", Some(json!([1]))),
    ] {
        let mut check = Check::new();
        assert!(check.json(&RequestBody::Complete(body.into())).is_none());
        assert_eq!(complaint(check, "params"), (message.to_owned(), value));
    }
    for (body, message) in [
        (
            RequestBody::Complete(b"{\"a\":\"\xff\"}".to_vec()),
            "invalid JSON",
        ),
        (RequestBody::TooLong(102_400), "longer than 102400 bytes"),
        (RequestBody::Broken, "invalid body"),
    ] {
        let mut check = Check::new();
        assert!(check.json(&body).is_none());
        assert_eq!(complaint(check, "params").0, message);
    }
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    let body = RequestBody::Complete(b"\xEF\xBB\xBF{}".to_vec());
    assert_eq!(Check::new().json(&body), Some(Map::new()));
}

#[test]
fn a_value_is_kept_in_one_form_or_complained_about() {
    static ANY_OF: [Schema; 2] = [schema(NAME), schema(TTL)];
    static TABLE: [Schema; 13] = [
        schema(TTL),
        schema(NAME),
        schema(Text {
            shortest: 0,
            longest: usize::MAX,
            values: &["a", "b"],
        }),
        schema(Boolean),
        schema(Number { least: 0, most: 9 }),
        schema(Uuid),
        schema(Date),
        schema(Time),
        schema(PhoneNumber),
        schema(Any),
        schema(AnyOf(&ANY_OF)),
        schema(Same(&NAMES)),
        schema(Secret),
    ];
    let [
        ttl,
        name,
        letter,
        flag,
        number,
        uuid,
        date,
        time,
        phone,
        any,
        any_of,
        names,
        secret,
    ] = TABLE.each_ref();
    for (schema, value, kept) in [
        (ttl, json!(60), json!(60)),
        (ttl, json!(60.0), json!(60)),
        (ttl, json!(1e3), json!(1000)),
        (name, json!("üüü"), json!("üüü")),
        (letter, json!("a"), json!("a")),
        (flag, json!(false), json!(false)),
        (number, json!(8.5), json!(8.5)),
        (
            uuid,
            json!("60E9FA76-20e7-45ee-bf24-8c4a95143dad"),
            json!("60e9fa76-20e7-45ee-bf24-8c4a95143dad"),
        ),
        (date, json!("2024-02-29"), json!("2024-02-29")),
        (
            time,
            json!("2024-02-29T01:00:00+02:00"),
            json!("2024-02-28T23:00:00.000Z"),
        ),
        (phone, json!(12_015_550_123_i64), json!(12_015_550_123_i64)),
        (phone, json!("+1 201"), json!("+1 201")),
        (any, json!(null), json!(null)),
        (any_of, json!(60.0), json!(60)),
        (names, json!(["a", "b"]), json!(["a", "b"])),
        (secret, json!("x"), json!("x")),
    ] {
        assert_eq!(judge(schema, value), Ok(kept));
    }
    for (schema, value, key, message) in [
        (ttl, json!("60"), "it", "invalid integer number"),
        (ttl, json!(60.5), "it", "invalid integer number"),
        (ttl, json!(null), "it", "invalid integer number"),
        (ttl, json!([60]), "it", "invalid integer number"),
        (ttl, json!(59), "it", "min 60"),
        (ttl, json!(-1e300), "it", "min 60"),
        (ttl, json!(1001), "it", "max 1000"),
        (ttl, json!(u64::MAX), "it", "max 1000"),
        (name, json!("😀😀😀😀"), "it", "maxLength 3"),
        (name, json!(""), "it", "minLength 1"),
        (name, json!(1), "it", "invalid string value"),
        (
            letter,
            json!("c"),
            "it",
            "should be one of the following; ['a','b']",
        ),
        (flag, json!("true"), "it", "invalid boolean value"),
        (number, json!("1"), "it", "invalid float number"),
        (number, json!(-0.5), "it", "min 0"),
        (number, json!(9.5), "it", "max 9"),
        (date, json!("2023-02-29"), "it", NO_DATE),
        (time, json!(1), "it", NO_TIME),
        (phone, json!(true), "it", "invalid string value"),
        (
            any_of,
            json!(true),
            "it",
            "Could not match the union against any of the items",
        ),
        (names, json!("a"), "it", "invalid array"),
        (names, json!(["a", ""]), "it.$1", "minLength 1"),
        (secret, json!(5), "it", "invalid string value"),
    ] {
        let refused = judge(schema, value.clone());
        assert_eq!(
            refused,
            Err((key.to_owned(), message.to_owned())),
            "{value}"
        );
    }
}

#[test]
fn an_object_keeps_what_the_contract_names_and_gains_its_defaults() {
    assert_eq!(
        judge(
            &WIDGET,
            json!({"name": "a", "other": 1, "inner": {"name": "b", "size": null}})
        ),
        Ok(json!({"name": "a", "size": 70, "inner": {"name": "b", "size": null}}))
    );
    for (value, key, message) in [
        (json!({"size": 60}), "it.name", "'name' is required"),
        (
            json!({"name": "a", "inner": {"name": ""}}),
            "it.inner.name",
            "minLength 1",
        ),
        (json!([]), "it", "invalid object"),
    ] {
        let refused = judge(&WIDGET, value);
        assert_eq!(refused, Err((key.to_owned(), message.to_owned())));
    }
}

#[test]
fn a_complaint_repeats_neither_a_secret_nor_a_part_of_the_path() {
    static SECRET: Schema = schema(Secret);
    static ID: Schema = schema(Uuid);
    let mut check = Check::new();
    check.value(&SECRET, "password", &mut json!(["hunter2"]));
    assert_eq!(complaint(check, "password").1, None);
    let mut check = Check::new();
    check.path(&ID, "uuid", &mut "hunter2".to_owned());
    assert_eq!(complaint(check, "uuid").1, None);
}
