/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Classes: the class statement, type.__new__, and making instances.
 *
 * The class body leaves in its namespace, under __ouro_slots__, the names of the attributes that the
 * methods assign to self: they become slots of the instances, after those of the base classes.  All that
 * is found by name goes by the instance's own class, so several bases with slots do not conflict; what
 * must agree is the native part (list, int, an exception ...).
 */
#include "object/types/class.h"
#include "object/core/cleanup_queue.h"
#include "object/core/protocol.h"
#include "object/errors/exception.h"
#include "object/types/descriptor.h"
#include "object/types/instance.h"
#include "object/types/slot_wrappers.h"
#include "object/types/type_rom.h"

#define MAX_BASES 32
#define MAX_SLOTS 60 /* further attributes go to the instance's dict */

/* What a class hands down to those derived from it. */
#define INHERITED_FLAGS                                                                       \
    (OU_TYPE_HAS_GETATTR | OU_TYPE_HAS_GETATTRIBUTE | OU_TYPE_HAS_SETATTR | OU_TYPE_HAS_DEL | \
     OU_TYPE_HAS_NEW | OU_TYPE_GROUP | OU_TYPE_WEAKREF)

static void store(struct ou_vm *vm, struct ou_type *t, ou_val *slot, ou_val v) { OU_STORE(vm, t, slot, v); }

/* -- resolution order -- */

struct merge {
    ou_val bases; /* tuple */
    size_t n;     /* number of bases; sequence n is the list of bases itself */
    uint32_t at[MAX_BASES + 1];
};

static const struct ou_type *merge_item(const struct merge *m, size_t sequence, size_t k)
{
    const ou_val *bases = ou_tuple_items(m->bases);
    if (sequence < m->n)
        return ou_type_mro_at(ou_type_at(bases[sequence]), k);
    return k < m->n ? ou_type_at(bases[k]) : NULL;
}

static bool in_a_tail(const struct merge *m, const struct ou_type *candidate)
{
    const struct ou_type *c;
    for (size_t s = 0; s <= m->n; s++)
        for (size_t k = m->at[s] + 1u; (c = merge_item(m, s, k)); k++)
            if (c == candidate)
                return true;
    return false;
}

/* The next class of the order: NULL at the end, or (*conflict) if there is none. */
static const struct ou_type *merge_next(struct merge *m, bool *conflict)
{
    *conflict = false;
    for (size_t s = 0; s <= m->n; s++) {
        const struct ou_type *c = merge_item(m, s, m->at[s]);
        if (!c)
            continue;
        if (in_a_tail(m, c)) {
            *conflict = true;
            continue;
        }
        for (size_t i = 0; i <= m->n; i++)
            m->at[i] += merge_item(m, i, m->at[i]) == c;
        *conflict = false;
        return c;
    }
    return NULL;
}

static ou_val mro_conflict(struct ou_vm *vm, struct merge *m)
{
    struct ou_builder b;
    ou_builder_init(vm, &b);
    ou_builder_add_c(&b, "Cannot create a consistent method resolution\norder (MRO) for bases ");
    bool first = true;
    for (size_t s = 0; s <= m->n; s++) { /* the heads of what is left, each once */
        const struct ou_type *head = merge_item(m, s, m->at[s]);
        bool listed = !head;
        for (size_t i = 0; i < s && !listed; i++)
            listed = merge_item(m, i, m->at[i]) == head;
        if (listed)
            continue;
        if (!first)
            ou_builder_add_c(&b, ", ");
        first = false;
        ou_builder_add_str(&b, head->name);
    }
    ou_val text = ou_builder_str(&b);
    return text == OU_EXC ? OU_EXC : ou_raise(vm, &ou_exc_TypeError, "%v", text);
}

static int set_mro(struct ou_vm *vm, struct ou_type *t)
{
    struct merge m = {t->bases, ou_tuple_len(t->bases), {0}};
    size_t n = 1;
    bool conflict;
    while (merge_next(&m, &conflict))
        n++;
    if (conflict)
        return ou_fail(mro_conflict(vm, &m));
    ou_val mro = ou_tuple_new(vm, n, NULL);
    if (mro == OU_EXC)
        return -1;
    ou_val *items = ou_tuple_items(mro);
    memset(m.at, 0, sizeof m.at);
    items[0] = OU_ROM(t);
    for (size_t i = 1; i < n; i++)
        items[i] = OU_ROM(merge_next(&m, &conflict));
    store(vm, t, &t->mro, mro);
    return 0;
}

