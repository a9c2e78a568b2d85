# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""FFT: radix-2 in place on real and imaginary lists, forward and back, then a power sum."""
import math


def fft(re, im, inverse):
    n = len(re)
    j = 0
    for i in range(1, n):
        bit = n >> 1
        while j & bit:
            j ^= bit
            bit >>= 1
        j |= bit
        if i < j:
            re[i], re[j] = re[j], re[i]
            im[i], im[j] = im[j], im[i]
    size = 2
    while size <= n:
        half = size // 2
        angle = (2.0 if inverse else -2.0) * math.pi / size
        step_re = math.cos(angle)
        step_im = math.sin(angle)
        for start in range(0, n, size):
            w_re = 1.0
            w_im = 0.0
            for k in range(start, start + half):
                m = k + half
                t_re = w_re * re[m] - w_im * im[m]
                t_im = w_re * im[m] + w_im * re[m]
                u_re = re[k]
                u_im = im[k]
                re[k] = u_re + t_re
                im[k] = u_im + t_im
                re[m] = u_re - t_re
                im[m] = u_im - t_im
                w_re, w_im = w_re * step_re - w_im * step_im, w_re * step_im + w_im * step_re
        size *= 2
    if inverse:
        for i in range(n):
            re[i] /= n
            im[i] /= n


def main():
    n = 4096
    re = [math.sin(i * 0.1) + (i % 17) * 0.25 for i in range(n)]
    im = [0.0] * n
    power = 0.0
    for _ in range(15):
        fft(re, im, False)
        for i in range(n):
            power += re[i] * re[i] + im[i] * im[i]
        fft(re, im, True)
    print("fft %.3f %.6f" % (power / n, re[100]))


main()
