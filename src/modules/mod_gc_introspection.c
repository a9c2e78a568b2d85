/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Module gc: looking at objects and at the whole heap.
 */
#include "modules/mod_gc.h"

#define PUBLIC_FUNCTION(object, function, name, min, max, flags) \
    OU_ROM_ALIGN const struct ou_native object =                 \
        OU_NATIVE(&ou_type_native_function, function, name, NULL, min, max, flags)

/* -- objects -- */

/* There are no generations: whichever is asked for has all objects, or (0 and 1) those that are young. */
OU_NATIVE_STATIC(gc_get_objects)
{
    ou_val generation;
    ou_int n;
    if (ou_args_parse(vm, "get_objects", "|generation", n_args, n_kw, args, &generation) < 0)
        return OU_EXC;
    if (generation != OU_ABSENT && generation != OU_NONE) {
        if (!ou_is_int(generation))
            return ou_raise(vm, &ou_exc_TypeError, "argument should be integer or None, not '%T'",
                            generation);
        if (ou_to_int(vm, generation, &n) < 0)
            return OU_EXC;
        if (n < -1) /* -1 is what CPython takes for None */
            return ou_raise(vm, &ou_exc_ValueError, "generation parameter cannot be negative");
        if (n > 2)
            return ou_raise(vm, &ou_exc_ValueError,
                            "generation parameter must be less than the number of available generations (3)");
        if (n >= 0 && n < 2)
            return ou_list_new(vm, 0, NULL);
    }
    return ou_memory_objects(vm);
}

OU_NATIVE_STATIC(gc_get_referrers) { return ou_memory_referrers(vm, n_args, args); }

OU_NATIVE_STATIC(gc_get_referents) { return ou_memory_referents(vm, n_args, args); }

OU_NATIVE_STATIC(gc_is_tracked) { return ou_bool(ou_memory_is_tracked(vm, args[0])); }

OU_NATIVE_STATIC(gc_is_finalized) { return ou_bool(ou_memory_is_finalised(vm, args[0])); }

PUBLIC_FUNCTION(ou_gc_native_get_objects, gc_get_objects, OU_S(get_objects), 0, OU_NATIVE_VARARGS,
                OU_NATIVE_KW);
PUBLIC_FUNCTION(ou_gc_native_get_referrers, gc_get_referrers, OU_S(get_referrers), 0, OU_NATIVE_VARARGS, 0);
PUBLIC_FUNCTION(ou_gc_native_get_referents, gc_get_referents, OU_S(get_referents), 0, OU_NATIVE_VARARGS, 0);
PUBLIC_FUNCTION(ou_gc_native_is_finalized, gc_is_finalized, OU_S(is_finalized), 1, 1, 0);
PUBLIC_FUNCTION(ou_gc_native_is_tracked, gc_is_tracked, OU_S(is_tracked), 1, 1, 0);

/* -- the dump -- */

/* Standard output and error go through the port's own buffer. */
static int write_console(void *ctx, const char *text, size_t n)
{
    ou_port_write(*(const int *)ctx, text, n);
    return 0;
}

static int write_file(void *ctx, const char *text, size_t n)
{
    while (n) {
        long done = ou_port_file_write(*(const int *)ctx, text, n);
        if (done <= 0)
            return done ? (int)done : -5; /* EIO */
        text += done;
        n -= (size_t)done;
    }
    return 0;
}

static ou_val dump_to_path(struct ou_vm *vm, ou_val path)
{
    struct ou_builder b;
    const char *name = ou_path_text(vm, path, NULL, &b);
    if (!name)
        return OU_EXC;
    int handle = ou_port_file_open(name, OU_PORT_WRITE | OU_PORT_CREATE | OU_PORT_TRUNCATE);
    int status = handle < 0 ? handle : ou_memory_dump(vm, write_file, &handle);
    int closed = handle < 0 ? 0 : ou_port_file_close(handle);
    if (status >= 0)
        status = closed;
    return status < 0 ? ou_raise_os_error(vm, -status, path) : OU_NONE;
}

/* An open file: what it has not written yet comes first. */
static ou_val dump_to_file(struct ou_vm *vm, ou_val file)
{
    ou_int n;
    ou_val method = ou_get_attr_or_absent(vm, file, OU_S(fileno));
    if (method == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "dump() argument must be a path or an open file, not %T",
                        file);
    if (method == OU_EXC || ou_call_method(vm, file, OU_S(flush), 0, NULL) == OU_EXC)
        return OU_EXC;
    ou_val number = ou_call_0(vm, method);
    if (number == OU_EXC || ou_to_int(vm, number, &n) < 0)
        return OU_EXC;
    int handle = (int)n;
    int status = ou_memory_dump(vm, ou_type_of(file) == &ou_type_stdio ? write_console : write_file, &handle);
    return status < 0 ? ou_raise_os_error(vm, -status, OU_ABSENT) : OU_NONE;
}

OU_NATIVE_STATIC(gc_dump)
{
    bool is_path = ou_cast_native(args[0], &ou_type_str) || ou_cast_native(args[0], &ou_type_bytes);
    return is_path ? dump_to_path(vm, args[0]) : dump_to_file(vm, args[0]);
}

PUBLIC_FUNCTION(ou_gc_native_dump, gc_dump, OU_S(dump), 1, 1, 0);
