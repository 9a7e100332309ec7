#!/usr/bin/env bash
# openapi-generator's `php`, on Guzzle.
. "$(dirname "$0")/../openapi-generator/generator.sh"
guzzle=/usr/share/php/GuzzleHttp/autoload.php

install() {
    need php
    [ -f "$guzzle" ] || fail "$guzzle is missing; install Guzzle (Debian: php-guzzlehttp-guzzle)"
    install_generator "\`php\`"
}

generate() { openapi_generator --generator-name=php --additional-properties=invokerPackage=Opentact; }

# Reads every file that was generated.
build() { find generated/lib -name '*.php' -print0 | xargs -0 -n 1 php -l; }

conform() { php conformance.php "$WORLD" "$guzzle"; }

"$@"
