#!/bin/sh
# Compares our conversions and checks with what others need for them, see docs/benchmarks.md.
# Prints Markdown. run.sh --help lists the options; BENCH_FOLDER is where the files go, about 5 GB
# (default: in memory when there is room, else ${TMPDIR:-/tmp}), and they are removed at the end.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
case " $* " in
  *" --help "* | *" -h "*) ;;
  *) "$here/build.sh" ;;
esac
exec python3 "$here/compare.py" "$@"
