# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: files, float, percent, text-methods
# Shows: open for text: write, read, append, iterate, seek, with, newline, errors.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

import io
name = '_tmp_text.txt'
with open(name, 'w') as f:
    print(f.write('line one\n'), f.write('zwei é\n'), f.writelines(['3\n', 'last']), f.closed)
print(f.closed)
err(f.write, 'x')
with open(name) as f:
    print(f.read())
with open(name) as f:
    print([l.rstrip() for l in f], f.read() == '')
f = open(name, 'r')
print(repr(f.readline()), repr(f.read(3)), f.readlines(), repr(f.readline()))
f.close()
f.close()
with open(name, 'a') as f:
    f.write(' appended\n')
print(open(name).read().split('\n'))
with open(name, encoding='utf-8') as f:
    print(f.readline(), end='')
    f.seek(0)
    print(f.readline(), end='')
err(open, '_no_such_file_here.txt')
try:
    open('_no_such_dir/x', 'w')
except OSError as e:
    print(type(e).__name__, e.errno, e.args[0])
err(open, name, 'q')
err(open, name, 'rw')
with open(name) as f:
    err(f.write, 'x')
with open(name, 'w') as f:
    err(f.read)
    err(f.write, b'x')
print(repr(open(name).read()))
with open(name, 'w') as f:
    for i in range(2000):
        f.write('%d\n' % i)
with open(name) as f:
    print(sum(int(l) for l in f))
with open(name, 'w') as f:
    print('printed', 1, [2], file=f)
print(open(name).read(), end='')
try:
    with open(name, 'w') as f:
        f.write('kept')
        1 / 0
except ZeroDivisionError:
    print(open(name).read(), f.closed)
