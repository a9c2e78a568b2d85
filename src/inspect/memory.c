/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What modules may know of and do to the memory and the state of their interpreter.
 */
#include "base/base.h"
#include "object/core/lookup.h"
#include "object/core/sequence.h"
#include "object/core/table.h"
#include "object/errors/exception.h"
#include "object/weak/cleanup.h"
#include "vm/frame.h"

#define NAME(name, text) [OU_OWNER_##name] = text,
const char *const ou_memory_owners[OU_OWNER_COUNT] = {OU_MEM_OWNERS(NAME)};

void ou_memory_stats(struct ou_vm *vm, struct ou_memory_stats *out)
{
    struct ou_heap_stats heap;
    struct ou_intern_stats intern;
    struct ou_outer *outer = vm->outer;
    memset(out, 0, sizeof *out);
    ou_lookup_drop(vm); /* a request that needs it gets that memory */
    ou_gc_stats(&vm->heap, &heap);
    ou_intern_stats(vm, &intern);
    out->total = heap.total;
    out->used = heap.used;
    out->peak = heap.peak;
    out->overhead = heap.overhead;
    out->largest = heap.largest;
    out->growth = ou_gc_growth(&vm->heap);
    out->largest_allocatable = ou_gc_largest(&vm->heap);
    out->areas = heap.areas;
    out->pinned_last = heap.pinned_last;
    out->threshold = ou_gc_threshold(&vm->heap);
    out->outer_total = ou_outer_total(outer, OU_MEM_ANY);
    out->outer_used = ou_outer_used(outer);
    out->outer_peak = ou_outer_peak(outer);
    out->outer_largest = ou_outer_largest(outer, OU_MEM_ANY);
    out->outer_reserve = outer->reserve;
    out->vm_stack = ou_outer_used_by(outer, OU_OWNER_VM_STACK);
    out->scratch = ou_outer_used_by(outer, OU_OWNER_SCRATCH);
    out->interned = ou_outer_used_by(outer, OU_OWNER_INTERNED);
    uintptr_t here = (uintptr_t)__builtin_frame_address(0);
    out->c_stack_used = vm->c_stack_base > here ? vm->c_stack_base - here : 0;
    out->c_stack_size = vm->c_stack_limit ? vm->c_stack_base - vm->c_stack_limit : 0;
    out->intern_chunks = intern.chunks;
    out->intern_strings = intern.strings;
    out->intern_text_bytes = intern.text_bytes;
    out->intern_bytes = intern.total_bytes;
#define COPY(type, name, string) out->name = heap.name;
    OU_HEAP_COUNTERS(COPY)
    memcpy(out->kinds, heap.kinds, sizeof out->kinds);
    memcpy(out->pauses, heap.pauses, sizeof out->pauses);
    for (unsigned i = 0; i < OU_OWNER_COUNT; i++)
        out->outer_by[i] = ou_outer_used_by(outer, (enum ou_mem_owner)i);
}

/* In a frame of its own: the C stack is searched for references, and what large structures hold that are not
 * filled yet is what other functions left there. */
static OU_NOINLINE size_t bytes_used(struct ou_vm *vm)
{
    struct ou_heap_stats stats;
    ou_gc_stats(&vm->heap, &stats);
    return stats.used;
}

bool ou_memory_idle(struct ou_vm *vm, uint64_t us) { return ou_gc_idle(&vm->heap, us); }

size_t ou_memory_collect(struct ou_vm *vm)
{
    size_t before = bytes_used(vm);
    ou_lookup_drop(vm); /* so that it does not lie between what closes up */
    ou_stack_clear_dead(vm);
    ou_gc_collect(&vm->heap);
    if (ou_cleanup_run(vm)) { /* what was kept for that may be garbage now */
        ou_gc_collect(&vm->heap);
        ou_cleanup_run(vm);
    }
    ou_intern_shrink(vm);
    size_t after = bytes_used(vm);
    return before > after ? before - after : 0;
}

void ou_memory_set_automatic(struct ou_vm *vm, bool on) { ou_gc_set_enabled(&vm->heap, on); }
bool ou_memory_is_automatic(struct ou_vm *vm) { return ou_gc_enabled(&vm->heap); }
void ou_memory_set_threshold(struct ou_vm *vm, size_t bytes) { ou_gc_set_threshold(&vm->heap, bytes); }

