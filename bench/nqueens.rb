# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# N queens with bit masks, and once more with hashes and blocks.
def count(n, columns, left, right)
  full = (1 << n) - 1
  return 1 if columns == full
  total = 0
  free = full & ~(columns | left | right)
  while free != 0
    bit = free & -free
    free ^= bit
    total += count(n, columns | bit, (left | bit) << 1, (right | bit) >> 1)
  end
  total
end

class Found < StandardError
end

def place(n, row, columns, up, down, &block)
  if row == n
    block.call([])
    return
  end
  n.times do |c|
    next if columns[c] || up[row + c] || down[row - c]
    columns[c] = up[row + c] = down[row - c] = true
    place(n, row + 1, columns, up, down) do |rest|
      rest << c
      block.call(rest)
    end
    columns.delete(c)
    up.delete(row + c)
    down.delete(row - c)
  end
end

first = nil
begin
  place(20, 0, {}, {}, {}) do |rest|
    first = rest
    raise Found
  end
rescue Found
end
sum = 0
first.each_with_index { |c, i| sum += i * c }
puts "nqueens #{count(10, 0, 0, 0)} #{sum}"
