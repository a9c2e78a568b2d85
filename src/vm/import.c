/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Import: constant modules in ROM first, frozen ones (object/code/frozen.h), then packages `name/__init__.py` and files `name.py`, or the same
 * precompiled (`.oc`), in sys.path (in __path__ for submodules).  A module whose body fails is taken out of sys.modules again.
 */
#include "object/core/lookup.h"
#include "base/base.h"
#include "object/code/frozen.h"
#include "object/core/sequence.h"
#include "object/core/table.h"
#include "vm/exec.h"
#include "vm/frame.h"

/* On the C stack of load. */
struct ou_loading {
    ou_val module;
    struct ou_loading *outer;
};

static bool is_loading(const struct ou_vm *vm, ou_val module)
{
    for (const struct ou_loading *l = vm->loading; l; l = l->outer)
        if (l->module == module)
            return true;
    return false;
}

static const struct ou_rom_module *find_in(const struct ou_rom_module *const *m, ou_val name)
{
    for (; m && *m; m++)
        if ((*m)->name == name)
            return *m;
    return NULL;
}

static const struct ou_rom_module *find_rom(struct ou_vm *vm, ou_val name)
{
    const struct ou_rom_module *own = find_in(vm->modules, name);
    return own ? own : find_in(vm->up->modules, name);
}

/* dir/leaf/__init__.py, dir/leaf.py, or the same with .oc, with a NUL behind it into b; 0: none, 1: module, 2: package;
 * -1.  What has a source is not looked for precompiled. */
static int find_file(ou_val directory, const char *leaf, size_t n_leaf, struct ou_builder *b)
{
    ou_builder_add_str(b, directory);
    if (b->size && b->data[b->size - 1] != '/')
        ou_builder_add_byte(b, '/');
    if (ou_builder_add(b, leaf, n_leaf) < 0)
        return -1;
    size_t n = b->size;
    if (memchr(b->data, 0, n))
        return ou_fail(ou_raise(b->vm, &ou_exc_ValueError, "embedded null byte"));
    static const char *const ends[] = {"/__init__.py", "/__init__.oc", ".py", ".oc"};
    for (int i = 0; i < 4; i += OU_WITH_PRECOMPILED ? 1 : 2) {
        b->size = n;
        if (ou_builder_add(b, ends[i], strlen(ends[i]) + 1) < 0)
            return -1;
        if (ou_port_file_kind((const char *)b->data) == 1)
            return i < 2 ? 2 : 1;
    }
    return 0;
}

/* Fills in a module's own names before its body runs. */
static int set_up_module(struct ou_vm *vm, ou_val module, ou_val unit, ou_val name, int kind, ou_val file)
{
    ou_val dict = ou_module_dict(module), package = name;
    if (ou_dict_set_name(vm, dict, OU_S(__file__), file) < 0 ||
        ou_dict_set_name(vm, dict, OU_S(__doc__), OU_NONE) < 0)
        return -1;
    size_t n;
    if (kind == 2) {
        const char *text = ou_str_text(vm, file, &n);
        ou_val directory = ou_str_new(vm, text, n - 12);
        ou_val path = directory == OU_EXC ? OU_EXC : ou_list_new(vm, 1, &directory);
        if (path == OU_EXC || ou_dict_set_name(vm, dict, OU_S(__path__), path) < 0)
            return -1;
    } else {
        const char *text = ou_str_text(vm, name, &n);
        while (n && text[n - 1] != '.')
            n--;
        package = ou_str_new(vm, text, n ? n - 1 : 0);
        if (package == OU_EXC)
            return -1;
    }
    OU_STORE(vm, (void *)unit, &((struct ou_unit *)unit)->package, package);
    return ou_dict_set_name(vm, dict, OU_S(__package__), package);
}

static ou_val run_frozen(struct ou_vm *vm, const struct ou_frozen_module *frozen, ou_val unit_value)
{
    struct ou_unit *unit = (struct ou_unit *)unit_value;
    unit->pool = OU_ROM(frozen->pool); /* in ROM: no barrier */
    unit->filename = frozen->filename;
    ou_lookup_code_added(vm, unit_value, frozen->code_bytes);
    for (unsigned i = 0; i < frozen->n_statements; i++) {
        ou_val function = ou_statement_new(vm, unit_value);
        if (function == OU_EXC)
            return OU_EXC;
        struct ou_function *f = (struct ou_function *)function;
        ((struct ou_unit *)f->unit)->pool = OU_ROM(frozen->statements[i].pool);
        f->code = frozen->statements[i].code;
        if (ou_call_0(vm, function) == OU_EXC || ou_poll(vm) < 0)
            return OU_EXC;
    }
    return OU_NONE;
}

