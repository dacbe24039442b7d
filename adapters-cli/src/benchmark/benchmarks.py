"""Times whole processes, puts the figures beside those of the harness, and writes them into docs/benchmarks.md.

Started by run.sh, which builds everything first.
"""

import datetime
import http.client
import json
import os
import platform
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import threading
import time
import urllib.request
import zipfile
from pathlib import Path

import training

HOUSE = Path(__file__).resolve().parents[3]
COMMAND_LINE = HOUSE / "adapters-cli" / "target"
PROGRAM = COMMAND_LINE / "autotrainer"
WORK = Path(os.environ.get("WORK", COMMAND_LINE / "benchmark")).resolve()
ROUNDS = int(os.environ.get("ROUNDS", "5"))
GOLDEN = HOUSE / "domain/src/test/resources/org/autotrainer/domain/training/golden.jsonl"
REPORT = HOUSE / "docs/benchmarks.md"
EVALUATIONS = 100_000
STORES = {"10⁴": 10_000, "10⁶": 1_000_000}
FIRST_NEW = 2_000_000
HEURISTICS = 10_000
SECONDS = int(os.environ.get("SECONDS", "5"))
TOKEN = "a-token-of-a-benchmark"


# --- programs ---------------------------------------------------------------------------------------------------------


def java():
    home = os.environ.get("JAVA_HOME")
    return str(Path(home) / "bin/java") if home else "java"


def autotrainer(*arguments):
    return [str(PROGRAM / "bin/autotrainer"), *map(str, arguments)]


def bench(name, *arguments, options=()):
    """A program among the tests, on the jars that the command has."""
    jars = [bench_jar(), *sorted((PROGRAM / "lib").glob("*.jar"))]
    return [java(), *options, "-cp", ":".join(map(str, jars)), f"org.autotrainer.bench.{name}", *map(str, arguments)]


def bench_jar():
    """A jar of these programs, since there is no archive of the classes in a folder."""
    jar = WORK / "bench.jar"
    if not jar.exists():
        classes = COMMAND_LINE / "test-classes"
        with zipfile.ZipFile(jar, "w") as packed:
            for file in sorted((classes / "org/autotrainer/bench").glob("*.class")):
                packed.write(file, file.relative_to(classes))
    return jar


def environment(**more):
    kept = {k: v for k, v in os.environ.items() if not k.startswith("AUTOTRAINER_")}
    return {**kept, "XDG_CACHE_HOME": str(WORK / "cache"), **more}


def run(command, **more):
    """Runs a program to its end; returns its seconds, its seconds of processor time and what it printed."""
    os.sync()
    with open(WORK / "printed", "w+b") as printed, open(WORK / "notes", "w+b") as notes:
        begin = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=printed, stderr=notes, env=environment(**more)
        )
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        printed.seek(0)
        notes.seek(0)
        if process.returncode != 0:
            sys.exit(f"{' '.join(command)} ended with {process.returncode}: {(printed.read() + notes.read()).decode()}")
        return seconds, used.ru_utime + used.ru_stime, printed.read().decode()


def train(file, store, evaluations, **more):
    seconds, processor, summary = run(autotrainer("train", file, "--store", f"sqlite:{store}", "--json"), **more)
    recorded = json.loads(summary)["recorded"]
    if recorded != evaluations:
        sys.exit(f"{file} has {evaluations} evaluations, and {recorded} were recorded")
    return seconds, processor


def generate(name, first, count, ids):
    file = WORK / name
    run(bench("EvaluationFile", file, first, count, ids))
    return file


def remove(store):
    for end in ("", "-wal", "-shm", "-journal"):
        Path(f"{store}{end}").unlink(missing_ok=True)


def make_archive():
    """Runs the command once and waits until it has made its archive of class data."""
    run(autotrainer("--help"))
    end = time.monotonic() + 120
    cache = WORK / "cache/autotrainer"
    while time.monotonic() < end:
        made = list(cache.glob("classes-*"))
        if any(file.is_file() for file in made) and not any(file.suffix == ".making" for file in made):
            return
        time.sleep(0.5)
    sys.exit(f"no archive of class data was made in {cache}")


