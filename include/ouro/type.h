/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Types, native functions and modules as constant data: what a C module declares in ROM.
 *
 * The first word of every object is its type.  A type is a `struct ou_type`: a constant in ROM for
 * types written in C, a VALUES block of the same layout for classes made by Python code; therefore
 * every field is a value.  What a C type can do stands in its `ou_type_ops`; a class made by Python
 * code has `ou_instance_ops`, which looks for the special methods.
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_TYPE_H
#define OURO_INCLUDED_INCLUDE_OURO_TYPE_H

#include <ouro/config.h>
#include <ouro/value.h>

struct ou_vm;

#define OU_MUST_CHECK __attribute__((warn_unused_result))
#define OU_ROM_ALIGN _Alignas(8)
/* What no table refers to in a build that leaves something out. */
#define OU_MAYBE_UNUSED __attribute__((unused))
/* A pointer to a constant as a value, for static initialisers. */
#define OU_ROM(object) ((ou_val)(uintptr_t)(object))

/* A function in C: n_args positional arguments, then n_kw pairs of name (interned str) and value.
 * The result, or OU_EXC with an exception raised.  args stays in place during the call and is a root. */
typedef ou_val (*ou_native_fn)(struct ou_vm *vm, unsigned n_args, unsigned n_kw, const ou_val *args);

/* The binary operators: X(NAME, name, method, reflected method, in-place method, most arguments of the method, symbol,
 * in-place symbol as messages have them). */
/* clang-format off */
#define OU_BINARY_OPERATORS(X) \
    X(ADD, add, OU_S(__add__), OU_S(__radd__), OU_S(__iadd__), 2, "+", "+=") \
    X(SUB, sub, OU_S(__sub__), OU_S(__rsub__), OU_S(__isub__), 2, "-", "-=") \
    X(MUL, mul, OU_S(__mul__), OU_S(__rmul__), OU_S(__imul__), 2, "*", "*=") \
    X(TRUEDIV, truediv, OU_S(__truediv__), OU_S(__rtruediv__), OU_S(__itruediv__), 2, "/", "/=") \
    X(FLOORDIV, floordiv, OU_S(__floordiv__), OU_S(__rfloordiv__), OU_S(__ifloordiv__), 2, "//", "//=") \
    X(MOD, mod, OU_S(__mod__), OU_S(__rmod__), OU_S(__imod__), 2, "%", "%=") \
    X(POW, pow, OU_S(__pow__), OU_S(__rpow__), OU_S(__ipow__), 3, "** or pow()", "**=") \
    X(LSHIFT, lshift, OU_S(__lshift__), OU_S(__rlshift__), OU_S(__ilshift__), 2, "<<", "<<=") \
    X(RSHIFT, rshift, OU_S(__rshift__), OU_S(__rrshift__), OU_S(__irshift__), 2, ">>", ">>=") \
    X(AND, and, OU_S(__and__), OU_S(__rand__), OU_S(__iand__), 2, "&", "&=") \
    X(OR, or, OU_S(__or__), OU_S(__ror__), OU_S(__ior__), 2, "|", "|=") \
    X(XOR, xor, OU_S(__xor__), OU_S(__rxor__), OU_S(__ixor__), 2, "^", "^=") \
    X(MATMUL, matmul, OU_S(__matmul__), OU_S(__rmatmul__), OU_S(__imatmul__), 2, "@", "@=") \
    X(DIVMOD, divmod, OU_S(__divmod__), OU_S(__rdivmod__), OU_ABSENT, 2, "divmod()", "divmod()")
/* clang-format on */
enum ou_binary_op {
#define X(name, ...) OU_OP_##name,
    OU_BINARY_OPERATORS(X)
#undef X
        OU_OP_COUNT
};
enum ou_unary_op { OU_OP_NEG, OU_OP_POS, OU_OP_INVERT, OU_OP_ABS };
enum ou_compare_op { OU_CMP_LT, OU_CMP_LE, OU_CMP_EQ, OU_CMP_NE, OU_CMP_GT, OU_CMP_GE };

/* Bytes of an object seen by C code (bytes, bytearray, array, memoryview, str is not one). */
struct ou_buffer {
    uint8_t *data;
    size_t size;   /* bytes */
    char typecode; /* as in module array; 'B' for bytes */
    bool read_only;
};

/* What a C type can do; NULL where it cannot.  `self` is always an object of exactly this native type:
 * an instance of a Python subclass is replaced by the native object that it wraps.  Functions that
 * return int give -1 (OU_EXC for values) with an exception raised. */
