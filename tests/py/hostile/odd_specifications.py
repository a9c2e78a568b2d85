# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Formats, names of files and byte orders that are no str are told as such; instances of classes of str are taken.
# needs: big-int, eval, files, float, os, percent
import os


class Text(str):
    pass


for value in 3, 3.5, 'text', True, [], None:
    for spec in None, [], b'', 5:
        try:
            print(value.__format__(spec))
        except TypeError as e:
            print(e)
print((3).__format__(Text('05')), 'x'.__format__(Text('>3')), (2.5).__format__(Text('.3f')), [].__format__(Text('')))
for name in 'f', Text('f'), b'f':
    print(eval(compile(Text('1 + 1'), name, Text('eval'))))
for arguments in (('1', 5, 'eval'), ('1', 'f', 5), ('1', 'f', None), (5, 'f', 'eval')):
    try:
        compile(*arguments)
    except TypeError as e:
        print(e)
for act in (lambda p: open(p), os.stat, os.mkdir, os.remove, os.rmdir, os.listdir, lambda p: os.rename(p, 'x'), lambda p: os.rename('x', p)):
    try:
        act('a\0b')
    except ValueError as e:
        print(e)
    try:
        act(5.5)
    except TypeError:
        print('TypeError')
for order in Text('big'), Text('little'):
    print((5).to_bytes(2, order), int.from_bytes(b'ab', order))
print('%*d|%-*d|%.*f' % (5, 1, 5, 1, 2, 1.5))
for arguments in ('%*d', (2 ** 62, 1)), ('%*d', (-2 ** 62, 1)), ('%.*d', (2 ** 62, 1)), ('%.*f', (2 ** 62, 1.0)):
    try:
        print(arguments[0] % arguments[1])
    except (MemoryError, OverflowError):
        print('refused')
