# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Iteration over a list that grows, shrinks or is replaced meanwhile.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

a = [1, 2, 3]
out = []
for x in a:
    out.append(x)
    if len(a) < 8:
        a.append(x * 10)
print(out)
a = list(range(8))
out = []
for x in a:
    out.append(x)
    if x % 2 == 0:
        a.remove(x)
print(out, a)
a = [1, 2, 3, 4]
it = iter(a)
print(next(it), next(it))
a.clear()
print(list(it))
a.extend([5, 6, 7, 8, 9])
print(list(it))
a = [1, 2, 3]
for i, x in enumerate(a):
    a[i] = x * 2
print(a)
a = [1, 2, 3, 4]
r = reversed(a)
print(next(r))
del a[1:]
print(list(r))
a = [3, 2, 1]
for x in a:
    a = [x]
print(a)
a = [1, 2, 3]
print([a.pop() for _ in range(len(a))], a)
class Evil:
    def __eq__(self, o):
        lst.clear()
        return False
lst = [Evil(), Evil(), Evil()]
print(5 in lst, len(lst))
lst = [Evil(), Evil()]
err(lst.index, 5)
lst = [Evil(), Evil()]
err(lst.remove, 7)
lst = [Evil(), 1]
print(lst == [2, 1], lst)
