# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: gc-tuning
# Shows: thresholds are remembered in CPython's terms, and the program goes on with each.
import gc


def err(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


def churn(n):
    kept = []
    for i in range(n):
        kept.append([i, [i]])
        if len(kept) > 50:
            kept = []
    return len(kept)


saved = gc.get_threshold()
print(saved)
for n in (0, 5, 100, 100000, 700):
    gc.set_threshold(n)
    print(gc.get_threshold(), churn(3000))
gc.set_threshold(300, 10, 10)
print(gc.get_threshold())
gc.set_threshold(*saved)
print(gc.get_threshold() == saved)
err(gc.set_threshold)
err(gc.set_threshold, 1, 2, 3, 4)
err(gc.set_threshold, 'a')
