#!/bin/sh
# Measures reading, checking and writing by themselves, per record: time and, of the profiler gc, the
# line gc.alloc.rate.norm, bytes allocated. Takes what JMH takes: a pattern of names, -p format=csv …
# Without anything: all, in about six minutes, with the results also in target/jmh.csv.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
"$here/build.sh"
[ $# -gt 0 ] || set -- -f 1 -wi 5 -w 2 -i 5 -r 2 -rf csv -rff "$here/target/jmh.csv"
exec java -cp "$here/target/*:$here/target/lib/*" org.openjdk.jmh.Main \
  -prof gc -jvmArgs '-Xmx512m -XX:+UseSerialGC' "$@"