struct ou_type_ops {
    /* type(args): `type` is this type, or the class derived from it whose native part is wanted. */
    ou_val (*construct)(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw, const ou_val *args);
    ou_val (*repr)(struct ou_vm *vm, ou_val self);
    ou_val (*str)(struct ou_vm *vm, ou_val self);                 /* NULL: as repr */
    ou_val (*format)(struct ou_vm *vm, ou_val self, ou_val spec); /* NULL: str, and an empty spec only */
    int (*truth)(struct ou_vm *vm, ou_val self);                  /* NULL: len, else true */
    ou_int (*len)(struct ou_vm *vm, ou_val self);
    int (*hash)(struct ou_vm *vm, ou_val self,
                ou_int *out); /* NULL: by identity if compare is NULL, else unhashable */
    /* OU_TRUE/OU_FALSE, any object, or OU_NOT_IMPLEMENTED; a is of this type */
    ou_val (*compare)(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b);
    ou_val (*unary)(struct ou_vm *vm, enum ou_unary_op op, ou_val self);
    /* a or b (or both) is of this type; OU_NOT_IMPLEMENTED if these two do not go together */
    ou_val (*binary)(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b);
    ou_val (*inplace)(struct ou_vm *vm, enum ou_binary_op op, ou_val self, ou_val b);
    ou_val (*get_item)(struct ou_vm *vm, ou_val self, ou_val key);
    int (*set_item)(struct ou_vm *vm, ou_val self, ou_val key, ou_val value); /* OU_ABSENT: delete */
    int (*contains)(struct ou_vm *vm, ou_val self, ou_val item);              /* NULL: by iteration */
    ou_val (*iter)(struct ou_vm *vm, ou_val self);
    ou_val (*next)(struct ou_vm *vm, ou_val self); /* OU_STOP at the end */
    ou_val (*call)(struct ou_vm *vm, ou_val self, unsigned n_args, unsigned n_kw, const ou_val *args);
    /* Attributes of the object itself, looked for after data descriptors and before everything else
     * of its type; OU_ABSENT: has none of that name. */
    ou_val (*get_attr)(struct ou_vm *vm, ou_val self, ou_val name);
    /* 1: done; 0: cannot (go on to the error); value OU_ABSENT: delete */
    int (*set_attr)(struct ou_vm *vm, ou_val self, ou_val name, ou_val value);
    /* Descriptor protocol: self was found in a type. object OU_ABSENT: looked up on the class. */
    ou_val (*get)(struct ou_vm *vm, ou_val self, ou_val object, ou_val type);
    int (*set)(struct ou_vm *vm, ou_val self, ou_val object, ou_val value); /* makes it a data descriptor */
    int (*buffer)(struct ou_vm *vm, ou_val self, struct ou_buffer *out);
    /* For blocks made with OU_GC_FINALISE: closes what the object holds; must not allocate or raise. */
    void (*finalise)(struct ou_vm *vm, void *self);
};

/* Flags of a type. */
#define OU_TYPE_FINAL 1     /* cannot be a base: bool, range, slice, NoneType ... */
#define OU_TYPE_EXCEPTION 2 /* objects have the layout struct ou_exception */
#define OU_TYPE_HEAP 4      /* made by Python code: layout struct ou_instance (or ou_exception) */
#define OU_TYPE_PAYLOAD \
    8                          /* a heap type with a native base other than object: slots[0] is the
                                 native object */
#define OU_TYPE_NO_DICT 16     /* __slots__ without __dict__ in all of its bases */
#define OU_TYPE_HAS_GETATTR 32 /* defines or inherits __getattr__ */
#define OU_TYPE_HAS_GETATTRIBUTE 64
#define OU_TYPE_HAS_SETATTR 128 /* defines or inherits __setattr__ or __delattr__ */
#define OU_TYPE_HAS_DEL 256
#define OU_TYPE_METACLASS 512                 /* a subclass of type */
#define OU_TYPE_HAS_NEW 1024                  /* defines or inherits a Python __new__ */
#define OU_TYPE_SUBCLASSED 2048               /* a heap type that is somebody's base */
#define OU_TYPE_GROUP (4096 * OU_WITH_GROUPS) /* BaseExceptionGroup and what derives from it */
#define OU_TYPE_WEAKREF 8192                  /* weak references to its objects are possible */

