/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Python functions as objects, and the types of their parts: code, cells, units, tracebacks.
 *
 * Attributes set on functions: see function.h.
 */
#include "object/core/lookup.h"
#include "object/types/function.h"
#include "object/types/descriptor.h"

/* -- the attributes -- */

/* The function's dict, or unbound. */
static ou_val find_dict(struct ou_vm *vm, ou_val f)
{
    const ou_val *dict = ou_address_map_get(&vm->function_dicts, f);
    return dict ? *dict : OU_ABSENT;
}

static int set_dict(struct ou_vm *vm, ou_val f, ou_val dict)
{
    ou_val *word = ou_address_map_add(vm, &vm->function_dicts, f);
    if (!word)
        return -1;
    *word = dict;
    return 0;
}

static ou_val make_dict(struct ou_vm *vm, ou_val f)
{
    ou_val dict = find_dict(vm, f);
    if (dict != OU_ABSENT)
        return dict;
    dict = ou_dict_new(vm, 0);
    return dict == OU_EXC || set_dict(vm, f, dict) < 0 ? OU_EXC : dict;
}

bool ou_function_attributes_mark_weak(struct ou_vm *vm)
{
    struct ou_address_map *map = &vm->function_dicts;
    bool marked = false;
    for (uint32_t i = 0; map->count && i < map->capacity; i++) {
        struct ou_address_entry *entry = &map->entries[i];
        if (entry->key && ou_gc_is_marked(&vm->heap, entry->key) &&
            !ou_gc_is_marked(&vm->heap, entry->word)) {
            ou_gc_visit(&vm->heap, &entry->word);
            marked = true;
        }
    }
    return marked;
}

void ou_function_attributes_mark_with(struct ou_vm *vm, ou_val block)
{
    ou_val *dict = ou_is(block, &ou_type_function) ? ou_address_map_get(&vm->function_dicts, block) : NULL;
    if (dict)
        ou_gc_visit(&vm->heap, dict);
}

void ou_function_attributes_clear_dead(struct ou_vm *vm)
{
    ou_address_map_clear_dead(vm, &vm->function_dicts, NULL);
}

void ou_function_attributes_update(struct ou_vm *vm)
{
    struct ou_address_map *map = &vm->function_dicts;
    for (uint32_t i = 0; map->count && i < map->capacity; i++)
        map->entries[i].word = ou_gc_forward(&vm->heap, map->entries[i].word);
    ou_address_map_update(vm, map);
}

void ou_function_attributes_each(struct ou_vm *vm, void (*fn)(void *ctx, ou_val function, ou_val dict),
                                 void *ctx)
{
    const struct ou_address_map *map = &vm->function_dicts;
    for (uint32_t i = 0; map->count && i < map->capacity; i++)
        if (map->entries[i].key)
            fn(ctx, map->entries[i].key, map->entries[i].word);
}

static ou_val find_attribute(struct ou_vm *vm, ou_val f, ou_val name)
{
    ou_val dict = find_dict(vm, f);
    return dict == OU_ABSENT ? OU_ABSENT : ou_dict_get_name(vm, dict, name);
}

/* -- names -- */

ou_val ou_function_name(struct ou_vm *vm, ou_val f)
{
    ou_val v = find_attribute(vm, f, OU_S(__name__));
    return v != OU_ABSENT ? v : ou_function_pool(f, ou_function_code(f)->name);
}

ou_val ou_function_qualname(struct ou_vm *vm, ou_val f)
{
    ou_val v = find_attribute(vm, f, OU_S(__qualname__));
    if (v != OU_ABSENT)
        return v;
    const struct ou_code *code = ou_function_code(f);
    ou_val name = ou_function_pool(f, code->name);
    if (code->scope == OU_CODE_NO_NAME)
        return name;
    return ou_str_format(vm, "%v.%v", ou_function_pool(f, code->scope), name);
}

ou_val ou_function_module(struct ou_vm *vm, ou_val f)
{
    ou_val v = find_attribute(vm, f, OU_S(__module__));
    if (v == OU_ABSENT)
        v = ou_dict_get_name(vm, ou_function_unit(f)->globals, OU_S(__name__));
    return v == OU_ABSENT ? OU_NONE : v;
}

