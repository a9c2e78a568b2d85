# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Deltablue-like: an incremental constraint solver with strengths; a chain and a projection are solved."""

REQUIRED, STRONG, MEDIUM, WEAK, WEAKEST = range(5)


class Variable:
    def __init__(self, name, value):
        self.name = name
        self.value = value
        self.constraints = []
        self.decided_by = None
        self.strength = WEAKEST
        self.stay = True
        self.mark = 0


class Constraint:
    def __init__(self, strength):
        self.strength = strength

    def is_input(self):
        return False

    def attach(self, planner):
        for v in self.variables():
            v.constraints.append(self)
        planner.add(self)

    def inputs_known(self, mark):
        for v in self.inputs():
            if not (v.mark == mark or v.stay or v.decided_by is None):
                return False
        return True

    def satisfy(self, mark, planner):
        if not self.choose(mark):
            if self.strength == REQUIRED:
                raise ValueError("a required constraint cannot be satisfied")
            return None
        for v in self.inputs():
            v.mark = mark
        out = self.output()
        loser = out.decided_by
        if loser is not None:
            loser.forget()
        out.decided_by = self
        if not planner.propagate(self, mark):
            raise ValueError("cycle")
        out.mark = mark
        return loser


class Unary(Constraint):
    def __init__(self, variable, strength, planner):
        Constraint.__init__(self, strength)
        self.variable = variable
        self.active = False
        self.attach(planner)

    def variables(self):
        return [self.variable]

    def inputs(self):
        return []

    def output(self):
        return self.variable

    def satisfied(self):
        return self.active

    def forget(self):
        self.active = False

    def choose(self, mark):
        v = self.variable
        self.active = v.mark != mark and self.strength < v.strength
        return self.active

    def recalculate(self):
        v = self.variable
        v.strength = self.strength
        v.stay = not self.is_input()
        if v.stay:
            self.execute()

    def execute(self):
        pass


class Stay(Unary):
    pass


class Edit(Unary):
    def is_input(self):
        return True


class Binary(Constraint):
    def __init__(self, a, b, strength, planner):
        Constraint.__init__(self, strength)
        self.a = a
        self.b = b
        self.direction = 0
        self.attach(planner)

    def variables(self):
        return [self.a, self.b]

    def inputs(self):
        return [self.a if self.direction > 0 else self.b]

    def output(self):
        return self.b if self.direction > 0 else self.a

    def satisfied(self):
        return self.direction != 0

    def forget(self):
        self.direction = 0

    def choose(self, mark):
        a, b = self.a, self.b
        if a.mark == mark:
            self.direction = 1 if b.mark != mark and self.strength < b.strength else 0
        elif b.mark == mark:
            self.direction = -1 if self.strength < a.strength else 0
        elif a.strength > b.strength:
            self.direction = -1 if self.strength < a.strength else 0
        else:
            self.direction = 1 if self.strength < b.strength else 0
        return self.direction != 0

    def recalculate(self):
        source = self.inputs()[0]
        out = self.output()
        out.strength = max(self.strength, source.strength)
        out.stay = source.stay
        if out.stay:
            self.execute()


class Equal(Binary):
    def execute(self):
        self.output().value = self.inputs()[0].value


class Scale(Binary):
    """b = a * scale + offset"""

    def __init__(self, a, scale, offset, b, strength, planner):
        self.scale = scale
        self.offset = offset
        Binary.__init__(self, a, b, strength, planner)

    def variables(self):
        return [self.a, self.b, self.scale, self.offset]

    def inputs(self):
        return [self.a if self.direction > 0 else self.b, self.scale, self.offset]

    def execute(self):
        if self.direction > 0:
            self.b.value = self.a.value * self.scale.value + self.offset.value
        else:
            self.a.value = (self.b.value - self.offset.value) // self.scale.value


class Planner:
    def __init__(self):
        self.mark = 0

    def new_mark(self):
        self.mark += 1
        return self.mark

    def add(self, constraint):
        mark = self.new_mark()
        loser = constraint.satisfy(mark, self)
        while loser is not None:
            loser = loser.satisfy(mark, self)

    def remove(self, constraint):
        if not constraint.satisfied():
            for v in constraint.variables():
                v.constraints.remove(constraint)
            return
        out = constraint.output()
        constraint.forget()
        for v in constraint.variables():
            v.constraints.remove(constraint)
        out.decided_by = None
        out.strength = WEAKEST
        out.stay = True
        unsatisfied = []
        todo = [out]
        while todo:
            v = todo.pop()
            for c in v.constraints:
                if not c.satisfied():
                    unsatisfied.append(c)
                elif c is not v.decided_by:
                    c.recalculate()
                    todo.append(c.output())
        unsatisfied.sort(key=lambda c: c.strength)
        for c in unsatisfied:
            if not c.satisfied():
                self.add(c)

    def propagate(self, constraint, mark):
        todo = [constraint]
        while todo:
            c = todo.pop()
            if c.output().mark == mark:
                return False
            c.recalculate()
            self.consumers(c.output(), todo)
        return True

    def consumers(self, v, into):
        for c in v.constraints:
            if c is not v.decided_by and c.satisfied():
                into.append(c)

    def plan_from(self, sources):
        mark = self.new_mark()
        plan = []
        todo = list(sources)
        while todo:
            c = todo.pop()
            out = c.output()
            if out.mark != mark and c.inputs_known(mark):
                plan.append(c)
                out.mark = mark
                self.consumers(out, todo)
        return plan


def change(planner, v, value):
    edit = Edit(v, STRONG, planner)
    plan = planner.plan_from([edit])
    for i in range(10):
        v.value = value + i
        for c in plan:
            c.execute()
    planner.remove(edit)


def chain_test(n):
    planner = Planner()
    variables = [Variable("v%d" % i, 0) for i in range(n + 1)]
    for i in range(n):
        Equal(variables[i], variables[i + 1], REQUIRED, planner)
    Stay(variables[n], WEAK, planner)
    total = 0
    for start in (0, 100, 1000):
        change(planner, variables[0], start)
        total += variables[n].value
    return total


def projection_test(n):
    planner = Planner()
    scale = Variable("scale", 10)
    offset = Variable("offset", 1000)
    sources, targets = [], []
    for i in range(n):
        source, target = Variable("s%d" % i, i), Variable("t%d" % i, i)
        sources.append(source)
        targets.append(target)
        Stay(source, MEDIUM, planner)
        Scale(source, scale, offset, target, REQUIRED, planner)
    change(planner, sources[5], 17)
    total = targets[5].value
    change(planner, targets[6], 1050)
    total += sources[6].value
    change(planner, scale, 5)
    total += sum(t.value for t in targets[:-1])
    change(planner, offset, 2000)
    total += sum(t.value for t in targets[:-1])
    return total


print("deltablue", sum(chain_test(1100) for _ in range(14)), sum(projection_test(900) for _ in range(14)))
