#!/bin/sh
# Holds the document of the HTTP interface against tools of others: Redocly lints it, and Schemathesis holds a running
# server against it. They are installed from npm and PyPI into adapters-http/target/api-tools once.
#
#   sh adapters-http/src/test/scripts/contract.sh         240 seconds of requests
#   sh adapters-http/src/test/scripts/contract.sh 20 7    20 seconds, from seed 7
set -eu
cd "$(dirname "$0")/../../.."
tools=$PWD/target/api-tools
mkdir -p "$tools"
[ -x "$tools/node_modules/.bin/redocly" ] || npm install --silent --prefix "$tools" @redocly/cli
[ -x "$tools/bin/st" ] || { python3 -m venv "$tools" && "$tools/bin/pip" install -q schemathesis; }
cd ..
exec mvn -q -B -pl domain,application,adapters-http -Dtest=ContractTest -Dcontract.seconds="${1:-240}" \
    -Dcontract.seed="${2:-1}" -Dsurefire.failIfNoSpecifiedTests=false package