# --- what is measured -------------------------------------------------------------------------------------------------


def measure_training():
    with open(HOUSE / "domain/target/bench.json", encoding="utf-8") as file:
        result = next(r for r in json.load(file) if r["benchmark"].endswith("TrainingBenchmark.train"))
    rounds = [value for fork in result["primaryMetric"]["rawData"] for value in fork]
    ours, python = statistics.median(rounds), training.nanoseconds(GOLDEN)
    return [
        "### Training one evaluation",
        "",
        "| golden cases | ns a case |",
        "|---|---|",
        f"| `AutoTrainer` | {ours:,.0f} |",
        f"| plain Python {platform.python_version()} | {python:,.0f} |",
        f"| **ratio** (goal ≥ 10) | **{python / ours:.1f}** |",
    ]


def measure_learning():
    """The domain by itself at 100,000 heuristics."""
    with open(HOUSE / "domain/target/bench.json", encoding="utf-8") as file:
        results = {r["benchmark"].split(".")[-1]: r["primaryMetric"] for r in json.load(file)}
    lines = [
        "### Learning and recalling in the domain, at 100,000 heuristics",
        "",
        "| µs | mean | median | 99th percentile | goals |",
        "|---|---|---|---|---|",
    ]
    for name, what, goals in (
        ("recall", "a recall", "median ≤ 800, 99th ≤ 1,500"),
        ("knownAdvice", "an evaluation with two known texts", "mean ≤ 30"),
        ("knownAdviceAfterRecall", "the same, with credit to what was recalled for it", ""),
        ("newAdvice", "an evaluation with a new text", "mean ≤ 150, 99th ≤ 1,000"),
    ):
        metric = results[name]
        half, slow = (metric["scorePercentiles"][p] for p in ("50.0", "99.0"))
        lines.append(f"| {what} | {metric['score']:,.1f} | {half:,.1f} | {slow:,.1f} | {goals} |")
    classes = f"{HOUSE / 'domain/target/test-classes'}:{HOUSE / 'domain/target/classes'}"
    footprint = run([java(), "-Xmx2g", "-cp", classes, "org.autotrainer.domain.bench.BigMemory", "100000"])[2]
    lines += ["", f"Heap a heuristic, with its key and the hash of its task: {int(footprint):,} bytes (goal ≤ 2,048 without these)"]
    return lines


def measure_ingest():
    file = generate("evaluations.jsonl", 0, EVALUATIONS, "random")
    plan, empty, ours, plain = (WORK / name for name in ("plan", "empty.db", "ours.db", "plain.db"))
    run(bench("PlanRecorder", file, plan))
    run(autotrainer("store", "init", "--store", f"sqlite:{empty}"))
    archive = WORK / "plain.jsa"

    def ingest_plainly(option):
        remove(plain)
        shutil.copyfile(empty, plain)
        return run(bench("PlainIngest", file, plan, plain, options=[*plain_options(), option]))[:2]

    ingest_plainly(f"-XX:ArchiveClassesAtExit={archive}")
    times = {"train": [], "plain": []}
    for _ in range(ROUNDS):
        remove(ours)
        times["train"].append(train(file, ours, EVALUATIONS))
        times["plain"].append(ingest_plainly(f"-XX:SharedArchiveFile={archive}"))
    rows = same_rows(ours, plain)
    ratio = middle(times["plain"]) / middle(times["train"])
    lines = [
        f"### Durable ingest of {EVALUATIONS:,} evaluations into a fresh store",
        "",
        f"{file.stat().st_size / 1e6:.0f} MB of JSONL, {rows:,} rows, {ours.stat().st_size / 1e6:.0f} MB of store; whole"
        f" processes, median of {ROUNDS} rounds in turns",
        "",
        "| | evaluations/s | seconds (least to most) | processor seconds |",
        "|---|---|---|---|",
        line("`autotrainer train`", times["train"]),
        line("Jackson and jdbi batches", times["plain"]),
        f"| **ratio** (goals ≥ 0.5 and ≥ 20,000/s) | **{ratio:.2f}** | | |",
    ]
    return lines + warm_ingest()


