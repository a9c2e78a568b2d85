/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Instances of classes made by Python code: their attributes, and the operations of their types, which
 * look for special methods.
 *
 * Attributes lie in the slots that the class names, and in the dict `extra` if there are more.  A slot is
 * filled only while nothing later is set and there is no extra dict: so the order of slots, then of
 * extra, is the order of insertion.  A spare slot of the class gets the first name that needs it.
 * `instance.__dict__` moves everything into extra, which then is the dict that Python sees.
 */
#include "object/types/instance.h"
#include "base/base.h"
#include "object/core/cleanup_queue.h"
#include "object/core/protocol.h"
#include "object/core/sequence.h"
#include "object/errors/exception.h"
#include "object/types/descriptor.h"
#include "object/types/type_rom.h"

static inline ou_val alloc_plain(struct ou_vm *vm, const struct ou_type *t)
{
    size_t size = (ou_instance_header(t) + (size_t)ou_small_value(t->heap->n_slots)) * sizeof(ou_val);
    struct ou_instance *object = ou_gc_alloc_fast(&vm->heap, size, OU_GC_VALUES);
    if (!object)
        return ou_raise_memory(vm, size);
    object->type = OU_ROM(t);
    return ou_from_ptr(object);
}

ou_val ou_instance_alloc(struct ou_vm *vm, const struct ou_type *t)
{
    if (OU_LIKELY(!ou_type_has(t, OU_TYPE_EXCEPTION | OU_TYPE_HAS_DEL)))
        return alloc_plain(vm, t);
    if (ou_type_has(t, OU_TYPE_EXCEPTION))
        return ou_exception_new(vm, t, 0, NULL);
    return ou_cleanup_marked(vm, alloc_plain(vm, t));
}

static inline const ou_val *slot_names(const struct ou_type *t, size_t *n)
{
    const struct ou_tuple *names = (const struct ou_tuple *)t->heap->slots;
    *n = names ? (size_t)ou_small_value(names->size) : 0;
    return names ? names->items : NULL;
}

int ou_instance_slot_index(const struct ou_type *t, ou_val name)
{
    size_t n;
    const ou_val *names = slot_names(t, &n);
    for (size_t i = 0; i < n; i++)
        if (names[i] == name)
            return (int)(i + ou_instance_header(t));
    return -1;
}

ou_val ou_instance_get(struct ou_vm *vm, ou_val object, const struct ou_type *t, ou_val name)
{
    if (ou_type_is_heap(t)) {
        int slot = ou_instance_slot_index(t, name);
        if (slot >= 0 && ou_field(object, (size_t)slot) != OU_ABSENT)
            return ou_field(object, (size_t)slot);
    }
    ou_val extra = ou_field(object, 1);
    return extra == OU_ABSENT ? OU_ABSENT : ou_dict_get_name(vm, extra, name);
}

/* A spare slot for a new name: its word, or -1. */
static int take_spare(struct ou_vm *vm, ou_val object, struct ou_type *t, ou_val name, bool class_has)
{
    size_t n;
    const ou_val *names = slot_names(t, &n);
    if (!n || names[n - 1] != OU_ABSENT || ou_type_has(t, OU_TYPE_NO_DICT))
        return -1;
    size_t i = n - 1;
    while (i && names[i - 1] == OU_ABSENT)
        i--;
    size_t word = i + ou_instance_header(t);
    if (!ou_instance_can_fill(object, t, word))
        return -1;
    struct ou_tuple *tuple = (struct ou_tuple *)t->heap->slots;
    OU_STORE(vm, tuple, &tuple->items[i], name);
    if (class_has)
        OU_STORE(vm, t, &t->version, ou_small(0)); /* caches may hold the class's attribute for this name */
    return (int)word;
}

