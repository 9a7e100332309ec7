#!/usr/bin/env bash
# openapi-generator's `typescript-axios`.
. "$(dirname "$0")/../openapi-generator/generator.sh"

install() {
    node_packages
    install_generator "\`typescript-axios\`"
}

generate() { openapi_generator --generator-name=typescript-axios; }

# Checks the types of the script and of all that was generated, and writes JavaScript.
build() { node_modules/.bin/tsc; }

conform() { node built/conformance.js "$WORLD"; }

"$@"
