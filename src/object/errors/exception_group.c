/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Exception groups: trees of exceptions that are raised together (PEP 654).
 *
 * A group is an exception with two more words, its message and the tuple of its members, which Python code
 * cannot change.  To split one makes new groups for what matches and what does not, each of the shape of
 * the old one and with its traceback, cause, context and a copy of its notes; the exceptions that are no
 * groups (the leaves) are shared.  `except*` asks for no more than that: each clause splits off what it
 * catches, and in the end what was raised again is found by that metadata and put back into the shape that
 * it had in the group that was caught.
 */
#include "object/core/sequence.h"
#include "object/errors/exception.h"
#include "object/types/type.h"

static struct ou_exception *exception_at(ou_val v) { return (struct ou_exception *)v; }

static ou_val message_of(ou_val group)
{
    ou_val message = exception_at(group)->slots[OU_GROUP_MESSAGE];
    return message == OU_ABSENT ? OU_S() : message;
}

ou_val ou_group_members(ou_val group)
{
    ou_val members = exception_at(group)->slots[OU_GROUP_MEMBERS];
    return members == OU_ABSENT ? OU_ROM(&ou_empty_tuple) : members;
}

/* -- making -- */

/* What PySequence_Check says: has items, and is no dict. */
static bool is_sequence(struct ou_vm *vm, ou_val v)
{
    return ou_cast_native(v, &ou_type_dict) == OU_ABSENT &&
           ou_type_lookup(vm, ou_type_of(v), OU_S(__getitem__)) != OU_ABSENT;
}

/* The tuple of members, and whether one of them is no Exception. */
static ou_val check_members(struct ou_vm *vm, ou_val exceptions, bool *base)
{
    if (!is_sequence(vm, exceptions))
        return ou_raise(vm, &ou_exc_TypeError, "second argument (exceptions) must be a sequence");
    ou_val members = ou_tuple_from_iter(vm, exceptions);
    if (members == OU_EXC)
        return OU_EXC;
    if (!ou_tuple_len(members))
        return ou_raise(vm, &ou_exc_ValueError, "second argument (exceptions) must be a non-empty sequence");
    for (size_t i = 0; i < ou_tuple_len(members); i++) {
        ou_val e = ou_tuple_items(members)[i];
        if (!ou_is_exception(e))
            return ou_raise(vm, &ou_exc_ValueError,
                            "Item %zd of second argument (exceptions) is not an exception", (ou_int)i);
        *base |= !ou_is_a(e, &ou_exc_Exception);
    }
    return members;
}

