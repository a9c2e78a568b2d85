/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * A complete program that embeds Ouro: a control loop in C whose rule is a Python function.
 *
 * It gives the interpreter 24 KB (48 KB on a 64-bit machine), offers it a module `plant` written in C and a frozen one,
 * loads a script, calls its function `step` for each sample, survives a script that fails, and takes the
 * VM down; at the end the outer heap must be byte for byte what it was.
 */
#include <ouro/embed.h>
#include <stdio.h>
#include <string.h>

/* -- the module `plant`: temperature() and a constant -- */

static double temperature = 15.0;

OU_NATIVE_STATIC(plant_temperature) { return ou_float_new(vm, temperature); }
OU_FUNCTION(plant_temperature_object, plant_temperature, OU_S(temperature), 0, 0, 0);

static const struct ou_rom_entry plant_entries[] = {
    /* sorted by name */
    {OU_S(TARGET), OU_SMALL_CONST(21)},
    {OU_S(temperature), OU_ROM(&plant_temperature_object)},
};
OU_ROM_TABLE(plant_table, plant_entries);
OU_ROM_ALIGN static const struct ou_rom_module plant_module = {OU_ROM(&ou_type_rom_module), OU_S(plant),
                                                               &plant_table, NULL};
static const struct ou_rom_module *const modules[] = {&plant_module, NULL};

/* -- the script -- */

static const char script[] = "import plant, regulator\n" /* one in C, one in Python, both in ROM */
                             "log = []\n"
                             "def step(minute):\n"
                             "    t = plant.temperature()\n"
                             "    power = regulator.power(plant.TARGET, t)\n"
                             "    log.append((minute, power))\n"
                             "    return power\n"
                             "def summary():\n"
                             "    return f'{len(log)} steps, last {log[-1]}'\n";

static const char broken[] = "def step(minute):\n    return 1 / 0\nstep(1)\n";

static int run(struct ou_vm *vm)
{
    if (ou_vm_run_text(vm, script, strlen(script), "heater.py") != 0)
        return 1;
    ou_val main_module = ou_import(vm, OU_S(__main__));
    ou_val step = main_module == OU_EXC ? OU_EXC : ou_get_attr(vm, main_module, OU_S(step));
    if (step == OU_EXC) {
        ou_exc_print(vm);
        return 1;
    }
    for (int minute = 0; minute < 30; minute++) {
        ou_int power;
        ou_val result = ou_call_1(vm, step, ou_small(minute));
        if (result == OU_EXC || ou_to_int(vm, result, &power) < 0) {
            ou_exc_print(vm);
            return 1;
        }
        temperature += (double)power * 0.02 - (temperature - 15.0) * 0.05;
    }
    ou_val summary = ou_call_method(vm, main_module, OU_S(summary), 0, NULL);
    if (summary == OU_EXC) {
        ou_exc_print(vm);
        return 1;
    }
    size_t n;
    const char *text = ou_str_text(vm, summary, &n);
    printf("script says: %.*s; the room has %.1f degrees\n", (int)n, text, temperature);
    /* a failing script is reported, and the VM goes on */
    if (ou_vm_run_text(vm, broken, strlen(broken), "broken.py") != 1)
        return 1;
    return ou_vm_run_text(vm, "print('still alive')", 20, "alive.py");
}

int main(void)
{
    static char memory[(OU_WORD_BITS == 64 ? 48 : 24) * 1024];
    struct ou_outer *outer = ou_memory_init(memory, sizeof memory);
    size_t before = ou_memory_used(outer);
    struct ou_vm_config config = {.c_stack_base = &outer, .modules = modules};
    struct ou_vm *vm = ou_vm_new(outer, &config);
    if (!vm) {
        printf("not enough memory\n");
        return 1;
    }
    int status = run(vm);
    ou_vm_delete(vm);
    printf("%zu bytes left behind\n", ou_memory_used(outer) - before);
    return status || ou_memory_used(outer) != before || temperature < 18;
}
