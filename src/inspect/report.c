/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Reports about memory: text for people, written without allocating anything, because they are wanted
 * most when memory is gone.
 */
#include "object/core/lookup.h"
#include "object/core/vm.h"
#include <ouro/supervisor.h>

struct line {
    char text[160];
    size_t n;
};

static void put(struct line *l, const char *text)
{
    size_t n = strlen(text);
    n = n < sizeof l->text - l->n ? n : sizeof l->text - l->n;
    memcpy(l->text + l->n, text, n);
    l->n += n;
}

/* With spaces between groups of three digits. */
static void put_number(struct line *l, uint64_t v)
{
    char digits[32];
    size_t at = sizeof digits, count = 0;
    do {
        if (count && count % 3 == 0)
            digits[--at] = ' ';
        digits[--at] = (char)('0' + v % 10);
        v /= 10;
        count++;
    } while (v);
    size_t n = sizeof digits - at;
    n = n < sizeof l->text - l->n ? n : sizeof l->text - l->n;
    memcpy(l->text + l->n, digits + at, n);
    l->n += n;
}

static void put_column(struct line *l, size_t column)
{
    while (l->n < column && l->n < sizeof l->text)
        l->text[l->n++] = ' ';
}

static void end(struct line *l, int fd)
{
    put(l, "\n");
    ou_port_write(fd, l->text, l->n);
    l->n = 0;
}

static void figure(struct line *l, const char *label, uint64_t bytes, const char *unit)
{
    struct line number = {.n = 0};
    put_number(&number, bytes);
    put(l, "  ");
    put(l, label);
    put_column(l, 34 - number.n);
    number.text[number.n] = 0;
    put(l, number.text);
    put(l, unit);
    end(l, 2);
}

/* -- the map: one character for each equal part of the granules, in order of areas -- */

#define MAP_CELLS 256

struct map {
    struct ou_heap *heap;
    const char *area_low;
    size_t total, offset; /* bytes; of the area that is being walked */
    uint32_t raw[MAP_CELLS], values[MAP_CELLS];
};

static void map_block(void *ctx, void *block, size_t size, unsigned flags)
{
    struct map *m = ctx;
    const struct ou_area *a = m->heap->areas;
    size_t before = 0;
    while (a && !((char *)block >= a->low && (char *)block < a->high)) {
        before += (size_t)(a->high - a->low);
        a = a->next;
    }
    if (!a)
        return;
    size_t at = before + (size_t)((char *)block - a->low);
    uint32_t *kind = (flags & OU_GC_KIND_MASK) == OU_GC_RAW ? m->raw : m->values;
    for (size_t end_at = at + size; at < end_at;) {
        size_t cell = (size_t)((uint64_t)at * MAP_CELLS / m->total);
        size_t cell_end = (size_t)(((uint64_t)(cell + 1) * m->total + MAP_CELLS - 1) / MAP_CELLS);
        size_t part = (cell_end < end_at ? cell_end : end_at) - at;
        kind[cell] += (uint32_t)part;
        at += part ? part : 1;
    }
}

static void show_map(struct ou_vm *vm, size_t total)
{
    struct map m = {.heap = &vm->heap, .total = total};
    struct line l = {.n = 0};
    ou_gc_each_block(&vm->heap, map_block, &m);
    put(&l, "heap map (. free  - under half used  o objects  s text and code), ");
    put_number(&l, (total + MAP_CELLS - 1) / MAP_CELLS);
    put(&l, " bytes each:");
    end(&l, 2);
    for (unsigned i = 0; i < MAP_CELLS; i++) {
        size_t used = (size_t)m.raw[i] + m.values[i];
        char c = used == 0 ? '.' : used * MAP_CELLS < total / 2 ? '-' : m.raw[i] > m.values[i] ? 's' : 'o';
        if (i % 64 == 0)
            put(&l, "  ");
        l.text[l.n++] = c;
        if (i % 64 == 63)
            end(&l, 2);
    }
}

void ou_report_memory(struct ou_vm *vm)
{
    static const char *const owners[OU_OWNER_COUNT] = {
        "other", "heap areas", "VM stack", "compiler scratch", "interned strings", "buffers", "VM structure"};
    struct line l = {.n = 0};
    struct ou_heap_stats s;
    ou_gc_stats(&vm->heap, &s);
    put(&l, "memory: peak ");
    put_number(&l, ou_outer_peak(vm->outer));
    put(&l, " of ");
    put_number(&l, ou_outer_total(vm->outer, OU_MEM_ANY));
    put(&l, " bytes, ");
    put_number(&l, ou_outer_used(vm->outer));
    put(&l, " in use now by");
    end(&l, 2);
    for (unsigned i = 0; i < OU_OWNER_COUNT; i++)
        if (vm->outer->used_by[i])
            figure(&l, owners[i], vm->outer->used_by[i], "");
    put(&l, "collected heap: ");
    put_number(&l, s.areas);
    put(&l, s.areas == 1 ? " area" : " areas");
    end(&l, 2);
    figure(&l, "objects", s.used, "");
    figure(&l, "free", s.total - s.used, "");
    figure(&l, "largest free run", s.largest, "");
    figure(&l, "side tables", s.overhead, "");
    figure(&l, "objects at the highest", s.peak, "");
    struct ou_intern_stats interned;
    ou_intern_stats(vm, &interned);
    put(&l, "interned: ");
    put_number(&l, interned.strings);
    put(&l, " strings in ");
    put_number(&l, interned.chunks);
    put(&l, " chunks, ");
    put_number(&l, interned.total_bytes);
    put(&l, " bytes");
    end(&l, 2);
    put(&l, "code: ");
    put_number(&l, ou_lookup_code_bytes(vm));
    put(&l, " bytes with its names; remembered lookups: ");
    put_number(&l, ou_lookup_bytes(vm));
    put(&l, " bytes");
    end(&l, 2);
    put(&l, "collections: ");
    put_number(&l, s.collections);
    put(&l, ", longest pause ");
    put_number(&l, s.longest_pause_us);
    put(&l, " us, all together ");
    put_number(&l, s.total_pause_us);
    put(&l, " us");
    end(&l, 2);
    show_map(vm, s.total);
}

void ou_report_reset(size_t used_before, size_t used_after, size_t total)
{
    struct line l = {.n = 0};
    put(&l, "soft reset: ");
    put_number(&l, total - used_after);
    put(&l, " bytes free");
    if (used_after != used_before) {
        put(&l, "; ");
        put_number(&l, used_after - used_before);
        put(&l, " bytes were not given back");
    }
    end(&l, 1);
}
