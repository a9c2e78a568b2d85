/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The outer heap: the one allocator under everything (areas of the collected heap, VM stack, compiler
 * scratch, interned strings, buffers of C code).  Explicit, never moving, never collected; it lives as
 * long as the firmware and outlives every VM.
 *
 * It is a list of pools.  A pool is a range of memory with attributes, served by a back end through a
 * table of operations (ouro/pool.h): TLSF here, the C library's malloc (ouro/outer_libc.h) for tools, a system's
 * own allocator on chips that have one.  A request names what it needs and is met from the first pool
 * that has it, in the order in which pools were added, so add the cheap memory first.
 *
 * Nothing here collects.  What cannot be had is NULL.
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_OUTER_H
#define OURO_INCLUDED_INCLUDE_OURO_OUTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Attributes.  Those of a pool say what it has; those of a request what it needs. */
#define OU_MEM_ANY 0u
#define OU_MEM_DMA 1u /* hardware may read and write it directly */
#define OU_MEM_FAST 2u
#define OU_MEM_SLOW 4u
#define OU_MEM_DEBUG 8u /* only for the verifier's shadow copies: serves nothing else, in no figure */
#define OU_MEM_KINDS 15u
/* Of a request only: it is made for the VM, and is refused when it would bite into the reserve. */
#define OU_MEM_VM 16u
/* Of a request only: who it is for, e.g. OU_MEM_VM | OU_MEM_FOR(OU_OWNER_SCRATCH). */
#define OU_MEM_FOR(owner) ((unsigned)(owner) << 8)
#define OU_MEM_OWNER(attributes) ((enum ou_mem_owner)(((attributes) >> 8) & 7u))

/* Who a block is for: X(NAME, name). */
/* clang-format off */
#define OU_MEM_OWNERS(X) \
    X(OTHER, "other") \
    X(AREAS, "areas")       /* of the collected heap; they grow in place, so a pool keeps other blocks away */ \
    X(VM_STACK, "vm_stack") \
    X(SCRATCH, "scratch")   /* the compiler's trees, sort buffers: gone when the operation is over */ \
    X(INTERNED, "interned") /* chunks of interned strings and their index */ \
    X(BUFFERS, "buffers") \
    X(VM, "vm")             /* the VM's own structure, the collector's mark queue and tables */
/* clang-format on */
enum ou_mem_owner {
#define X(name, text) OU_OWNER_##name,
    OU_MEM_OWNERS(X)
#undef X
        OU_OWNER_COUNT
};

struct ou_pool; /* ouro/pool.h */

struct ou_outer {
    struct ou_pool *pools;
    size_t reserve;
    size_t used; /* of all pools, what the blocks cost besides their size included */
    size_t peak;
    size_t used_by[OU_OWNER_COUNT];
};

/* An outer heap without pools, in memory of the caller. */
void ou_outer_init(struct ou_outer *outer);
/* `memory` is the caller's and is in use until the outer heap is forgotten; the pool's control
 * structure lies in it.  0, or negative if size is too small to hold that and one block. */
int ou_outer_add_pool(struct ou_outer *outer, void *memory, size_t size, unsigned attributes);

/* At least `size` bytes, aligned to two machine words.  NULL if size is 0. */
void *ou_outer_alloc(struct ou_outer *outer, size_t size, unsigned attributes)
    __attribute__((warn_unused_result));
/* alignment is a power of two. */
void *ou_outer_alloc_aligned(struct ou_outer *outer, size_t size, size_t alignment, unsigned attributes)
    __attribute__((warn_unused_result));
/* Keeps the owner, and the pool's attributes when it moves.  NULL: not done, and p is unchanged.
 * p NULL and size 0 are errors (NULL). An aligned block stays aligned only while it does not move.
 * OU_MEM_VM blocks cannot be told from others here: growing one never bites into the reserve unless its
 * owner is OU_OWNER_OTHER or OU_OWNER_BUFFERS. */
void *ou_outer_realloc(struct ou_outer *outer, void *p, size_t size, bool may_move)
    __attribute__((warn_unused_result));
/* p keeps `size` bytes, what begins at `tail`, an address inside it aligned to two words, becomes a block of its own,
 * and what lies between them is free.  Nothing is written to the tail's contents, only below it.  False: not done. */
bool ou_outer_split(struct ou_outer *outer, void *p, size_t size, void *tail);
/* NULL is allowed.  Debug builds report a double free or a foreign pointer and do nothing. */
void ou_outer_free(struct ou_outer *outer, void *p);
/* Bytes that the block at p can hold. */
size_t ou_outer_size(struct ou_outer *outer, const void *p);

/* Bytes that the block at p can be made to hold in place, without biting into the reserve. */
size_t ou_outer_room(struct ou_outer *outer, const void *p);

/* The largest request that would succeed now / what all such requests together could get at most, in
 * pools that have `attributes`.  With OU_MEM_VM: without biting into the reserve. */
size_t ou_outer_largest(struct ou_outer *outer, unsigned attributes);
size_t ou_outer_free_total(struct ou_outer *outer, unsigned attributes);
size_t ou_outer_total(struct ou_outer *outer, unsigned attributes); /* of those pools, free or not */
size_t ou_outer_used(const struct ou_outer *outer);
size_t ou_outer_peak(const struct ou_outer *outer);
size_t ou_outer_used_by(const struct ou_outer *outer, enum ou_mem_owner owner);
/* One free block of this many bytes is kept from OU_MEM_VM requests. */
void ou_outer_set_reserve(struct ou_outer *outer, size_t bytes);
/* Checks every block of every pool.  0, or negative after reporting through ou_port_report. */
int ou_outer_audit(struct ou_outer *outer);

#endif /* OURO_INCLUDED_INCLUDE_OURO_OUTER_H */
