#!/usr/bin/env bash
# The job of the GitLab template: one check, told in the log and as the files that GitLab shows.
# Ends as the check does: 0 clean, 1 findings that fail, 2 it did not work.
set -uo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd) || exit 2
# shellcheck source=ci/options.sh
. "$home/ci/options.sh"

mkdir -p collporterre-report || exit 2
collporterre check "${options[@]}" \
  --report=gitlab=collporterre-report/codequality.json \
  --report=junit=collporterre-report/junit.xml \
  --report=html=collporterre-report/rapport.html -- "${paths[@]}"
