#!/bin/sh
# Runs all benchmarks and writes what they measured into docs/benchmarks.md; needs Java 17, Maven and Python 3.9 or newer.
# A server is measured by wrk: without it, name the others.
#
#   sh adapters-cli/src/benchmark/run.sh             everything: about 25 minutes, 4 GB of disk
#   sh adapters-cli/src/benchmark/run.sh ingest      only some: training, learning, ingest, growth, serve, start; writes no file
#
#   ROUNDS    how often each program is run (default 5)
#   SECONDS   how long a server is under load each time (default 5)
#   WORK      the folder for files and stores, which are removed afterwards (default adapters-cli/target/benchmark)
set -eu
cd "$(dirname "$0")/../../.."
# Maven also runs the benchmarks of the harness; what they measured is in target/bench.json of each module.
rm -f domain/target/bench.json adapters-cli/target/bench.json
case " $* " in
    "  ") mvn -q -B -Pbench verify ;;
    *)
        mvn -q -B -DskipTests package
        domain=
        case " $* " in *' training '*) domain=Training ;; esac
        case " $* " in *' learning '*) domain="${domain:+$domain|}Learning" ;; esac
        [ -z "$domain" ] || mvn -q -B -Pbench "-Dbench=($domain)Benchmark" -pl domain verify
        ;;
esac
exec python3 adapters-cli/src/benchmark/benchmarks.py "$@"