ou_val ou_group_make(struct ou_vm *vm, const struct ou_type *t, unsigned n_args, const ou_val *args)
{
    bool base = false;
    if (n_args != 2)
        return ou_raise(vm, &ou_exc_TypeError,
                        "BaseExceptionGroup.__new__() takes exactly 2 arguments (%u given)", n_args);
    if (ou_cast_native(args[0], &ou_type_str) == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not %A",
                        args[0]);
    ou_val members = check_members(vm, args[1], &base);
    if (members == OU_EXC)
        return OU_EXC;
    if (base && t == &ou_exc_ExceptionGroup)
        return ou_raise(vm, &ou_exc_TypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
    if (base && ou_is_subtype(t, &ou_exc_Exception))
        return ou_raise(vm, &ou_exc_TypeError, "Cannot nest BaseExceptions in '%v'", t->name);
    if (!base && t == &ou_exc_BaseExceptionGroup)
        t = &ou_exc_ExceptionGroup;
    ou_val group = ou_exception_new(vm, t, 0, NULL);
    if (group == OU_EXC)
        return OU_EXC;
    struct ou_exception *e = exception_at(group);
    OU_STORE(vm, e, &e->slots[OU_GROUP_MESSAGE], args[0]);
    OU_STORE(vm, e, &e->slots[OU_GROUP_MEMBERS], members);
    return group;
}

/* BaseExceptionGroup(message, exceptions) */
static ou_val new_group(struct ou_vm *vm, ou_val message, ou_val exceptions)
{
    ou_val args[2] = {message, exceptions};
    return ou_call(vm, OU_ROM(&ou_exc_BaseExceptionGroup), 2, 0, args);
}

ou_val ou_group_str(struct ou_vm *vm, ou_val group)
{
    ou_val message = ou_str(vm, message_of(group));
    size_t n = ou_tuple_len(ou_group_members(group));
    return message == OU_EXC ? OU_EXC
                             : ou_str_format(vm, "%v (%zu sub-exception%s)", message, n, n > 1 ? "s" : "");
}

/* -- splitting -- */

struct splitter {
    struct ou_vm *vm;
    enum { BY_TYPE, BY_PREDICATE, BY_IDENTITY } kind;
    ou_val matcher; /* class or tuple of classes; function; set of ids of leaves */
    bool want_rest;
};

static bool is_exception_class(ou_val v)
{
    return ou_is_type(v) && ou_is_subtype(ou_type_at(v), &ou_exc_BaseException);
}

/* Sets the kind of what split() and subgroup() were given. */
static int check_matcher(struct splitter *s)
{
    bool good = is_exception_class(s->matcher);
    s->kind = BY_TYPE;
    if (ou_is(s->matcher, &ou_type_function)) {
        s->kind = BY_PREDICATE;
        good = true;
    } else if (ou_is(s->matcher, &ou_type_tuple)) {
        good = true;
        for (size_t i = 0; i < ou_tuple_len(s->matcher); i++)
            good &= is_exception_class(ou_tuple_items(s->matcher)[i]);
    }
    return good ? 0
                : ou_fail(ou_raise(s->vm, &ou_exc_TypeError,
                                   "expected a function, exception type or tuple of exception types"));
}

/* 1, 0, -1 */
static int matches(const struct splitter *s, ou_val e)
{
    ou_val v;
    switch (s->kind) {
    case BY_PREDICATE: v = ou_call_1(s->vm, s->matcher, e); return v == OU_EXC ? -1 : ou_truth(s->vm, v);
    case BY_IDENTITY:
        if (ou_is_group(e))
            return 0;
        v = ou_id(s->vm, e);
        return v == OU_EXC ? -1 : ou_set_has(s->vm, s->matcher, v);
    default: break;
    }
    if (ou_is_type(s->matcher))
        return ou_is_a(e, ou_type_at(s->matcher));
    for (size_t i = 0; i < ou_tuple_len(s->matcher); i++)
        if (ou_is_a(e, ou_type_at(ou_tuple_items(s->matcher)[i])))
            return 1;
    return 0;
}

/* A group of some of the exceptions in `group`, with what else it had; *out is unbound if there are none. */
static int subset(struct ou_vm *vm, ou_val group, ou_val list, ou_val *out)
{
    if (!ou_list_len(list))
        return 0;
    ou_val part = ou_call_method(vm, group, OU_S(derive), 1, &list);
    if (part == OU_EXC)
        return -1;
    if (!ou_is_group(part))
        return ou_fail(
            ou_raise(vm, &ou_exc_TypeError, "derive must return an instance of BaseExceptionGroup"));
    struct ou_exception *to = exception_at(part);
    const struct ou_exception *from = exception_at(group);
    if (from->traceback != OU_NONE)
        OU_STORE(vm, to, &to->traceback, from->traceback);
    OU_STORE(vm, to, &to->context, from->context);
    OU_STORE(vm, to, &to->cause, from->cause);
    OU_STORE(vm, to, &to->flags, ou_small(ou_small_value(to->flags) | 1)); /* as setting a cause does */
    ou_val notes = ou_get_attr_or_absent(vm, group, OU_S(__notes__));
    if (notes == OU_EXC)
        return -1;
    if (notes != OU_ABSENT && is_sequence(vm, notes)) {
        notes = ou_list_from_iter(vm, notes);
        if (notes == OU_EXC || ou_set_attr(vm, part, OU_S(__notes__), notes) < 0)
            return -1;
    }
    *out = part;
    return 0;
}

/* Parts of e: what matches, and (if wanted) what does not; unbound for nothing. */
static int split(const struct splitter *s, ou_val e, ou_val *match, ou_val *rest)
{
    struct ou_vm *vm = s->vm;
    *match = *rest = OU_ABSENT;
    if (ou_stack_check(vm) < 0)
        return -1;
    int all = matches(s, e);
    if (all < 0)
        return -1;
    if (all || !ou_is_group(e)) {
        *(all ? match : rest) = e;
        return 0;
    }
    ou_val members = ou_group_members(e);
    ou_val in = ou_list_new(vm, 0, NULL), out = in == OU_EXC ? OU_EXC : ou_list_new(vm, 0, NULL);
    if (out == OU_EXC)
        return -1;
    for (size_t i = 0; i < ou_tuple_len(members); i++) {
        ou_val part, left;
        if (split(s, ou_tuple_items(members)[i], &part, &left) < 0 ||
            (part != OU_ABSENT && ou_list_append(vm, in, part) < 0) ||
            (left != OU_ABSENT && s->want_rest && ou_list_append(vm, out, left) < 0))
            return -1;
    }
    return subset(vm, e, in, match) < 0 || (s->want_rest && subset(vm, e, out, rest) < 0) ? -1 : 0;
}

/* -- except* -- */

int ou_group_catch(struct ou_vm *vm, ou_val *rest, ou_val *match, ou_val types, bool whole)
{
    ou_val e = *rest;
    if (whole) {
        if (!ou_is_group(e)) {
            ou_val tuple = ou_tuple_new(vm, 1, &e);
            e = tuple == OU_EXC ? OU_EXC : new_group(vm, OU_S(), tuple);
            if (e == OU_EXC)
                return -1;
        }
        *match = e;
        *rest = OU_NONE;
        return 1;
    }
    if (!ou_is_group(e))
        return 0;
    ou_val pair = ou_call_method(vm, e, OU_S(split), 1, &types);
    if (pair == OU_EXC)
        return -1;
    if (!ou_is(pair, &ou_type_tuple))
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "%T.split must return a tuple, not %T", e, pair));
    if (ou_tuple_len(pair) < 2)
        return ou_fail(ou_raise(vm, &ou_exc_TypeError,
                                "%T.split must return a 2-tuple, got tuple of size %zu", e,
                                ou_tuple_len(pair)));
    ou_val part = ou_tuple_items(pair)[0], left = ou_tuple_items(pair)[1];
    if (part == OU_NONE)
        return 0;
    if (!ou_is_exception(part) || (left != OU_NONE && !ou_is_exception(left)))
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "%T.split must return exceptions or None", e));
    *match = part;
    *rest = left;
    return 1;
}

