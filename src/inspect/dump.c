/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The heap as text, for tools/heapview.py; docs/introspection.md describes the format.
 *
 * Nothing is allocated anywhere: a dump is wanted most when memory is gone.  Text goes through a small
 * buffer on the C stack to the caller's function.
 *
 * A block does not say what it is.  Its first word is a type if it is an object, but the items of a list may
 * begin with a type, and bytes with anything.  So what is told of a block from its first word (the text of a
 * str, the name of a function) is read with every bound checked, and it is for the reader of the dump to
 * follow the references from the roots: `field` records say which words lead to objects and which to blocks
 * that are their owner's.
 */
#include <stdarg.h>

#include "compiler/emit.h"
#include "object/core/cleanup_queue.h"
#include "object/core/sequence.h"
#include "object/types/function.h"
#include "object/types/instance.h"
#include "vm/frame.h"

#define RECENT 32
#define TEXT_SHOWN 80 /* bytes of a str */

struct out {
    struct ou_vm *vm;
    int (*write)(void *ctx, const char *text, size_t n);
    void *ctx;
    int status; /* the first failure of write */
    size_t n, blocks;
    ou_val rom_low, rom_high; /* where the types that are known by name lie */
    ou_val recent[RECENT];    /* types in ROM that have been described, by hash */
    char text[512];
};

/* -- text -- */

static void flush(struct out *o)
{
    if (o->n && o->status >= 0)
        o->status = o->write(o->ctx, o->text, o->n);
    o->n = 0;
}

static void put_char(struct out *o, char c)
{
    if (o->n == sizeof o->text)
        flush(o);
    o->text[o->n++] = c;
}

static void put_number(struct out *o, uint64_t v, unsigned base)
{
    char digits[24];
    size_t at = sizeof digits;
    do {
        digits[--at] = "0123456789abcdef"[v % base];
        v /= base;
    } while (v);
    while (at < sizeof digits)
        put_char(o, digits[at++]);
}

static void put_quoted(struct out *o, const char *text, size_t n)
{
    put_char(o, '"');
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c < 32 || c == 127 || c == '"' || c == '\\') {
            put_char(o, '\\');
            put_char(o, 'x');
            put_char(o, "0123456789abcdef"[c >> 4]);
            put_char(o, "0123456789abcdef"[c & 15]);
        } else
            put_char(o, (char)c);
    }
    put_char(o, '"');
}

static void put_text_of(struct out *o, ou_val v);

/* %s: text; %q: text in quotes; %u: size_t; %U: uint64_t; %a: address, and the text of a str: %t, in quotes (both of
 * an ou_val). */
static void put(struct out *o, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    for (; *format; format++) {
        if (*format != '%') {
            put_char(o, *format);
            continue;
        }
        const char *text;
        switch (*++format) {
        case 's':
            for (text = va_arg(arguments, const char *); *text; text++)
                put_char(o, *text);
            break;
        case 'q':
            text = va_arg(arguments, const char *);
            put_quoted(o, text, strlen(text));
            break;
        case 'u': put_number(o, va_arg(arguments, size_t), 10); break;
        case 'U': put_number(o, va_arg(arguments, uint64_t), 10); break;
        case 'a': put_number(o, va_arg(arguments, ou_val), 16); break;
        default: put_text_of(o, va_arg(arguments, ou_val)); break;
        }
    }
    va_end(arguments);
}

/* -- what may be looked at -- */

static bool in_areas(const struct ou_vm *vm, ou_val v) { return v - vm->heap.low < vm->heap.span; }

static bool is_block(struct out *o, ou_val v)
{
    return ou_is_ptr(v) && in_areas(o->vm, v) && ou_gc_is_block(&o->vm->heap, ou_ptr(v));
}

/* A VALUES block of at least so many words. */
static bool has_words(struct out *o, ou_val v, size_t words)
{
    return is_block(o, v) && (ou_gc_flags(&o->vm->heap, ou_ptr(v)) & OU_GC_KIND_MASK) == OU_GC_VALUES &&
           ou_gc_size(&o->vm->heap, ou_ptr(v)) >= words * sizeof(ou_val);
}

