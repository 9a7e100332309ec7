#!/usr/bin/env bash
# The fixture for pytest.
. "$(dirname "$0")/../trials.sh"

install() {
    from_page conftest.py test_tokens.py
    python_packages
}

run_tests() { "${behind_a_proxy[@]}" packages/bin/python -m pytest "test_$1.py"; }

"$@"
