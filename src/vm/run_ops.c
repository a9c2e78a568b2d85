/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What the instructions do away from their fast paths.
 */
#include "object/code/opcode.h"
#include "object/types/descriptor.h"
#include "object/types/function.h"
#include "vm/frame.h"

/* -- names -- */

static ou_val raise_name_error(struct ou_vm *vm, ou_val name)
{
    return ou_raise(vm, &ou_exc_NameError, "name '%v' is not defined", name);
}

static ou_val builtin(struct ou_vm *vm, ou_val name)
{
    ou_val v = OU_ABSENT;
    if (vm->roots.builtins_extra != OU_ABSENT)
        v = ou_dict_get_name(vm, vm->roots.builtins_extra, name);
    return v != OU_ABSENT ? v : ou_rom_table_get(vm->up->builtins, name);
}

ou_val ou_op_global(struct ou_vm *vm, struct ou_unit *unit, ou_val name)
{
    ou_val v = ou_dict_get_name(vm, unit->globals, name);
    if (v == OU_ABSENT)
        v = builtin(vm, name);
    return v == OU_ABSENT ? raise_name_error(vm, name) : v;
}

ou_val ou_op_name(struct ou_vm *vm, struct ou_unit *unit, ou_val space, ou_val name, ou_val cell)
{
    ou_val v;
    if (ou_is(space, &ou_type_dict))
        v = ou_dict_get(vm, space, name);
    else {
        v = ou_get_item(vm, space, name);
        if (v == OU_EXC && ou_exc_matches(vm, &ou_exc_KeyError)) {
            ou_exc_take(vm);
            v = OU_ABSENT;
        }
    }
    if (v != OU_ABSENT)
        return v;
    if (cell != OU_ABSENT) {
        v = ((struct ou_cell *)cell)->value;
        return v == OU_ABSENT
                   ? ou_raise(
                         vm, &ou_exc_NameError,
                         "cannot access free variable '%v' where it is not associated with a value in enclosing scope",
                         name)
                   : v;
    }
    return ou_op_global(vm, unit, name);
}

int ou_op_delete_name(struct ou_vm *vm, ou_val space, ou_val name)
{
    if (ou_is(space, &ou_type_dict)) {
        int deleted = ou_dict_delete(vm, space, name);
        return deleted == 0 ? ou_fail(raise_name_error(vm, name)) : deleted;
    }
    if (ou_set_item(vm, space, name, OU_ABSENT) == 0)
        return 0;
    if (!ou_exc_matches(vm, &ou_exc_KeyError))
        return -1;
    ou_exc_take(vm);
    return ou_fail(raise_name_error(vm, name));
}

/* -- arithmetic that the inline paths leave -- */

ou_val ou_op_binary(struct ou_vm *vm, unsigned instruction, ou_val a, ou_val b)
{
    /* of the instructions from ADD_I on; those before are in the order of the operations */
    static const uint8_t operations[] = {OU_OP_ADD, OU_OP_SUB,    OU_OP_MUL,    OU_OP_FLOORDIV, OU_OP_MOD,
                                         OU_OP_AND, OU_OP_LSHIFT, OU_OP_RSHIFT, OU_OP_ADD,      OU_OP_SUB,
                                         OU_OP_MUL, OU_OP_ADD,    OU_OP_SUB};
    enum ou_binary_op op = instruction < OU_INS_ADD_I
                               ? (enum ou_binary_op)(instruction - OU_INS_ADD)
                               : (enum ou_binary_op)operations[instruction - OU_INS_ADD_I];
    return instruction < OU_INS_IADD ? ou_binary(vm, op, a, b) : ou_inplace(vm, op, a, b);
}

/* -- unpacking -- */

static int raise_not_enough(struct ou_vm *vm, unsigned expected, size_t got, bool at_least)
{
    return ou_fail(ou_raise(vm, &ou_exc_ValueError, "not enough values to unpack (expected %s%u, got %zu)",
                            at_least ? "at least " : "", expected, got));
}

static ou_val unpack_iter(struct ou_vm *vm, ou_val v)
{
    ou_val it = ou_iter(vm, v);
    if (it == OU_EXC && ou_exc_matches(vm, &ou_exc_TypeError)) {
        ou_exc_take(vm);
        return ou_raise(vm, &ou_exc_TypeError, "cannot unpack non-iterable %T object", v);
    }
    return it;
}