int ou_instance_set(struct ou_vm *vm, ou_val object, const struct ou_type *t, ou_val name, ou_val value,
                    bool class_has)
{
    ou_val *words = (ou_val *)object;
    if (ou_type_is_heap(t)) {
        int slot = ou_instance_slot_index(t, name);
        if (slot >= 0 && words[slot] != OU_ABSENT) {
            OU_STORE(vm, words, &words[slot], value);
            return 1;
        }
        if (value == OU_ABSENT) {
            if (slot >= 0 && (size_t)slot < ou_instance_header(t) + ou_type_fixed_slots(t))
                return ou_fail(ou_raise(vm, &ou_exc_AttributeError, "%v", name));
        } else {
            if (slot >= 0 && !ou_instance_can_fill(object, t, (size_t)slot))
                slot = -1;
            else if (slot < 0)
                slot = take_spare(vm, object, (struct ou_type *)t, name, class_has);
            if (slot >= 0) {
                OU_STORE(vm, words, &words[slot], value);
                return 1;
            }
        }
        if (ou_type_has(t, OU_TYPE_NO_DICT))
            return 0;
    }
    if (value == OU_ABSENT)
        return words[1] == OU_ABSENT ? 0 : ou_dict_delete(vm, words[1], name);
    if (words[1] == OU_ABSENT) {
        ou_val extra = ou_dict_new(vm, 0);
        if (extra == OU_EXC)
            return -1;
        OU_STORE(vm, words, &words[1], extra);
    }
    return ou_dict_set_name(vm, words[1], name, value) < 0 ? -1 : 1;
}

/* Slots whose class uses __slots__ stay where they are. */
ou_val ou_instance_dict(struct ou_vm *vm, ou_val object)
{
    const struct ou_type *t = ou_type_of(object);
    ou_val *words = (ou_val *)object;
    size_t n = 0, header = 0, used = 0;
    const ou_val *names = NULL;
    if (ou_type_is_heap(t)) {
        size_t fixed = ou_type_fixed_slots(t);
        names = slot_names(t, &n);
        names += fixed;
        n -= fixed;
        header = ou_instance_header(t) + fixed;
    }
    for (size_t i = 0; i < n; i++)
        used += words[header + i] != OU_ABSENT;
    if (words[1] != OU_ABSENT && !used)
        return words[1];
    ou_assert(names || !used);
    ou_val dict = ou_dict_new(vm, used);
    if (dict == OU_EXC)
        return OU_EXC;
    for (size_t i = 0; i < n; i++)
        if (words[header + i] != OU_ABSENT && ou_dict_set_name(vm, dict, names[i], words[header + i]) < 0)
            return OU_EXC;
    ou_val key, value;
    for (size_t position = 0; words[1] != OU_ABSENT && ou_dict_next(words[1], &position, &key, &value);)
        if (ou_dict_set(vm, dict, key, value) < 0)
            return OU_EXC;
    OU_STORE(vm, words, &words[1], dict);
    for (size_t i = 0; i < n; i++)
        OU_STORE(vm, words, &words[header + i], OU_ABSENT);
    return dict;
}

/* -- the operations of classes made by Python code -- */

static ou_val text_result(struct ou_vm *vm, const char *method, ou_val v)
{
    if (v == OU_EXC || ou_is_str(v))
        return v;
    ou_val text = ou_cast_native(v, &ou_type_str);
    return text != OU_ABSENT ? text
                             : ou_raise(vm, &ou_exc_TypeError, "%s returned non-string (type %T)", method, v);
}

static ou_val instance_repr(struct ou_vm *vm, ou_val self)
{
    ou_val v = ou_call_special(vm, self, OU_S(__repr__), 0, NULL);
    return v == OU_ABSENT ? ou_default_repr(vm, self) : text_result(vm, "__repr__", v);
}

static ou_val instance_str(struct ou_vm *vm, ou_val self)
{
    const struct ou_type *t = ou_type_of(self);
    ou_val method = ou_type_lookup(vm, t, OU_S(__str__));
    if (method == OU_ABSENT || method == OU_ROM(&ou_object_str)) {
        /* A C type without str of its own prints as repr does, which a subclass may have overridden. */
        return ou_repr(vm, self);
    }
    return text_result(vm, "__str__", ou_call_special(vm, self, OU_S(__str__), 0, NULL));
}

static ou_val instance_format(struct ou_vm *vm, ou_val self, ou_val spec)
{
    if (spec == OU_S()) { /* that of a C type must not hide a __str__ of ours */
        ou_val method = ou_type_lookup(vm, ou_type_of(self), OU_S(__format__));
        if (method == OU_ABSENT || ou_is(method, &ou_type_native_method))
            return ou_str(vm, self);
    }
    ou_val v = ou_call_special(vm, self, OU_S(__format__), 1, &spec);
    if (v == OU_EXC || ou_is_str(v))
        return v;
    ou_val text = ou_cast_native(v, &ou_type_str);
    return text != OU_ABSENT ? text
                             : ou_raise(vm, &ou_exc_TypeError, "__format__ must return a str, not %T", v);
}

