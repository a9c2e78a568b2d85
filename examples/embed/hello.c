/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The smallest program: memory, a VM, a text that runs.
 */
#include <ouro/embed.h>
#include <stdio.h>
#include <string.h>

static char memory[64 * 1024]; /* all that the interpreter will ever use */

int main(void)
{
    static const char program[] = "print('Hello from Python:', 6 * 7)\n";
    struct ou_outer *outer = ou_memory_init(memory, sizeof memory);
    struct ou_vm_config config = {.c_stack_base = &outer};
    struct ou_vm *vm = ou_vm_new(outer, &config);
    if (!vm) {
        printf("not enough memory\n");
        return 1;
    }
    int status = ou_vm_run_text(vm, program, strlen(program), "hello.py");
    ou_vm_delete(vm);
    return status;
}