/* Only what was raised anew has got a traceback of its own. */
static bool same_metadata(ou_val a, ou_val b)
{
    const struct ou_exception *x = exception_at(a), *y = exception_at(b);
    return x->traceback == y->traceback && x->cause == y->cause && x->context == y->context;
}

static int collect_leaves(struct ou_vm *vm, ou_val e, ou_val set)
{
    if (ou_stack_check(vm) < 0)
        return -1;
    if (!ou_is_group(e)) {
        ou_val id = ou_id(vm, e);
        return id == OU_EXC ? -1 : ou_set_add(vm, set, id);
    }
    ou_val members = ou_group_members(e);
    for (size_t i = 0; i < ou_tuple_len(members); i++)
        if (collect_leaves(vm, ou_tuple_items(members)[i], set) < 0)
            return -1;
    return 0;
}

ou_val ou_group_raised(struct ou_vm *vm, ou_val caught, ou_val list)
{
    if (!ou_is_group(caught)) /* at most one clause can have caught it */
        return ou_list_len(list) ? ou_list_get(list, 0) : OU_NONE;
    ou_val raised = ou_list_new(vm, 0, NULL),
           leaves = raised == OU_EXC ? OU_EXC : ou_set_new(vm, &ou_type_set);
    if (leaves == OU_EXC)
        return OU_EXC;
    for (size_t i = 0; i < ou_list_len(list); i++) {
        ou_val e = ou_list_get(list, i);
        if (e == OU_NONE)
            continue;
        if (!ou_is_exception(e)) /* in precompiled code only */
            return ou_raise(vm, &ou_exc_TypeError, "exceptions must derive from BaseException");
        if ((same_metadata(e, caught) ? collect_leaves(vm, e, leaves) : ou_list_append(vm, raised, e)) < 0)
            return OU_EXC;
    }
    if (ou_set_len(leaves)) {
        struct splitter s = {vm, BY_IDENTITY, leaves, false};
        ou_val again, rest;
        if (split(&s, caught, &again, &rest) < 0)
            return OU_EXC;
        if (!ou_list_len(raised) && again != OU_ABSENT)
            return again;
        if (again != OU_ABSENT && ou_list_append(vm, raised, again) < 0)
            return OU_EXC;
    }
    size_t n = ou_list_len(raised);
    return n == 0 ? OU_NONE : n == 1 ? ou_list_get(raised, 0) : new_group(vm, OU_S(), raised);
}