/* -- bases -- */

/* The most derived metaclass of the bases and `meta`; 0 or -1. */
static int winner(struct ou_vm *vm, const struct ou_type *meta, size_t n, const ou_val *bases,
                  const struct ou_type **out)
{
    for (size_t i = 0; i < n; i++) {
        const struct ou_type *other = ou_type_of(bases[i]);
        if (ou_is_subtype(meta, other))
            continue;
        if (!ou_is_subtype(other, meta))
            return ou_fail(
                ou_raise(vm, &ou_exc_TypeError,
                         "metaclass conflict: the metaclass of a derived class must be a (non-strict) "
                         "subclass of the metaclasses of all its bases"));
        meta = other;
    }
    *out = meta;
    return 0;
}

/* The nearest class of the order of t with a __slots__ that names something, or NULL. */
static const struct ou_type *slotted(struct ou_vm *vm, const struct ou_type *t)
{
    const struct ou_type *c;
    for (size_t i = 0; (c = ou_type_mro_at(t, i)); i++) {
        if (!ou_type_is_heap(c))
            continue;
        ou_val slots = ou_dict_get_name(vm, c->dict, OU_S(__slots__));
        if (slots != OU_ABSENT && !(ou_is(slots, &ou_type_tuple) && !ou_tuple_len(slots)) &&
            !(ou_is(slots, &ou_type_list) && !ou_list_len(slots)))
            return c;
    }
    return NULL;
}

static bool unrelated(const struct ou_type *a, const struct ou_type *b)
{
    return a && b && !ou_is_subtype(a, b) && !ou_is_subtype(b, a);
}

/* Checks the bases; sets the native type and the flags that come from them. */
static int set_bases(struct ou_vm *vm, struct ou_type *t)
{
    size_t n = ou_tuple_len(t->bases);
    const ou_val *bases = ou_tuple_items(t->bases);
    const struct ou_type *native = &ou_type_object, *with_slots = NULL;
    ou_val flags = OU_TYPE_HEAP;
    for (size_t i = 0; i < n; i++) {
        if (!ou_is_type(bases[i]))
            return ou_fail(ou_raise(vm, &ou_exc_TypeError, "bases must be types"));
        const struct ou_type *base = ou_type_at(bases[i]), *other = ou_type_native(base);
        if (ou_type_has(base, OU_TYPE_FINAL))
            return ou_fail(
                ou_raise(vm, &ou_exc_TypeError, "type '%v' is not an acceptable base type", base->name));
        for (size_t k = 0; k < i; k++)
            if (bases[k] == bases[i])
                return ou_fail(ou_raise(vm, &ou_exc_TypeError, "duplicate base class %v", base->name));
        flags |= (ou_val)ou_type_flags(base) & INHERITED_FLAGS;
        const struct ou_type *slots = slotted(vm, base);
        bool both_exceptions =
            ou_type_has(native, OU_TYPE_EXCEPTION) && ou_type_has(other, OU_TYPE_EXCEPTION);
        if ((unrelated(native, other) && !both_exceptions) || unrelated(with_slots, slots))
            return ou_fail(ou_raise(vm, &ou_exc_TypeError, "multiple bases have instance lay-out conflict"));
        if (ou_is_subtype(other, native))
            native = other;
        if (!with_slots || (slots && ou_is_subtype(slots, with_slots)))
            with_slots = slots;
    }
    if (ou_type_has(native, OU_TYPE_EXCEPTION))
        flags |= OU_TYPE_EXCEPTION;
    else if (ou_is_subtype(native, &ou_type_type))
        flags |= OU_TYPE_METACLASS;
    else if (native != &ou_type_object)
        flags |= OU_TYPE_PAYLOAD;
    store(vm, t, &t->heap->native, OU_ROM(native));
    store(vm, t, &t->flags, ou_small((ou_int)flags));
    return 0;
}