ou_val ou_exec_frozen(struct ou_vm *vm, const char *name)
{
    const struct ou_frozen_module *frozen = ou_frozen_find(name, strlen(name));
    if (!frozen || frozen->is_package)
        return OU_STOP;
    if (ou_main_module(vm) == OU_EXC)
        return OU_EXC;
    ou_val globals = ((struct ou_unit *)vm->roots.main_unit)->globals;
    if (ou_dict_set_name(vm, globals, OU_S(__file__), frozen->filename) < 0)
        return OU_EXC;
    ou_val unit = ou_unit_new(vm, globals, frozen->filename);
    return unit == OU_EXC ? OU_EXC : run_frozen(vm, frozen, unit);
}

/* The file of the module whose name ends in `leaf`, in the first folder of `path` that has one; OU_ABSENT: there is none.
 * Python code may have put anything into `path`.  Not a part of its caller, on whose frame its buffer would lie while the
 * module runs. */
static OU_NOINLINE ou_val find_in_path(struct ou_vm *vm, ou_val path, const char *leaf, size_t n_leaf,
                                       int *kind)
{
    ou_val folders = ou_is(path, &ou_type_list) ? path : ou_tuple_from_iter(vm, path);
    const ou_val *items;
    size_t n;
    for (size_t i = 0; folders != OU_EXC && ou_sequence_items(folders, &items, &n) && i < n; i++) {
        ou_val directory = ou_cast_native(items[i], &ou_type_str);
        if (directory == OU_ABSENT)
            continue;
        struct ou_builder b;
        ou_builder_init(vm, &b);
        *kind = find_file(directory, leaf, n_leaf, &b);
        if (*kind < 0)
            return OU_EXC;
        if (*kind)
            return ou_str_new(vm, (const char *)b.data, b.size - 1);
    }
    return folders == OU_EXC ? OU_EXC : OU_ABSENT;
}

/* Makes the module and runs its body: that of a frozen module, or of the file. */
static ou_val load(struct ou_vm *vm, ou_val name, int kind, ou_val file,
                   const struct ou_frozen_module *frozen)
{
    ou_val module = ou_module_new(vm, name);
    if (module == OU_EXC)
        return OU_EXC;
    ou_val unit = ou_unit_new(vm, ou_module_dict(module), file);
    if (unit == OU_EXC || set_up_module(vm, module, unit, name, kind, file) < 0 ||
        ou_dict_set(vm, vm->roots.modules, name, module) < 0)
        return OU_EXC;
    struct ou_file_source source = {frozen ? -1 : ou_open_source(vm, file)};
    ou_val v = OU_EXC;
    if (frozen || source.handle >= 0) {
        struct ou_loading loading = {module, vm->loading};
        vm->loading = &loading;
        v = frozen ? run_frozen(vm, frozen, unit) : ou_run_open_file(vm, &source, unit, file);
        vm->loading = loading.outer;
    }
    if (source.handle >= 0)
        ou_port_file_close(source.handle);
    if (v == OU_EXC) {
        ou_val exc = ou_exc_take(vm);
        if (ou_dict_delete(vm, vm->roots.modules, name) < 0)
            ou_exc_take(vm);
        ou_exc_restore(vm, exc);
        return OU_EXC;
    }
    ou_table_trim(vm, ou_table_at(ou_module_dict(module)));
    /* Much garbage, and much that will live: a good moment to put the heap in order, unless pauses are bounded. */
    if (!vm->loading && !ou_gc_pause(&vm->heap))
        (void)ou_gc_idle(&vm->heap, OU_GC_FOREVER);
    /* the body may have replaced itself */
    v = ou_dict_get(vm, vm->roots.modules, name);
    return v == OU_ABSENT ? module : v;
}

