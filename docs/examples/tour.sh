#!/bin/sh
# Shows the main job on the examples: evaluations in, training suggestions out, memory kept, a data set written.
# It works in a folder of its own and leaves nothing behind.
set -eu
cd "$(dirname "$0")"
examples=$PWD
program=$(CDPATH='' cd ../bin 2>/dev/null && pwd) || program=$(CDPATH='' cd ../../adapters-cli/target/autotrainer/bin 2>/dev/null && pwd) || {
    echo "tour.sh: build the program first: mvn -q -B -DskipTests package" >&2
    exit 1
}
PATH="$program:$PATH"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
ln -s "$examples" examples
export AUTOTRAINER_STORE=sqlite:memory.db

show() {
    printf '\n$'
    for word; do
        case $word in
            *' '*) printf ' "%s"' "$word" ;;
            *) printf ' %s' "$word" ;;
        esac
    done
    echo
    "$@" 2>&1
}

show autotrainer train examples/evaluations.jsonl
show autotrainer suggestions --agent support --limit 5
show autotrainer heuristics --agent support --limit 5
show autotrainer recall "A customer wants money back for a broken cup" --agent support --tag refund --budget 120
show autotrainer export --agent coder --format trl-sft --out coder.jsonl
printf '\n$ head -c 400 coder.jsonl\n'
head -c 400 coder.jsonl
echo
show autotrainer train examples/evaluations.jsonl
show autotrainer store check
printf '\nThe program is %s/autotrainer\n' "$program"
