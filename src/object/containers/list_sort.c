/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * list.sort: a stable merge sort of natural runs, in the manner of timsort.
 *
 * Runs are found from left to right (falling ones are reversed), short ones are extended to `minrun` by
 * binary insertion, and a stack of runs is merged so that lengths stay balanced.  A merge first cuts off
 * what is in place already, then copies the shorter run to temporary memory, at most half of the list,
 * which lies in the collected heap.  There is no galloping within a merge: it pays rarely.
 *
 * Without OU_WITH_MERGE_SORT the whole list is extended by binary insertion, which takes no more memory.
 *
 * Only `<` of the keys is asked.  Lists whose keys are all small ints, all floats or all str are compared
 * without calls into the protocol.
 *
 * While it is sorted the list is empty; if it is not any more in the end, somebody changed it, and
 * ValueError is raised.  Whatever goes wrong, all items are there afterwards, in some order.
 */
#include "object/core/number.h"
#include "object/core/sequence.h"
#include "object/core/string.h"

#define MAX_RUNS (OU_WORD_BITS == 64 ? 85 : 45)
#define MIN_MERGE 64

struct sorter {
    struct ou_vm *vm;
    ou_val *keys;                   /* a block, what is compared */
    ou_val *items;                  /* the items' block, moved along; NULL: keys are the items */
    ou_val *temp_keys, *temp_items; /* blocks */
    size_t temp_size;
    bool small;                                        /* all keys are small ints */
    int (*less)(struct ou_vm *vm, ou_val a, ou_val b); /* 1 0 -1 */
    unsigned n_runs;
    struct run {
        size_t start, length;
    } runs[MAX_RUNS];
};

/* -- comparison -- */

static int less_any(struct ou_vm *vm, ou_val a, ou_val b) { return ou_compare_truth(vm, OU_CMP_LT, a, b); }

static int less_str(struct ou_vm *vm, ou_val a, ou_val b)
{
    size_t n, m;
    const uint8_t *p = ou_str_data(vm, a, &n), *q = ou_str_data(vm, b, &m);
    int r = memcmp(p, q, OU_MIN(n, m));
    return r != 0 ? r < 0 : n < m;
}

OU_MAYBE_UNUSED static int less_float(struct ou_vm *vm, ou_val a, ou_val b)
{
    (void)vm;
    return ou_float_get(a) < ou_float_get(b);
}

static inline int less(struct sorter *s, ou_val a, ou_val b)
{
    if (s->small)
        return (ou_int)a < (ou_int)b;
    return s->less(s->vm, a, b);
}

static void choose_comparison(struct sorter *s, size_t n)
{
    size_t smalls = 0, strs = 0, floats = 0;
    for (size_t i = 0; i < n; i++) {
        ou_val v = s->keys[i];
        if (ou_is_small(v))
            smalls++;
        else if (ou_is_str(v))
            strs++;
        else if (ou_is_float(v))
            floats++;
        if (smalls != i + 1 && strs != i + 1 && floats != i + 1)
            break;
    }
    s->small = smalls == n;
    s->less = strs == n ? less_str : floats == n ? less_float : less_any;
}

/* -- moving -- */

static inline void put(struct sorter *s, size_t to, ou_val key, ou_val item)
{
    OU_STORE(s->vm, s->keys, s->keys + to, key);
    if (s->items)
        OU_STORE(s->vm, s->items, s->items + to, item);
}

static inline ou_val item_at(const struct sorter *s, size_t i) { return s->items ? s->items[i] : OU_ABSENT; }

static void move(struct sorter *s, size_t to, size_t from, size_t n)
{
    ou_store_bulk(&s->vm->heap, s->keys);
    memmove(s->keys + to, s->keys + from, n * sizeof *s->keys);
    if (s->items) {
        ou_store_bulk(&s->vm->heap, s->items);
        memmove(s->items + to, s->items + from, n * sizeof *s->items);
    }
}

OU_MAYBE_UNUSED static void to_temp(struct sorter *s, size_t from, size_t n)
{
    ou_store_bulk(&s->vm->heap, s->temp_keys);
    memcpy(s->temp_keys, s->keys + from, n * sizeof *s->keys);
    if (s->items) {
        ou_store_bulk(&s->vm->heap, s->temp_items);
        memcpy(s->temp_items, s->items + from, n * sizeof *s->items);
    }
}

OU_MAYBE_UNUSED static void from_temp(struct sorter *s, size_t to, size_t from, size_t n)
{
    ou_store_bulk(&s->vm->heap, s->keys);
    memcpy(s->keys + to, s->temp_keys + from, n * sizeof *s->keys);
    if (s->items) {
        ou_store_bulk(&s->vm->heap, s->items);
        memcpy(s->items + to, s->temp_items + from, n * sizeof *s->items);
    }
}

static void reverse_words(struct ou_vm *vm, ou_val *block, size_t from, size_t to)
{
    ou_store_bulk(&vm->heap, block);
    while (from + 1 < to) {
        ou_val v = block[from];
        block[from++] = block[--to];
        block[to] = v;
    }
}

