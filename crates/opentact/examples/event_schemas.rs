//! Prints the JSON Schemas of the events, for whoever works in another language.
//!
//! `cargo run --package opentact --features schemars --example event_schemas`

#[expect(clippy::print_stdout, reason = "printing is what it is for")]
fn main() {
    let schemas = opentact::events::message_schemas();
    println!("{:#}", serde_json::Value::Object(schemas));
}
