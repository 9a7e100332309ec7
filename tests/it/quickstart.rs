//! The quickstart of the README.

#[path = "../../crates/opentact/examples/quickstart.rs"]
#[allow(dead_code, reason = "the test calls the tour, not `main`")]
mod example;

#[tokio::test]
async fn quickstart_ends_well() {
    example::in_sandbox().await.unwrap();
}
