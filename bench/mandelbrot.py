# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Mandelbrot: escape times on a grid, complex numbers written out."""


def escape(cr, ci, limit):
    zr = zi = 0.0
    n = 0
    while n < limit:
        rr = zr * zr
        ii = zi * zi
        if rr + ii > 4.0:
            break
        zi = 2.0 * zr * zi + ci
        zr = rr - ii + cr
        n += 1
    return n


def main():
    width, height, limit = 300, 200, 120
    total = 0
    edge = 0
    for y in range(height):
        ci = y * 12.0 / (height * 5.0) - 6.0 / 5.0
        previous = 0
        for x in range(width):
            n = escape(x * 16.0 / (width * 5.0) - 11.0 / 5.0, ci, limit)
            total += n
            if n != previous:
                edge += 1
            previous = n
    print("mandelbrot", total, edge)


main()
main()
