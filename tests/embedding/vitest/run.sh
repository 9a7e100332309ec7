#!/usr/bin/env bash
# The hooks for vitest.
. "$(dirname "$0")/../trials.sh"

install() {
    from_page sandbox.ts tokens.test.ts
    node_packages
    node_modules/.bin/tsc
}

run_tests() { "${behind_a_proxy[@]}" node_modules/.bin/vitest run "$1.test.ts"; }

good() {
    with_command pass 1 "2 " tokens
    with_command pass 1 "1 " password
}

"$@"
