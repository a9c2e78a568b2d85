# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: json
# Shows: Malformed JSON gives JSONDecodeError, a ValueError, with position.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

import json
for s in ('', ' ', '{', '[', '[1', '[1,', '[1,]', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{a:1}', "{'a':1}", '{1:2}', 'nul', 'tru', 'True', '"abc', '"\\x"', '"\\u12"', '"\\u12g4"', '01', '+1', '.5', '1.', '1e', '-', '--1', '1 2', '[1 2]', '{"a" 1}', '{"a":1 "b":2}', ']', '}', '[}', '"a\nb"', '[1,,2]', 'abc', '1,', 'é', '[1]x', '{,}', '"a" "b"'):
    try:
        print(repr(s), json.loads(s))
    except ValueError as e:
        print(repr(s), type(e).__name__, e)
for v in (5, None, [], ['a']):
    err(json.loads, v)
print(issubclass(json.JSONDecodeError, ValueError) if hasattr(json, 'JSONDecodeError') else True)
try:
    json.loads('[' * 100000)
except (ValueError, RecursionError) as e:
    print(type(e).__name__ in ('RecursionError', 'JSONDecodeError'))
try:
    json.loads('{"a":' * 100000)
except (ValueError, RecursionError) as e:
    print(type(e).__name__ in ('RecursionError', 'JSONDecodeError'))
