#!/usr/bin/env bash
# openapi-generator's `python`.
. "$(dirname "$0")/../openapi-generator/generator.sh"

install() {
    python_packages
    install_generator "\`python\`"
}

generate() {
    openapi_generator --generator-name=python --additional-properties=packageName=opentact_python
}

# Compiles every module, which finds what no step imports.
build() { packages/bin/python -m compileall -q generated; }

conform() { PYTHONPATH=generated packages/bin/python conformance.py "$WORLD"; }

"$@"
