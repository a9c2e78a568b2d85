#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Measures the memory figures that Ouro is judged by, and prints each beside its bound.

    figures.py [--binary build/unix32/ouro] [--check]

With --check the exit status is 1 if a bound is missed.  All figures are exact bytes, not samples.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

OBJECTS = r'''
import gc
N = 400
class C1:
    def __init__(self):
        self.a = 1
class C4:
    def __init__(self):
        self.a = self.b = self.c = self.d = 1
class Plain:
    pass
def plain1():
    o = Plain()
    o.x = 1
    return o
c4 = C4()
def make_closure(x):
    return lambda: x
def gen():
    a = 1
    b = 2
    c = 3
    for i in range(3):
        yield a + b + c + i
def eight(i):
    return '%08d' % i
def dict4():
    return {'a': 1, 'b': 2, 'c': 3, 'd': 4}
def dict16():
    d = {}
    for i in range(16):
        d[i] = i
    return d
class M:
    def f(self):
        pass
m = M()
items = [None] * N
def measure(name, make):
    for i in range(N):
        items[i] = None
    gc.collect()
    before = gc.mem_alloc()
    for i in range(N):
        items[i] = make(i)
    gc.collect()
    after = gc.mem_alloc()
    print(name, (after - before) / N)
measure('nothing', lambda i: None)
measure('instance with 1 attribute', lambda i: C1())
measure('instance with 4 attributes', lambda i: C4())
measure('instance of a class without __init__, 1 attribute', lambda i: plain1())
measure('dict of 4', lambda i: dict4())
measure('dict of 16', lambda i: dict16())
measure('tuple of 2', lambda i: (i, i))
measure('float', lambda i: i * 0.37 + 1.5)
measure('closure', lambda i: make_closure(i))
measure('bound method', lambda i: m.f)
measure('str of 8', lambda i: eight(i))
measure('generator', lambda i: gen())
'''

BOUNDS = {
    'instance with 1 attribute': 16, 'instance with 4 attributes': 32, 'dict of 4': 48, 'dict of 16': 192,
    'tuple of 2': 16, 'float': 0, 'closure': 32, 'bound method': 16, 'str of 8': 16, 'generator': 64,
    'instance of a class without __init__, 1 attribute': 16,
}


def module_source():
    lines = []
    for i in range(60):
        lines += [f'def func_{i}(a, b=1, *args):', f'    total_{i} = a + b * {i}', '    for item in args:',
                  f'        total_{i} += item', f'    return total_{i}', '']
    lines.append('class Big:')
    for i in range(40):
        lines += [f'    def method_{i}(self, value):', f'        self.attr_{i} = value', f'        return self.attr_{i}', '']
    return '\n'.join(lines)


def run(binary, memory, *args, cwd=None):
    return subprocess.run([binary, *(['-X', f'memory={memory}'] if memory else []), *args], capture_output=True,
                          text=True, cwd=cwd, timeout=60)


def smallest(binary, accept, low, high, cwd=None, args=()):
    """The smallest memory in steps of 64 bytes for which the run succeeds (and the next four sizes do too)."""
    while high - low > 64:
        middle = (low + high) // 2 // 64 * 64
        if accept(run(binary, middle, *args, cwd=cwd)):
            high = middle
        else:
            low = middle
    return high


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--binary', default=os.path.join(ROOT, 'build/unix32/ouro'))
    parser.add_argument('--check', action='store_true')
    options = parser.parse_args()
    binary = os.path.abspath(options.binary)
    missed = []

    def show(name, value, bound, unit='B'):
        good = bound is None or value <= bound
        print(f'{name:55} {value:>10} {unit:3} at most {bound}' + ('' if good else '   MISSED'))
        if not good:
            missed.append(name)

    hi = smallest(binary, lambda r: r.returncode == 0 and r.stdout == 'hi\n', 512, 65536, args=('-c', "print('hi')"))
    show("smallest memory that runs print('hi')", hi, 4096)
    start = run(binary, '64k', '-c', 'import gc; print(gc.mem_alloc())')
    show('objects in use after start (collected heap)', int(start.stdout), 1024)
    with tempfile.TemporaryDirectory() as folder:
        source = module_source()
        with open(os.path.join(folder, 'big.py'), 'w') as f:
            f.write(source)
        print(f'(module: {len(source)} bytes)')
        args = ('-c', "import big; print(big.func_7(1, 2, 3)); b = big.Big(); print(b.method_5(4))")
        least = smallest(binary, lambda r: r.returncode == 0 and r.stdout == '18\n4\n', 4096, 200000, cwd=folder, args=args)
        show('smallest memory that imports the module', least, 24 * 1024)
        r = run(binary, '200k', '-c', 'import gc; gc.collect(); a = gc.mem_alloc(); import big; gc.collect(); '
                'print(gc.mem_alloc() - a)', cwd=folder)
        show('resident after the import', int(r.stdout), 10 * 1024)
        r = run(binary, None, '-c', OBJECTS)
        if r.returncode:
            print(r.stderr)
            sys.exit(1)
        base = 0.0
        for name, value in re.findall(r'^(.*) (-?[\d.]+)$', r.stdout, re.M):
            value = float(value)
            if name == 'nothing':
                base = value
                continue
            show(name, round(value - base, 2), BOUNDS[name])
    best = {'true': 1e9, 'ouro': 1e9}
    for _ in range(40):
        for name, command in (('true', ['true']), ('ouro', [binary, '-c', 'pass'])):
            t = time.perf_counter()
            subprocess.run(command, check=True)
            best[name] = min(best[name], time.perf_counter() - t)
    show('start and end of -c pass, more than `true`', round((best['ouro'] - best['true']) * 1000, 3), 2, 'ms')
    if options.check and missed:
        sys.exit(1)


if __name__ == '__main__':
    main()
