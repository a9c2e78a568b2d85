# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""The bare-metal port under QEMU: programs, arguments and files of the host; every kind of fault with its report;
pools; the prompt on the UART; the board's own files (files.py)."""

import os
import re
import subprocess

from on_board import Board, Prompt, qemu
import files
from harness import ROOT
from harness.suite import check

VARIANTS = ("mps2-an385", "mps2-8k", "lm3s6965evb", "microbit")
FAULT_STATUS = 134
# What the first line of the report says, with ARMv7-M and with ARMv6-M.
FAULTS = {
    "hard": r"ouro: HardFault at 0x\w{8}, CFSR 0x00010000\n",
    "memory": r"ouro: MemManage at 0xe0000000, CFSR 0x00000001\n",
    "bus": r"ouro: BusFault at 0x\w{8}, CFSR 0x00008200, address 0x60000000\n",
    "usage": r"ouro: UsageFault at 0x\w{8}, CFSR 0x00010000\n",
    "zero": r"ouro: UsageFault at 0x\w{8}, CFSR 0x02000000\n",
    "nmi": r"ouro: NMI at 0x\w{8}\n",
    "stack": r"ouro: the C stack overflowed, CFSR 0x00000092, address 0x1fff\w{4}\n",
    "canary": r"ouro: the C stack overflowed at 0x\w{8}\n",
}
FAULTS_6 = {
    "memory": r"ouro: HardFault at 0xe000\w{4}\n",
    "bus": r"ouro: HardFault at 0x\w{8}\n",
    "usage": r"ouro: HardFault at 0x\w{8}\n",
    "unaligned": r"ouro: HardFault at 0x\w{8}\n",
    "nmi": FAULTS["nmi"],
    "stack": r"ouro: the C stack overflowed\n",
    "canary": FAULTS["canary"],
}
READS_NOTHING = {"lm3s6965evb"}  # QEMU's machine reads zeros where no memory is
PROVOKE = """def provoke():
    print("before")
    import check_%s
provoke()
"""


def program_status_and_streams(board):
    board.write("a.py", "import sys\nprint(sys.argv, __file__)\nprint('error', file=sys.stderr)\nsys.exit(7)\n")
    path = os.path.realpath(os.path.join(board.folder, "a.py"))
    want = 7, "%s %s\n" % (["a.py", "b c", "", "d,e%20", "\xe9"], path), "error\n"
    got = board.run("a.py", "b c", "", "d,e%20", "\xe9")
    check(got == want, "want", want, "got", got)
    got = board.run("-c", "import sys; print(sys.argv)", "x")
    check(got == (0, "['-c', 'x']\n", ""), got)


def uncaught_exception(board):
    status, out, err = board.run("-c", "print(1)\n1 // 0")
    words = "" if board.is_minimal else ": integer division or modulo by zero"
    check(status == 1 and out == "1\n" and err.endswith("ZeroDivisionError%s\n" % words), status, out, err)


def files_of_the_host(board):
    board.write("helper.py", "x = 5\n")
    board.write("files.py", """import helper
print(helper.x)
with open("new.txt", "w") as f:
    f.write("one\\ntwo\\n")
with open("new.txt", "a") as f:
    f.write("three\\n")
with open("new.txt", "r+") as f:
    print(f.read().split(), f.seek(4), f.write("TWO"), f.tell())
with open("new.txt", "rb") as f:
    print(f.seek(-6, 2), f.read(), f.seek(0), f.read(3))
for name, mode in ("none.txt", "r"), ("new.txt", "x"), (".", "r"):
    try:
        open(name, mode)
    except OSError as e:
        print(type(e).__name__, e.errno)
""")
    got = board.run("files.py")
    want = ("5\n['one', 'two', 'three'] 4 3 7\n8 b'three\\n' 0 b'one'\nFileNotFoundError 2\nFileExistsError 17\n"
            "IsADirectoryError 21\n")
    check(got == (0, want, ""), got)
    with open(os.path.join(board.folder, "new.txt"), encoding="utf-8") as f:
        check(f.read() == "one\nTWO\nthree\n", "the host's file")


