/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The objects without what runs Python code: a heap, roots, interned names and the hooks of a VM, whose calls fail.
 */
#ifndef OURO_INCLUDED_TESTS_UNIT_BARE_VM_H
#define OURO_INCLUDED_TESTS_UNIT_BARE_VM_H

#include "unit.h"

#include "object/core/lookup.h"
#include "object/errors/exception.h"

static struct ou_outer outer;
static struct ou_vm machine, *vm = &machine;
static char *memory;

static void visit(struct ou_heap *heap, void *ctx)
{
    (void)ctx;
    ou_gc_visit_range(heap, (ou_val *)&vm->roots, sizeof vm->roots / sizeof(ou_val));
}

static const void *stack_base(void *ctx)
{
    (void)ctx;
    return (const void *)vm->c_stack_base;
}

static enum ou_finalise_result finalise(void *ctx, void *block)
{
    (void)ctx, (void)block;
    return OU_FINALISE_DONE;
}

static void mark_interned(void *ctx, ou_val v) { ou_intern_mark(ctx, v); }

static void clear_dead(void *ctx) { ou_intern_clear_dead(ctx); }
static void before_move(void *ctx) { ou_intern_before_move(ctx); }
static void update(void *ctx)
{
    ou_identity_update(ctx);
    ou_intern_update(ctx);
}

static const struct ou_heap_hooks hooks = {.ctx = &machine,
                                           .mark_interned = mark_interned,
                                           .clear_dead = clear_dead,
                                           .before_move = before_move,
                                           .update = update,
                                           .finalise = finalise,
                                           .stack_base = stack_base};

static ou_val no_call(struct ou_vm *v, ou_val callable, unsigned n_args, unsigned n_kw, const ou_val *args)
{
    (void)callable, (void)n_args, (void)n_kw, (void)args;
    return ou_raise(v, &ou_exc_SystemError, "no VM");
}

static ou_val handled_exception = OU_NONE; /* what the VM would be handling */

static ou_val handled(struct ou_vm *v)
{
    (void)v;
    return handled_exception;
}

static const struct ou_upcalls upcalls = {.call = no_call, .handled = handled};

/* bytes: of the outer heap; base: an address of the outermost frame that holds references. */
static void set_up(size_t bytes, const void *base)
{
    memory = malloc(bytes);
    memset(vm, 0, sizeof *vm);
    ou_outer_init(&outer);
    assert_true(ou_outer_add_pool(&outer, memory, bytes, OU_MEM_ANY) >= 0);
    vm->outer = &outer;
    vm->up = &upcalls;
    vm->next_version = OU_VERSION_FIRST;
    ou_lookup_init(vm);
    vm->c_stack_base = (uintptr_t)base;
    struct ou_heap_config config = {.first_area = 65536, .can_scan_stack = true};
    assert_int_equal(ou_heap_init(&vm->heap, &outer, &hooks, &config), 0);
    vm->root_provider = (struct ou_root_provider){.visit = visit, .ctx = vm, .precise = true};
    ou_heap_add_roots(&vm->heap, &vm->root_provider);
    assert_int_equal(ou_intern_init(vm), 0);
    assert_int_equal(ou_exception_init(vm), 0);
}

static void tear_down(void)
{
    assert_int_equal(ou_gc_verify(&vm->heap), 0);
    ou_gc_sweep_all(&vm->heap);
    ou_intern_deinit(vm);
    ou_heap_deinit(&vm->heap);
    free(memory);
}

#endif /* OURO_INCLUDED_TESTS_UNIT_BARE_VM_H */
