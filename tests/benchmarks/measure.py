"""Runs programs as processes of their own and tells what they needed."""
import os
import re
import signal
import statistics
import subprocess
import sys
import threading
import time


def say(text):
    print(text, file=sys.stderr, flush=True)


class Run:
    """One process: seconds of the clock, of the processors, and greatest memory in MB."""

    def __init__(self, wall, cpu, memory, failed):
        self.wall, self.cpu, self.memory, self.failed = wall, cpu, memory, failed


def run(command, out, seconds):
    """Runs a command with its output in a file; what it says of errors is in the file .errors beside it."""
    with open(out, "wb") as output, open(f"{out}.errors", "wb") as errors:
        began = time.perf_counter()
        child = subprocess.Popen(
            [str(word) for word in command], stdin=subprocess.DEVNULL, stdout=output, stderr=errors,
            start_new_session=True)
        timer = threading.Timer(seconds, lambda: os.killpg(child.pid, signal.SIGKILL))
        timer.daemon = True
        timer.start()
        try:
            _, status, usage = os.wait4(child.pid, 0)
        except BaseException:
            os.killpg(child.pid, signal.SIGKILL)
            raise
        finally:
            timer.cancel()
        wall = time.perf_counter() - began
        child.returncode = os.waitstatus_to_exitcode(status)
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, child.returncode)


def tail(file, lines=3):
    with open(file, "rb") as text:
        text.seek(max(0, os.path.getsize(file) - 2000))
        return "\n".join(text.read().decode(errors="replace").splitlines()[-lines:])


def is_whole(said_to, rows):
    """Whether a program that says how many records it read has read them all."""
    with open(said_to, "rb") as text:
        found = re.match(rb"([0-9]+) records, ", text.read(100))
    return found is None or int(found[1]) == rows


class Results:
    """All runs of all cases. A case is named by a tuple."""

    def __init__(self):
        self.runs = {}
        self.failures = {}

    def add(self, case, result):
        self.runs.setdefault(case, []).append(result)

    def fail(self, case, why):
        self.failures[case] = why

    def has(self, case):
        return case in self.runs

    def median(self, case, what="wall"):
        return statistics.median(getattr(r, what) for r in self.runs[case])

    def spread(self, case):
        walls = [r.wall for r in self.runs[case]]
        return min(walls), max(walls)

    def memory(self, case):
        return max(r.memory for r in self.runs[case])

    def ratio(self, case, peer, what="wall"):
        if self.has(case) and self.has(peer):
            return self.median(case, what) / self.median(peer, what)
        return None


def processor():
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        for line in info:
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return "unknown processor"


def said(*command):
    """What a program says first, of its version for instance."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return None
    return ((done.stdout or done.stderr).splitlines() or [""])[0]
