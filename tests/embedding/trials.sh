# The trials of the fixtures in one language: with the command, and with one thing wrong. After each, every
# sandbox that it has started is gone. A `run.sh` says how tests of a name are run.
. "$(dirname "$0")/../../phases.sh"
unset OPENTACT_SANDBOX
export NO_COLOR=1
# Nothing answers there, and nothing that is asked for on this machine has to go there.
nowhere=http://127.0.0.1:9
behind_a_proxy=(env -u NO_PROXY -u no_proxy HTTP_PROXY=$nowhere http_proxy=$nowhere
    JAVA_TOOL_OPTIONS="-Dhttp.proxyHost=127.0.0.1 -Dhttp.proxyPort=9 -Dhttp.nonProxyHosts=")

# Takes the code of files from the page: a block belongs to the name that stands alone before it.
from_page() {
    local name page=$here/../../../crates/opentact-sandbox/FIXTURES.md
    for name in "$@"; do
        awk -v mark="\`$name\`:" '
            inside && /^```$/ { exit }
            inside
            marked && /^```/ { inside = 1 }
            NF { marked = $0 == mark }
        ' "$page" > "$name"
        [ -s "$name" ] || fail "FIXTURES.md shows no code after the line \`$name\`:"
    done
}

# Something that stands for the command: it tells its id through a pipe, holds that open until it is
# gone, and becomes a line of shell.
stand_in() {
    mkdir -p bin
    rm -f bin/pipe
    mkfifo bin/pipe
    printf '#!/bin/sh\nexec 7> "%s"\necho $$ >&7\n%s\n' "$PWD/bin/pipe" "$1" > bin/opentact-sandbox
    chmod +x bin/opentact-sandbox
}

# trial pass|fail STARTS TEXT NAME: runs tests behind a proxy, which end like that, start at least so many sandboxes
# and say the text.
trial() {
    local due=$1 starts=$2 text=$3 ended=pass ids
    # To read and to write, so that opening does not wait and the pipe does not end before the tests.
    exec 8<> bin/pipe
    run_tests "$4" > said 2>&1 < /dev/null 8>&- || ended=fail
    cat said
    exec 9< bin/pipe 8>&-
    if ! ids=$(timeout 15 cat <&9); then
        # Those that are gone refuse it.
        xargs kill -9 <<< "$ids" || true
        fail "of the processes ${ids//$'\n'/ } one is left"
    fi
    [ $ended = "$due" ] || fail "the tests did not $due"
    [ "$(wc -w <<< "$ids")" -ge "$starts" ] || fail "no sandbox was started"
    grep -qF -- "$text" said || fail "the tests do not say \`$text\`"
}

with_command() {
    stand_in "exec '$SANDBOX' \"\$@\""
    PATH=$PWD/bin:$PATH trial "$@"
}

without_command() {
    stand_in "$1"
    OPENTACT_SANDBOX=$PWD/$2 trial fail "$3" "$4" tokens
}

good() { with_command pass 1 "2 " tokens; }
killed() { with_command fail 1 "" killed; }
missing() { without_command "" no-such-program 0 "set OPENTACT_SANDBOX to its path"; }
broken() { without_command "echo a made-up reason >&2; exit 1" bin/opentact-sandbox 1 "a made-up reason"; }
silent() { without_command "exec sleep 600" bin/opentact-sandbox 1 "was not ready within 10 seconds"; }
