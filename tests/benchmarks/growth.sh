#!/bin/sh
# Measures how time and memory grow with the number of records, and draws it: docs/images/growth.svg
# and growth.csv. growth.sh --help lists the options; the files go where those of run.sh go.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
case " $* " in
  *" --help "* | *" -h "*) ;;
  *) "$here/build.sh" ;;
esac
exec python3 "$here/growth.py" "$@"
