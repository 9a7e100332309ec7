#!/usr/bin/env bash
# openapi-generator's `ruby`, on Typhoeus.
. "$(dirname "$0")/../openapi-generator/generator.sh"

install() {
    need ruby
    ruby -e 'require "typhoeus"' || fail "Ruby's Typhoeus is missing; install it (Debian: ruby-typhoeus)"
    install_generator "\`ruby\`"
}

generate() { openapi_generator --generator-name=ruby --additional-properties=gemName=opentact; }

# Loads every file that was generated.
build() { ruby -w -I generated/lib -e 'require "opentact"' 2> warnings.txt; }

conform() { ruby -I generated/lib conformance.rb "$WORLD"; }

"$@"
