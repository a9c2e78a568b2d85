/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Module weakref: its functions, and finalize.  The types of references and containers are core objects.
 *
 * A live finalize is in a list, newest first, which keeps it: ou_finalizers.  At the end of the program
 * those that want it are called in that order.
 */
#include <ouro/ouro.h>

OU_NATIVE_STATIC(weakref_proxy)
{
    const struct ou_type *t =
        ou_is_callable(vm, args[0]) ? &ou_type_weak_callable_proxy : &ou_type_weak_proxy;
    return ou_weakref_new(vm, t, args[0], n_args > 1 && args[1] != OU_NONE ? args[1] : OU_ABSENT, OU_ABSENT);
}

OU_NATIVE_STATIC(weakref_count) { return ou_small((ou_int)ou_weakref_count(vm, args[0])); }

OU_NATIVE_STATIC(weakref_list) { return ou_weakref_list(vm, args[0]); }

/* -- finalize -- */

/* V: 24.  ENTRY: a tuple as ou_at_exit has them; unbound: dead */
static const struct ou_type finalize_type;
enum { REF = 1, ENTRY, AT_EXIT, PREVIOUS, NEXT, WORDS };

static bool is_alive(ou_val f) { return ou_field(f, ENTRY) != OU_ABSENT; }

/* Takes it out of the list; what it was to call. */
static ou_val take(struct ou_vm *vm, ou_val f)
{
    ou_val entry = ou_field(f, ENTRY), previous = ou_field(f, PREVIOUS), next = ou_field(f, NEXT);
    if (entry == OU_ABSENT)
        return OU_ABSENT;
    if (previous != OU_ABSENT)
        ou_field_set(vm, previous, NEXT, next);
    else
        ou_finalizers_set(vm, next);
    if (next != OU_ABSENT)
        ou_field_set(vm, next, PREVIOUS, previous);
    ou_field_set(vm, f, ENTRY, OU_ABSENT);
    ou_field_set(vm, f, PREVIOUS, OU_ABSENT);
    ou_field_set(vm, f, NEXT, OU_ABSENT);
    ou_weakref_cancel(vm, ou_field(f, REF));
    return entry;
}

static unsigned n_args_of(ou_val entry) { return (unsigned)ou_small_value(ou_tuple_items(entry)[0]); }
static unsigned n_kw_of(ou_val entry) { return ((unsigned)ou_tuple_len(entry) - 2 - n_args_of(entry)) / 2; }

static ou_val finalize_call(struct ou_vm *vm, ou_val self, unsigned n_args, unsigned n_kw, const ou_val *args)
{
    (void)args;
    if (n_kw || n_args > 1)
        return ou_raise(vm, &ou_exc_TypeError,
                        "finalize.__call__() takes from 1 to 2 positional arguments but %u were given",
                        n_args + 1);
    ou_val entry = take(vm, self);
    if (entry == OU_ABSENT)
        return OU_NONE;
    const ou_val *items = ou_tuple_items(entry);
    return ou_call(vm, items[1], n_args_of(entry), n_kw_of(entry), items + 2);
}

/* At the end of the program: those that want it, the newest first. */
OU_NATIVE_STATIC(run_finalizers)
{
    for (;;) {
        ou_val f = ou_finalizers(vm);
        while (f != OU_ABSENT && ou_field(f, AT_EXIT) != OU_TRUE)
            f = ou_field(f, NEXT);
        if (f == OU_ABSENT)
            break;
        if (finalize_call(vm, f, 0, 0, NULL) != OU_EXC)
            continue;
        if (!ou_exc_matches(vm, &ou_exc_Exception))
            return OU_EXC;
        ou_exc_print(vm);
    }
    while (ou_finalizers(vm) != OU_ABSENT) /* no others are called from now on */
        take(vm, ou_finalizers(vm));
    return OU_NONE;
}
OU_FUNCTION(run_finalizers_function, run_finalizers, OU_S(_exitfunc), 0, 0, 0);

