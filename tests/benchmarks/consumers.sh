#!/bin/sh
# Tells what a program takes on that uses the libraries: jars, classes loaded at start, memory kept
# per record. Prints Markdown. Memory allocated per record is what jmh.sh tells.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
"$here/build.sh"
exec python3 "$here/consumers.py"