/* -- attributes -- */

static ou_val get_defaults(struct ou_vm *vm, ou_val f)
{
    size_t n = ou_function_code(f)->n_defaults;
    return n ? ou_tuple_new(vm, n, ((struct ou_function *)f)->rest) : OU_NONE;
}

static ou_val get_kw_defaults(struct ou_vm *vm, ou_val f)
{
    const struct ou_code *code = ou_function_code(f);
    if (!(code->flags & OU_CODE_KW_DEFAULTS))
        return OU_NONE;
    ou_val dict = ou_dict_new(vm, ou_code_extra(code)->n_kw_only);
    for (unsigned i = 0; dict != OU_EXC && i < ou_code_extra(code)->n_kw_only; i++) {
        ou_val v = ou_function_kw_defaults((struct ou_function *)f)[i];
        ou_val name = ou_function_pool(f, ou_code_names(code)[code->n_pos + i]);
        if (v != OU_ABSENT && ou_dict_set_name(vm, dict, name, v) < 0)
            return OU_EXC;
    }
    return dict;
}

static ou_val get_closure(struct ou_vm *vm, ou_val f)
{
    size_t n = ou_code_extra(ou_function_code(f))->n_free;
    return n ? ou_tuple_new(vm, n, ou_function_cells((struct ou_function *)f)) : OU_NONE;
}

static ou_val get_code(struct ou_vm *vm, ou_val f)
{
    ou_val v = ou_object_new(vm, &ou_type_function_code, 2, false);
    if (v != OU_EXC)
        ou_field_set(vm, v, 1, f);
    return v;
}

static ou_val function_get_attr(struct ou_vm *vm, ou_val f, ou_val name)
{
    ou_val v = find_attribute(vm, f, name);
    if (v != OU_ABSENT)
        return v;
    switch (name) {
    case OU_S(__name__): return ou_function_name(vm, f);
    case OU_S(__qualname__): return ou_function_qualname(vm, f);
    case OU_S(__doc__): {
        unsigned doc = ou_code_extra(ou_function_code(f))->doc;
        return doc == OU_CODE_NO_NAME ? OU_NONE : ou_function_pool(f, doc);
    }
    case OU_S(__defaults__): return get_defaults(vm, f);
    case OU_S(__kwdefaults__): return get_kw_defaults(vm, f);
    case OU_S(__closure__): return get_closure(vm, f);
    case OU_S(__code__): return get_code(vm, f);
    case OU_S(__globals__): return ou_function_unit(f)->globals;
    case OU_S(__annotations__):
        v = ou_dict_new(vm, 0);
        return v == OU_EXC || ou_set_attr(vm, f, name, v) < 0 ? OU_EXC : v;
    default: return OU_ABSENT;
    }
}

static ou_val function_module(struct ou_vm *vm, ou_val f) { return ou_function_module(vm, f); }

static int function_set_module(struct ou_vm *vm, ou_val f, ou_val value)
{
    ou_val dict = make_dict(vm, f);
    return dict == OU_EXC
               ? -1
               : ou_dict_set_name(vm, dict, OU_S(__module__), value == OU_ABSENT ? OU_NONE : value);
}

static ou_val function_dict(struct ou_vm *vm, ou_val f) { return make_dict(vm, f); }

static int function_set_dict(struct ou_vm *vm, ou_val f, ou_val value)
{
    if (!ou_is(value, &ou_type_dict))
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "__dict__ must be set to a dictionary, not a '%T'",
                                value == OU_ABSENT ? OU_NONE : value));
    return set_dict(vm, f, value);
}

/* New defaults: as many as there were. */
static int set_defaults(struct ou_vm *vm, ou_val f, ou_val value)
{
    size_t n = ou_function_code(f)->n_defaults;
    if (!ou_is(value, &ou_type_tuple) || ou_tuple_len(value) != n)
        return ou_fail(
            ou_raise(vm, &ou_exc_TypeError, "__defaults__ must be set to a tuple of %zu values", n));
    for (size_t i = 0; i < n; i++)
        OU_STORE(vm, ou_ptr(f), &((struct ou_function *)f)->rest[i], ou_tuple_items(value)[i]);
    return 1;
}

