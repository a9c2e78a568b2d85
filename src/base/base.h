/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What every layer stands on: assertions by level, bit tricks, a static list.  No state.
 *
 * Assertions.  OU_DEBUG says which are compiled in:
 *     1  ou_assert_api    a caller broke a contract
 *     2  ou_assert        we broke an invariant of our own
 *     3  ou_assert_audit  the same, but expensive to check
 * One that is compiled out evaluates nothing, but its expression must still compile.
 */
#ifndef OURO_INCLUDED_SRC_BASE_BASE_H
#define OURO_INCLUDED_SRC_BASE_BASE_H

#include <ouro/config.h>
#include <ouro/port.h>
#include <ouro/value.h>

#define OU_ASSERT_ON(cond) ((cond) ? (void)0 : ou_port_panic(__FILE__, __LINE__, #cond))
#define OU_ASSERT_OFF(cond) ((void)sizeof(!(cond)))

#if OU_DEBUG >= 1
#define ou_assert_api(cond) OU_ASSERT_ON(cond)
#else
#define ou_assert_api(cond) OU_ASSERT_OFF(cond)
#endif
#if OU_DEBUG >= 2
#define ou_assert(cond) OU_ASSERT_ON(cond)
#else
#define ou_assert(cond) OU_ASSERT_OFF(cond)
#endif
#if OU_DEBUG >= 3
#define ou_assert_audit(cond) OU_ASSERT_ON(cond)
#else
#define ou_assert_audit(cond) OU_ASSERT_OFF(cond)
#endif

#define OU_LIKELY(x) __builtin_expect(!!(x), 1)
#define OU_UNLIKELY(x) __builtin_expect(!!(x), 0)
#define OU_NOINLINE __attribute__((noinline))
#define OU_MUST_CHECK __attribute__((warn_unused_result))

#define OU_MIN(a, b) ((a) < (b) ? (a) : (b))
#define OU_MAX(a, b) ((a) > (b) ? (a) : (b))

/* Rounding to a power of two. */
static inline size_t ou_align_up(size_t n, size_t to) { return (n + to - 1) & ~(to - 1); }
static inline size_t ou_align_down(size_t n, size_t to) { return n & ~(to - 1); }
static inline bool ou_is_aligned(const void *p, size_t to) { return ((uintptr_t)p & (to - 1)) == 0; }

/* Bits of a machine word.  ctz and clz need a word that is not 0. */
#if OU_WORD_BITS == 64
static inline unsigned ou_ctz(uintptr_t w) { return (unsigned)__builtin_ctzll(w); }
static inline unsigned ou_clz(uintptr_t w) { return (unsigned)__builtin_clzll(w); }
#else
static inline unsigned ou_ctz(uintptr_t w) { return (unsigned)__builtin_ctz(w); }
static inline unsigned ou_clz(uintptr_t w) { return (unsigned)__builtin_clz(w); }
#endif
static inline unsigned ou_log2(uintptr_t w) { return OU_WORD_BITS - 1 - ou_clz(w); }

/* In plain arithmetic: without an instruction for it the compiler would call a table-driven helper. */
static inline unsigned ou_popcount(uintptr_t w)
{
#if defined __POPCNT__ || defined __aarch64__
    return (unsigned)__builtin_popcountl(w);
#else
    const uintptr_t all = ~(uintptr_t)0;
    w = w - ((w >> 1) & (all / 3));
    w = (w & (all / 5)) + ((w >> 2) & (all / 5));
    w = (w + (w >> 4)) & (all / 17);
    return (unsigned)((w * (all / 255)) >> (OU_WORD_BITS - 8));
#endif
}

/* A circular doubly linked list whose head is a node: insertion and removal never fail. */
struct ou_ring {
    struct ou_ring *next, *previous;
};

static inline void ou_ring_init(struct ou_ring *head) { head->next = head->previous = head; }
static inline bool ou_ring_empty(const struct ou_ring *head) { return head->next == head; }

static inline void ou_ring_insert(struct ou_ring *after, struct ou_ring *node)
{
    node->next = after->next;
    node->previous = after;
    after->next->previous = node;
    after->next = node;
}

/* Leaves node as a list of its own, so that removing twice is harmless. */
static inline void ou_ring_remove(struct ou_ring *node)
{
    node->next->previous = node->previous;
    node->previous->next = node->next;
    ou_ring_init(node);
}

#endif /* OURO_INCLUDED_SRC_BASE_BASE_H */
