# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, calendar, percent
# Shows: gmtime of fixed times, struct_time fields, tuple behaviour.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

import time
for s in (0, 86399, 86400, 951782400, 1709164800, 1000000000, 2**31 - 1, 4102444800):
    t = time.gmtime(s)
    print(s, tuple(t), t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec, t.tm_wday, t.tm_yday)
t = time.gmtime(1234567890)
print(t[0], t[-1], t[:3], len(t), t == tuple(t), t[1] + t[2], list(t)[3:6])
l = time.localtime(86400 * 200)
print(abs(time.mktime(l) - 86400 * 200) < 1, l[0])
err(time.gmtime, 'a')
print('%04d-%02d-%02dT%02d:%02d:%02dZ' % time.gmtime(1750000000)[:6])