/* -- the class's dict -- */

static ou_val wrap_method(struct ou_vm *vm, ou_val name, ou_val value)
{
    const struct ou_type *wrapper = NULL;
    if (name == OU_S(__new__))
        wrapper = &ou_type_staticmethod;
    else if (name == OU_S(__init_subclass__) || name == OU_S(__class_getitem__))
        wrapper = &ou_type_classmethod;
    if (!wrapper || !ou_is(value, &ou_type_function))
        return value;
    ou_val v = ou_object_new(vm, wrapper, 2, false);
    if (v != OU_EXC)
        ou_field_set(vm, v, 1, value);
    return v;
}

static bool is_internal(ou_val name)
{
    return name == OU_S(__ouro_slots__) || name == OU_S(__qualname__) || name == OU_S(__module__) ||
           name == OU_S(__classcell__);
}

static ou_val flag_of(ou_val name)
{
    switch (name) {
    case OU_S(__getattr__): return OU_TYPE_HAS_GETATTR;
    case OU_S(__getattribute__): return OU_TYPE_HAS_GETATTRIBUTE;
    case OU_S(__setattr__):
    case OU_S(__delattr__): return OU_TYPE_HAS_SETATTR;
    case OU_S(__del__): return OU_TYPE_HAS_DEL;
    case OU_S(__new__): return OU_TYPE_HAS_NEW;
    default: return 0;
    }
}

/* Copies the namespace into a dict of the right size. */
static int set_dict(struct ou_vm *vm, struct ou_type *t, ou_val space)
{
    ou_val key, value;
    size_t n = 0;
    bool has_eq = false, has_hash = false;
    for (size_t position = 0; ou_dict_next(space, &position, &key, &value);) {
        n += !is_internal(key);
        has_eq |= key == OU_S(__eq__);
        has_hash |= key == OU_S(__hash__);
    }
    ou_val dict = ou_dict_new(vm, n + (has_eq && !has_hash));
    if (dict == OU_EXC)
        return -1;
    store(vm, t, &t->dict, dict);
    ou_val flags = 0;
    for (size_t position = 0; ou_dict_next(space, &position, &key, &value);) {
        if (is_internal(key)) {
            if (key == OU_S(__qualname__) && !ou_is_str(value))
                return ou_fail(
                    ou_raise(vm, &ou_exc_TypeError, "type __qualname__ must be a str, not %T", value));
            if (key == OU_S(__qualname__))
                store(vm, t, &t->heap->qualname, value);
            else if (key == OU_S(__module__) && ou_is_str(value))
                store(vm, t, &t->heap->module, value);
            continue;
        }
        if (ou_is_str(key) && !ou_is_interned(key)) {
            key = ou_intern_str(vm, key);
            if (key == OU_EXC)
                return -1;
        }
        flags |= flag_of(key);
        if (ou_is(value, &ou_type_property) && ((struct ou_property *)value)->name == OU_ABSENT)
            ou_field_set(vm, value, offsetof(struct ou_property, name) / sizeof(ou_val), key);
        value = wrap_method(vm, key, value);
        if (value == OU_EXC || ou_dict_set(vm, dict, key, value) < 0)
            return -1;
    }
    if (has_eq && !has_hash && ou_dict_set_name(vm, dict, OU_S(__hash__), OU_NONE) < 0)
        return -1;
    store(vm, t, &t->flags, t->flags | flags << 2);
    return 0;
}

/* -- slots -- */

struct slot_list {
    ou_val names[MAX_SLOTS];
    size_t n;
};

static void add_slot(struct slot_list *list, ou_val name)
{
    if (name == OU_ABSENT || list->n == MAX_SLOTS)
        return;
    for (size_t i = 0; i < list->n; i++)
        if (list->names[i] == name)
            return;
    list->names[list->n++] = name;
}

/* The slots of a base class: those that __slots__ declared, or the others. */
static void add_slots_of(struct slot_list *list, const struct ou_type *base, bool fixed)
{
    if (!ou_type_is_heap(base) || base->heap->slots == OU_ABSENT)
        return;
    size_t n_fixed = ou_type_fixed_slots(base), n = ou_tuple_len(base->heap->slots);
    for (size_t i = fixed ? 0 : n_fixed; i < (fixed ? n_fixed : n); i++)
        add_slot(list, ou_tuple_items(base->heap->slots)[i]);
}