int ou_op_unpack(struct ou_vm *vm, ou_val v, ou_val *regs, unsigned n)
{
    ou_val it = unpack_iter(vm, v);
    if (it == OU_EXC)
        return -1;
    for (unsigned i = 0; i < n; i++) {
        ou_val item = ou_next(vm, it);
        if (item == OU_STOP)
            return raise_not_enough(vm, n, i, false);
        if (item == OU_EXC)
            return -1;
        regs[i] = item;
    }
    ou_val more = ou_next(vm, it);
    if (more == OU_EXC)
        return -1;
    if (more != OU_STOP)
        return ou_fail(ou_raise(vm, &ou_exc_ValueError, "too many values to unpack (expected %u)", n));
    return 0;
}

int ou_op_unpack_star(struct ou_vm *vm, ou_val v, ou_val *regs, unsigned before, unsigned after)
{
    ou_val it = unpack_iter(vm, v), item;
    if (it == OU_EXC)
        return -1;
    for (unsigned i = 0; i < before; i++) {
        item = ou_next(vm, it);
        if (item == OU_STOP)
            return raise_not_enough(vm, before + after, i, true);
        if (item == OU_EXC)
            return -1;
        regs[i] = item;
    }
    ou_val list = ou_list_from_iter(vm, it);
    if (list == OU_EXC)
        return -1;
    size_t n = ou_list_len(list);
    if (n < after)
        return raise_not_enough(vm, before + after, before + n, true);
    for (unsigned i = 0; i < after; i++)
        regs[before + 1 + i] = ou_list_get(list, n - after + i);
    regs[before] = list;
    for (unsigned i = 0; i < after; i++)
        if (ou_set_item(vm, list, ou_small(-1), OU_ABSENT) < 0)
            return -1;
    return 0;
}

/* -- functions -- */

ou_val ou_op_make_function(struct ou_vm *vm, struct ou_frame *f, ou_val code_value, const ou_val *base)
{
    const struct ou_code *code = (const struct ou_code *)code_value;
    unsigned n_values =
        code->n_defaults + (code->flags & OU_CODE_KW_DEFAULTS ? ou_code_extra(code)->n_kw_only : 0u);
    struct ou_unit *unit = ou_frame_unit(f);
    ou_val v = ou_object_new(
        vm, &ou_type_function,
        sizeof(struct ou_function) / sizeof(ou_val) + n_values + ou_code_extra(code)->n_free, false);
    if (v == OU_EXC)
        return OU_EXC;
    struct ou_function *function = (struct ou_function *)v;
    function->code = code_value;
    function->unit = unit->defining_unit == OU_ABSENT || (code->flags & OU_CODE_SAME_UNIT)
                         ? ou_from_ptr(unit)
                         : unit->defining_unit;
    memcpy(function->rest, base, n_values * sizeof *base);
    const uint16_t *free = ou_code_free(code);
    const ou_val *own = ou_function_cells(ou_frame_function(f));
    for (unsigned i = 0; i < ou_code_extra(code)->n_free; i++)
        function->rest[n_values + i] = free[i] & 0x100 ? own[free[i] & 0xff] : f->regs[free[i]];
    return v;
}

/* -- displays -- */

int ou_op_list_extend(struct ou_vm *vm, ou_val list, ou_val iterable)
{
    ou_val it = ou_iter(vm, iterable);
    if (it == OU_EXC) {
        if (!ou_exc_matches(vm, &ou_exc_TypeError))
            return -1;
        ou_exc_take(vm);
        return ou_fail(
            ou_raise(vm, &ou_exc_TypeError, "Value after * must be an iterable, not %T", iterable));
    }
    return ou_list_extend(vm, list, it);
}

/* "f()" as CPython writes it in messages about a call. */
ou_val ou_callable_text(struct ou_vm *vm, ou_val callable)
{
    ou_val name = ou_get_attr_or_absent(vm, callable, OU_S(__qualname__));
    ou_val module =
        name == OU_EXC || name == OU_ABSENT ? OU_NONE : ou_get_attr_or_absent(vm, callable, OU_S(__module__));
    if (name == OU_EXC || module == OU_EXC)
        return OU_EXC;
    if (name == OU_ABSENT)
        return ou_str(vm, callable);
    if (!ou_is_str(name) || module == OU_ABSENT || !ou_is_str(module) || ou_str_is(vm, module, "builtins"))
        return ou_str_format(vm, "%v()", name);
    return ou_str_format(vm, "%v.%v()", module, name);
}