def warm_ingest():
    """What the harness measured in one process; nothing when it did not run."""
    report = COMMAND_LINE / "bench.json"
    if not report.exists():
        return []
    with open(report, encoding="utf-8") as file:
        found = {r["benchmark"].rsplit(".", 1)[1]: r["primaryMetric"]["rawData"] for r in json.load(file)}
    seconds = {name: statistics.median(v for fork in raw for v in fork) / 1e3 for name, raw in found.items()}
    return [
        "",
        f"In a process that is warm: {EVALUATIONS / seconds['train']:,.0f} evaluations/s against"
        f" {EVALUATIONS / seconds['plain']:,.0f}, ratio {seconds['plain'] / seconds['train']:.2f}.",
    ]


def measure_growth():
    lines = [
        f"### The same into stores that hold facts already ({EVALUATIONS:,} evaluations, other tasks)",
        "",
        "| ids of tasks | facts before | store, MB | evaluations/s | seconds (least to most) | processor seconds |",
        "|---|---|---|---|---|---|",
    ]
    for ids in ("ascending", "random"):
        file = generate("new.jsonl", FIRST_NEW, EVALUATIONS, ids)
        times = {}
        for name, facts in STORES.items():
            before = generate("before.jsonl", 0, facts, ids)
            remove(WORK / f"{facts}.db")
            train(before, WORK / f"{facts}.db", facts)
            before.unlink()
            times[name] = []
        for _ in range(ROUNDS):
            for name, facts in STORES.items():
                store = WORK / "grown.db"
                remove(store)
                shutil.copyfile(WORK / f"{facts}.db", store)
                times[name].append(train(file, store, EVALUATIONS))
        for name, facts in STORES.items():
            size = (WORK / f"{facts}.db").stat().st_size / 1e6
            lines.append(line(f"{ids} | {name} | {size:,.0f}", times[name]))
            remove(WORK / f"{facts}.db")
        small, large = (middle(times[name]) for name in STORES)
        lines.append(f"| {ids} | **ratio** (goal ≥ 0.9) | | **{small / large:.2f}** | | |")
    return lines


def measure_start():
    file = generate("few.jsonl", 0, 1_000, "random")
    store = WORK / "few.db"
    remove(store)
    train(file, store, 1_000)
    lines = [
        "### Start of the command",
        "",
        "Whole processes, median of 10; the recall is from 1,000 evaluations",
        "",
        "| | ms with archive | without | processor ms with | without |",
        "|---|---|---|---|---|",
    ]
    for name, command in {
        "`autotrainer --help`": autotrainer("--help"),
        "`autotrainer recall`": autotrainer("recall", "A customer wants a refund", "--store", f"sqlite:{store}"),
    }.items():
        times = {"on": [], "off": []}
        for _ in range(10):
            for archive, measured in times.items():
                more = {} if archive == "on" else {"AUTOTRAINER_ARCHIVE": "off"}
                measured.append(run(command, **more)[:2])
        wall = [statistics.median(t[0] for t in times[archive]) * 1e3 for archive in times]
        used = [statistics.median(t[1] for t in times[archive]) * 1e3 for archive in times]
        lines.append(f"| {name} | {wall[0]:.0f} | {wall[1]:.0f} | {used[0]:.0f} | {used[1]:.0f} |")
    return lines


