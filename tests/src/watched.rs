//! A sandbox under the referee's eyes.

use opentact_referee::{Answer, Watch};
use opentact_sandbox::SandboxBuilder;

/// The builder of a sandbox whose answers are judged, and the watch that fails the test when one
/// is not as the contract says.
pub fn watched(builder: SandboxBuilder) -> (SandboxBuilder, Watch) {
    let watch = Watch::new();
    let judge = watch.judge();
    let builder = builder.observer(move |seen| {
        if seen.fault.is_some() || seen.is_stubbed {
            return;
        }
        judge(&Answer {
            method: seen.method,
            target: seen.target,
            request_headers: seen.request_headers,
            status: seen.status,
            headers: seen.headers,
            body: seen.body,
        });
    });
    (builder, watch)
}