/* The name of a __slots__ entry: private names get the class's name in front. */
static ou_val slot_name(struct ou_vm *vm, struct ou_type *t, ou_val item)
{
    ou_val name = ou_cast_native(item, &ou_type_str);
    if (name == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "__slots__ items must be strings, not '%T'", item);
    size_t n, class_n;
    const char *text = ou_str_text(vm, name, &n);
    bool identifier = n > 0 && !(text[0] >= '0' && text[0] <= '9');
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)text[i];
        identifier &= c == '_' || c >= 0x80 || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
    }
    if (!identifier)
        return ou_raise(vm, &ou_exc_TypeError, "__slots__ must be identifiers");
    if (n > 2 && text[0] == '_' && text[1] == '_' && !(text[n - 1] == '_' && text[n - 2] == '_')) {
        const char *class_text = ou_str_text(vm, t->name, &class_n);
        while (class_n && *class_text == '_') {
            class_text++;
            class_n--;
        }
        if (class_n) {
            struct ou_builder b;
            ou_builder_init(vm, &b);
            ou_builder_add_c(&b, "_");
            ou_builder_add(&b, class_text, class_n);
            ou_builder_add_str(&b, name);
            name = ou_builder_str(&b);
            if (name == OU_EXC)
                return OU_EXC;
        }
    }
    return ou_intern_str(vm, name);
}

/* Objects of int, bytes and tuple have a size of their own each, behind which CPython puts no slots. */
static bool may_have_slots(struct ou_vm *vm, const struct ou_type *t)
{
    for (size_t i = 0; i < ou_tuple_len(t->bases); i++) {
        const struct ou_type *base = ou_type_at(ou_tuple_items(t->bases)[i]), *native = ou_type_native(base);
        if (native == &ou_type_int || native == &ou_type_bytes || native == &ou_type_tuple) {
            ou_raise(vm, &ou_exc_TypeError, "nonempty __slots__ not supported for subtype of '%v'",
                     base->name);
            return false;
        }
    }
    return true;
}

/* The class's own __slots__.  *has_dict: it has a __dict__ nevertheless. */
static int add_declared(struct ou_vm *vm, struct ou_type *t, ou_val declared, struct slot_list *list,
                        bool *has_dict)
{
    ou_val items = ou_cast_native(declared, &ou_type_str) != OU_ABSENT ? ou_tuple_new(vm, 1, &declared)
                                                                       : ou_tuple_from_iter(vm, declared);
    if (items == OU_EXC || (ou_tuple_len(items) && !may_have_slots(vm, t)))
        return -1;
    for (size_t i = 0; i < ou_tuple_len(items); i++) {
        ou_val name = slot_name(vm, t, ou_tuple_items(items)[i]);
        if (name == OU_EXC)
            return -1;
        if (name == OU_S(__dict__)) {
            *has_dict = true;
            continue;
        }
        if (name == OU_S(__weakref__)) {
            store(vm, t, &t->flags, t->flags | (ou_val)OU_TYPE_WEAKREF << 2);
            continue;
        }
        if (ou_dict_get_name(vm, t->dict, name) != OU_ABSENT)
            return ou_fail(
                ou_raise(vm, &ou_exc_ValueError, "'%v' in __slots__ conflicts with class variable", name));
        if (list->n == MAX_SLOTS)
            return ou_fail(ou_raise(vm, &ou_exc_ValueError, "too many __slots__"));
        add_slot(list, name);
    }
    return 0;
}