def memory_is_what_was_stated(board):
    program = "a = []\ntry:\n    while True: a.append(bytes(1000))\nexcept MemoryError: n = len(a); a = None; print(n)"
    for size, least, most in (("6k", 1, 6), ("9k", 4, 9)) if board.is_minimal else (("20k", 8, 20), ("40k", 28, 40)):
        status, out, err = board.run("-X", "memory=" + size, "-c", program)
        check(status == 0 and least <= int(out) <= most, size, status, out, err)
    status, out, err = board.run("-X", "memory=1k", "-c", "1")
    check(status == 1 and "too few" in err, status, out, err)


def time_passes(board):
    program = ("import time\na = time.ticks_ms()\ntime.sleep_ms(300)\nb = time.ticks_ms()\n"
               "print(290 < time.ticks_diff(b, a))\nlast = time.ticks_us()\n"
               "for i in range(3000):\n    now = time.ticks_us()\n    if now < last: print('back', last, now)\n"
               "    last = now\n")
    got = board.run("-c", program)
    check(got == (0, "True\n", ""), got)
    if not board.is_minimal:  # which has no int so large
        got = board.run("-c", "import time; print(time.time() > 1700000000)")
        check(got == (0, "True\n", ""), got)


def fault(board, kind):
    board.write("provoke.py", PROVOKE % kind)
    status, out, err = board.run("provoke.py", image="ouro_checks")
    check(status == FAULT_STATUS and out == "before\n", status, out, err)
    check(re.search(r"^" + (FAULTS_6 if board.is_armv6 else FAULTS)[kind], err, re.M), "the first line:", err)
    for line in (r'^  File ".*/provoke.py", line 3$', r'^  File ".*/provoke.py", line 4$', r"^C stack: \d+ of \d+ bytes",
                 r"^memory: \d+ bytes in use, at most \d+ of \d+; objects \d+ in 1 area, free \d+, collections \d+$"):
        check(re.search(line, err, re.M), "no line", line, "in", err)
    if kind not in ("stack", "canary"):
        check(len(re.findall(r"\b(?:r\d+|lr|pc|psr) +0x\w{8}", err)) == 16, "registers:", err)


def panic(board):
    board.write("provoke.py", PROVOKE % "panic")
    status, out, err = board.run("provoke.py", image="ouro_checks")
    check(status == FAULT_STATUS and err == "ouro: checks.c:42: assertion failed: what must hold\n", status, err)


def fault_in_a_report(board):
    """Not with ARMv6-M, where a fault in the handler of a HardFault, which all of them are, stops the processor."""
    board.write("provoke.py", PROVOKE % "report")
    status, out, err = board.run("provoke.py", image="ouro_checks")
    check(status == FAULT_STATUS and "UsageFault" in err and "(this frame cannot be read)" in err and
          err.endswith("ouro: another fault in the report of the first\n"), status, err)


def pools(board):
    board.write("pools.py", "try:\n    import check_pools\nexcept ImportError: print('end')")
    status, out, err = board.run("pools.py", image="ouro_checks")
    lines = out.split("\n")
    check(status == 0 and len(lines) == 8 and all(s.startswith("ok ") for s in lines[:6]) and lines[6] == "end", status,
          out, err)


def c_stack_up_to_its_limit(board):
    board.copy("deepest.py")
    board.copy("deep.py")
    status, out, err = board.run("deep.py")
    check(status == 0 and out == "".join("%d 10\n" % i for i in range(16)) and not err, status, out, err)


def c_stack_of_a_small_board(board):
    board.copy("deepest.py")
    board.copy("deep_minimal.py")
    board.write("deeper.py", "class A:\n    def f(self):\n        if self:\n            return [(1 + 2) * 3, {4: [f(5)]}]\n")
    status, out, err = board.run("deep_minimal.py")
    check(status == 0 and out == "True\n" + "".join("%d True\n" % i for i in range(8)) and not err, status, out, err)


def soft_reset(board, p):
    """By Ctrl-D; what the board says to be free, and at the minimal level, which says nothing, what a program sees."""
    p.type(b"\x04")
    if board.is_minimal:
        p.wait_for(b"Ouro, a ")
        p.wait_for(b">>> ")
        p.says("import gc; collected = gc.collect()")
        return p.says("gc.mem_free()")
    p.wait_for(b"soft reset: ")
    said = p.wait_for(b"\r\n")
    check(b"not given back" not in said, said)
    p.wait_for(b">>> ")
    return said


