-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: 2026 The Ouro authors
-- Mandelbrot: escape times on a grid, complex numbers written out.
local function escape(cr, ci, limit)
  local zr, zi = 0.0, 0.0
  local n = 0
  while n < limit do
    local rr, ii = zr * zr, zi * zi
    if rr + ii > 4.0 then break end
    zi = 2.0 * zr * zi + ci
    zr = rr - ii + cr
    n = n + 1
  end
  return n
end

local function main()
  local width, height, limit = 300, 200, 120
  local total, edge = 0, 0
  for y = 0, height - 1 do
    local ci = y * 12.0 / (height * 5.0) - 6.0 / 5.0
    local previous = 0
    for x = 0, width - 1 do
      local n = escape(x * 16.0 / (width * 5.0) - 11.0 / 5.0, ci, limit)
      total = total + n
      if n ~= previous then edge = edge + 1 end
      previous = n
    end
  end
  print("mandelbrot " .. total .. " " .. edge)
end

main()
main()