static int set_slots(struct ou_vm *vm, struct ou_type *t, ou_val space)
{
    struct slot_list list = {.n = 0};
    ou_val declared = ou_dict_get_name(vm, t->dict, OU_S(__slots__));
    bool has_dict = declared == OU_ABSENT;
    size_t n_bases = ou_tuple_len(t->bases);
    for (size_t i = 0; i < n_bases; i++) {
        const struct ou_type *base = ou_type_at(ou_tuple_items(t->bases)[i]);
        has_dict |= ou_type_has(base, ou_type_is_heap(base) ? OU_TYPE_HEAP : OU_TYPE_EXCEPTION) &&
                    !ou_type_has(base, OU_TYPE_NO_DICT);
        add_slots_of(&list, base, true);
    }
    if (declared != OU_ABSENT && add_declared(vm, t, declared, &list, &has_dict) < 0)
        return -1;
    const struct ou_type *native = ou_type_native(t);
    if (declared == OU_ABSENT && native != &ou_type_int && native != &ou_type_tuple &&
        native != &ou_type_bytes)
        store(vm, t, &t->flags, t->flags | (ou_val)OU_TYPE_WEAKREF << 2);
    size_t fixed = list.n;
    for (size_t i = 0; i < n_bases; i++)
        add_slots_of(&list, ou_type_at(ou_tuple_items(t->bases)[i]), false);
    if (declared == OU_ABSENT) {
        ou_val hint = ou_dict_get_name(vm, space, OU_S(__ouro_slots__));
        for (size_t i = 0; ou_is(hint, &ou_type_tuple) && i < ou_tuple_len(hint); i++) {
            ou_val name = ou_tuple_items(hint)[i], attr = ou_type_lookup(vm, t, name);
            if (attr == OU_ABSENT || !ou_is_data_descriptor(vm, attr))
                add_slot(&list, name);
        }
    }
    store(vm, t, &t->flags, t->flags | (ou_val)fixed << (2 + OU_TYPE_FIXED_SHIFT));
    if (!has_dict)
        store(vm, t, &t->flags, t->flags | (ou_val)OU_TYPE_NO_DICT << 2);
    /* Rounded up to whole granules; a class without any has room for one or two. */
    size_t header = ou_instance_header(t), n = list.n;
    if (!n && has_dict)
        n = header % 2 ? 1 : 2;
    n += (header + n) % 2;
    store(vm, t, &t->heap->n_slots, ou_small((ou_int)n));
    if (n) {
        for (size_t i = list.n; i < n && i < MAX_SLOTS; i++)
            list.names[i] = OU_ABSENT;
        ou_val names = ou_tuple_new(vm, n, NULL);
        if (names == OU_EXC)
            return -1;
        memcpy(ou_tuple_items(names), list.names, list.n * sizeof(ou_val));
        store(vm, t, &t->heap->slots, names);
    }
    return 0;
}

/* -- type.__new__ -- */

static int call_set_names(struct ou_vm *vm, ou_val cls, ou_val space)
{
    ou_val key, value;
    for (size_t position = 0; ou_dict_next(space, &position, &key, &value);) {
        if (!ou_is_ptr(value) || !ou_type_is_heap(ou_type_of(value)))
            continue;
        ou_val args[2] = {cls, key};
        ou_val result = ou_call_special(vm, value, OU_S(__set_name__), 2, args);
        if (result != OU_EXC)
            continue;
        if (!ou_exc_matches(vm, &ou_exc_Exception) || ou_exc_matches(vm, &ou_exc_MemoryError))
            return -1;
        ou_val cause = ou_exc_take(vm);
        ou_raise(vm, &ou_exc_RuntimeError, "Error calling __set_name__ on '%T' instance %r in '%v'", value,
                 key, ou_type_at(cls)->name);
        if (!ou_exc_matches(vm, &ou_exc_RuntimeError))
            return -1;
        ou_val exception = ou_exc_take(vm);
        ou_raise_from(vm, exception, cause);
        return -1;
    }
    return 0;
}

static int call_init_subclass(struct ou_vm *vm, ou_val cls, unsigned n_kw, const ou_val *kw)
{
    const struct ou_type *t = ou_type_at(cls);
    ou_val method = ou_type_lookup_after(vm, t, t, OU_S(__init_subclass__));
    if (method == OU_ABSENT)
        return 0;
    if (ou_is(method, &ou_type_native_classmethod)) {
        if (n_kw)
            return ou_fail(ou_raise(vm, &ou_exc_TypeError,
                                    "%v.__init_subclass__() takes no keyword arguments",
                                    ou_type_qualname(t)));
        return 0;
    }
    method = ou_descriptor_get(vm, method, OU_ABSENT, cls);
    if (method == OU_EXC)
        return -1;
    return ou_call(vm, method, 0, n_kw, kw) == OU_EXC ? -1 : 0;
}