static void reverse(struct sorter *s, size_t from, size_t to)
{
    reverse_words(s->vm, s->keys, from, to);
    if (s->items)
        reverse_words(s->vm, s->items, from, to);
}

OU_MAYBE_UNUSED static int make_temp(struct sorter *s, size_t n)
{
    if (n <= s->temp_size)
        return 0;
    ou_gc_free(&s->vm->heap, s->temp_keys);
    ou_gc_free(&s->vm->heap, s->temp_items);
    s->temp_items = s->temp_keys = NULL;
    s->temp_size = 0;
    s->temp_keys = (ou_val *)ou_alloc(s->vm, n * sizeof(ou_val), OU_GC_VALUES);
    if (!s->temp_keys)
        return -1;
    if (s->items && !(s->temp_items = (ou_val *)ou_alloc(s->vm, n * sizeof(ou_val), OU_GC_VALUES)))
        return -1;
    s->temp_size = n;
    return 0;
}

/* -- runs -- */

/* The length of the run that begins at `from`; a falling one is reversed. 0: failed */
static size_t count_run(struct sorter *s, size_t from, size_t end)
{
    size_t i = from + 1;
    if (i == end)
        return 1;
    int falling = less(s, s->keys[i], s->keys[i - 1]);
    if (falling < 0)
        return 0;
    for (i++; i < end; i++) {
        int down = less(s, s->keys[i], s->keys[i - 1]);
        if (down < 0)
            return 0;
        if (down != falling)
            break;
    }
    if (falling)
        reverse(s, from, i);
    return i - from;
}

/* Sorts [from, end), of which [from, sorted) is in order. */
static int insert_binary(struct sorter *s, size_t from, size_t sorted, size_t end)
{
    for (; sorted < end; sorted++) {
        if (ou_interrupted(s->vm))
            return -1;
        ou_val key = s->keys[sorted], item = item_at(s, sorted);
        size_t low = from, high = sorted;
        while (low < high) {
            size_t middle = low + (high - low) / 2;
            int before = less(s, key, s->keys[middle]);
            if (before < 0)
                return -1;
            if (before)
                high = middle;
            else
                low = middle + 1;
        }
        if (low < sorted) {
            move(s, low + 1, low, sorted - low);
            put(s, low, key, item);
        }
    }
    return 0;
}

/* -- merging -- */

#if OU_WITH_MERGE_SORT
/* How many of the n keys from `from` on are before `key` (after: not behind it). (size_t)-1: failed.
 * The search doubles its step from one end, because a merge often cuts off little or nearly all. */
