#!/bin/sh
# Kills a running server under eight writers again and again, and checks that nothing acknowledged is lost or doubled.
#
#   sh adapters-cli/src/test/scripts/kill.sh         50 rounds, each ready again within 3 seconds
#   sh adapters-cli/src/test/scripts/kill.sh 200     more of them
set -eu
cd "$(dirname "$0")/../../../.."
mvn -q -B -DskipTests package
cd adapters-cli
exec mvn -q -B surefire:test@distribution -Dtest=KilledServerTest -Dkill.rounds="${1:-50}" -Dkill.ready.millis=3000
