//! What the dialect takes, and the code that it becomes.

use opentact_codegen::generate;

use crate::edit::edited;

const GET_RESPONSES: &str = "            type: boolean\n      responses:\n        \"200\":";
const NICKNAME: &str = "        nickname:\n          type: string\n";
const VERBOSE: &str =
    "        - name: verbose\n          in: query\n          schema:\n            type: boolean\n";
const WEIGHT: &str = "          type: integer\n          format: int64\n          minimum: 2\n";

/// Edits of the small contract, and what the code has, white space aside.
type Row = (
    &'static [(&'static str, &'static str)],
    &'static [&'static str],
);

const ROWS: &[Row] = &[
    // A date, received and in each place of a request.
    (
        &[
            (
                NICKNAME,
                "        nickname:\n          type: string\n          format: date\n",
            ),
            (WEIGHT, "          type: string\n          format: date\n"),
            (
                "            type: string\n        - name: verbose",
                "            type: string\n            format: date\n        - name: verbose",
            ),
            (
                "            type: boolean\n",
                "            type: string\n            format: date\n",
            ),
        ],
        &[
            "pub nickname: crate::Maybe<::chrono::NaiveDate>",
            "pub weight: ::std::option::Option<::chrono::NaiveDate>",
            "thing: &'a ::chrono::NaiveDate, verbose: Option<&'a ::chrono::NaiveDate>",
        ],
    ),
    // Path parameters, in the order of the path.
    (
        &[
            (
                "  /rest/thing/{thing}:",
                "  /rest/owner/{owner}/thing/{thing}:",
            ),
            (
                "        - name: verbose\n          in: query\n          schema:\n            type: boolean",
                "        - name: owner\n          in: path\n          required: true\n          schema:\n            type: string",
            ),
        ],
        &[
            "&'a self, owner: &'a crate::PathSegment, thing: &'a crate::PathSegment,",
            r#""{}/rest/owner/{}/thing/{}", self.baseurl, owner.encoded(), thing.encoded()"#,
        ],
    ),
    (
        &[(
            "summary: Delete all things",
            "summary: Delete all things\n      deprecated: true",
        )],
        &["#[deprecated] pub async fn delete_all_things"],
    ),
    // Pages, asked for in the body.
    (
        &[
            (
                "      x-in-doubt: The thing may exist.\n",
                "      x-paging:\n        size: {in: body, name: weight}\n        offset: {in: body, name: name}\n        total: message\n        items: message\n",
            ),
            (
                "        nickname:\n",
                "        payload:\n          $ref: \"#/components/schemas/Error\"\n        nickname:\n",
            ),
        ],
        &["Evidence: a page of the vendor's or a real answer shows it."],
    ),
    // What the SDK's calls read changes nothing here.
    (
        &[(
            "          minimum: 2\n",
            "          minimum: 2\n          x-default: 3\n          x-name: load\n          x-unit: s\n",
        )],
        &["pub load: ::std::option::Option<i64>"],
    ),
    // What an extension says of a reference is for others than the generator.
    (
        &[(
            "          $ref: \"#/components/schemas/Kind\"\n        bound",
            "          $ref: \"#/components/schemas/Kind\"\n          x-name: sort\n        bound",
        )],
        &["pub sort: crate::types::Kind,"],
    ),
    // A list of itself.
    (
        &[(
            "          items:\n            type: string\n",
            "          items:\n            $ref: \"#/components/schemas/Thing\"\n",
        )],
        &["pub parts: crate::Maybe<::std::vec::Vec<crate::types::Thing>>"],
    ),
    // The field for what is not listed keeps its name.
    (
        &[
            (NICKNAME, "        extra:\n          type: string\n"),
            ("[name, kind, bound]", "[name, kind, bound, extra]"),
        ],
        &[
            "rename = \"extra\"",
            "pub extra_: ::std::option::Option<::std::string::String>",
            "#[serde(flatten)] pub extra: ::std::collections::BTreeMap<",
            "extra_: fields.optional(\"extra\"),",
            "bound: ::std::option::Option<Measure>, extra_: ::std::option::Option<::std::string::String>, ) -> Self",
        ],
    ),
    // What says what a text is leaves it text.
    (
        &[(
            NICKNAME,
            "        nickname:\n          type: string\n          format: email\n          default: a@example.com\n",
        )],
        &["Default of the server: `\"a@example.com\"`."],
    ),
    // Enumerations of requests.
    (
        &[
            (
                "          minLength: 1\n          maxLength: 40\n",
                "          enum: [asc, desc]\n",
            ),
            (
                "            type: boolean",
                "            type: array\n            items:\n              type: string\n              enum: [a, b-c]",
            ),
        ],
        &[
            "pub enum CreateThingRequestName { #[serde(rename = \"asc\")] Asc,",
            "verbose: Option<&'a ::std::vec::Vec<types::GetThingVerboseItem>>",
            "#[serde(rename = \"b-c\")] BC",
        ],
    ),
    // Bounds give constants and checks, and choose no type.
    (
        &[
            (
                VERBOSE,
                "        - name: take\n          in: query\n          description: How many.\n          schema:\n            type: integer\n            minimum: 1\n            maximum: 100\n            default: 20\n        - name: order\n          in: query\n          required: true\n          schema:\n            type: string\n        - name: X-Depth\n          in: header\n          required: true\n          schema:\n            type: integer\n            format: int32\n            minimum: 0\n        - name: a\n          in: query\n          style: form\n          explode: true\n          schema:\n            type: boolean\n",
            ),
            (
                WEIGHT,
                "          type: integer\n          minimum: 1\n          default: 3\n",
            ),
        ],
        &[
            "thing: &'a crate::PathSegment, take: Option<i64>, order: &'a str, x_depth: i32, a: Option<bool>, ) ->",
            "- `thing` - `take`: How many. Default of the server: `20`. - `order` - `x_depth` - `a` */",
            "if let Some(it) = take.as_ref() { crate::LimitError::check_number(\"take\", *it, Some(1), Some(100))?;",
            "if let Some(it) = Some(&x_depth) { crate::LimitError::check_number(\"X-Depth\", i64::from(*it), Some(0), None",
            "pub const TAKE_MAXIMUM: i64 = 100i64;",
            "pub weight: ::std::option::Option<i64>",
            "Default of the server: `3`.",
        ],
    ),
    // Limits of texts, of elements, of a parameter, and of what changes something.
    (
        &[
            (
                "            type: boolean",
                "            type: array\n            items:\n              type: string\n              maxLength: 3",
            ),
            (
                WEIGHT,
                "          type: array\n          items: {type: integer, minimum: 2}\n",
            ),
            ("      required: [name]\n", "      minProperties: 1\n"),
        ],
        &[
            "pub name: ::std::option::Option<::std::string::String>",
            "for it in verbose.as_ref().into_iter().flat_map(|it| it.iter()) { crate::LimitError::check_length(\"verbose\", it, None, Some(3))?; }",
            "crate::RequestBody::check(body)?;",
            "if self.name.is_none() && self.weight.is_empty() { return Err(crate::LimitError::nothing(&[\"name\", \"weight\"]));",
            "if let Some(it) = self.name.as_ref() { crate::LimitError::check_length(\"name\", it, Some(1), Some(40))?; }",
            "for it in Some(&self.weight).into_iter().flat_map(|it| it.iter()) { crate::LimitError::check_number(\"weight\", *it, Some(2), None",
        ],
    ),
    // A public operation.
    (
        &[(
            "things\n      security:\n        - basic: []\n",
            "things\n      security: []\n",
        )],
        &["Self::DeleteAllThings => &[],"],
    ),
    // A form with a file.
    (
        &[
            (
                "        content:\n          application/json:",
                "        content:\n          multipart/form-data:",
            ),
            (WEIGHT, "          type: string\n          format: binary\n"),
        ],
        &[
            "body: &'a types::CreateThingRequest,",
            "crate::body::put(body, &mut request).map_err(Error::InvalidRequest)?;",
            "pub weight: ::std::option::Option<crate::Upload>",
            "#[derive(::serde::Deserialize, Clone, Debug)] #[cfg_attr(feature = \"schemars\", derive(::schemars::JsonSchema))] #[non_exhaustive] pub struct CreateThingRequest {",
            "impl crate::RequestBody for CreateThingRequest {",
            "form.text(\"name\", &self.name)?; form.end(\"weight\", self.weight.as_ref())",
        ],
    ),
    // Text and bytes.
    (
        &[(
            "        \"204\":\n          description: No thing is left.\n",
            "        \"200\":\n          description: What they were.\n          content:\n            text/csv:\n              schema:\n                type: string\n",
        )],
        &[
            "&'a self, ) -> Result<ResponseValue<::std::string::String>, Error<types::Error>>",
            "::reqwest::header::HeaderValue::from_static( \"text/csv, application/json;q=0.5\"",
            "response.text().await.map_err(Error::ResponseBodyError)?",
            "Self::DeleteAllThings => \"text/csv, application/json;q=0.5\",",
            "type Body = (); type Response = ::std::string::String;",
        ],
    ),
    (
        &[(
            "        \"204\":\n          description: No thing is left.\n",
            "        \"200\":\n          description: Them.\n          content:\n            audio/mpeg:\n              schema:\n                type: string\n                format: binary\n        \"203\":\n          description: Copies.\n          content:\n            audio/mpeg:\n              schema:\n                type: string\n                format: binary\n",
        )],
        &[
            "&'a self, ) -> Result<ResponseValue<crate::Download>, Error<types::Error>>",
            "203u16 => { let (status, headers) = (response.status(), response.headers().clone()); Ok(ResponseValue::new(crate::Download::from(response), status, headers))",
            "pub const fn is_download(self) -> bool { matches!(self, Self::DeleteAllThings) }",
            "type Response = crate::Download;",
        ],
    ),
    // 204 alone, and beside another.
    (
        &[],
        &[
            "pub async fn delete_all_things<'a>( &'a self, ) -> Result<ResponseValue<()>,",
            "super::security::Operation::DeleteAllThings; type Body = (); type Response = ();",
        ],
    ),
    (
        &[
            (
                GET_RESPONSES,
                "            type: boolean\n      responses:\n        \"204\":\n          description: None.\n        \"200\":",
            ),
            (
                "required: [name, kind, bound]",
                "required: [success, payload]",
            ),
            (
                NICKNAME,
                "        success:\n          type: boolean\n        payload:\n          type: integer\n        nickname:\n          type: string\n",
            ),
        ],
        &[
            "ResponseValue<::std::option::Option<types::Thing>>, Error<types::Error>",
            "204u16 => { Ok( ResponseValue::new( ::std::option::Option::None, response.status(), response.headers().clone(),",
            "type Response = ::std::option::Option<super::types::Thing>;",
            "impl crate::Envelope for super::types::Thing { type Payload = i64;",
        ],
    ),
];

