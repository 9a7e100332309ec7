#!/usr/bin/env bash
# Prism.
. "$(dirname "$0")/../mock-server/server.sh"

install() {
    node_packages
    version @stoplight/prism-cli
}

build() { :; }

conform() {
    mock_server 4011 node_modules/@stoplight/prism-cli/dist/index.js mock --port 4011 generated/opentact.json
}

"$@"