static int raise_call(struct ou_vm *vm, ou_val callable, const struct ou_message *message, ou_val about)
{
    ou_val text = ou_callable_text(vm, callable);
    return text == OU_EXC ? -1 : ou_fail(ou_raise_message(vm, message, text, about));
}

int ou_op_dict_merge(struct ou_vm *vm, ou_val dict, ou_val mapping, ou_val callable)
{
    ou_val native = ou_cast_native(mapping, &ou_type_dict);
    if (native == OU_ABSENT) {
        ou_val keys = ou_get_attr_or_absent(vm, mapping, OU_S(keys));
        if (keys == OU_EXC)
            return -1;
        if (keys == OU_ABSENT && callable != OU_ABSENT)
            return raise_call(vm, callable,
                              OU_MESSAGE(&ou_exc_TypeError, "%v argument after ** must be a mapping, not %T"),
                              mapping);
        if (keys == OU_ABSENT)
            return ou_fail(ou_raise(vm, &ou_exc_TypeError, "'%T' object is not a mapping", mapping));
        native = ou_dict_new(vm, 0);
        if (native == OU_EXC || ou_dict_update(vm, native, mapping) < 0)
            return -1;
    }
    if (callable == OU_ABSENT)
        return ou_dict_update(vm, dict, native);
    size_t position = 0;
    ou_val key, value;
    while (ou_dict_next(native, &position, &key, &value)) {
        if (!ou_is_a(key, &ou_type_str))
            return ou_fail(ou_raise(vm, &ou_exc_TypeError, "keywords must be strings"));
        ou_val old = ou_dict_get(vm, dict, key);
        if (old == OU_EXC)
            return -1;
        if (old != OU_ABSENT)
            return raise_call(
                vm, callable,
                OU_MESSAGE(&ou_exc_TypeError, "%v got multiple values for keyword argument '%v'"), key);
        if (ou_dict_set(vm, dict, key, value) < 0)
            return -1;
    }
    return 0;
}

ou_val ou_op_build_string(struct ou_vm *vm, const ou_val *parts, unsigned n)
{
    struct ou_builder b;
    ou_builder_init(vm, &b);
    for (unsigned i = 0; i < n; i++)
        ou_builder_add_str(&b, parts[i]);
    return ou_builder_str(&b);
}

ou_val ou_op_format(struct ou_vm *vm, ou_val v, int conversion, ou_val spec)
{
    if (conversion == 'r')
        v = ou_repr(vm, v);
    else if (conversion == 's')
        v = ou_str(vm, v);
    else if (conversion == 'a')
        v = ou_ascii(vm, v);
    if (v == OU_EXC)
        return OU_EXC;
    if (spec == OU_ABSENT) {
        if (ou_is_str(v))
            return v;
        spec = OU_STR_EMPTY;
    }
    return ou_format(vm, v, spec);
}

/* -- attributes -- */

ou_val ou_op_special(struct ou_vm *vm, ou_val object, ou_val name)
{
    ou_val self, v = ou_get_special(vm, object, name, &self);
    if (v == OU_EXC)
        return OU_EXC;
    if (v == OU_ABSENT)
        return name == OU_S(__exit__)
                   ? ou_raise(vm, &ou_exc_TypeError,
                              "'%T' object does not support the context manager protocol (missed "
                              "__exit__ method)",
                              object)
                   : ou_raise(vm, &ou_exc_TypeError,
                              "'%T' object does not support the context manager protocol", object);
    return self == OU_ABSENT ? v : ou_bound_method_new(vm, v, self);
}

/* -- the prompt -- */

ou_val ou_op_send(struct ou_vm *vm, ou_val iterator, ou_val v)
{
    return ou_call_method(vm, iterator, OU_S(send), 1, &v);
}

int ou_op_print_expr(struct ou_vm *vm, ou_val v)
{
    if (v == OU_NONE)
        return 0;
    ou_val text = ou_repr(vm, v);
    if (text == OU_EXC)
        return -1;
    size_t n;
    const char *p = ou_str_text(vm, text, &n);
    ou_port_write(1, p, n);
    ou_port_write(1, "\n", 1);
    if (vm->roots.builtins_extra == OU_ABSENT) {
        ou_val dict = ou_dict_new(vm, 1);
        if (dict == OU_EXC)
            return -1;
        vm->roots.builtins_extra = dict;
    }
    return ou_dict_set_name(vm, vm->roots.builtins_extra, OU_S(_), v);
}
