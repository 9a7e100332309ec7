#!/usr/bin/env bash
# openapi-typescript for the types, openapi-fetch for the calls.
. "$(dirname "$0")/../../phases.sh"

install() {
    node_packages
    version openapi-typescript openapi-fetch
}

generate() {
    rm -rf generated
    node_modules/.bin/openapi-typescript "$DOCUMENT" --output generated/schema.d.ts
}

# Checks the types of the script and of all that was generated, and writes JavaScript.
build() { node_modules/.bin/tsc; }

conform() { node built/conformance.js "$WORLD"; }

"$@"
