/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Module sys.  What changes at run time (argv, path, modules) is computed attributes of the constant
 * module.
 */
#include <float.h>
#include <ouro/ouro.h>
#include <ouro/version.h>

extern const struct ou_native ou_sys_exit; /* also builtins.exit */

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define BYTE_ORDER_NAME OU_S(little)
#else
#define BYTE_ORDER_NAME OU_S(big)
#endif

/* -- records of constants: sys.implementation, float_info, int_info, version_info -- */

struct record {
    ou_val type;
    const char *name;
    const struct ou_rom_table *table; /* values, or computed attributes */
    ou_val tuple;                     /* what it is as a tuple, or unbound */
};

static ou_val record_get_attr(struct ou_vm *vm, ou_val self, ou_val name)
{
    ou_val v = ou_rom_table_get(((const struct record *)self)->table, name);
    if (ou_is_ptr(v) && ou_type_of(v) == &ou_type_native_property)
        return ((const struct ou_native_property *)v)->get(vm, self);
    return v;
}

static ou_val record_repr(struct ou_vm *vm, ou_val self)
{
    const struct record *r = (const struct record *)self;
    struct ou_builder b;
    ou_builder_init(vm, &b);
    ou_builder_add_c(&b, r->name);
    ou_builder_add_c(&b, "(");
    for (size_t i = 0; i < r->table->count; i++) {
        ou_val name = ou_rom_table_name(r->table, i), value = record_get_attr(vm, self, name);
        if (i > 0)
            ou_builder_add_c(&b, ", ");
        ou_builder_add_str(&b, name);
        ou_builder_add_c(&b, "=");
        if (value == OU_EXC || ou_builder_add_repr(&b, value) < 0)
            return OU_EXC;
    }
    ou_builder_add_c(&b, ")");
    return ou_builder_str(&b);
}

static ou_val tuple_of(ou_val self) { return ((const struct record *)self)->tuple; }

static ou_val version_repr(struct ou_vm *vm, ou_val self)
{
    static const char *const before[] = {"(major=", ", minor=", ", micro=", ", releaselevel=", ", serial="};
    struct ou_builder b;
    ou_builder_init(vm, &b);
    ou_builder_add_c(&b, ((const struct record *)self)->name);
    for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
        ou_builder_add_c(&b, before[i]);
        if (ou_builder_add_repr(&b, ou_tuple_items(tuple_of(self))[i]) < 0)
            return OU_EXC;
    }
    ou_builder_add_c(&b, ")");
    return ou_builder_str(&b);
}

static ou_int version_len(struct ou_vm *vm, ou_val self) { return ou_len(vm, tuple_of(self)); }
static ou_val version_iter(struct ou_vm *vm, ou_val self) { return ou_iter(vm, tuple_of(self)); }
static ou_val version_get_item(struct ou_vm *vm, ou_val self, ou_val key)
{
    return ou_get_item(vm, tuple_of(self), key);
}
static int version_hash(struct ou_vm *vm, ou_val self, ou_int *out)
{
    return ou_hash(vm, tuple_of(self), out);
}

static ou_val version_compare(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b)
{
    if (ou_type_of(b) == ou_type_of(a))
        b = tuple_of(b);
    return ou_is_a(b, &ou_type_tuple) ? ou_compare(vm, op, tuple_of(a), b) : OU_NOT_IMPLEMENTED;
}

static const struct ou_type_ops record_ops = {.repr = record_repr, .get_attr = record_get_attr};
static const struct ou_type_ops version_ops = {.repr = version_repr,
                                               .get_attr = record_get_attr,
                                               .len = version_len,
                                               .iter = version_iter,
                                               .get_item = version_get_item,
                                               .hash = version_hash,
                                               .compare = version_compare};
#define RECORD_TYPE(object, type_name, type_ops)                                               \
    OU_ROM_ALIGN static const struct ou_type object = {.type = OU_ROM(&ou_type_type),          \
                                                       .ops = OU_ROM(&type_ops),               \
                                                       .name = type_name,                      \
                                                       .bases = OU_ROM(&ou_type_object),       \
                                                       .flags = OU_SMALL_CONST(OU_TYPE_FINAL), \
                                                       .version = OU_SMALL_CONST(0)}
