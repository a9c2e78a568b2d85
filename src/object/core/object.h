/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The layout of every built-in object, in one place, with its bytes on a 32-bit machine.
 *
 * V marks a VALUES block: every word is a value (sizes and flags are small ints); R marks a RAW block.
 * A heap block's size is rounded to a granule of two words.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_CORE_OBJECT_H
#define OURO_INCLUDED_SRC_OBJECT_CORE_OBJECT_H

#include "object/code/code.h"
#include "object/core/vm.h"

/* R: boxed float, 8 bytes.  Only what ou_flonum_try cannot hold. */
struct ou_float_object {
    ou_val type;
    ou_float value;
};

/* R: int beyond a small int: sign and magnitude, 32-bit digits, least significant first, no leading
 * zero digit.  8 + 4n bytes. */
struct ou_big {
    ou_val type;
    int32_t size; /* number of digits, negative for negative numbers */
    uint32_t digits[];
};

/* R: str that is not interned: 8 + n bytes.  Never empty, never a single ASCII character (those are
 * always interned).  The top bit of size_ascii says that all of the text is ASCII; read it with
 * ou_str_size (and see object/text/str.h, which reads interned ones too). */
struct ou_str {
    ou_val type;
    uint32_t size_ascii; /* bytes | OU_STR_ASCII */
#if OU_WORD_BITS == 64
    uint32_t hash; /* 0: not computed yet */
#endif
    uint8_t data[];
};
#define OU_STR_ASCII 0x80000000u
static inline size_t ou_str_size(const struct ou_str *s) { return s->size_ascii & ~OU_STR_ASCII; }

/* R: bytes: 8 + n bytes. */
struct ou_bytes {
    ou_val type;
    uint32_t size;
#if OU_WORD_BITS == 64
    uint32_t hash; /* 0: not computed yet */
#endif
    uint8_t data[];
};

/* V: bytearray, 16: data is a RAW block or unbound. exports: memoryviews that forbid a resize. */
struct ou_bytearray {
    ou_val type, size, data, exports;
};

/* V: tuple, 8 + 4n. */
struct ou_tuple {
    ou_val type;
    ou_val size;
    ou_val items[];
};

/* V: list, 16: items is a VALUES block of capacity words, or unbound when capacity is 0. */
struct ou_list {
    ou_val type;
    ou_val size;
    ou_val capacity;
    ou_val items;
};

/* V: dict, set, frozenset: 16.  entries: VALUES block of capacity records in
 * insertion order; a record is key [value] [hash]; deleted records have an unbound key.  index: RAW
 * block of uint8_t, uint16_t or uint32_t record numbers (by capacity), or unbound: up to 8 records are
 * searched one after the other.
 * counts: small int: live records | fill << (24 or 30) ... see table.h. */
struct ou_table {
    ou_val type;
    ou_val counts;
    ou_val entries;
    ou_val index;
};

/* V: range, 16, and slice, 16. */
struct ou_range {
    ou_val type, start, stop, step; /* ints of any size */
};
struct ou_slice {
    ou_val type, start, stop, step;
};

/* V: cell of a captured variable, 8. */
struct ou_cell {
    ou_val type, value;
};

/* V: what the functions of one module share; see code.h. 28. */
struct ou_unit {
    ou_val type;
    ou_val globals;       /* dict */
    ou_val pool;          /* VALUES block or unbound */
    ou_val filename;      /* str */
    ou_val defining_unit; /* the unit of functions defined here, or unbound: this one */
    ou_val package;       /* str for relative imports, or unbound */
    ou_val code_bytes;    /* small int: of its functions (lookup.h), or absent */
};

/* V: Python function: 12 + 4 for each default and captured cell. */
struct ou_function {
    ou_val type;
    ou_val code;
    ou_val unit;
    ou_val rest[]; /* n_defaults, then n_kw_only with KW_DEFAULTS, then n_free cells */
};

/* V: bound method, 16. */
struct ou_bound_method {
    ou_val type, function, self;
};

/* V: generator: 20 + 4 per register. */
struct ou_generator {
    ou_val type;
    ou_val function;   /* unbound once finished */
    ou_val pc;         /* small int: where it goes on */
    ou_val state;      /* small int: enum ou_generator_state */
    ou_val yield_from; /* the iterator delegated to, or unbound */
    ou_val regs[];
};
enum ou_generator_state { OU_GENERATOR_NEW, OU_GENERATOR_SUSPENDED, OU_GENERATOR_RUNNING, OU_GENERATOR_DONE };

/* V: instance of a class: 8 + 4 per in-object slot.  extra: dict of the attributes that have no slot,
 * or unbound.  The order of attributes is that of the slots, then that of extra: a slot that is unbound
 * while a later slot or extra has something is not filled any more (the attribute goes to extra), so
 * this is the order of insertion, as in CPython. With OU_TYPE_PAYLOAD, slots[0] is the native object
 * and the named slots follow. */
struct ou_instance {
    ou_val type;
    ou_val extra;
    ou_val slots[];
};

