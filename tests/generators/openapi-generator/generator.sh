# openapi-generator, for each language that it is tried in. It is a Java program.
. "$(dirname "$0")/../../phases.sh"

jar=../openapi-generator/openapi_generator_cli/openapi-generator.jar

# Installs it and says what it is, under the name of what it writes.
install_generator() {
    need python3 java
    local folder=../openapi-generator pins=$here/../openapi-generator/requirements.txt
    once "$folder" "$pins" unpack "$folder" "$pins"
    printf 'openapi-generator %s %s\n' "$1" "$(java -jar "$jar" version)"
}

# Generates with these options, without documentation and tests.
openapi_generator() {
    rm -rf generated
    java -jar "$jar" generate --input-spec "$DOCUMENT" --output generated \
        --global-property=apiDocs=false,modelDocs=false,apiTests=false,modelTests=false "$@"
}
