# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: set
# Shows: A longer program of loops and branches: brainfuck, tokenizer, sorting algorithms, life, mazes.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

def bf(src, inp=''):
    jump, stack = {}, []
    for i, c in enumerate(src):
        if c == '[': stack.append(i)
        elif c == ']':
            j = stack.pop()
            jump[i], jump[j] = j, i
    tape, p, pc, out, inp = [0] * 30, 0, 0, [], iter(inp)
    while pc < len(src):
        c = src[pc]
        if c == '>': p += 1
        elif c == '<': p -= 1
        elif c == '+': tape[p] = (tape[p] + 1) & 255
        elif c == '-': tape[p] = (tape[p] - 1) & 255
        elif c == '.': out.append(chr(tape[p]))
        elif c == ',': tape[p] = ord(next(inp, '\0'))
        elif c == '[' and not tape[p]: pc = jump[pc]
        elif c == ']' and tape[p]: pc = jump[pc]
        pc += 1
    return ''.join(out)
print(bf('++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.'), bf(',[.,]', 'echo'))
def bubble(a):
    a = a[:]
    for i in range(len(a)):
        swapped = False
        for j in range(len(a) - 1 - i):
            if a[j] > a[j + 1]:
                a[j], a[j + 1] = a[j + 1], a[j]
                swapped = True
        if not swapped: break
    return a
def insertion(a):
    a = a[:]
    for i in range(1, len(a)):
        v, j = a[i], i
        while j and a[j - 1] > v:
            a[j] = a[j - 1]
            j -= 1
        a[j] = v
    return a
def heap(a):
    a = a[:]
    def sift(i, n):
        while (k := 2 * i + 1) < n:
            if k + 1 < n and a[k + 1] > a[k]: k += 1
            if a[i] >= a[k]: return
            a[i], a[k] = a[k], a[i]
            i = k
    for i in range(len(a) // 2, -1, -1): sift(i, len(a))
    for n in range(len(a) - 1, 0, -1):
        a[0], a[n] = a[n], a[0]
        sift(0, n)
    return a
def merge(a):
    if len(a) < 2: return a
    l, r, out = merge(a[:len(a) // 2]), merge(a[len(a) // 2:]), []
    while l and r: out.append((l if l[0] <= r[0] else r).pop(0))
    return out + l + r
data = [i * 7919 % 101 for i in range(60)]
print(all(s(data) == sorted(data) for s in (bubble, insertion, heap, merge)), heap([]), merge([1]), bubble('b a'.split()))
def life(cells):
    count = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy: count[x + dx, y + dy] = count.get((x + dx, y + dy), 0) + 1
    return {c for c, n in count.items() if n == 3 or n == 2 and c in cells}
g = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for _ in range(4): g = life(g)
print(sorted(g))
maze = ['#########', '#S..#...#', '#.#.#.#.#', '#.#...#.#', '#.#####.#', '#......E#', '#########']
def solve(m):
    start = next((x, y) for y, r in enumerate(m) for x, c in enumerate(r) if c == 'S')
    queue, seen = [(start, ())], {start}
    for (x, y), path in queue:
        if m[y][x] == 'E': return ''.join(path)
        for d, dx, dy in ('R', 1, 0), ('L', -1, 0), ('D', 0, 1), ('U', 0, -1):
            q = x + dx, y + dy
            if m[q[1]][q[0]] != '#' and q not in seen:
                seen.add(q)
                queue.append((q, path + (d,)))
print(solve(maze))
def tok(s):
    state, buf, out = 'start', '', []
    for c in s + '\0':
        while True:
            if state == 'start':
                if c.isdigit(): state = 'num'; continue
                elif c.isalpha() or c == '_': state = 'name'; continue
                elif c == '"': state, buf = 'str', ''
                elif not c.isspace() and c != '\0': out.append(('op', c))
                break
            elif state == 'num' and (c.isdigit() or c == '.') or state == 'name' and (c.isalnum() or c == '_'):
                buf += c
                break
            elif state == 'str':
                if c == '"': out.append(('str', buf)); state, buf = 'start', ''
                elif c == '\0': raise SyntaxError('open string')
                else: buf += c
                break
            else:
                out.append((state, buf))
                state, buf = 'start', ''
    return out
print(tok('x1 = 3.14 * (y_2 + "a b") - 7'))
err(tok, 'a = "open')
