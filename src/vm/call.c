/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Calling Python functions: matching arguments to parameters, pushing the frame, and the calls that
 * come from C code.
 */
#include "base/base.h"
#include "object/core/sequence.h"
#include "object/types/class.h"
#include "object/types/function.h"
#include "vm/frame.h"

static ou_val pool_name(const struct ou_function *function, unsigned index)
{
    return ((const ou_val *)((const struct ou_unit *)function->unit)->pool)[index];
}

/* "'a', 'b', and 'c'" of the parameters in [first, last) that are unbound. */
static ou_val missing_names(struct ou_vm *vm, const struct ou_function *function, const ou_val *dst,
                            unsigned first, unsigned last, unsigned count)
{
    const struct ou_code *code = (const struct ou_code *)function->code;
    struct ou_builder b;
    ou_builder_init(vm, &b);
    unsigned seen = 0;
    for (unsigned i = first; i < last; i++) {
        if (dst[i] != OU_UNBOUND)
            continue;
        if (seen)
            ou_builder_add_c(&b, count == 2 ? " and " : seen + 1 == count ? ", and " : ", ");
        ou_builder_add_c(&b, "'");
        ou_builder_add_str(&b, pool_name(function, ou_code_names(code)[i]));
        ou_builder_add_c(&b, "'");
        seen++;
    }
    return ou_builder_str(&b);
}

static int raise_missing(struct ou_vm *vm, const struct ou_function *function, const ou_val *dst,
                         unsigned first, unsigned last, const char *kind)
{
    unsigned count = 0;
    for (unsigned i = first; i < last; i++)
        count += dst[i] == OU_UNBOUND;
    ou_val names = missing_names(vm, function, dst, first, last, count);
    if (names == OU_EXC)
        return -1;
    ou_val qualname = ou_function_qualname(vm, ou_from_ptr(function));
    if (qualname == OU_EXC)
        return -1;
    return ou_fail(ou_raise(vm, &ou_exc_TypeError, "%v() missing %u required %s argument%s: %v", qualname,
                            count, kind, count == 1 ? "" : "s", names));
}

static int raise_too_many(struct ou_vm *vm, const struct ou_function *function, unsigned given,
                          unsigned kw_given)
{
    const struct ou_code *code = (const struct ou_code *)function->code;
    ou_val qualname = ou_function_qualname(vm, ou_from_ptr(function));
    if (qualname == OU_EXC)
        return -1;
    unsigned n = code->n_pos;
    ou_val takes = code->n_defaults
                       ? ou_str_format(vm, "from %u to %u positional arguments", n - code->n_defaults, n)
                       : ou_str_format(vm, "%u positional argument%s", n, n == 1 ? "" : "s");
    if (takes == OU_EXC)
        return -1;
    if (kw_given)
        return ou_fail(
            ou_raise(vm, &ou_exc_TypeError,
                     "%v() takes %v but %u positional argument%s (and %u keyword-only argument%s) were given",
                     qualname, takes, given, given == 1 ? "" : "s", kw_given, kw_given == 1 ? "" : "s"));
    return ou_fail(ou_raise(vm, &ou_exc_TypeError, "%v() takes %v but %u %s given", qualname, takes, given,
                            given == 1 ? "was" : "were"));
}

/* The parameter that a keyword names, or -1. Names in calls are interned; those from ** may not be. */
static int find_parameter(struct ou_vm *vm, const struct ou_function *function, ou_val name, unsigned first)
{
    const struct ou_code *code = (const struct ou_code *)function->code;
    if (!ou_is_interned(name)) {
        name = ou_intern_find(vm, name);
        if (name == OU_ABSENT)
            return -1;
    }
    for (unsigned i = first; i < (unsigned)code->n_pos + ou_code_extra(code)->n_kw_only; i++)
        if (pool_name(function, ou_code_names(code)[i]) == name)
            return (int)i;
    return -1;
}

