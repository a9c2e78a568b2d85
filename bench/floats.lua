-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: 2026 The Ouro authors
-- Float objects: vectors as tables with a metatable, normalised and reduced.
local Vector = {}
Vector.__index = Vector

local function new(x, y, z) return setmetatable({x = x, y = y, z = z}, Vector) end

function Vector.__add(a, b) return new(a.x + b.x, a.y + b.y, a.z + b.z) end
function Vector:scaled(k) return new(self.x * k, self.y * k, self.z * k) end
function Vector:length() return math.sqrt(self.x * self.x + self.y * self.y + self.z * self.z) end
function Vector:normalise()
  local k = self:length()
  self.x = self.x / k
  self.y = self.y / k
  self.z = self.z / k
end
function Vector:maximise(o)
  if o.x > self.x then self.x = o.x end
  if o.y > self.y then self.y = o.y end
  if o.z > self.z then self.z = o.z end
  return self
end

local function make(n)
  local vectors = {}
  for i = 0, n - 1 do
    local a = i * 0.37
    vectors[#vectors + 1] = new(math.sin(a), math.cos(a) * 3.0, math.sin(a) ^ 2 / 2.0)
  end
  return vectors
end

local total, top = new(0.0, 0.0, 0.0), new(-9.0, -9.0, -9.0)
for _ = 1, 6 do
  local vectors = make(40000)
  for _, v in ipairs(vectors) do v:normalise() end
  for _, v in ipairs(vectors) do
    top = top:maximise(v)
    total = total + v:scaled(0.5)
  end
end
print(string.format("floats %.6f %.3f %.3f", top.x + top.y + top.z, total:length(), total.z))