/* What only classes made by Python code have. */
struct ou_class_part {
    ou_val native;  /* the nearest C base type (&ou_type_object, &ou_type_list, ...) */
    ou_val slots;   /* tuple of str: names of the instances' in-object slots, in order; OU_ABSENT for
                       spare ones */
    ou_val n_slots; /* small int: in-object slots of each instance (payload not counted) */
    ou_val qualname;
    ou_val module; /* str */
    /* The class made before this one: its address with bit 0 set, so that it is not kept alive. */
    ou_val next_class;
};

struct ou_type {
    ou_val type; /* its metatype: &ou_type_type, or a class */
    ou_val ops;  /* const struct ou_type_ops * */
    ou_val name; /* str: __name__ */
    /* ROM: the single base type or OU_ABSENT (object), the first of those of `mro`; heap: tuple */
    ou_val bases;
    ou_val dict;    /* ROM: const struct ou_rom_table * or OU_ABSENT; heap: dict */
    ou_val flags;   /* small int, OU_TYPE_* */
    ou_val version; /* small int: what the lookup cache compares; 0: must be assigned first; changes when a
                       cached lookup might give something else */
    ou_val mro; /* tuple, itself first, object last; ROM: of a type with two bases (ExceptionGroup) only */
    struct ou_class_part heap[]; /* one in heap types, none in ROM */
};
#define OU_CLASS_SIZE (sizeof(struct ou_type) + sizeof(struct ou_class_part))

/* The head of a function in C that Python calls: n_args positional arguments and then n_kw pairs of name and value.
 * The second is for those of one file, which a build without their part may leave unused. */
#define OU_NATIVE_FUNCTION(name)                                                   \
    ou_val name(struct ou_vm *vm OU_MAYBE_UNUSED, unsigned n_args OU_MAYBE_UNUSED, \
                unsigned n_kw OU_MAYBE_UNUSED, const ou_val *args OU_MAYBE_UNUSED)
#define OU_NATIVE_STATIC(name) OU_MAYBE_UNUSED static OU_NATIVE_FUNCTION(name)

/* A function in C as an object. */
#define OU_NATIVE_KW 1 /* takes keywords; without it the caller raises */
#define OU_NATIVE_TAKES \
    2 /* a wrong count of arguments is told as "f() takes at most 2 arguments (3 given)" */
#define OU_NATIVE_VARARGS 0xff /* max_args: no upper bound */
struct ou_native {
    ou_val type; /* &ou_type_native_function, &ou_type_native_method (binds to an instance, args[0] is
                    self, checked against `owner` and unwrapped), &ou_type_native_classmethod (args[0] is
                    the class) */
    ou_native_fn fn;
    const struct ou_type *owner;     /* of methods: self must be an instance; NULL: no check */
    uint16_t name_id;                /* of an interned string in ROM */
    uint8_t min_args : 6, flags : 2; /* self included */
    uint8_t max_args;
};

/* A computed attribute of a C type. */
struct ou_native_property {
    ou_val type; /* &ou_type_native_property */
    ou_val (*get)(struct ou_vm *vm, ou_val self);
    int (*set)(struct ou_vm *vm, ou_val self, ou_val value); /* NULL: read-only; OU_ABSENT: delete */
    uint16_t name_id;
};

/* What a constant table may hold as such: one of those, or (type OU_ABSENT) any value with its name. */
union ou_member {
    struct ou_native native;
    struct ou_native_property property;
    struct {
        ou_val type, value, none;
        uint16_t name_id;
    } constant;
};

/* Its name: an interned str. */
static inline ou_val ou_native_name(const struct ou_native *n) { return OU_INTERNED(n->name_id); }
/* Initialisers; name is an OU_S(...). */
#define OU_NAME_ID(name) (uint16_t)((name) >> 4)
#define OU_NATIVE(type, function, name, owner, min, max, flags)          \
    {                                                                    \
        OU_ROM(type), function, owner, OU_NAME_ID(name), min, flags, max \
    }
#define OU_NATIVE_PROPERTY(name, getter, setter)                           \
    {                                                                      \
        OU_ROM(&ou_type_native_property), getter, setter, OU_NAME_ID(name) \
    }
#define OU_MEMBER_FUNCTION(name, function, min, max, flags)                                  \
    {                                                                                        \
        .native = OU_NATIVE(&ou_type_native_function, function, name, NULL, min, max, flags) \
    }
#define OU_MEMBER_METHOD(name, function, owner, min, max, flags)                            \
    {                                                                                       \
        .native = OU_NATIVE(&ou_type_native_method, function, name, owner, min, max, flags) \
    }
