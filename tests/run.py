#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Runs tests: Python programs, which must do what they do under CPython, and suites of other tests.

    tests/run.py --variant unix                    tests/py with build/unix/ouro
    tests/run.py --variant unix32 oom repl         the suites of tests/oom and tests/repl
    tests/run.py --variant mps2-an385              the programs, on a board under QEMU
    tests/run.py --variant asan --only 'dict*'
    tests/run.py --list                            the suites, each with what it is for
    tests/run.py --list oom                        the tests of a suite

A suite is a folder of tests/ with a file suite.py; every other folder or file is one of programs.  CONTRIBUTING.md says
what a test looks like, and how it says what it needs; tools/testall.py which suites run with which builds.
"""

import argparse
import os
import sys

from harness import ROOT, TESTS, program, suite
from harness.build import Build, is_board
from harness.process import die_with_children
from harness.results import Results, write_counts


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0], epilog=__doc__.split("\n\n", 1)[1],
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--variant", help="a variant of ./dev build, or a board; unless told otherwise what the suite is for")
    parser.add_argument("--binary", help="the interpreter, where it is not build/VARIANT/ouro")
    parser.add_argument("--name", help="name of the build in messages, and for `skip:` of tests")
    parser.add_argument("--ouro-option", action="append", default=[], help="may be repeated: --ouro-option=-X ...")
    parser.add_argument("--only", action="append", default=[], help="glob on the test's name or a part of it; may be repeated")
    parser.add_argument("--precompiled", action="store_true", help="each program is compiled to a .oc file first, and that is run")
    parser.add_argument("--list", action="store_true", help="says what there is, and runs nothing")
    parser.add_argument("--jobs", type=int, default=2, help="how many at a time")
    parser.add_argument("--slowness", type=float, help="factor on all time limits")
    parser.add_argument("--json", help="write the counts to this file")
    parser.add_argument("-v", "--verbose", action="store_true")
    parser.add_argument("what", nargs="*", help="suites, folders and files; tests/py unless told otherwise, on a board examples, too")
    return parser.parse_args()


def show_list(options):
    for name in options.what or suite.names():
        if name not in suite.names():
            for path in program.find([path_of(name)]):
                print(os.path.relpath(path, ROOT))
            continue
        module = suite.load(name)
        print("%-12s %s" % (name, module.__doc__.strip().split("\n\n")[0].replace("\n", " ")))
        if options.what:
            variant = options.variant or module.VARIANTS[0]
            for test, _ in suite.tests_of(module, make_build(options, variant) if variant else None):
                print("    " + test)


def path_of(name):
    for path in (os.path.join(TESTS, name), os.path.join(ROOT, name), name):
        if os.path.exists(path):
            return path
    sys.exit("run.py: %s: no such suite, folder or file; --list has the suites" % name)


def make_build(options, variant):
    return Build(variant, options.binary, options.name, options.ouro_option, options.slowness)


def run_suite(options, name):
    module = suite.load(name)
    variant = options.variant or (None if options.binary else module.VARIANTS[0])
    build = make_build(options, variant) if variant or options.binary else None
    results = Results("%s, %s" % (name, build.name) if build else name, options.verbose)
    suite.run(module, build, results, options.only, options.jobs)
    return results


def run_programs(options, paths):
    build = make_build(options, options.variant or (None if options.binary else "unix"))
    results = Results(build.name + (", precompiled" if options.precompiled else ""), options.verbose)
    program.run(paths, build, results, options.only, options.jobs, options.precompiled)
    return results


def main():
    options = arguments()
    if options.list:
        show_list(options)
        return
    die_with_children()
    what = options.what or ["py"] + (["examples"] if is_board(options.variant or "") else [])
    suites = [name for name in what if name in suite.names()]
    paths = [path_of(name) for name in what if name not in suites]
    all_results = []
    for results in ([run_programs(options, paths)] if paths else []) + [run_suite(options, name) for name in suites]:
        results.print_summary()
        all_results.append(results)
    if not any(r.passed or r.failed or r.skipped for r in all_results):
        sys.exit("run.py: no test matches")
    if options.json:
        write_counts(options.json, all_results)
    sys.exit(1 if any(r.failed for r in all_results) else 0)


if __name__ == "__main__":
    main()
