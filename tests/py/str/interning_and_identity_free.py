# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent
# Shows: Equal strings built in different ways behave alike as keys and names.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

parts = ['na', 'me']
k = ''.join(parts)
class O:
    name = 'class attr'
o = O()
print(getattr(o, k), getattr(O, 'n' + 'ame'))
setattr(o, k + '2', 5)
print(o.name2, hasattr(o, 'name' + str(2)), o.__dict__)
d = {'name': 1}
d[k] += 1
d['%s' % 'name'] += 1
d[b'name'.decode()] += 1
d['xnamex'[1:5]] += 1
d[f'{k}'] += 1
print(d, len(d))
def f(name=0, **kw):
    return name, kw
print(f(**{k: 3}), f(**{'é' + 'x': 1}))
err(lambda: f(**{1: 2}))
big = 'z' * 5000
d[big] = 'long key'
print(d['z' * 2500 + 'z' * 2500], big in d, big[1:] in d)
setattr(o, 'not an identifier!', 1)
print(getattr(o, 'not an identifier!'), [a for a in dir(o) if not a.startswith('__')])
