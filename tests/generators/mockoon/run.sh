#!/usr/bin/env bash
# Mockoon.
. "$(dirname "$0")/../mock-server/server.sh"

install() {
    node_packages
    version @mockoon/cli
}

# The first answer of each route is random, the second the document's first example: that one is to be sent.
build() {
    node node_modules/@mockoon/cli/bin/run.js import --input generated/opentact.json --output generated/mock.json
    node -e '
        const mock = require("./generated/mock.json");
        for (const { responses } of mock.routes) responses.forEach((it, place) => (it.default = place === 1));
        fs.writeFileSync("generated/mock.json", JSON.stringify(mock));'
}

conform() {
    mock_server 4012 node_modules/@mockoon/cli/bin/run.js start --port 4012 --data generated/mock.json \
        --disable-log-to-file
}

"$@"