static ou_int length_result(struct ou_vm *vm, ou_val v)
{
    if (v == OU_EXC)
        return -1;
    ou_int n;
    if (ou_is_small(v))
        n = ou_small_value(v);
    else if (ou_to_int(vm, v, &n) < 0)
        return -1;
    if (n < 0)
        return ou_fail(ou_raise(vm, &ou_exc_ValueError, "__len__() should return >= 0"));
    return n;
}

static int instance_truth(struct ou_vm *vm, ou_val self)
{
    ou_val v = ou_call_special(vm, self, OU_S(__bool__), 0, NULL);
    if (v == OU_ABSENT) {
        v = ou_call_special(vm, self, OU_S(__len__), 0, NULL);
        if (v == OU_ABSENT)
            return 1;
        ou_int n = length_result(vm, v);
        return n < 0 ? -1 : n > 0;
    }
    if (v == OU_TRUE || v == OU_FALSE)
        return v == OU_TRUE;
    if (v != OU_EXC)
        ou_raise(vm, &ou_exc_TypeError, "__bool__ should return bool, returned %T", v);
    return -1;
}

static ou_int instance_len(struct ou_vm *vm, ou_val self)
{
    ou_val v = ou_call_special(vm, self, OU_S(__len__), 0, NULL);
    if (v == OU_ABSENT)
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "object of type '%T' has no len()", self));
    return length_result(vm, v);
}

static int instance_hash(struct ou_vm *vm, ou_val self, ou_int *out)
{
    ou_val method = ou_type_lookup(vm, ou_type_of(self), OU_S(__hash__));
    if (method == OU_ROM(&ou_object_hash))
        return ou_identity_hash(vm, self, out);
    if (method == OU_NONE || method == OU_ABSENT)
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "unhashable type: '%T'", self));
    ou_val v = ou_call_special(vm, self, OU_S(__hash__), 0, NULL);
    if (v == OU_EXC)
        return -1;
    if (!ou_is_int(v)) {
        v = ou_cast_native(v, &ou_type_int);
        if (v == OU_ABSENT)
            return ou_fail(ou_raise(vm, &ou_exc_TypeError, "__hash__ method should return an integer"));
    }
    return ou_hash(vm, v, out);
}

static ou_val instance_get_item(struct ou_vm *vm, ou_val self, ou_val key)
{
    ou_val v = ou_call_special(vm, self, OU_S(__getitem__), 1, &key);
    if (v != OU_ABSENT)
        return v;
    if (ou_is_type(self)) {
        v = ou_type_get_attr(vm, self, OU_S(__class_getitem__), NULL);
        if (v == OU_ABSENT)
            return ou_raise(vm, &ou_exc_TypeError, "type '%v' is not subscriptable", ou_type_at(self)->name);
        return v == OU_EXC ? OU_EXC : ou_call_1(vm, v, key);
    }
    return ou_raise(vm, &ou_exc_TypeError, "'%T' object is not subscriptable", self);
}

static int instance_set_item(struct ou_vm *vm, ou_val self, ou_val key, ou_val value)
{
    ou_val args[2] = {key, value};
    bool delete = value == OU_ABSENT;
    ou_val v =
        ou_call_special(vm, self, delete ? OU_S(__delitem__) : OU_S(__setitem__), delete ? 1 : 2, args);
    if (v == OU_ABSENT)
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "'%T' object %s", self,
                                !delete          ? "does not support item assignment"
                                : ou_is_int(key) ? "doesn't support item deletion"
                                                 : "does not support item deletion"));
    return v == OU_EXC ? -1 : 0;
}

/* Looks item up by going through an iterator. */
static int contains_by_iteration(struct ou_vm *vm, ou_val self, ou_val item)
{
    ou_val it = ou_iter(vm, self), v;
    if (it == OU_EXC) {
        if (ou_exc_matches(vm, &ou_exc_TypeError)) {
            ou_exc_take(vm);
            ou_raise(vm, &ou_exc_TypeError, "argument of type '%T' is not iterable", self);
        }
        return -1;
    }
    while ((v = ou_next(vm, it)) != OU_STOP) {
        int equal = v == OU_EXC ? -1 : ou_equal(vm, v, item);
        if (equal)
            return equal;
    }
    return 0;
}

static int instance_contains(struct ou_vm *vm, ou_val self, ou_val item)
{
    ou_val method = ou_type_lookup(vm, ou_type_of(self), OU_S(__contains__));
    if (method == OU_ABSENT)
        return contains_by_iteration(vm, self, item);
    if (method == OU_NONE)
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "'%T' object is not a container", self));
    ou_val v = ou_call_special(vm, self, OU_S(__contains__), 1, &item);
    return v == OU_EXC ? -1 : ou_truth(vm, v);
}

