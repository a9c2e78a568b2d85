# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Float objects: vectors as instances, with operators, normalised and reduced.
class Vector
  attr_accessor :x, :y, :z
  def initialize(x, y, z)
    @x = x
    @y = y
    @z = z
  end

  def +(o)
    Vector.new(@x + o.x, @y + o.y, @z + o.z)
  end

  def scaled(k)
    Vector.new(@x * k, @y * k, @z * k)
  end

  def length
    Math.sqrt(@x * @x + @y * @y + @z * @z)
  end

  def normalise
    k = length
    @x /= k
    @y /= k
    @z /= k
  end

  def maximise(o)
    @x = o.x if o.x > @x
    @y = o.y if o.y > @y
    @z = o.z if o.z > @z
    self
  end
end

def make(n)
  vectors = []
  n.times do |i|
    a = i * 0.37
    vectors << Vector.new(Math.sin(a), Math.cos(a) * 3.0, Math.sin(a)**2 / 2.0)
  end
  vectors
end

total = Vector.new(0.0, 0.0, 0.0)
top = Vector.new(-9.0, -9.0, -9.0)
6.times do
  vectors = make(40000)
  vectors.each { |v| v.normalise }
  vectors.each do |v|
    top = top.maximise(v)
    total = total + v.scaled(0.5)
  end
end
puts sprintf("floats %.6f %.3f %.3f", top.x + top.y + top.z, total.length, total.z)
