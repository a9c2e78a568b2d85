/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Memory with a fixed address, for hardware and for C code that keeps a pointer.
 *
 * What is pinned is the block that holds the bytes, not the object: that of a bytearray is a block of its
 * own, that of an array the bytearray's inside, that of a memoryview what it looks at.  A bytearray counts a
 * pin among the memoryviews of it, so that its bytes stay where they are by every means.
 */
#include "object/bytes/bytes.h"

#define VIEW_BASE 1     /* of a memoryview: the word of the object it looks at */
#define ARRAY_STORAGE 2 /* of an array: that of its bytearray */

/* The object whose bytes those of v are. */
static ou_val owner_of(ou_val v)
{
    ou_val view = OU_WITH_MEMORYVIEW ? ou_cast_native(v, &ou_type_memoryview) : OU_ABSENT;
    if (view)
        v = ou_field(view, VIEW_BASE);
    ou_val array = OU_WITH_ARRAY ? ou_cast_native(v, &ou_type_array) : OU_ABSENT;
    if (array)
        return ou_field(array, ARRAY_STORAGE);
    ou_val bytes = ou_bytes_exact(v);
    return bytes ? bytes : ou_unwrap(v);
}

/* The block that holds its bytes, or NULL: there are none, or they are not in the heap. */
static void *block_of(struct ou_vm *vm, ou_val owner)
{
    ou_val v = ou_is_bytearray(owner) ? ((const struct ou_bytearray *)owner)->data : owner;
    return ou_is_ptr(v) && ou_gc_is_block(&vm->heap, ou_ptr(v)) ? ou_ptr(v) : NULL;
}

static void count_pin(struct ou_vm *vm, ou_val owner, int by)
{
    struct ou_bytearray *a = (struct ou_bytearray *)owner;
    if (ou_is_bytearray(owner))
        OU_STORE(vm, a, &a->exports, ou_small(ou_small_value(a->exports) + by));
}

ou_val ou_pin(struct ou_vm *vm, ou_val v, struct ou_buffer *out)
{
    if (ou_get_buffer(vm, v, out) < 0)
        return OU_EXC;
    ou_val owner = owner_of(v);
    void *block = block_of(vm, owner);
    if (block && ou_gc_pin(&vm->heap, block) < 0)
        return ou_raise_memory(vm, sizeof(ou_val));
    count_pin(vm, owner, 1);
    return owner;
}

void ou_unpin(struct ou_vm *vm, ou_val owner)
{
    void *block = block_of(vm, owner);
    if (block)
        ou_gc_unpin(&vm->heap, block);
    count_pin(vm, owner, -1);
}
