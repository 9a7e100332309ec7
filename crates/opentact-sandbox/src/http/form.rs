//! Reads `multipart/form-data` as an object: its texts by their names, and its file.

use futures_util::stream;
use multer::Multipart;
use serde_json::{Map, Value};

use crate::{
    contract::{Kind, Schema},
    http::{body::RequestBody, input::of_texts, validation::Check},
};

/// The fields of a form; `None` after a complaint. Its file is there as text, as far as it is some.
pub(crate) async fn read(
    content_type: Option<&str>,
    body: &RequestBody,
    schema: &'static Schema,
    check: &mut Check,
) -> Option<Map<String, Value>> {
    let bytes = check.whole(body)?;
    let fields = match multer::parse_boundary(content_type.unwrap_or_default()) {
        Ok(boundary) => fields(boundary, bytes.to_vec(), schema).await.ok(),
        Err(_) => None,
    };
    if fields.is_none() {
        check.complain_of_body("invalid multipart/form-data");
    }
    fields
}

async fn fields(
    boundary: String,
    bytes: Vec<u8>,
    schema: &'static Schema,
) -> Result<Map<String, Value>, multer::Error> {
    let bytes = stream::iter([Ok::<_, multer::Error>(bytes)]);
    let mut form = Multipart::new(bytes, boundary);
    let mut fields = Map::new();
    while let Some(field) = form.next_field().await? {
        let name = field.name().unwrap_or_default().to_owned();
        let bytes = field.bytes().await?;
        let text = Value::String(String::from_utf8_lossy(&bytes).into_owned());
        let value = match property(schema, &name) {
            Some(schema) => of_texts(schema, vec![text]),
            None => text,
        };
        fields.insert(name, value);
    }
    Ok(fields)
}

fn property(schema: &'static Schema, name: &str) -> Option<&'static Schema> {
    match &schema.kind {
        Kind::Same(schema) => property(schema, name),
        Kind::Object(properties) => {
            let found = properties.iter().find(|it| it.name == name);
            found.map(|it| &it.schema)
        }
        _ => None,
    }
}
