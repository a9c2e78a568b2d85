/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * A whole VM on memory of its own, from start() to stop(), which asserts that nothing of it is left.
 */
#ifndef OURO_INCLUDED_TESTS_UNIT_WHOLE_VM_H
#define OURO_INCLUDED_TESTS_UNIT_WHOLE_VM_H

#include "unit.h"

#include "object/core/vm.h"
#include <ouro/embed.h>

static char memory[4u << 20];
static struct ou_outer outer;
static struct ou_vm *vm;
static const void *stack_base; /* outermost: in main */

/* size: bytes of the outer heap, of at most sizeof memory; heap_size: of the first area. */
static void start(size_t size, size_t heap_size)
{
    ou_outer_init(&outer);
    assert_int_equal(ou_outer_add_pool(&outer, memory, size, OU_MEM_ANY), 0);
    struct ou_vm_config config = {.heap_size = heap_size, .c_stack_base = stack_base};
    vm = ou_vm_new(&outer, &config);
    assert_non_null(vm);
}

static void stop(void)
{
    assert_int_equal(ou_gc_verify(&vm->heap), 0);
    assert_int_equal(ou_address_map_verify(&vm->identity.numbers), 0);
    ou_vm_delete(vm);
    assert_int_equal(ou_outer_audit(&outer), 0);
    assert_int_equal(ou_outer_used_by(&outer, OU_OWNER_VM), 0);
}

#endif /* OURO_INCLUDED_TESTS_UNIT_WHOLE_VM_H */