static ou_val instance_iter(struct ou_vm *vm, ou_val self)
{
    ou_val method = ou_type_lookup(vm, ou_type_of(self), OU_S(__iter__));
    if (method == OU_ABSENT && ou_type_lookup(vm, ou_type_of(self), OU_S(__getitem__)) != OU_ABSENT) {
        struct ou_sequence_iterator *it = ou_alloc(vm, sizeof *it, OU_GC_VALUES);
        if (!it)
            return OU_EXC;
        it->type = OU_ROM(&ou_type_sequence_iterator);
        it->sequence = self;
        it->position = ou_small(0);
        return ou_from_ptr(it);
    }
    if (method == OU_ABSENT || method == OU_NONE)
        return ou_raise(vm, &ou_exc_TypeError, "'%T' object is not iterable", self);
    ou_val it = ou_call_special(vm, self, OU_S(__iter__), 0, NULL);
    if (it == OU_EXC)
        return OU_EXC;
    const struct ou_type *t = ou_type_of(it);
    if (ou_type_is_heap(t) ? ou_type_lookup(vm, t, OU_S(__next__)) == OU_ABSENT : !ou_ops(t)->next)
        return ou_raise(vm, &ou_exc_TypeError, "iter() returned non-iterator of type '%T'", it);
    return it;
}

static ou_val instance_next(struct ou_vm *vm, ou_val self)
{
    ou_val v = ou_call_special(vm, self, OU_S(__next__), 0, NULL);
    if (v == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "'%T' object is not an iterator", self);
    if (v == OU_EXC && ou_exc_matches(vm, &ou_exc_StopIteration)) {
        vm->roots.stop_value = ou_stop_iteration_value(ou_exc_take(vm));
        return OU_STOP;
    }
    return v;
}

static ou_val instance_call(struct ou_vm *vm, ou_val self, unsigned n_args, unsigned n_kw, const ou_val *args)
{
    /* A __call__ that is an instance whose __call__ is an instance ...: a loop, as the compiler would make one of it anyway;
     * what has no end must be found out. */
    for (unsigned i = 0; i == 0 || (i < vm->depth_limit && ou_poll(vm) == 0); i++) {
        const struct ou_type *t = ou_type_of(self);
        ou_val method = ou_type_lookup(vm, t, OU_S(__call__));
        if (method == OU_ABSENT)
            return ou_raise(vm, &ou_exc_TypeError, "'%T' object is not callable", self);
        if (ou_is_method_like(method))
            return ou_call_with_self(vm, method, self, n_args, n_kw, args);
        method = ou_descriptor_get(vm, method, self, OU_ROM(t));
        if (method == OU_EXC || ou_ops_of(method)->call != instance_call)
            return method == OU_EXC ? OU_EXC : ou_call(vm, method, n_args, n_kw, args);
        self = method;
    }
    return vm->roots.exc ? OU_EXC
                         : ou_raise(vm, &ou_exc_RecursionError,
                                    "maximum recursion depth exceeded while calling a Python object");
}

static ou_val instance_get(struct ou_vm *vm, ou_val self, ou_val object, ou_val type)
{
    ou_val args[2] = {object == OU_ABSENT ? OU_NONE : object, type};
    if (ou_stack_low(vm) && ou_stack_check(vm) < 0) /* a __get__ may itself be an instance with a __get__ */
        return OU_EXC;
    ou_val v = ou_call_special(vm, self, OU_S(__get__), 2, args);
    return v == OU_ABSENT ? self : v;
}

static int instance_set(struct ou_vm *vm, ou_val self, ou_val object, ou_val value)
{
    ou_val args[2] = {object, value}, name = value == OU_ABSENT ? OU_S(__delete__) : OU_S(__set__);
    ou_val v = ou_call_special(vm, self, name, value == OU_ABSENT ? 1 : 2, args);
    if (v == OU_ABSENT)
        ou_raise(vm, &ou_exc_AttributeError, "%v", name);
    return v == OU_ABSENT || v == OU_EXC ? -1 : 0;
}

OU_ROM_ALIGN const struct ou_type_ops ou_instance_ops = {
    .repr = instance_repr,
    .str = instance_str,
    .format = instance_format,
    .truth = instance_truth,
    .len = instance_len,
    .hash = instance_hash,
    .get_item = instance_get_item,
    .set_item = instance_set_item,
    .contains = instance_contains,
    .iter = instance_iter,
    .next = instance_next,
    .call = instance_call,
    .get = instance_get,
    .set = instance_set,
};
