#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""The interactive prompt, driven through a pseudo-terminal as a person would.

    run.py [--variant unix] [--json FILE]
"""

import argparse
import json
import os
import pty
import select
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tools"))
import run32  # noqa: E402  tools/run32.py

UP, DOWN, LEFT, HOME, END, DELETE = "\033[A", "\033[B", "\033[D", "\033[H", "\033[F", "\033[3~"


class Prompt:
    def __init__(self, binary):
        line = run32.command(binary, "-X", "memory=256k")
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execvp(line[0], line)
        self.seen = ""

    def wait_for(self, text, seconds=20):
        """Reads until `text` has come; what came up to it."""
        end = time.monotonic() + seconds
        while text not in self.seen:
            ready, _, _ = select.select([self.fd], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise AssertionError("waited for %r, got %r" % (text, self.seen))
            try:
                data = os.read(self.fd, 4096)
            except OSError:
                data = b""
            if not data:
                raise AssertionError("ended while waiting for %r, got %r" % (text, self.seen))
            self.seen += data.decode("utf-8", "replace")
        at = self.seen.index(text) + len(text)
        before, self.seen = self.seen[:at], self.seen[at:]
        return before

    def type(self, text):
        os.write(self.fd, text.encode())

    def say(self, text):
        """A line at a prompt; returns what was printed up to the next prompt."""
        self.type(text + "\r")
        return self.wait_for(">>> ")

    def status(self):
        end = time.monotonic() + 20
        while time.monotonic() < end:
            try:
                if not os.read(self.fd, 4096):
                    break
            except OSError:
                break
        _, status = os.waitpid(self.pid, 0)
        return os.waitstatus_to_exitcode(status)


def printed(text, expected):
    assert expected in text.replace("\r\n", "\n"), "expected %r in %r" % (expected, text)


def expressions_are_shown(p):
    printed(p.say("1 + 2"), "\n3\n")
    printed(p.say("_ * 2"), "\n6\n")
    printed(p.say("'text'"), "\n'text'\n")
    text = p.say("None")
    assert "\nNone" not in text.replace("\r\n", "\n"), text


def a_block_ends_with_an_empty_line(p):
    p.type("def f(x):\r")
    p.wait_for("... ")
    p.type("    return x + 1\r")
    p.wait_for("... ")
    p.say("")
    printed(p.say("f(41)"), "\n42\n")


def an_open_bracket_asks_for_more(p):
    p.type("[1,\r")
    p.wait_for("... ")
    printed(p.say("2]"), "\n[1, 2]\n")


def a_syntax_error_is_shown_and_forgotten(p):
    printed(p.say("1 +"), "SyntaxError: invalid syntax")
    printed(p.say("7"), "\n7\n")


def an_exception_leaves_the_prompt_alive(p):
    printed(p.say("1 / 0"), "ZeroDivisionError: division by zero")
    printed(p.say("8"), "\n8\n")


def history_comes_back_with_the_arrow(p):
    p.say("100 + 1")
    p.say("200 + 2")
    p.type(UP + UP)
    printed(p.say(""), "\n101\n")


def a_line_can_be_edited(p):
    p.type("12" + LEFT + "0")
    printed(p.say(""), "\n102\n")
    p.type("x5" + HOME + DELETE + END + "6")
    printed(p.say(""), "\n56\n")
    p.type("abc\x15" + "9")
    printed(p.say(""), "\n9\n")


def control_c_ends_a_line_and_a_loop(p):
    p.type("half a line\x03")
    printed(p.wait_for(">>> "), "KeyboardInterrupt")
    p.type("def loop():\r print('ru' + 'ns')\r while True: pass\r\r")
    p.wait_for(">>> ")
    p.type("loop()\r")
    p.wait_for("runs\r\n")
    p.type("\x03")
    printed(p.wait_for(">>> "), "KeyboardInterrupt")


def control_c_between_two_lines_counts(p):
    """Whenever it comes: before, while or after the first line is looked at."""
    for i in range(300):
        p.type("(\r")
        time.sleep(i % 30 * 1e-5)
        p.type("\x03")
        printed(p.wait_for("KeyboardInterrupt", 5), "(")
        p.wait_for(">>> ")
    p.say("6 * 7")


def what_is_garbage_is_collected_while_the_prompt_waits(p):
    p.say("import gc")
    p.say("x = [[i] for i in range(1500)]; n = gc.stats()['collections']; x = None")
    # The prompt that came next collects, if it waited long enough for a line; those after it will.
    for _ in range(100):
        said = p.say("gc.stats()['collections'] - n")
        if "\n0\r" not in said:
            break
    printed(said, "\n1\n")


def control_d_is_a_soft_reset(p):
    p.say("kept = 5")
    p.type("\x04")
    printed(p.wait_for(">>> "), "soft reset: ")
    printed(p.say("kept"), "NameError: name 'kept' is not defined")


def exit_ends_with_its_status(p):
    p.type("import sys; sys.exit(3)\r")
    status = p.status()
    assert status == 3, status


TESTS = [expressions_are_shown, a_block_ends_with_an_empty_line, an_open_bracket_asks_for_more,
         a_syntax_error_is_shown_and_forgotten, an_exception_leaves_the_prompt_alive,
         history_comes_back_with_the_arrow, a_line_can_be_edited, control_c_ends_a_line_and_a_loop,
         control_c_between_two_lines_counts,
         what_is_garbage_is_collected_while_the_prompt_waits,
         control_d_is_a_soft_reset, exit_ends_with_its_status]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--variant", default="unix")
    parser.add_argument("--json")
    options = parser.parse_args()
    binary = os.path.join(ROOT, "build", options.variant, "ouro")
    passed = failed = 0
    for test in TESTS:
        prompt = Prompt(binary)
        try:
            prompt.wait_for(">>> ")
            test(prompt)
            passed += 1
        except AssertionError as error:
            failed += 1
            print("FAIL %s %s: %s" % (options.variant, test.__name__, error))
        finally:
            try:
                os.kill(prompt.pid, 9)
                os.waitpid(prompt.pid, 0)
            except (ProcessLookupError, ChildProcessError):
                pass
            os.close(prompt.fd)
    print("prompt, %s: %d passed, %d failed" % (options.variant, passed, failed))
    if options.json:
        with open(options.json, "w", encoding="utf-8") as f:
            json.dump({"passed": passed, "failed": failed, "skipped": 0}, f)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