static int raise_positional_only(struct ou_vm *vm, const struct ou_function *function, ou_val qualname,
                                 const struct ou_call_args *args)
{
    const struct ou_code *code = (const struct ou_code *)function->code;
    struct ou_builder b;
    bool first = true;
    ou_builder_init(vm, &b);
    for (unsigned k = 0; k < ou_code_extra(code)->n_pos_only; k++)
        for (unsigned i = 0; i < args->n_kw; i++)
            if (find_parameter(vm, function, args->kw_names[(size_t)i * args->stride], 0) == (int)k) {
                ou_builder_add_c(&b, first ? "" : ", ");
                ou_builder_add_str(&b, args->kw_names[(size_t)i * args->stride]);
                first = false;
            }
    ou_val names = ou_builder_str(&b);
    return names == OU_EXC
               ? -1
               : ou_fail(ou_raise(vm, &ou_exc_TypeError,
                                  "%v() got some positional-only arguments passed as keyword arguments: '%v'",
                                  qualname, names));
}

static int bind_keyword(struct ou_vm *vm, const struct ou_function *function, const struct ou_call_args *args,
                        unsigned k, ou_val *dst, ou_val kwargs)
{
    ou_val name = args->kw_names[(size_t)k * args->stride], value = args->kw_values[(size_t)k * args->stride];
    const struct ou_code *code = (const struct ou_code *)function->code;
    int i = find_parameter(vm, function, name, ou_code_extra(code)->n_pos_only);
    if (i >= 0) {
        if (dst[i] == OU_UNBOUND) {
            dst[i] = value;
            return 0;
        }
        ou_val qualname = ou_function_qualname(vm, ou_from_ptr(function));
        return qualname == OU_EXC
                   ? -1
                   : ou_fail(ou_raise(vm, &ou_exc_TypeError, "%v() got multiple values for argument '%v'",
                                      qualname, name));
    }
    if (kwargs != OU_ABSENT)
        return ou_dict_set(vm, kwargs, name, value);
    ou_val qualname = ou_function_qualname(vm, ou_from_ptr(function));
    if (qualname == OU_EXC)
        return -1;
    for (unsigned i = 0; i < args->n_kw; i++) {
        int at = find_parameter(vm, function, args->kw_names[(size_t)i * args->stride], 0);
        if (at >= 0 && (unsigned)at < ou_code_extra(code)->n_pos_only)
            return raise_positional_only(vm, function, qualname, args);
    }
    return ou_fail(
        ou_raise(vm, &ou_exc_TypeError, "%v() got an unexpected keyword argument '%v'", qualname, name));
}

/* Defaults for what the call left out; errors for what has none. */
static int fill_defaults(struct ou_vm *vm, const struct ou_function *function, ou_val *dst)
{
    const struct ou_code *code = (const struct ou_code *)function->code;
    unsigned n_pos = code->n_pos, required = n_pos - code->n_defaults,
             all = n_pos + ou_code_extra(code)->n_kw_only;
    for (unsigned i = 0; i < required; i++)
        if (dst[i] == OU_UNBOUND)
            return raise_missing(vm, function, dst, 0, required, "positional");
    for (unsigned i = required; i < n_pos; i++)
        if (dst[i] == OU_UNBOUND)
            dst[i] = function->rest[i - required];
    if (code->flags & OU_CODE_KW_DEFAULTS)
        for (unsigned i = n_pos; i < all; i++)
            if (dst[i] == OU_UNBOUND)
                dst[i] = function->rest[code->n_defaults + i - n_pos];
    for (unsigned i = n_pos; i < all; i++)
        if (dst[i] == OU_UNBOUND)
            return raise_missing(vm, function, dst, n_pos, all, "keyword-only");
    return 0;
}

