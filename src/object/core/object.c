/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Allocating objects, and the guard against reprs that contain themselves.
 */
#include "object/core/object.h"
#include "object/core/protocol.h"
#include "object/core/sequence.h"

void *ou_alloc(struct ou_vm *vm, size_t bytes, unsigned gc_flags)
{
    void *block = ou_gc_alloc(&vm->heap, bytes, gc_flags);
    if (!block)
        ou_raise_memory(vm, bytes);
    return block;
}

ou_val ou_object_new(struct ou_vm *vm, const struct ou_type *t, size_t words, bool finalise)
{
    size_t bytes = words * sizeof(ou_val);
    ou_val *block = finalise ? ou_gc_alloc(&vm->heap, bytes, OU_GC_VALUES | OU_GC_FINALISE)
                             : ou_gc_alloc_fast(&vm->heap, bytes, OU_GC_VALUES);
    if (!block)
        return ou_raise_memory(vm, bytes);
    block[0] = OU_ROM(t);
    return ou_from_ptr(block);
}

ou_val ou_object_new_raw(struct ou_vm *vm, const struct ou_type *t, size_t bytes, bool finalise)
{
    ou_val *block = ou_gc_alloc(&vm->heap, bytes, finalise ? OU_GC_RAW | OU_GC_FINALISE : OU_GC_RAW);
    if (!block)
        return ou_raise_memory(vm, bytes);
    block[0] = OU_ROM(t);
    return ou_from_ptr(block);
}

void ou_field_set(struct ou_vm *vm, ou_val object, size_t i, ou_val v)
{
    OU_STORE(vm, ou_ptr(object), (ou_val *)object + i, v);
}

int ou_repr_enter(struct ou_vm *vm, ou_val v)
{
    ou_val list = vm->roots.repr_active;
    if (list == OU_ABSENT) {
        list = ou_list_new(vm, 0, NULL);
        if (list == OU_EXC)
            return -1;
        vm->roots.repr_active = list;
    }
    if (ou_stack_low(vm) && ou_stack_check(vm) < 0)
        return -1;
    for (size_t i = ou_list_len(list); i--;)
        if (ou_list_get(list, i) == v)
            return 0;
    return ou_list_append(vm, list, v) < 0 ? -1 : 1;
}

void ou_repr_leave(struct ou_vm *vm, ou_val v)
{
    ou_val list = vm->roots.repr_active;
    if (list == OU_ABSENT)
        return;
    size_t n = ou_list_len(list), i = n;
    while (i && ou_list_get(list, i - 1) != v)
        i--;
    if (i)
        ou_list_remove_range(vm, (struct ou_list *)list, i - 1, n);
    if (i == 1)
        vm->roots.repr_active = OU_ABSENT;
}

int ou_stack_check(struct ou_vm *vm)
{
    if (!ou_stack_low(vm))
        return vm->asked ? ou_poll_asked(vm) : 0;
    return ou_fail(ou_raise(vm, &ou_exc_RecursionError, "maximum recursion depth exceeded"));
}

void ou_weakref_own(struct ou_vm *vm, ou_val ref, ou_val owner)
{
    OU_STORE(vm, (struct ou_weakref *)ref, &((struct ou_weakref *)ref)->owner, owner);
}
