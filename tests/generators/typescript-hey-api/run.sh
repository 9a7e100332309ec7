#!/usr/bin/env bash
# @hey-api/openapi-ts with its fetch client.
. "$(dirname "$0")/../../phases.sh"

install() {
    node_packages
    version @hey-api/openapi-ts
}

generate() {
    rm -rf generated
    node_modules/.bin/openapi-ts --input "$DOCUMENT" --output generated --client @hey-api/client-fetch
}

# Checks the types of the script and of all that was generated, and writes JavaScript.
build() { node_modules/.bin/tsc; }

conform() { node built/conformance.js "$WORLD"; }

"$@"
