/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Records what a program does to the outer heap.  Linked with `-Wl,--wrap` into a build of the Unix port, it
 * sees every request from outside of src/mem, passes it on, and writes it to the file that OURO_TRACE names:
 *
 *     a SIZE ALIGNMENT ATTRIBUTES     a block, whose number is that of the request: 0, 1, ...
 *     r BLOCK SIZE MOVED              it has a new size (MOVED: 1, at another place)
 *     f BLOCK
 *     s BLOCK SIZE OFFSET TAIL        it keeps SIZE bytes, and TAIL bytes from OFFSET on become a block with the next number
 *
 * Requests that failed are left out.
 *
 * The kernel must put the stack at the same address each time: words on it that look like references pin blocks,
 * and another address gives another trace.
 */
#include <ouro/outer.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/personality.h>
#include <unistd.h>

void *__real_ou_outer_alloc(struct ou_outer *outer, size_t size, unsigned attributes);
void *__real_ou_outer_alloc_aligned(struct ou_outer *outer, size_t size, size_t alignment,
                                    unsigned attributes);
void *__real_ou_outer_realloc(struct ou_outer *outer, void *p, size_t size, bool may_move);
void __real_ou_outer_free(struct ou_outer *outer, void *p);
void *__wrap_ou_outer_alloc(struct ou_outer *outer, size_t size, unsigned attributes);
void *__wrap_ou_outer_alloc_aligned(struct ou_outer *outer, size_t size, size_t alignment,
                                    unsigned attributes);
void *__wrap_ou_outer_realloc(struct ou_outer *outer, void *p, size_t size, bool may_move);
void __wrap_ou_outer_free(struct ou_outer *outer, void *p);
bool __real_ou_outer_split(struct ou_outer *outer, void *p, size_t size, void *tail);
bool __wrap_ou_outer_split(struct ou_outer *outer, void *p, size_t size, void *tail);

static struct entry {
    void *p;
    unsigned long number;
} * table; /* of live blocks, by address */
static size_t slots, live;
static unsigned long next_number;
static FILE *trace;

/* Starts the program again without random addresses.  Where that is refused, goes on with them. */
__attribute__((constructor)) static void same_addresses(int argc, char **argv)
{
    (void)argc;
    int persona = personality(0xffffffff);
    if (persona != -1 && !(persona & ADDR_NO_RANDOMIZE) && personality(persona | ADDR_NO_RANDOMIZE) != -1)
        execv("/proc/self/exe", argv);
}

static FILE *file(void)
{
    static bool asked;
    const char *name = asked ? NULL : getenv("OURO_TRACE");
    asked = true;
    if (name)
        trace = fopen(name, "w");
    return trace;
}

static struct entry *find(const void *p)
{
    size_t i = ((uintptr_t)p >> 3) * 2654435761u % slots;
    while (table[i].p && table[i].p != p)
        i = (i + 1) % slots;
    return &table[i];
}

static void insert(void *p, unsigned long number)
{
    if (2 * live >= slots) {
        struct entry *old = table;
        size_t count = slots;
        slots = slots ? 2 * slots : 1024;
        table = calloc(slots, sizeof *table);
        for (size_t i = 0; i < count; i++)
            if (old[i].p)
                *find(old[i].p) = old[i];
        free(old);
    }
    *find(p) = (struct entry){p, number};
    live++;
}

static unsigned long take(void *p)
{
    struct entry *e = find(p);
    unsigned long number = e->number;
    if (!e->p)
        return (unsigned long)-1;
    e->p = NULL;
    live--;
    for (size_t i = (size_t)(e - table + 1) % slots; table[i].p; i = (i + 1) % slots) {
        struct entry moved = table[i]; /* what was pushed on by the one that went finds its place again */
        table[i].p = NULL;
        *find(moved.p) = moved;
    }
    return number;
}

static void *allocated(void *p, size_t size, size_t alignment, unsigned attributes)
{
    if (p && file()) {
        fprintf(trace, "a %zu %zu %u\n", size, alignment, attributes);
        insert(p, next_number++);
    }
    return p;
}

void *__wrap_ou_outer_alloc(struct ou_outer *outer, size_t size, unsigned attributes)
{
    return allocated(__real_ou_outer_alloc(outer, size, attributes), size, 0, attributes);
}

void *__wrap_ou_outer_alloc_aligned(struct ou_outer *outer, size_t size, size_t alignment,
                                    unsigned attributes)
{
    void *p = __real_ou_outer_alloc_aligned(outer, size, alignment, attributes);
    return allocated(p, size, alignment, attributes);
}

void *__wrap_ou_outer_realloc(struct ou_outer *outer, void *p, size_t size, bool may_move)
{
    void *q = __real_ou_outer_realloc(outer, p, size, may_move);
    if (q && file()) {
        unsigned long number = take(p);
        fprintf(trace, "r %lu %zu %d\n", number, size, q != p);
        insert(q, number);
    }
    return q;
}

void __wrap_ou_outer_free(struct ou_outer *outer, void *p)
{
    if (p && file())
        fprintf(trace, "f %lu\n", take(p));
    __real_ou_outer_free(outer, p);
}

bool __wrap_ou_outer_split(struct ou_outer *outer, void *p, size_t size, void *tail)
{
    bool done = __real_ou_outer_split(outer, p, size, tail);
    if (done && file()) {
        fprintf(trace, "s %lu %zu %zu %zu\n", find(p)->number, size, (size_t)((char *)tail - (char *)p),
                ou_outer_size(outer, tail));
        insert(tail, next_number++);
    }
    return done;
}
