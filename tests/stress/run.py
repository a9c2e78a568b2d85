#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Lets the Nth allocation fail, for N = 1, 2, 3 ...: each run must succeed, or end with a MemoryError that
names the size asked for.  Needs a build with stress switches (build/stress, build/debug).
"""

import argparse
import importlib.util
import json
import os
import sys
import threading

HERE = os.path.dirname(os.path.abspath(__file__))
sys.dont_write_bytecode = True
spec = importlib.util.spec_from_file_location("ouro_oom", os.path.join(os.path.dirname(HERE), "oom", "run.py"))
ouro_oom = importlib.util.module_from_spec(spec)
spec.loader.exec_module(ouro_oom)
ouro_run = ouro_oom.ouro_run


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--variant", default="stress")
    parser.add_argument("--count", type=int, default=300, help="how many N for each program")
    parser.add_argument("--json")
    options = parser.parse_args()
    ouro_run.die_with_children()
    binary = os.path.join(ouro_run.ROOT, "build", options.variant, "ouro")
    paths = ouro_run.find([HERE])

    queue = []
    for path in paths:
        # Every allocation at the start, where the VM and the module are made; ever fewer later.
        numbers, n = [], 1
        while len(numbers) < options.count:
            numbers.append(n)
            n += 1 + n // 100
        queue += [(ouro_run.Test(path), n) for n in numbers]
    lock, counts, failed = threading.Lock(), {"success": 0, "MemoryError": 0}, []

    def work():
        while True:
            with lock:
                if not queue:
                    return
                test, n = queue.pop(0)
            status, out, err, _ = ouro_run.execute(
                ouro_run.run32.command(binary) + ["-X", "gcstress=verify,poison,fail=%d" % n, os.path.basename(test.path)],
                os.path.dirname(test.path), 60 * ouro_run.run32.slowness(binary))
            verdict = ouro_oom.verdict(test, status, out, err)
            with lock:
                if verdict:
                    failed.append(n)
                    if len(failed) <= 10:
                        print("FAIL %s fail=%d: %s\n      %s" % (
                            test.name, n, verdict,
                            err.decode("utf-8", "replace").strip()[-400:].replace("\n", "\n      ")), flush=True)
                else:
                    counts["MemoryError" if verdict == "" else "success"] += 1

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    passed = sum(counts.values())
    print("stress %s: %d passed (%d MemoryErrors), %d failed" % (
        options.variant, passed, counts["MemoryError"], len(failed)))
    if options.json:
        with open(options.json, "w", encoding="utf-8") as f:
            json.dump({"passed": passed, "failed": len(failed), "skipped": 0}, f)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
