# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# String building: joining, formatting, slicing, replacing, finding, by the small piece.
def caesar(text, shift)
  out = []
  text.each_char do |c|
    c = ((c.ord - 97 + shift) % 26 + 97).chr if c >= "a" && c <= "z"
    out << c
  end
  out.join
end

def centre(text, width)
  pad = width - text.length
  return text if pad <= 0
  left = pad / 2
  " " * left + text + " " * (pad - left)
end

def report(n)
  lines = []
  n.times do |i|
    lines << sprintf("%05d: %-10s|%6.2f|%x", i, "item" + i.to_s, i / 7.0, i * 2654435761 & 0xFFFFFFFF)
    lines << sprintf("%8d~%s~%-6s", i, centre((i * i % 1000).to_s, 9), i.to_s.reverse)
    lines << sprintf("<%04x> %5s %+d", i, i % 7 == 0 ? "True" : "False", i * 3)
  end
  lines.join("\n")
end

def palindromes(text)
  found = 0
  (text.length - 5).times do |i|
    piece = text[i, 5]
    found += 1 if piece == piece.reverse
  end
  found
end

def checksum(text)
  h = 0
  text.each_byte { |c| h = (h * 31 + c) % 1000000007 }
  h
end

total = 0
4.times do |k|
  text = report(4000)
  text = text.gsub("item", "thing-" + k.to_s).gsub("~", " ~ ")
  text = caesar(text.downcase, k + 1)
  total = (total + checksum(text) + palindromes(text)) % 1000000007
  at = text.index("z")
  while at
    total += 1
    at = text.index("z", at + 1)
  end
  words = []
  text.split("\n").each { |line| line.split(" ").each { |w| words << w unless w.empty? } }
  total += words.sort.reverse.join(" ").upcase.length
end
s = ""
20000.times { |i| s << (97 + i % 26).chr }
count = 0
at = s.index("xyz")
while at
  count += 1
  at = s.index("xyz", at + 3)
end
puts "strings #{total} #{s.length} #{count}"
