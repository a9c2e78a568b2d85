/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Running source text: the compiler gives a function for the next statement, it is called and dropped,
 * and so on; never is more than one statement of a module in memory as source or tree.
 */
#include "object/core/lookup.h"
#include "vm/exec.h"
#include "compiler/state.h"
#include "vm/precompiled.h"

ou_val ou_unit_new(struct ou_vm *vm, ou_val globals, ou_val filename)
{
    ou_val v = ou_object_new(vm, &ou_type_unit, sizeof(struct ou_unit) / sizeof(ou_val), false);
    if (v == OU_EXC)
        return OU_EXC;
    struct ou_unit *unit = (struct ou_unit *)v;
    unit->globals = globals;
    ou_lookup_namespace(vm, globals);
    unit->filename = filename;
    return v;
}

ou_val ou_statement_new(struct ou_vm *vm, ou_val defining_unit)
{
    const struct ou_unit *from = (const struct ou_unit *)defining_unit;
    ou_val own = ou_unit_new(vm, from->globals, from->filename);
    ou_val function = own == OU_EXC ? OU_EXC
                                    : ou_object_new(vm, &ou_type_function,
                                                    sizeof(struct ou_function) / sizeof(ou_val), false);
    if (function == OU_EXC)
        return OU_EXC;
    struct ou_unit *to = (struct ou_unit *)own;
    struct ou_function *f = (struct ou_function *)function;
    OU_STORE(vm, to, &to->package, from->package);
    OU_STORE(vm, to, &to->defining_unit, defining_unit);
    OU_STORE(vm, f, &f->unit, own);
    return function;
}

static int read_text(struct ou_vm *vm, void *ctx, char *buffer, size_t n)
{
    (void)vm;
    struct ou_text_source *source = ctx;
    size_t rest = source->n - source->position;
    n = n < rest ? n : rest;
    memcpy(buffer, source->text + source->position, n);
    source->position += n;
    return (int)n;
}

struct ou_reader ou_text_reader(struct ou_text_source *source)
{
    return (struct ou_reader){read_text, source};
}

static int read_file(struct ou_vm *vm, void *ctx, char *buffer, size_t n)
{
    struct ou_file_source *source = ctx;
    long got = ou_port_file_read(source->handle, buffer, n);
    return got < 0 ? ou_fail(ou_raise_os_error(vm, (int)-got, OU_ABSENT)) : (int)got;
}

struct ou_reader ou_file_reader(struct ou_file_source *source)
{
    return (struct ou_reader){read_file, source};
}

ou_val ou_run_source(struct ou_vm *vm, const struct ou_reader *reader, ou_val unit, enum ou_compile_mode mode,
                     ou_val space)
{
    struct ou_compiler *compiler = ou_compile_open(vm, reader, unit, mode, space != OU_ABSENT);
    if (!compiler)
        return OU_EXC;
    ou_val result = OU_NONE;
    for (;;) {
        ou_val function = ou_compile_next(compiler);
        if (function == OU_STOP)
            break;
        ou_val v = function;
        if (v != OU_EXC)
            v = space == OU_ABSENT ? ou_call_0(vm, function) : ou_call_1(vm, function, space);
        if (v == OU_EXC) {
            result = OU_EXC;
            break;
        }
        if (mode == OU_COMPILE_EVAL) {
            result = v;
            break;
        }
        if (ou_poll(vm) < 0) {
            result = OU_EXC;
            break;
        }
    }
    ou_compile_close(compiler);
    return result;
}

ou_val ou_exec_text(struct ou_vm *vm, const char *text, size_t n, const char *filename, ou_val globals)
{
    ou_val name = ou_str_from(vm, filename);
    if (name == OU_EXC)
        return OU_EXC;
    ou_val unit;
    if (globals == OU_ABSENT) {
        if (ou_main_module(vm) == OU_EXC)
            return OU_EXC;
        globals = ((struct ou_unit *)vm->roots.main_unit)->globals;
    }
    unit = ou_unit_new(vm, globals, name);
    if (unit == OU_EXC)
        return OU_EXC;
    struct ou_text_source source = {text, n, 0};
    struct ou_reader reader = ou_text_reader(&source);
    return ou_run_source(vm, &reader, unit, OU_COMPILE_EXEC, OU_ABSENT);
}

