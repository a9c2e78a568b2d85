/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * When to collect, to grow, to give back.  The files of this folder call the mechanisms of the one above; no mechanism
 * calls them.
 */
#ifndef OURO_INCLUDED_SRC_GC_POLICY_POLICY_H
#define OURO_INCLUDED_SRC_GC_POLICY_POLICY_H

#include "gc/internal.h"

/* policy.c */
char *ou_policy_take(struct ou_heap *heap, size_t n, unsigned flags, bool may_collect);
void ou_policy_release(struct ou_heap *heap, bool all);
void ou_policy_pace(struct ou_heap *heap);
void ou_policy_cycle_ended(struct ou_heap *heap);
void ou_policy_defragment(
    struct ou_heap *heap); /* right after a collection: compacts if that joins free memory */

/* collect.c */
enum ou_collect_why { OU_COLLECT_AUTOMATIC, OU_COLLECT_ASKED, OU_COLLECT_ALL };
void ou_collect(struct ou_heap *heap, enum ou_collect_why why);

/* cycle.c */
bool ou_cycle_wanted(struct ou_heap *heap);    /* collections are to proceed in increments */
void ou_cycle_increment(struct ou_heap *heap); /* begins a cycle, or goes on with it */
/* Ends a cycle under way; `kind` is what it counts as if that was still to be decided. */
void ou_cycle_finish(struct ou_heap *heap, enum ou_gc_kind kind);
char *ou_cycle_take(struct ou_heap *heap, size_t n, bool long_lived); /* sweeps until n granules are found */

#endif /* OURO_INCLUDED_SRC_GC_POLICY_POLICY_H */
