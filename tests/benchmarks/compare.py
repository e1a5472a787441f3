#!/usr/bin/env python3
"""Compares conversions with what others need for them; started by run.sh, described in docs/benchmarks.md."""
import argparse
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from measure import Results, is_whole, processor, run, said, say, tail

here = pathlib.Path(__file__).resolve().parent
root = here.parent.parent
java = os.path.join(os.environ["JAVA_HOME"], "bin/java") if "JAVA_HOME" in os.environ else "java"
class_path = os.environ.get("BENCH_CLASS_PATH", f"{here}/target/*:{here}/target/lib/*")
heap = ["-Xmx256m", "-XX:+UseSerialGC"]
small_heap = ["-Xmx64m", "-XX:+UseSerialGC"]
shared = []
TINY = 100


def arguments():
    parser = argparse.ArgumentParser(prog="tests/benchmarks/run.sh", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="100 and 100 000 rows only, two rounds: under five minutes")
    parser.add_argument("--small", type=int, default=100_000, metavar="ROWS")
    parser.add_argument("--large", type=int, default=1_000_000, metavar="ROWS", help="0 leaves it out")
    parser.add_argument("--rounds", type=int, metavar="N", help="of SMALL, default 5; LARGE has 3 at most, 100 rows 11")
    parser.add_argument("--pairs", action="store_true", help="instead: every format to every other, LARGE rows, -Xmx64m")
    parser.add_argument("--from", nargs="+", dest="sources", choices=["CSV", "GeoJSON", "JSON-LD", "JSON", "package"],
                        help="only pairs with these to read")
    parser.add_argument("--write", action="store_true", help="write the tables to docs/benchmarks, too")
    parser.add_argument("--minutes", type=float, default=28, help="after which nothing more is started")
    settings = parser.parse_args()
    if settings.quick:
        settings.large = 0
    settings.rounds = settings.rounds or (2 if settings.quick else 5)
    return settings


class Case:
    """A program that does a conversion: in how many rounds, and with what file as output."""

    def __init__(self, conversion, program, command, rounds=99, out=None):
        self.conversion, self.program, self.command = conversion, program, command
        self.rounds, self.out = rounds, out


def ours(name, *words, options=None, plain=False):
    archive = [] if plain else shared
    return [java, *(options or heap), *archive, "-cp", class_path, f"org.collporterre.benchmarks.{name}", *words]


def compiler(source):
    """What the launcher, bin/collporterre, also tells the JVM by the size of a file."""
    return "-XX:TieredStopAtLevel=1" if os.path.getsize(source) < 102_400_000 else "-XX:FreqInlineSize=60"


def convert(source, target=None, rules="record", threads=2, memory=heap, plain=False):
    options = memory if plain else [*memory, compiler(source)]
    target = [] if target is None else [target]
    return ours("Convert", "--rules", rules, "--threads", str(threads), source, *target, options=options, plain=plain)


