#!/usr/bin/env bash
# openapi-generator's `java` with the HTTP client of the JDK; the generator's jar has the Jackson that
# the generated code needs.
. "$(dirname "$0")/../openapi-generator/generator.sh"

install() {
    need javac
    install_generator "\`java\`, library \`native\`"
}

# Without the additional properties the code needs a package that the jar does not have, and changes
# with the hour. A nullable reference to `oneOf` is generated as one that refuses null.
generate() {
    openapi_generator --generator-name=java --library=native \
        --additional-properties=openApiNullable=false,hideGenerationTimestamp=true \
        --schema-mappings=PhoneNumber=Object
}

build() {
    find generated/src/main Generated.java Conformance.java -name '*.java' > sources.txt
    javac -nowarn -d classes -classpath "$jar" @sources.txt
}

conform() { java -classpath "classes:$jar" Conformance "$WORLD"; }

"$@"
