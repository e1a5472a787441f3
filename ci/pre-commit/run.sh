#!/usr/bin/env bash
# Checks or corrects what a commit changes. Tables that belong together are looked at together:
# of each folder with a table the folder is taken, once; other files are taken as they are.
#   run.sh check|fix [OPTION…] FILE…
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
command=$1
shift
options=()
targets=()
add() {
  local one
  for one in "${targets[@]:+${targets[@]}}"; do
    [ "$one" != "$1" ] || return 0
  done
  targets+=("$1")
}
for file; do
  case $file in
    --*) options+=("$file") ;;
    *.csv | datapackage.json | */datapackage.json) add "./$(dirname "$file")" ;;
    *) add "./$file" ;;
  esac
done
status=0
for target in "${targets[@]:+${targets[@]}}"; do
  ended=0
  "$home/bin/collporterre" "$command" "${options[@]:+${options[@]}}" "$target" || ended=$?
  [ "$ended" -le "$status" ] || status=$ended
done
exit "$status"