static size_t cut(struct sorter *s, ou_val key, size_t from, size_t n, bool after, bool from_end)
{
    size_t low = 0, high = n, step = 1;
    while (low < high) {
        size_t middle = from_end ? high - OU_MIN(step, high - low) : low + OU_MIN(step, high - low) - 1;
        int r = after ? less(s, key, s->keys[from + middle]) : less(s, s->keys[from + middle], key);
        if (r < 0)
            return (size_t)-1;
        bool before = after ? !r : r;
        if (before != from_end) {
            step *= 2;
        } else {
            step = (size_t)1 << (OU_WORD_BITS - 2); /* overshot: halve from here on */
        }
        if (before)
            low = middle + 1;
        else
            high = middle;
        if (step == (size_t)1 << (OU_WORD_BITS - 2))
            break;
    }
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int r = after ? less(s, key, s->keys[from + middle]) : less(s, s->keys[from + middle], key);
        if (r < 0)
            return (size_t)-1;
        if (after ? !r : r)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Merges [a, a + n) and [a + n, a + n + m), n <= m, from the left. */
static int merge_low(struct sorter *s, size_t a, size_t n, size_t m)
{
    size_t i = 0, j = a + n, end = j + m, to = a;
    if (make_temp(s, n) < 0)
        return -1;
    to_temp(s, a, n);
    int r = 0;
    while (i < n && j < end) {
        r = less(s, s->keys[j], s->temp_keys[i]);
        if (r < 0)
            break;
        if (r) {
            put(s, to, s->keys[j], item_at(s, j));
            j++;
        } else {
            put(s, to, s->temp_keys[i], s->items ? s->temp_items[i] : OU_ABSENT);
            i++;
        }
        to++;
    }
    from_temp(s, to, i, n - i); /* the gap is exactly what is left in temp */
    return OU_MIN(r, 0);
}

/* The same for m < n, from the right. */
static int merge_high(struct sorter *s, size_t a, size_t n, size_t m)
{
    size_t i = a + n, j = m, to = a + n + m; /* one behind */
    if (make_temp(s, m) < 0)
        return -1;
    to_temp(s, a + n, m);
    int r = 0;
    while (i > a && j > 0) {
        r = less(s, s->temp_keys[j - 1], s->keys[i - 1]);
        if (r < 0)
            break;
        to--;
        if (r) {
            i--;
            put(s, to, s->keys[i], item_at(s, i));
        } else {
            j--;
            put(s, to, s->temp_keys[j], s->items ? s->temp_items[j] : OU_ABSENT);
        }
    }
    from_temp(s, to - j, 0, j);
    return OU_MIN(r, 0);
}

/* Merges runs k and k + 1. */
static int merge_at(struct sorter *s, unsigned k)
{
    size_t a = s->runs[k].start, n = s->runs[k].length, b = s->runs[k + 1].start, m = s->runs[k + 1].length;
    s->runs[k].length = n + m;
    for (unsigned i = k + 1; i + 1 < s->n_runs; i++)
        s->runs[i] = s->runs[i + 1];
    s->n_runs--;
    size_t skip = cut(s, s->keys[b], a, n, true, false);
    if (skip == (size_t)-1)
        return -1;
    a += skip;
    n -= skip;
    if (n == 0)
        return 0;
    m = cut(s, s->keys[a + n - 1], b, m, false, true);
    if (m == (size_t)-1)
        return -1;
    if (m == 0)
        return 0;
    return n <= m ? merge_low(s, a, n, m) : merge_high(s, a, n, m);
}

/* Keeps each run longer than the next, and than the next two together. */
static int collapse(struct sorter *s, bool all)
{
    const struct run *r = s->runs;
    while (s->n_runs > 1) {
        unsigned k = s->n_runs - 2;
        bool unbalanced = (k > 0 && r[k - 1].length <= r[k].length + r[k + 1].length) ||
                          (k > 1 && r[k - 2].length <= r[k - 1].length + r[k].length);
        if (all || unbalanced) {
            if (k > 0 && r[k - 1].length < r[k + 1].length)
                k--;
        } else if (r[k].length > r[k + 1].length) {
            break;
        }
        if (ou_interrupted(s->vm) || merge_at(s, k) < 0)
            return -1;
    }
    return 0;
}

static int sort_all(struct sorter *s, size_t n)
{
    size_t minrun = n, rest = 0;
    while (minrun >= MIN_MERGE) {
        rest |= minrun & 1;
        minrun >>= 1;
    }
    minrun += rest;
    for (size_t start = 0; start < n;) {
        size_t length = count_run(s, start, n);
        if (length == 0)
            return -1;
        if (length < minrun) {
            size_t forced = OU_MIN(minrun, n - start);
            if (insert_binary(s, start, start + length, start + forced) < 0)
                return -1;
            length = forced;
        }
        s->runs[s->n_runs++] = (struct run){start, length};
        if (collapse(s, false) < 0)
            return -1;
        start += length;
    }
    return collapse(s, true);
}
#else
/* The items that are moved are half the square of n, by memmove: for lists that fit into little memory. */
static int sort_all(struct sorter *s, size_t n)
{
    size_t length = n ? count_run(s, 0, n) : 0;
    return n && length == 0 ? -1 : insert_binary(s, 0, length, n);
}
#endif

/* -- the list -- */

static int make_keys(struct sorter *s, size_t n, ou_val function)
{
    ou_val *keys = (ou_val *)ou_alloc(s->vm, n * sizeof(ou_val), OU_GC_VALUES);
    if (!keys)
        return -1;
    for (size_t i = 0; i < n; i++) {
        ou_val key = ou_interrupted(s->vm) ? OU_EXC : ou_call_1(s->vm, function, s->items[i]);
        if (key == OU_EXC)
            return -1;
        OU_STORE(s->vm, keys, keys + i, key);
    }
    s->keys = keys;
    return 0;
}

static int sort_items(struct sorter *s, size_t n, ou_val function, bool descending)
{
    if (function == OU_NONE) {
        s->keys = s->items;
        s->items = NULL;
    } else if (make_keys(s, n, function) < 0) {
        return -1;
    }
    choose_comparison(s, n);
    /* Reversing before and after keeps equal items in order. */
    if (descending)
        reverse(s, 0, n);
    int r = sort_all(s, n);
    if (descending)
        reverse(s, 0, n);
    if (s->items)
        ou_gc_free(&s->vm->heap, s->keys);
    ou_gc_free(&s->vm->heap, s->temp_keys);
    ou_gc_free(&s->vm->heap, s->temp_items);
    return r;
}

int ou_list_sort(struct ou_vm *vm, ou_val list, ou_val key_or_none, bool reverse_order)
{
    struct ou_list *l = ou_list_at(list);
    size_t n = ou_list_size(l);
    if (n < 2 && key_or_none == OU_NONE)
        return 0;
    if (n == 0)
        return 0;
    if (ou_stack_check(vm) < 0)
        return -1;
    ou_val items = l->items, capacity = l->capacity;
    struct sorter s = {.vm = vm, .items = (ou_val *)items};
    OU_STORE(vm, l, &l->items, OU_ABSENT);
    l->size = l->capacity = ou_small(0);
    int r = sort_items(&s, n, key_or_none, reverse_order);
    bool changed = l->size != ou_small(0) || l->items != OU_ABSENT;
    void *intruder = (void *)l->items;
    OU_STORE(vm, l, &l->items, items);
    l->capacity = capacity;
    l->size = ou_small((ou_int)n);
    ou_gc_free(&vm->heap, intruder);
    if (changed && r >= 0)
        return ou_fail(ou_raise(vm, &ou_exc_ValueError, "list modified during sort"));
    return r;
}
