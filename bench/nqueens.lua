-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: 2026 The Ouro authors
-- N queens with bit masks, and once more with sets and a coroutine.
local function count(n, columns, left, right)
  local full = (1 << n) - 1
  if columns == full then return 1 end
  local total = 0
  local free = full & ~(columns | left | right)
  while free ~= 0 do
    local bit = free & -free
    free = free ~ bit
    total = total + count(n, columns | bit, (left | bit) << 1, (right | bit) >> 1)
  end
  return total
end

local function place(n, row, columns, up, down)
  return coroutine.wrap(function()
    if row == n then
      coroutine.yield({})
      return
    end
    for c = 0, n - 1 do
      if not columns[c] and not up[row + c] and not down[row - c] then
        columns[c], up[row + c], down[row - c] = true, true, true
        for rest in place(n, row + 1, columns, up, down) do
          rest[#rest + 1] = c
          coroutine.yield(rest)
        end
        columns[c], up[row + c], down[row - c] = nil, nil, nil
      end
    end
  end)
end

local first = place(20, 0, {}, {}, {})()
local sum = 0
for i, c in ipairs(first) do sum = sum + (i - 1) * c end
print("nqueens " .. count(10, 0, 0, 0) .. " " .. sum)
