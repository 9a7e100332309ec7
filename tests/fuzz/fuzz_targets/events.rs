//! Frames of the WebSocket service.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| opentact::fuzzing::events(data));