ou_val ou_class_new(struct ou_vm *vm, ou_val metaclass, ou_val name, ou_val bases, ou_val space,
                    unsigned n_kw, const ou_val *kw)
{
    size_t n = ou_tuple_len(bases);
    const struct ou_type *meta;
    if (n > MAX_BASES)
        return ou_raise(vm, &ou_exc_TypeError, "too many base classes");
    if (winner(vm, ou_type_at(metaclass), n, ou_tuple_items(bases), &meta) < 0)
        return OU_EXC;
    if (!ou_is_interned(name)) {
        name = ou_intern_str(vm, name);
        if (name == OU_EXC)
            return OU_EXC;
    }
    if (!n) {
        ou_val object = OU_ROM(&ou_type_object);
        bases = ou_tuple_new(vm, 1, &object);
        if (bases == OU_EXC)
            return OU_EXC;
    }
    struct ou_type *t = ou_alloc(vm, OU_CLASS_SIZE, OU_GC_VALUES | OU_GC_LONG_LIVED);
    if (!t)
        return OU_EXC;
    t->type = OU_ROM(meta);
    t->ops = OU_ROM(&ou_instance_ops);
    t->name = name;
    t->bases = bases;
    t->flags = ou_small(0);
    t->version = ou_small(0);
    t->heap->n_slots = ou_small(0);
    t->heap->next_class = vm->newest_class;
    vm->newest_class = OU_ROM(t) | 1;
    if (set_bases(vm, t) < 0 || set_mro(vm, t) < 0 || set_dict(vm, t, space) < 0)
        return OU_EXC;
    if (!ou_type_has(t, OU_TYPE_METACLASS) && set_slots(vm, t, space) < 0)
        return OU_EXC;
    if (ou_type_has(meta, OU_TYPE_HAS_DEL) && ou_cleanup_marked(vm, OU_ROM(t)) == OU_EXC)
        return OU_EXC;
    for (size_t i = 0; i < n; i++) {
        struct ou_type *base = ou_type_at(ou_tuple_items(bases)[i]);
        if (ou_type_is_heap(base))
            store(vm, base, &base->flags, base->flags | (ou_val)OU_TYPE_SUBCLASSED << 2);
    }
    ou_val cls = OU_ROM(t);
    if (call_set_names(vm, cls, space) < 0 || call_init_subclass(vm, cls, n_kw, kw) < 0)
        return OU_EXC;
    return cls;
}

/* -- the class statement -- */

/* Splits metaclass= off the keywords. */
static ou_val take_metaclass(ou_val *kw, unsigned *n_kw)
{
    for (unsigned i = 0; i < *n_kw; i++)
        if (kw[2 * i] == OU_S(metaclass)) {
            ou_val v = kw[2 * i + 1];
            memmove(kw + 2 * i, kw + 2 * i + 2, (*n_kw - i - 1) * 2 * sizeof *kw);
            --*n_kw;
            return v;
        }
    return OU_ABSENT;
}

static ou_val prepare(struct ou_vm *vm, ou_val metaclass, ou_val name, ou_val bases, unsigned n_kw,
                      const ou_val *kw)
{
    if (metaclass == OU_ROM(&ou_type_type))
        return ou_dict_new(vm, 0);
    ou_val method = ou_get_attr_or_absent(vm, metaclass, OU_S(__prepare__));
    if (method == OU_EXC)
        return OU_EXC;
    if (method == OU_ABSENT)
        return ou_dict_new(vm, 0);
    ou_val block = ou_tuple_new(vm, 2 + 2 * (size_t)n_kw, NULL);
    if (block == OU_EXC)
        return OU_EXC;
    ou_val *args = ou_tuple_items(block);
    args[0] = name;
    args[1] = bases;
    memcpy(args + 2, kw, 2 * n_kw * sizeof *kw);
    return ou_call(vm, method, 2, n_kw, args);
}

