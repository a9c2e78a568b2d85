/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * exec, eval, compile, globals, locals, vars, dir, __import__: builtins that look at the running frame
 * or run source.
 *
 * What compile() gives holds a function that takes its namespace as an argument, so the same code object
 * serves exec with and without locals; exec copies the function and its units to put in the globals.
 */
#include "base/base.h"
#include "compiler/state.h"
#include "object/core/mapping.h"
#include "object/core/protocol.h"
#include "object/types/function.h"
#include "object/types/type.h"
#include "vm/exec.h"
#include "vm/frame.h"

#define PUBLIC_FUNCTION(object, function, name, min, max, flags) \
    OU_ROM_ALIGN const struct ou_native object =                 \
        OU_NATIVE(&ou_type_native_function, function, name, NULL, min, max, flags)

/* V: 16 */
struct compiled {
    ou_val type, function, is_eval, filename;
};

static ou_val compiled_repr(struct ou_vm *vm, ou_val self)
{
    return ou_str_format(vm, "<code object <module>, file \"%v\">", ((struct compiled *)self)->filename);
}

static const struct ou_type_ops compiled_ops = {.repr = compiled_repr};
OU_DEFINE_TYPE(ou_type_compiled, OU_S(code), &ou_type_object, &compiled_ops, NULL, OU_TYPE_FINAL, 0);

static struct ou_unit *running_unit(struct ou_vm *vm)
{
    return vm->frame ? ou_frame_unit(vm->frame) : (struct ou_unit *)vm->roots.main_unit;
}

/* The namespace of the running frame: a class body's or exec's mapping, a function's variables, the
 * module's dict. */
static ou_val running_locals(struct ou_vm *vm)
{
    struct ou_frame *f = vm->frame;
    if (!f)
        return running_unit(vm)->globals;
    const struct ou_code *code = ou_frame_code(f);
    if (code->flags & OU_CODE_NAMESPACE)
        return f->regs[0];
    ou_val *pool = (ou_val *)ou_frame_unit(f)->pool;
    if (pool && pool[code->name] == OU_S(_lt_module_gt_))
        return ou_frame_unit(f)->globals;
    ou_val dict = ou_dict_new(vm, ou_code_extra(code)->n_checked);
    if (dict == OU_EXC)
        return OU_EXC;
    const struct ou_code_checked *c = ou_code_checked(code);
    for (unsigned i = 0; i < ou_code_extra(code)->n_checked; i++) {
        ou_val v = c[i].free ? ou_function_cells(ou_frame_function(f))[c[i].index] : f->regs[c[i].index];
        if (ou_is(v, &ou_type_cell))
            v = ((struct ou_cell *)v)->value;
        ou_assert(pool); /* as there is a name in it */
        if (v != OU_UNBOUND && ou_dict_set_name(vm, dict, pool[c[i].name], v) < 0)
            return OU_EXC;
    }
    return dict;
}

OU_NATIVE_STATIC(builtin_globals) { return running_unit(vm)->globals; }
PUBLIC_FUNCTION(ou_builtin_globals, builtin_globals, OU_S(globals), 0, 0, 0);

OU_NATIVE_STATIC(builtin_locals) { return running_locals(vm); }
PUBLIC_FUNCTION(ou_builtin_locals, builtin_locals, OU_S(locals), 0, 0, 0);

OU_NATIVE_STATIC(builtin_vars)
{
    if (n_args == 0)
        return running_locals(vm);
    ou_val dict = ou_get_attr_or_absent(vm, args[0], OU_S(__dict__));
    return dict == OU_ABSENT ? ou_raise(vm, &ou_exc_TypeError, "vars() argument must have __dict__ attribute")
                             : dict;
}
PUBLIC_FUNCTION(ou_builtin_vars, builtin_vars, OU_S(vars), 0, 1, 0);

/* -- dir -- */

static int add_names(struct ou_vm *vm, ou_val set, ou_val mapping)
{
    if (ou_is(mapping, &ou_type_rom_table)) {
        const struct ou_rom_table *table = (const struct ou_rom_table *)mapping;
        for (size_t i = 0; i < table->count; i++)
            if (ou_names_add(vm, set, ou_rom_table_name(table, i)) < 0)
                return -1;
        return 0;
    }
    ou_val it = ou_iter(vm, mapping), name;
    if (it == OU_EXC)
        return -1;
    while ((name = ou_next(vm, it)) != OU_STOP)
        if (name == OU_EXC || ou_names_add(vm, set, name) < 0)
            return -1;
    return 0;
}

static int add_class_names(struct ou_vm *vm, ou_val set, const struct ou_type *t)
{
    const struct ou_type *c;
    for (size_t i = 0; (c = ou_type_mro_at(t, i)); i++)
        if (c->dict != OU_ABSENT && add_names(vm, set, c->dict) < 0)
            return -1;
    return 0;
}