/* The word of a VALUES block is a type in ROM. */
static bool is_rom_type(struct out *o, ou_val v)
{
    return ou_is_ptr(v) && !in_areas(o->vm, v) && *(const ou_val *)v == OU_ROM(&ou_type_type);
}

/* Dead blocks may name strings that are no more. */
static bool is_name(struct out *o, ou_val v)
{
    const struct ou_intern *t = &o->vm->intern;
    if (!ou_is_interned(v))
        return false;
    uint32_t id = ou_interned_id(v);
    return id < OU_NAMES_COUNT || (id - OU_NAMES_COUNT < t->high && t->texts[id - OU_NAMES_COUNT]);
}

/* Text of what looks like a str: its bytes, at most `limit`; false if it is none. */
static bool text_of(struct out *o, ou_val v, size_t limit, const char **text, size_t *n)
{
    if (is_name(o, v)) {
        *text = ou_str_text(o->vm, v, n);
    } else {
        const struct ou_str *s = (const struct ou_str *)v;
        if (!is_block(o, v) || s->type != OU_ROM(&ou_type_str))
            return false;
        size_t room = ou_gc_size(&o->vm->heap, s) - offsetof(struct ou_str, data);
        *n = OU_MIN(ou_str_size(s), room);
        *text = (const char *)s->data;
    }
    if (*n > limit) {
        *n = limit;
        while (*n && ((*text)[*n] & 0xc0) == 0x80) /* not in the middle of a character */
            --*n;
    }
    return true;
}

static void put_text_of(struct out *o, ou_val v)
{
    const char *text = "";
    size_t n = 0;
    text_of(o, v, TEXT_SHOWN, &text, &n);
    put_quoted(o, text, n);
}

/* -- types -- */

static const struct ou_type *const core_types[] = {
    &ou_type_str,
    &ou_type_bytes,
    &ou_type_int,
    &ou_type_float,
    &ou_type_list,
    &ou_type_tuple,
    &ou_type_dict,
    &ou_type_set,
    &ou_type_frozenset,
    &ou_type_bytearray,
    &ou_type_memoryview,
    &ou_type_array,
    &ou_type_range,
    &ou_type_slice,
    &ou_type_function,
    &ou_type_bound_method,
    &ou_type_generator,
    &ou_type_module,
    &ou_type_property,
    &ou_type_staticmethod,
    &ou_type_classmethod,
    &ou_type_super,
    &ou_type_unit,
    &ou_type_cell,
    &ou_type_traceback,
    &ou_type_enumerate,
    &ou_type_zip,
    &ou_type_map,
    &ou_type_filter,
    &ou_type_reversed,
    &ou_type_type,
    &ou_type_object,
    &ou_exc_BaseException,
    &ou_type_list_iterator,
    &ou_type_range_iterator,
    &ou_type_tuple_iterator,
};

/* Calls fn for every type in ROM that has a name somewhere; until it returns true. */
static bool each_type(struct out *o, bool (*fn)(struct out *o, ou_val t, ou_val wanted), ou_val wanted)
{
    for (size_t i = 0; i < sizeof core_types / sizeof *core_types; i++)
        if (fn(o, OU_ROM(core_types[i]), wanted))
            return true;
    const struct ou_rom_module *const *lists[] = {o->vm->modules, o->vm->up->modules};
    for (size_t k = 0; k < sizeof lists / sizeof *lists; k++)
        for (const struct ou_rom_module *const *m = lists[k]; m && *m; m++)
            for (size_t i = 0; i < (*m)->table->count; i++) {
                ou_val v = ou_rom_table_value((*m)->table, i);
                if (is_rom_type(o, v) && fn(o, v, wanted))
                    return true;
            }
    return false;
}

