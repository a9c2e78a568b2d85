# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float, json-options, set
# Shows: json.dumps of every type, escapes, indent, sort_keys, separators, errors.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

import json
for v in (None, True, False, 0, -5, 10**20, 1.5, -0.5, 1e16 if False else 2.0, '', 'a"b\\c/d', '\n\r\t\b\f\x00\x1f\x7f', 'é漢🐍', [], [1, [2, []]], {}, {'a': {'b': [1, None]}}, (1, 2), {1: 'int', None: 'n', True: 't', 1.5: 'f'}, [True, None], 'x' * 3, {'k': ()}):
    print(json.dumps(v))
d = {'b': [1, 2, {'c': []}], 'a': {}, 'z': 'é'}
print(json.dumps(d, indent=2))
print(json.dumps(d, sort_keys=True), json.dumps(d, separators=(',', ':')), json.dumps([1, {'a': 1}], indent=0), json.dumps([], indent=2), json.dumps('é', ensure_ascii=False), json.dumps([1, [2]], indent='--'), json.dumps({'a': 1}, separators=(', ', '=')))
print(json.dumps([float('inf'), float('-inf'), float('nan')]))
for v in ({1}, b'a', object, len, {(1, 2): 3}, [1, {2}], range(3), ...):
    try:
        print(json.dumps(v))
    except TypeError as e:
        print(type(e).__name__, e)
a = []
a.append(a)
try:
    json.dumps(a)
except (ValueError, RecursionError) as e:
    print(type(e).__name__, e)
print(json.dumps({'o': {1, 2}}, default=sorted), json.dumps([object], default=lambda o: o.__name__), json.dumps({(1,): 2, 'a': 1}, skipkeys=True))
class I(int): pass
class S(str): pass
class L(list): pass
print(json.dumps([I(5), S('s'), L([1])]), json.dumps({S('k'): I(1)}))
err(json.dumps, float('nan'), allow_nan=False)
