#!/bin/sh
# Compares conversions with what others need for them, see docs/benchmarks.md. Prints a Markdown table.
set -eu

usage() {
  cat <<'EOF'
usage: tests/benchmarks/run.sh [ROWS[:ROUNDS[:WARM-UPS]]]...

Without arguments: 100000:3:1 1000000:2:0

BENCH_FOLDER   where the generated files go (default: a new folder under ${TMPDIR:-/tmp}, removed at
               the end); about 5 GB for a million rows. A folder in memory keeps the disk out.
BENCH_TIMEOUT  seconds for everything (default 1800)
BENCH_JAVA     options of the JVM (default -Xmx256m -XX:+UseSerialGC)
EOF
}

case "${1:-}" in -h | --help) usage; exit 0 ;; esac
[ $# -gt 0 ] || set -- 100000:3:1 1000000:2:0

root=$(cd "$(dirname "$0")/../.." && pwd)
time=/usr/bin/time
java_options=${BENCH_JAVA:--Xmx256m -XX:+UseSerialGC}
deadline=$(($(date +%s) + ${BENCH_TIMEOUT:-1800}))

if ! "$time" -f %e true 2>/dev/null; then
  echo "GNU time is needed at $time (Debian: apt install time)" >&2
  exit 2
fi
ogr2ogr=$(command -v ogr2ogr || true)
[ -n "$ogr2ogr" ] || echo "ogr2ogr not found, left out (Debian: apt install gdal-bin)" >&2
mlr=$(command -v mlr || true)
[ -n "$mlr" ] || echo "mlr not found, left out (Debian: apt install miller)" >&2

if [ -n "${BENCH_FOLDER:-}" ]; then
  folder=$BENCH_FOLDER
  mkdir -p "$folder"
  trap 'rm -f "$folder"/bench-*' EXIT
else
  folder=$(mktemp -d "${TMPDIR:-/tmp}/collporterre-bench.XXXXXX")
  trap 'rm -rf "$folder"' EXIT
fi
trap 'exit 130' INT TERM

echo "building" >&2
(cd "$root" && mvn -q -B -DskipTests -Djacoco.skip=true package dependency:copy-dependencies \
  -DincludeScope=runtime -DoutputDirectory='${project.build.directory}/lib' \
  -pl tests/benchmarks -am) >&2
class_path="$root/tests/benchmarks/target/*:$root/tests/benchmarks/target/lib/*"

program() {
  name=$1
  shift
  # The options are words.
  # shellcheck disable=SC2086
  set -- java $java_options -cp "$class_path" "org.collporterre.benchmarks.$name" "$@"
  "$@"
}

# measure CASE COMMAND...: appends "CASE wall user system kilobytes" to the results of a warm run.
measure() {
  what=$1
  shift
  left=$((deadline - $(date +%s)))
  if [ "$left" -le 0 ]; then
    echo "out of time: $what left out" >&2
    return
  fi
  rm -f "$folder"/bench-out*
  if "$time" -q -f '%e %U %S %M' -o "$folder/bench-time" \
    timeout "$left" "$@" >"$folder/bench-said" 2>"$folder/bench-errors"; then
    [ "$round" -le 0 ] || echo "$what $(cat "$folder/bench-time")" >>"$folder/bench-results"
    case $what in
      *:collporterre | *:fastcsv) echo "$what: $(cat "$folder/bench-said")" >"$folder/bench-said-$what" ;;
    esac
  else
    echo "failed: $what" >&2
    tail -3 "$folder/bench-errors" >&2
  fi
  rm -f "$folder"/bench-out*
}

run_java() {
  what=$1
  name=$2
  shift 2
  # shellcheck disable=SC2086
  measure "$what" java $java_options -cp "$class_path" "org.collporterre.benchmarks.$name" "$@"
}

