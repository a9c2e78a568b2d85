/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The collected heap against a model: a random graph of blocks of every kind and flag, mutated by every
 * operation, with a copy of what it must be in C memory.  What the model reaches must be intact; what it
 * does not reach must be gone after a collection, its finaliser having run once.
 */
#include "toy.h"

#define NODES 400
#define MAX_WORDS 40

enum { DEAD, ALIVE, FINALISED };

struct node {
    char *block;
    size_t size;
    unsigned flags;
    int state;
    unsigned char fill;   /* RAW */
    int edges[MAX_WORDS]; /* VALUES and FOREIGN: node + 1, or 0 */
    bool reached;
};

struct model {
    struct toy *toy;
    struct node nodes[NODES];
    uint64_t seed;
    unsigned expected_finalised;
};

static struct model m;

static unsigned roll(unsigned n) { return unit_random(&m.seed) % n; }
static bool is_raw(const struct node *n) { return (n->flags & OU_GC_KIND_MASK) == OU_GC_RAW; }
static size_t words_of(const struct node *n)
{
    return n->size / sizeof(ou_val) < MAX_WORDS ? n->size / sizeof(ou_val) : MAX_WORDS;
}

static void reach(int i)
{
    static int stack[NODES * MAX_WORDS];
    int depth = 0;
    stack[depth++] = i;
    while (depth) {
        struct node *n = &m.nodes[stack[--depth]];
        if (n->reached)
            continue;
        n->reached = true;
        for (size_t w = 0; !is_raw(n) && w < words_of(n); w++)
            if (n->edges[w])
                stack[depth++] = n->edges[w] - 1;
    }
}

static void reach_all(void)
{
    for (int i = 0; i < NODES; i++)
        m.nodes[i].reached = false;
    for (int r = 0; r < 64; r++)
        for (int i = 0; i < NODES; i++)
            if (m.nodes[i].state == ALIVE && m.toy->roots[r] == (ou_val)(uintptr_t)m.nodes[i].block)
                reach(i);
}

static void check_node(struct node *n)
{
    struct ou_heap *heap = &m.toy->heap;
    assert_true(ou_gc_is_block(heap, n->block));
    assert_int_equal(ou_gc_flags(heap, n->block), n->flags);
    assert_true(ou_gc_size(heap, n->block) >= n->size);
    assert_true(ou_gc_size(heap, n->block) <= n->size + 2 * OU_GRANULE);
    for (size_t i = 0; is_raw(n) && i < n->size; i++)
        assert_true((unsigned char)n->block[i] == n->fill);
    for (size_t w = 0; !is_raw(n) && w < words_of(n); w++) {
        ou_val want = n->edges[w] ? (ou_val)(uintptr_t)m.nodes[n->edges[w] - 1].block : 0;
        assert_true(((ou_val *)(void *)n->block)[w] == want);
    }
}

static void check_reached(void)
{
    reach_all();
    for (int i = 0; i < NODES; i++)
        if (m.nodes[i].reached)
            check_node(&m.nodes[i]);
}

/* Everything unreached is forgotten: it may go at any allocation from now on. */
static void forget_unreached(void)
{
    reach_all();
    for (int i = 0; i < NODES; i++)
        if (m.nodes[i].state == ALIVE && !m.nodes[i].reached) {
            m.expected_finalised += (m.nodes[i].flags & OU_GC_FINALISE) != 0;
            m.nodes[i].state = DEAD;
        }
}

