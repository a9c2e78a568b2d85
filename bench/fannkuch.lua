-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: 2026 The Ouro authors
-- Fannkuch: the most flips of a prefix over all permutations.
local function fannkuch(n)
  local perm, count = {}, {}
  for i = 0, n - 1 do perm[i] = i; count[i] = 0 end
  local max_flips, checksum, sign = 0, 0, 1
  while true do
    local first = perm[0]
    if first ~= 0 then
      local p = {}
      for i = 0, n - 1 do p[i] = perm[i] end
      local flips = 1
      while true do
        local other = p[first]
        if other == 0 then break end
        p[first] = first
        if first > 2 then
          local lo, hi = 1, first - 1
          while lo < hi do
            p[lo], p[hi] = p[hi], p[lo]
            lo = lo + 1
            hi = hi - 1
          end
        end
        first = other
        flips = flips + 1
      end
      if flips > max_flips then max_flips = flips end
      checksum = checksum + sign * flips
    end
    if sign == 1 then
      perm[0], perm[1] = perm[1], perm[0]
      sign = -1
    else
      perm[1], perm[2] = perm[2], perm[1]
      sign = 1
      local i = 2
      while true do
        if count[i] < i then
          count[i] = count[i] + 1
          break
        end
        if i == n - 1 then return checksum, max_flips end
        count[i] = 0
        i = i + 1
        local head = perm[0]
        for j = 0, i - 1 do perm[j] = perm[j + 1] end
        perm[i] = head
      end
    end
  end
end

print(string.format("fannkuch %d %d", fannkuch(9)))