def prompt(board):
    with Prompt(board, True) as p:
        free = set()
        p.wait_for(b">>> ")
        for _ in range(3):
            p.type(b"6 * 7\r")
            check(b"42" in p.wait_for(b">>> "), "6 * 7")
            p.type(b"def loop():\r print('ru' + 'ns')\r while True: pass\r\r")
            p.wait_for(b">>> ")
            p.type(b"loop()\r")
            p.wait_for(b"runs\r\n")
            p.type(b"\x03")
            check(b"KeyboardInterrupt" in p.wait_for(b">>> "), "Ctrl-C")
            p.type(b"a = [bytes(100) for i in range(30)]; 'ready'\r")
            p.wait_for(b"'ready'\r\n")
            p.wait_for(b">>> ")
            free.add(soft_reset(board, p))
        check(len(free) == 1, "free after soft resets:", free)
        p.type(b"exit(3)\r")
        check(p.status() == 3, "exit(3)")


# What is typed, and what it ends with.
FAILING = [
    (b"1//0\r", b"ZeroDivisionError"),
    (b"def g():\r  a = []\r  while 1: a.append(bytes(5000))\r\rg()\r", b"MemoryError"),
    (b"def f(): f()\r\rf()\r", b"Error"),  # MemoryError, where it is small
    (b"class R:\r  def __repr__(s): return repr(s)\r\rR()\r", b"RecursionError"),
    (b"x = [bytes(90) for i in range(200)]\r", b">>> "),
    (b"import random, math, json, weakref\r", b">>> "),
    (b"class D:\r  def __del__(s): 1/0\r\rd = D()\r", b">>> "),
    (b"while 1: pass\r\r\x03", b"KeyboardInterrupt"),
    (b"(\r\x03", b"KeyboardInterrupt"),
    (b"import machine; w = machine.WDT(0, 100)\rwhile 1: pass\r\r", b"the watchdog was not fed"),
    (b"import machine; machine.reset()\r", b"Ouro"),
]


def soft_resets(board, count=2 * len(FAILING)):
    """After programs that fail in many ways the memory is what it was."""
    failing = [(typed, end) for typed, end in FAILING if board.has_watchdog or b"WDT" not in typed]
    free = set()
    with Prompt(board, False, reset_ends=False) as p:
        p.wait_for(b">>> ")
        for i in range(count):
            typed, end = failing[i % len(failing)]
            for line in re.findall(rb"[^\r]*\r|\x03", typed):
                p.type(line)
            p.wait_for(end)
            if b"machine" in typed:  # and not before the board is back
                p.wait_for(b">>> ")
            p.type(b"'rea' + 'dy'\r")
            p.wait_for(b"'ready'\r\n>>> ")
            free.add(soft_reset(board, p))
    check(len(free) == 1, "free after soft resets:", free)


def prompt_in_eight_kilobytes(board):
    """The whole RAM of the board: C stacks, variables and heap."""
    free = set()

    def does(typed, result):
        got = p.says(typed)
        check(result in got, typed, got)

    with Prompt(board, False) as p:
        p.wait_for(b">>> ")
        for _ in range(3):
            does("print('hi')", "hi\n")
            does("6 * 7", "42")
            does("[0] * 2000", "MemoryError")
            does("(" * 40 + ")" * 40, "Error")
            does("print('hi')", "hi\n")
            free.add(soft_reset(board, p))
        check(len(free) == 1, "free after soft resets:", free)


def reset_cause(p):
    return int(p.says("import machine; machine.reset_cause()"))


def resets(board):
    with Prompt(board, False, reset_ends=False) as p:
        p.wait_for(b">>> ")
        check(reset_cause(p) == 1, "power on")
        p.type(b"machine.reset()\r")
        p.wait_for(b">>> ")
        check(reset_cause(p) == 2, "machine.reset()")
        p.type(b"machine.soft_reset()\r")
        p.wait_for(b"Ouro, a ")
        p.wait_for(b">>> ")
        check(reset_cause(p) == 5, "machine.soft_reset()")


