# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, bytearray, float, io-memory, json-options
# Shows: json.loads of every form, white space, unicode escapes, numbers.
import json
for s in ('null', 'true', 'false', '0', '-0', '5', '-12', '123456789012345678901234567890', '1.5', '-0.5', '1e2', '1E+2', '25e-2', '""', '"a"', '"\\"\\\\\\/\\b\\f\\n\\r\\t"', '"\\u00e9\\u6f22"', '"\\ud83d\\udc0d"', '"é漢🐍"', '[]', ' [ ] ', '[1,2,[3]]', '{}', '{"a":1,"b":[{"c":null}]}', ' {"a" : 1 , "b" : 2 } ', '\n\t[1\r\n,2]\n', '{"a":1,"a":2}', '[[[[]]]]', '"\\u0041b"', 'NaN', 'Infinity', '-Infinity', '{"":0}'):
    print(repr(json.loads(s)))
print(json.loads(b'[1, "a"]'), json.loads(bytearray(b'{"k": "v"}')), json.loads('"\\u00E9"') == 'é', type(json.loads('1')).__name__, type(json.loads('1.0')).__name__)
import io
print(json.load(io.StringIO('{"from": ["file", 1]}')))
out = io.StringIO()
json.dump({'to': [1, None, 'é']}, out)
print(out.getvalue())
data = {'s': 'text é', 'n': [1, -2, 3.5, 10**18], 'd': {'t': True, 'f': False, 'n': None}, 'e': [[], {}, '']}
for k in ({}, {'indent': 1}, {'separators': (',', ':')}, {'sort_keys': True}, {'ensure_ascii': False}):
    assert json.loads(json.dumps(data, **k)) == data
print('round trips', list(json.loads('{"z":1,"a":2,"m":3}')))
deep = '[' * 50 + ']' * 50
print(json.dumps(json.loads(deep)) == deep)
print(json.loads('[1.5, 2]', parse_float=str) if True else 0, json.loads('{"a": 1}', object_hook=lambda d: sorted(d)))