def share_classes(folder, files):
    """Makes an archive of the classes of all programs in Java, as the launcher has one of its own."""
    csv, out = files.csv, files.out
    runs = [
        convert(csv, out("geojson"), rules="all"), convert(csv, out("jsonld")), convert(files.geojson, out("csv")),
        convert(files.jsonld), convert(files.zip), ours("JacksonConvert", csv, out("geojson")), ours("ByteCopy", csv, out("csv")),
        ours("FastCsvParse", csv)]
    classes, list_of_one = {}, folder / "classes-of-one"
    for run_of_one in runs:
        subprocess.run(
            [run_of_one[0], f"-XX:DumpLoadedClassList={list_of_one}", *run_of_one[1:]], check=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        classes.update(dict.fromkeys(list_of_one.read_text().splitlines()))
    list_of_all, archive = folder / "classes", folder / "classes.jsa"
    list_of_all.write_text("\n".join(classes) + "\n")
    subprocess.run(
        [java, *heap, "-Xshare:dump", f"-XX:SharedClassListFile={list_of_all}", f"-XX:SharedArchiveFile={archive}", "-cp", class_path],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    shared.append(f"-XX:SharedArchiveFile={archive}")


class Peers:
    """What is there to compare with. What is missing is left out, and said once."""

    def __init__(self, folder):
        self.folder = folder
        self.ogr2ogr = self.found("ogr2ogr", "gdal-bin")
        self.mlr = self.found("mlr", "miller")
        self.node = self.found("node", "nodejs")
        self.modules = self.installed() if self.node and self.found("npm", "npm") else None
        self.command = self.unpacked()

    @staticmethod
    def found(name, package):
        path = shutil.which(name)
        if path is None:
            say(f"{name} is not there, left out (Debian: apt install {package})")
        return path

    def installed(self):
        """The packages of peers/package-lock.json, installed into the work folder."""
        target = self.folder / "npm"
        shutil.copytree(here / "peers", target)
        done = subprocess.run(
            ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=target, capture_output=True, text=True)
        if done.returncode:
            say(f"npm packages could not be installed, left out: {done.stderr.strip()[-300:]}")
            return None
        return target

    def unpacked(self):
        """The command as it is handed out, with its archive of classes."""
        archives = sorted((root / "collporterre-dist/target").glob("collporterre-*-cds.tar.gz"))
        if not archives:
            say("the distribution of the command is not built, left out")
            return None
        target = self.folder / "command"
        target.mkdir()
        shutil.unpack_archive(archives[-1], target)
        return next(target.rglob("bin/collporterre"))

    def npm(self, script, *words):
        return [self.node, "--max-old-space-size=8192", self.modules / script, *words]

    def launcher(self, *words):
        return [self.command, *words]


class Files:
    """The generated data of one size."""

    def __init__(self, folder, rows):
        self.rows, self.folder = rows, folder
        self.csv, self.geojson, self.jsonld, self.json, self.zip = (
            folder / f"in-{rows}.{ending}" for ending in ("csv", "geojson", "jsonld", "json", "zip"))
        self.schema = folder / "schema.json"

    def make(self, *others):
        say(f"generating {self.rows} rows")
        subprocess.run(ours("Generator", str(self.rows), self.csv), check=True, stdout=subprocess.DEVNULL)
        for other in others:
            subprocess.run(
                convert(self.csv, other, rules="none", threads=1), check=True,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def out(self, ending):
        return self.folder / f"bench-out.{ending}"


def to_geojson(files, peers, large):
    csv, out = files.csv, files.out("geojson")
    yield Case("csv-geojson", "ours", convert(csv, out))
    yield Case("csv-geojson", "ours, one thread", convert(csv, out, threads=1))
    yield Case("csv-geojson", "ours, all rules", convert(csv, out, rules="all"))
    yield Case("csv-geojson", "ours, no checks", convert(csv, out, rules="none"), 1 if large else 99)
    yield Case("csv-geojson", "ours, JVM's own options", convert(csv, out, plain=True), 1 if large else 99)
    yield Case("csv-geojson", "ours, -Xmx64m", convert(csv, out, memory=small_heap), 99 if large else 1)
    if peers.command:
        yield Case(
            "csv-geojson", "collporterre convert", peers.launcher("convert", csv, "-o", out, "--quiet"), 1 if large else 99)
    if peers.ogr2ogr:
        yield Case("csv-geojson", "ogr2ogr", [
            peers.ogr2ogr, "-f", "GeoJSON", out, csv, "-oo", "X_POSSIBLE_NAMES=longitude", "-oo", "Y_POSSIBLE_NAMES=latitude"])
    if peers.modules and not large:
        yield Case("csv-geojson", "csv2geojson", peers.npm(
            "node_modules/csv2geojson/csv2geojson", "--lat", "latitude", "--lon", "longitude", csv), out=out)
    yield Case("csv-geojson", "Jackson, texts as they are", ours("JacksonConvert", csv, out), 1 if large else 99)
    if peers.mlr:
        yield Case("csv-geojson", "mlr, plain JSON", [peers.mlr, "--icsv", "--ojson", "cat", csv], 1 if large else 99, out=out)
    yield Case("csv-geojson", "bytes in, bytes out", ours("ByteCopy", csv, out))
    yield Case("csv-geojson", "FastCSV, parse only", ours("FastCsvParse", csv))


def others(files, peers, large):
    csv, geojson, seldom = files.csv, files.geojson, 1 if large else 99
    yield Case("geojson-csv", "ours", convert(geojson, files.out("csv")), seldom)
    yield Case("geojson-csv", "ours, one thread", convert(geojson, files.out("csv"), threads=1), seldom)
    if peers.ogr2ogr:
        yield Case("geojson-csv", "ogr2ogr", [
            peers.ogr2ogr, "-f", "CSV", files.out("csv"), geojson, "-lco", "GEOMETRY=AS_XY"], 1 if large else 3)
    yield Case("csv-jsonld", "ours", convert(csv, files.out("jsonld")), 1 if large else 3)
    if large:
        return
    yield Case("check-csv", "ours", convert(csv))
    yield Case("check-csv", "ours, all rules", convert(csv, rules="all"))
    yield Case("check-geojson", "ours", convert(geojson))
    yield Case("check-jsonld", "ours", convert(files.jsonld), 3)
    yield Case("check-package", "ours", convert(files.zip), 3)
    if peers.command:
        yield Case("check-csv", "collporterre check", peers.launcher("check", csv, "--quiet"))
    if peers.modules:
        yield Case("check-csv", "tableschema", peers.npm("tableschema.cjs", csv, files.schema), 2)
        yield Case("check-geojson", "geojsonhint", peers.npm("node_modules/geojsonhint/bin/geojsonhint", geojson), 1)
        yield Case("check-geojson", "check-geojson", peers.npm("check-geojson.cjs", geojson), 1)


def at_start(files, peers):
    csv = files.csv
    if peers.command:
        yield Case("check-csv", "collporterre check", peers.launcher("check", csv, "--quiet"))
    yield Case("check-csv", "ours, as a library", ours("StartCheck", csv, plain=True))
    if peers.modules:
        yield Case("check-csv", "tableschema", peers.npm("tableschema.cjs", csv, files.schema))
        yield Case("csv-geojson", "csv2geojson", peers.npm(
            "node_modules/csv2geojson/csv2geojson", "--lat", "latitude", "--lon", "longitude", csv), out=files.out("geojson"))
    if peers.ogr2ogr:
        yield Case("csv-geojson", "ogr2ogr", [peers.ogr2ogr, "-f", "GeoJSON", files.out("geojson"), csv])


class Comparison:
    def __init__(self, folder, settings):
        self.folder, self.settings = folder, settings
        self.results = Results()
        self.deadline = time.monotonic() + settings.minutes * 60
        self.order = {}

    def measure(self, rows, cases, rounds):
        cases = list(cases)
        self.order[rows] = cases
        for number in range(1, rounds + 1):
            say(f"{rows} rows, round {number} of {rounds}")
            for case in cases:
                if number <= case.rounds:
                    self.once((rows, case.conversion, case.program), case)

    def once(self, key, case):
        left = self.deadline - time.monotonic()
        if left < 0:
            say(f"out of time: {' '.join(map(str, key))} left out")
            return
        said_to = case.out or self.folder / "bench-said"
        result = run(case.command, said_to, max(left, 60))
        # The command ends with 1 when it finds faults, and there are faults.
        if result.failed and not (result.failed == 1 and case.program.startswith("collporterre")):
            self.results.fail(key, f"failed after {result.wall:.0f} s, {result.memory:.0f} MB")
            say(f"failed: {' '.join(map(str, key))}: {tail(f'{said_to}.errors')}")
        elif not is_whole(said_to, key[0]):
            self.results.fail(key, "failed: not all records")
            say(f"failed: {' '.join(map(str, key))}: {tail(said_to)}")
        else:
            self.results.add(key, result)
        for file in self.folder.glob("bench-out*"):
            file.unlink()

    def said_by(self, *command):
        """The numbers that a program of ours measures by itself."""
        left = self.deadline - time.monotonic()
        if left < 0:
            return ""
        done = subprocess.run(
            [str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, timeout=max(left, 60))
        return done.stdout

    def table(self, rows, size):
        peers = {}
        for case in self.order[rows]:
            if not case.program.startswith(("ours", "collporterre")):
                peers.setdefault(case.conversion, (rows, case.conversion, case.program))
        yield f"| {rows:,} rows, {size} | program | median wall s | min–max | CPU s | peak RSS MB | wall / first peer | CPU / first peer |"
        yield "|---|---|---|---|---|---|---|---|"
        for case in self.order[rows]:
            key = (rows, case.conversion, case.program)
            if not self.results.has(key):
                if key in self.results.failures:
                    yield f"| {case.conversion} | {case.program} | {self.results.failures[key]} | | | | | |"
                continue
            least, most = self.results.spread(key)
            peer = peers.get(case.conversion)
            wall, cpu = (self.results.ratio(key, peer, what) for what in ("wall", "cpu"))
            ratios = "| |" if wall is None else f"{wall:.2f} | {cpu:.2f} |"
            yield (f"| {case.conversion} | {case.program} | {self.results.median(key):.2f} | {least:.2f}–{most:.2f} "
                   f"| {self.results.median(key, 'cpu'):.2f} | {self.results.memory(key):.0f} | {ratios}")

    def figures(self, cost, growth):
        small, large, results = self.settings.small, self.settings.large, self.results
        c2g, g2c = "csv-geojson", "geojson-csv"

        def ratio(rows, conversion, program, peer):
            return results.ratio((rows, conversion, program), (rows, conversion, peer))

        memory = (large, c2g, "ours, -Xmx64m")
        one = results.ratio((large, c2g, "ours"), (large, c2g, "ours, one thread"))
        return [
            (f"{large:,} rows, CSV → checked → GeoJSON, wall / ogr2ogr", ratio(large, c2g, "ours", "ogr2ogr"), 0.20),
            ("the same, with the rules across records", ratio(large, c2g, "ours, all rules", "ogr2ogr"), 0.20),
            ("the same, wall / FastCSV parse-only", ratio(large, c2g, "ours", "FastCSV, parse only"), 2.0),
            ("the same, with the rules across records", ratio(large, c2g, "ours, all rules", "FastCSV, parse only"), 2.0),
            ("the same, peak RSS under -Xmx64m, MB", results.memory(memory) if results.has(memory) else None, 128),
            (f"{small:,} rows, wall / ogr2ogr", ratio(small, c2g, "ours", "ogr2ogr"), 0.55),
            ("the same, with the rules across records", ratio(small, c2g, "ours, all rules", "ogr2ogr"), 0.55),
            ("the same, the command, with the gazetteer", ratio(small, c2g, "collporterre convert", "ogr2ogr"), 0.55),
            (f"check only, {small:,} CSV rows, wall / npm tableschema", ratio(small, "check-csv", "ours", "tableschema"), 0.15),
            ("the same, with the rules across records", ratio(small, "check-csv", "ours, all rules", "tableschema"), 0.15),
            ("the same, the command", ratio(small, "check-csv", "collporterre check", "tableschema"), 0.15),
            ("cost of validation / Hibernate Validator on every record", cost, 0.10),
            (f"GeoJSON → checked → CSV, {small:,}, wall / ogr2ogr", ratio(small, g2c, "ours", "ogr2ogr"), 0.25),
            (f"GeoJSON check, {small:,}, wall / npm geojsonhint", ratio(small, "check-geojson", "ours", "geojsonhint"), 0.06),
            (f"two threads / one thread, wall, {large:,} rows", one, 0.60),
            ("`collporterre check` of 100 rows, wall / npm tableschema",
             ratio(TINY, "check-csv", "collporterre check", "tableschema"), 0.75),
            (f"growth: time of {large:,} / time of {small:,}, steady state", growth, 10.5),
        ]


def figures_table(figures):
    yield "| figure | measured | goal | reached |"
    yield "|---|---|---|---|"
    for name, value, goal in figures:
        if value is None:
            yield f"| {name} | not measured | ≤ {goal} | |"
        else:
            shown = f"{value:.0f}" if goal > 20 else f"{value:.2f}" if value >= 0.1 else f"{value:.3f}"
            yield f"| {name} | {shown} | ≤ {goal} | {'yes' if value <= goal else '**no**'} |"


def machine(options):
    version = said("git", "-C", str(root), "log", "-1", "--format=commit %h") or "no commit"
    java_version = subprocess.run([java, "-version"], capture_output=True, text=True).stderr.splitlines()[0]
    yield f"* {time.strftime('%Y-%m-%d', time.gmtime())}, {version}"
    yield f"* {os.cpu_count()} processors, {processor()}; {java_version}, {' '.join(options)}"


def versions(peers):
    tools = {"": peers.ogr2ogr, " ": peers.mlr, "node ": peers.node}
    found = [f"{name}{said(tool, '--version')}".strip() for name, tool in tools.items() if tool]
    yield f"* {', '.join(found) or 'no peers'}"


def megabytes(file):
    return f"{file.stat().st_size / 1e6:.0f} MB of CSV" if file.stat().st_size > 1e6 else f"{file.stat().st_size // 1000} kB of CSV"


def compare(folder, settings):
    peers = Peers(folder)
    comparison = Comparison(folder, settings)
    tiny, small, large = (Files(folder, rows) for rows in (TINY, settings.small, settings.large))
    with open(small.schema, "w", encoding="utf-8") as schema:
        subprocess.run(ours("Schemas"), check=True, stdout=schema)
    tiny.make(tiny.geojson, tiny.jsonld, tiny.zip)
    share_classes(folder, tiny)
    small.make(small.geojson, small.jsonld, small.zip)
    comparison.measure(TINY, at_start(tiny, peers), 3 if settings.quick else 11)
    comparison.measure(settings.small, [*to_geojson(small, peers, False), *others(small, peers, False)], settings.rounds)
    cost = re.search(r"ratio ([0-9.]+)", comparison.said_by(
        *ours("ValidationCost", small.csv, "50000", "5", options=["-Xmx1g", "-XX:+UseSerialGC"])))
    growth = None
    if settings.large:
        large.make(large.geojson)
        comparison.measure(
            settings.large, [*to_geojson(large, peers, True), *others(large, peers, True)], min(3, settings.rounds))
        steady = re.findall(r"steady,\d+,([0-9.]+)", comparison.said_by(
            *ours("SteadyTime", "record", "1", "1", folder, small.csv, large.csv)))
        growth = float(steady[1]) / float(steady[0]) if len(steady) == 2 else None
    yield from machine(heap)
    yield from versions(peers)
    yield ""
    yield from figures_table(comparison.figures(float(cost[1]) if cost else None, growth))
    for files in (tiny, small, large):
        if files.rows:
            yield ""
            yield from comparison.table(files.rows, megabytes(files.csv))


def pairs(folder, settings):
    """Every format read and every format written, in little memory."""
    comparison = Comparison(folder, settings)
    files = Files(folder, settings.large)
    formats = {"CSV": files.csv, "GeoJSON": files.geojson, "JSON-LD": files.jsonld, "JSON": files.json, "package": files.zip}
    tiny = Files(folder, TINY)
    tiny.make(tiny.geojson, tiny.jsonld, tiny.zip)
    share_classes(folder, tiny)
    sources = settings.sources or list(formats)
    files.make(*[formats[source] for source in sources if source != "CSV"])
    cases = [
        Case(f"{source} → {target}", "ours",
             convert(formats[source], files.out(written.suffix[1:]), memory=small_heap))
        for source in sources for target, written in formats.items()]
    comparison.measure(files.rows, cases, 1)
    yield from machine(small_heap)
    yield "* one round, the rules that look at one record, two threads"
    yield ""
    yield f"| {files.rows:,} records, -Xmx64m: wall s, peak RSS MB | {' | '.join(formats)} |"
    yield "|---|" + "---|" * len(formats)
    for source in sources:
        cells = []
        for target in formats:
            key = (files.rows, f"{source} → {target}", "ours")
            has = comparison.results.has(key)
            cells.append(
                f"{comparison.results.median(key):.1f}, {comparison.results.memory(key):.0f}" if has
                else comparison.results.failures.get(key, "not measured"))
        yield f"| {source} to | {' | '.join(cells)} |"


def work_folder():
    """A folder that is removed at the end: in memory when there is room, so that the disk is out of it."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    chosen = os.environ.get("BENCH_FOLDER")
    memory = "/dev/shm" if os.path.isdir("/dev/shm") and shutil.disk_usage("/dev/shm").free > 10e9 else None
    return tempfile.TemporaryDirectory(prefix="collporterre-bench.", dir=chosen or memory)


def main():
    settings = arguments()
    with work_folder() as folder:
        lines = []
        for line in (pairs if settings.pairs else compare)(pathlib.Path(folder), settings):
            print(line, flush=True)
            lines.append(line)
    if settings.write and settings.pairs:
        write("pairs.md", "Every format to every other", "run.sh --pairs --write", lines)
    elif settings.write:
        write("peers.md", "Compared with others", "run.sh --write", lines)


def write(name, title, command, lines):
    """Writes tables to the documents."""
    folder = root / "docs/benchmarks"
    folder.mkdir(exist_ok=True)
    head = [f"# {title}", "", f"Written by `tests/benchmarks/{command}`; what is measured, and how: [benchmarks](../benchmarks.md).", ""]
    (folder / name).write_text("\n".join(head + lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
