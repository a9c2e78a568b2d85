#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Checks the sources against the rules of the house.

    lint.py [--fast]        --fast leaves out compiling and clang-format

Errors: missing SPDX lines; header guards of another form; a header that does not compile alone;
warnings of Clang, with either value of a knob that the file names; an include or a call of a higher room; private
headers in modules, ports or examples; two files of one name; documents that name what is not there; port
macros, stdio, malloc, errno or longjmp in src/; mutable globals in src/; formatting; files longer than
1,200 lines, in src 900 but for the dispatch loop; in src more than 3 #if per 1,000 lines; an interned name that its table does not find.
Functions longer than a screen are listed as a note.
"""

import argparse
import concurrent.futures
import importlib.util
import os
import re
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# The rooms of src from the ground up.  What stands in one line is mutual: how any object is asked, what its type says,
# and how that fails cannot do without each other.  docs/rooms.md says what each is for.
FLOORS = [
    ["base"],
    ["mem"],
    ["gc"],
    ["gc/policy"],
    ["object/unicode"],
    ["object/code"],
    ["object/core", "object/types", "object/errors"],
    ["object/numbers"],
    ["object/bytes"],
    ["object/text"],
    ["object/containers"],
    ["object/weak"],
    ["compiler"],
    ["vm"],
    ["inspect"],
    ["modules"],
    ["supervisor"],
]
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
# What is written against include/ouro alone, as a user's own code is.
OUTSIDE = ("src/modules/", "ports/", "examples/")
MAX_FILE_LINES = 1200
MAX_CORE_LINES = 900
MAX_CONDITIONS = 3  # of the preprocessor, in src, per 1,000 lines
SCREEN = 60
# The libc back end of the outer heap is there to call malloc.
MAY_ALLOCATE = {"src/mem/libc.c"}
# Dispatch loops, which are one function by nature.
LOOPS = {"src/vm/run.c", "src/vm/run_ops.c"}

SPDX = ("SPDX-License-Identifier: MIT", "SPDX-FileCopyrightText: 2026 The Ouro authors")
PORT_MACRO = re.compile(
    r"^\s*#\s*(?:if|ifdef|ifndef|elif)\b.*\b(__linux__|__unix__|_WIN32|__APPLE__|__MACH__|ESP_PLATFORM|"
    r"__EMSCRIPTEN__|OURO_PORT\w*)\b"
)
CPU_MACRO = re.compile(
    r"^\s*#\s*(?:if|ifdef|ifndef|elif)\b.*\b(__arm__|__thumb__|__aarch64__|__x86_64__|__i386__|__xtensa__|__riscv)\b"
)
BAD_HEADER = re.compile(r"^\s*#\s*include\s*<(stdio|stdlib|malloc|errno|setjmp|unistd|pthread|locale)\.h>")
BAD_CALL = re.compile(r"(?<![\w.>])(malloc|calloc|realloc|free|printf|fprintf|sprintf|snprintf|longjmp|setjmp|abort|exit)\s*\(")
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"')
COMMENT_OR_STRING = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"', re.S)

problems = []
notes = []


def problem(path, line, text):
    problems.append("%s:%d: %s" % (path, line, text))


def tracked():
    out = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, stdout=subprocess.PIPE)
    if out.returncode == 0:
        files = out.stdout.decode().split("\n")
    else:  # not a git tree: an unpacked archive
        files = []
        for folder, subfolders, names in os.walk(ROOT):
            subfolders[:] = [s for s in subfolders if s not in ("build", ".git", "__pycache__")]
            files += [os.path.relpath(os.path.join(folder, n), ROOT) for n in names]
    return sorted(f for f in files if f and os.path.isfile(os.path.join(ROOT, f)))


def read(path):
    with open(os.path.join(ROOT, path), encoding="utf-8", errors="replace") as f:
        return f.read()


def blank_comments(text):
    """The same number of lines, without comments and strings."""
    return COMMENT_OR_STRING.sub(lambda m: '""' if m.group(0)[0] == '"' else re.sub(r"[^\n]", " ", m.group(0)), text)


def check_spdx(path, text):
    head = "\n".join(text.split("\n")[:6])
    for line in SPDX:
        if line not in head:
            problem(path, 1, "no line '%s'" % line)


def check_guard(path, lines):
    if is_repeated(lines):
        return
    guard = "OURO_INCLUDED_" + re.sub(r"[^A-Za-z0-9]", "_", path).upper()
    start = next((i for i, s in enumerate(lines) if s.startswith("#ifndef")), None)
    if start is None or lines[start] != "#ifndef " + guard:
        problem(path, (start or 0) + 1, "header guard is not %s" % guard)
        return
    if start == 0 or not lines[start - 1].strip():
        problem(path, start + 1, "empty line before the header guard")
    if lines[start + 1] != "#define " + guard:
        problem(path, start + 2, "no #define %s right after its #ifndef" % guard)
    elif lines[start + 2].strip() or not lines[start + 3].strip():
        problem(path, start + 3, "not exactly one empty line after the header guard")
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    if lines[-1] != "#endif /* %s */" % guard:
        problem(path, len(lines), "last line is not '#endif /* %s */'" % guard)
    elif lines[-2].strip() or not lines[-3].strip():
        problem(path, len(lines), "not exactly one empty line before the last #endif")


def room_of(path):
    """The room of a file of src: its folder; within gc and object, and only there, a folder of that."""
    parts = path.split("/")[1:-1]
    return "/".join(parts[: 2 if parts[:1] in (["object"], ["gc"]) else 1])


def check_outside(path, lines):
    """Modules, ports and examples see the public headers and their own."""
    for number, line in enumerate(lines, 1):
        match = INCLUDE.match(line)
        if match and os.path.exists(os.path.join(ROOT, "src", match.group(1))) and not match.group(1).startswith("modules/"):
            problem(path, number, "%s is not for what stands outside: include/ouro is" % match.group(1))


def check_file_names(files):
    """A file of the core is known by its name."""
    seen = {}
    for path in files:
        if path.startswith(("src/", "include/")) and path.endswith((".c", ".h")):
            other = seen.setdefault((os.path.basename(path), path.startswith("src/")), path)
            if other != path:
                problem(path, 1, "has the same name as %s" % other)


def is_repeated(lines):
    return "many times" in "\n".join(lines[:40]) and not any(s.startswith("#ifndef OURO_INCLUDED") for s in lines)


def check_core(path, lines, bare):
    layer, room = path.split("/")[1], room_of(path)
    if room not in FLOOR:
        problem(path, 1, "%s is no room of FLOORS in tools/lint.py" % room)
        return
    for number, line in enumerate(lines, 1):
        match = INCLUDE.match(line)
        other = match and room_of("src/" + match.group(1))
        if other in FLOOR and FLOOR[other] > FLOOR[room]:
            problem(path, number, "%s includes the higher room %s" % (room, other))
    for number, line in enumerate(bare, 1):
        match = PORT_MACRO.match(line)
        if match:
            problem(path, number, "port macro %s in src/" % match.group(1))
        match = CPU_MACRO.match(line)
        if match and layer != "base":
            problem(path, number, "processor macro %s outside src/base" % match.group(1))
        if path in MAY_ALLOCATE:
            continue
        match = BAD_HEADER.match(line)
        if match:
            problem(path, number, "<%s.h> in src/" % match.group(1))
        match = BAD_CALL.search(line)
        if match:
            problem(path, number, "%s() in src/" % match.group(1))


def check_functions(path, bare):
    start = None
    for number, line in enumerate(bare, 1):
        if line == "{":
            start = number
        elif line.startswith("}") and start:
            length = number - start + 1
            if length > SCREEN and path not in LOOPS:
                name = re.search(r"(\w+)\s*\(", " ".join(bare[max(0, start - 4) : start]))
                notes.append((length, "%s:%d: %s" % (path, start, name.group(1) if name else "?")))
            start = None


def check_file(path):
    text = read(path)
    lines = text.split("\n")
    if path.endswith((".c", ".h", ".py", ".lua", ".rb", ".sh", ".cmake")) or path in ("dev", ".ci/run", "CMakeLists.txt"):
        check_spdx(path, text)
    for number, line in enumerate(lines, 1):
        if re.search(r"(?<![\w.])/(?:work|home/\w+|root)/", line) and not path.startswith("tools/lint"):
            problem(path, number, "path of somebody's machine")
    if not path.endswith((".c", ".h")):
        return
    most = MAX_CORE_LINES if path.startswith("src/") and path != "src/vm/run.c" else MAX_FILE_LINES
    if len(lines) > most + 1:
        problem(path, len(lines), "longer than %d lines" % most)
    if path.endswith(".h"):
        check_guard(path, lines)
    bare = blank_comments(text).split("\n")
    if path.startswith("src/"):
        check_core(path, lines, bare)
    if path.startswith(OUTSIDE):
        check_outside(path, lines)
    check_functions(path, bare)


def load_tool(name):
    spec = importlib.util.spec_from_file_location(name, os.path.join(ROOT, "tools", name + ".py"))
    sys.dont_write_bytecode = True
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


ROM_ENTRIES = re.compile(r"\b(?:ou_rom_entry|ou_member)\s+(\w+)\[\]\s*=\s*\{(.*?)\};", re.S)


def check_rom_tables(files, constants):
    """Constant tables are searched by halves, so their names must stand in order of their ids."""
    for path in files:
        if not path.endswith(".c") or not path.startswith(("src/", "ports/", "examples/")):
            continue
        text = read(path)
        for match in ROM_ENTRIES.finditer(text):
            last = ("", -1)
            for name in re.findall(r"(?:\{|OU_MEMBER_\w+\()\s*OU_S\((\w*)\)", match.group(2)):
                number = constants.get(name, last[1] + 1)
                if number <= last[1]:
                    line = text[: match.start()].count("\n") + 1
                    problem(path, line, "%s: %s must stand before %s" % (match.group(1), name, last[0]))
                last = (name, number)


def check_names(files):
    """Writes the tables for the compile checks, and looks every name up as the interpreter does."""
    tool = load_tool("makenames")
    folders = [os.path.join(ROOT, f) for f in ("src", "ports/unix", "include/ouro")]
    texts, constants = tool.assign(tool.collect([f for f in folders if os.path.exists(f)]))
    index = tool.make_index(texts)
    folder = os.path.join(ROOT, "build", "lint", "gen")
    os.makedirs(folder, exist_ok=True)
    tool.write_if_changed(os.path.join(folder, "ouro_names.h"), tool.header(texts, constants, index))
    load_tool("makeunicodenames").make(folder)
    load_tool("makeopcodes").make(os.path.join(ROOT, "src/object/code/opcodes.h"), folder)
    for number, text in enumerate(texts):
        slot = tool.fnv1a(text.encode()) & (len(index) - 1)
        while index[slot] not in (number, 0xFFFF):
            slot = (slot + 1) & (len(index) - 1)
        if index[slot] != number:
            problem("tools/makenames.py", 1, "the index does not find %r" % text)
    check_rom_tables(files, constants)
    if sorted(texts[129:]) != texts[129:] or len(set(texts)) != len(texts):
        problem("tools/makenames.py", 1, "names are not sorted and distinct")


def compile_command(compiler, path, knob=None, parts=None):
    """knob: an option -DX=0 or -DX=1; parts: the folder of another ouro_parts.h"""
    flags = ["-std=gnu11", "-Wall", "-Wextra", "-Wundef", "-Werror", "-fsyntax-only", "-DOU_DEBUG=3", "-Iinclude",
             "-Ibuild/lint", "-Ibuild/lint/gen", "-Itests/esp_idf/include"]
    if not path.startswith(OUTSIDE[1:]):
        flags.append("-Isrc")
    if parts:
        flags.insert(0, "-I" + parts)
    if knob:
        flags = [flag for flag in flags if not flag.startswith(knob.split("=")[0] + "=")] + [knob]
    if path.endswith(".h"):
        # A header's unused static functions are no fault.
        return [compiler] + flags + ["-x", "c", "-include", path, os.devnull]
    return [compiler] + flags + [path]


def run_tool(command):
    result = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return result.returncode, result.stdout.decode("utf-8", "replace")


def write_parts(parts):
    """Writes ouro_parts.h of a build that has all; returns dict of part -> (folder with that of a build without it and
    without what needs it, the files that such a build does not compile)"""
    tool, folder, without = load_tool("makeparts"), os.path.join("build", "lint"), {}
    tool.write_if_changed(os.path.join(ROOT, folder, "gen", "ouro_parts.h"), tool.header(parts, "full", set(parts)))
    for name in parts:
        there = set(parts) - tool.dependents(parts, name)
        path = os.path.join(folder, "without", name)
        tool.write_if_changed(os.path.join(ROOT, path, "ouro_parts.h"), tool.header(parts, "full", there))
        without[name] = path, tool.files_left_out(parts, there)
    return without


def check_parts():
    """The table of docs/levels.md is that of src/parts.txt, whose files exist."""
    tool = load_tool("makeparts")
    parts = tool.table()
    for part in parts.values():
        for path in part.files:
            if not os.path.exists(os.path.join(ROOT, path.replace(tool.STAND_IN, ""))):
                problem("src/parts.txt", 1, "%s: there is no %s" % (part.name, path))
    if read("docs/levels.md") != tool.documented(read("docs/levels.md"), parts):
        problem("docs/levels.md", 1, "the table of the parts is old; tools/makeparts.py --docs writes it")
    return parts


def check_conditions(files):
    """What a build has or has not is chosen in tables, by plain conditions and by whole files, not by #if."""
    lines = conditions = 0
    for path in files:
        if path.startswith("src/") and path.endswith((".c", ".h")):
            text = read(path)
            lines += text.count("\n")
            conditions += len(re.findall(r"^\s*#\s*(?:if|ifdef|ifndef)\b(?! OURO_INCLUDED_)", text, re.M))
    if conditions * 1000 > lines * MAX_CONDITIONS:
        problem("src", 1, "%d #if in %d lines; %d would do" % (conditions, lines, lines * MAX_CONDITIONS // 1000))


def check_with_tools(files, parts):
    load_tool("makeversion").make(os.path.join(ROOT, "build", "lint", "gen"))
    work = []
    without = write_parts(parts)
    stand_ins = {path: folder for folder, left_out in without.values()
                 for path in load_tool("makeparts").files_left_out(parts, set(parts)) if path not in left_out}
    knobs = re.findall(r"^#ifndef (OU_\w+)", read("include/ouro/config.h"), re.M)
    clang, formatter = shutil.which("clang"), shutil.which("clang-format-14") or shutil.which("clang-format")
    for path in files:
        if not path.endswith((".c", ".h")):
            continue
        if formatter:
            work.append(("format", path, [formatter, "--dry-run", "-Werror", path]))
        if path.endswith(".h") and not is_repeated(read(path).split("\n")):
            work.append(("header does not compile alone", path, compile_command("gcc", path)))
        elif path.endswith(".c") and clang and path.startswith(("src/", "ports/unix/")):
            work.append(("clang", path, compile_command("clang", path, parts=stand_ins.get(path))))
            for name in sorted(set(re.findall(r"\bOU_(?:WITH_|IF\()(\w+)", read(path))) & set(parts)):
                if path not in without[name][1] and path not in stand_ins:
                    work.append(("clang", path, compile_command("clang", path, parts=without[name][0])))
            for knob in set(knobs) & set(re.findall(r"\bOU_\w+", read(path))):
                for value in "01":
                    work.append(("clang", path, compile_command("clang", path, "-D%s=%s" % (knob, value))))
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for (what, path, _), (status, out) in zip(work, pool.map(run_tool, [w[2] for w in work])):
            if status == 0:
                continue
            if what == "format":
                match = re.search(r":(\d+):\d+:", out)
                problem(path, int(match.group(1)) if match else 1, "not formatted; ./dev format does it")
            else:
                lines = [s for s in out.split("\n") if "error" in s or "warning" in s] or out.split("\n")
                problem(path, 1, "%s: %s" % (what, lines[0]))


def core_objects():
    """(source, object file) of each file of the core in build/unix."""
    base = os.path.join(ROOT, "build", "unix", "CMakeFiles", "ouro_core.dir", "src")
    for folder, _, names in os.walk(base):
        for name in sorted(names):
            path = os.path.join(folder, name)
            source = "src/" + os.path.relpath(path, base)[:-2]
            if name.endswith(".o") and os.path.exists(os.path.join(ROOT, source)):
                yield source, path


def check_globals():
    """No writable data in the objects of the core."""
    for source, path in core_objects():
        if source in MAY_ALLOCATE:
            continue
        status, out = run_tool(["objdump", "-t", path])
        for line in out.split("\n"):
            match = re.search(r"\bO (\.data|\.bss|\*COM\*)(?!\.rel\.ro)(\S*)\s+\S+\s+(\S+)$", line)
            if match and not match.group(2).startswith(".rel.ro"):
                problem(source, 1, "mutable global %s" % match.group(3))


def check_calls():
    """No function of a higher room is called, as linked: what must go up goes through a table.  Constants may be named:
    a type is what it is wherever it stands."""
    defined, wanted = {}, {}
    for source, path in core_objects():
        status, out = run_tool(["nm", path])
        for line in out.split("\n"):
            words = line.split()
            if len(words) >= 2 and words[-2] == "U":
                wanted.setdefault(source, []).append(words[-1])
            elif len(words) == 3 and words[1] in "TW":
                defined[words[2]] = source
    for source in sorted(wanted):
        for name in wanted[source]:
            other = defined.get(name)
            if other and FLOOR.get(room_of(other), 0) > FLOOR.get(room_of(source), 0):
                problem(source, 1, "calls %s of the higher room %s" % (name, room_of(other)))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--fast", action="store_true")
    parser.add_argument("-v", "--verbose", action="store_true", help="list all long functions")
    options = parser.parse_args()
    files = tracked()
    for path in files:
        if path.endswith((".c", ".h", ".py", ".lua", ".rb", ".sh", ".cmake", ".md", ".txt")) or path in ("dev", ".ci/run"):
            check_file(path)
    parts = check_parts()
    check_names(files)
    check_file_names(files)
    problems.extend("%s:%d: %s" % found for found in load_tool("checkdocs").check(files))
    check_conditions(files)
    if not options.fast:
        check_with_tools(files, parts)
        check_globals()
        check_calls()
    for line in problems[: None if options.verbose else 80]:
        print(line)
    notes.sort(reverse=True)
    if notes:
        print("note: %d functions are longer than %d lines" % (len(notes), SCREEN))
        for length, text in notes[: None if options.verbose else 8]:
            print("  %4d lines %s" % (length, text))
    print("lint: %d files, %d problems" % (len(files), len(problems)))
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