def measure_serve():
    """A server under wrk, against the same Jetty answering constants and against the commits of its store alone."""
    if not shutil.which("wrk"):
        return ["### A server", "", "Not measured: there is no wrk on this machine (`apt-get install wrk`)."]
    file, taught, store = WORK / "advice.jsonl", WORK / "taught.db", WORK / "served.db"
    bodies = {kind: WORK / f"{kind}.bodies" for kind in ("recalls", "evaluations")}
    remove(taught)
    run(bench("AdviceFile", file, HEURISTICS))
    train(file, taught, HEURISTICS)
    for kind, lines in bodies.items():
        run(bench("RequestBodies", lines, kind, HEURISTICS))
    ours, constant, sizes, commits = {}, {}, {}, {"StoreCommit": [], "GroupCommit": []}
    memory = 0
    for _ in range(ROUNDS):
        remove(store)
        shutil.copyfile(taught, store)
        with Started(serving(store)) as server:
            for route, (path, sent) in routes(server, bodies).items():
                sizes.setdefault(route, server.size(path, sent))
                ours.setdefault(route, []).append(load(server.url + path, 16, sent))
            for pace in PACES:
                ours.setdefault(pace, []).append(server.paced("/v1/recalls", bodies["recalls"], pace))
            memory = max(memory, server.memory())
            with Recording(server):
                ours.setdefault(RECORDING, []).append(load(server.url + LIST, 16))
        with Started(bench("ConstantServer")) as server:
            for route, size in sizes.items():
                sent = bodies["recalls"] if route == RECALLS else None
                constant.setdefault(route, []).append(load(f"{server.url}/{size}", 16, sent))
        remove(store)
        with Started(serving(store)) as server:
            ours.setdefault(EVALUATIONS_SENT, []).append(load(server.url + "/v1/evaluations", 64, bodies["evaluations"]))
        for program, rates in commits.items():
            remove(store)
            rates.append(float(run(bench(program, store, 64, SECONDS))[2]))
    lines = [
        "### A server",
        "",
        f"wrk with one thread; {SECONDS} s each after as much warm-up; rounds in turns, of which these are medians: {ROUNDS}; server and wrk"
        " share the machine",
        "",
        f"| at {HEURISTICS:,} heuristics, 16 connections | a second | median ms | 99th percentile ms | a constant as long, a second"
        " | ratio |",
        "|---|---|---|---|---|---|",
    ]
    for route, size in sizes.items():
        of = rate(ours[route]) / rate(constant[route])
        goal = "0.5" if route == RECALLS else "0.7"
        lines.append(
            f"| {route}, {size:,} bytes | {latencies(ours[route])} | {rate(constant[route]):,.0f} | **{of:.2f}** (goal ≥ {goal}) |"
        )
    for pace in PACES:
        lines.append(f"| {RECALLS}, {pace} a second, evenly, by one caller | {latencies(ours[pace])} (goals < 5, ≤ 2) | | |")
    lines.append(f"| {RECORDING} | {latencies(ours[RECORDING])} | | |")
    alone, bare = (statistics.median(rates) for rates in commits.values())
    sent = rate(ours[EVALUATIONS_SENT])
    return lines + [
        "",
        "| durable, 64 connections or callers | a second | median ms | 99th percentile ms |",
        "|---|---|---|---|",
        f"| {EVALUATIONS_SENT} | {latencies(ours[EVALUATIONS_SENT])} |",
        f"| facts that the store alone commits in groups | {alone:,.0f} | | |",
        f"| **ratio** (goal ≥ 0.7) | **{sent / alone:.2f}** | | |",
        f"| rows that a bare loop commits in groups | {bare:,.0f} | | |",
        f"| **ratio** (goal ≥ 0.6) | **{sent / bare:.2f}** | | |",
        "",
        f"Memory of the server at {HEURISTICS:,} heuristics, at most: {memory / 1024:.0f} MiB (goal ≤ 256)",
    ]


LIST = "/v1/heuristics?limit=50"
RECALLS = "`POST /v1/recalls`"
# With 16 connections the processors are busy all the time, and a request mostly waits for its turn: that tells how many there can be.
# How long one takes is told at a pace that leaves the server some time.
PACES = (500, 1000)
RECORDING = "the list of 50, while 20 evaluations a second are recorded"
EVALUATIONS_SENT = "`POST /v1/evaluations`"


def serving(store):
    return autotrainer("serve", "--store", f"sqlite:{store}", "--port", 0, "--json", "--rate", 0)


def routes(server, bodies):
    """What is asked for, by its name: the path, and the bodies that are sent."""
    one = json.loads(server.answer("/v1/heuristics?limit=1"))["items"][0]["id"]
    return {
        RECALLS: ("/v1/recalls", bodies["recalls"]),
        "`GET /v1/heuristics?limit=50`": (LIST, None),
        "`GET /v1/heuristics/{id}`": (f"/v1/heuristics/{one}", None),
        "`GET /v1/settings`": ("/v1/settings", None),
        "`GET /v1/agents`": ("/v1/agents", None),
    }


