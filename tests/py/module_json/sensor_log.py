# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, json-options, percent
# Shows: A longer program: a log of sensor records serialised, parsed, queried and updated.
import json
class Log:
    def __init__(self):
        self.rows = []
    def add(self, sensor, value, **extra):
        self.rows.append({'id': len(self.rows), 'sensor': sensor, 'value': value, **({'extra': extra} if extra else {})})
        return self
    def dump(self): return '\n'.join(json.dumps(r, sort_keys=True) for r in self.rows)
    @classmethod
    def parse(cls, text):
        log = cls()
        errors = []
        for n, line in enumerate(text.split('\n'), 1):
            if not line.strip():
                continue
            try:
                r = json.loads(line)
                log.add(r['sensor'], r['value'], **r.get('extra', {}))
            except ValueError as e:
                errors.append((n, type(e).__name__))
            except KeyError as e:
                errors.append((n, 'missing %s' % e))
        return log, errors
    def stats(self):
        by = {}
        for r in self.rows:
            by.setdefault(r['sensor'], []).append(r['value'])
        return {k: {'n': len(v), 'min': min(v), 'max': max(v), 'avg': sum(v) / len(v)} for k, v in by.items()}
log = Log()
for i in range(12):
    log.add(('temp', 'hum', 'é-light')[i % 3], (i * 37 % 16) / 4, **({'note': 'odd "one"', 'tags': [i, None, True]} if i % 5 == 0 else {}))
text = log.dump()
print(text)
again, errs = Log.parse(text)
print(errs, again.dump() == text)
broken = text.replace('"sensor": "hum"', '"sensr": "hum"', 1).replace('{', '[', 1) + '\nnot json\n\n{"sensor": "x", "value": 1}'
b, errs = Log.parse(broken)
print(errs, len(b.rows))
print(json.dumps(log.stats(), indent=1, sort_keys=True))
def merge(a, b):
    for k, v in b.items():
        if v is None:
            a.pop(k, None)
        elif isinstance(v, dict) and isinstance(a.get(k), dict):
            merge(a[k], v)
        else:
            a[k] = v
    return a
conf = json.loads('{"wifi": {"ssid": "home", "tries": 3}, "led": true}')
print(json.dumps(merge(conf, json.loads('{"wifi": {"tries": null, "psk": "\\u00e9"}, "led": [1, 2]}'))))
