#!/usr/bin/env bash
# openapi-generator's `java` with the HTTP client of the JDK; the generator's jar has the Jackson that
# the generated code needs.
. "$(dirname "$0")/../openapi-generator/generator.sh"

install() {
    need javac
    install_generator "\`java\`, library \`native\`"
}

# Without the additional properties the code needs a package that the jar does not have, and changes
# with the hour.
generate() {
    openapi_generator --generator-name=java --library=native \
        --additional-properties=openApiNullable=false,hideGenerationTimestamp=true
}

build() {
    find generated/src/main Generated.java Conformance.java -name '*.java' > sources.txt
    javac -nowarn -d classes -classpath "$jar" @sources.txt
}

conform() { java -classpath "classes:$jar" Conformance "$WORLD"; }

"$@"