/* -- methods and attributes -- */

/* CPython takes the arguments of these in ways of their own. */
static ou_val wrong_count(struct ou_vm *vm, const char *name, unsigned n_args)
{
    return ou_raise(vm, &ou_exc_TypeError, "%s expected 1 argument, got %u", name, n_args - 1);
}

OU_NATIVE_STATIC(group_derive)
{
    if (n_args != 2)
        return ou_raise(vm, &ou_exc_TypeError, "function takes exactly 1 argument (%u given)", n_args - 1);
    return new_group(vm, message_of(args[0]), args[1]);
}

OU_NATIVE_STATIC(group_split)
{
    if (n_args != 2)
        return wrong_count(vm, "split", n_args);
    struct splitter s = {vm, BY_TYPE, args[1], true};
    ou_val parts[2];
    if (check_matcher(&s) < 0 || split(&s, args[0], &parts[0], &parts[1]) < 0)
        return OU_EXC;
    for (unsigned i = 0; i < 2; i++)
        if (parts[i] == OU_ABSENT)
            parts[i] = OU_NONE;
    return ou_tuple_new(vm, 2, parts);
}

OU_NATIVE_STATIC(group_subgroup)
{
    if (n_args != 2)
        return wrong_count(vm, "subgroup", n_args);
    struct splitter s = {vm, BY_TYPE, args[1], false};
    ou_val match, rest;
    if (check_matcher(&s) < 0 || split(&s, args[0], &match, &rest) < 0)
        return OU_EXC;
    return match == OU_ABSENT ? OU_NONE : match;
}

static ou_val get_message(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return message_of(self);
}

static ou_val get_members(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return ou_group_members(self);
}

static int set_nothing(struct ou_vm *vm, ou_val self, ou_val value)
{
    (void)self, (void)value;
    return ou_fail(ou_raise(vm, &ou_exc_AttributeError, "readonly attribute"));
}

OU_ROM_ALIGN static const union ou_member group_members[] = {
    OU_MEMBER_METHOD(OU_S(derive), group_derive, &ou_exc_BaseExceptionGroup, 1, OU_NATIVE_VARARGS, 0),
    OU_MEMBER_PROPERTY(OU_S(exceptions), get_members, set_nothing),
    OU_MEMBER_PROPERTY(OU_S(message), get_message, set_nothing),
    OU_MEMBER_METHOD(OU_S(split), group_split, &ou_exc_BaseExceptionGroup, 1, OU_NATIVE_VARARGS, 0),
    OU_MEMBER_METHOD(OU_S(subgroup), group_subgroup, &ou_exc_BaseExceptionGroup, 1, OU_NATIVE_VARARGS, 0),
};
OU_MEMBER_TABLE(ou_group_table, group_members);