OU_NATIVE_STATIC(builtin_dir)
{
    ou_val names;
    if (n_args == 0) {
        ou_val space = running_locals(vm);
        names = space == OU_EXC ? OU_EXC : ou_list_from_iter(vm, space);
    } else {
        ou_val custom = ou_call_special(vm, args[0], OU_S(__dir__), 0, NULL);
        if (custom == OU_EXC)
            return OU_EXC;
        if (custom != OU_ABSENT)
            names = ou_list_from_iter(vm, custom);
        else {
            ou_val set = ou_names_new(vm);
            if (set == OU_EXC)
                return OU_EXC;
            if (ou_is_type(args[0])) {
                if (add_class_names(vm, set, ou_type_at(args[0])) < 0)
                    return OU_EXC;
            } else if (ou_is(args[0], &ou_type_rom_module)) {
                if (add_names(vm, set, OU_ROM(((const struct ou_rom_module *)args[0])->table)) < 0)
                    return OU_EXC;
            } else {
                ou_val dict = ou_get_attr_or_absent(vm, args[0], OU_S(__dict__));
                if (dict == OU_EXC || (dict != OU_ABSENT && add_names(vm, set, dict) < 0))
                    return OU_EXC;
                if (!ou_is(args[0], &ou_type_module) && add_class_names(vm, set, ou_type_of(args[0])) < 0)
                    return OU_EXC;
            }
            names = ou_list_from_iter(vm, set);
        }
    }
    return names == OU_EXC || ou_list_sort(vm, names, OU_NONE, false) < 0 ? OU_EXC : names;
}
PUBLIC_FUNCTION(ou_builtin_dir, builtin_dir, OU_S(dir), 0, 1, 0);

/* -- compile, exec, eval -- */

/* Source given as str or bytes; 0 or -1. */
static int source_text(struct ou_vm *vm, const char *function, ou_val source, struct ou_text_source *out)
{
    ou_val text = ou_cast_native(source, &ou_type_str);
    struct ou_buffer buffer;
    out->position = 0;
    if (text != OU_ABSENT) {
        out->text = ou_str_text(vm, text, &out->n);
    } else if (ou_has_buffer(source)) {
        if (ou_get_buffer(vm, source, &buffer) < 0)
            return -1;
        ou_val copy = ou_bytes_new(vm, buffer.data, buffer.size); /* what runs may change the original */
        if (copy == OU_EXC)
            return -1;
        out->text = (const char *)ou_bytes_data(copy, &out->n);
    } else {
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "%s() arg 1 must be a string, bytes or %s object",
                                function, function[0] == 'c' ? "AST" : "code"));
    }
    if (memchr(out->text, 0, out->n))
        return ou_fail(ou_raise(vm, &ou_exc_ValueError, "source code string cannot contain null bytes"));
    return 0;
}

OU_NATIVE_STATIC(builtin_compile)
{
    ou_val a[6];
    struct ou_text_source source;
    if (ou_args_parse(vm, "compile", "source filename mode|flags dont_inherit optimize", n_args, n_kw, args,
                      a) < 0 ||
        source_text(vm, "compile", a[0], &source) < 0)
        return OU_EXC;
    enum ou_compile_mode mode;
    ou_val mode_name = ou_cast_native(a[2], &ou_type_str);
    if (mode_name == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "compile() argument 'mode' must be str, not %A", a[2]);
    if (ou_str_is(vm, mode_name, "exec"))
        mode = OU_COMPILE_EXEC;
    else if (ou_str_is(vm, mode_name, "eval"))
        mode = OU_COMPILE_EVAL;
    else if (ou_str_is(vm, mode_name, "single"))
        mode = OU_COMPILE_SINGLE;
    else
        return ou_raise(vm, &ou_exc_ValueError, "compile() mode must be 'exec', 'eval' or 'single'");
    struct ou_builder storage;
    const char *file = ou_path_text(vm, a[1], NULL, &storage);
    a[1] = file ? ou_str_from_utf8(vm, file, storage.size - 1) : OU_EXC;
    if (a[1] == OU_EXC)
        return OU_EXC;
    ou_val globals = ou_dict_new(vm, 0);
    ou_val unit = globals == OU_EXC ? OU_EXC : ou_unit_new(vm, globals, a[1]);
    if (unit == OU_EXC)
        return OU_EXC;
    struct ou_reader reader = ou_text_reader(&source);
    struct ou_compiler *compiler = ou_compile_open(vm, &reader, unit, mode, true);
    if (!compiler)
        return OU_EXC;
    ou_val function = ou_compile_rest(compiler);
    ou_compile_close(compiler);
    ou_val v = function == OU_EXC ? OU_EXC : ou_object_new(vm, &ou_type_compiled, 4, false);
    if (v == OU_EXC)
        return OU_EXC;
    struct compiled *c = (struct compiled *)v;
    c->function = function;
    c->is_eval = ou_bool(mode == OU_COMPILE_EVAL);
    c->filename = a[1];
    return v;
}
PUBLIC_FUNCTION(ou_builtin_compile, builtin_compile, OU_S(compile), 0, OU_NATIVE_VARARGS, OU_NATIVE_KW);

