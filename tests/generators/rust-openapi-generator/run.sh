#!/usr/bin/env bash
# openapi-generator's `rust`, on reqwest.
. "$(dirname "$0")/../openapi-generator/generator.sh"

install() { install_generator "\`rust\`"; }

generate() {
    openapi_generator --generator-name=rust \
        --additional-properties=packageName=opentact-generated,packageVersion=0.0.0
}

# What this workspace asks of its own code is not asked of theirs.
build() { env -u RUSTFLAGS "${CARGO:-cargo}" build --locked --target-dir target; }

conform() { target/debug/conformance "$WORLD" "$1"; }

"$@"