static bool is_wanted(struct out *o, ou_val t, ou_val wanted)
{
    (void)o;
    return t == wanted;
}

static bool put_type(struct out *o, ou_val v, ou_val unused)
{
    (void)unused;
    const struct ou_type *t = (const struct ou_type *)v;
    ou_val *recent = &o->recent[(v >> 4) % RECENT];
    if (*recent == v)
        return false;
    *recent = v;
    o->rom_low = OU_MIN(o->rom_low, v);
    o->rom_high = OU_MAX(o->rom_high, v);
    put(o, "type %a %t\n", v, t->name);
    if (ou_type_has(t, OU_TYPE_EXCEPTION) && t != &ou_exc_BaseException)
        put(o, "like %a %a\n", v, OU_ROM(&ou_exc_BaseException));
    return false;
}

#define WORD(structure, member) (offsetof(struct structure, member) / sizeof(ou_val))

static const struct field {
    const struct ou_type *type;
    unsigned word;
    const char *role, *label;
} fields[] = {
    {&ou_type_list, WORD(ou_list, items), "items", "items"},
    {&ou_type_dict, WORD(ou_table, entries), "entries", "entries"},
    {&ou_type_dict, WORD(ou_table, index), "raw", "index"},
    {&ou_type_set, WORD(ou_table, entries), "entries", "entries"},
    {&ou_type_set, WORD(ou_table, index), "raw", "index"},
    {&ou_type_frozenset, WORD(ou_table, entries), "entries", "entries"},
    {&ou_type_frozenset, WORD(ou_table, index), "raw", "index"},
    {&ou_type_bytearray, WORD(ou_bytearray, data), "raw", "data"},
    {&ou_type_array, 2, "part", "storage"},
    {&ou_type_memoryview, 1, "attribute", "obj"},
    {&ou_type_function, WORD(ou_function, code), "raw", "code"},
    {&ou_type_function, WORD(ou_function, unit), "attribute", "unit"},
    {&ou_type_bound_method, WORD(ou_bound_method, function), "attribute", "__func__"},
    {&ou_type_bound_method, WORD(ou_bound_method, self), "attribute", "__self__"},
    {&ou_type_generator, WORD(ou_generator, function), "attribute", "function"},
    {&ou_type_generator, WORD(ou_generator, yield_from), "attribute", "gi_yieldfrom"},
    {&ou_type_module, WORD(ou_module, dict), "namespace", "__dict__"},
    {&ou_type_unit, WORD(ou_unit, globals), "namespace", "globals"},
    {&ou_type_unit, WORD(ou_unit, pool), "items", "constants"},
    {&ou_type_unit, WORD(ou_unit, filename), "attribute", "filename"},
    {&ou_type_unit, WORD(ou_unit, defining_unit), "attribute", "defining_unit"},
    {&ou_type_type, WORD(ou_type, bases), "attribute", "__bases__"},
    {&ou_type_type, WORD(ou_type, dict), "namespace", "__dict__"},
    {&ou_type_type, WORD(ou_type, mro), "attribute", "__mro__"},
    {&ou_type_type, WORD(ou_type, heap[0].slots), "attribute", "slots"},
    {&ou_type_cell, WORD(ou_cell, value), "attribute", "cell_contents"},
    {&ou_type_staticmethod, 1, "attribute", "__func__"},
    {&ou_type_classmethod, 1, "attribute", "__func__"},
    {&ou_type_property, WORD(ou_property, get), "attribute", "fget"},
    {&ou_type_property, WORD(ou_property, set), "attribute", "fset"},
    {&ou_type_property, WORD(ou_property, del), "attribute", "fdel"},
    {&ou_type_traceback, WORD(ou_traceback, next), "attribute", "tb_next"},
    {&ou_exc_BaseException, WORD(ou_exception, extra), "namespace", "__dict__"},
    {&ou_exc_BaseException, WORD(ou_exception, args), "attribute", "args"},
    {&ou_exc_BaseException, WORD(ou_exception, traceback), "attribute", "__traceback__"},
    {&ou_exc_BaseException, WORD(ou_exception, cause), "attribute", "__cause__"},
    {&ou_exc_BaseException, WORD(ou_exception, context), "attribute", "__context__"},
};