RECORD_TYPE(record_type, OU_S(SimpleNamespace), record_ops);
RECORD_TYPE(version_type, OU_S(version_info), version_ops);

OU_ROM_TUPLE(static, version_tuple, 5, OU_SMALL_CONST(3), OU_SMALL_CONST(11), OU_SMALL_CONST(0), OU_S(final),
             OU_SMALL_CONST(0));
static const struct ou_rom_entry version_entries[] = {
    {OU_S(major), OU_SMALL_CONST(3)},  {OU_S(micro), OU_SMALL_CONST(0)},  {OU_S(minor), OU_SMALL_CONST(11)},
    {OU_S(releaselevel), OU_S(final)}, {OU_S(serial), OU_SMALL_CONST(0)},
};
static OU_ROM_TABLE(version_table, version_entries);
OU_ROM_ALIGN static const struct record version_info = {OU_ROM(&version_type), "sys.version_info",
                                                        &version_table, OU_ROM(version_tuple)};

OU_ROM_TUPLE(static, own_version_tuple, 5, OU_SMALL_CONST(OU_VERSION_MAJOR), OU_SMALL_CONST(OU_VERSION_MINOR),
             OU_SMALL_CONST(OU_VERSION_MICRO), OU_S(final), OU_SMALL_CONST(0));
static const struct ou_rom_entry own_version_entries[] = {
    {OU_S(major), OU_SMALL_CONST(OU_VERSION_MAJOR)},
    {OU_S(micro), OU_SMALL_CONST(OU_VERSION_MICRO)},
    {OU_S(minor), OU_SMALL_CONST(OU_VERSION_MINOR)},
    {OU_S(releaselevel), OU_S(final)},
    {OU_S(serial), OU_SMALL_CONST(0)},
};
static OU_ROM_TABLE(own_version_table, own_version_entries);
OU_ROM_ALIGN static const struct record own_version = {OU_ROM(&version_type), "sys.version_info",
                                                       &own_version_table, OU_ROM(own_version_tuple)};

#if OU_LEVEL == OU_LEVEL_FULL
#define LEVEL OU_S(full)
#elif OU_LEVEL == OU_LEVEL_CORE
#define LEVEL OU_S(core)
#else
#define LEVEL OU_S(minimal)
#endif
static const struct ou_rom_entry implementation_entries[] = {
    {OU_S(_level), LEVEL}, /* of config.h */
    {OU_S(cache_tag), OU_NONE},
    {OU_S(name), OU_S(ouro)},
    {OU_S(version), OU_ROM(&own_version)},
};
static OU_ROM_TABLE(implementation_table, implementation_entries);
OU_ROM_ALIGN static const struct record implementation = {OU_ROM(&record_type), "namespace",
                                                          &implementation_table, OU_ABSENT};

#if OU_WORD_BITS == 64
#define FLOAT(name) DBL_##name
#else
#define FLOAT(name) FLT_##name
#endif
#define FLOAT_PROPERTY(name, limit)                           \
    static ou_val float_##name(struct ou_vm *vm, ou_val self) \
    {                                                         \
        (void)self;                                           \
        return ou_float_new(vm, (ou_float)limit);             \
    }
