/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * A class gets __del__ when it has instances already: they are found in the heap and marked.
 */
#include "object/types/late_del.h"
#include "object/core/cleanup_queue.h"
#include "object/core/sequence.h"
#include "object/types/instance.h"

struct adoption {
    struct ou_vm *vm;
    const struct ou_type *base;
    size_t count;
};

/* Whether the block is, by all its looks, an instance of a class that derives from base and has no __del__
 * yet.  The items of a list look like one, if the first is such a class. */
static bool looks_like_instance(const struct adoption *a, const void *block, size_t size, unsigned flags)
{
    const ou_val *words = block;
    if ((flags & OU_GC_KIND_MASK) != OU_GC_VALUES || (flags & OU_GC_FINALISE) || !ou_is_ptr(words[0]))
        return false;
    const struct ou_type *t = (const struct ou_type *)words[0];
    struct ou_heap *heap = &a->vm->heap;
    if (!ou_gc_is_block(heap, t) || (ou_gc_flags(heap, t) & OU_GC_KIND_MASK) != OU_GC_VALUES ||
        ou_gc_size(heap, t) < OU_CLASS_SIZE || t->ops != OU_ROM(&ou_instance_ops))
        return false;
    if (ou_type_has(t, OU_TYPE_HAS_DEL) || !ou_is_subtype(t, a->base))
        return false;
    if (ou_type_has(t, OU_TYPE_METACLASS))
        return ((const struct ou_type *)block)->ops == OU_ROM(&ou_instance_ops);
    if (size < (ou_instance_header(t) + (size_t)ou_small_value(t->heap->n_slots)) * sizeof(ou_val))
        return false;
    return words[1] == OU_ABSENT ||
           (ou_gc_is_block(heap, ou_ptr(words[1])) && ou_is(words[1], &ou_type_dict));
}

static void count_instance(void *ctx, void *block, size_t size, unsigned flags)
{
    struct adoption *a = ctx;
    a->count += looks_like_instance(a, block, size, flags);
}

static void mark_instance(void *ctx, void *block, size_t size, unsigned flags)
{
    struct adoption *a = ctx;
    if (!looks_like_instance(a, block, size, flags))
        return;
    ou_gc_set_finalise(&a->vm->heap, block, true);
    a->count--;
}

/* The items of a list and the records of a table are no instances. */
static void unmark_items(void *ctx, void *block, size_t size, unsigned flags)
{
    struct adoption *a = ctx;
    ou_val v = ou_from_ptr(block), items = OU_ABSENT;
    (void)size;
    if ((flags & OU_GC_KIND_MASK) != OU_GC_VALUES)
        return;
    if (ou_is(v, &ou_type_list))
        items = ou_list_at(v)->items;
    else if (ou_is(v, &ou_type_dict) ||
             (OU_WITH_SET && (ou_is(v, &ou_type_set) || ou_is(v, &ou_type_frozenset))))
        items = ou_table_at(v)->entries;
    if (!ou_is_ptr(items) || !ou_gc_is_block(&a->vm->heap, ou_ptr(items)) ||
        !(ou_gc_flags(&a->vm->heap, ou_ptr(items)) & OU_GC_FINALISE))
        return;
    const ou_val *words = ou_ptr(items);
    if (!ou_is_ptr(words[0]) || !ou_gc_is_block(&a->vm->heap, ou_ptr(words[0])) || !ou_is_type(words[0]) ||
        !ou_is_subtype(ou_type_at(words[0]), a->base))
        return;
    ou_gc_set_finalise(&a->vm->heap, ou_ptr(items), false);
    ou_cleanup_unreserve(a->vm, 1);
}

int ou_cleanup_adopt(struct ou_vm *vm, const struct ou_type *t)
{
    struct adoption a = {vm, t, 0};
    ou_gc_each_block(&vm->heap, count_instance, &a);
    if (!a.count)
        return 0;
    size_t reserved = a.count;
    if (ou_cleanup_reserve(vm, reserved) < 0)
        return -1;
    a.count = reserved; /* a collection in between may have made it fewer */
    ou_gc_each_block(&vm->heap, mark_instance, &a);
    ou_cleanup_unreserve(vm, a.count);
    ou_gc_each_block(&vm->heap, unmark_items, &a);
    return 0;
}
