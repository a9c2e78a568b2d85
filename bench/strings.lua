-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: 2026 The Ouro authors
-- String building: joining, formatting, slicing, replacing, finding, by the small piece.
local byte, char, format, rep, sub = string.byte, string.char, string.format, string.rep, string.sub

local function caesar(text, shift)
  local out = {}
  for i = 1, #text do
    local c = sub(text, i, i)
    if c >= "a" and c <= "z" then c = char((byte(c) - 97 + shift) % 26 + 97) end
    out[#out + 1] = c
  end
  return table.concat(out)
end

local function centre(text, width)
  local pad = width - #text
  if pad <= 0 then return text end
  local left = pad // 2
  return rep(" ", left) .. text .. rep(" ", pad - left)
end

local function report(n)
  local lines = {}
  for i = 0, n - 1 do
    lines[#lines + 1] = format("%05d: %-10s|%6.2f|%x", i, "item" .. i, i / 7.0, i * 2654435761 & 0xFFFFFFFF)
    lines[#lines + 1] = format("%8d~%s~%-6s", i, centre(tostring(i * i % 1000), 9), string.reverse(tostring(i)))
    lines[#lines + 1] = format("<%04x> %5s %+d", i, i % 7 == 0 and "True" or "False", i * 3)
  end
  return table.concat(lines, "\n")
end

local function palindromes(text)
  local found = 0
  for i = 1, #text - 5 do
    local piece = sub(text, i, i + 4)
    if piece == string.reverse(piece) then found = found + 1 end
  end
  return found
end

local function checksum(text)
  local h = 0
  for i = 1, #text do h = (h * 31 + byte(text, i)) % 1000000007 end
  return h
end

local total = 0
for k = 0, 3 do
  local text = report(4000)
  text = text:gsub("item", "thing-" .. k):gsub("~", " ~ ")
  text = caesar(text:lower(), k + 1)
  total = (total + checksum(text) + palindromes(text)) % 1000000007
  local at = text:find("z", 1, true)
  while at do
    total = total + 1
    at = text:find("z", at + 1, true)
  end
  local words = {}
  for word in text:gmatch("%S+") do words[#words + 1] = word end
  table.sort(words, function(a, b) return a > b end)
  total = total + #table.concat(words, " "):upper()
end
local s = ""
for i = 0, 19999 do s = s .. char(97 + i % 26) end
local _, count = s:gsub("xyz", "")
print("strings " .. total .. " " .. #s .. " " .. count)
