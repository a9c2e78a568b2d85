/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Checks of constants in ROM (rom_check.h).  Reports are put together without the heap, which may be tiny.
 */
#include "supervisor/rom_check.h"
#include "object/core/string.h"

#if OU_DEBUG

struct report {
    struct ou_vm *vm;
    ou_val owner; /* the name of the module or type whose table it is */
    unsigned faults;
    size_t n;
    char text[160];
};

static void put(struct report *r, const char *text, size_t n)
{
    size_t room = sizeof r->text - 1 - r->n;
    n = n < room ? n : room;
    memcpy(r->text + r->n, text, n);
    r->n += n;
}

static void put_name(struct report *r, ou_val name)
{
    size_t n;
    const char *text = ou_str_text(r->vm, name, &n);
    put(r, text, n);
}

/* "constants in ROM, OWNER: NAME " and what is wrong with it. */
static void fault(struct report *r, ou_val name, const char *what, ou_val other)
{
    r->n = 0;
    put(r, "constants in ROM, ", 18);
    put_name(r, r->owner);
    put(r, ": ", 2);
    put_name(r, name);
    put(r, what, strlen(what));
    if (other != OU_ABSENT)
        put_name(r, other);
    r->text[r->n] = 0;
    ou_port_report(r->text);
    r->faults++;
}

static void check_native(struct report *r, const struct ou_native *f)
{
    if (f->type != OU_ROM(&ou_type_native_function) && f->min_args == 0)
        fault(r, ou_native_name(f), " is a method, so it takes at least its self", OU_ABSENT);
    if (f->max_args < f->min_args)
        fault(r, ou_native_name(f), " takes fewer arguments at most than at least", OU_ABSENT);
}

/* Natives, and the order of the names. */
static void check_names(struct report *r, ou_val owner, const struct ou_rom_table *table)
{
    r->owner = owner;
    for (size_t i = 0; i < table->count; i++) {
        ou_val name = ou_rom_table_name(table, i), v = ou_rom_table_value(table, i);
        if (i > 0 && name <= ou_rom_table_name(table, i - 1))
            fault(r, name, " must stand before ", ou_rom_table_name(table, i - 1));
        const struct ou_type *t = ou_type_of(v);
        if (t == &ou_type_native_function || t == &ou_type_native_method || t == &ou_type_native_classmethod)
            check_native(r, (const struct ou_native *)v);
    }
}

/* The same, and the tables of the types that it holds. */
static void check_table(struct report *r, ou_val owner, const struct ou_rom_table *table)
{
    check_names(r, owner, table);
    for (size_t i = 0; i < table->count; i++) {
        ou_val v = ou_rom_table_value(table, i);
        if (ou_is_ptr(v) && ou_type_of(v) == &ou_type_type && ou_type_at(v)->dict != OU_ABSENT)
            check_names(r, ou_type_at(v)->name, (const struct ou_rom_table *)ou_type_at(v)->dict);
    }
}

static void check_modules(struct report *r, const struct ou_rom_module *const *modules)
{
    for (; modules && *modules; modules++)
        check_table(r, (*modules)->name, (*modules)->table);
}

unsigned ou_rom_check(struct ou_vm *vm)
{
    struct report r = {.vm = vm};
    check_table(&r, OU_S(builtins), vm->up->builtins);
    check_modules(&r, vm->up->modules);
    check_modules(&r, vm->modules);
    return r.faults;
}

#endif