static void add_node(void)
{
    static const unsigned kinds[] = {OU_GC_RAW, OU_GC_VALUES, OU_GC_VALUES, OU_GC_FOREIGN};
    int i = (int)roll(NODES);
    struct node *n = &m.nodes[i];
    if (n->state != DEAD)
        return;
    unsigned flags = kinds[roll(4)];
    if (roll(3) == 0)
        flags |= (roll(8) << 2) & OU_GC_FLAGS_MASK;
    size_t size = roll(20) ? roll(8 * sizeof(ou_val)) + 1 : roll(6000) + 1;
    char *block =
        roll(4) ? ou_gc_alloc(&m.toy->heap, size, flags) : ou_gc_alloc_nogc(&m.toy->heap, size, flags);
    if (!block)
        return;
    memset(n, 0, sizeof *n);
    *n = (struct node){.block = block, .size = size, .flags = flags, .state = ALIVE};
    for (size_t b = 0; !is_raw(n) && b < size; b++)
        assert_true(block[b] == 0);
    if (is_raw(n)) {
        n->fill = (unsigned char)roll(256);
        memset(block, n->fill, size);
    }
    m.toy->roots[roll(64)] = (ou_val)(uintptr_t)block;
    forget_unreached();
}

static struct node *any_live(void)
{
    for (int tries = 0; tries < 50; tries++) {
        struct node *n = &m.nodes[roll(NODES)];
        if (n->state == ALIVE)
            return n;
    }
    return NULL;
}

static void mutate(void)
{
    struct node *from = any_live(), *to = any_live();
    if (!from || is_raw(from) || !words_of(from))
        return;
    size_t w = roll((unsigned)words_of(from));
    bool clear = !to || roll(3) == 0;
    from->edges[w] = clear ? 0 : (int)(to - m.nodes) + 1;
    ou_val v = clear ? 0 : (ou_val)(uintptr_t)to->block, *slot = (ou_val *)(void *)from->block + w;
    if ((from->flags & OU_GC_KIND_MASK) == OU_GC_FOREIGN) {
        *slot = v;
    } else if (roll(2)) {
        ou_store(&m.toy->heap, from->block, slot, v);
    } else {
        ou_store_bulk(&m.toy->heap, from->block);
        *slot = v;
    }
    forget_unreached();
}

static void moved(struct node *n, char *block)
{
    for (int i = 0; i < NODES; i++) {
        struct node *other = &m.nodes[i];
        for (size_t w = 0; other->state == ALIVE && !is_raw(other) && w < words_of(other); w++) {
            ou_val *slot = (ou_val *)(void *)(other == n ? block : other->block) + w;
            if (other->edges[w] && &m.nodes[other->edges[w] - 1] == n) {
                if ((other->flags & OU_GC_KIND_MASK) == OU_GC_FOREIGN)
                    *slot = (ou_val)(uintptr_t)block;
                else
                    ou_store(&m.toy->heap, other == n ? block : other->block, slot, (ou_val)(uintptr_t)block);
            }
        }
    }
    for (int r = 0; r < 64; r++)
        if (m.toy->roots[r] == (ou_val)(uintptr_t)n->block)
            m.toy->roots[r] = (ou_val)(uintptr_t)block;
    n->block = block;
}

static void resize(void)
{
    struct node *n = any_live();
    if (!n)
        return;
    size_t size = roll(20) ? roll(12 * sizeof(ou_val)) + 1 : roll(6000) + 1;
    bool may_move = roll(2);
    size_t old_words = words_of(n), held = ou_gc_size(&m.toy->heap, n->block);
    char *block = ou_gc_realloc(&m.toy->heap, n->block, size, may_move);
    if (!block)
        return;
    assert_true(may_move || block == n->block);
    size_t kept = size < n->size ? size : n->size;
    for (size_t i = 0; is_raw(n) && i < kept; i++)
        assert_true((unsigned char)block[i] == n->fill);
    if (is_raw(n))
        memset(block, n->fill, size);
    for (size_t b = held; !is_raw(n) && b < size; b++)
        assert_true(block[b] == 0);
    if (block != n->block)
        moved(n, block);
    n->size = size;
    /* Words between sizes stay with the block; the model forgets them, so does the block. */
    for (size_t w = words_of(n); w < old_words; w++) {
        n->edges[w] = 0;
        if (!is_raw(n) && (w + 1) * sizeof(ou_val) <= ou_gc_size(&m.toy->heap, block)) {
            ou_store_bulk(&m.toy->heap, block);
            ((ou_val *)(void *)block)[w] = 0;
        }
    }
    forget_unreached();
}