static int register_once(struct ou_vm *vm)
{
    ou_val list = ou_at_exit_list(vm), none[1] = {OU_ABSENT};
    for (size_t i = 0; list != OU_NONE && i < ou_list_len(list); i++)
        if (ou_tuple_items(ou_list_get(list, i))[1] == OU_ROM(&run_finalizers_function))
            return 0;
    return ou_at_exit(vm, OU_ROM(&run_finalizers_function), 0, 0, none);
}

static ou_val finalize_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                                 const ou_val *args)
{
    (void)type;
    if (n_args < 2)
        return ou_raise(vm, &ou_exc_TypeError,
                        "finalize.__init__() missing %u required positional argument%s: %s", 2 - n_args,
                        n_args ? "" : "s", n_args ? "'func'" : "'obj' and 'func'");
    size_t words = n_args - 2 + 2 * (size_t)n_kw;
    ou_val entry = ou_tuple_new(vm, words + 2, NULL);
    if (entry == OU_EXC)
        return OU_EXC;
    ou_tuple_items(entry)[0] = ou_small((ou_int)n_args - 2);
    memcpy(ou_tuple_items(entry) + 1, args + 1, (words + 1) * sizeof(ou_val));
    ou_val f = ou_object_new(vm, &finalize_type, WORDS, false);
    if (f == OU_EXC || register_once(vm) < 0)
        return OU_EXC;
    ou_val ref = ou_weakref_new(vm, &ou_type_weakref, args[0], f, OU_ABSENT), next = ou_finalizers(vm);
    if (ref == OU_EXC)
        return OU_EXC;
    ou_weakref_own(vm, ref, f);
    ou_field_set(vm, f, REF, ref);
    ou_field_set(vm, f, ENTRY, entry);
    ou_field_set(vm, f, AT_EXIT, OU_TRUE);
    ou_field_set(vm, f, NEXT, next);
    if (next != OU_ABSENT)
        ou_field_set(vm, next, PREVIOUS, f);
    ou_finalizers_set(vm, f);
    return f;
}

/* (obj, func, args, kwargs) of a live one, or None */
static ou_val describe(struct ou_vm *vm, ou_val f)
{
    ou_val entry = ou_field(f, ENTRY),
           object = entry == OU_ABSENT ? OU_ABSENT : ou_weakref_get(ou_field(f, REF));
    if (object == OU_ABSENT)
        return OU_NONE;
    unsigned n = n_args_of(entry), n_kw = n_kw_of(entry);
    ou_val args = ou_tuple_new(vm, n, ou_tuple_items(entry) + 2);
    ou_val kw = args == OU_EXC ? OU_EXC : ou_dict_new(vm, n_kw);
    if (kw == OU_EXC)
        return OU_EXC;
    for (unsigned i = 0; i < n_kw; i++) {
        const ou_val *pair = ou_tuple_items(entry) + 2 + n + (size_t)2 * i;
        if (ou_dict_set(vm, kw, pair[0], pair[1]) < 0)
            return OU_EXC;
    }
    ou_val all[4] = {object, ou_tuple_items(entry)[1], args, kw};
    return ou_tuple_new(vm, 4, all);
}

OU_NATIVE_STATIC(finalize_peek) { return describe(vm, args[0]); }

OU_NATIVE_STATIC(finalize_detach)
{
    ou_val v = describe(vm, args[0]);
    if (v != OU_EXC && v != OU_NONE)
        take(vm, args[0]);
    return v;
}

static ou_val get_alive(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return ou_bool(is_alive(self));
}

static ou_val get_at_exit(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return ou_bool(is_alive(self) && ou_field(self, AT_EXIT) == OU_TRUE);
}

static int set_at_exit(struct ou_vm *vm, ou_val self, ou_val value)
{
    if (value == OU_ABSENT)
        return ou_fail(
            ou_raise(vm, &ou_exc_AttributeError, "property 'atexit' of 'finalize' object has no deleter"));
    int truth = ou_truth(vm, value);
    if (truth >= 0)
        ou_field_set(vm, self, AT_EXIT, ou_bool(truth));
    return truth < 0 ? -1 : 0;
}

