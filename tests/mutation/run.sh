#!/usr/bin/env bash
# Changes the code in small ways and runs the tests that come by there: a change that no test minds
# shows what is not proved. A package takes minutes; see CONTRIBUTING.md.
#
#   tests/mutation/run.sh [--floor PERCENT] [--threads N] [--built] PACKAGE…
#
# A package is named without what all begin with: check, imports, schema. Without one: those that
# have the floor, one after the other. schema.Decimals is that class alone, for who adds a test;
# 'imports.Row*' are those that begin so. imports:head is one of the groups of classes in the file
# groups, which has all of check and imports: check is all its groups, one after the other.
# TIMEOUT: how long a change may take beyond three times its test, in milliseconds (20000).
# --built: the classes are there already.
# Lines of all changes are in target/PACKAGE/mutations.csv
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
floor=85
threads=${THREADS:-$(nproc)}
built=
while [[ ${1:-} == --* ]]; do
  case $1 in
    --floor) floor=$2; shift 2 ;;
    --threads) threads=$2; shift 2 ;;
    --built) built=yes; shift ;;
    *) echo "unknown: $1" >&2; exit 2 ;;
  esac
done
packages=("$@")
[ "${#packages[@]}" -gt 0 ] || mapfile -t packages < <(
  tr ' ' '\n' <<< 'geo vocabulary internal constraint lineage schema model dataset statistics update json'
  awk -F ' *[|] *' '!/^#/ && $2 == "yes" { print $1 }' "$here/groups")

# A column of a group, and the names of the groups that have a class.
group() { awk -F ' *[|] *' -v name="$1" -v column="$2" '$1 == name { print $column }' "$here/groups"; }
groups_with() {
  awk -F ' *[|] *' -v class="$1" '
    !/^#/ {
      split($1, name, ":")
      count = split($3, patterns, " ")
      for (i = 1; i <= count; i++) {
        pattern = patterns[i]
        gsub(/[*]/, ".*", pattern)
        if (("" class) ~ "^" name[1] "[.]" pattern "$") print $1
      }
    }' "$here/groups"
}
for package in check imports; do
  for file in "$root"/collporterre-*/src/main/java/org/collporterre/$package/[A-Z]*.java; do
    class=$package.$(basename "$file" .java)
    [ "$(groups_with "$class" | wc -l)" = 1 ] || { echo "not in one group of tests/mutation/groups: $class" >&2; exit 2; }
  done
done
all=()
for package in "${packages[@]}"; do
  mapfile -t -O "${#all[@]}" all < <(grep -o "^$package:[^ ]*" "$here/groups" || echo "$package")
done
packages=("${all[@]}")

# The tests that are to prove a package, without org.collporterre: its own, and those few of others
# that state what it promises. All tests would take hours, and tell no more; so would those tagged
# "large", which show that much of something takes no longer than it may.
tests_of() {
  local known
  known=$(group "$1" 4)
  [ -n "$known" ] || for known in $(groups_with "${1%\*}"); do known=$(group "$known" 4); done
  [ -z "$known" ] || { echo "$known"; return; }
  case ${1%%.*} in
    geo) echo 'geo.*Test' ;;
    vocabulary) echo 'vocabulary.*Test' ;;
    internal) echo 'internal.*Test lineage.LineageTest check.DuplicateBlockTest check.SameExternalIdTest' ;;
    constraint) echo 'constraint.*Test schema.LimitsTest' ;;
    schema) echo 'schema.*Test model.*Test' ;;
    model) echo 'model.*Test schema.*Test tests.JsonbTest' ;;
    json) echo 'tests.JsonbTest tests.NativeJsonTest tests.SettingsTest' ;;
    dataset) echo 'dataset.*Test tests.DatasetPackageTest tests.DatasetRulesTest tests.SettingsTest' ;;
    lineage) echo 'lineage.*Test' ;;
    statistics) echo 'tests.StatisticsTest' ;;
    update) echo 'update.*Test tests.UpdatePropertyTest tests.UpdateRulesTest' ;;
    imports) echo 'imports.*Test tests.DialectsTest tests.SpreadsheetImporterTest tests.PresetsTest' ;;
    *) echo "$1.*Test" ;;
  esac
}
patterns() { tr ' ' '\n' <<< "$*" | sed 's/^/org.collporterre./' | paste -sd,; }

