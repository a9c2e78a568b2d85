# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Makes random programs that print much: the same ones from the same seed.

    programs.py SEED NUMBER        prints a program

A program is a list of chunks, each a few lines that stand for themselves, so that a difference is reduced by leaving
chunks and lines out.  Expressions come from templates by type: `$S` stands for an expression that gives a str, and so
on (TYPES); now and then another type is taken, so that the messages of errors are compared, too.  What would print
an order that Python does not promise, or an address, is not generated; sets are printed sorted.
"""

import random
import sys

PRELUDE = '''
def text(x):
    t = type(x)
    if t is set or t is frozenset:
        return t.__name__ + "{" + ", ".join(sorted(text(i) for i in x)) + "}"
    if t is list:
        return "[" + ", ".join(text(i) for i in x) + "]"
    if t is tuple:
        return "(" + ", ".join(text(i) for i in x) + ("," if len(x) == 1 else "") + ")"
    if t is dict:
        return "{" + ", ".join(text(k) + ": " + text(v) for k, v in x.items()) + "}"
    if isinstance(x, BaseException):
        return "<" + t.__name__ + " " + str(x) + ">"
    return repr(x)
def show(f):
    try:
        r = f()
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print(text(r))
def step(n, v=None):
    print("step", n, end=" ")
    return n if v is None else v
def error(e):
    seen = []
    while e is not None and len(seen) < 6:
        seen.append(type(e).__name__ + "(" + str(e) + ")" + ("!" if e.__suppress_context__ else ""))
        e = e.__cause__ or (None if e.__suppress_context__ else e.__context__)
    print("error", " <- ".join(seen))
import math, struct, json, array, io, random
'''

# Letters of types, with literals.
TYPES = {
    "I": "0 1 2 3 -1 -2 4 7".split(),
    "J": "0 1 -1 7 10 255 256 -128 65535 2147483647 -2147483648 4294967296 2**61 2**62 -2**62 2**63-1 -2**63 2**64+1 10**20 -10**30 3**80 True".split(),
    "N": "0 1 2 3 5 8 13 31 64".split(),
    "F": "0.0 -0.0 1.0 -1.5 0.1 2.5 3.5 1e16 1e-5 1e22 123456.789 -2.675 1e300 1e-300 5e-324 float('inf') float('-inf') float('nan') 0.5 2.0**53".split(),
    "S": ["''", "'a'", "'abc'", "'Hello, World'", "' pad '", "'a,b,,c'", "'ümläut'", "'ß'", "'x\\ty\\n'", "'\\U0001F600'", "'12'", "'-3.5'", "'AbC dEf'",
          "'\"q\\''", "'\\x00\\x7f'", "'aXbXc'", "'line\\nbreak\\r\\nend'", "'0x1F'", "'日本'"],
    "B": ["b''", "b'a'", "b'abc'", "b'\\x00\\xff'", "b'a,b'", "b' x '", "b'Hello'", "bytes(3)", "b'12'"],
    "A": ["bytearray(b'abc')", "bytearray()", "bytearray(b'hello world')", "bytearray(4)"],
    "L": ["[]", "[1, 2, 3]", "[3, 1, 2]", "['b', 'a']", "[1, 'a', None]", "[[1], [2, 3]]", "[1.5, 2]", "list(range(6))", "[True, 0]"],
    "M": ["[]", "[1, 2, 3]", "[5, -1, 3, 3]", "list(range(8))", "[10**20, 1, -5]"],
    "T": ["()", "(1,)", "(1, 2)", "('a', 1)", "((1, 2), 3)", "(None, 'x')"],
    "D": ["{}", "{'a': 1}", "{'a': 1, 'b': 2}", "{1: 'x', 2: 'y'}", "{(1, 2): 3}", "{'k': [1]}", "{0: None, 'z': 1.5}"],
    "E": ["set()", "{1, 2, 3}", "{'a', 'b'}", "frozenset({1, 5})", "{0, 2, 4, 6}", "frozenset()"],
    "Q": ["True", "False"],
    "R": ["range(5)", "range(0)", "range(2, 10, 3)", "range(10, 0, -2)", "range(-3, 3)"],
    "K": ["lambda x: x", "lambda x: -x", "str", "repr", "lambda x: x % 3", "len", "abs", "lambda x: (x,)"],
    "O": ["None", "...", "NotImplemented"],
}
TEMPLATES = {
    "I": "len($S); len($L); $L.index($X); $S.find($S); $S.rfind($S, $I); $S.count($S); $B.find($B); $L.count($X); $J.bit_length() % 9; ord($S[:1]) % 10; $J % 7; -$I; "
         "$I + $I; $J.bit_count(); $M.index($I, $I); $R.index($I); $S.index($S, $I, $I); int($Q); $R.count($I); $T.index($X); $B.count($B); len($R)",
    "J": "$J + $J; $J - $J; $J * $J; $J // $J; $J % $J; $J ** $N; $J << $N; $J >> $N; $J & $J; $J | $J; $J ^ $J; ~$J; -$J; abs($J); pow($J, $N, $J); divmod($J, $J)[0]; "
         "int($F); int($S); int($S, 16); int($S, $I); int($S, 0); int.from_bytes($B, 'big'); int.from_bytes($B, 'little', signed=True); sum($M); max($M); min($M); round($F); "
         "round($J, -$N); math.floor($F); math.ceil($F); math.trunc($F); math.gcd($J, $J); math.isqrt($J); math.comb($N, $I); math.factorial($N); hash(0 + $J); "
         "$X if $Q else $J; $J and $J; $J or $J; int($J); $J.numerator; $J.real; math.lcm($I, $J); pow($J, -1, $J); math.perm($N, $I); math.prod($M); $J.__index__()",
    "F": "$F + $F; $F - $F; $F * $F; $F / $F; $J / $J; $F // $F; $F % $F; $F ** $I; -$F; abs($F); float($J); float($S); round($F, $I); math.sqrt($F); math.fmod($F, $F); "
         "math.copysign($F, $F); math.ldexp($F, $I); math.fsum($M); sum($M, 0.5); $F * $J; $J - $F; max($F, $F); math.fabs($F); math.modf($F)[0]; float.fromhex($F.hex()); "
         "$F.real; $J ** -$N; divmod($F, $F)[1]; math.degrees($F); math.dist([$F], [$F]); math.nextafter($F, $F); math.ulp($F); math.remainder($F, $F)",
    "S": "$S + $S; $S * $I; $S[$I]; $S[$I:$I]; $S[$I:$I:$I]; $S.upper(); $S.lower(); $S.title(); $S.capitalize(); $S.swapcase(); $S.strip(); $S.strip($S); $S.lstrip(); $S.rstrip($S); "
         "$S.replace($S, $S); $S.replace($S, $S, $I); $S.join(['a', $S]); $S.join($L); $S.center($N, '*'); $S.ljust($N); $S.rjust($N, $S); $S.zfill($N); $S.expandtabs($I); str($X); repr($X); "
         "ascii($S); chr($N + 60); hex($J); oct($J); bin($J); str($F); repr($F); $S.casefold(); $S.removeprefix($S); $S.removesuffix($S); $B.decode(); $B.decode('latin-1'); "
         "$B.decode('ascii', 'replace'); $B.decode('utf-8', 'backslashreplace'); $B.hex(); $B.hex(':'); '%s|%r' % ($X, $X); '%d' % $J; '%5.2f' % $F; '%x' % $J; '%e' % $F; '%g' % $F; '%c' % ($N + 48); "
         "'%-8s|' % $S; '%+d' % $J; '%05d' % $J; '%.3s' % $S; '%#o' % $J; '%(a)s' % $D; '{}{}'.format($X, $X); '{0!r:>10}'.format($S); '{:$f}'.format($F); '{:$i}'.format($J); '{:$s}'.format($S); "
         "format($F, '$f'); format($J, '$i'); format($S, '$s'); (lambda v: f'{v:$i}')($J); (lambda v: f'{v:$f}')($F); (lambda v: f'{v!r:$s}')($S); (lambda v: f'<{v:$s}>')($S); (lambda v, w: f'{v}{w!s}{v!a}')($X, $X); (lambda v, w: f'{v:>{w}}')($X, $I); $F.hex(); json.dumps($L); json.dumps($D); json.dumps($S); "
         "json.dumps($D, sort_keys=True); json.dumps($L, indent=2); json.dumps($F); $S.translate({97: 'z', 98: None}); $S.partition($S)[0]; type($X).__name__; str($B, 'utf-8'); "
         "$S.format($X, a=$X); '%s' % $T; '%*d' % ($I, $J); '%i%%' % $J; ''.join(sorted($S)); ''.join(reversed($S)); max($S, $S); $S % $X; bin($I); ' '.join($S.split()); min($S); str($T); '%a' % $S; "
         "io.StringIO($S).read($I); io.StringIO($S).readline(); $S.encode().decode('utf-8'); '{0[0]}'.format($L); '{a[k]}'.format(a=$D); '{:>{}}'.format($S, $I); '%r' % ($X,)",
    "B": "$B + $B; $B * $I; $B[$I:$I]; $B[$I:$I:$I]; $S.encode(); $S.encode('latin-1', 'ignore'); $S.encode('ascii', 'backslashreplace'); $S.encode('ascii'); $B.upper(); $B.replace($B, $B); $B.strip(); "
         "$B.join([b'x', $B]); $J.to_bytes($I, 'big'); $J.to_bytes($N, 'little', signed=True); bytes($M); bytes($A); $B.center($N, b'-'); $B.zfill($N); bytes($I); $B.title(); "
         "struct.pack('<hI', $I, $J); struct.pack('>b3s?', $I, $B, $Q); struct.pack('<d', $F); struct.pack('!q', $J); bytes.fromhex($S); b'%s-%d' % ($B, $J); $B.ljust($I, b'.'); $B.swapcase(); "
         "io.BytesIO($B).read($I); $B.removeprefix($B); $B.translate(None, $B); bytes(memoryview($B)[$I:$I]); bytes(reversed($B)); array.array('h', $M).tobytes(); $B.expandtabs($I); memoryview($B).tobytes()",
    "A": "$A + $B; $A * $I; $A[$I:$I]; bytearray($B); bytearray($S, 'utf-8'); $A.upper(); $A.replace($B, $B); bytearray(reversed($A)); $A.strip($B); $B and $A",
    "L": "$L + $L; $L * $I; $L[$I:$I]; $L[$I:$I:$I]; list($S); list($T); list($R); $S.split(); $S.split($S); $S.split($S, $I); $S.rsplit(None, $I); $S.splitlines(); $S.splitlines(True); sorted($M); "
         "sorted($M, reverse=True); sorted($L, key=$K); sorted($M, key=$K, reverse=True); list(zip($L, $S)); list(enumerate($L, $I)); list(map($K, $L)); list(filter($K, $L)); list(reversed($L)); "
         "[x for x in $L if x]; [(x, y) for x in $R for y in $M if x != y][:9]; list($D); list($D.items()); list($D.values()); $B.split($B); list($B); [*$L, *$T]; json.loads(json.dumps($L)); [$X, $X, $J]; "
         "[i * $J for i in $R]; [str(i) for i in $M]; list(range($I, $N, $I)); struct.unpack('<hI', struct.pack('<hI', $I, $N))[:1] + tuple($L); array.array('i', $M).tolist(); io.StringIO($S).readlines(); "
         "[c for c in $S][::-1]; list(zip(*[$L, $M])); list(zip($M, $M, strict=True)); $L.copy(); list(iter($R)); sorted($E, key=repr); [[j for j in range(i)] for i in $R if i < 5]; list(map(lambda a, b: a * b, $M, $M)); "
         "random.Random($J).sample(range(50), $I); random.Random($S).choices($M, k=$I); $M[$I:] or $L; list(dict.fromkeys($L)); memoryview($B).tolist(); list(struct.iter_unpack('<H', $B))",
    "M": "sorted($M); $M + $M; $M[$I:]; [x * 2 for x in $M]; list($R); list($B); [abs(i) for i in $M]; $M[::-1]; list(set($M) and $M); [len(w) for w in $S.split()]; [ord(c) for c in $S]",
    "T": "tuple($L); $T + $T; $T * $I; $T[$I:$I]; divmod($J, $J); divmod($F, $F); $S.partition($S); $S.rpartition($S); ($X, $X); ($X,); math.frexp($F); math.modf($F); $F.as_integer_ratio(); (*$L, $X); "
         "tuple(sorted($M)); $B.partition($B); max([$T, $T]); tuple(x for x in $L); slice($I, $I, $I).indices($N); struct.unpack('<d', struct.pack('<d', $F)); $J.as_integer_ratio()",
    "D": "dict(zip($L, $M)); {**$D, **$D}; $D | $D; {k: v for k, v in $D.items()}; dict($D, z=$X); dict.fromkeys($S, $I); {i: i * i for i in $R}; $D.copy(); dict([($X, $X), ('q', 1)]); json.loads(json.dumps($D)); "
         "{x: len(x) for x in $S.split()}; dict(a=$X, b=$X); dict(reversed(list($D.items()))); {str(k): v for k, v in $D.items()}; {$X: $X}; dict(sorted(({str(k): 1 for k in $L}).items()))",
    "E": "$E | $E; $E & $E; $E - $E; $E ^ $E; set($L); set($S); frozenset($M); {x % 3 for x in $M}; $E.union($L); $E.intersection($M); $E.difference($T); $E.symmetric_difference($M); set($D); $D.keys() & $E; "
         "$D.keys() | $T; set(range($N)); {$X, $X}; $E.copy(); $D.items() - $E",
    "Q": "$J < $J; $J == $F; $F <= $F; $S < $S; $S in $S; $X in $L; $X == $X; $X != $X; $S.startswith($S); $S.endswith(($S, 'c')); $S.isdigit(); $S.isalpha(); $S.isupper(); $S.isspace(); $S.isidentifier(); $S.isprintable(); "
         "not $X; bool($X); all($L); any($L); isinstance($X, (int, str)); $E <= $E; $E.isdisjoint($L); $I in $R; $J in $M; $L < $L; $T == $T; $F.is_integer(); math.isnan($F); math.isclose($F, $F); "
         "$X is None; $J > $I > $I; $I < $J <= $J; $S.isalnum(); $B < $B; $S.istitle(); $S.isnumeric(); $L == $L; $T < $T; $D == $D; $B in $B; hasattr($X, 'append'); callable($X); $B.isdigit(); $R == $R; $X not in $T; "
         "issubclass(type($X), int); $E > $E; $S.isdecimal(); $S.isascii(); $S.islower(); $D.keys() <= $E; bytearray($B) == $B; $J.__eq__($J); $S != $X; math.isfinite($F)",
    "R": "$R[$I:]; $R[::$I]; range($I, $N); range($N, $I, -1); $R[$I:$I:$I]; reversed($R) and $R",
    "K": "lambda x: $J; lambda x: x + $I; (lambda k: lambda x: x * k)($I); lambda x: str(x)[::-1]; lambda x, y=$I: x - y; lambda *a: a",
    "O": "$L.append($X); $L.sort(); $L.reverse(); print($X, $S, sep=$S); $D.update($D); $D.get($X)",
}
TEMPLATES = {kind: [t.strip() for t in text.split("; ")] for kind, text in TEMPLATES.items()}
EXPRESSION_KINDS = "IIJJJFFFSSSSSBBALLLMTTDDEQQRO"


class Generator:
    def __init__(self, seed, number):
        self.random = random.Random("%d/%d" % (seed, number))
        self.variables = {}
        self.count = 0

    def pick(self, options):
        return self.random.choice(options)

    def chance(self, share):
        return self.random.random() < share

    def name(self, prefix="v"):
        self.count += 1
        return "%s%d" % (prefix, self.count)

    def int_format(self):
        return self.pick(["", "", "*<", "0>", "^", "_=", ">"]) + self.pick(["", "", "+", "-", " "]) + self.pick(["", "", "#"]) + self.pick(["", "0"]) + self.pick(
            ["", "3", "10", "25"]) + self.pick(["", "", ",", "_"]) + self.pick(["", "", "d", "x", "X", "o", "b", "c", "n", "e", "f", ".2f", "g", "%", "s", ".3"])

    def float_format(self):
        return self.pick(["", "", "*<", "0>", "^", "_="]) + self.pick(["", "", "+", "-", " "]) + self.pick(["", "", "#"]) + self.pick(["", "0"]) + self.pick(
            ["", "3", "12", "30"]) + self.pick(["", "", ",", "_"]) + self.pick(["", "", ".0", ".1", ".3", ".10", ".17"]) + self.pick(["", "e", "E", "f", "F", "g", "G", "%", "n", "d"])

    def str_format(self):
        return self.pick(["", "", "*<", ">", "^", "x=", "é^"]) + self.pick(["", "", "3", "10", "05"]) + self.pick(["", "", ".0", ".2", ".5"]) + self.pick(["", "s", "s", "d", ","])

    def expression(self, kind, depth):
        if kind == "X":
            kind = self.pick("IJFSSBLTDQO")
        if kind == "i":
            return self.int_format()
        if kind == "f":
            return self.float_format()
        if kind == "s":
            return self.str_format()
        if self.chance(0.02):
            kind = self.pick("FSBLTDQO" if kind in "IN" else "JFSBLTDQO")  # no shift by 2**31, which takes minutes
        names = [n for n, k in self.variables.items() if k == kind]
        if names and self.chance(0.25):
            return self.pick(names)
        if depth <= 0 or self.chance(0.25):
            literal = self.pick(TYPES[kind])
            return "(%s)" % literal if kind in "JIFK" and not literal.isdigit() else literal
        parts = self.pick(TEMPLATES.get(kind) or TYPES[kind]).split("$")
        text = parts[0]
        for part in parts[1:]:
            text += self.operand(part, depth - 1)
        return "(%s)" % text

    def operand(self, part, depth):
        """What stands for the letter that `part` begins with, and the rest of `part`."""
        text = self.expression(part[0], depth)
        return ("(%s)" % text if part[1:2] == "." and text.isdigit() else text) + part[1:]

    def any(self, depth=2):
        return self.expression(self.pick(EXPRESSION_KINDS), depth)

    # -- chunks --

    def shows(self):
        return ["show(lambda: %s)" % self.any(3) for _ in range(self.random.randint(2, 5))]

    def assignments(self):
        lines = []
        for _ in range(3):
            kind = self.pick("IJFSBALMTDEN")
            text = self.expression(kind, 2)
            name = self.name()
            lines += ["%s = %s" % (name, self.pick(TYPES[kind])), "try:", "    %s = %s" % (name, text), "except Exception as e: print(type(e).__name__, e)"]
            self.variables[name] = kind
        return lines

    def body(self, *lines):
        """Lines in a try, so that the program goes on."""
        flat = []
        for line in lines:
            flat += line.split("\n")
        return ["try:"] + ["    " + line for line in flat] + ["except Exception as e: error(e)"]

    def mutation(self):
        kind = self.pick("LLDAEM")
        name = self.name()
        lines = ["%s = %s" % (name, self.pick(TYPES[kind]) if kind != "E" else "{1, 2, 3}")]
        texts = {
            "L": "n.append($X); n.extend($T); n.insert($I, $X); n.pop(); n.pop($I); n.remove($X); n.reverse(); n.sort(); n.sort(key=$K); n[$I] = $X; n[$I:$I] = $L; n[$I:$I:$I] = $L; "
                 "del n[$I]; del n[$I:$I]; del n[::$I]; n += $T; n *= $I; n.clear(); n[$I] += $I; n.extend($S); n[$I:] = $S; n[::-1] = n; n.index($X); n += 5",
            "D": "n[$X] = $X; del n[$X]; n.pop($X); n.pop($X, $X); n.popitem(); n.setdefault($X, $X); n.update($D); n.update(a=$X); n |= $D; n[$X] += $I; n.clear(); n['a'] -= $J; n.update($L); n[$L] = 1; n.update([($X, $X)])",
            "A": "n.append($N); n.extend($B); n.pop(); n.pop($I); n.insert($I, $N); n[$I] = $N; n[$I:$I] = $B; del n[$I:$I]; n += $B; n *= $I; n.reverse(); n.remove($N); n[$I:$I:$I] = $B; n.append($J); n[$I] = $X; n.extend($M); n.clear()",
            "E": "n.add($X); n.discard($X); n.remove($X); n |= $E; n &= $E; n -= $E; n ^= $E; n.update($L); n.difference_update($M); n.intersection_update($L); n.add($L); n.symmetric_difference_update($M)",
        }
        texts["M"] = texts["L"]
        for _ in range(self.random.randint(2, 5)):
            text = self.filled(self.pick(texts[kind].split("; ")))
            text = text.replace("n", name, 1) if not text.startswith("del") else "del " + text[4:].replace("n", name, 1)
            text = text.replace("= n", "= " + name) if text.endswith("= n") else text
            if text.startswith(name + "."):
                lines.append("show(lambda: %s)" % text)
            else:
                lines += self.body(text)
            lines.append("print(text(%s))" % name)
        return lines

    def filled(self, template, depth=1):
        parts = template.split("$")
        text = parts[0]
        for part in parts[1:]:
            text += self.operand(part, depth)
        return text

    def parameters(self):
        """(text, names)"""
        names = ["a", "b", "c", "d"][: self.random.randint(0, 4)]
        texts, seen_default = [], False
        for i, name in enumerate(names):
            if seen_default or self.chance(0.3):
                seen_default = True
                texts.append("%s=%s" % (name, self.expression("X", 0)))
            else:
                texts.append(name)
        if texts and self.chance(0.2):
            texts.insert(self.random.randint(1, len(texts)), "/")
        if self.chance(0.3):
            texts.append("*args")
            names.append("args")
        elif self.chance(0.2):
            texts.append("*")
        if "*args" in texts or "*" in texts:
            texts.append("k" if self.chance(0.5) else "k=%s" % self.expression("I", 0))
            names.append("k")
        if self.chance(0.3):
            texts.append("**kw")
            names.append("kw")
        return ", ".join(texts), names

    def arguments(self):
        texts = [self.expression("X", 0) for _ in range(self.random.randint(0, 4))]
        if self.chance(0.2):
            texts.append("*" + self.expression(self.pick("LTSI"), 0))
        for name in self.random.sample(["a", "b", "c", "k", "z"], self.random.randint(0, 2)):
            if self.chance(0.5):
                texts.append("%s=%s" % (name, self.expression("X", 0)))
        if self.chance(0.2):
            texts.append("**" + self.pick(["{'a': 1}", "{'k': 2, 'c': 3}", "{}", "{1: 2}", "{'b': 1, 'zz': 2}"]))
        return ", ".join(texts)

    def calls(self):
        name = self.name("f")
        parameters, names = self.parameters()
        result = "(%s)" % "".join(n + ", " for n in names)
        lines = ["def %s(%s): return %s" % (name, parameters, result)]
        return lines + ["show(lambda: %s(%s))" % (name, self.arguments()) for _ in range(3)]

    def closure(self):
        name = self.name("f")
        return ["def %s(n, m=%s):" % (name, self.expression("J", 0)), "    total = %s" % self.expression("J", 1), "    seen = []", "    def inner(x, *rest):", "        nonlocal total",
                "        total %s x" % self.pick(["+=", "-=", "*=", "^=", "|="]), "        seen.append((x, total, n, rest))", "        return inner if x > %d else m" % self.random.randint(-3, 5),
                "    def other(): return seen, total", "    return inner, other"] + self.body(
                    "i, o = %s(%s)" % (name, self.any(1)), *["show(lambda: i(%s)%s)" % (self.expression("J", 1), self.pick(["", "(2)", "(1, 2)(3)"])) for _ in range(3)], "print(text(o()))")

    def klass(self):
        base, derived, other = self.name("A"), self.name("B"), self.name("C")
        lines = ["class %s%s:" % (base, self.pick(["", "", "(object)", "(list)", "(dict)", "(int)", "(str)", "(tuple)", "(Exception)"]))]
        if self.chance(0.15):
            lines.append("    __slots__ = ('x', 'y')")
        else:
            lines.append("    z = %s" % self.expression("X", 1))
        if self.chance(0.8):
            lines += ["    def __init__(self, *args):", "        self.x = args", "        self.y = %s" % self.expression("X", 1).replace("self", "self")]
        members = {
            "__repr__": "return 'R'", "__str__": "return %s" % self.expression("S", 1), "__len__": "return %s" % self.expression("I", 0), "__bool__": "return %s" % self.expression("Q", 0),
            "__eq__": "return %s" % self.pick(["True", "NotImplemented", "self is o", "5"]), "__lt__": "return %s" % self.pick(["True", "NotImplemented", "id(self) == 0"]),
            "__hash__": "return %s" % self.expression("I", 0), "__add__": "return %s" % self.pick(["o", "NotImplemented", "(self, o)[1:]", "o + 1"]), "__radd__": "return ('radd', o)",
            "__iadd__": "self.x = o\nreturn self", "__getitem__": "if %s: raise IndexError(o)\nreturn o" % self.pick(["o == 3", "o != 0", "False and 1"]), "__iter__": "yield 1\nyield %s" % self.expression("X", 0),
            "__contains__": "return %s" % self.expression("X", 0), "__call__": "return ('called', o)", "__getattr__": "if o == 'q': raise AttributeError('no q')\nreturn o", "__enter__": "print('enter')\nreturn self",
            "__neg__": "return 'neg'", "__format__": "return 'F' + o", "__index__": "return %s" % self.expression("I", 0), "__int__": "return %s" % self.expression("J", 0), "__float__": "return %s" % self.expression("F", 0),
            "__mul__": "return ('mul', o)", "__rmul__": "return ('rmul', o)", "__mod__": "return ('mod', o)", "__reversed__": "return iter([3, 2])", "__setitem__": "print('set', o, v)", "__delitem__": "print('del', o)",
            "__missing__": "return ('missing', o)", "__set_name__": "print('named', o)", "__abs__": "return 4", "__round__": "return ('round', o)", "__ne__": "return 'ne'", "__sub__": "return ('sub', o)",
        }
        unary = ("__repr__", "__str__", "__len__", "__bool__", "__hash__", "__iter__", "__enter__", "__neg__", "__index__", "__int__", "__float__", "__reversed__", "__abs__")
        for name in self.random.sample(sorted(members), self.random.randint(1, 6)):
            extra = "self" if name in unary else "self, o, v=None" if name in ("__setitem__", "__set_name__") else "self, o=None" if name in ("__call__", "__round__") else "self, o"
            if name == "__iter__" and "range" in members[name]:
                continue
            lines += ["    def %s(%s):" % (name, extra)] + ["        " + line for line in members[name].split("\n")]
            if name == "__enter__":
                lines += ["    def __exit__(self, t, v, tb):", "        print('exit', t and t.__name__, v)", "        return %s" % self.pick(["True", "False", "None", "1"])]
        lines += ["    @property", "    def p(self): return ('p', %s)" % self.expression("X", 1)]
        if self.chance(0.5):
            lines += ["    @p.setter", "    def p(self, v): print('setting', v)"]
        lines += ["    @classmethod", "    def cm(cls, v=1): return cls.__name__, v", "    @staticmethod", "    def sm(v): return v * 2", "    def m(self, k=%s): return 'm', k" % self.expression("X", 0)]
        lines += ["class %s(%s):" % (derived, base), "    def m(self, *a): return 'derived', super().m(*a)", "    def cm2(self): return super().cm(%s)" % self.expression("X", 0)]
        lines += ["class %s(%s, %s):" % (other, derived, self.pick([base, base, "object"])), "    z = %s" % self.expression("X", 0)]
        lines.append("print([c.__name__ for c in %s.__mro__][:3])" % other)
        uses = ("len(o); bool(o); o == o; o != 1; o == 1; 1 == o; o < o; o > 1; o + 1; 1 + o; 'a' + o; o + o; o * 2; 2 * o; o - 1; -o; o % 3; abs(o); o[0]; o[1:2]; o['k']; 2 in o; o(5); o(); o(1, 2); o.q; o.w; "
                "f'{o:x}' and 1; '%d' % o; int(o); float(o); [1, 2, 3, 4][o]; list(o)[:4]; tuple(o)[:3]; o.p; setattr(o, 'p', 3); o.m(); o.m(1); o.m(1, 2, 3); o.cm(); o.cm2(); o.sm(3); o.sm(); o.z; o.x; o.y; o.__class__.__name__; "
                "hash(o) == hash(o); delattr(o, 'x'); delattr(o, 'nope'); setattr(o, 'new', 1); isinstance(o, K); type(o).m(5); K.cm(2); K.sm(1); K.m(); K.nope; sorted([o, o]) and 1; max(o, o) and 1; sum([o]) and 1; o.__dict__; "
                "round(o); round(o, 1); list(reversed(o))[:3]; o.p(); K.p.fget(o); 'm' in dir(o); range(o); hex(o); 'abc'[o]; divmod(o, 2); o @ o; ~o; o >> 1; o & 1; 1 < o < 3; o or 1; not o; str(o)[:0]; iter(o) and 1; next(o); "
                "next(iter(o)); dict(o); {**o}; [*o][:2]; K.__name__; K.__bases__[0].__name__; K.__doc__; o.__doc__; getattr(o, 'zz', 4); hasattr(o, 'zz'); K() == K(); o.__eq__(o); o is o; pow(o, 2); o.__len__(); o.__class__ = int")
        lines = ["o = None"] + lines + ["K = %s" % other]
        lines += self.body("o = %s(%s)" % (self.pick([base, derived, other]), self.pick(["", "", "1", "'ab'", "[1, 2]", "(1, 2), 3"])))
        for use in self.random.sample(uses.split("; "), 8):
            lines += self.body(use) if " = " in use else ["show(lambda: %s)" % use]
        lines += self.body("with o as w: raise %s" % self.pick(["ValueError(1)", "KeyError('k')", "StopIteration"]), "print('after')")
        return lines + self.body("o += %s" % self.expression("X", 0), "o[%s] = 1" % self.expression("X", 0), "del o[0]")

    def generator(self):
        name = self.name("g")
        inner = ["yield %s" % self.expression("X", 0), "got = yield %s" % self.expression("X", 0), "print('got', got)", "yield from %s" % self.expression(self.pick("LTSRI"), 0),
                 "if got: return %s" % self.expression("X", 0), "for i in range(3): yield i", "raise %s" % self.pick(["ValueError('v')", "StopIteration(3)", "KeyError(1)"]), "r = yield from sub()\nprint('sub', r)", "return 7"]
        body = []
        for line in self.random.sample(inner, self.random.randint(2, 5)):
            body += line.split("\n")
        lines = ["def sub():", "    try:", "        x = yield 's1'", "        print('sub got', x)", "        yield 's2'", "    except %s as e:" % self.pick(["ValueError", "KeyError", "Exception"]),
                 "        print('sub caught', type(e).__name__)", "        yield 's3'", "    finally:", "        print('sub ends')", "    return 'r'"]
        lines += ["def %s():" % name, "    got = None", "    try:"] + ["        " + line for line in body] + ["        yield 'last'"]
        lines += self.pick([["    except ValueError as e:", "        print('caught', e)", "        yield 'c'"], [], ["    except GeneratorExit:", "        print('exit')", self.pick(["        raise", "        return 5", "        yield 1"])]])
        lines += ["    finally:", "        print('finally')"]
        lines += ["g = %s()" % name]
        for _ in range(self.random.randint(3, 7)):
            lines.append("show(lambda: %s)" % self.pick(["next(g)", "next(g)", "next(g, 'end')", "g.send(%s)" % self.expression("X", 0), "g.send(None)", "g.throw(ValueError('t'))", "g.throw(KeyError)", "g.throw(GeneratorExit)", "g.close()",
                                                        "list(g)", "g.gi_running", "[x for x in g][:3]", "sum(1 for _ in g)", "g.throw(StopIteration(2))"]))
        # As often as it may catch GeneratorExit: no generator outlives its chunk, as the two differ in when they drop it.
        return lines + ["for i in range(5):", "    try: g.close()", "    except BaseException as e: error(e)"]

    def exceptions(self):
        kinds = ["ValueError", "KeyError", "IndexError", "ZeroDivisionError", "LookupError", "Exception", "TypeError", "OSError", "ArithmeticError", "E1", "E2"]
        causes = ["1 / 0", "[][%s]" % self.expression("I", 0), "{}[%s]" % self.expression("X", 0), "int(%s)" % self.expression("S", 0), "raise %s" % self.pick(kinds), "raise %s(%s)" % (self.pick(kinds), self.expression("X", 0)),
                  "raise %s(%s) from %s" % (self.pick(kinds), self.expression("S", 0), self.pick(["None", "E1('cause')", "KeyError", "5"])), "None.x", "undefined", "x = y; y = 1", "pass", "return 1", "assert %s, %s" % (self.expression("Q", 1), self.expression("X", 0)),
                  "'a' + 1", "len(5)", "(1)()", "a, b = %s" % self.expression("L", 0), "a, *b, c = %s" % self.expression("T", 0), "raise 5", "raise E2", "for i in 5: pass", "import nothing_here", "from math import nope", "''.nope", "print(1, foo=2)", "del undefined", "[1].remove(5)", "next(iter([]))", "open('/nonexistent/x')",
                  "show.x = 1; show.y", "e = E2(1, 2); e.add_note('note'); print(e.__notes__); raise e", "raise OSError(2, 'no such', 'file')", "chr(-1)", "b'a'[5]", "struct.unpack('<i', b'1')", "json.loads('{\"a\": }')", "1 < 'a'", "raise E1 from E2('x')", "math.sqrt(-1)", "float('x')", "{[]: 1}", "'%d' % 'x'", "super().x"]
        name = self.name("f")
        lines = ["class E1(Exception): pass", "class E2(E1, %s):" % self.pick(["ValueError", "KeyError", "LookupError", "Exception"])]
        lines += self.pick([["    pass"], ["    def __str__(self): return 'E2!'"], ["    def __init__(self, *a):", "        super().__init__(*a)", "        self.n = len(a)"]])
        lines += ["def %s():" % name, "    for i in range(2):", "        try:", "            try:", "                print('in', i)", "                " + self.pick(causes),
                  "            except %s as e:" % self.pick(kinds + ["(%s, %s)" % (self.pick(kinds), self.pick(kinds))]), "                print('caught', type(e).__name__, e, e.args)", "                " + self.pick(causes + ["raise", "continue", "break"]),
                  "            else:", "                " + self.pick(["print('else')", "continue", "break", "return 'else'", self.pick(causes)]),
                  "            finally:", "                " + self.pick(["print('finally')", "print('f', i)", self.pick(causes), "print(1)"]), "        except %s as e:" % self.pick(kinds), "            error(e)", "            " + self.pick(["pass", "raise E1('again')", "raise", "continue"]),
                  "    else:", "        print('loop else')", "    return 'done'"]
        return lines + self.body("print(%s())" % name)

    def groups(self):
        kinds = ["ValueError", "KeyError", "TypeError", "OSError"]
        items = ", ".join("%s(%d)" % (self.pick(kinds), i) for i in range(self.random.randint(1, 3)))
        nested = "ExceptionGroup('g', [%s%s])" % (items, self.pick(["", ", ExceptionGroup('h', [KeyError(9), TypeError(8)])"]))
        return self.body("try: raise %s" % nested, "except* %s as e: print('one', repr(e), e.exceptions)" % self.pick(kinds), "except* (%s, %s) as e: print('two', repr(e))" % (self.pick(kinds), self.pick(kinds)), "else: print('else')", "finally: print('finally')") + [
            "show(lambda: [repr(x) for x in %s.split(%s)])" % (nested, self.pick(kinds)), "show(lambda: repr(%s.subgroup(lambda e: isinstance(e, %s))))" % (nested, self.pick(kinds))]

    def order(self):
        forms = ["step(1) + step(2) * step(3)", "step(1, []) or step(2) and step(3)", "step(1) if step(2) else step(3)", "[step(1), *step(2, [1]), step(3)]", "{step(1): step(2), step(3): step(4)}", "(lambda *a, **k: (a, k))(step(1), *step(2, [5]), k=step(3), **step(4, {'z': 1}))",
                 "step(1) < step(2) < step(3)", "step(3) < step(2) < step(1)", "step(1, [0, 1])[step(2, 0):step(3)]", "f'{step(1)}{step(2):>{step(3)}}'", "step(1, 'a').join(step(2, ['x', 'y']))", "not step(0) or step(1)", "[step(i) for i in range(3) if step(i + 10) % 2]", "{step(i): step(i + 5) for i in range(2)}",
                 "max(step(1), step(5), key=lambda x: step(-x))", "sorted([3, 1, 2], key=lambda x: step(x))", "any(step(i) for i in (0, 0, 2, 3))", "all(step(i) for i in (1, 0, 2))", "divmod(step(7), step(2))", "(step(1), step(2))[step(0)]"]
        lines = ["show(lambda: %s)" % self.pick(forms) for _ in range(2)]
        return lines + self.body("d = {}", self.pick(["d[step(1)] = step(2)", "d[step(1)] = d[step(2)] = step(3)", "step(1, d)[step(2)] = step(3)", "a, d[step(1)] = step(2), step(3)", "step(1, d)[step(2, 'k')] = step(3, [1]); d['k'] += step(4, [2])"]), "print(text(d))")

    def unpacking(self):
        forms = ["a, b = $L", "a, *b = $X", "*a, b = $S", "(a, b), c = $T", "[a, [b, *c]] = $L", "a, b, c = $R", "a = b = $X", "for a, b in $L: print(text(a), text(b))", "for a, *b in [$T, $L]: print(text(a), text(b))", "for i, (a, b) in enumerate($D.items()): print(i, text(a), text(b))",
                 "a, b = b, a = 1, 2", "(a, *b), *c = [$S, $L, $X]", "a, b = $D", "a, = $T", "*a, = $R", "a, b = $X"]
        lines = ["a = b = c = None"]
        for _ in range(3):
            lines += self.body(*self.filled(self.pick(forms)).split("\n")) + ["print(text(a), text(b), text(c))"]
        return lines

    def loops(self):
        name = self.name("n")
        return ["%s = 0" % name, "while %s < %d:" % (name, self.random.randint(2, 6)), "    %s += 1" % name, "    if %s == %d: %s" % (name, self.random.randint(1, 4), self.pick(["continue", "break", "pass"])), "    for j in %s:" % self.pick(["range(3)", "'ab'", "(1, 2)", "{'x': 1}"]),
                "        if %s: %s" % (self.pick(["j == 1", "j == 'a'", "%s %% 2" % name]), self.pick(["continue", "break", "pass"])), "        print(%s, j, end=' ')" % name, "    else: print('inner else')", "else: print('outer else')", "print(%s)" % name]

    def source_text(self):
        """Compiled at run time: global and local names, annotations, del, global, lambda defaults, and what is no program."""
        snippets = ["x = 1\ndef f():\n    global x\n    x += $I\n    return x\nprint(f(), x)", "def f():\n    print(q)\n    q = 1\nf()", "x: int = $J\nprint(x)", "print(eval('$J + 1'))", "exec('y = $I'); print(y)", "del zz", "print([i for i in range(3)], 'i' in globals())", "if 1:\nx", "def f(a, a): pass", "x = = 1", "print(1", "return 5",
                    "for i in range(3) print(i)", "'abc", "1 = x", "f(a=1, 2)", "def f(x=1, y): pass", "break", "lambda: (yield)", "import math as m; print(m.floor($F))", "class A: x = 1; y = [x for _ in range(2)]", "nonlocal x", "x = 5\ndel x\nprint(x)", "a = [1, 2, 3]; a[1:2] = $L; print(a)", "print(*$L, sep='-', end='!\\n')",
                    "assert $Q, 'msg'", "from math import *\nprint(floor($F))", "x = (y := $I) + 1; print(x, y)", "print(f'{5!r:>5}', f\"{'a' 'b'}\")", "i = 0\nwhile True:\n    i += 1\n    if i > 3: break\nelse: print('no')\nprint(i)", "try:\n    pass\nfinally:\n    print('f')", "print((lambda x, *y, z=$I: (x, y, z))($I, $I))", "x = 0x_f + 0b11 + 0o17 + 1_000; print(x)", "print('\\N{BULLET}', b'\\x41', r'\\n', 'a' \"b\")", "print(1 if $Q else 2, not $I, -$I ** 2)",
                    "@staticmethod\ndef f(): return 3\nprint(f())", "def f():\n    yield 1\n    return 2\nprint(list(f()))", "print(__name__)", "x = $L\nfor x[0] in (7, 8): pass\nprint(x)", "with open('nope') as f: pass", "def f(*, a): return a\nprint(f(a=$I))", "def f(a, /, b): return a, b\nprint(f(1, b=2)); f(a=1, b=2)", "x += 1", "print(f'{1:{\"5\"}}|')"]
        return ["try: exec(%r, {'__name__': 'm'})" % self.filled(self.pick(snippets)), "except BaseException as e: print(type(e).__name__, e)"]

    def streams(self):
        make = self.pick(["io.StringIO(%s)" % self.expression("S", 1), "io.BytesIO(%s)" % self.expression("B", 1)])
        kind = "S" if "String" in make else "B"
        lines = ["s = None"] + self.body("s = " + make)
        for _ in range(self.random.randint(3, 6)):
            seek = self.expression("N", 0) if kind == "B" else "0"  # StringIO does not go past its end yet
            lines.append("show(lambda: s.%s)" % self.pick(["read()", "read(%s)" % self.expression("I", 0), "readline()", "seek(%s)" % seek, "tell()", "write(%s)" % self.expression(kind, 0), "getvalue()", "truncate()", "truncate(%s)" % self.expression("I", 0),
                                                          "readlines()", "seek(0)", "writelines([%s])" % self.expression(kind, 0), "closed", "readable()", "seek(0, 2)", "seek(%s, 1)" % self.expression("I", 0), "read(None)"]))
        return lines

    def arrays(self):
        code = self.pick("bBhHiIqQfd")
        lines = ["r = array.array(%r)" % code] + self.body("r = array.array(%r, %s)" % (code, self.expression(self.pick("MMBLR"), 1)))
        for _ in range(4):
            lines.append("show(lambda: r.%s)" % self.pick(["append(%s)" % self.expression("J", 1), "pop()", "pop(%s)" % self.expression("I", 0), "tolist()", "count(1)", "index(%s)" % self.expression("I", 0), "insert(%s, 3)" % self.expression("I", 0), "reverse()",
                                                          "extend(%s)" % self.expression("M", 1), "itemsize", "typecode", "tobytes()", "remove(1)", "__getitem__(%s)" % self.expression("I", 0), "frombytes(%s)" % self.expression("B", 0), "byteswap()"]))
        return lines + ["print(r, r[1:], r[::-1], r * 2 == r + r, len(r))"] + self.body("r[%s] = %s" % (self.expression("I", 0), self.expression("X", 0)), "print(r)", "r[0:2] = array.array(%r, [1])" % code, "del r[-1]", "print(r)")

    def views(self):
        lines = ["b = bytearray(b'0123456789')", "v = memoryview(b)[%s:%s:%s]" % (self.pick(["", "1", "2"]), self.pick(["", "8", "-1"]), self.pick(["", "1", "2", "-1"]))]
        for _ in range(3):
            lines.append("show(lambda: %s)" % self.pick(["v.tolist()", "bytes(v)", "len(v)", "v[0]", "v[%s]" % self.expression("I", 0), "bytes(v[%s:])" % self.expression("I", 0), "v.nbytes, v.itemsize, v.format, v.readonly", "v == b", "v.cast('H').tolist()", "v.hex()", "b.append(1)", "v.__setitem__(1, %s)" % self.expression("N", 0),
                                                        "v.__setitem__(slice(0, 2), %s)" % self.expression("B", 0), "v.release()", "list(v)", "3 in v", "v.shape, v.strides, v.ndim", "v.contiguous"]))
        return lines + ["print(b)"]

    KINDS = ("shows", "shows", "shows", "assignments", "mutation", "mutation", "calls", "closure", "klass", "klass", "generator", "exceptions", "exceptions", "groups", "order", "unpacking", "loops",
             "source_text", "streams", "arrays", "views")

    def program(self):
        """A list of chunks, each a list of lines."""
        return [getattr(self, self.pick(self.KINDS))() for _ in range(self.random.randint(4, 8))]


def program(seed, number):
    return Generator(seed, number).program()


def batch(programs):
    """The text of one file that runs many: [(number, chunks)]."""
    lines = [PRELUDE, "import sys", "names = dict(globals())", "def run(n, k, source, g):", "    print('=====', n, k)", "    try: exec(compile(source, 'p', 'exec'), g)", "    except BaseException as e: print('!', type(e).__name__, e)"]
    for number, chunks in programs:
        lines.append("g = dict(names)")
        for at, chunk in enumerate(chunks):
            lines.append("run(%d, %d, %r, g)" % (number, at, "\n".join(chunk) + "\n"))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(batch([(int(sys.argv[2]), program(int(sys.argv[1]), int(sys.argv[2])))]))