static ou_val make_class(struct ou_vm *vm, ou_val metaclass, ou_val name, ou_val bases, ou_val space,
                         unsigned n_kw, const ou_val *kw)
{
    /* The body has set __module__ and __qualname__. */
    if (metaclass == OU_ROM(&ou_type_type))
        return ou_class_new(vm, metaclass, name, bases, space, n_kw, kw);
    ou_val block = ou_tuple_new(vm, 3 + 2 * (size_t)n_kw, NULL);
    if (block == OU_EXC)
        return OU_EXC;
    ou_val *args = ou_tuple_items(block);
    args[0] = name;
    args[1] = bases;
    args[2] = space;
    memcpy(args + 3, kw, 2 * n_kw * sizeof *kw);
    return ou_call(vm, metaclass, 3, n_kw, args);
}

OU_NATIVE_FUNCTION(ou_build_class)
{
    ou_val body = args[0], name = args[1];
    ou_val bases = ou_tuple_new(vm, n_args - 2, args + 2);
    ou_val kw_block = ou_tuple_new(vm, 2 * (size_t)n_kw, n_kw ? args + n_args : NULL);
    if (bases == OU_EXC || kw_block == OU_EXC)
        return OU_EXC;
    ou_val *kw = ou_tuple_items(kw_block);
    ou_val metaclass = take_metaclass(kw, &n_kw);
    if (metaclass == OU_ABSENT)
        metaclass = n_args > 2 ? OU_ROM(ou_type_of(args[2])) : OU_ROM(&ou_type_type);
    const struct ou_type *meta = ou_type_at(metaclass);
    bool bases_are_types = true;
    for (unsigned i = 2; i < n_args; i++)
        bases_are_types &= ou_is_type(args[i]);
    if (ou_is_type(metaclass) && bases_are_types) {
        if (winner(vm, meta, n_args - 2, ou_tuple_items(bases), &meta) < 0)
            return OU_EXC;
        metaclass = OU_ROM(meta);
    }
    ou_val space = prepare(vm, metaclass, name, bases, n_kw, kw);
    if (space == OU_EXC)
        return OU_EXC;
    ou_val cell = ou_call_1(vm, body, space);
    if (cell == OU_EXC)
        return OU_EXC;
    ou_val cls = make_class(vm, metaclass, name, bases, space, n_kw, kw);
    if (cls != OU_EXC && ou_is(cell, &ou_type_cell))
        ou_field_set(vm, cell, 1, cls);
    return cls;
}

/* -- instances -- */

/* Is the native part filled by __init__, and empty until then? */
static bool filled_by_init(const struct ou_type *native)
{
    return native == &ou_type_list || native == &ou_type_dict || (OU_WITH_SET && native == &ou_type_set) ||
           (OU_WITH_BYTEARRAY && native == &ou_type_bytearray) || native == &ou_type_property;
}

/* An instance of a heap type, its native part made from the arguments. */
static ou_val allocate(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw, const ou_val *args)
{
    const struct ou_type *t = ou_type_at(type), *native = ou_type_native(t);
    if (!ou_type_has(t, OU_TYPE_PAYLOAD)) {
        if (native == &ou_type_object)
            return ou_instance_alloc(vm, t);
        return ou_ops(native)->construct(vm, type, n_args, n_kw, args);
    }
    if (!ou_ops(native)->construct)
        return ou_raise(vm, &ou_exc_TypeError, "cannot create '%v' instances", t->name);
    ou_val payload = ou_ops(native)->construct(vm, type, n_args, n_kw, args);
    ou_val v = payload == OU_EXC ? OU_EXC : ou_instance_alloc(vm, t);
    if (v == OU_EXC)
        return OU_EXC;
    ou_field_set(vm, v, 2, ou_unwrap(payload));
    if (OU_WITH_WEAKREF && ou_is_a(payload, &ou_type_weakref))
        ou_weakref_own(vm, payload, v);
    return v;
}

