#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Instructions that the programs of bench/ take on a board, beside the Unix build for 32 bits.

    board_bench.py [--ouro build/unix32/ouro] [program ...]
    board_bench.py --board microbit               only the instructions from reset to the first line

On the board: QEMU with -icount shift=0, where an instruction takes a nanosecond of the board's time, which the
program asks for with its last line; so from reset on.  Beside it what valgrind --tool=callgrind counts for the same
source, from the start of the process on.  Neither depends on how busy this machine is.  Programs with floats run on
the board that has a unit for them.  What both print must be the same, floats but for the last digits: the two C
libraries do not round sin() alike.
"""

import argparse
import io
import math
import os
import re
import subprocess
import sys
import tempfile
import tokenize

import qemu  # tools/qemu.py
import run32  # tools/run32.py

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BENCH = os.path.join(ROOT, "bench")
PLAIN, WITH_FLOATS = "mps2-an385", "mps2-an386"
CLOCK = "\nimport time\nprint('ticks', time.ticks_us())\n"
MOST = 1.6  # of the instructions on Unix


def has_floats(text):
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.NUMBER and re.search(r"\.|^[^xX]*[eE]", token.string):
            return True
    return False


def alike(a, b):
    words, others = a.split(), b.split()
    if len(words) != len(others):
        return False
    for word, other in zip(words, others):
        if word != other:
            try:
                if b"." not in word or not math.isclose(float(word), float(other), rel_tol=1e-5):
                    return False
            except ValueError:
                return False
    return True


def on_board(board, text):
    """(instructions from reset to the last line, what it printed)"""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "program.py")
        with open(path, "w", encoding="utf-8") as f:
            f.write(text + CLOCK)
        line = qemu.command(board, [path])
        line[1:1] = ["-icount", "shift=0"]
        done = subprocess.run(line, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    found = re.search(rb"^ticks (\d+)\n\Z", done.stdout, re.M)
    if done.returncode or not found:
        sys.exit("board_bench: %s: status %d\n%s" % (board, done.returncode, done.stdout.decode("utf-8", "replace")))
    return int(found.group(1)) * 1000, done.stdout[: found.start()]


def on_unix(ouro, path):
    if run32.is_32(ouro) and run32.before() != ():  # valgrind cannot, either
        return None, None
    line = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", ouro, path]
    done = subprocess.run(line, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    found = re.search(rb"Collected : (\d+)", done.stderr)
    if done.returncode or not found:
        sys.exit("board_bench: %s: status %d\n%s" % (path, done.returncode, done.stderr.decode("utf-8", "replace")))
    return int(found.group(1)), done.stdout


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--ouro", default=os.path.join(ROOT, "build", "unix32", "ouro"))
    parser.add_argument("--board", help="only the instructions from reset to the first line on this board")
    parser.add_argument("programs", nargs="*")
    options = parser.parse_args()
    if options.board:
        print("reset to the first line of a program: %d instructions (%s)" % (on_board(options.board, "")[0], options.board))
        return
    paths = options.programs or sorted(os.path.join(BENCH, n) for n in os.listdir(BENCH) if n.endswith(".py"))
    print("reset to the first line of a program: %d instructions (%s)" % (on_board(PLAIN, "")[0], PLAIN))
    print("%-14s %-11s %15s %15s %7s" % ("", "", "on the board", "on Unix", "ratio"), flush=True)
    worst, different = (0, ""), []
    for path in paths:
        name = os.path.basename(path)[:-3]
        with open(path, encoding="utf-8") as f:
            text = f.read()
        board = WITH_FLOATS if has_floats(text) else PLAIN
        there, printed = on_board(board, text)
        here, expected = on_unix(options.ouro, path)
        if here is None:
            print("%-14s %-11s %15d %15s" % (name, board, there, "not counted"), flush=True)
            continue
        if not alike(printed, expected):
            different.append(name)
        worst = max(worst, (there / here, name))
        print("%-14s %-11s %15d %15d %7.2f" % (name, board, there, here, there / here), flush=True)
    if not worst[1]:
        sys.exit("board_bench: on Unix nothing is counted: this kernel runs no 32-bit programs, so valgrind cannot")
    print("most: %.2f (%s), of at most %.1f" % (worst + (MOST,)))
    for name in different:
        print("board_bench: %s prints something else on the board" % name)
    return 1 if different or worst[0] > MOST else 0


if __name__ == "__main__":
    sys.exit(main())
