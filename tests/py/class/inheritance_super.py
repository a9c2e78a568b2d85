# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Single inheritance, overriding, super in every form.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class Animal:
    sound = '...'
    def __init__(self, name):
        self.name = name
    def speak(self):
        return f'{self.name} says {self.sound}'
    @classmethod
    def make(cls, *a):
        return cls(*a)
    def __str__(self):
        return type(self).__name__ + ':' + self.name
class Dog(Animal):
    sound = 'woof'
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age
    def speak(self):
        return super().speak() + f' at {self.age}'
    @classmethod
    def make(cls, name):
        return super().make(name, 3)
class Puppy(Dog):
    def speak(self):
        return super(Dog, self).speak() + ' | ' + super(Puppy, self).speak() + ' | ' + Animal.speak(self)
    @property
    def up(self):
        return super().sound.upper()
for x in (Animal('gen'), Dog('rex', 5), Puppy.make('pup')):
    print(x, x.speak(), isinstance(x, Animal), isinstance(x, Dog))
print(Puppy('a', 1).up, Puppy.__mro__ == (Puppy, Dog, Animal, object), issubclass(Puppy, (int, Animal)), Puppy.__bases__[0].__name__, Puppy.__base__.__name__)
class G(Dog):
    def speak(self):
        f = lambda: super(G, self).speak()
        return [super(G, self).speak() for _ in range(1)], f()
print(G('g', 1).speak())
class H(Animal):
    def nosuch(self):
        return super().nosuch()
    def setit(self):
        super().name2 = 5
err(H('h').nosuch)
err(H('h').setit)
err(lambda: super())
def out(self):
    return super().x
err(out, H('h'))
err(lambda: super(5))
err(lambda: super(Dog, 5).speak())
err(lambda: Dog.speak(Animal('q')))
