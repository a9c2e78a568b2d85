/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * A reference that C code keeps between calls: a Python function that the main loop in C calls.
 */
#include <ouro/embed.h>
#include <stdio.h>
#include <string.h>

enum { ON_TICK }; /* the number of our root */

/* timer.on_tick(function): the one to be called, instead of an earlier one. */
OU_NATIVE_STATIC(on_tick)
{
    if (!ou_is_callable(vm, args[0]))
        return ou_raise(vm, &ou_exc_TypeError, "on_tick() needs a function, not %T", args[0]);
    ou_root_set(vm, ON_TICK, args[0]);
    return OU_NONE;
}

OU_ROM_ALIGN static const union ou_member members[] = {
    OU_MEMBER_FUNCTION(OU_S(on_tick), on_tick, 1, 1, 0),
};
static OU_MEMBER_TABLE(table, members);
OU_ROM_ALIGN static const struct ou_rom_module module = {OU_ROM(&ou_type_rom_module), OU_S(timer), &table,
                                                         NULL};
static const struct ou_rom_module *const modules[] = {&module, NULL};

static const char program[] = "import timer\n"
                              "def make(name):\n"
                              "    def tick(n):\n"
                              "        print(name, n)\n"
                              "        if n == 2:\n"
                              "            timer.on_tick(make('second'))\n"
                              "    return tick\n"
                              "timer.on_tick(make('first'))\n";

/* What a firmware does each time its timer has fired. */
static void tick(struct ou_vm *vm, int n)
{
    ou_val function = ou_root_get(vm, ON_TICK);
    if (function == OU_ABSENT)
        return; /* Python has not asked for it */
    if (ou_call_1(vm, function, ou_small(n)) == OU_EXC)
        ou_exc_print(vm);
}

int main(void)
{
    static char memory[64 * 1024];
    struct ou_outer *outer = ou_memory_init(memory, sizeof memory);
    struct ou_vm_config config = {.c_stack_base = &outer, .modules = modules};
    struct ou_vm *vm = ou_vm_new(outer, &config);
    if (!vm || ou_vm_run_text(vm, program, strlen(program), "ticks.py") != 0)
        return 1;
    for (int n = 1; n <= 4; n++) {
        ou_memory_compact(
            vm); /* collects and moves: the function stays alive, and the root knows where it is */
        tick(vm, n);
    }
    ou_root_set(vm, ON_TICK, OU_ABSENT); /* the next collection frees it */
    tick(vm, 5);
    ou_vm_delete(vm);
    return 0;
}
