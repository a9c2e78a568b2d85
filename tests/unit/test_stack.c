/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The VM stack in a piece of memory behind which any access is a fault: nothing is read behind a chunk's end.
 */
#include <ouro/embed.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "vm/frame.h"
#include "unit.h"

#define MEMORY (256u * 1024)
#define PIECE 8192u /* with room for the second chunk of the stack */

static _Alignas(16) char memory[MEMORY];

/* What is free elsewhere in blocks that a chunk could get is taken, until one comes from the piece. */
static void leave_only(struct ou_outer *outer, const char *piece)
{
    for (;;) {
        char *block = ou_outer_alloc(outer, 320, OU_MEM_VM);
        assert_non_null(block);
        if (block >= piece && block < piece + PIECE) {
            ou_outer_free(outer, block);
            return;
        }
    }
}

/* A generator with so many registers that its window would end behind the chunk, and behind the memory, wherever
 * the chunk is full. */
static void a_wide_generator_is_entered_at_the_end_of_the_memory(void **state)
{
    (void)state;
    char program[4096] = "def g(x):\n";
    for (unsigned i = 0; i < 235; i++)
        snprintf(program + strlen(program), 20, "    a%u = x\n", i);
    strcat(program,
           "    yield x\n"
           "def deep(n):\n"
           "    if n:\n"
           "        return (n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, deep(n - 1))[-1]\n"
           "    return len(list(g(0)))\n");
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    char *piece = mmap(NULL, PIECE + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    assert_true(piece != MAP_FAILED);
    assert_int_equal(mprotect(piece + PIECE, page, PROT_NONE), 0);
    struct ou_outer *outer = ou_memory_init(memory, MEMORY);
    struct ou_vm_config config = {.c_stack_base = __builtin_frame_address(0), .c_stack_size = 256 * 1024};
    struct ou_vm *vm = ou_vm_new(outer, &config);
    assert_non_null(vm);
    assert_int_equal(ou_vm_run_text(vm, program, strlen(program), "test.py"), 0);
    ou_val deep = ou_get_attr(vm, ou_import(vm, OU_S(__main__)), ou_intern(vm, "deep", 4));
    assert_true(deep != OU_EXC);
    assert_int_equal(ou_outer_add_pool(outer, piece, PIECE, OU_MEM_ANY), 0);
    leave_only(outer, piece);
    bool in_piece = false;
    for (int depth = 0; depth < 200; depth++) {
        ou_stack_trim(vm);
        ou_val v = ou_call_1(vm, deep, ou_small(depth));
        if (v == OU_EXC) { /* too deep for so little memory */
            assert_true(ou_exc_matches(vm, &ou_exc_MemoryError));
            (void)ou_exc_take(vm);
        } else {
            assert_true(v == ou_small(1));
        }
        const char *second = (const char *)vm->stack->spare;
        in_piece |= second >= piece && second < piece + PIECE;
    }
    assert_true(in_piece);
    munmap(piece, PIECE + page); /* the VM with it: blocks are missing */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_wide_generator_is_entered_at_the_end_of_the_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