def watchdog(board):
    with Prompt(board, False, reset_ends=False, counted=True) as p:
        p.wait_for(b">>> ")
        error = p.says("import machine; machine.WDT(timeout=0)")
        check("\nValueError" in error and (board.is_minimal or ": timeout must be 1 to " in error), "WDT(timeout=0)", error)
        p.type(b"import time\rdef hang():\r  while 1: pass\r\r")
        # fed for twice its time, and then no more
        p.type(b"w = machine.WDT(timeout=400); [(time.sleep_ms(50), w.feed()) for i in range(16)]; print('f' + 'ed'); hang()\r")
        p.wait_for(b"fed\r\n")
        p.wait_for(b"ouro: the watchdog was not fed in time at 0x")
        check(p.wait_for(b"memory: ").count(b'File "<stdin>", line') == 2, "where it hung")
        p.wait_for(b">>> ")
        check(reset_cause(p) == 3, "the watchdog")


def no_watchdog(board):
    """A board without one says so when it is asked for."""
    with Prompt(board, False) as p:
        p.wait_for(b">>> ")
        error = p.says("import machine; machine.WDT(timeout=400)")
        words = "'machine' 'WDT'" if board.is_minimal else "module 'machine' has no attribute 'WDT'"
        check(error.endswith("\nAttributeError: %s\n" % words), error)


def standard_input_on_the_uart(board):
    with Prompt(board, True) as p:
        p.wait_for(b">>> ")
        p.type(b"import sys; (sys.stdin.readline(), sys.stdin.readline())\r")
        p.wait_for(b"readline())\r\n")
        p.type(b"ab c\r\x04")
        check(b"ab c\r\n('ab c\\n', '')" in p.wait_for(b">>> "), "lines")
        p.type(b"print('wa' + 'its'); sys.stdin.readline()\r")
        p.wait_for(b"waits\r\n")
        p.type(b"\x03")
        check(b"KeyboardInterrupt" in p.wait_for(b">>> "), "Ctrl-C while waiting for a line")
        p.type(b"import time; print('sle' + 'eps'); time.sleep(1000)\r")
        p.wait_for(b"sleeps\r\n")
        p.type(b"\x03")
        check(b"KeyboardInterrupt" in p.wait_for(b">>> "), "Ctrl-C while asleep")


def prompt_without_a_host(board):
    with Prompt(board, False) as p:
        p.wait_for(b">>> ")
        check("ModuleNotFoundError" in p.says("import nothing"), "a file that is not there")
        p.type(b"exit(3)\r")  # a reset: QEMU ends (-no-reboot)
        check(p.status() == 0, "exit")


def constants_are_in_flash(board):
    """The interpreter has no variables: what of .data and .bss there is belongs to the port and is small."""
    image = os.path.join(ROOT, "build", board.name, "ouro")
    sizes = {}
    for line in subprocess.check_output(["arm-none-eabi-size", "-A", image], text=True).split("\n"):
        words = line.split()
        if len(words) == 3 and words[0].startswith("."):
            sizes[words[0]] = int(words[1])
    check(0 < sizes[".data"] + sizes[".bss"] < 1024 and sizes[".text"] > 50000, sizes)


def fixture(build, folder):
    return Board(build.board, folder)


def tests(build):
    board = Board(build.board, None)
    if build.board == "mps2-8k":
        return [("prompt in eight kilobytes", prompt_in_eight_kilobytes)]
    chosen = [program_status_and_streams, uncaught_exception, memory_is_what_was_stated, time_passes, panic, prompt,
              soft_resets, resets, watchdog if board.has_watchdog else no_watchdog, prompt_without_a_host,
              constants_are_in_flash]
    if board.is_minimal:
        chosen += [c_stack_of_a_small_board, files.main_of_a_small_board]
    else:
        chosen += [files_of_the_host, c_stack_up_to_its_limit, standard_input_on_the_uart]
    if not board.is_armv6 and board.name not in READS_NOTHING:
        chosen.append(fault_in_a_report)
    if qemu.said(board.name, "BOARD_SLOW_RAM_SIZE") != ["0"]:
        chosen += [pools] + files.TESTS
    kinds = set(FAULTS_6 if board.is_armv6 else FAULTS) - ({"bus"} if board.name in READS_NOTHING else set())
    return [(test.__name__, test) for test in chosen] + [
        ("fault " + kind, lambda board, kind=kind: fault(board, kind)) for kind in sorted(kinds)]