def load(url, connections, bodies=None):
    """Answers in a second, then median and 99th percentile in milliseconds; once to warm up, and once more."""
    for _ in range(2):
        script = ["-s", Path(__file__).with_name("requests.lua")] if bodies else []
        arguments = ["--", bodies, time.time_ns()] if bodies else []
        told = run(
            [str(part) for part in (
                "wrk", "-t1", f"-c{connections}", f"-d{SECONDS}s", "--latency", *script,
                "-H", f"Authorization: Bearer {TOKEN}", url, *arguments,
            )]
        )[2]
        if "Non-2xx" in told or "Socket errors" in told:
            sys.exit(f"not all requests to {url} were answered: {told}")
    return [float(re.search(r"Requests/sec:\s+([0-9.]+)", told).group(1)), milliseconds(told, 50), milliseconds(told, 99)]


def milliseconds(told, percent):
    number, unit = re.search(rf"{percent}%\s+([0-9.]+)(us|ms|s)", told).groups()
    return float(number) * {"us": 1e-3, "ms": 1, "s": 1e3}[unit]


def rate(loads):
    return statistics.median(a_second for a_second, _, _ in loads)


def latencies(loads):
    half, slow = (statistics.median(of) for of in list(zip(*loads))[1:])
    return f"{rate(loads):,.0f} | {half:.1f} | {slow:.1f}"