FLOAT_PROPERTY(epsilon, FLOAT(EPSILON))
FLOAT_PROPERTY(max, FLOAT(MAX))
FLOAT_PROPERTY(min, FLOAT(MIN))
OU_PROPERTY(property_epsilon, OU_S(epsilon), float_epsilon, NULL);
OU_PROPERTY(property_max, OU_S(max), float_max, NULL);
OU_PROPERTY(property_min, OU_S(min), float_min, NULL);
static const struct ou_rom_entry float_entries[] = {
    {OU_S(dig), OU_SMALL_CONST(FLOAT(DIG))},
    {OU_S(epsilon), OU_ROM(&property_epsilon)},
    {OU_S(mant_dig), OU_SMALL_CONST(FLOAT(MANT_DIG))},
    {OU_S(max), OU_ROM(&property_max)},
    {OU_S(max_10_exp), OU_SMALL_CONST(FLOAT(MAX_10_EXP))},
    {OU_S(max_exp), OU_SMALL_CONST(FLOAT(MAX_EXP))},
    {OU_S(min), OU_ROM(&property_min)},
    {OU_S(min_10_exp), OU_SMALL_CONST(FLOAT(MIN_10_EXP))},
    {OU_S(min_exp), OU_SMALL_CONST(FLOAT(MIN_EXP))},
    {OU_S(radix), OU_SMALL_CONST(FLT_RADIX)},
    {OU_S(rounds), OU_SMALL_CONST(1)},
};
static OU_ROM_TABLE(float_table, float_entries);
OU_ROM_ALIGN static const struct record OU_MAYBE_UNUSED float_info = {OU_ROM(&record_type), "sys.float_info",
                                                                      &float_table, OU_ABSENT};

static const struct ou_rom_entry int_entries[] = {
    {OU_S(bits_per_digit), OU_SMALL_CONST(32)},
    {OU_S(default_max_str_digits), OU_SMALL_CONST(4300)},
    {OU_S(sizeof_digit), OU_SMALL_CONST(4)},
    {OU_S(str_digits_check_threshold), OU_SMALL_CONST(640)},
};
static OU_ROM_TABLE(int_table, int_entries);
OU_ROM_ALIGN static const struct record OU_MAYBE_UNUSED int_info = {OU_ROM(&record_type), "sys.int_info",
                                                                    &int_table, OU_ABSENT};

/* -- computed attributes -- */

#define STATE(name, which)                                                                                   \
    static ou_val get_##name(struct ou_vm *vm, ou_val self)                                                  \
    {                                                                                                        \
        (void)self;                                                                                          \
        return ou_state_get(vm, which);                                                                      \
    }                                                                                                        \
    static int set_##name(struct ou_vm *vm, ou_val self, ou_val v)                                           \
    {                                                                                                        \
        (void)self;                                                                                          \
        if (v == OU_ABSENT)                                                                                  \
            return ou_fail(ou_raise(vm, &ou_exc_AttributeError, "cannot delete attribute of module 'sys'")); \
        ou_state_set(vm, which, v);                                                                          \
        return 0;                                                                                            \
    }
STATE(argv, OU_STATE_ARGV)
STATE(path, OU_STATE_PATH)

static ou_val get_modules(struct ou_vm *vm, ou_val self)
{
    (void)self;
    return ou_state_get(vm, OU_STATE_MODULES);
}

static ou_val get_maxsize(struct ou_vm *vm, ou_val self)
{
    (void)self;
    return OU_WITH_BIG_INT ? ou_int_from_i64(vm, INTPTR_MAX) : ou_small(OU_SMALL_MAX);
}

static ou_val get_version(struct ou_vm *vm, ou_val self)
{
    (void)self;
    return ou_str_from(vm, OU_PYTHON_VERSION ".0 (Ouro " OU_VERSION ")");
}

OU_PROPERTY(argv_property, OU_S(argv), get_argv, set_argv);
OU_PROPERTY(path_property, OU_S(path), get_path, set_path);
OU_PROPERTY(modules_property, OU_S(modules), get_modules, NULL);
OU_PROPERTY(maxsize_property, OU_S(maxsize), get_maxsize, NULL);
OU_PROPERTY(version_property, OU_S(version), get_version, NULL);

/* -- functions -- */

OU_NATIVE_STATIC(sys_exit)
{
    ou_val exception = ou_call(vm, OU_ROM(&ou_exc_SystemExit), n_args, 0, args);
    return exception == OU_EXC ? OU_EXC : ou_raise_value(vm, exception);
}

OU_NATIVE_STATIC(sys_exception) { return ou_exc_handled(vm); }

