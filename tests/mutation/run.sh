#!/usr/bin/env bash
# Changes the code in small ways and runs the tests that come by there: a change that no test minds
# shows what is not proved. A package takes minutes; see CONTRIBUTING.md.
#
#   tests/mutation/run.sh [--floor PERCENT] [--threads N] [--built] PACKAGE…
#
# A package is named without what all begin with: check, imports, schema. Without one: those that
# have the floor, one after the other. schema.Decimals is that class alone, for who adds a test;
# 'imports.Row*' are those that begin so. imports:geojson is a group of classes, see classes_of.
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
[ "${#packages[@]}" -gt 0 ] || packages=(geo vocabulary internal constraint lineage schema model dataset statistics update json
  imports.RowBinder imports.RowPlace imports.CsvReader imports.Utf8 imports.CellCache
  imports:head imports:encodings imports:corrections imports:packages
  imports:json-scan imports:json-bind imports:geojson)

# The tests that are to prove a package, without org.collporterre: its own, and those few of others
# that state what it promises. All tests would take hours, and tell no more; so would those tagged
# "large", which show that much of something takes no longer than it may.
tests_of() {
  case $1 in
    # Fast tests only: all that come by are run for each change that none of them minds.
    imports:head) echo 'imports.CsvHeadTest imports.CsvFindingsTest imports.CsvImporterTest imports.MappedTablesTest imports.PackageReaderTest tests.DialectsTest'; return ;;
    imports:scanner) echo 'imports.CsvScannerTest imports.CsvHeadTest'; return ;;
    imports:blocks) echo 'imports.CsvBlocksTest'; return ;;
    imports:encodings) echo 'imports.CharsetGuessTest imports.TranscoderTest imports.CsvImporterTest tests.EncodingsTest'; return ;;
    imports:corrections) echo 'imports.CsvCorrectorTest imports.CorrectionsTest imports.CsvHeadTest imports.MappedTablesTest'; return ;;
    imports:packages) echo 'imports.PackageReaderTest tests.DatasetRulesTest'; return ;;
    imports:archives) echo 'imports.BoundedZipTest tests.DatasetRulesTest'; return ;;
    imports:settings) echo 'tests.SettingsTest'; return ;;
    imports:workbooks) echo 'imports.SheetCellTest tests.SpreadsheetImporterTest tests.SpreadsheetRulesTest tests.WorkbookTablesTest'; return ;;
    imports:mapping) echo 'imports.MappingTest imports.RecipeTest imports.MappedTablesTest imports.MappingProposalTest tests.MappedFilesTest'; return ;;
    imports:proposals) echo 'imports.MappingProposalTest imports.PresetFingerprintsTest tests.PresetsTest'; return ;;
    imports.Csv* | imports.Row* | imports.Cell* | imports.Utf8)
      echo 'imports.CsvImporterTest imports.CsvFindingsTest imports.CsvHeadTest imports.CsvScannerTest'
      echo 'imports.CsvBlocksTest imports.Utf8Test imports.CellCacheTest imports.CorrectionsTest'
      echo 'imports.MappedTablesTest tests.DatasetPackageTest'
      return ;;
  esac
  # Each group by its few fast tests: what survives costs all of them.
  case $1 in
    imports:json-scan) echo imports.{JsonScanner,JsonCursor,JsonText,JsonNames,JsonFraming,JsonNode,JsonBlock,JsonItems,StrictJson}Test; return ;;
    imports:json-bind) echo imports.{JsonFindings,JsonOfOthers,PlainFeature,GeoJsonFindings,GeoJsonImporter}Test tests.NativeJsonTest; return ;;
    imports:geojson) echo imports.{GeoJsonFindings,GeoJsonImporter,PlainFeature}Test; return ;;
    imports:json-ld) echo imports.{HtmlScripts,JsonLdContext,JsonLdImporter}Test tests.JsonLdRoundTripTest; return ;;
    imports:json-map) echo imports.{Corrections,JsonMapping,JsonSecret,Recipe,PresetFingerprints}Test tests.PresetsTest; return ;;
    imports:yaml) echo imports.Yaml{Documents,Importer}Test; return ;;
    imports:documents) echo tests.DocumentDraftsTest; return ;;
  esac
  for group in $groups; do
    if [[ " $(classes_of "$group") " == *" $1 "* ]]; then tests_of "$group"; return; fi
  done
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
    check) echo 'check.*Test tests.RulePagesTest tests.GazetteerRulesTest tests.ValueRulesTest tests.SettingsTest' ;;
    imports) echo 'imports.*Test tests.DialectsTest tests.SpreadsheetImporterTest tests.PresetsTest' ;;
    *) echo "$1.*Test" ;;
  esac
}
# Groups of classes that are proved by the same few tests. A class alone has the tests of its group.
groups='imports:head imports:scanner imports:blocks imports:encodings imports:corrections imports:packages imports:archives
  imports:settings imports:workbooks imports:mapping imports:proposals imports:json-scan imports:json-bind imports:geojson
  imports:json-ld imports:json-map imports:yaml imports:documents'
