# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Ray tracer: spheres over a floor, one light, shadows and reflection; a histogram of the pixels."""
import math


class Vec:
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, o):
        return Vec(self.x + o.x, self.y + o.y, self.z + o.z)

    def __sub__(self, o):
        return Vec(self.x - o.x, self.y - o.y, self.z - o.z)

    def __mul__(self, k):
        return Vec(self.x * k, self.y * k, self.z * k)

    def dot(self, o):
        return self.x * o.x + self.y * o.y + self.z * o.z

    def unit(self):
        return self * (1.0 / math.sqrt(self.dot(self)))


class Ray:
    def __init__(self, origin, direction):
        self.origin = origin
        self.direction = direction

    def at(self, t):
        return self.origin + self.direction * t


class Sphere:
    def __init__(self, centre, radius, shade, mirror):
        self.centre = centre
        self.radius = radius
        self.shade = shade
        self.mirror = mirror

    def hit(self, ray):
        to = self.centre - ray.origin
        along = to.dot(ray.direction)
        disc = self.radius * self.radius - to.dot(to) + along * along
        if disc < 0.0:
            return None
        t = along - math.sqrt(disc)
        return t if t > 1e-6 else None

    def normal(self, p):
        return (p - self.centre) * (1.0 / self.radius)

    def shade_at(self, p):
        return self.shade


class Floor:
    mirror = 0.1

    def hit(self, ray):
        if ray.direction.y > -1e-6:
            return None
        t = -ray.origin.y / ray.direction.y
        return t if t > 1e-6 else None

    def normal(self, p):
        return Vec(0.0, 1.0, 0.0)

    def shade_at(self, p):
        return 0.9 if (math.floor(p.x) + math.floor(p.z)) % 2 == 0 else 0.3


class Scene:
    def __init__(self, things, light):
        self.things = things
        self.light = light

    def nearest(self, ray):
        best = None
        best_t = 1e30
        for thing in self.things:
            t = thing.hit(ray)
            if t is not None and t < best_t:
                best, best_t = thing, t
        return best, best_t

    def shade(self, ray, depth):
        thing, t = self.nearest(ray)
        if thing is None:
            return 0.2 + 0.3 * max(0.0, ray.direction.y)
        p = ray.at(t)
        normal = thing.normal(p)
        to_light = (self.light - p).unit()
        value = 0.1
        brightness = normal.dot(to_light)
        if brightness > 0.0:
            blocker, _ = self.nearest(Ray(p + normal * 1e-4, to_light))
            if blocker is None:
                value += brightness * thing.shade_at(p)
        if depth > 0 and thing.mirror > 0.0:
            d = ray.direction
            bounce = (d - normal * (2.0 * d.dot(normal))).unit()
            value += thing.mirror * self.shade(Ray(p + normal * 1e-4, bounce), depth - 1)
        return value


def main():
    things = [Floor()]
    for i in range(5):
        a = i * 1.3
        things.append(Sphere(Vec(math.cos(a) * 2.0, 0.7 + 0.2 * i, 6.0 + math.sin(a) * 2.0), 0.7, 0.8, 0.3))
    scene = Scene(things, Vec(-5.0, 8.0, 0.0))
    eye = Vec(0.0, 1.5, -2.0)
    width, height = 180, 136
    histogram = [0] * 16
    for y in range(height):
        for x in range(width):
            d = Vec((x - width / 2) / width * 2.0, (height / 2 - y) / width * 2.0, 2.0).unit()
            value = scene.shade(Ray(eye, d), 2)
            histogram[min(15, int(value * 12.0))] += 1
    print("raytrace", histogram)


main()