int ou_bind(struct ou_vm *vm, const struct ou_function *function, const struct ou_call_args *args,
            ou_val *dst)
{
    const struct ou_code *code = (const struct ou_code *)function->code;
    unsigned n_pos = code->n_pos, copied = args->n_pos < n_pos ? args->n_pos : n_pos;
    ou_val rest = OU_ABSENT, kwargs = OU_ABSENT;
    for (unsigned i = 0; i < ou_code_n_names(code); i++)
        dst[i] = i < copied ? args->pos[i] : OU_UNBOUND;
    if (code->flags & OU_CODE_VARARGS) {
        rest = ou_tuple_new(vm, args->n_pos - copied, args->pos + copied);
        if (rest == OU_EXC)
            return -1;
    }
    if (code->flags & OU_CODE_VARKW) {
        kwargs = ou_dict_new(vm, args->n_kw);
        if (kwargs == OU_EXC)
            return -1;
    }
    for (unsigned i = 0; i < args->n_kw; i++)
        if (bind_keyword(vm, function, args, i, dst, kwargs) < 0)
            return -1;
    if (args->n_pos > n_pos && rest == OU_ABSENT) {
        unsigned kw_given = 0;
        for (unsigned i = n_pos; i < n_pos + ou_code_extra(code)->n_kw_only; i++)
            kw_given += dst[i] != OU_UNBOUND;
        return raise_too_many(vm, function, args->n_pos, kw_given);
    }
    if (fill_defaults(vm, function, dst) < 0)
        return -1;
    unsigned next = n_pos + ou_code_extra(code)->n_kw_only;
    if (rest != OU_ABSENT)
        dst[next++] = rest;
    if (kwargs != OU_ABSENT)
        dst[next] = kwargs;
    return 0;
}

/* The frame is pushed before the arguments are bound into its window: so the window has its place, in
 * a new chunk if need be, and what binding allocates is held by a root at once. */
ou_val ou_enter(struct ou_vm *vm, ou_val function, const struct ou_call_args *args)
{
    const struct ou_code *code = (const struct ou_code *)((struct ou_function *)function)->code;
    ou_val *dst = ou_stack_top(vm);
    struct ou_frame *f = ou_frame_push(vm, dst, 0, code->n_regs);
    if (!f)
        return OU_EXC;
    f->function = function;
    f->subject = OU_ABSENT;
    if (ou_bind(vm, (struct ou_function *)function, args, f->regs) < 0) {
        ou_frame_pop(vm);
        return OU_EXC;
    }
    if (!(code->flags & OU_CODE_GENERATOR))
        return OU_ABSENT;
    ou_val generator = ou_generator_new(vm, function, f->regs);
    ou_frame_pop(vm);
    return generator;
}

ou_val ou_enter_plain(struct ou_vm *vm, ou_val function, unsigned n_args, const ou_val *args)
{
    struct ou_call_args view = {args, NULL, NULL, n_args, 0, 0};
    return ou_enter(vm, function, &view);
}

ou_val ou_vm_call(struct ou_vm *vm, ou_val function, unsigned n_args, unsigned n_kw, const ou_val *args)
{
    /* C code that has raised must not run Python code: what that catches itself would take the exception away.  If it does,
     * the exception stays. */
    ou_assert_api(vm->roots.exc == OU_ABSENT);
    if (OU_UNLIKELY(vm->roots.exc != OU_ABSENT) || ou_stack_check(vm) < 0)
        return OU_EXC;
    const ou_val *kw = args + n_args;
    struct ou_call_args view = {args, kw, kw + 1, n_args, n_kw, 2};
    ou_val result = ou_enter(vm, function, &view);
    if (result != OU_ABSENT)
        return result;
    vm->frame->flags |= OU_FRAME_ENTRY;
    return ou_vm_run(vm, OU_ABSENT, false);
}

bool ou_vm_has_parameter(struct ou_vm *vm) { return vm->frame && ou_frame_code(vm->frame)->n_pos > 0; }

/* -- calls with keywords -- */

/* Names and values of keywords in pairs, behind n_pos values: for what is not a Python function. */
static void pair_up(ou_val *flat, const ou_val *args, unsigned n_pos, const struct ou_tuple *names)
{
    memcpy(flat, args, n_pos * sizeof *flat);
    for (unsigned i = 0; i < (unsigned)ou_small_value(names->size); i++) {
        flat[n_pos + 2 * i] = names->items[i];
        flat[n_pos + 2 * i + 1] = args[n_pos + i];
    }
}

/* Not inlined: the calls of Python functions need no such buffer in the C stack. */
OU_NOINLINE static ou_val call_with_pairs(struct ou_vm *vm, ou_val callable, const ou_val *args,
                                          unsigned n_pos, ou_val names)
{
    unsigned n_kw = (unsigned)ou_tuple_len(names);
    size_t words = n_pos + 2 * (size_t)n_kw;
    ou_val local[24], *flat = local, block = OU_ABSENT;
    if (words > sizeof local / sizeof *local) {
        block = ou_tuple_new(vm, words, NULL);
        if (block == OU_EXC)
            return OU_EXC;
        flat = ou_tuple_items(block);
    }
    pair_up(flat, args, n_pos, (const struct ou_tuple *)names);
    return ou_call(vm, callable, n_pos, n_kw, flat);
}

