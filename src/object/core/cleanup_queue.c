/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The room of the queue of cleanup (cleanup_queue.h), which is reserved before it is needed.
 */
#include "object/core/cleanup_queue.h"
#include "base/base.h"

#define ATTRIBUTES (OU_MEM_VM | OU_MEM_FOR(OU_OWNER_VM))

struct ou_cleanup *ou_cleanup_get(struct ou_vm *vm)
{
    if (vm->cleanup)
        return vm->cleanup;
    struct ou_cleanup *c = ou_outer_alloc(vm->outer, sizeof *c, ATTRIBUTES);
    if (!c) {
        ou_gc_shrink(&vm->heap);
        c = ou_outer_alloc(vm->outer, sizeof *c, ATTRIBUTES);
    }
    if (!c) {
        ou_raise_memory(vm, sizeof *c);
        return NULL;
    }
    memset(c, 0, sizeof *c);
    vm->cleanup = c;
    return c;
}

bool ou_cleanup_resize(struct ou_vm *vm, uint32_t capacity, bool may_move)
{
    struct ou_cleanup *c = vm->cleanup;
    size_t bytes = (size_t)capacity * sizeof *c->entries;
    ou_val *entries = c->entries ? ou_outer_realloc(vm->outer, c->entries, bytes, may_move)
                                 : ou_outer_alloc(vm->outer, bytes, ATTRIBUTES);
    if (!entries)
        return false;
    c->entries = entries;
    c->capacity = capacity;
    return true;
}

static bool has_room(struct ou_vm *vm, size_t n)
{
    struct ou_cleanup *c = vm->cleanup;
    if (c->capacity - c->reserved >= n)
        return true;
    size_t wanted = c->reserved + n;
    if (wanted > UINT32_MAX / 2)
        return false;
    uint32_t generous = c->capacity + c->capacity / 2 + 8;
    return (generous > wanted && ou_cleanup_resize(vm, generous, true)) ||
           ou_cleanup_resize(vm, (uint32_t)wanted, true);
}

int ou_cleanup_reserve(struct ou_vm *vm, size_t n)
{
    struct ou_cleanup *c = ou_cleanup_get(vm);
    if (!c)
        return -1;
    if (!has_room(vm, n)) {
        ou_gc_shrink(&vm->heap);
        if (!has_room(vm, n))
            return ou_fail(ou_raise_memory(vm, (c->reserved + n) * sizeof *c->entries));
    }
    c->reserved += (uint32_t)n;
    return 0;
}

bool ou_cleanup_reserve_nogc(struct ou_vm *vm)
{
    if (!vm->cleanup || !has_room(vm, 1))
        return false;
    vm->cleanup->reserved++;
    return true;
}

void ou_cleanup_unreserve(struct ou_vm *vm, size_t n)
{
    ou_assert(vm->cleanup && vm->cleanup->reserved >= n);
    vm->cleanup->reserved -= (uint32_t)n;
}

void ou_cleanup_mark(struct ou_vm *vm, ou_val object) { ou_gc_set_finalise(&vm->heap, ou_ptr(object), true); }

ou_val ou_cleanup_marked(struct ou_vm *vm, ou_val object)
{
    if (object == OU_EXC || ou_cleanup_reserve(vm, 1) < 0)
        return OU_EXC;
    ou_cleanup_mark(vm, object);
    return object;
}

void ou_cleanup_queue(struct ou_vm *vm, ou_val v)
{
    struct ou_cleanup *c = vm->cleanup;
    if (c->tail == c->capacity && c->head) {
        memmove(c->entries, c->entries + c->head, (c->tail - c->head) * sizeof *c->entries);
        c->tail -= c->head;
        c->head = 0;
    }
    ou_assert(c->tail < c->capacity);
    c->entries[c->tail++] = v;
}