static int function_set_attr(struct ou_vm *vm, ou_val f, ou_val name, ou_val value)
{
    if (name == OU_S(__defaults__))
        return set_defaults(vm, f, value);
    if ((name == OU_S(__name__) || name == OU_S(__qualname__)) && (value == OU_ABSENT || !ou_is_str(value)))
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "%v must be set to a string object", name));
    if (name == OU_S(__code__) || name == OU_S(__closure__) || name == OU_S(__globals__) ||
        name == OU_S(__kwdefaults__))
        return ou_fail(ou_raise(vm, &ou_exc_AttributeError, "readonly attribute"));
    if (value == OU_ABSENT) {
        ou_val dict = find_dict(vm, f);
        return dict == OU_ABSENT ? 0 : ou_dict_delete(vm, dict, name);
    }
    ou_val dict = make_dict(vm, f);
    return dict == OU_EXC || ou_dict_set_name(vm, dict, name, value) < 0 ? -1 : 1;
}

static ou_val repr_at(struct ou_vm *vm, const char *what, ou_val name, ou_val v)
{
    char address[2 * sizeof(ou_val) + 3];
    return name == OU_EXC || ou_identity_text(vm, v, address) < 0
               ? OU_EXC
               : ou_str_format(vm, "<%s %v at %s>", what, name, address);
}

static ou_val function_repr(struct ou_vm *vm, ou_val f)
{
    return repr_at(vm, "function", ou_function_qualname(vm, f), f);
}

static ou_val function_call(struct ou_vm *vm, ou_val f, unsigned n_args, unsigned n_kw, const ou_val *args)
{
    return vm->up->call(vm, f, n_args, n_kw, args);
}

static ou_val function_get(struct ou_vm *vm, ou_val f, ou_val object, ou_val type)
{
    (void)type;
    return object == OU_ABSENT ? f : ou_bound_method_new(vm, f, object);
}

OU_ROM_ALIGN static const union ou_member function_members[] = {
    OU_MEMBER_PROPERTY(OU_S(__dict__), function_dict, function_set_dict),
    OU_MEMBER_PROPERTY(OU_S(__module__), function_module, function_set_module),
};
static OU_MEMBER_TABLE(function_table, function_members);
OU_ROM_ALIGN static const struct ou_type_ops function_ops = {
    .repr = function_repr,
    .call = function_call,
    .get_attr = function_get_attr,
    .set_attr = function_set_attr,
    .get = function_get,
};
OU_DEFINE_TYPE(ou_type_function, OU_S(function), &ou_type_object, &function_ops, &function_table,
               OU_TYPE_FINAL | OU_TYPE_WEAKREF, OU_V_FUNCTION);

/* -- f.__code__: a view of the function -- */

static ou_val parameter_names(struct ou_vm *vm, ou_val f)
{
    const struct ou_code *code = ou_function_code(f);
    ou_val tuple = ou_tuple_new(vm, ou_code_n_names(code), NULL);
    for (unsigned i = 0; tuple != OU_EXC && i < ou_code_n_names(code); i++)
        ou_tuple_items(tuple)[i] = ou_function_pool(f, ou_code_names(code)[i]);
    return tuple;
}

OU_MAYBE_UNUSED static ou_val code_get_attr(struct ou_vm *vm, ou_val self, ou_val name)
{
    ou_val f = ou_field(self, 1);
    const struct ou_code *code = ou_function_code(f);
    switch (name) {
    case OU_S(co_name): return ou_function_pool(f, code->name);
    case OU_S(co_qualname): return ou_function_qualname(vm, f);
    case OU_S(co_filename): return ou_function_unit(f)->filename;
    case OU_S(co_firstlineno): return ou_small((ou_int)ou_code_line(code, 0));
    case OU_S(co_argcount): return ou_small(code->n_pos);
    case OU_S(co_posonlyargcount): return ou_small(ou_code_extra(code)->n_pos_only);
    case OU_S(co_kwonlyargcount): return ou_small(ou_code_extra(code)->n_kw_only);
    case OU_S(co_nlocals): return ou_small(ou_code_n_names(code));
    case OU_S(co_varnames): return parameter_names(vm, f);
    case OU_S(co_stacksize): return ou_small(code->n_regs);
    case OU_S(co_flags):
        return ou_small((code->flags & OU_CODE_VARARGS ? 4 : 0) | (code->flags & OU_CODE_VARKW ? 8 : 0) |
                        (code->flags & OU_CODE_GENERATOR ? 32 : 0) | 3);
    case OU_S(co_code): return ou_bytes_new(vm, ou_code_bytes(code), code->code_size);
    default: return OU_ABSENT;
    }
}

