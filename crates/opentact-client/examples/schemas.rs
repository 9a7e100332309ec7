//! Prints the JSON Schemas of all models, for whoever works in another language.
//!
//! `cargo run --package opentact-client --features schemars --example schemas`

#[expect(clippy::print_stdout, reason = "printing is what it is for")]
fn main() {
    println!(
        "{:#}",
        serde_json::Value::Object(opentact_client::model_schemas())
    );
}