/* V: exception, native or of a class derived from one: 28 + slots. */
struct ou_exception {
    ou_val type;
    ou_val extra;     /* as in ou_instance; native attributes such as errno or value live here too */
    ou_val args;      /* tuple */
    ou_val traceback; /* struct ou_traceback or None */
    ou_val cause;     /* or None */
    ou_val context;   /* or None */
    ou_val flags;     /* small int: bit 0: __suppress_context__ */
    ou_val slots[];   /* with OU_TYPE_GROUP, OU_GROUP_* stand in front of the named ones */
};
#define OU_GROUP_MESSAGE 0 /* str */
#define OU_GROUP_MEMBERS 1 /* tuple of exceptions; unbound only while it is being made */
#define OU_GROUP_WORDS 2

/* V: one traceback entry, outermost first. 24 */
struct ou_traceback {
    ou_val type, next, filename, function_name, line;
};

/* V: module made from a file, 16. */
struct ou_module {
    ou_val type, dict, name;
};

/* V: property, 24; staticmethod and classmethod, 8. */
struct ou_property {
    ou_val type, get, set, del, doc, name;
};
struct ou_method_wrapper {
    ou_val type, function;
};

/* V: iterators over list, tuple, and anything with __getitem__ : 16 (sequence unbound: exhausted). */
struct ou_sequence_iterator {
    ou_val type, sequence, position;
};
/* V: range iterator, 16: the general one has ints of any size; current == stop: exhausted */
struct ou_range_iterator {
    ou_val type, current, stop, step;
};

/* V: weak reference or proxy, 16; with a callback, of a class derived from ref, and for weak dicts 24 to 32 */
struct ou_weakref {
    ou_val type;
    ou_val target;   /* its address | 1, | OU_WEAKREF_LONG if the words behind hash exist; 1 or 5: dead */
    ou_val next;     /* the next one of the same target, its address | 1; or unbound */
    ou_val hash;     /* of the target, once known: small int; or unbound */
    ou_val callback; /* or unbound: none, or it has been called */
    ou_val owner;    /* what the callback gets, and Python sees, instead of this; or unbound */
    ou_val extra;    /* ou_weakref_new's; also: WeakMethod's reference to the function */
};
#define OU_WEAKREF_LONG 4u

static inline struct ou_type *ou_type_at(ou_val v) { return (struct ou_type *)v; }
static inline const struct ou_type_ops *ou_ops(const struct ou_type *t)
{
    return (const struct ou_type_ops *)t->ops;
}
static inline const struct ou_type_ops *ou_ops_of(ou_val v) { return ou_ops(ou_type_of(v)); }
static inline ou_int ou_type_flags(const struct ou_type *t) { return ou_small_value(t->flags); }
static inline bool ou_is(ou_val v, const struct ou_type *t)
{
    return ou_is_ptr(v) && *(const ou_val *)v == OU_ROM(t);
}
static inline bool ou_is_type(ou_val v) /* is v a class? */
{
    return ou_is_ptr(v) && (ou_is(v, &ou_type_type) || (ou_type_flags(ou_type_of(v)) & OU_TYPE_METACLASS));
}

/* The native object in an instance of a class with one, else v itself. */
static inline ou_val ou_unwrap(ou_val v)
{
    if (!ou_is_ptr(v))
        return v;
    const struct ou_type *t = *(const struct ou_type *const *)v;
    return (t->flags >> 2) & OU_TYPE_PAYLOAD ? ((struct ou_instance *)v)->slots[0] : v;
}

/* A fresh VALUES block of a ROM type, the other words unbound; NULL: MemoryError is raised.  bytes is a
 * small constant.  May collect. */
static inline void *ou_new_values(struct ou_vm *vm, const struct ou_type *t, size_t bytes)
{
    ou_val *block = ou_gc_alloc_fast(&vm->heap, bytes, OU_GC_VALUES);
    if (__builtin_expect(!block, 0)) {
        (void)ou_raise_memory(vm, bytes);
        return NULL;
    }
    block[0] = OU_ROM(t);
    return block;
}

/* Fixed identifiers of the built-in types' versions (struct ou_type.version); heap types get versions
 * from OU_VERSION_FIRST on. */
enum ou_rom_version {
    OU_V_NONE,
    OU_V_OBJECT,
    OU_V_TYPE,
    OU_V_INT,
    OU_V_BOOL,
    OU_V_FLOAT,
    OU_V_STR,
    OU_V_BYTES,
    OU_V_BYTEARRAY,
    OU_V_MEMORYVIEW,
    OU_V_LIST,
    OU_V_TUPLE,
    OU_V_DICT,
    OU_V_SET,
    OU_V_FROZENSET,
    OU_V_RANGE,
    OU_V_SLICE,
    OU_V_GENERATOR,
    OU_V_FUNCTION,
    OU_V_MODULE,
    OU_V_ARRAY,
    OU_V_FILE,
    OU_V_GLOBALS, /* of no type: of global names in the lookup cache */
    OU_VERSION_FIRST = 64
};

/* A ROM type without much ado. */
#define OU_DEFINE_TYPE(object, type_name, base, type_ops, type_dict, type_flags, type_version) \
    OU_ROM_ALIGN const struct ou_type object = {.type = OU_ROM(&ou_type_type),                 \
                                                .ops = OU_ROM(type_ops),                       \
                                                .name = type_name,                             \
                                                .bases = OU_ROM(base),                         \
                                                .dict = OU_ROM(type_dict),                     \
                                                .flags = OU_SMALL_CONST(type_flags),           \
                                                .version = OU_SMALL_CONST(type_version)}

#endif /* OURO_INCLUDED_SRC_OBJECT_CORE_OBJECT_H */
