/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What every layer stands on: assertions by level, a static list; bit tricks are in ouro/bits.h.  No state.
 *
 * Assertions.  OU_DEBUG says which are compiled in:
 *     1  ou_assert_api    a caller broke a contract
 *     2  ou_assert        we broke an invariant of our own
 *     3  ou_assert_audit  the same, but expensive to check
 * One that is compiled out evaluates nothing, but its expression must still compile.
 */
#ifndef OURO_INCLUDED_SRC_BASE_BASE_H
#define OURO_INCLUDED_SRC_BASE_BASE_H

#include <ouro/bits.h>
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