static void put_types(struct out *o)
{
    o->rom_low = ~(ou_val)0;
    each_type(o, put_type, OU_ABSENT);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const struct field *f = &fields[i];
        put(o, "field %a %u %s %q\n", OU_ROM(f->type), (size_t)f->word, f->role, f->label);
    }
}

/* What looks like a class made by Python code. */
static bool is_class(struct out *o, ou_val v)
{
    ou_val meta = *(const ou_val *)v;
    if (!has_words(o, v, OU_CLASS_SIZE / sizeof(ou_val)) ||
        !ou_is_small(((const struct ou_type *)v)->flags) || !ou_type_is_heap((const struct ou_type *)v))
        return false;
    return meta == OU_ROM(&ou_type_type) || (has_words(o, meta, OU_CLASS_SIZE / sizeof(ou_val)) &&
                                             ou_is_small(((const struct ou_type *)meta)->flags) &&
                                             ou_type_has((const struct ou_type *)meta, OU_TYPE_METACLASS));
}

/* The fields of a class's instances. */
static void put_class(struct out *o, ou_val v)
{
    const struct ou_type *t = (const struct ou_type *)v;
    put(o, "like %a %a\n", v,
        ou_type_has(t, OU_TYPE_EXCEPTION)   ? OU_ROM(&ou_exc_BaseException)
        : ou_type_has(t, OU_TYPE_METACLASS) ? OU_ROM(&ou_type_type)
                                            : OU_ROM(&ou_type_object));
    if (ou_type_has(t, OU_TYPE_METACLASS))
        return;
    size_t header = ou_instance_header(t);
    put(o, "field %a %u namespace \"__dict__\"\n", v, WORD(ou_instance, extra));
    if (ou_type_has(t, OU_TYPE_PAYLOAD))
        put(o, "field %a %u part \"\"\n", v, WORD(ou_instance, slots));
    const struct ou_tuple *slots = (const struct ou_tuple *)t->heap->slots;
    if (!has_words(o, t->heap->slots, 2) || !ou_is_small(slots->size))
        return;
    size_t n = ou_gc_size(&o->vm->heap, slots) / sizeof(ou_val) - 2;
    for (size_t i = 0; i < OU_MIN(n, ou_tuple_size(slots)); i++)
        if (is_name(o, slots->items[i]))
            put(o, "field %a %u attribute %t\n", v, header + i, slots->items[i]);
}

/* -- blocks -- */

/* The code of what looks like a function, and the constants that it names things by; NULL if it is none, or its code
 * lies in ROM. */
static const struct ou_code *code_of(struct out *o, ou_val v, const ou_val **pool, size_t *n_pool)
{
    const struct ou_function *f = (const struct ou_function *)v;
    if (!has_words(o, v, 3) || !has_words(o, f->unit, sizeof(struct ou_unit) / sizeof(ou_val)) ||
        !is_block(o, f->code) || ou_gc_size(&o->vm->heap, ou_ptr(f->code)) < sizeof(struct ou_code))
        return NULL;
    const struct ou_unit *unit = (const struct ou_unit *)f->unit;
    if (!has_words(o, unit->pool, 1))
        return NULL;
    *pool = (const ou_val *)unit->pool;
    *n_pool = ou_gc_size(&o->vm->heap, *pool) / sizeof **pool;
    return (const struct ou_code *)f->code;
}

/* The qualified name of what looks like a function, behind a "~"; in parts, as it is stored. */
static void put_function_name(struct out *o, ou_val v)
{
    const ou_val *pool;
    size_t n;
    const struct ou_code *code = code_of(o, v, &pool, &n);
    if (!code || code->name >= n)
        return;
    if (code->scope < n)
        put(o, " ~%t", pool[code->scope]);
    put(o, " ~%t", pool[code->name]);
}

