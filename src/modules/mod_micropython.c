/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Module micropython: what programs written for MicroPython expect of it, with Ouro's figures.
 */
#include <ouro/ouro.h>

#define NATIVE(name) static ou_val name(struct ou_vm *vm, unsigned n_args, unsigned n_kw, const ou_val *args)
#define UNUSED (void)vm, (void)n_args, (void)n_kw, (void)args

#if OU_WITH_REPORT

/* Lines are put together on the C stack: nothing here needs the heap, which may be locked or full. */
struct line {
    char text[160];
    size_t n;
};

static void add_text(struct line *l, const char *text)
{
    size_t n = strlen(text);
    if (n > sizeof l->text - l->n)
        n = sizeof l->text - l->n;
    memcpy(l->text + l->n, text, n);
    l->n += n;
}

static void add_number(struct line *l, const char *label, uint64_t value)
{
    char digits[21];
    char *p = digits + sizeof digits - 1;
    *p = 0;
    do {
        *--p = (char)('0' + value % 10);
        value /= 10;
    } while (value);
    add_text(l, label);
    add_text(l, p);
}

static void print_line(struct line *l)
{
    add_text(l, "\n");
    ou_port_write(1, l->text, l->n);
    l->n = 0;
}

NATIVE(mp_mem_info)
{
    UNUSED;
    struct ou_memory_stats s;
    struct line l = {.n = 0};
    ou_memory_stats(vm, &s);
    add_number(&l, "mem: total=", s.outer_total);
    add_number(&l, ", current=", s.outer_used);
    add_number(&l, ", peak=", s.outer_peak);
    print_line(&l);
    add_number(&l, "stack: ", s.c_stack_used);
    add_number(&l, " out of ", s.c_stack_size);
    print_line(&l);
    add_number(&l, "GC: total: ", s.total);
    add_number(&l, ", used: ", s.used);
    add_number(&l, ", free: ", s.total - s.used);
    add_number(&l, ", max new split: ", s.growth);
    print_line(&l);
    add_number(&l, " areas: ", s.areas);
    add_number(&l, ", overhead: ", s.overhead);
    add_number(&l, ", max free sz: ", s.largest);
    add_number(&l, ", peak: ", s.peak);
    print_line(&l);
    if (n_args) {
        add_number(&l, " collections: ", s.collections);
        add_number(&l, ", longest pause: ", s.longest_pause_us);
        add_number(&l, " us, all pauses: ", s.total_pause_us);
        add_number(&l, " us, pinned: ", s.pinned_last);
        print_line(&l);
        add_number(&l, " VM stack: ", s.vm_stack);
        add_number(&l, ", compiler: ", s.scratch);
        add_number(&l, ", interned: ", s.interned);
        add_number(&l, ", reserve: ", s.outer_reserve);
        print_line(&l);
    }
    return OU_NONE;
}

NATIVE(mp_qstr_info)
{
    UNUSED;
    struct ou_memory_stats s;
    struct line l = {.n = 0};
    ou_memory_stats(vm, &s);
    add_number(&l, "qstr pool: n_pool=", s.intern_chunks);
    add_number(&l, ", n_qstr=", s.intern_strings);
    add_number(&l, ", n_str_data_bytes=", s.intern_text_bytes);
    add_number(&l, ", n_total_bytes=", s.intern_bytes);
    print_line(&l);
    return OU_NONE;
}

#endif /* OU_WITH_REPORT */

NATIVE(mp_const)
{
    UNUSED;
    return args[0];
}

NATIVE(mp_heap_lock)
{
    UNUSED;
    return ou_small(ou_memory_lock(vm));
}

NATIVE(mp_heap_unlock)
{
    UNUSED;
    int depth = ou_memory_unlock(vm);
    return ou_small(depth < 0 ? 0 : depth);
}

NATIVE(mp_heap_locked)
{
    UNUSED;
    return ou_small(ou_memory_lock_depth(vm));
}

/* There is one level: code is always compiled the same way, and line numbers always kept. */
NATIVE(mp_opt_level)
{
    UNUSED;
    ou_int level;
    if (n_args == 0)
        return ou_small(0);
    return ou_to_int(vm, args[0], &level) < 0 ? OU_EXC : OU_NONE;
}

NATIVE(mp_stack_use)
{
    UNUSED;
    struct ou_memory_stats s;
    ou_memory_stats(vm, &s);
    return ou_int_from_u64(vm, s.c_stack_used);
}

/* Exceptions need no buffer set aside: MemoryError is made in advance. */
NATIVE(mp_alloc_emergency_exception_buf)
{
    UNUSED;
    ou_int bytes;
    return ou_to_int(vm, args[0], &bytes) < 0 ? OU_EXC : OU_NONE;
}

/* Which character interrupts is the port's business. */
NATIVE(mp_kbd_intr)
{
    UNUSED;
    ou_int character;
    return ou_to_int(vm, args[0], &character) < 0 ? OU_EXC : OU_NONE;
}

OU_FUNCTION(alloc_function, mp_alloc_emergency_exception_buf, OU_S(alloc_emergency_exception_buf), 1, 1, 0);
OU_FUNCTION(const_function, mp_const, OU_S(const), 1, 1, 0);
OU_FUNCTION(heap_lock_function, mp_heap_lock, OU_S(heap_lock), 0, 0, 0);
OU_FUNCTION(heap_locked_function, mp_heap_locked, OU_S(heap_locked), 0, 0, 0);
OU_FUNCTION(heap_unlock_function, mp_heap_unlock, OU_S(heap_unlock), 0, 0, 0);
OU_FUNCTION(kbd_intr_function, mp_kbd_intr, OU_S(kbd_intr), 1, 1, 0);
#if OU_WITH_REPORT
OU_FUNCTION(mem_info_function, mp_mem_info, OU_S(mem_info), 0, 1, 0);
#endif
OU_FUNCTION(opt_level_function, mp_opt_level, OU_S(opt_level), 0, 1, 0);
#if OU_WITH_REPORT
OU_FUNCTION(qstr_info_function, mp_qstr_info, OU_S(qstr_info), 0, 1, 0);
#endif
OU_FUNCTION(stack_use_function, mp_stack_use, OU_S(stack_use), 0, 0, 0);

static const struct ou_rom_entry micropython_entries[] = {
    {OU_S(__name__), OU_S(micropython)},
    {OU_S(alloc_emergency_exception_buf), OU_ROM(&alloc_function)},
    {OU_S(const), OU_ROM(&const_function)},
    {OU_S(heap_lock), OU_ROM(&heap_lock_function)},
    {OU_S(heap_locked), OU_ROM(&heap_locked_function)},
    {OU_S(heap_unlock), OU_ROM(&heap_unlock_function)},
    {OU_S(kbd_intr), OU_ROM(&kbd_intr_function)},
#if OU_WITH_REPORT
    {OU_S(mem_info), OU_ROM(&mem_info_function)},
#endif
    {OU_S(opt_level), OU_ROM(&opt_level_function)},
#if OU_WITH_REPORT
    {OU_S(qstr_info), OU_ROM(&qstr_info_function)},
#endif
    {OU_S(stack_use), OU_ROM(&stack_use_function)},
};
static OU_ROM_TABLE(micropython_table, micropython_entries);
extern const struct ou_rom_module ou_module_micropython;
OU_ROM_ALIGN const struct ou_rom_module ou_module_micropython = {OU_ROM(&ou_type_rom_module),
                                                                 OU_S(micropython), &micropython_table, NULL};
