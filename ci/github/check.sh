#!/usr/bin/env bash
# The step of the GitHub action: one check, told as annotations in the log, as a summary of the job,
# as SARIF and as outputs. Ends as the check does: 0 clean, 1 findings that fail, 2 it did not work.
set -uo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd) || exit 2
# shellcheck source=ci/options.sh
. "$home/ci/options.sh"

folder=$(mktemp -d "${RUNNER_TEMP:-${TMPDIR:-/tmp}}/collporterre.XXXXXX") || exit 2
status=0
collporterre check "${options[@]}" --format=github \
  --report="markdown=$folder/summary.md" --report="sarif=$folder/collporterre.sarif" \
  --report="json=$folder/report.json" -- "${paths[@]}" || status=$?

if [ -f "$folder/summary.md" ] && [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  cat "$folder/summary.md" >>"$GITHUB_STEP_SUMMARY"
fi
if [ -f "$folder/report.json" ] && [ -n "${GITHUB_OUTPUT:-}" ]; then
  # The first numbers of these names in the report are those of its summary.
  count() { sed -n "s/^ *\"$1\": *\([0-9]*\),\{0,1\}$/\1/p" "$folder/report.json" | head -n 1; }
  {
    printf 'errors=%s\n' "$(count error)"
    printf 'warnings=%s\n' "$(count warning)"
    printf 'sarif=%s\n' "$folder/collporterre.sarif"
  } >>"$GITHUB_OUTPUT"
fi
exit "$status"
