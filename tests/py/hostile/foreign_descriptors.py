# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: io-memory
# Shows: A property or class method of a C type that a program takes to another class, or calls with anything, is refused.
import io


class A:
    args = BaseException.args
    closed = io.BytesIO.closed
    real = int.real


for name in 'args', 'closed', 'real':
    for act in lambda: getattr(A(), name), lambda: setattr(A(), name, 5):
        try:
            print(act())
        except (TypeError, AttributeError):
            print('refused')


class E(ValueError):
    mine = BaseException.args


class I(int):
    same = int.real


print(E(1, 2).mine, I(5).same, BaseException.args.__get__(KeyError(5)), int.real.__get__(True), int.real.__get__(None, int) is int.real)
for act in (lambda: int.real.__get__('a'), lambda: int.real.__get__(None, None), lambda: int.__dict__['from_bytes'].__get__(None, 5),
            lambda: int.__dict__['from_bytes'].__get__(5, 5), lambda: dict.__dict__['fromkeys'](5, [1]), lambda: dict.__dict__['fromkeys'](list, [1]),
            lambda: dict.__dict__['fromkeys'](), lambda: int.__dict__['from_bytes'].__get__(None, int)(), lambda: (lambda: 0).__get__(None, None)):
    try:
        print(act())
    except TypeError:
        print('TypeError')
print(dict.__dict__['fromkeys'](dict, [1]), int.__dict__['from_bytes'].__get__(5)(b'\1', 'big'))