/* parent: the package in which it was not found, OU_ABSENT: there is none; OU_NONE: sys.modules forbids it. */
static ou_val raise_not_found(struct ou_vm *vm, ou_val name, ou_val parent)
{
    ou_val e = parent == OU_ABSENT ? ou_raise(vm, &ou_exc_ModuleNotFoundError, "No module named '%v'", name)
               : parent == OU_NONE ? ou_raise(vm, &ou_exc_ModuleNotFoundError,
                                              "import of %v halted; None in sys.modules", name)
                                   : ou_raise(vm, &ou_exc_ModuleNotFoundError,
                                              "No module named '%v'; '%v' is not a package", name, parent);
    if (ou_exc_matches(vm, &ou_exc_ModuleNotFoundError)) {
        ou_val exc = ou_exc_take(vm);
        if (ou_set_attr(vm, exc, OU_S(name), name) < 0)
            ou_exc_take(vm);
        ou_exc_restore(vm, exc);
    }
    return e;
}

/* One module: `name` is its full name.  It may be frozen; otherwise the part behind the last dot is looked for in
 * `path`. */
static ou_val load_one(struct ou_vm *vm, ou_val name, ou_val path)
{
    size_t n, start;
    const char *text = ou_str_text(vm, name, &n);
    const struct ou_frozen_module *frozen = ou_frozen_find(text, n);
    if (frozen)
        return load(vm, name, frozen->is_package ? 2 : 1, frozen->filename, frozen);
    for (start = n; start && text[start - 1] != '.'; start--)
        ;
    int kind;
    ou_val file = find_in_path(vm, path, text + start, n - start, &kind);
    return file == OU_ABSENT || file == OU_EXC ? file : load(vm, name, kind, file, NULL);
}

ou_val ou_import_module(struct ou_vm *vm, ou_val name)
{
    ou_val module = ou_dict_get(vm, vm->roots.modules, name);
    if (module == OU_NONE)
        return raise_not_found(vm, name, OU_NONE);
    if (module != OU_ABSENT)
        return module;
    size_t n, end;
    const char *text = ou_str_text(vm, name, &n);
    for (end = n; end && text[end - 1] != '.'; end--)
        ;
    if (n == 0 || end == n)
        return ou_raise(vm, &ou_exc_ValueError, "Empty module name");
    if (end == 0) {
        ou_val interned = ou_intern_find(vm, name);
        const struct ou_rom_module *rom = interned == OU_ABSENT ? NULL : find_rom(vm, interned);
        if (rom) {
            if (rom->init && rom->init(vm) < 0)
                return OU_EXC;
            return ou_dict_set(vm, vm->roots.modules, name, OU_ROM(rom)) < 0 ? OU_EXC : OU_ROM(rom);
        }
        module = load_one(vm, name, vm->roots.path);
        return module == OU_ABSENT ? raise_not_found(vm, name, OU_ABSENT) : module;
    }
    ou_val parent_name = ou_str_new(vm, text, end - 1);
    ou_val parent = parent_name == OU_EXC ? OU_EXC : ou_import_module(vm, parent_name);
    if (parent == OU_EXC)
        return OU_EXC;
    module = ou_dict_get(vm, vm->roots.modules, name); /* the parent may have imported it */
    if (module != OU_ABSENT)
        return module;
    ou_val path = ou_get_attr_or_absent(vm, parent, OU_S(__path__));
    if (path == OU_EXC)
        return OU_EXC;
    if (path == OU_ABSENT)
        return raise_not_found(vm, name, parent_name);
    module = load_one(vm, name, path);
    if (module == OU_ABSENT)
        return raise_not_found(vm, name, OU_ABSENT);
    if (module == OU_EXC)
        return OU_EXC;
    text = ou_str_text(vm, name, &n);
    ou_val leaf = ou_intern(vm, text + end, n - end);
    return leaf == OU_EXC || ou_set_attr(vm, parent, leaf, module) < 0 ? OU_EXC : module;
}

ou_val ou_import(struct ou_vm *vm, ou_val name) { return ou_import_module(vm, name); }