classes_of() {
  case $1 in
    imports:head) echo imports.{CsvHead,HeaderChoice,HeaderRepeats,DelimiterChoice,TableSample,TableShape,TableDialect,CsvColumns,CsvColumn} ;;
    imports:scanner) echo imports.CsvScanner ;;
    imports:blocks) echo imports.{RowBlock,CsvBlocks} ;;
    imports:encodings) echo imports.{TextEncoding,CharsetGuess,Transcoder} ;;
    imports:corrections) echo imports.{CsvCorrector,CsvImporter,Corrections,Correction,CellEdit,CorrectedCopy} ;;
    imports:packages) echo imports.{PackageReader,PackageImporter,PackageTables,ManifestReader,ManifestFingerprint,ChildRows,RelationRows,VocabularyRows,ProvenanceRows,DirectoryTables,ZipTables} ;;
    imports:archives) echo imports.BoundedZip ;;
    imports:settings) echo imports.SettingsFile ;;
    imports:workbooks) echo imports.{Xlsx\*,Ods\*,Sheet\*,Workbook\*,SpreadsheetImporter} ;;
    imports:mapping) echo imports.{Mapping,Mapped\*,MappingReader,MappingSource\*,Recipe,RecipeReader,Making,DateForm,ReferenceSystem,ValueTable} ;;
    imports:proposals) echo imports.{HeaderWords,MappingGuesser,MappingNotes,MappingProposal,Presets,ProposedFields,ValueTests,Candidate,ValueCandidates,SourceSampler,SourceSample,Evidence} ;;
    imports:json-scan) echo imports.Json{Scanner,Cursor,Text,Names,Framing,Node,Block,Items,Fault} imports.StrictJson ;;
    imports:json-bind) echo imports.Json{Binder,Binders,Cells,Types,Origin,Reader,Importer,Records} imports.Plain{Members,Record,Feature} ;;
    imports:geojson) echo imports.GeoJson{Blocks,Crs,Feature,Geometry,Importer,Items,Reader,Shapes} ;;
    imports:json-ld) echo imports.JsonLd{Binder,Contacts,Context,Document,Graph,Importer,Kinds,Node,Plan,Reader,Row,Rows,Scripts,Term,Types,Values} imports.HtmlScripts ;;
    imports:json-map) echo imports.Json{Corrector,Edits,Path,Sources,Mapped,Presets} imports.{OverpassElements,HiddenTexts} ;;
    imports:yaml) echo imports.Yaml{Documents,Importer,Places,Reader} ;;
    imports:documents) echo 'imports.documents.*' ;;
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
  group=$(classes_of "$package")
  [ "$package" = "${package%.*}" ] || classes="org.collporterre.$package,org.collporterre.$package\$*"
  [ -z "$group" ] || classes=$(patterns $(sed 's/[^ ]*[^* ]/& &$*/g' <<< "$group"))
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
