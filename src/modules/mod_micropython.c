/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Module micropython: what programs written for MicroPython expect of it, with Ouro's figures.
 */
#include <ouro/ouro.h>

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

OU_NATIVE_STATIC(mp_mem_info)
{
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

OU_NATIVE_STATIC(mp_qstr_info)
{
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

OU_NATIVE_STATIC(mp_const) { return args[0]; }

OU_NATIVE_STATIC(mp_heap_lock) { return ou_small(ou_memory_lock(vm)); }

OU_NATIVE_STATIC(mp_heap_unlock)
{
    int depth = ou_memory_unlock(vm);
    return ou_small(depth < 0 ? 0 : depth);
}

OU_NATIVE_STATIC(mp_heap_locked) { return ou_small(ou_memory_lock_depth(vm)); }

/* There is one level: code is always compiled the same way, and line numbers always kept. */
OU_NATIVE_STATIC(mp_opt_level)
{
    ou_int level;
    if (n_args == 0)
        return ou_small(0);
    return ou_to_int(vm, args[0], &level) < 0 ? OU_EXC : OU_NONE;
}

OU_NATIVE_STATIC(mp_stack_use)
{
    struct ou_memory_stats s;
    ou_memory_stats(vm, &s);
    return ou_int_from_u64(vm, s.c_stack_used);
}

/* Exceptions need no buffer set aside: MemoryError is made in advance. */
OU_NATIVE_STATIC(mp_alloc_emergency_exception_buf)
{
    ou_int bytes;
    return ou_to_int(vm, args[0], &bytes) < 0 ? OU_EXC : OU_NONE;
}

/* Which character interrupts is the port's business. */
OU_NATIVE_STATIC(mp_kbd_intr)
{
    ou_int character;
    return ou_to_int(vm, args[0], &character) < 0 ? OU_EXC : OU_NONE;
}

/* clang-format off */
OU_ROM_ALIGN static const union ou_member micropython_members[] = {
    OU_MEMBER_VALUE(OU_S(__name__), OU_S(micropython)),
    OU_MEMBER_FUNCTION(OU_S(alloc_emergency_exception_buf), mp_alloc_emergency_exception_buf, 1, 1, 0),
    OU_MEMBER_FUNCTION(OU_S(const), mp_const, 1, 1, 0),
    OU_MEMBER_FUNCTION(OU_S(heap_lock), mp_heap_lock, 0, 0, 0),
    OU_MEMBER_FUNCTION(OU_S(heap_locked), mp_heap_locked, 0, 0, 0),
    OU_MEMBER_FUNCTION(OU_S(heap_unlock), mp_heap_unlock, 0, 0, 0),
    OU_MEMBER_FUNCTION(OU_S(kbd_intr), mp_kbd_intr, 1, 1, 0),
    OU_IF(REPORT, OU_MEMBER_FUNCTION(OU_S(mem_info), mp_mem_info, 0, 1, 0),)
    OU_MEMBER_FUNCTION(OU_S(opt_level), mp_opt_level, 0, 1, 0),
    OU_IF(REPORT, OU_MEMBER_FUNCTION(OU_S(qstr_info), mp_qstr_info, 0, 1, 0),)
    OU_MEMBER_FUNCTION(OU_S(stack_use), mp_stack_use, 0, 0, 0),
};
/* clang-format on */
static OU_MEMBER_TABLE(micropython_table, micropython_members);
extern const struct ou_rom_module ou_module_micropython;
OU_ROM_ALIGN const struct ou_rom_module ou_module_micropython = {OU_ROM(&ou_type_rom_module),
                                                                 OU_S(micropython), &micropython_table, NULL};