/* The absolute name for `from ..name import`. */
static ou_val resolve_relative(struct ou_vm *vm, struct ou_unit *unit, ou_val name, unsigned level)
{
    ou_val package =
        unit->defining_unit != OU_ABSENT ? ((struct ou_unit *)unit->defining_unit)->package : unit->package;
    if (package == OU_ABSENT || package == OU_STR_EMPTY)
        return ou_raise(vm, &ou_exc_ImportError, "attempted relative import with no known parent package");
    size_t n;
    const char *text = ou_str_text(vm, package, &n);
    for (unsigned i = 1; i < level; i++) {
        while (n && text[n - 1] != '.')
            n--;
        if (n == 0)
            return ou_raise(vm, &ou_exc_ImportError, "attempted relative import beyond top-level package");
        n--;
    }
    struct ou_builder b;
    ou_builder_init(vm, &b);
    ou_builder_add(&b, text, n);
    if (name != OU_STR_EMPTY) {
        ou_builder_add_c(&b, ".");
        ou_builder_add_str(&b, name);
    }
    return ou_builder_str(&b);
}

/* Names that are not attributes of a package yet may be submodules.  in_all: names are those of its __all__, in which
 * "*" means nothing. */
static int import_submodules(struct ou_vm *vm, ou_val module, ou_val full_name, ou_val from, bool in_all)
{
    ou_val names = ou_tuple_from_iter(vm, from);
    if (names == OU_EXC)
        return -1;
    for (size_t i = 0; i < ou_tuple_len(names); i++) {
        ou_val item = ou_tuple_items(names)[i], name = ou_cast_native(item, &ou_type_str);
        if (name == OU_ABSENT)
            return ou_fail(
                in_all ? ou_raise(vm, &ou_exc_TypeError, "Item in %v.__all__ must be str, not %T", full_name,
                                  item)
                       : ou_raise(vm, &ou_exc_TypeError, "Item in ``from list'' must be str, not %T", item));
        if (ou_str_is(vm, name, "*")) {
            ou_val all = in_all ? OU_ABSENT : ou_get_attr_or_absent(vm, module, OU_S(__all__));
            if (all == OU_EXC ||
                (all != OU_ABSENT && import_submodules(vm, module, full_name, all, true) < 0))
                return -1;
            continue;
        }
        ou_val interned = ou_intern_str(vm, name);
        ou_val have = interned == OU_EXC ? OU_EXC : ou_get_attr_or_absent(vm, module, interned);
        if (have == OU_EXC)
            return -1;
        if (have != OU_ABSENT)
            continue;
        ou_val sub = ou_str_format(vm, "%v.%v", full_name, name);
        if (sub == OU_EXC)
            return -1;
        if (ou_import_module(vm, sub) == OU_EXC) {
            if (!ou_exc_matches(vm, &ou_exc_ModuleNotFoundError))
                return -1;
            ou_val missing = ou_exc_take(vm), which = ou_get_attr_or_absent(vm, missing, OU_S(name));
            if (which == OU_EXC)
                return -1;
            if (which == OU_ABSENT || which == OU_NONE || !ou_str_equal(vm, which, sub)) {
                ou_exc_restore(vm, missing);
                return -1;
            }
        }
    }
    return 0;
}

ou_val ou_op_import(struct ou_vm *vm, struct ou_unit *unit, ou_val name, ou_val fromlist, unsigned level)
{
    if (ou_stack_check(vm) < 0)
        return OU_EXC;
    ou_val full = level ? resolve_relative(vm, unit, name, level) : name;
    ou_val module = full == OU_EXC ? OU_EXC : ou_import_module(vm, full);
    if (module == OU_EXC)
        return OU_EXC;
    int has_names = ou_truth(vm, fromlist);
    ou_val path = has_names > 0 ? ou_get_attr_or_absent(vm, module, OU_S(__path__)) : OU_ABSENT;
    if (has_names < 0 || path == OU_EXC)
        return OU_EXC;
    if (has_names) /* only packages have submodules */
        return path != OU_ABSENT && import_submodules(vm, module, full, fromlist, false) < 0 ? OU_EXC
                                                                                             : module;
    /* `import a.b.c` binds a */
    size_t n, end;
    const char *text = ou_str_text(vm, full, &n);
    for (end = 0; end < n && text[end] != '.'; end++)
        ;
    if (end == n || level)
        return module;
    ou_val top = ou_str_new(vm, text, end);
    return top == OU_EXC ? OU_EXC : ou_import_module(vm, top);
}