/* The pool index of the name of a parameter, of a variable that may be unbound, or of a free cell; others have lost
 * theirs. */
static unsigned register_name(const struct ou_code *code, unsigned index, bool free)
{
    if (!free && index < ou_code_n_names(code))
        return ou_code_names(code)[index];
    const struct ou_code_checked *c = ou_code_checked(code);
    for (unsigned i = 0; i < ou_code_extra(code)->n_checked; i++)
        if (c[i].free == free && c[i].index == index)
            return c[i].name;
    return OU_CODE_NO_NAME;
}

/* The same of word `i` of rest[] of a function: a default or a cell. */
static unsigned captured_name(const struct ou_code *code, unsigned i)
{
    unsigned defaults = code->n_defaults;
    unsigned kw = code->flags & OU_CODE_KW_DEFAULTS ? ou_code_extra(code)->n_kw_only : 0;
    if (i < defaults)
        return register_name(code, code->n_pos - defaults + i, false);
    i -= defaults;
    return i < kw ? register_name(code, code->n_pos + i, false) : register_name(code, i - kw, true);
}

/* Behind a reference in a function or generator: the name of the variable that it stands for, as far as it is known. */
static void put_word_name(struct out *o, ou_val v, size_t i)
{
    const ou_val *pool, *words = (const ou_val *)v;
    size_t n, function_words = offsetof(struct ou_function, rest) / sizeof(ou_val);
    size_t generator_words = offsetof(struct ou_generator, regs) / sizeof(ou_val);
    bool generator = words[0] == OU_ROM(&ou_type_generator);
    if ((!generator && words[0] != OU_ROM(&ou_type_function)) ||
        i < (generator ? generator_words : function_words))
        return;
    const struct ou_code *code =
        code_of(o, generator ? ((const struct ou_generator *)v)->function : v, &pool, &n);
    size_t least = sizeof *code + (code && code->flags & OU_CODE_EXTRA ? sizeof(struct ou_code_extra) : 0);
    if (!code || code->start < least || code->start > ou_gc_size(&o->vm->heap, code) ||
        (const char *)ou_code_lines(code) > (const char *)code + code->start)
        return;
    unsigned name = generator ? register_name(code, (unsigned)(i - generator_words), false)
                              : captured_name(code, (unsigned)(i - function_words));
    if (name < n && is_name(o, pool[name]))
        put(o, "~%t", pool[name]);
}

static void put_words(struct out *o, const ou_val *words, size_t n, bool values)
{
    for (size_t i = 0; i < n; i++) {
        ou_val v = words[i];
        if (is_block(o, v)) {
            put(o, " %u@%a", i, v);
            if (values)
                put_word_name(o, ou_from_ptr(words), i);
        } else if (!values) {
            continue;
        } else if (is_rom_type(o, v)) {
            put(o, " %u*%a", i, v);
        } else if (ou_is_small(v)) {
            ou_int k = ou_small_value(v);
            put(o, " %u=%s%u", i, k < 0 ? "-" : "", (size_t)(k < 0 ? -k : k));
        } else if (is_name(o, v)) {
            const char *text;
            size_t size;
            text_of(o, v, SIZE_MAX, &text, &size);
            put(o, " %u", i);
            put_quoted(o, text, size);
        }
    }
}

static void put_raw(struct out *o, ou_val v)
{
    ou_val type = *(const ou_val *)v;
    const char *text;
    size_t n;
    if (type < o->rom_low || type > o->rom_high || !each_type(o, is_wanted, type))
        return;
    put(o, " 0*%a", type);
    if (text_of(o, v, TEXT_SHOWN, &text, &n))
        put(o, " ~%t", v);
}

