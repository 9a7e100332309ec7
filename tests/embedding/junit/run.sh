#!/usr/bin/env bash
# The extension for JUnit 5.
. "$(dirname "$0")/../trials.sh"
# What its version is, Debian's release says.
jar=/usr/share/java/junit-platform-console-standalone.jar

install() {
    need java javac
    [ -e $jar ] || fail "there is no $jar: apt-get install junit5"
    from_page Sandbox.java TokensTest.java
    javac --release 11 -d classes -classpath $jar Sandbox.java TokensTest.java KilledTest.java
}

run_tests() {
    "${behind_a_proxy[@]}" java -jar $jar --disable-banner --classpath=classes "--select-class=${1^}Test"
}

"$@"
