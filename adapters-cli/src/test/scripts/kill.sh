#!/bin/sh
# Kills a running server under eight writers again and again, and checks that nothing acknowledged is lost or doubled.
#
#   sh adapters-cli/src/test/scripts/kill.sh         50 rounds, each ready again within 3 seconds
#   sh adapters-cli/src/test/scripts/kill.sh 200     more of them
set -eu
cd "$(dirname "$0")/../../../.."
mvn -q -B -DskipTests package # the server that is killed is the built one
exec mvn -q -B -pl adapters-cli -am verify -Dtest=KilledServerTest -Dsurefire.failIfNoSpecifiedTests=false \
    -Dkill.rounds="${1:-50}" -Dkill.ready.millis=3000
