#!/usr/bin/env bash
# Changes the code in small ways and runs the tests that come by there: a change that no test minds
# shows what is not proved. A package takes minutes to hours; see CONTRIBUTING.md.
#
#   tests/mutation/run.sh [--floor PERCENT] [--tests PATTERN] PACKAGE…
#
# A package is named without what all begin with: check, imports, schema. Without one: those whose
# mutants are to be killed, one after the other. Lines of all changes are in target/PACKAGE/mutations.csv
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
floor=85
tests='org.collporterre.*Test'
while [[ ${1:-} == --* ]]; do
  case $1 in
    --floor) floor=$2 ;;
    --tests) tests=$2 ;;
    *) echo "unknown: $1" >&2; exit 2 ;;
  esac
  shift 2
done
packages=("$@")
[ "${#packages[@]}" -gt 0 ] ||
  packages=(constraint geo vocabulary internal model schema json dataset lineage statistics update check imports)

cd "$root"
mvn -q --batch-mode --no-transfer-progress -Djacoco.skip -Dspotless.check.skip test-compile \
  org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath \
  -Dmdep.outputFile=target/classpath.txt -pl tests,tests/mutation -am
code="$root/collporterre-model/target/classes,$root/collporterre-import/target/classes"
path=$(cat tests/mutation/target/classpath.txt):$(cat tests/target/classpath.txt)
for module in collporterre-{model,import,export,pipeline,reports} tests; do
  path=$path:$root/$module/target/test-classes
done
sources="$root/collporterre-model/src/main/java,$root/collporterre-import/src/main/java"
# What the annotation processor wrote is not ours to prove.
made=$(find collporterre-{model,import}/target/generated-sources -name '*.java' -printf '%P\n' |
  sed 's:^annotations/::; s:/:.:g; s:\.java$:*:' | paste -sd,)
low=0
printf '%-12s %8s %8s %10s %8s %9s\n' package changes noticed 'not run' percent strength
for package in "${packages[@]}"; do
  out=$here/target/$package
  mkdir -p "$out"
  # Tests of several modules expect to be run from one beside the project's files.
  (cd tests && java -Xmx1g -cp "$path" org.pitest.mutationtest.commandline.MutationCoverageReport \
    --reportDir "$out" --targetClasses "org.collporterre.$package.*" --targetTests "$tests" \
    --excludedClasses "$made" --sourceDirs "$sources" --mutableCodePaths "$code" \
    --threads "$(nproc)" --outputFormats CSV,HTML --timestampedReports=false --skipFailingTests=true \
    --jvmArgs="-Xmx2g,-Dcollporterre.fixtures=${FIXTURES:-$root/../shared/fixtures}") > "$out/log.txt" 2>&1 ||
    { tail -20 "$out/log.txt" >&2; exit 1; }
  awk -F, -v name="$package" -v floor="$floor" '
    { all++ }
    $6 == "KILLED" || $6 == "TIMED_OUT" || $6 == "MEMORY_ERROR" { noticed++ }
    $6 == "NO_COVERAGE" { idle++ }
    END {
      printf "%-12s %8d %8d %10d %8.1f %9.1f\n", name, all, noticed, idle, 100 * noticed / all, 100 * noticed / (all - idle)
      exit 100 * noticed / all < floor
    }' "$out/mutations.csv" || low=1
done
exit "$low"