/* Not a part of its callers: what it has on the C stack would lie there, with dead addresses in it, while a program
 * runs. */
OU_NOINLINE int ou_open_source(struct ou_vm *vm, ou_val path)
{
    struct ou_builder b;
    const char *text = ou_path_text(vm, path, NULL, &b);
    if (!text)
        return -1;
    if (ou_port_file_kind(text) == 2)
        return ou_fail(ou_raise_os_error(vm, 21, path)); /* EISDIR */
    int handle = ou_port_file_open(text, OU_PORT_READ);
    return handle < 0 ? ou_fail(ou_raise_os_error(vm, -handle, path)) : handle;
}

/* So is this, with a buffer that a program from source would have below it. */
static OU_NOINLINE ou_val run_precompiled_file(struct ou_vm *vm, struct ou_file_source *file, ou_val unit,
                                               ou_val path)
{
    struct ou_precompiled_source source = ou_precompiled_file(file);
    return ou_run_precompiled(vm, &source, unit, path);
}

static OU_NOINLINE ou_val run_open_file(struct ou_vm *vm, struct ou_file_source *file, ou_val unit,
                                        ou_val path)
{
    size_t n;
    const char *text = ou_str_text(vm, path, &n);
    if (OU_WITH_PRECOMPILED && ou_is_precompiled_name(text, n))
        return run_precompiled_file(vm, file, unit, path);
    struct ou_reader reader = ou_file_reader(file);
    return ou_run_source(vm, &reader, unit, OU_COMPILE_EXEC, OU_ABSENT);
}

ou_val ou_run_open_file(struct ou_vm *vm, struct ou_file_source *file, ou_val unit, ou_val path)
{
    ou_gc_wipe_stack(); /* between what frames fill there is room: a dead address in it would stay as long as these do */
    return run_open_file(vm, file, unit, path);
}

ou_val ou_exec_file(struct ou_vm *vm, const char *path, ou_val globals)
{
    ou_val name = ou_str_from(vm, path);
    if (name == OU_EXC)
        return OU_EXC;
    if (globals == OU_ABSENT) {
        if (ou_main_module(vm) == OU_EXC)
            return OU_EXC;
        globals = ((struct ou_unit *)vm->roots.main_unit)->globals;
        if (ou_dict_set_name(vm, globals, OU_S(__file__), name) < 0)
            return OU_EXC;
    }
    ou_val unit = ou_unit_new(vm, globals, name);
    if (unit == OU_EXC)
        return OU_EXC;
    struct ou_file_source source = {ou_open_source(vm, name)};
    if (source.handle < 0)
        return OU_EXC;
    ou_val v = ou_run_open_file(vm, &source, unit, name);
    ou_port_file_close(source.handle);
    return v;
}

ou_val ou_main_module(struct ou_vm *vm)
{
    if (vm->roots.main_unit != OU_ABSENT)
        return ou_dict_get_name(vm, vm->roots.modules, OU_S(__main__));
    ou_val module = ou_module_new(vm, OU_S(__main__));
    if (module == OU_EXC || ou_dict_set_name(vm, vm->roots.modules, OU_S(__main__), module) < 0)
        return OU_EXC;
    ou_val unit = ou_unit_new(vm, ou_module_dict(module), OU_S(_lt_stdin_gt_));
    if (unit == OU_EXC)
        return OU_EXC;
    if (ou_dict_set_name(vm, ou_module_dict(module), OU_S(__doc__), OU_NONE) < 0)
        return OU_EXC;
    vm->roots.main_unit = unit;
    return module;
}