static ou_val copy_unit(struct ou_vm *vm, ou_val old, ou_val globals)
{
    ou_val v = ou_unit_new(vm, globals, ((struct ou_unit *)old)->filename);
    if (v == OU_EXC)
        return OU_EXC;
    OU_STORE(vm, (void *)v, &((struct ou_unit *)v)->pool, ((struct ou_unit *)old)->pool);
    ou_val defining_unit = ((struct ou_unit *)old)->defining_unit;
    if (defining_unit != OU_ABSENT) {
        defining_unit = copy_unit(vm, defining_unit, globals);
        if (defining_unit == OU_EXC)
            return OU_EXC;
        OU_STORE(vm, (void *)v, &((struct ou_unit *)v)->defining_unit, defining_unit);
    }
    return v;
}

static ou_val run_compiled(struct ou_vm *vm, struct compiled *c, ou_val globals, ou_val space)
{
    struct ou_function *old = (struct ou_function *)c->function;
    ou_val unit = copy_unit(vm, old->unit, globals);
    ou_val v = unit == OU_EXC ? OU_EXC : ou_object_new(vm, &ou_type_function, 3, false);
    if (v == OU_EXC)
        return OU_EXC;
    ((struct ou_function *)v)->code = old->code;
    ((struct ou_function *)v)->unit = unit;
    return ou_call_1(vm, v, space);
}

static ou_val exec_or_eval(struct ou_vm *vm, const char *function, enum ou_compile_mode mode, unsigned n,
                           const ou_val *args)
{
    ou_val globals = n > 1 && args[1] != OU_NONE ? ou_cast_native(args[1], &ou_type_dict) : OU_ABSENT;
    ou_val space = n > 2 && args[2] != OU_NONE ? args[2] : OU_ABSENT;
    if (n > 1 && args[1] != OU_NONE && globals == OU_ABSENT)
        return mode == OU_COMPILE_EVAL
                   ? ou_raise(vm, &ou_exc_TypeError, "globals must be a dict")
                   : ou_raise(vm, &ou_exc_TypeError, "exec() globals must be a dict, not %T", args[1]);
    if (globals == OU_ABSENT) {
        globals = running_unit(vm)->globals;
        if (space == OU_ABSENT)
            space = running_locals(vm);
        if (space == OU_EXC)
            return OU_EXC;
    }
    if (space == OU_ABSENT)
        space = globals;
    if (ou_is(args[0], &ou_type_compiled)) {
        struct compiled *c = (struct compiled *)args[0];
        ou_val v = run_compiled(vm, c, globals, space);
        return v == OU_EXC || mode == OU_COMPILE_EVAL ? v : OU_NONE;
    }
    struct ou_text_source source;
    if (source_text(vm, function, args[0], &source) < 0)
        return OU_EXC;
    while (mode == OU_COMPILE_EVAL && source.position < source.n &&
           (source.text[source.position] == ' ' || source.text[source.position] == '\t'))
        source.position++;
    ou_val unit = ou_unit_new(vm, globals, OU_S(_lt_string_gt_));
    if (unit == OU_EXC)
        return OU_EXC;
    struct ou_reader reader = ou_text_reader(&source);
    return ou_run_source(vm, &reader, unit, mode, space == globals ? OU_ABSENT : space);
}

OU_NATIVE_STATIC(builtin_exec) { return exec_or_eval(vm, "exec", OU_COMPILE_EXEC, n_args, args); }
PUBLIC_FUNCTION(ou_builtin_exec, builtin_exec, OU_S(exec), 1, 3, 0);

OU_NATIVE_STATIC(builtin_eval) { return exec_or_eval(vm, "eval", OU_COMPILE_EVAL, n_args, args); }
PUBLIC_FUNCTION(ou_builtin_eval, builtin_eval, OU_S(eval), 1, 3, 0);

/* -- __import__ -- */

OU_NATIVE_STATIC(builtin_import)
{
    ou_val a[5];
    ou_int level = 0;
    if (ou_args_parse(vm, "__import__", "name|globals locals fromlist level", n_args, n_kw, args, a) < 0)
        return OU_EXC;
    if (a[4] != OU_ABSENT && ou_to_int(vm, a[4], &level) < 0)
        return OU_EXC;
    ou_val name = ou_cast_native(a[0], &ou_type_str);
    if (name == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "module name must be a string");
    if (level < 0)
        return ou_raise(vm, &ou_exc_ValueError, "level must be >= 0");
    unsigned levels = (unsigned)OU_MIN(level, INT32_MAX);
    return ou_op_import(vm, running_unit(vm), name, a[3] == OU_ABSENT ? OU_NONE : a[3], levels);
}
PUBLIC_FUNCTION(ou_builtin_import, builtin_import, OU_S(__import__), 0, OU_NATIVE_VARARGS, OU_NATIVE_KW);