OU_NATIVE_STATIC(sys_exc_info)
{
    ou_val e = ou_exc_handled(vm);
    ou_val items[3] = {OU_NONE, OU_NONE, OU_NONE};
    if (e != OU_NONE) {
        items[0] = OU_ROM(ou_type_of(e));
        items[1] = e;
        items[2] = ou_exc_traceback(e);
    }
    return ou_tuple_new(vm, 3, items);
}

OU_NATIVE_STATIC(sys_getrecursionlimit) { return ou_small((ou_int)ou_recursion_limit(vm)); }

OU_NATIVE_STATIC(sys_setrecursionlimit)
{
    ou_int limit;
    if (ou_to_int(vm, args[0], &limit) < 0)
        return OU_EXC;
    if (limit < 1)
        return ou_raise(vm, &ou_exc_ValueError, "recursion limit must be greater or equal than 1");
    if (limit > INT32_MAX)
        return ou_raise(vm, &ou_exc_OverflowError, "Python int too large to convert to C int");
    if ((unsigned)limit <= ou_recursion_depth(vm))
        return ou_raise(
            vm, &ou_exc_RecursionError,
            "cannot set the recursion limit to %zd at the recursion depth %u: the limit is too low", limit,
            ou_recursion_depth(vm));
    ou_recursion_set_limit(vm, (unsigned)limit);
    return OU_NONE;
}

/* What a class of the program says of the size of its objects. */
static ou_val asked_size(struct ou_vm *vm, ou_val method, ou_val self)
{
    ou_val size = self == OU_ABSENT ? ou_call_0(vm, method) : ou_call_1(vm, method, self);
    ou_int n;
    if (size == OU_EXC)
        return OU_EXC;
    if (!ou_is_a(size, &ou_type_int))
        return ou_raise(vm, &ou_exc_TypeError, "an integer is required");
    if (ou_to_int(vm, size, &n) < 0)
        return OU_EXC;
    return n < 0 ? ou_raise(vm, &ou_exc_ValueError, "__sizeof__() should return >= 0") : size;
}

OU_NATIVE_STATIC(sys_getsizeof)
{
    ou_val a[2], self;
    if (ou_args_parse(vm, "getsizeof", "object|default", n_args, n_kw, args, a) < 0)
        return OU_EXC;
    ou_val method = ou_get_special(vm, a[0], OU_S(__sizeof__), &self);
    if (method == OU_EXC)
        return OU_EXC;
    if (method == OU_ABSENT || ou_type_of(method) == &ou_type_native_method)
        return ou_int_from_u64(vm, ou_memory_size_of(vm, a[0]));
    ou_val size = asked_size(vm, method, self);
    if (size != OU_EXC || a[1] == OU_ABSENT || !ou_exc_matches(vm, &ou_exc_TypeError))
        return size;
    ou_exc_take(vm);
    return a[1];
}

OU_NATIVE_STATIC(sys_intern)
{
    size_t n;
    if (!ou_is_str(args[0]))
        return ou_raise(vm, &ou_exc_TypeError, "intern() argument must be str, not %A", args[0]);
    (void)ou_str_text(vm, args[0], &n);
    return n > 255 ? args[0] : ou_intern_str(vm, args[0]);
}

OU_NATIVE_STATIC(sys_getdefaultencoding) { return ou_str_from(vm, "utf-8"); }

OU_NATIVE_STATIC(sys_print_exception)
{
    if (!ou_is_a(args[0], &ou_exc_BaseException))
        return ou_raise(vm, &ou_exc_TypeError, "print_exception() argument must be an exception, not %T",
                        args[0]);
    ou_val text = ou_exc_format(vm, args[0]);
    if (text == OU_EXC)
        return OU_EXC;
    if (n_args > 1 && args[1] != OU_NONE)
        return ou_call_method(vm, args[1], OU_S(write), 1, &text) == OU_EXC ? OU_EXC : OU_NONE;
    size_t n;
    const char *p = ou_str_text(vm, text, &n);
    ou_port_write(1, p, n);
    return OU_NONE;
}