static ou_val function_code_repr(struct ou_vm *vm, ou_val self)
{
    ou_val f = ou_field(self, 1);
    return repr_at(vm, "code object", ou_function_pool(f, ou_function_code(f)->name), self);
}

static ou_val function_code_compare(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b)
{
    (void)vm;
    if ((op != OU_CMP_EQ && op != OU_CMP_NE) || !ou_is(a, &ou_type_function_code) ||
        !ou_is(b, &ou_type_function_code))
        return OU_NOT_IMPLEMENTED;
    return ou_bool((ou_function_code(ou_field(a, 1)) == ou_function_code(ou_field(b, 1))) ==
                   (op == OU_CMP_EQ));
}

static int function_code_hash(struct ou_vm *vm, ou_val self, ou_int *out)
{
    return ou_identity_hash(vm, ((struct ou_function *)ou_field(self, 1))->code, out);
}

OU_ROM_ALIGN static const struct ou_type_ops function_code_ops = {.repr = function_code_repr,
                                                                  .hash = function_code_hash,
                                                                  .compare = function_code_compare,
                                                                  .get_attr = OU_WITH_SYS_INFO ? code_get_attr
                                                                                               : NULL};
OU_DEFINE_TYPE(ou_type_function_code, OU_S(code), &ou_type_object, &function_code_ops, NULL,
               OU_TYPE_FINAL | OU_TYPE_WEAKREF, 0);

/* -- code, unit, cell, traceback -- */

static ou_val cell_get_attr(struct ou_vm *vm, ou_val self, ou_val name)
{
    if (name != OU_S(cell_contents))
        return OU_ABSENT;
    ou_val v = ((const struct ou_cell *)self)->value;
    return v == OU_ABSENT ? ou_raise(vm, &ou_exc_ValueError, "Cell is empty") : v;
}

static int cell_set_attr(struct ou_vm *vm, ou_val self, ou_val name, ou_val value)
{
    if (name != OU_S(cell_contents))
        return 0;
    ou_field_set(vm, self, 1, value);
    return 1;
}

static ou_val traceback_get_attr(struct ou_vm *vm, ou_val self, ou_val name)
{
    const struct ou_traceback *t = (const struct ou_traceback *)self;
    (void)vm;
    switch (name) {
    case OU_S(tb_next): return t->next == OU_ABSENT ? OU_NONE : t->next;
    case OU_S(tb_lineno): return t->line;
    case OU_S(tb_frame): return OU_NONE; /* frames are not objects */
    case OU_S(tb_filename): return t->filename;
    case OU_S(tb_name): return t->function_name;
    default: return OU_ABSENT;
    }
}

static void unit_finalise(struct ou_vm *vm, void *unit) { ou_lookup_code_dropped(vm, unit); }

OU_ROM_ALIGN static const struct ou_type_ops unit_ops = {.finalise = unit_finalise};
OU_ROM_ALIGN static const struct ou_type_ops cell_ops = {.get_attr = cell_get_attr,
                                                         .set_attr = cell_set_attr};
OU_ROM_ALIGN static const struct ou_type_ops traceback_ops = {.get_attr = traceback_get_attr};
OU_DEFINE_TYPE(ou_type_unit, OU_S(unit), &ou_type_object, &unit_ops, NULL, OU_TYPE_FINAL, 0);
OU_DEFINE_TYPE(ou_type_cell, OU_S(cell), &ou_type_object, &cell_ops, NULL, OU_TYPE_FINAL, 0);
OU_DEFINE_TYPE(ou_type_traceback, OU_S(traceback), &ou_type_object, &traceback_ops, NULL, OU_TYPE_FINAL, 0);
