#!/bin/sh
# Shows the main job on the examples: evaluations in, training suggestions out, memory kept, a data set written.
# It works in a folder of its own and leaves nothing behind.
set -eu
cd "$(dirname "$0")/../.."
program=adapters-cli/target/autotrainer
[ -x "$program/bin/autotrainer" ] || {
    echo "tour.sh: build the program first: mvn -q -B -DskipTests package" >&2
    exit 1
}
PATH="$PWD/$program/bin:$PATH"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export AUTOTRAINER_STORE="sqlite:$work/memory.db"

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

show autotrainer train docs/examples/evaluations.jsonl
show autotrainer suggestions --agent support --limit 5
show autotrainer heuristics --agent support --limit 5
show autotrainer recall "A customer wants money back for a broken cup" --agent support --tag refund --budget 120
show autotrainer export --agent coder --format trl-sft --out "$work/coder.jsonl"
printf '\n$ head -c 400 coder.jsonl\n'
head -c 400 "$work/coder.jsonl"
echo
show autotrainer train docs/examples/evaluations.jsonl
show autotrainer store check
printf '\nThe program is %s/bin/autotrainer\n' "$program"