ou_val ou_type_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw, const ou_val *args)
{
    const struct ou_type *t = ou_type_at(type), *native = ou_type_native(t);
    if (!ou_type_is_heap(t)) {
        if (!ou_ops(t)->construct)
            return ou_raise(vm, &ou_exc_TypeError, "cannot create '%v' instances", t->name);
        return ou_ops(t)->construct(vm, type, n_args, n_kw, args);
    }
    if (native == &ou_type_object && (n_args || n_kw)) {
        if (ou_type_has(t, OU_TYPE_HAS_NEW))
            return ou_raise(vm, &ou_exc_TypeError,
                            "object.__new__() takes exactly one argument (the type to instantiate)");
        if (ou_type_lookup(vm, t, OU_S(__init__)) == OU_ROM(&ou_object_init))
            return ou_raise(vm, &ou_exc_TypeError, "%v() takes no arguments", t->name);
    }
    if (filled_by_init(native) || ou_type_has(t, OU_TYPE_EXCEPTION))
        n_kw = 0;
    return allocate(vm, type, filled_by_init(native) ? 0 : n_args, n_kw, args);
}

static ou_val run_init(struct ou_vm *vm, ou_val object, ou_val init, unsigned n_args, unsigned n_kw,
                       const ou_val *args)
{
    ou_val result;
    if (ou_is_method_like(init))
        result = ou_call_with_self(vm, init, object, n_args, n_kw, args);
    else {
        init = ou_descriptor_get(vm, init, object, OU_ROM(ou_type_of(object)));
        result = init == OU_EXC ? OU_EXC : ou_call(vm, init, n_args, n_kw, args);
    }
    if (result == OU_EXC || result == OU_NONE)
        return result == OU_EXC ? OU_EXC : object;
    return ou_raise(vm, &ou_exc_TypeError, "__init__() should return None, not '%T'", result);
}

ou_val ou_type_call(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw, const ou_val *args)
{
    const struct ou_type *t = ou_type_at(type), *native = ou_type_native(t);
    if (!ou_type_is_heap(t))
        return ou_type_construct(vm, type, n_args, n_kw, args);
    ou_val init = ou_type_lookup(vm, t, OU_S(__init__)), v;
    bool plain_init = init == OU_ROM(&ou_object_init) || init == OU_ROM(&ou_slot_init);
    if (ou_type_has(t, OU_TYPE_HAS_NEW)) {
        ou_val new = ou_type_lookup(vm, t, OU_S(__new__));
        new = new == OU_ABSENT ? OU_ROM(&ou_slot_new) : ou_descriptor_get(vm, new, OU_ABSENT, type);
        v = new == OU_EXC ? OU_EXC : ou_call_with_self(vm, new, type, n_args, n_kw, args);
        if (v == OU_EXC || !ou_is_a(v, t))
            return v;
        if (ou_type_of(v) != t) {
            init = ou_type_lookup(vm, ou_type_of(v), OU_S(__init__));
            plain_init = init == OU_ROM(&ou_object_init) || init == OU_ROM(&ou_slot_init);
        }
        if (plain_init && !filled_by_init(native) && !ou_type_has(t, OU_TYPE_EXCEPTION))
            return v;
        return run_init(vm, v, init, n_args, n_kw, args);
    }
    if (plain_init && native == &ou_type_object && (n_args || n_kw))
        return ou_raise(vm, &ou_exc_TypeError, "%v() takes no arguments", t->name);
    if (!plain_init && filled_by_init(native))
        v = allocate(vm, type, 0, 0, NULL);
    else
        v = allocate(vm, type, n_args, ou_type_has(t, OU_TYPE_EXCEPTION) ? 0 : n_kw, args);
    if (v == OU_EXC || (plain_init && !(n_kw && ou_type_has(t, OU_TYPE_EXCEPTION))))
        return v;
    return run_init(vm, v, init, n_args, n_kw, args);
}

ou_val ou_type_find_init(struct ou_vm *vm, const struct ou_type *t)
{
    if (ou_type_has(t, OU_TYPE_PAYLOAD | OU_TYPE_EXCEPTION | OU_TYPE_METACLASS | OU_TYPE_HAS_NEW) ||
        t->type != OU_ROM(&ou_type_type))
        return OU_ABSENT;
    ou_val init = ou_type_lookup(vm, t, OU_S(__init__));
    return ou_is(init, &ou_type_function) ? init : OU_ABSENT;
}
