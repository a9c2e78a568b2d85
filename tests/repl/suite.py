# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""The interactive prompt, driven through a pseudo-terminal as a person would."""

import time

from harness.process import Dialogue
from harness.suite import equal

VARIANTS = ("unix", "unix32")
UP, DOWN, LEFT, HOME, END, DELETE = "\033[A", "\033[B", "\033[D", "\033[H", "\033[F", "\033[3~"


class Prompt(Dialogue):
    def __init__(self, build):
        super().__init__(build.command(["-X", "memory=256k"]), 20 * build.slowness, terminal=True)

    def __enter__(self):
        self.wait_for(">>> ")
        return self

    def wait_for(self, text):
        return super().wait_for(text.encode()).decode("utf-8", "replace") + text

    def type(self, text):
        super().type(text.encode())

    def say(self, text):
        """A line at a prompt; returns what was printed up to the next prompt."""
        self.type(text + "\r")
        return self.wait_for(">>> ")


def fixture(build, folder):
    return Prompt(build)


def printed(text, expected):
    assert expected in text.replace("\r\n", "\n"), "expected %r in %r" % (expected, text)


def test_expressions_are_shown(p):
    printed(p.say("1 + 2"), "\n3\n")
    printed(p.say("_ * 2"), "\n6\n")
    printed(p.say("'text'"), "\n'text'\n")
    text = p.say("None")
    assert "\nNone" not in text.replace("\r\n", "\n"), text


def test_a_block_ends_with_an_empty_line(p):
    p.type("def f(x):\r")
    p.wait_for("... ")
    p.type("    return x + 1\r")
    p.wait_for("... ")
    p.say("")
    printed(p.say("f(41)"), "\n42\n")


def test_an_open_bracket_asks_for_more(p):
    p.type("[1,\r")
    p.wait_for("... ")
    printed(p.say("2]"), "\n[1, 2]\n")


def test_a_syntax_error_is_shown_and_forgotten(p):
    printed(p.say("1 +"), "SyntaxError: invalid syntax")
    printed(p.say("7"), "\n7\n")


def test_an_exception_leaves_the_prompt_alive(p):
    printed(p.say("1 / 0"), "ZeroDivisionError: division by zero")
    printed(p.say("8"), "\n8\n")


def test_history_comes_back_with_the_arrow(p):
    p.say("100 + 1")
    p.say("200 + 2")
    p.type(UP + UP)
    printed(p.say(""), "\n101\n")


def test_a_line_can_be_edited(p):
    p.type("12" + LEFT + "0")
    printed(p.say(""), "\n102\n")
    p.type("x5" + HOME + DELETE + END + "6")
    printed(p.say(""), "\n56\n")
    p.type("abc\x15" + "9")
    printed(p.say(""), "\n9\n")


def test_control_c_ends_a_line_and_a_loop(p):
    p.type("half a line\x03")
    printed(p.wait_for(">>> "), "KeyboardInterrupt")
    p.type("def loop():\r print('ru' + 'ns')\r while True: pass\r\r")
    p.wait_for(">>> ")
    p.type("loop()\r")
    p.wait_for("runs\r\n")
    p.type("\x03")
    printed(p.wait_for(">>> "), "KeyboardInterrupt")


def test_control_c_between_two_lines_counts(p):
    """Whenever it comes: before, while or after the first line is looked at."""
    for i in range(300):
        p.type("(\r")
        time.sleep(i % 30 * 1e-5)
        p.type("\x03")
        printed(p.wait_for("KeyboardInterrupt"), "(")
        p.wait_for(">>> ")
    p.say("6 * 7")


def test_what_is_garbage_is_collected_while_the_prompt_waits(p):
    p.say("import gc")
    p.say("x = [[i] for i in range(1500)]; n = gc.stats()['collections']; x = None")
    # The prompt that came next collects, if it waited long enough for a line; those after it will.
    for _ in range(100):
        said = p.say("gc.stats()['collections'] - n")
        if "\n0\r" not in said:
            break
    printed(said, "\n1\n")


def test_control_d_is_a_soft_reset(p):
    p.say("kept = 5")
    p.type("\x04")
    printed(p.wait_for(">>> "), "soft reset: ")
    printed(p.say("kept"), "NameError: name 'kept' is not defined")


def test_exit_ends_with_its_status(p):
    p.type("import sys; sys.exit(3)\r")
    equal(p.status(), 3)

