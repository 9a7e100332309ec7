//! Answers of any status, with any headers and any body.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| opentact::fuzzing::answers(data));
