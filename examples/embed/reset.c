/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * A soft reset: the VM is taken down and made again, and the outer heap is byte for byte what it was.
 */
#include <ouro/embed.h>
#include <stdio.h>
#include <string.h>

static unsigned boots; /* C variables live through a reset */

static const char program[] = "import atexit\n"
                              "class Lamp:\n"
                              "    def __del__(self):\n"
                              "        print('  the lamp is switched off')\n"
                              "lamp = Lamp()\n"
                              "lamp.myself = lamp\n"
                              "atexit.register(print, '  atexit')\n"
                              "log = open('reset.log', 'a')\n"
                              "log.write('x')\n"
                              "print('  started')\n";

static int boot(struct ou_outer *outer)
{
    struct ou_vm_config config = {.c_stack_base = &config};
    struct ou_vm *vm = ou_vm_new(outer, &config);
    if (!vm)
        return 1;
    printf("boot %u\n", ++boots);
    int status = ou_vm_run_text(vm, program, strlen(program), "main.py");
    ou_vm_delete(
        vm); /* atexit, __del__; the file, which the program left open, is closed with all that was written */
    return status;
}

int main(void)
{
    static char memory[96 * 1024];
    struct ou_outer *outer = ou_memory_init(memory, sizeof memory);
    size_t before = ou_memory_used(outer);
    remove("reset.log");
    for (int i = 0; i < 3; i++)
        if (boot(outer) != 0)
            return 1;
    printf("%zu bytes more in use than before\n", ou_memory_used(outer) - before);
    FILE *log = fopen("reset.log", "r");
    char text[8] = "";
    if (!log || !fgets(text, sizeof text, log))
        return 1;
    fclose(log);
    remove("reset.log");
    printf("the file has %zu characters\n", strlen(text));
    return 0;
}
