#!/usr/bin/env python3
"""Tells what a program takes on that uses the libraries; started by consumers.sh."""
import csv
import pathlib
import re
import subprocess
import sys

from compare import TINY, Files, class_path, heap, here, java, ours, root, work_folder, write

lists = root / "tests/src/test/resources/dependencies"


def jars(module):
    """The jar of a module of ours, and the other jars that come along with it."""
    own, others = [], []
    for line in (lists / f"{module}.txt").read_text(encoding="utf-8").splitlines():
        group, artifact, version = re.match(r"[^a-z]*([^:]+):([^:]+):jar:?([^:]*)", line).groups()
        if group == "org.collporterre":
            own.append(next(f for f in root.glob(f"{artifact}/target/{artifact}-*.jar") if jar_of(f, artifact)))
        else:
            others.append(root / "tests/benchmarks/target/lib" / f"{artifact}-{version}.jar")
    return own, others


def jar_of(file, artifact):
    return re.fullmatch(re.escape(artifact) + r"-\d[\w.]*(-SNAPSHOT)?\.jar", file.name)


def kilobytes(files):
    return f"{sum(file.stat().st_size for file in files) / 1000:,.0f}"


def loaded(folder, *command):
    """How many classes a JVM loads, and how many of them are ours."""
    log = folder / "classes"
    subprocess.run(
        [java, f"-Xlog:class+load:file={log}", *heap, *(str(word) for word in command)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    names = re.findall(r"\] (\S+) source:", log.read_text(encoding="utf-8"))
    return len(names), sum(name.startswith("org.collporterre.") for name in names)


def start(folder, files):
    package = "org.collporterre.benchmarks"
    yield f"| {TINY} rows | classes loaded | of them ours |"
    yield "|---|---|---|"
    programs = {
        "the JVM alone": ["-version"],
        "reads and checks by the library": ["-cp", class_path, f"{package}.StartCheck", files.csv],
        "the same, Hibernate Validator asked about every record": [
            "-cp", class_path, f"{package}.Convert", "--rules", "provider", files.csv],
        "FastCSV, parse only": ["-cp", class_path, f"{package}.FastCsvParse", files.csv],
        "Jackson, CSV to JSON, texts as they are": [
            "-cp", class_path, f"{package}.JacksonConvert", files.csv, files.out("json")],
    }
    for name, command in programs.items():
        total, own = loaded(folder, *command)
        yield f"| {name} | {total:,} | {own} |"


KEPT = {
    "id-duplicate": "identifiers and lines of all records (`EntryIndex`)",
    "ref-unresolved": "references (`References`)",
    "precision-lie": "points (`PrecisionLie`)",
    "link-duplicate": "addresses of pages (`LinkDuplicate`)",
    "same-external-id": "identifiers in registers (`SameExternalId`)",
    "probable-duplicate": "what tells duplicates (`DuplicateTraces`), dropped beyond 131,072 records",
}


def kept(files):
    yield "| rules | bytes kept per record until the end |"
    yield "|---|---|"
    for name, rules in {"that look at one record": "record", "all": "all"}.items():
        yield f"| {name} | {measured(files, rules)[rules]:,.0f} |"
    yield ""
    yield "| kept across records | bytes per record |"
    yield "|---|---|"
    parts = measured(files, "parts")
    for name, what in KEPT.items():
        yield f"| {what} | {'under 1' if parts[name] < 1 else format(parts[name], ',.0f')} |"


def measured(files, rules):
    command = ours("MemoryKept", files.csv, rules, options=["-Xmx1g", *heap[1:]])
    done = subprocess.run(
        [str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True)
    rows = csv.reader(done.stdout.splitlines())
    return {row[1]: float(row[3]) for row in rows}


def sizes():
    yield "| library | its own jar, kB | with ours that it needs | all other jars | their number |"
    yield "|---|---|---|---|---|"
    for file in sorted(lists.glob("*.txt")):
        own, others = jars(file.stem)
        yield f"| {file.stem} | {kilobytes(own[:1])} | {kilobytes(own)} | {kilobytes(others)} | {len(others)} |"


def pieces():
    """What jmh.sh measured last."""
    file = here / "target/jmh.csv"
    if not file.exists():
        yield "jmh.sh has not been run: no times and allocations per record."
        return
    found = {}
    with open(file, encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            name, _, what = row["Benchmark"].rpartition(".jmh.")[2].partition(":")
            piece = name.split("Benchmark")[0].lower(), row.get("Param: format") or row.get("Param: rules")
            found.setdefault(piece, {})[what] = float(row["Score"])
    yield "| piece | | µs per record | bytes allocated per record |"
    yield "|---|---|---|---|"
    for (piece, kind), values in found.items():
        yield f"| {piece} | {kind} | {values['']:.2f} | {values['gc.alloc.rate.norm']:,.0f} |"


def main():
    with work_folder() as name:
        folder = pathlib.Path(name)
        # As many as are compared with each other to find duplicates.
        tiny, large = Files(folder, TINY), Files(folder, 100_000)
        tiny.make()
        large.make()
        lines = []
        for table in (sizes(), start(folder, tiny), kept(large), pieces()):
            for line in [*table, ""]:
                print(line, flush=True)
                lines.append(line)
    if "--write" in sys.argv[1:]:
        write("consumers.md", "What a program takes on", "consumers.sh --write", lines[:-1])


if __name__ == "__main__":
    main()