OU_ROM_ALIGN const struct ou_native ou_sys_exit =
    OU_NATIVE(&ou_type_native_function, sys_exit, OU_S(exit), NULL, 0, 1, 0);
OU_FUNCTION(exc_info_function, sys_exc_info, OU_S(exc_info), 0, 0, 0);
OU_FUNCTION(exception_function, sys_exception, OU_S(exception), 0, 0, 0);
OU_FUNCTION(getdefaultencoding_function, sys_getdefaultencoding, OU_S(getdefaultencoding), 0, 0, 0);
OU_FUNCTION(getrecursionlimit_function, sys_getrecursionlimit, OU_S(getrecursionlimit), 0, 0, 0);
OU_FUNCTION(getsizeof_function, sys_getsizeof, OU_S(getsizeof), 0, OU_NATIVE_VARARGS, OU_NATIVE_KW);
OU_FUNCTION(intern_function, sys_intern, OU_S(intern), 1, 1, 0);
OU_FUNCTION(print_exception_function, sys_print_exception, OU_S(print_exception), 1, 2, 0);
OU_FUNCTION(setrecursionlimit_function, sys_setrecursionlimit, OU_S(setrecursionlimit), 1, 1, 0);

/* clang-format off */
static const struct ou_rom_entry sys_entries[] = {
    {OU_S(__name__), OU_S(sys)},
    {OU_S(__stderr__), OU_ROM(&ou_stderr)},
    {OU_S(__stdin__), OU_ROM(&ou_stdin)},
    {OU_S(__stdout__), OU_ROM(&ou_stdout)},
    OU_IF(UNRAISABLE_HOOK, {OU_S(__unraisablehook__), OU_ROM(&ou_native_unraisablehook)},)
    {OU_S(argv), OU_ROM(&argv_property)},
    {OU_S(byteorder), BYTE_ORDER_NAME},
    {OU_S(exc_info), OU_ROM(&exc_info_function)},
    {OU_S(exception), OU_ROM(&exception_function)},
    {OU_S(exit), OU_ROM(&ou_sys_exit)},
    OU_IF(SYS_INFO, {OU_S(float_info), OU_ROM(&float_info)},)
    {OU_S(getdefaultencoding), OU_ROM(&getdefaultencoding_function)},
    {OU_S(getrecursionlimit), OU_ROM(&getrecursionlimit_function)},
    OU_IF(SYS_INFO, {OU_S(getsizeof), OU_ROM(&getsizeof_function)},)
    {OU_S(hexversion), OU_SMALL_CONST(0x030b00f0)},
    {OU_S(implementation), OU_ROM(&implementation)},
    OU_IF(SYS_INFO, {OU_S(int_info), OU_ROM(&int_info)},)
    {OU_S(intern), OU_ROM(&intern_function)},
    {OU_S(maxsize), OU_ROM(&maxsize_property)},
    {OU_S(maxunicode), OU_SMALL_CONST(0x10ffff)},
    {OU_S(modules), OU_ROM(&modules_property)},
    {OU_S(path), OU_ROM(&path_property)},
    {OU_S(platform), OU_S(ouro)},
    {OU_S(print_exception), OU_ROM(&print_exception_function)},
    {OU_S(setrecursionlimit), OU_ROM(&setrecursionlimit_function)},
    {OU_S(stderr), OU_ROM(&ou_stderr)},
    {OU_S(stdin), OU_ROM(&ou_stdin)},
    {OU_S(stdout), OU_ROM(&ou_stdout)},
    OU_IF(UNRAISABLE_HOOK, {OU_S(unraisablehook), OU_ROM(&ou_native_unraisablehook)},)
    {OU_S(version), OU_ROM(&version_property)},
    {OU_S(version_info), OU_ROM(&version_info)},
};
/* clang-format on */
static OU_ROM_TABLE(sys_table, sys_entries);
extern const struct ou_rom_module ou_module_sys;
OU_ROM_ALIGN const struct ou_rom_module ou_module_sys = {OU_ROM(&ou_type_rom_module), OU_S(sys), &sys_table,
                                                         NULL};