static void put_block(void *ctx, void *block, size_t size, unsigned flags)
{
    struct out *o = ctx;
    ou_val v = ou_from_ptr(block), type = *(const ou_val *)block;
    unsigned kind = flags & OU_GC_KIND_MASK;
    o->blocks++;
    if (kind == OU_GC_VALUES && is_rom_type(o, type))
        put_type(o, type, OU_ABSENT);
    put(o, "b %a %u %s%s%s%s", v, size,
        kind == OU_GC_RAW      ? "r"
        : kind == OU_GC_VALUES ? "v"
                               : "f",
        flags & OU_GC_FINALISE ? "F" : "", flags & OU_GC_LONG_LIVED ? "L" : "",
        flags & OU_GC_PINNED ? "P" : "");
    if (kind == OU_GC_RAW) {
        put_raw(o, v);
    } else {
        if (kind == OU_GC_VALUES && type == OU_ROM(&ou_type_function))
            put_function_name(o, v);
        put_words(o, block, size / sizeof(ou_val), kind == OU_GC_VALUES);
    }
    put_char(o, '\n');
    if (kind == OU_GC_VALUES && is_class(o, v))
        put_class(o, v);
}

/* -- roots -- */

static void put_root(struct out *o, const char *provider, const char *role, ou_val v, const char *label)
{
    if (is_block(o, v))
        put(o, "root %s %s %a %q\n", provider, role, v, label);
}

#define ROOT(member, role)                                                   \
    {                                                                        \
        offsetof(struct ou_vm_roots, member) / sizeof(ou_val), role, #member \
    }

static void put_vm_roots(struct out *o)
{
    static const struct {
        size_t word;
        const char *role, *name;
    } named[] = {
        ROOT(exc, "object"),
        ROOT(stop_value, "object"),
        ROOT(modules, "namespace"),
        ROOT(path, "object"),
        ROOT(argv, "object"),
        ROOT(main_unit, "object"),
        ROOT(memory_error, "object"),
        ROOT(repr_active, "object"),
        ROOT(builtins_extra, "namespace"),
        ROOT(module_attributes, "object"),
        ROOT(lookup_cache, "raw"),
        ROOT(random, "object"),
        ROOT(intern_chunks, "items"),
    };
    const ou_val *words = (const ou_val *)&o->vm->roots;
    put_root(o, "vm", "namespace", o->vm->roots.modules, "modules"); /* the first to be followed */
    for (size_t i = 0; i < sizeof o->vm->roots / sizeof(ou_val); i++) {
        const char *role = "unknown", *name = "other";
        for (size_t k = 0; k < sizeof named / sizeof *named; k++)
            if (named[k].word == i) {
                role = named[k].role;
                name = named[k].name;
            }
        if (words[i] != o->vm->roots.modules)
            put_root(o, "vm", role, words[i], name);
    }
}

/* What waits for its __del__, and the like. */
static void put_cleanup(struct out *o)
{
    const struct ou_cleanup *c = o->vm->cleanup;
    if (!c)
        return;
    put_root(o, "vm", "object", c->at_exit, "atexit");
    put_root(o, "vm", "object", c->finalizers, "finalizers");
    for (uint32_t i = c->head; i < c->tail; i++)
        put_root(o, "vm", "object", c->entries[i], "waits for its finaliser");
}

static void put_frame(struct out *o, struct ou_frame *f, size_t depth)
{
    const struct ou_code *code = ou_frame_code(f);
    put(o, "frame %u %u %t", depth, (size_t)ou_code_line(code, f->pc), ou_frame_unit(f)->filename);
    put_function_name(o, f->function);
    put_char(o, '\n');
    for (unsigned i = 0; i < code->n_regs; i++) {
        if (!is_block(o, f->regs[i]))
            continue;
        unsigned name = register_name(code, i, false);
        put(o, "root frame:%u object %a %t\n", depth, f->regs[i],
            name != OU_CODE_NO_NAME ? ((const ou_val *)ou_frame_unit(f)->pool)[name] : OU_S());
    }
    put_root(o, "frames", "object", f->function, "function");
    put_root(o, "frames", "object", f->subject, "subject");
}