ou_val ou_op_call_kw(struct ou_vm *vm, ou_val callable, const ou_val *args, unsigned n_pos, ou_val names)
{
    if (!ou_is(callable, &ou_type_function))
        return call_with_pairs(vm, callable, args, n_pos, names);
    struct ou_call_args view = {args,  ou_tuple_items(names),         args + n_pos,
                                n_pos, (unsigned)ou_tuple_len(names), 1};
    return ou_enter(vm, callable, &view);
}

ou_val ou_op_build_class_kw(struct ou_vm *vm, const ou_val *base, unsigned n, ou_val names)
{
    unsigned n_kw = (unsigned)ou_tuple_len(names);
    ou_val block = ou_tuple_new(vm, n + 2 * n_kw, NULL);
    if (block == OU_EXC)
        return OU_EXC;
    pair_up(ou_tuple_items(block), base, n, (const struct ou_tuple *)names);
    return ou_build_class(vm, n, n_kw, ou_tuple_items(block));
}

/* Items of `args` behind `n_front` given ones, then the pairs of kwargs, as one tuple. */
static ou_val flatten(struct ou_vm *vm, const ou_val *front, unsigned n_front, ou_val args, ou_val kwargs,
                      unsigned *n_pos, unsigned *n_kw)
{
    bool is_list = ou_is(args, &ou_type_list);
    size_t n_args = is_list ? ou_list_len(args) : ou_tuple_len(args);
    *n_pos = n_front + (unsigned)n_args;
    *n_kw = kwargs == OU_NONE ? 0 : (unsigned)ou_dict_len(kwargs);
    ou_val block = ou_tuple_new(vm, *n_pos + 2 * (size_t)*n_kw, NULL);
    if (block == OU_EXC)
        return OU_EXC;
    ou_val *flat = ou_tuple_items(block);
    if (n_front)
        memcpy(flat, front, n_front * sizeof *flat);
    for (size_t i = 0; i < n_args; i++)
        flat[n_front + i] = is_list ? ou_list_get(args, i) : ou_tuple_items(args)[i];
    if (*n_kw) {
        size_t position = 0;
        ou_val *out = flat + *n_pos;
        for (; ou_dict_next(kwargs, &position, &out[0], &out[1]); out += 2)
            if (!ou_is_a(out[0], &ou_type_str)) /* in precompiled code only */
                return ou_raise(vm, &ou_exc_TypeError, "keywords must be strings");
    }
    return block;
}

ou_val ou_op_call_ex(struct ou_vm *vm, ou_val callable, ou_val args, ou_val kwargs)
{
    unsigned n_pos, n_kw;
    if (!ou_is(args, &ou_type_list) && !ou_is(args, &ou_type_tuple)) {
        ou_val it = ou_iter(vm, args);
        if (it == OU_EXC && ou_exc_matches(vm, &ou_exc_TypeError)) {
            ou_exc_take(vm);
            ou_val text = ou_callable_text(vm, callable);
            return text == OU_EXC ? OU_EXC
                                  : ou_raise(vm, &ou_exc_TypeError,
                                             "%v argument after * must be an iterable, not %T", text, args);
        }
        args = it == OU_EXC ? OU_EXC : ou_list_from_iter(vm, it);
        if (args == OU_EXC)
            return OU_EXC;
    }
    ou_val block = flatten(vm, NULL, 0, args, kwargs, &n_pos, &n_kw);
    return block == OU_EXC ? OU_EXC : ou_call(vm, callable, n_pos, n_kw, ou_tuple_items(block));
}

ou_val ou_op_build_class_ex(struct ou_vm *vm, ou_val body, ou_val name, ou_val bases, ou_val kwargs)
{
    ou_val front[2] = {body, name};
    unsigned n_pos, n_kw;
    ou_val block = flatten(vm, front, 2, bases, kwargs, &n_pos, &n_kw);
    return block == OU_EXC ? OU_EXC : ou_build_class(vm, n_pos, n_kw, ou_tuple_items(block));
}
