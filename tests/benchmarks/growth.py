#!/usr/bin/env python3
"""Measures how time and memory grow with the number of records; started by growth.sh."""
import argparse
import pathlib
import re
import subprocess

from compare import Files, convert, heap, ours, root, small_heap, work_folder
from measure import is_whole, run, say, tail


def arguments():
    parser = argparse.ArgumentParser(prog="tests/benchmarks/growth.sh", description=__doc__)
    parser.add_argument("--rows", default="10000,100000,1000000,5000000", help="how many records, by commas")
    parser.add_argument("--rounds", type=int, default=3, help="of which the median counts; the largest file has one")
    parser.add_argument("--images", default=root / "docs/images", help="the folder that is written to")
    return parser.parse_args()


def process(files, rules, options, rounds):
    """The whole process: median seconds and CPU seconds, greatest memory."""
    runs = []
    for _ in range(rounds):
        said_to = files.folder / "bench-said"
        result = run(convert(files.csv, files.out("geojson"), rules=rules, memory=options, plain=True), said_to, 1200)
        if result.failed or not is_whole(said_to, files.rows):
            say(f"failed: {files.rows} rows, {' '.join(options)}: {tail(f'{said_to}.errors') or tail(said_to)}")
            return None
        files.out("geojson").unlink()
        runs.append(result)
    runs.sort(key=lambda r: r.wall)
    middle = runs[len(runs) // 2]
    return middle.wall, middle.cpu, max(r.memory for r in runs)


def steady(files, rounds):
    """Seconds in a JVM that is warm."""
    done = subprocess.run(
        [str(word) for word in ours("SteadyTime", "record", "1", str(rounds), files.folder, files.csv)],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    found = re.search(r"steady,\d+,([0-9.]+),([0-9.]+)", done.stdout)
    return (float(found[1]), float(found[2])) if found else None


def main():
    settings = arguments()
    sizes = [int(rows) for rows in settings.rows.split(",")]
    lines = ["records,series,wall_s,cpu_s,peak_rss_mb"]

    def add(rows, series, values):
        if values:
            lines.append(f"{rows},{series}," + ",".join(f"{value:.2f}" for value in values))
            say(lines[-1])

    with work_folder() as folder:
        for rows in sizes:
            files = Files(pathlib.Path(folder), rows)
            files.make()
            rounds = settings.rounds if rows < max(sizes) else 1
            add(rows, "record rules -Xmx64m", process(files, "record", small_heap, rounds))
            # What is kept of each record for the rules across records does not fit into so little.
            add(rows, "all rules -Xmx1g", process(files, "all", ["-Xmx1g", *heap[1:]], rounds))
            add(rows, "warm one thread", steady(files, rounds))
            files.csv.unlink()
    images = pathlib.Path(settings.images)
    images.mkdir(exist_ok=True)
    table = images / "growth.csv"
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    subprocess.run([str(word) for word in ours("GrowthChart", table, images / "growth.svg")], check=True)


if __name__ == "__main__":
    main()
