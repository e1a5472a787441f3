#!/bin/sh
# Builds what the benchmarks start: their classes, with all jars beside them, and the command as it
# is handed out.
set -eu

cd "$(dirname "$0")/../.."
echo "building" >&2
rm -rf tests/benchmarks/target/lib
# The braces are for Maven.
# shellcheck disable=SC2016
mvn -q -B -Dmaven.test.skip -Dspotless.check.skip -Djacoco.skip package \
  dependency:copy-dependencies -DincludeScope=runtime -DoverWriteSnapshots=true \
  -DoutputDirectory='${project.build.directory}/lib' \
  -pl tests/benchmarks,collporterre-dist -am >&2