/* Free what nothing else refers to. */
static void release(void)
{
    struct node *n = any_live();
    if (!n)
        return;
    for (int i = 0; i < NODES; i++)
        for (size_t w = 0; m.nodes[i].state == ALIVE && !is_raw(&m.nodes[i]) && w < words_of(&m.nodes[i]);
             w++)
            if (m.nodes[i].edges[w] && &m.nodes[m.nodes[i].edges[w] - 1] == n)
                return;
    for (int r = 0; r < 64; r++)
        if (m.toy->roots[r] == (ou_val)(uintptr_t)n->block)
            m.toy->roots[r] = 0;
    ou_gc_free(&m.toy->heap, n->block);
    n->state = DEAD;
    forget_unreached();
}

static void collect(void)
{
    if (roll(2))
        m.toy->roots[roll(64)] = 0;
    forget_unreached();
    ou_gc_collect(&m.toy->heap);
    assert_int_equal(m.toy->finalised, m.expected_finalised);
    size_t used = 0;
    for (int i = 0; i < NODES; i++)
        if (m.nodes[i].state == ALIVE)
            used += ou_gc_size(&m.toy->heap, m.nodes[i].block);
    /* FOREIGN and RAW slack aside, exactly the model is alive. */
    assert_int_equal(toy_stats(m.toy).used, used);
}

static void run(size_t capacity, size_t first, unsigned steps, uint64_t seed)
{
    memset(&m, 0, sizeof m);
    m.toy = toy_new(capacity, first);
    m.seed = seed;
    for (unsigned i = 0; i < steps; i++) {
        unsigned what = roll(100);
        if (what < 45)
            add_node();
        else if (what < 75)
            mutate();
        else if (what < 90)
            resize();
        else if (what < 98)
            release();
        else
            collect();
        if (i % 16 == 0) {
            check_reached();
            toy_check(m.toy);
        }
    }
    memset(m.toy->roots, 0, sizeof m.toy->roots);
    forget_unreached();
    ou_gc_sweep_all(&m.toy->heap);
    assert_int_equal(m.toy->finalised, m.expected_finalised);
    assert_int_equal(toy_stats(m.toy).used, 0);
    assert_int_equal(toy_stats(m.toy).areas, 1);
    toy_end(m.toy);
}

static void random_graphs_agree_with_the_model_in_a_tiny_heap(void **state)
{
    (void)state;
    run(6000 * sizeof(void *) / 4, 0, 4000, 11);
}

static void random_graphs_agree_with_the_model_in_one_area(void **state)
{
    (void)state;
    run(1 << 20, 1 << 18, 4000, 12);
}

static void random_graphs_agree_with_the_model_in_many_areas(void **state)
{
    (void)state;
    for (uint64_t seed = 20; seed < 24; seed++)
        run(1 << 20, 1000, 3000, seed);
}

#if OU_DEBUG
static void random_graphs_agree_with_the_model_under_stress(void **state)
{
    (void)state;
    for (uint64_t seed = 30; seed < 33; seed++) {
        memset(&m, 0, sizeof m);
        m.toy = toy_new(1 << 18, 4000);
        m.seed = seed;
        struct ou_gc_stress *stress = ou_gc_stress(&m.toy->heap);
        stress->collect_always = stress->poison = stress->verify_phases = true;
        for (unsigned i = 0; i < 800; i++) {
            if (roll(8) == 0)
                ou_gc_stress(&m.toy->heap)->fail_nth = roll(3);
            add_node();
            mutate();
            resize();
            if (i % 8 == 0)
                collect();
            check_reached();
        }
        ou_heap_deinit(&m.toy->heap);
        assert_int_equal(ou_outer_used(&m.toy->outer), 0);
    }
}
#endif

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_graphs_agree_with_the_model_in_a_tiny_heap),
        cmocka_unit_test(random_graphs_agree_with_the_model_in_one_area),
        cmocka_unit_test(random_graphs_agree_with_the_model_in_many_areas),
#if OU_DEBUG
        cmocka_unit_test(random_graphs_agree_with_the_model_under_stress),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
