# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Fannkuch: the most flips of a prefix over all permutations.
def fannkuch(n)
  perm = (0...n).to_a
  count = [0] * n
  max_flips = 0
  checksum = 0
  sign = 1
  while true
    first = perm[0]
    if first != 0
      p = perm.dup
      flips = 1
      while true
        other = p[first]
        break if other == 0
        p[first] = first
        if first > 2
          lo = 1
          hi = first - 1
          while lo < hi
            t = p[lo]
            p[lo] = p[hi]
            p[hi] = t
            lo += 1
            hi -= 1
          end
        end
        first = other
        flips += 1
      end
      max_flips = flips if flips > max_flips
      checksum += sign * flips
    end
    if sign == 1
      t = perm[0]
      perm[0] = perm[1]
      perm[1] = t
      sign = -1
    else
      t = perm[1]
      perm[1] = perm[2]
      perm[2] = t
      sign = 1
      i = 2
      while true
        if count[i] < i
          count[i] += 1
          break
        end
        return [checksum, max_flips] if i == n - 1
        count[i] = 0
        i += 1
        head = perm[0]
        j = 0
        while j < i
          perm[j] = perm[j + 1]
          j += 1
        end
        perm[i] = head
      end
    end
  end
end

r = fannkuch(9)
puts "fannkuch #{r[0]} #{r[1]}"
