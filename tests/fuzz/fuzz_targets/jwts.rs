//! JWTs, and what is none.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| opentact::fuzzing::jwts(data));
