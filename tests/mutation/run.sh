#!/usr/bin/env bash
# Changes the code in small ways and runs the tests that come by there: a change that no test minds
# shows what is not proved. A package takes minutes; see CONTRIBUTING.md.
#
#   tests/mutation/run.sh [--floor PERCENT] [--threads N] [--built] PACKAGE…
#
# A package is named without what all begin with: check, imports, schema. Without one: those that
# have the floor, one after the other. schema.Decimals is that class alone, for who adds a test;
# 'imports.Row*' are those that begin so. check:records is a group of the classes of check, and check
# all groups.
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
[ "${#packages[@]}" -gt 0 ] || packages=(geo vocabulary internal constraint lineage schema model dataset statistics update json
  imports.RowBinder imports.RowPlace imports.CsvReader imports.Utf8 imports.CellCache check:records check:places check:references)

# All of check as one would take hours, for what survives runs every test of a checker: its classes
# are proved in groups, each by the few tests of its own. Names may be patterns.
groups=(records places texts licences references duplicates constraints engine)
members_of() {
  case $1 in
    records) echo 'AdaptableMissing CodeNotListed Consent* DatesOrder DerivationKindMissing DurationCostSuspicious'
      echo 'FieldMissing FormulaCell InitiativePeriod LinkScheme LinkTracker MinorWithoutParents NumbersOrder'
      echo 'OrphanMethodology PersonalEmail PortraitWithoutText ProgressVsDates QuoteNotInText RecordIncomplete'
      echo 'ReferenceIncomplete SdgTooMany Stale Steps* SummaryLong TranslationOrphan' ;;
    places) echo 'Coordinates* InitiativeNotLocated Insee* IsoUnknown Place* Positions Postcode* PrecisionLie'
      echo 'RecordPlaces ScaleVsTerritory Territory*' ;;
    texts) echo 'EmailAddresses PersonalContact PhoneNumbers PlainEmail PortraitTooPrecise StreetAddress' ;;
    licences) echo 'AttributionMissing Licence* License* RecordLicences' ;;
    references) echo 'AppliesAndDocuments EntryIndex LineageDates RecordFacts RefToDraft RefUnresolved RefVersion RefWrongType'
      echo 'ReferenceCycle ReferenceGraph References ReplicationImpliesMethod SelfReference StatusRegression VersionNotIncreased' ;;
    duplicates) echo 'Duplicate* FirstRecords IdDuplicate LinkDuplicate PackedPositions ProbableDuplicate RecordPairs RecordValues'
      echo 'SameExternalId StrongestPairs TitleSketches' ;;
    constraints) echo 'Constraint* EntryPlan FieldsCheck Violation*' ;;
    engine) echo 'BuiltInRules Census Check CheckContext Checked Checker ChosenFields Completeness Deprecated*'
      echo 'FindingBuilder MissingColumns RecordChecks RecordRule ReportedElsewhere Rule RuleGroup'
      echo 'RuleLife RulePage RuleParameter RuleSettings RunningCheck ScreenedRule' ;;
    *) echo "no group of check: $1" >&2; return 1 ;;
  esac
}
all_of_check() {
  (cd "$root/collporterre-model/src/main/java/org/collporterre/check" && find . -name '[A-Z]*.java' -printf '%f\n') |
    sed 's/\.java$//' | sort
}
classes_of() { all_of_check | grep -xE "$(members_of "$1" | tr ' ' '\n' | sed 's/\*/.*/' | paste -sd'|')"; }
unlike=$(diff <(all_of_check) <(for group in "${groups[@]}"; do classes_of "$group"; done | sort) | grep '^[<>]' || true)
[ -z "$unlike" ] || { echo "classes of check in no group (<) or in two (>): ${unlike//$'\n'/ }" >&2; exit 2; }
mapfile -t packages < <(printf '%s\n' "${packages[@]}" | sed "s/^check$/${groups[*]/#/check:}/" | tr ' ' '\n')

# The tests that are to prove a package, without org.collporterre: its own, and those few of others
# that state what it promises. All tests would take hours, and tell no more; so would those tagged
# "large", which show that much of something takes no longer than it may.
tests_of() {
  case $1 in
    imports.Csv* | imports.Row* | imports.Cell* | imports.Utf8)
      echo 'imports.CsvImporterTest imports.CsvFindingsTest imports.CsvHeadTest imports.CsvScannerTest'
      echo 'imports.CsvBlocksTest imports.Utf8Test imports.CellCacheTest imports.CorrectionsTest'
      echo 'imports.MappedTablesTest tests.DatasetPackageTest'
      return ;;
  esac
  case ${1%%.*} in
    check)
      for group in "${groups[@]}"; do
        if classes_of "$group" | grep -x "$(sed 's/\*/.*/' <<< "${1#*.}")" > /dev/null; then tests_of "check:$group"; fi
      done ;;
    check:records) echo 'check.RulesTest check.RuleBordersTest check.RulesOfFilesTest check.StepsPositionsTest check.CompletenessTest' ;;
    check:places) echo 'check.RulesTest check.RuleBordersTest check.RulesOfFilesTest check.PrecisionLieTest check.PostcodeMalformedTest'
      echo 'check.PositionsTest check.PlacesTest tests.GazetteerRulesTest' ;;
    check:texts) echo 'check.RulesTest check.ContactsInTextsTest check.StreetAddressTest tests.GazetteerRulesTest' ;;
    check:licences) echo 'check.RulesTest check.LicenseMatrixTest' ;;
    check:references) echo 'check.RulesTest check.EntryIndexTest' ;;
    check:duplicates) echo 'check.RulesTest check.ProbableDuplicateTest check.StrongestPairsTest check.DuplicateBlockTest'
      echo 'check.SameExternalIdTest check.RecordPairsTest check.RecordValuesTest check.PackedPositionsTest check.FirstRecordsTest' ;;
    check:constraints) echo 'check.ConstraintPlanTest check.ConstraintAgreementTest check.CheckerTest' ;;
    check:engine) echo 'check.CheckerTest check.RecordsInThreadsTest check.RuleSettingsTest check.CompletenessTest check.RuleCatalogueTest'
      echo 'check.RuleLifeTest report.RulePageTest' ;;
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
  out=$here/target/$(tr -d '*' <<< "${package/:/-}")
  mkdir -p "$out"
  mapfile -t tests < <(tests_of "$package" | tr ' ' '\n')
  classes=org.collporterre.$package.*
  [ "$package" = "${package#*:}" ] ||
    classes=$(classes_of "${package#*:}" | sed 's/.*/org.collporterre.check.&,org.collporterre.check.&$*/' | paste -sd,)
  [ "$package" = "${package%.*}" ] || classes="org.collporterre.$package,org.collporterre.$package\$*"
  # Tests of several modules expect to be run from one beside the project's files. A change that
  # makes a loop endless is noticed by time: long enough that a busy machine is not taken for one.
  (cd tests && java -Xmx1g -XX:+UseSerialGC -cp "$path" org.pitest.mutationtest.commandline.MutationCoverageReport \
    --reportDir "$out" --targetClasses "$classes" --targetTests "$(patterns "${tests[@]}")" \
    --excludedGroups large \
    --excludedClasses "$made" --sourceDirs "$sources" --mutableCodePaths "$code" \
    --threads "$threads" --timeoutConst 20000 --timeoutFactor 3 \
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
