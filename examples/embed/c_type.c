/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * A type written in C: Pump(name, speed=1), with an attribute that can be set, one that cannot, and a method.
 */
#include <ouro/embed.h>
#include <stdio.h>
#include <string.h>

/* An object: the type comes first, and every field is a value. */
struct pump {
    ou_val type;
    ou_val name;   /* str */
    ou_val speed;  /* small int, 0 to 9 */
    ou_val litres; /* small int */
};
enum { NAME = 1, SPEED, LITRES, WORDS }; /* the fields by number, as ou_field_set wants them */

static const struct ou_type pump_type;

static int set_speed(struct ou_vm *vm, ou_val self, ou_val value)
{
    ou_int n;
    if (value == OU_ABSENT) /* del pump.speed */
        return ou_fail(ou_raise(vm, &ou_exc_AttributeError, "cannot delete speed"));
    if (ou_to_int(vm, value, &n) < 0)
        return -1;
    if (n < 0 || n > 9)
        return ou_fail(ou_raise(vm, &ou_exc_ValueError, "speed is 0 to 9, not %zd", n));
    ou_field_set(vm, self, SPEED, ou_small(n));
    return 0;
}

static ou_val get_speed(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return ((struct pump *)self)->speed;
}

static ou_val get_name(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return ((struct pump *)self)->name;
}

/* pump.run(seconds): the litres pumped so far.  args[0] is the pump. */
OU_NATIVE_STATIC(pump_run)
{
    struct pump *pump = ou_ptr(args[0]);
    ou_int seconds;
    if (ou_to_int(vm, args[1], &seconds) < 0)
        return OU_EXC;
    if (seconds < 0 || seconds > 3600)
        return ou_raise(vm, &ou_exc_ValueError, "a pump runs for 0 to 3600 seconds");
    ou_int litres = ou_small_value(pump->litres) + ou_small_value(pump->speed) * seconds;
    ou_field_set(vm, args[0], LITRES, ou_small(litres));
    return ou_small(litres);
}

/* Pump(name, speed=1) */
static ou_val pump_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                             const ou_val *args)
{
    ou_val given[2]; /* name, speed */
    (void)type;
    if (ou_args_parse(vm, "Pump", "name|speed", n_args, n_kw, args, given) < 0)
        return OU_EXC;
    if (!ou_is_str(given[0]))
        return ou_raise(vm, &ou_exc_TypeError, "name must be str, not %T", given[0]);
    ou_val self = ou_object_new(vm, &pump_type, WORDS, false);
    if (self == OU_EXC)
        return OU_EXC;
    ou_field_set(vm, self, NAME, given[0]);
    ou_field_set(vm, self, LITRES, ou_small(0));
    return set_speed(vm, self, given[1] == OU_ABSENT ? ou_small(1) : given[1]) < 0 ? OU_EXC : self;
}

static ou_val pump_repr(struct ou_vm *vm, ou_val self)
{
    return ou_str_format(vm, "<Pump %v>", ((struct pump *)self)->name);
}

/* Constant data from here on: it lies in ROM.  The names of a table are in ASCII order. */
OU_ROM_ALIGN static const union ou_member pump_members[] = {
    OU_MEMBER_PROPERTY(OU_S(name), get_name, NULL),
    OU_MEMBER_METHOD(OU_S(run), pump_run, &pump_type, 2, 2, 0),
    OU_MEMBER_PROPERTY(OU_S(speed), get_speed, set_speed),
};
static OU_MEMBER_TABLE(pump_table, pump_members);
static const struct ou_type_ops pump_ops = {.construct = pump_construct, .repr = pump_repr};
OU_ROM_ALIGN static const struct ou_type pump_type = {.type = OU_ROM(&ou_type_type),
                                                      .ops = OU_ROM(&pump_ops),
                                                      .name = OU_S(Pump),
                                                      .bases = OU_ROM(&ou_type_object),
                                                      .dict = OU_ROM(&pump_table),
                                                      .flags = OU_SMALL_CONST(OU_TYPE_WEAKREF),
                                                      .version = OU_SMALL_CONST(0)};

OU_ROM_ALIGN static const union ou_member garden_members[] = {
    OU_MEMBER_VALUE(OU_S(Pump), OU_ROM(&pump_type)),
};
static OU_MEMBER_TABLE(garden_table, garden_members);
OU_ROM_ALIGN static const struct ou_rom_module garden_module = {OU_ROM(&ou_type_rom_module), OU_S(garden),
                                                                &garden_table, NULL};
static const struct ou_rom_module *const modules[] = {&garden_module, NULL};

static const char program[] = "from garden import Pump\n"
                              "p = Pump('roses', speed=3)\n"
                              "print(p, p.name, p.run(10), p.run(5))\n"
                              "p.speed = 9\n"
                              "print(p.speed, p.run(1))\n"
                              "for code in 'p.speed = 10', 'p.name = 1', 'Pump()', 'Pump.run(5, 5)':\n"
                              "    try:\n"
                              "        exec(code)\n"
                              "    except Exception as e:\n"
                              "        print(type(e).__name__ + ':', e)\n"
                              "class Loud(Pump):\n"
                              "    def run(self, seconds):\n"
                              "        return super().run(seconds) * '!'\n"
                              "print(Loud('lawn').run(3))\n";

int main(void)
{
    static char memory[64 * 1024];
    struct ou_outer *outer = ou_memory_init(memory, sizeof memory);
    struct ou_vm_config config = {.c_stack_base = &outer, .modules = modules};
    struct ou_vm *vm = ou_vm_new(outer, &config);
    if (!vm)
        return 1;
    int status = ou_vm_run_text(vm, program, strlen(program), "garden.py");
    ou_vm_delete(vm);
    return status;
}
