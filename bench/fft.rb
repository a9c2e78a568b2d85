# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# FFT: radix-2 in place on real and imaginary arrays, forward and back, then a power sum.
def fft(re, im, inverse)
  n = re.size
  j = 0
  i = 1
  while i < n
    bit = n >> 1
    while j & bit != 0
      j ^= bit
      bit >>= 1
    end
    j |= bit
    if i < j
      t = re[i]
      re[i] = re[j]
      re[j] = t
      t = im[i]
      im[i] = im[j]
      im[j] = t
    end
    i += 1
  end
  size = 2
  while size <= n
    half = size >> 1
    angle = (inverse ? 2.0 : -2.0) * Math::PI / size
    step_re = Math.cos(angle)
    step_im = Math.sin(angle)
    start = 0
    while start < n
      w_re = 1.0
      w_im = 0.0
      k = start
      stop = start + half
      while k < stop
        m = k + half
        t_re = w_re * re[m] - w_im * im[m]
        t_im = w_re * im[m] + w_im * re[m]
        u_re = re[k]
        u_im = im[k]
        re[k] = u_re + t_re
        im[k] = u_im + t_im
        re[m] = u_re - t_re
        im[m] = u_im - t_im
        x = w_re * step_re - w_im * step_im
        w_im = w_re * step_im + w_im * step_re
        w_re = x
        k += 1
      end
      start += size
    end
    size *= 2
  end
  if inverse
    i = 0
    while i < n
      re[i] /= n
      im[i] /= n
      i += 1
    end
  end
end

n = 4096
re = []
im = []
n.times do |i|
  re << Math.sin(i * 0.1) + (i % 17) * 0.25
  im << 0.0
end
power = 0.0
15.times do
  fft(re, im, false)
  i = 0
  while i < n
    power += re[i] * re[i] + im[i] * im[i]
    i += 1
  end
  fft(re, im, true)
end
puts sprintf("fft %.3f %.6f", power / n, re[100])
