/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What modules may know of and do to the memory of their interpreter.
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_MEMORY_H
#define OURO_INCLUDED_INCLUDE_OURO_MEMORY_H

#include <ouro/errors.h>
#include <ouro/figures.h>
#include <ouro/outer.h>

extern const char *const ou_memory_owners[OU_OWNER_COUNT];
struct ou_memory_stats {
    size_t total, used, peak, overhead; /* of the collected heap's areas, in bytes of whole granules */
    size_t largest;                     /* the largest request that its free memory meets */
    size_t growth;                      /* by what the heap can grow in one piece */
    size_t largest_allocatable; /* the largest block to be had without moving anything, growth included */
    unsigned areas;
    size_t pinned_last; /* blocks pinned by the C stack in the last collection */
    size_t threshold;   /* see ou_memory_set_threshold */
    size_t outer_total, outer_used, outer_peak, outer_largest, outer_reserve;
    size_t vm_stack, scratch, interned; /* of outer_used */
    size_t c_stack_used, c_stack_size;  /* at the call */
    unsigned intern_chunks, intern_strings;
    size_t intern_text_bytes, intern_bytes;
    uint32_t kinds[OU_GC_KINDS];        /* collections of each kind */
    uint32_t pauses[OU_GC_PAUSE_SLOTS]; /* by their length */
    size_t outer_by[OU_OWNER_COUNT];    /* outer_used by owner, see ou_memory_owners */
    OU_HEAP_COUNTERS(OU_COUNTER_FIELD)
};
/* Exact, and does not look at blocks.  No collection. */
void ou_memory_stats(struct ou_vm *vm, struct ou_memory_stats *out);
/* Collects now, and runs cleanup that waits (__del__, callbacks), which is Python; the bytes that became free. */
size_t ou_memory_collect(struct ou_vm *vm);
/* Nobody needs the VM for so many microseconds, or until something happens (OU_MEMORY_FOREVER): collects and compacts if
 * that is worth it and is expected to be done by then; with gc.pause(us) set, one increment of a collection.  Does nothing
 * otherwise.  True: there is more of the same to do.  May collect; runs no Python. */
#define OU_MEMORY_FOREVER UINT64_MAX
bool ou_memory_idle(struct ou_vm *vm, uint64_t us);
/* Automatic collection, as gc.enable() and gc.disable() switch it; a new VM has it on. */
void ou_memory_set_automatic(struct ou_vm *vm, bool on);
bool ou_memory_is_automatic(struct ou_vm *vm);
/* Collects after so many allocated bytes; 0: as the heap sees fit. */
void ou_memory_set_threshold(struct ou_vm *vm, size_t bytes);
/* The longest that an automatic collection may stop the program at a time, in microseconds: it proceeds in increments
 * then.  0: no bound.  0 or -1 with MemoryError, and nothing is changed.  May collect. */
int ou_memory_set_pause(struct ou_vm *vm, uint32_t us);
uint32_t ou_memory_pause(struct ou_vm *vm); /* 0: none */
/* Collects, and moves blocks together so that free memory is in one piece. */
void ou_memory_compact(struct ou_vm *vm);
/* The lock, under which every allocation fails with MemoryError.  It nests: the new depth; unlock: -1 if it was not locked. */
int ou_memory_lock(struct ou_vm *vm);
int ou_memory_unlock(struct ou_vm *vm);
int ou_memory_lock_depth(struct ou_vm *vm);
/* Bytes of the heap that an object and the blocks that it owns take; 0 for immediates and constants.  No collection. */
size_t ou_memory_size_of(struct ou_vm *vm, ou_val v);
/* Has the object a block in the heap (no immediate, no constant)?  No collection. */
bool ou_memory_is_block(struct ou_vm *vm, ou_val v);
/* Could the object be part of a cycle, as CPython's gc.is_tracked decides it?  No collection. */
bool ou_memory_is_tracked(struct ou_vm *vm, ou_val v);
/* Has its __del__ been called, or is about to be?  No collection. */
bool ou_memory_is_finalised(struct ou_vm *vm, ou_val v);
/* New lists: of all tracked objects that Python code can reach; of those that refer to one of n objects; of
 * what n objects refer to.  For a type written in C, what its fields refer to must be objects. */
ou_val ou_memory_objects(struct ou_vm *vm) OU_MUST_CHECK;
ou_val ou_memory_referrers(struct ou_vm *vm, size_t n, const ou_val *objects) OU_MUST_CHECK;
ou_val ou_memory_referents(struct ou_vm *vm, size_t n, const ou_val *objects) OU_MUST_CHECK;
/* Gives the bytes of an object with a buffer a fixed address, out->data, until ou_unpin was called as often
 * with what ou_pin returns: the object that owns the bytes, which the caller keeps alive.  A bytearray cannot
 * be resized meanwhile. */
ou_val ou_pin(struct ou_vm *vm, ou_val v, struct ou_buffer *out) OU_MUST_CHECK;
void ou_unpin(struct ou_vm *vm, ou_val owner); /* no collection */
/* The heap as text for tools/heapview.py, piece by piece through `write` (0, or negative to end it), which
 * may not use the interpreter.  Allocates nothing.  0, or what write returned. */
int ou_memory_dump(struct ou_vm *vm, int (*write)(void *ctx, const char *text, size_t n), void *ctx);

#endif /* OURO_INCLUDED_INCLUDE_OURO_MEMORY_H */
