-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: 2026 The Ouro authors
-- FFT: radix-2 in place on real and imaginary tables, forward and back, then a power sum.
local cos, sin, pi = math.cos, math.sin, math.pi

local function fft(re, im, n, inverse)
  local j = 0
  for i = 1, n - 1 do
    local bit = n >> 1
    while j & bit ~= 0 do
      j = j ~ bit
      bit = bit >> 1
    end
    j = j | bit
    if i < j then
      re[i], re[j] = re[j], re[i]
      im[i], im[j] = im[j], im[i]
    end
  end
  local size = 2
  while size <= n do
    local half = size // 2
    local angle = (inverse and 2.0 or -2.0) * pi / size
    local step_re, step_im = cos(angle), sin(angle)
    for start = 0, n - 1, size do
      local w_re, w_im = 1.0, 0.0
      for k = start, start + half - 1 do
        local m = k + half
        local t_re = w_re * re[m] - w_im * im[m]
        local t_im = w_re * im[m] + w_im * re[m]
        local u_re, u_im = re[k], im[k]
        re[k] = u_re + t_re
        im[k] = u_im + t_im
        re[m] = u_re - t_re
        im[m] = u_im - t_im
        w_re, w_im = w_re * step_re - w_im * step_im, w_re * step_im + w_im * step_re
      end
    end
    size = size * 2
  end
  if inverse then
    for i = 0, n - 1 do
      re[i] = re[i] / n
      im[i] = im[i] / n
    end
  end
end

local n = 4096
local re, im = {}, {}
for i = 0, n - 1 do
  re[i] = sin(i * 0.1) + (i % 17) * 0.25
  im[i] = 0.0
end
local power = 0.0
for _ = 1, 15 do
  fft(re, im, n, false)
  for i = 0, n - 1 do power = power + (re[i] * re[i] + im[i] * im[i]) end
  fft(re, im, n, true)
end
print(string.format("fft %.3f %.6f", power / n, re[100]))
