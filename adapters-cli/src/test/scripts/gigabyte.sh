#!/bin/sh
# Imports and exports a large file with a small heap, and tells time and memory: the memory must not grow with the file.
#
#   sh adapters-cli/src/test/scripts/gigabyte.sh          1024 MB of JSONL with a heap of 512 MB
#   sh adapters-cli/src/test/scripts/gigabyte.sh 100      so many MB
#
# It needs Python 3 to make the file, five times its room on the disk, and the built program.
set -eu
megabytes=${1:-1024}
program=$(cd "$(dirname "$0")/../../.." && pwd)/target/autotrainer/bin/autotrainer
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# The whole heap is taken at once: what grows after that is held outside of it, or would end the program.
export AUTOTRAINER_ARCHIVE=off
export AUTOTRAINER_OPTS="-Xms512m -Xmx512m -XX:+AlwaysPreTouch -Xlog:gc:file=$folder/gc.log"

python3 - "$megabytes" "$folder/big.jsonl" <<'PYTHON'
import json, random, sys

random.seed(7)
left = int(sys.argv[1]) << 20
words = ["".join(random.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(random.randint(3, 9))) for _ in range(5000)]
blocks = [" ".join(random.choice(words) for _ in range(60)) for _ in range(3000)]
with open(sys.argv[2], "w", encoding="utf-8") as out:
    number = 0
    while left > 0:
        messages = [{"role": "system", "content": "You help."}]
        for turn in range(6):
            messages.append({"role": "user", "content": f"Number {number}, turn {turn}: " + random.choice(blocks)})
            messages.append({"role": "assistant", "content": " ".join(random.choice(blocks) for _ in range(2))})
        line = json.dumps({"task_id": f"task-{number // 2}", "attempt": number % 2, "success": number % 5 > 0,
                           "score": (number % 5 > 0) * 0.9, "messages": messages}) + "\n"
        out.write(line)
        left -= len(line)
        number += 1
PYTHON

# Runs a command; tells its seconds, its resident memory at each quarter of that time, and what full collections left.
measured() {
    what=$1
    shift
    begin=$(date +%s)
    "$@" >"$folder/out" 2>"$folder/err" &
    pid=$!
    : >"$folder/memory"
    while kill -0 "$pid" 2>/dev/null; do
        awk '/VmRSS/ {print $2}' "/proc/$pid/status" >>"$folder/memory" 2>/dev/null || true
        sleep 1
    done
    wait "$pid" || { cat "$folder/err" >&2; exit 1; }
    printf '%-8s %5s s, resident MB at each quarter:' "$what" "$(($(date +%s) - begin))"
    awk '{memory[NR] = $1 / 1024} END {for (q = 1; q <= 4; q++) printf " %d", memory[int((NR * q + 3) / 4)]}' "$folder/memory"
    sed -n 's/.*Pause Full.*->\([0-9]*\)M.*/\1/p' "$folder/gc.log" | tr '\n' ' ' >"$folder/live"
    if [ -s "$folder/live" ]; then printf '; heap in use after full collections: %s' "$(cat "$folder/live")"; fi
    echo
}

measured train "$program" train "$folder/big.jsonl" --store "$folder/big.db"
measured file "$program" export --format trl-sft --store "$folder/big.db" --out "$folder/sft.jsonl"
measured folder "$program" export --format huggingface --store "$folder/big.db" --out "$folder/hub"
wc -c "$folder/big.jsonl" "$folder/sft.jsonl" "$folder"/hub/*/*.jsonl | awk '{printf "%8d MB %s\n", $1 / 1048576, $2}'
