# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Mandelbrot: escape times on a grid, complex numbers written out.
def escape(cr, ci, limit)
  zr = 0.0
  zi = 0.0
  n = 0
  while n < limit
    rr = zr * zr
    ii = zi * zi
    break if rr + ii > 4.0
    zi = 2.0 * zr * zi + ci
    zr = rr - ii + cr
    n += 1
  end
  n
end

def main
  width = 300
  height = 200
  limit = 120
  total = 0
  edge = 0
  y = 0
  while y < height
    ci = y * 12.0 / (height * 5.0) - 6.0 / 5.0
    previous = 0
    x = 0
    while x < width
      n = escape(x * 16.0 / (width * 5.0) - 11.0 / 5.0, ci, limit)
      total += n
      edge += 1 if n != previous
      previous = n
      x += 1
    end
    y += 1
  end
  puts "mandelbrot #{total} #{edge}"
end

main
main
