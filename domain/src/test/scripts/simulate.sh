#!/bin/sh
# Compares ways to learn in simulated worlds with known truth and prints tables in Markdown; needs Java 17 and Maven.
#
#   sh domain/src/test/scripts/simulate.sh                            all named worlds, 2,000 tasks, seeds 1 to 3, all rules
#   sh domain/src/test/scripts/simulate.sh base,toxic 5000 1-10       some worlds, more tasks and seeds
#   sh domain/src/test/scripts/simulate.sh base+harmful=.4 2000 1,7   a world with another value for a knob (Knob.java)
#   sh domain/src/test/scripts/simulate.sh random-1,random-2 2000 1 support,counters
set -eu
cd "$(dirname "$0")/../../../.."
mvn -q -B -pl domain test-compile exec:exec -Dexec.classpathScope=test -Dexec.executable=echo -Dexec.args=%classpath \
    -Dexec.outputFile=target/test-classpath.txt >&2
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -classpath "$(cat domain/target/test-classpath.txt)" \
    org.autotrainer.domain.sim.SimulatorTable "$@"
