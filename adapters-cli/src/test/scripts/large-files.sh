#!/bin/sh
# Reads files of other tools with little memory, and compares with Jackson, which only parses them:
#   sh adapters-cli/src/test/scripts/large-files.sh            200 MB of each kind, in turns, the best of five
#   sh adapters-cli/src/test/scripts/large-files.sh 1024 flat  1 GB of each kind, once: does it fit into 512 MB of heap?
set -eu
cd "$(dirname "$0")/../../../.."
[ -d adapters-cli/target/test-classes ] || mvn -q -B -DskipTests package
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx512m \
    -cp "adapters-cli/target/test-classes:adapters-cli/target/autotrainer/lib/*" \
    org.autotrainer.bench.LargeFiles "${@:-200}"