static void put_compilers(struct out *o)
{
    for (const struct ou_compiler *c = o->vm->compilers; c; c = c->next) {
        put_root(o, "compiler", "object", c->unit, "unit");
        put_root(o, "compiler", "object", c->module_pool.unit, "unit");
        put_root(o, "compiler", "object", c->statement_pool.unit, "unit");
        put_root(o, "compiler", "object", c->statement_unit, "unit");
        put_root(o, "compiler", "object", c->last_function, "statement");
        put_root(o, "compiler", "items", c->literals, "literals");
        put_root(o, "compiler", "unknown", c->class_name, "class name");
        put_root(o, "compiler", "unknown", c->token.value, "token");
        for (const struct ou_function_state *f = c->function; f; f = f->outer)
            put_root(o, "compiler", "object", f->slots, "slots");
    }
}

/* What C code holds right now, as far as it points to the start of a block. */
__attribute__((no_sanitize("address"))) static void put_c_stack(struct out *o)
{
    const ou_val *word = __builtin_frame_address(0), *high = (const ou_val *)o->vm->c_stack_base;
    word = (const ou_val *)ou_align_up((uintptr_t)word, sizeof *word);
    for (; word < high; word++)
        if (in_areas(o->vm, *word))
            put_root(o, "c-stack", "unknown", *word, "");
}

static void put_attributes(void *ctx, ou_val function, ou_val dict)
{
    struct out *o = ctx;
    if (is_block(o, function) && is_block(o, dict))
        put(o, "edge %a namespace %a \"__dict__\"\n", function, dict);
}

/* -- the whole -- */

static void put_figures(struct out *o)
{
    struct ou_memory_stats s;
    ou_memory_stats(o->vm, &s);
    put(o, "stat word %u\nstat granule %u\nstat total %u\nstat used %u\nstat peak %u\nstat largest %u\n",
        sizeof(ou_val), (size_t)OU_GRANULE, s.total, s.used, s.peak, s.largest);
    put(o, "stat overhead %u\nstat collections %u\nstat longest_pause_us %u\nstat total_pause_us %U\n",
        s.overhead, (size_t)s.collections, (size_t)s.longest_pause_us, s.total_pause_us);
    put(o, "stat interned_strings %u\nstat outer_total %u\nstat outer_used %u\nstat outer_peak %u\n",
        (size_t)s.intern_strings, s.outer_total, s.outer_used, s.outer_peak);
    put(o, "stat outer_largest %u\nstat bytes_moved %U\nstat names %u\n", s.outer_largest, s.bytes_moved,
        (size_t)o->vm->keep_names);
    for (unsigned i = 0; i < OU_OWNER_COUNT; i++)
        put(o, "outer %s %u\n", ou_memory_owners[i], s.outer_by[i]);
}

int ou_memory_dump(struct ou_vm *vm, int (*write)(void *ctx, const char *text, size_t n), void *ctx)
{
    struct out o = {.vm = vm, .write = write, .ctx = ctx};
    put(&o, "ouro-heap 2\n");
    put_figures(&o);
    put_types(&o);
    for (const struct ou_area *a = vm->heap.areas; a; a = a->next)
        put(&o, "area %a %u\n", ou_from_ptr(a->low), (size_t)(a->high - a->low));
    put_vm_roots(&o);
    put_cleanup(&o);
    size_t depth = 0;
    for (struct ou_frame *f = vm->frame; f; f = f->caller)
        put_frame(&o, f, depth++);
    put_compilers(&o);
    for (unsigned i = 0; i < vm->heap.pin_count; i++)
        put_root(&o, "pins", "unknown", vm->heap.pins[i], "");
    put_c_stack(&o);
    ou_function_attributes_each(vm, put_attributes, &o);
    ou_gc_each_block(&vm->heap, put_block, &o);
    put(&o, "end blocks %u\n", o.blocks);
    flush(&o);
    return o.status < 0 ? o.status : 0;
}
