/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Module json.
 */
#include "modules/json.h"

/* -- JSONDecodeError(msg, doc, pos): made and shown as ValueError is -- */

static const struct ou_type_ops *value_error_ops(void)
{
    return (const struct ou_type_ops *)ou_exc_ValueError.ops;
}

static ou_val error_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                              const ou_val *args)
{
    ou_val a[3];
    if (ou_args_parse(vm, "JSONDecodeError", "msg doc pos", n_args, n_kw, args, a) < 0)
        return OU_EXC;
    ou_val doc = ou_cast_native(a[1], &ou_type_str);
    ou_int position, line = 1, column = 1;
    if (!doc || !ou_cast_native(a[0], &ou_type_str))
        return ou_raise(vm, &ou_exc_TypeError, "JSONDecodeError() arguments 1 and 2 must be str");
    if (ou_to_int(vm, a[2], &position) < 0)
        return OU_EXC;
    size_t n;
    const char *p = ou_str_text(vm, doc, &n);
    ou_int left = position;
    for (size_t i = 0; i < n; i++) {
        if (((uint8_t)p[i] & 0xc0) == 0x80)
            continue;
        if (left-- <= 0)
            break;
        column = p[i] == '\n' ? 1 : column + 1;
        line += p[i] == '\n';
    }
    column += left > 0 ? left : 0;
    ou_val text = ou_str_format(vm, "%v: line %zd column %zd (char %zd)", a[0], line, column, position);
    ou_val e = text == OU_EXC ? text : value_error_ops()->construct(vm, type, 1, 0, &text);
    if (e == OU_EXC || ou_set_attr(vm, e, OU_S(msg), a[0]) < 0 || ou_set_attr(vm, e, OU_S(doc), a[1]) < 0 ||
        ou_set_attr(vm, e, OU_S(pos), a[2]) < 0 || ou_set_attr(vm, e, OU_S(lineno), ou_small(line)) < 0 ||
        ou_set_attr(vm, e, OU_S(colno), ou_small(column)) < 0)
        return OU_EXC;
    return e;
}

static ou_val error_repr(struct ou_vm *vm, ou_val self) { return value_error_ops()->repr(vm, self); }
static ou_val error_str(struct ou_vm *vm, ou_val self) { return value_error_ops()->str(vm, self); }

static const struct ou_type_ops error_ops = {
    .construct = error_construct, .repr = error_repr, .str = error_str};
OU_ROM_ALIGN const struct ou_type ou_exc_JSONDecodeError = {.type = OU_ROM(&ou_type_type),
                                                            .ops = OU_ROM(&error_ops),
                                                            .name = OU_S(JSONDecodeError),
                                                            .bases = OU_ROM(&ou_exc_ValueError),
                                                            .flags = OU_SMALL_CONST(OU_TYPE_EXCEPTION),
                                                            .version = OU_SMALL_CONST(0)};

/* -- dump, load: with a file -- */

/* Calls dumps or loads with one argument and the keywords given. */
static ou_val with_keywords(struct ou_vm *vm, ou_native_fn fn, unsigned n_args, unsigned n_kw,
                            const ou_val *args, ou_val first)
{
    ou_val rest[1 + 2 * 12];
    if (n_kw > 12)
        return ou_raise(vm, &ou_exc_TypeError, "too many keyword arguments");
    rest[0] = first;
    memcpy(rest + 1, args + n_args, 2 * (size_t)n_kw * sizeof *args);
    return fn(vm, 1, n_kw, rest);
}

OU_NATIVE_STATIC(dump_fn)
{
    ou_val text = with_keywords(vm, ou_json_dumps, n_args, n_kw, args, args[0]);
    if (text == OU_EXC || ou_call_method(vm, args[1], OU_S(write), 1, &text) == OU_EXC)
        return OU_EXC;
    return OU_NONE;
}

OU_NATIVE_STATIC(load_fn)
{
    ou_val text = ou_call_method(vm, args[0], OU_S(read), 0, NULL);
    return text == OU_EXC ? text : with_keywords(vm, ou_json_loads, n_args, n_kw, args, text);
}

OU_ROM_ALIGN static const union ou_member members[] = {
    OU_MEMBER_VALUE(OU_S(JSONDecodeError), OU_ROM(&ou_exc_JSONDecodeError)),
    OU_MEMBER_FUNCTION(OU_S(dump), dump_fn, 2, 2, OU_NATIVE_KW),
    OU_MEMBER_FUNCTION(OU_S(dumps), ou_json_dumps, 0, 1, OU_NATIVE_KW),
    OU_MEMBER_FUNCTION(OU_S(load), load_fn, 1, 1, OU_NATIVE_KW),
    OU_MEMBER_FUNCTION(OU_S(loads), ou_json_loads, 0, 1, OU_NATIVE_KW),
};
static OU_MEMBER_TABLE(table, members);
OU_ROM_ALIGN const struct ou_rom_module ou_module_json = {OU_ROM(&ou_type_rom_module), OU_S(json), &table,
                                                          NULL};
