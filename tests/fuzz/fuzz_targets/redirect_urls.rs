//! Addresses to which a redirect points.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| opentact::fuzzing::redirect_urls(data));
