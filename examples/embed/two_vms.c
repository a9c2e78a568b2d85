/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Two interpreters in one process, each in its own memory: what one does, the other does not notice.
 */
#include <ouro/embed.h>
#include <stdio.h>
#include <string.h>

struct machine {
    char memory[48 * 1024];
    struct ou_vm *vm;
};

static bool start(struct machine *m)
{
    struct ou_outer *outer = ou_memory_init(m->memory, sizeof m->memory);
    struct ou_vm_config config = {.c_stack_base = &m};
    m->vm = ou_vm_new(outer, &config);
    return m->vm != NULL;
}

static int run(struct machine *m, const char *text)
{
    return ou_vm_run_text(m->vm, text, strlen(text), "<machine>");
}

int main(void)
{
    static struct machine left, right;
    if (!start(&left) || !start(&right))
        return 1;
    run(&left, "import sys; sys.path.append('only here'); name = 'left'");
    run(&right, "import sys; name = 'right'");
    run(&left, "print(name, sys.path)");
    run(&right, "print(name, sys.path)");
    /* One that runs out of its memory takes nothing from the other. */
    int status =
        run(&left, "try:\n    x = bytearray(1000000)\nexcept MemoryError as e:\n    print(name + ':', e)\n");
    run(&right, "print(name, 'goes on')");
    ou_vm_delete(left.vm);
    run(&right, "print(name, 'is alone')");
    ou_vm_delete(right.vm);
    return status;
}