ou_val ou_op_import_from(struct ou_vm *vm, ou_val module, ou_val name)
{
    ou_val v = ou_get_attr_or_absent(vm, module, name);
    if (v != OU_ABSENT)
        return v;
    ou_val module_name = ou_get_attr_or_absent(vm, module, OU_S(__name__));
    if (module_name == OU_EXC)
        return OU_EXC;
    if (module_name != OU_ABSENT && ou_is_str(module_name)) {
        ou_val full = ou_str_format(vm, "%v.%v", module_name, name);
        v = full == OU_EXC ? OU_EXC : ou_dict_get(vm, vm->roots.modules, full);
        if (v != OU_ABSENT)
            return v;
    } else
        module_name = OU_S(_lt_unknown_sp_module_sp_name_gt_);
    ou_val file = ou_is(module, &ou_type_module)
                      ? ou_dict_get_name(vm, ou_module_dict(module), OU_S(__file__))
                      : OU_ABSENT;
    if (!file || !ou_is_str(file))
        file = OU_ABSENT;
    if (is_loading(vm, module))
        return ou_raise(
            vm, &ou_exc_ImportError,
            "cannot import name '%v' from partially initialized module '%v' (most likely due to a circular "
            "import) (%v)",
            name, module_name, file);
    return file == OU_ABSENT
               ? ou_raise(vm, &ou_exc_ImportError, "cannot import name '%v' from '%v' (unknown location)",
                          name, module_name)
               : ou_raise(vm, &ou_exc_ImportError, "cannot import name '%v' from '%v' (%v)", name,
                          module_name, file);
}

static int star_one(struct ou_vm *vm, struct ou_frame *f, ou_val name, ou_val value)
{
    if (ou_frame_code(f)->flags & OU_CODE_NAMESPACE)
        return ou_set_item(vm, f->regs[0], name, value);
    return ou_dict_set(vm, ou_frame_unit(f)->globals, name, value);
}

/* A name that `import *` is about to take from a module's __all__ or __dict__: as a str; OU_EXC. */
static ou_val star_name(struct ou_vm *vm, ou_val module, ou_val name, bool in_all)
{
    ou_val text = ou_cast_native(name, &ou_type_str);
    if (text != OU_ABSENT)
        return text;
    ou_val of = ou_get_attr(vm, module, OU_S(__name__));
    if (of == OU_EXC)
        return OU_EXC;
    if (ou_cast_native(of, &ou_type_str) == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "module __name__ must be a string, not %T", of);
    return ou_raise(vm, &ou_exc_TypeError, "%s in %v.%s must be str, not %T", in_all ? "Item" : "Key",
                    ou_cast_native(of, &ou_type_str), in_all ? "__all__" : "__dict__", name);
}

int ou_op_import_star(struct ou_vm *vm, struct ou_frame *f, ou_val module)
{
    ou_val all = ou_get_attr_or_absent(vm, module, OU_S(__all__));
    if (all == OU_EXC)
        return -1;
    if (all != OU_ABSENT) {
        ou_val names = ou_tuple_from_iter(vm, all);
        if (names == OU_EXC)
            return -1;
        for (size_t i = 0; i < ou_tuple_len(names); i++) {
            ou_val name = star_name(vm, module, ou_tuple_items(names)[i], true);
            name = name == OU_EXC ? OU_EXC : ou_intern_str(vm, name);
            ou_val value = name == OU_EXC ? OU_EXC : ou_get_attr(vm, module, name);
            if (value == OU_EXC || star_one(vm, f, name, value) < 0)
                return -1;
        }
        return 0;
    }
    if (ou_is(module, &ou_type_rom_module)) {
        const struct ou_rom_table *table = ((const struct ou_rom_module *)module)->table;
        for (size_t i = 0; i < table->count; i++) {
            ou_val name = ou_rom_table_name(table, i), value = ou_get_attr(vm, module, name);
            size_t n;
            if (value == OU_EXC || (ou_str_text(vm, name, &n)[0] != '_' && star_one(vm, f, name, value) < 0))
                return -1;
        }
        return 0;
    }
    if (!ou_is(module, &ou_type_module)) /* something else in sys.modules */
        return ou_fail(
            ou_raise(vm, &ou_exc_ImportError, "from-import-* object has no __dict__ and no __all__"));
    ou_val dict = ou_module_dict(module), name, value;
    size_t position = 0, n;
    while (ou_dict_next(dict, &position, &name, &value)) {
        name = star_name(vm, module, name, false);
        if (name == OU_EXC)
            return -1;
        const char *text = ou_str_text(vm, name, &n);
        if ((n == 0 || text[0] != '_') && star_one(vm, f, name, value) < 0)
            return -1;
    }
    return 0;
}
