#!/bin/sh
# Tells what a program takes on that uses the libraries: jars, classes loaded at start, memory kept
# per record, and what jmh.sh found when it was run before. Prints Markdown; --write also writes it
# to docs/benchmarks.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
"$here/build.sh"
exec python3 "$here/consumers.py" "$@"