int ou_memory_set_pause(struct ou_vm *vm, uint32_t us)
{
    return ou_gc_set_pause(&vm->heap, us) < 0 ? ou_raise_memory(vm, 0) : 0;
}
uint32_t ou_memory_pause(struct ou_vm *vm) { return ou_gc_pause(&vm->heap); }
void ou_memory_compact(struct ou_vm *vm) { ou_gc_compact(&vm->heap); }

int ou_memory_lock(struct ou_vm *vm)
{
    ou_gc_lock(&vm->heap);
    return ou_gc_lock_depth(&vm->heap);
}

int ou_memory_unlock(struct ou_vm *vm)
{
    if (!ou_gc_lock_depth(&vm->heap))
        return -1;
    int depth = ou_gc_unlock(&vm->heap);
    vm->cleanup_due |= depth == 0 && ou_cleanup_waits(vm);
    return depth;
}

int ou_memory_lock_depth(struct ou_vm *vm) { return ou_gc_lock_depth(&vm->heap); }

static size_t block_size(struct ou_vm *vm, ou_val v)
{
    return ou_is_ptr(v) && ou_gc_is_block(&vm->heap, ou_ptr(v)) ? ou_gc_size(&vm->heap, ou_ptr(v)) : 0;
}

size_t ou_memory_size_of(struct ou_vm *vm, ou_val v)
{
    size_t bytes = block_size(vm, v);
    if (!ou_is_ptr(v))
        return 0;
    const struct ou_type *t = ou_type_of(v);
    ou_int flags = ou_type_flags(t);
    if (t == &ou_type_list)
        bytes += block_size(vm, ou_list_at(v)->items);
    else if (t == &ou_type_dict || (OU_WITH_SET && (t == &ou_type_set || t == &ou_type_frozenset)))
        bytes += ou_table_owned_bytes(vm, ou_table_at(v));
    else if (OU_WITH_BYTEARRAY && t == &ou_type_bytearray)
        bytes += block_size(vm, ((struct ou_bytearray *)v)->data);
    else if (OU_WITH_ARRAY && t == &ou_type_array)
        bytes += ou_memory_size_of(vm, ou_field(v, 2)); /* its bytearray */
    if ((flags & OU_TYPE_HEAP) && !(flags & OU_TYPE_EXCEPTION)) {
        const struct ou_instance *instance = (const struct ou_instance *)v;
        if (ou_is(instance->extra, &ou_type_dict))
            bytes += block_size(vm, instance->extra) + ou_table_owned_bytes(vm, ou_table_at(instance->extra));
        if (flags & OU_TYPE_PAYLOAD)
            bytes += ou_memory_size_of(vm, instance->slots[0]);
    }
    return bytes;
}

bool ou_memory_is_block(struct ou_vm *vm, ou_val v)
{
    return ou_is_ptr(v) && ou_gc_is_block(&vm->heap, ou_ptr(v));
}

/* -- state -- */

static ou_val *state_slot(struct ou_vm *vm, enum ou_state which)
{
    switch (which) {
    case OU_STATE_ARGV: return &vm->roots.argv;
    case OU_STATE_PATH: return &vm->roots.path;
    default: return &vm->roots.modules;
    }
}

ou_val ou_state_get(struct ou_vm *vm, enum ou_state which)
{
    ou_val *slot = state_slot(vm, which);
    if (*slot == OU_ABSENT) {
        ou_val v = which == OU_STATE_MODULES ? ou_dict_new(vm, 0) : ou_list_new(vm, 0, NULL);
        if (v == OU_EXC)
            return OU_EXC;
        *slot = v;
    }
    return *slot;
}

void ou_state_set(struct ou_vm *vm, enum ou_state which, ou_val v) { *state_slot(vm, which) = v; }

unsigned ou_recursion_limit(struct ou_vm *vm) { return vm->depth_limit; }
unsigned ou_recursion_depth(struct ou_vm *vm) { return vm->depth; }
void ou_recursion_set_limit(struct ou_vm *vm, unsigned limit) { vm->depth_limit = limit; }

ou_val ou_exc_handled(struct ou_vm *vm) { return vm->up && vm->up->handled ? vm->up->handled(vm) : OU_NONE; }

ou_val ou_exc_format(struct ou_vm *vm, ou_val exception) { return ou_exc_text(vm, exception); }