#define OU_MEMBER_CLASSMETHOD(name, function, owner, min, max, flags)                            \
    {                                                                                            \
        .native = OU_NATIVE(&ou_type_native_classmethod, function, name, owner, min, max, flags) \
    }
#define OU_MEMBER_PROPERTY(name, getter, setter)             \
    {                                                        \
        .property = OU_NATIVE_PROPERTY(name, getter, setter) \
    }
#define OU_MEMBER_VALUE(name, value)                                  \
    {                                                                 \
        .constant = { OU_ABSENT, value, OU_ABSENT, OU_NAME_ID(name) } \
    }
/* The same as objects of their own, for tables of entries. */
#define OU_FUNCTION(object, function, name, min, max, flags)            \
    OU_ROM_ALIGN static const struct ou_native OU_MAYBE_UNUSED object = \
        OU_NATIVE(&ou_type_native_function, function, name, NULL, min, max, flags)
#define OU_METHOD(object, function, owner, name, min, max, flags)       \
    OU_ROM_ALIGN static const struct ou_native OU_MAYBE_UNUSED object = \
        OU_NATIVE(&ou_type_native_method, function, name, owner, min, max, flags)
#define OU_CLASSMETHOD(object, function, owner, name, min, max, flags)  \
    OU_ROM_ALIGN static const struct ou_native OU_MAYBE_UNUSED object = \
        OU_NATIVE(&ou_type_native_classmethod, function, name, owner, min, max, flags)
#define OU_PROPERTY(object, name, getter, setter)                                \
    OU_ROM_ALIGN static const struct ou_native_property OU_MAYBE_UNUSED object = \
        OU_NATIVE_PROPERTY(name, getter, setter)

/* A constant table of names, sorted by id of the interned name (that is: single characters first, then
 * by ASCII order); a unit test checks the order of all of them.  It has entries, which refer to the
 * objects, or members, which are the objects themselves: less memory, but a slower search.  So the builtins and the types
 * that programs look into most (list, dict, str, tuple, set) have entries.  No table is empty: a type without names has
 * none. */
struct ou_rom_entry {
    ou_val name;
    ou_val value;
};
struct ou_rom_table {
    ou_val type; /* &ou_type_rom_table */
    size_t count;
    const struct ou_rom_entry *entries;
    const union ou_member *members; /* one of the two is NULL */
};
/* static const struct ou_rom_entry x_entries[] = {...}; OU_ROM_TABLE(x_table, x_entries); */
#define OU_ROM_TABLE(table_name, entry_array)             \
    OU_ROM_ALIGN const struct ou_rom_table table_name = { \
        OU_ROM(&ou_type_rom_table), sizeof(entry_array) / sizeof((entry_array)[0]), entry_array, NULL}
/* OU_ROM_ALIGN static const union ou_member x_members[] = {...}; OU_MEMBER_TABLE(x_table, x_members); */
#define OU_MEMBER_TABLE(table_name, member_array)         \
    OU_ROM_ALIGN const struct ou_rom_table table_name = { \
        OU_ROM(&ou_type_rom_table), sizeof(member_array) / sizeof((member_array)[0]), NULL, member_array}
/* Name and value number i of a table, i below its count. */
static inline ou_val ou_rom_table_name(const struct ou_rom_table *table, size_t i)
{
    return table->members ? OU_INTERNED(table->members[i].constant.name_id) : table->entries[i].name;
}
static inline ou_val ou_member_value(const union ou_member *member)
{
    return member->constant.type == OU_ABSENT ? member->constant.value : OU_ROM(member);
}
static inline ou_val ou_rom_table_value(const struct ou_rom_table *table, size_t i)
{
    return table->members ? ou_member_value(&table->members[i]) : table->entries[i].value;
}
/* The value of an interned name in a ROM table, or OU_ABSENT; binary search. */
ou_val ou_rom_table_get(const struct ou_rom_table *table, ou_val name);

/* A module in ROM. */
struct ou_rom_module {
    ou_val type; /* &ou_type_rom_module */
    ou_val name;
    const struct ou_rom_table *table;
    /* Called when the module is first imported; may be NULL.  0 or -1. */
    int (*init)(struct ou_vm *vm);
};

extern const struct ou_type ou_type_rom_table, ou_type_native_function, ou_type_native_method,
    ou_type_native_classmethod, ou_type_native_property, ou_type_rom_module;

#endif /* OURO_INCLUDED_INCLUDE_OURO_TYPE_H */
