# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
counter = 0
values = []
def get(): return counter
def inc():
    global counter
    counter += 1
    return counter
def show(): return values
def call_added(): return added()
def helper(): return 'original helper'
def use_helper(): return helper()
class Counter:
    total = 0
    def __init__(self): self.n = 0
    def tick(self):
        self.n += 1
        Counter.total += 1
    def __repr__(self): return f'{type(self).__name__}({self.n})'
def gen():
    for v in values: yield v
def gen_values(): return [v for v in values]
