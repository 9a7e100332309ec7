#!/usr/bin/env bash
# No generator: express-openapi-validator, openapi-backend and openapi-core judge the sandbox's answers.
. "$(dirname "$0")/../../phases.sh"

install() {
    node_packages
    python_packages
    echo "$(version express-openapi-validator openapi-backend), $(packages/bin/python -c '
from importlib.metadata import version
print("openapi-core", version("openapi-core"))')"
}

generate() {
    mkdir -p generated
    cp "$DOCUMENT" generated/opentact.json
}

build() { packages/bin/python -m openapi_spec_validator generated/opentact.json; }

conform() { node conformance.js "$WORLD"; }

"$@"