cd "$root"
[ -n "$built" ] || mvn -q --batch-mode --no-transfer-progress -Djacoco.skip -Dspotless.check.skip test-compile \
  org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath \
  -Dmdep.outputFile=target/classpath.txt -pl tests,tests/mutation -am
code="$root/collporterre-model/target/classes,$root/collporterre-import/target/classes"
path=$(cat tests/mutation/target/classpath.txt):$(cat tests/target/classpath.txt)
# What the tests of CSV are compared with.
path=$path:$(cat collporterre-import/target/classpath.txt)
for module in collporterre-{model,import,export,pipeline,reports} tests; do
  path=$path:$root/$module/target/test-classes
done
sources="$root/collporterre-model/src/main/java,$root/collporterre-import/src/main/java"
# What the annotation processor wrote is not ours to prove.
made=$(find collporterre-{model,import}/target/generated-sources -name '*.java' -printf '%P\n' |
  sed 's:^annotations/::; s:/:.:g; s:\.java$:*:' | paste -sd,)
jvm="-Xmx2g,-XX:+UseSerialGC,-XX:TieredStopAtLevel=1,-Dcollporterre.fixtures=${FIXTURES:-$root/../shared/fixtures}"
low=0
printf '%-18s %8s %8s %9s %8s %8s %9s\n' package changes noticed 'too slow' 'not run' percent strength
for package in "${packages[@]}"; do
  out=$here/target/${package%\*}
  mkdir -p "$out"
  mapfile -t tests < <(tests_of "$package" | tr ' ' '\n')
  classes=org.collporterre.$package.*
  [ "$package" = "${package%.*}" ] || classes="org.collporterre.$package,org.collporterre.$package\$*"
  [ "$package" = "${package%:*}" ] ||
    classes=$(group "$package" 3 | tr ' ' '\n' | sed "s/.*/org.collporterre.${package%:*}.&,org.collporterre.${package%:*}.&\$*/" | paste -sd,)
  # Tests of several modules expect to be run from one beside the project's files. A change that
  # makes a loop endless is noticed by time: long enough that a busy machine is not taken for one.
  (cd tests && java -Xmx1g -XX:+UseSerialGC -cp "$path" org.pitest.mutationtest.commandline.MutationCoverageReport \
    --reportDir "$out" --targetClasses "$classes" --targetTests "$(patterns "${tests[@]}")" \
    --excludedGroups large \
    --excludedClasses "$made" --sourceDirs "$sources" --mutableCodePaths "$code" \
    --threads "$threads" --timeoutConst "${TIMEOUT:-20000}" --timeoutFactor 3 \
    --outputFormats CSV,HTML --timestampedReports=false --skipFailingTests=true \
    --jvmArgs="$jvm") > "$out/log.txt" 2>&1 ||
    { tail -20 "$out/log.txt" >&2; exit 1; }
  awk -F, -v name="$package" -v floor="$floor" '
    { all++ }
    $6 == "KILLED" || $6 == "TIMED_OUT" || $6 == "MEMORY_ERROR" { noticed++ }
    $6 == "TIMED_OUT" { slow++ }
    $6 == "NO_COVERAGE" { idle++ }
    END {
      printf "%-18s %8d %8d %9d %8d %8.1f %9.1f\n", name, all, noticed, slow, idle, 100 * noticed / all, 100 * noticed / (all - idle)
      exit 100 * noticed / all < floor
    }' "$out/mutations.csv" || low=1
done
exit "$low"