fn dense(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn what_the_dialect_takes_arrives_in_the_code() {
    let mut failures = String::new();
    for (edits, expected) in ROWS {
        match generate("small.yaml", &edited(edits)) {
            Ok(code) => {
                let code = dense(&code);
                let missing = expected.iter().filter(|it| !code.contains(&dense(it)));
                for text in missing {
                    failures.push_str(&format!("\n{edits:?} lacks {text}"));
                }
            }
            Err(error) => failures.push_str(&format!("\n{edits:?}: {error}")),
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn a_parameter_may_be_called_as_what_the_method_uses() {
    let edits = [(
        GET_RESPONSES,
        "            type: boolean\n        - name: response\n          in: query\n          schema:\n            type: boolean\n      responses:\n        \"204\":\n          description: None.\n        \"200\":",
    )];
    let code = dense(&generate("small.yaml", &edited(&edits)).unwrap());
    assert!(code.contains("_response.status(),_response.headers().clone()"));
}

#[test]
fn a_default_neither_chooses_a_type_nor_is_sent() {
    let edits = [(
        "            type: boolean",
        "            type: boolean\n            default: true",
    )];
    let code = generate("small.yaml", &edited(&edits)).unwrap();
    assert!(code.contains("verbose: Option<bool>") && !code.contains("default_"));
}
