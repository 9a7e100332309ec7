#!/usr/bin/env bash
# openapi-python-client.
. "$(dirname "$0")/../../phases.sh"

install() {
    python_packages
    packages/bin/openapi-python-client --version | sed 's/ version://'
}

generate() {
    rm -rf generated
    packages/bin/openapi-python-client generate --meta none --config config.yaml \
        --path "$DOCUMENT" --output-path generated/opentact_python_client
}

# Compiles every module, which finds what no step imports.
build() { packages/bin/python -m compileall -q generated; }

conform() { PYTHONPATH=generated packages/bin/python conformance.py "$WORLD"; }

"$@"
