# Mock servers of the document. They generate nothing.
. "$(dirname "$0")/../../phases.sh"

generate() {
    mkdir -p generated
    cp "$DOCUMENT" generated/opentact.json
}

# mock_server PORT COMMAND...: goes through the steps with a server, a program of Node.
mock_server() {
    local port=$1
    shift
    node "$here/../mock-server/conformance.mjs" "$port" "$here/../../vectors" "$@"
}