static ou_val finalize_repr(struct ou_vm *vm, ou_val self)
{
    ou_val at = ou_weakref_address(vm, self);
    ou_val object = is_alive(self) ? ou_weakref_get(ou_field(self, REF)) : OU_ABSENT;
    if (at == OU_EXC)
        return OU_EXC;
    if (object == OU_ABSENT)
        return ou_str_format(vm, "<finalize object at %v; dead>", at);
    ou_val there = ou_weakref_address(vm, object);
    return there == OU_EXC ? OU_EXC
                           : ou_str_format(vm, "<finalize object at %v; for '%T' at %v>", at, object, there);
}

OU_ROM_ALIGN static const union ou_member finalize_members[] = {
    OU_MEMBER_PROPERTY(OU_S(alive), get_alive, NULL),
    OU_MEMBER_PROPERTY(OU_S(atexit), get_at_exit, set_at_exit),
    OU_MEMBER_METHOD(OU_S(detach), finalize_detach, &finalize_type, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(peek), finalize_peek, &finalize_type, 1, 1, 0),
};
static OU_MEMBER_TABLE(finalize_table, finalize_members);
static const struct ou_type_ops finalize_ops = {
    .construct = finalize_construct, .repr = finalize_repr, .call = finalize_call};
OU_ROM_ALIGN static const struct ou_type finalize_type = {.type = OU_ROM(&ou_type_type),
                                                          .ops = OU_ROM(&finalize_ops),
                                                          .name = OU_S(finalize),
                                                          .bases = OU_ROM(&ou_type_object),
                                                          .dict = OU_ROM(&finalize_table),
                                                          .flags = OU_SMALL_CONST(0),
                                                          .version = OU_SMALL_CONST(0)};

OU_FUNCTION(count_function, weakref_count, OU_S(getweakrefcount), 1, 1, 0);
OU_FUNCTION(list_function, weakref_list, OU_S(getweakrefs), 1, 1, 0);
OU_FUNCTION(proxy_function, weakref_proxy, OU_S(proxy), 1, 2, 0);
OU_ROM_TUPLE(static, proxy_types, 2, OU_ROM(&ou_type_weak_proxy), OU_ROM(&ou_type_weak_callable_proxy));

static const struct ou_rom_entry weakref_entries[] = {
    {OU_S(CallableProxyType), OU_ROM(&ou_type_weak_callable_proxy)},
    {OU_S(ProxyType), OU_ROM(&ou_type_weak_proxy)},
    {OU_S(ProxyTypes), OU_ROM(proxy_types)},
    {OU_S(ReferenceType), OU_ROM(&ou_type_weakref)},
    {OU_S(WeakKeyDictionary), OU_ROM(&ou_type_weak_key_dict)},
    {OU_S(WeakMethod), OU_ROM(&ou_type_weak_method)},
    {OU_S(WeakSet), OU_ROM(&ou_type_weak_set)},
    {OU_S(WeakValueDictionary), OU_ROM(&ou_type_weak_value_dict)},
    {OU_S(__name__), OU_S(weakref)},
    {OU_S(finalize), OU_ROM(&finalize_type)},
    {OU_S(getweakrefcount), OU_ROM(&count_function)},
    {OU_S(getweakrefs), OU_ROM(&list_function)},
    {OU_S(proxy), OU_ROM(&proxy_function)},
    {OU_S(ref), OU_ROM(&ou_type_weakref)},
};
static OU_ROM_TABLE(weakref_table, weakref_entries);
extern const struct ou_rom_module ou_module_weakref;
OU_ROM_ALIGN const struct ou_rom_module ou_module_weakref = {OU_ROM(&ou_type_rom_module), OU_S(weakref),
                                                             &weakref_table, NULL};
