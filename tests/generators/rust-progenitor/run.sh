#!/usr/bin/env bash
# progenitor, by its macro.
. "$(dirname "$0")/../../phases.sh"

install() {
    need "${CARGO:-cargo}"
    sed -n 's/^progenitor = "=\(.*\)"/progenitor \1/p' Cargo.toml
}

generate() {
    mkdir -p generated
    cp "$DOCUMENT" generated/opentact.json
}

# What this workspace asks of its own code is not asked of theirs.
build() { env -u RUSTFLAGS "${CARGO:-cargo}" build --locked --target-dir target; }

conform() { target/debug/conformance "$WORLD"; }

"$@"
