# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""The tests in C that ctest knows: tests/unit, tests/reset and others; each of cmocka's tests counts, a program without
cmocka as one."""

import json
import re
import subprocess

import run32  # tools/run32.py
from harness.process import describe, environment, execute
from harness.suite import Counted, check

VARIANTS = ("unix", "unix32", "debug", "asan")


def run(build, command, folder):
    slowness = max(run32.slowness(word) for word in command)  # the program may stand behind an emulator
    env = dict(environment(), UBSAN_OPTIONS="exitcode=99:print_stacktrace=1")
    status, out, _, _ = execute(command, folder, 600 * slowness, env=env, merged=True)
    text = out.decode("utf-8", "replace")
    check(status == 0 and not re.search(r"^\[  FAILED  \]", text, re.M), describe(status),
          "\n      " + "\n      ".join(text.strip().split("\n")[-15:]))
    good = len(re.findall(r"^\[       OK \]", text, re.M))
    good += sum(int(n) for n in re.findall(r"^\[ PASSED \] (\d+) tests", text, re.M))
    return Counted(good or 1)


def tests(build):
    listing = subprocess.run(["ctest", "--show-only=json-v1"], cwd=build.folder, stdout=subprocess.PIPE, check=True)
    found = []
    for test in json.loads(listing.stdout)["tests"]:
        command = test.get("command")
        check(command, "%s: %s is not built" % (build.name, test["name"]))
        found.append((test["name"], lambda _, command=command: run(build, command, build.folder)))
    return found