class Started:
    """A server that runs meanwhile."""

    def __init__(self, command):
        self.process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(AUTOTRAINER_TOKEN=TOKEN),
            text=True,
        )
        self.url = json.loads(self.process.stdout.readline())["url"]

    def answer(self, path, body=None):
        headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
        request = urllib.request.Request(self.url + path, body and body.encode(), headers)
        with urllib.request.urlopen(request) as response:
            return response.read()

    def paced(self, path, bodies, pace):
        """As load() tells: one connection, so many requests a second, each timed from when it was due."""
        lines = bodies.read_text(encoding="utf-8").splitlines()
        headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
        connection = http.client.HTTPConnection(self.url.removeprefix("http://"))
        times, begun = [], time.perf_counter()
        while (due := begun + len(times) / pace) < begun + SECONDS:
            time.sleep(max(0.0, due - time.perf_counter()))
            task = f'{{"task_id":"paced-{pace}-{time.time_ns()}",'
            connection.request("POST", path, task + lines[len(times) % len(lines)], headers)
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                sys.exit(f"a request to {path} was answered {answer.status}")
            times.append(1e3 * (time.perf_counter() - due))
        a_second = len(times) / (time.perf_counter() - begun)
        return [a_second, statistics.median(times), statistics.quantiles(times, n=100)[98]]

    def size(self, path, bodies):
        """How many bytes an answer has: the mean of a hundred where each is another."""
        if not bodies:
            return len(self.answer(path))
        lines = bodies.read_text(encoding="utf-8").splitlines()[:100]
        return round(statistics.mean(len(self.answer(path, f'{{"task_id":"size-{n}",{line}')) for n, line in enumerate(lines)))

    def memory(self):
        """What the process holds, in KiB."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.process.terminate()
        self.process.wait()


class Recording(threading.Thread):
    """Records twenty evaluations a second meanwhile, each of which teaches something."""

    def __init__(self, server):
        super().__init__()
        self.server = server
        self.over = threading.Event()

    def run(self):
        number = 0
        while not self.over.wait(0.05):
            number += 1
            self.server.answer("/v1/evaluations", f'{{"task_id":"recording-{number}","suggestions":["Look at thing {number}"]}}')

    def __enter__(self):
        self.start()

    def __exit__(self, *exception):
        self.over.set()
        self.join()


def plain_options():
    """What the launcher gives to Java for train, so that the programs differ and nothing else."""
    launcher = (PROGRAM / "bin/autotrainer").read_text(encoding="utf-8")
    branch = re.search(r"^ *train \|.*?;;$", launcher, re.DOTALL | re.MULTILINE).group()
    options = re.findall(r"-X[\w:+=]+", branch)
    native = PROGRAM / f"native/org/sqlite/native/Linux/{platform.machine()}/libsqlitejdbc.so"
    if native.exists():
        options += [f"-Dorg.sqlite.lib.path={native.parent}", f"-Dorg.sqlite.lib.name={native.name}"]
    return options


def same_rows(ours, plain):
    """How many rows a store has; stops if the other one has not as many in each table, or not as long."""
    rows = 0
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    with sqlite3.connect(ours) as one, sqlite3.connect(plain) as other:
        for (table,) in one.execute(tables).fetchall():
            columns = [column[1] for column in one.execute(f"PRAGMA table_info({table})")]
            length = " + ".join(f"length(CAST({column} AS BLOB))" for column in columns)
            counts = [store.execute(f"SELECT count(*), sum({length}) FROM {table}").fetchone() for store in (one, other)]
            (count, size), (other_count, other_size) = counts
            if count != other_count or abs((size or 0) - (other_size or 0)) > 0.001 * (size or 0) + 2_000:
                sys.exit(f"the rows of {table} differ: {counts}")
            rows += count
    return rows


def middle(times):
    return statistics.median(seconds for seconds, _ in times)


def line(name, times):
    seconds = sorted(seconds for seconds, _ in times)
    return (
        f"| {name} | {EVALUATIONS / middle(times):,.0f} | {middle(times):.2f} ({seconds[0]:.2f} to {seconds[-1]:.2f})"
        f" | {statistics.median(used for _, used in times):.1f} |"
    )


# --- the machine and the report ---------------------------------------------------------------------------------------


def machine():
    version = subprocess.run([java(), "-version"], capture_output=True, text=True, check=True).stderr.splitlines()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return [
        f"{datetime.date.today()} · {os.cpu_count()} cores of {processor()} · {memory:.0f} GiB · {platform.system()}"
        f" {platform.release().split('-')[0]} · {version[1]} · Python {platform.python_version()} · {disk()} · load before"
        f" {os.getloadavg()[0]:.1f}",
    ]


def processor():
    try:
        found = re.search(r"model name\s*:\s*(.*)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
        return found.group(1) if found else platform.processor()
    except OSError:
        return platform.processor()


def disk():
    """The kind of the disk below the work folder, and what it takes to make four kilobytes durable."""
    times = []
    with open(WORK / "durable", "wb") as file:
        for _ in range(50):
            begin = time.perf_counter()
            file.write(bytes(4096))
            file.flush()
            os.fsync(file.fileno())
            times.append(time.perf_counter() - begin)
    device = os.stat(WORK).st_dev
    folder = Path(f"/sys/dev/block/{os.major(device)}:{os.minor(device)}").resolve()
    kind = "disk"
    for place in (folder, folder.parent):
        turning = place / "queue/rotational"
        if turning.exists():
            kind = f"{'turning' if turning.read_text().strip() == '1' else 'solid-state'} disk {place.name}"
            break
    return f"{kind}, fsync {statistics.median(times) * 1e3:.2f} ms"


def write_report(lines):
    text = REPORT.read_text(encoding="utf-8")
    begin, end = "<!-- figures -->\n", "<!-- end of figures -->"
    head, rest = text.split(begin)
    REPORT.write_text(head + begin + "\n" + "\n".join(lines) + "\n\n" + end + rest.split(end)[1], encoding="utf-8")


def main(chosen):
    parts = {
        "training": measure_training,
        "learning": measure_learning,
        "ingest": measure_ingest,
        "growth": measure_growth,
        "serve": measure_serve,
        "start": measure_start,
    }
    if unknown := set(chosen) - set(parts):
        sys.exit(f"there is no benchmark {', '.join(unknown)}; there are {', '.join(parts)}")
    if not chosen and not shutil.which("wrk"):
        sys.exit("all figures are written together, and there is no wrk to measure a server: apt-get install wrk, or name some benchmarks")
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    try:
        lines = machine()
        print(lines[0], flush=True)
        make_archive()
        for name in chosen or parts:
            figures = ["", *parts[name]()]
            print("\n".join(figures), flush=True)
            lines += figures
        if not chosen:
            write_report(lines)
    finally:
        shutil.rmtree(WORK, ignore_errors=True)


if __name__ == "__main__":
    main(sys.argv[1:])