# A case is CONVERSION:PROGRAM; the first other program of a conversion is the peer of ours.
table() {
  echo
  echo "| $1 rows, $2 MB of CSV | program | median wall s | min-max | CPU s | peak RSS MB | wall / peer | CPU / peer |"
  echo "|---|---|---|---|---|---|---|---|"
  sort -k1,1 -k2,2n "$folder/bench-results" | awk -v order="$(cat "$folder/bench-order")" '
    function middle(list, n) {
      return n % 2 ? list[(n + 1) / 2] : (list[n / 2] + list[n / 2 + 1]) / 2
    }
    {
      n[$1]++
      wall[$1, n[$1]] = $2
      cpu[$1] += $3 + $4
      if ($5 > memory[$1]) memory[$1] = $5
    }
    END {
      count = split(order, cases, " ")
      for (k = 1; k <= count; k++) {
        c = cases[k]
        if (!(c in n)) continue
        for (i = 1; i <= n[c]; i++) w[i] = wall[c, i]
        median[c] = middle(w, n[c])
        split(c, part, ":")
        if (part[2] != "collporterre" && !(part[1] in peer)) peer[part[1]] = c
      }
      for (k = 1; k <= count; k++) {
        c = cases[k]
        if (!(c in n)) continue
        split(c, part, ":")
        p = peer[part[1]]
        ratio = "- | -"
        if (p in n)
          ratio = sprintf("%.2f | %.2f", median[c] / median[p], cpu[c] / n[c] / (cpu[p] / n[p]))
        printf "| %s | %s | %.2f | %.2f-%.2f | %.2f | %.0f | %s |\n", part[1], part[2], median[c], \
          wall[c, 1], wall[c, n[c]], cpu[c] / n[c], memory[c] / 1024, ratio
      }
    }'
  echo
  cat "$folder"/bench-said-*
}

echo "* $(uname -sm), $(nproc) processors, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -1)"
echo "* $(java -version 2>&1 | head -1), $java_options"
[ -z "$ogr2ogr" ] || echo "* $("$ogr2ogr" --version)"
echo "* $(date -u +%Y-%m-%d), $(cd "$root" && git log -1 --format='commit %h' 2>/dev/null || echo 'no commit')"

for case in "$@"; do
  rows=${case%%:*}
  rest=${case#"$rows"}
  rest=${rest#:}
  rounds=${rest%%:*}
  warm=${rest#"$rounds"}
  warm=${warm#:}
  in=$folder/bench-in.csv
  features=$folder/bench-in.geojson
  rm -f "$folder"/bench-*
  : >"$folder/bench-results"
  echo "generating $rows rows" >&2
  program Generator "$rows" "$in" >"$folder/bench-said-generator"
  program Convert "$in" "$features" >/dev/null
  echo csv-geojson:collporterre csv-geojson:ogr2ogr geojson-csv:collporterre geojson-csv:ogr2ogr \
    csv-jsonld:collporterre csv-jsonld:mlr-to-json csv-parse:fastcsv >"$folder/bench-order"
  round=$((1 - ${warm:-0}))
  while [ "$round" -le "${rounds:-3}" ]; do
    echo "round $round" >&2
    run_java csv-geojson:collporterre Convert "$in" "$folder/bench-out.geojson"
    if [ -n "$ogr2ogr" ]; then
      measure csv-geojson:ogr2ogr "$ogr2ogr" -f GeoJSON "$folder/bench-out.geojson" "$in" \
        -oo X_POSSIBLE_NAMES=longitude -oo Y_POSSIBLE_NAMES=latitude
    fi
    run_java geojson-csv:collporterre Convert "$features" "$folder/bench-out.csv"
    if [ -n "$ogr2ogr" ]; then
      measure geojson-csv:ogr2ogr "$ogr2ogr" -f CSV "$folder/bench-out.csv" "$features" \
        -lco GEOMETRY=AS_XY
    fi
    run_java csv-jsonld:collporterre Convert "$in" "$folder/bench-out.jsonld"
    if [ -n "$mlr" ]; then
      measure csv-jsonld:mlr-to-json sh -c '"$0" --icsv --ojson cat "$1" > "$2"' \
        "$mlr" "$in" "$folder/bench-out.json"
    fi
    run_java csv-parse:fastcsv FastCsvParse "$in"
    round=$((round + 1))
  done
  table "$rows" $(($(wc -c <"$in") / 1000000))
done
