# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float, percent, set
# Shows: Infinity and NaN in arithmetic, comparison and containers.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

inf = float("inf")
nan = float("nan")
print(inf + 1, inf - inf, inf * 0, inf * -1, 1 / inf, -1 / inf, inf / inf, inf // 1, 5 % inf, -5 % inf)
print(nan == nan, nan != nan, nan < 1, nan > 1, nan <= nan, inf == inf, inf > 10**50, -inf < -(10**50))
print([nan] == [nan], nan in [nan], [nan].index(nan), (nan,) == (nan,))
print(min(inf, 1), max(-inf, 1), sorted([inf, 1, -inf, 0.5]))
print(inf ** 0, nan ** 0, 1 ** nan, 1.0 ** inf, 2.0 ** inf, 2.0 ** -inf, inf ** -1)
print(bool(nan), bool(inf), not 0.0, bool(-0.0))
err(int, nan)
err(int, inf)
err(round, nan)
err(round, inf)
print(round(inf, 2), round(nan, 2), abs(-inf))
d = {nan: 1}
print(d[nan], len({nan, nan}), inf in {inf})
print("%f %e %g" % (inf, -inf, nan), f"{inf:.2f} {nan:8}|{-inf:<8}|{inf:+}")
