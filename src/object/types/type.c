/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Looking names up in types, and the type `type`.
 *
 * The resolution order of a C type is the chain of its bases; that of a class made by Python code, and of
 * the one C type that has two bases, is the tuple `mro`.  A name is looked for in each class's dict, for a C type then
 * among the wrappers of its slots (slot_wrappers.c).  The lookup cache (core/lookup.h) remembers places under the type's
 * version, which is dropped when a class dict gains or loses a key or a descriptor.
 */
#include "object/types/type.h"
#include "base/base.h"
#include "object/core/protocol.h"
#include "object/core/sequence.h"
#include "object/types/class.h"
#include "object/types/descriptor.h"
#include "object/types/instance.h"
#include "object/types/late_del.h"
#include "object/types/slot_wrappers.h"
#include "object/types/type_rom.h"

const struct ou_type *ou_type_mro_at(const struct ou_type *t, size_t k)
{
    if (ou_type_is_heap(t) || t->mro) {
        const struct ou_tuple *mro = (const struct ou_tuple *)t->mro;
        return k < (size_t)ou_small_value(mro->size) ? ou_type_at(mro->items[k]) : NULL;
    }
    while (k-- && t)
        t = ou_type_at(t->bases);
    return t;
}

/* Where a constant table has a name, or NULL, by halves.  `of(i)` is what the name at i is compared by, `key` the
 * same of the name. */
#define SEARCH(at, n, key, of)            \
    size_t low = 0, high = (n);           \
    while (low < high) {                  \
        size_t middle = (low + high) / 2; \
        if (of(middle) == (key))          \
            return &(at)[middle];         \
        if (of(middle) < (key))           \
            low = middle + 1;             \
        else                              \
            high = middle;                \
    }                                     \
    return NULL

static inline const struct ou_rom_entry *find_entry(const struct ou_rom_entry *entries, size_t n, ou_val name)
{
#define ENTRY_NAME(i) entries[i].name
    SEARCH(entries, n, name, ENTRY_NAME);
}

static OU_NOINLINE const union ou_member *find_member(const union ou_member *members, size_t n, ou_val name)
{
    /* Of a value that is no name, more than any id. */
    ou_val tagged = name - OU_INTERNED(0), key = tagged >> 4 | tagged << (OU_WORD_BITS - 4);
#define MEMBER_ID(i) members[i].constant.name_id
    SEARCH(members, n, key, MEMBER_ID);
}

ou_int ou_rom_table_find(const struct ou_rom_table *table, ou_val name)
{
    if (!table)
        return -1;
    if (table->members) {
        const union ou_member *member = find_member(table->members, table->count, name);
        return member ? member - table->members : -1;
    }
    const struct ou_rom_entry *entry = find_entry(table->entries, table->count, name);
    return entry ? entry - table->entries : -1;
}

/* The entries first: the tables of what programs use most, builtins and containers, have these. */
static inline ou_val rom_get(const struct ou_rom_table *table, ou_val name)
{
    if (OU_LIKELY(table->entries != NULL)) {
        const struct ou_rom_entry *entry = find_entry(table->entries, table->count, name);
        return entry ? entry->value : OU_ABSENT;
    }
    const union ou_member *member = find_member(table->members, table->count, name);
    return member ? ou_member_value(member) : OU_ABSENT;
}

ou_val ou_rom_table_get(const struct ou_rom_table *table, ou_val name) { return rom_get(table, name); }

ou_val ou_type_own(struct ou_vm *vm, const struct ou_type *t, ou_val name)
{
    if (ou_type_is_heap(t))
        return ou_dict_get_name(vm, t->dict, name);
    ou_val v = t->dict ? ou_rom_table_get((const struct ou_rom_table *)t->dict, name) : OU_ABSENT;
    return v != OU_ABSENT ? v : ou_slot_wrapper(t, name);
}

static ou_val lookup_rom(const struct ou_type *t, ou_val name)
{
    const struct ou_type *c = t;
    for (size_t i = 1; c; c = t->mro ? ou_type_mro_at(t, i++) : ou_type_at(c->bases)) {
        ou_val v = c->dict ? rom_get((const struct ou_rom_table *)c->dict, name) : OU_ABSENT;
        if (v != OU_ABSENT || (v = ou_slot_wrapper(c, name)) != OU_ABSENT)
            return v;
    }
    return OU_ABSENT;
}

ou_val ou_type_lookup_after(struct ou_vm *vm, const struct ou_type *t, const struct ou_type *after,
                            ou_val name)
{
    bool seen = false;
    const struct ou_type *c;
    for (size_t i = 0; (c = ou_type_mro_at(t, i)); i++) {
        if (seen) {
            ou_val v = ou_type_own(vm, c, name);
            if (v != OU_ABSENT)
                return v;
        } else
            seen = c == after;
    }
    return OU_ABSENT;
}

bool ou_is_subtype(const struct ou_type *sub, const struct ou_type *base)
{
    if (sub == base)
        return true;
    const struct ou_tuple *mro = (const struct ou_tuple *)sub->mro;
    if (!ou_type_is_heap(sub)) {
        while ((sub = ou_type_at(sub->bases)))
            if (sub == base)
                return true;
    }
    if (mro == NULL)
        return false;
    size_t n = (size_t)ou_small_value(mro->size);
    for (size_t i = 0; i < n; i++)
        if (mro->items[i] == OU_ROM(base))
            return true;
    return false;
}

ou_val ou_cast_native(ou_val v, const struct ou_type *t)
{
    const struct ou_type *own = ou_type_of(v);
    if (own == t)
        return v;
    if (!ou_is_subtype(own, t))
        return OU_ABSENT;
    if (ou_type_has(own, OU_TYPE_PAYLOAD) && t != &ou_type_object)
        v = ((const struct ou_instance *)v)->slots[0];
    if (ou_is_bool(v) && t == &ou_type_int)
        return ou_small(v == OU_TRUE);
    return v;
}

/* -- the chain of all classes, newest first: it keeps none of them -- */

static struct ou_type *class_at(ou_val link) { return ou_ptr(link & ~(ou_val)1); }

void ou_type_clear_dead(struct ou_vm *vm)
{
    ou_val *link = &vm->newest_class;
    for (struct ou_type *t; (t = class_at(*link));)
        if (ou_gc_is_marked(&vm->heap, OU_ROM(t)))
            link = &t->heap->next_class;
        else
            *link = t->heap->next_class;
}

static ou_val forward(struct ou_vm *vm, const struct ou_type *t)
{
    return ou_gc_forward(&vm->heap, OU_ROM(t)) | 1;
}

void ou_type_update(struct ou_vm *vm)
{
    struct ou_type *t = class_at(vm->newest_class);
    vm->newest_class = forward(vm, t);
    while (t) {
        struct ou_type *contents = ou_gc_contents(&vm->heap, t);
        t = class_at(contents->heap->next_class);
        contents->heap->next_class = forward(vm, t);
    }
}

static void count_class(void *ctx, void *block, size_t size, unsigned flags)
{
    /* No other block has the operations of instances in its second word. */
    *(size_t *)ctx += (flags & OU_GC_KIND_MASK) == OU_GC_VALUES && size >= OU_CLASS_SIZE &&
                      ((const struct ou_type *)block)->ops == OU_ROM(&ou_instance_ops);
}

int ou_type_verify(struct ou_vm *vm)
{
    size_t blocks = 0, chained = 0;
    ou_gc_each_block(&vm->heap, count_class, &blocks);
    for (const struct ou_type *t = class_at(vm->newest_class); t; t = class_at(t->heap->next_class))
        chained += ou_gc_is_block(&vm->heap, t);
    return chained == blocks ? 0 : -1;
}

static void drop_version(struct ou_vm *vm, struct ou_type *t, ou_val set_flags)
{
    OU_STORE(vm, t, &t->version, ou_small(0));
    OU_STORE(vm, t, &t->flags, t->flags | set_flags << 2);
}

/* Drops the version of t and of all that derive from it, and gives them flags. */
static void modified(struct ou_vm *vm, struct ou_type *t, ou_val set_flags)
{
    drop_version(vm, t, set_flags);
    if (!ou_type_has(t, OU_TYPE_SUBCLASSED))
        return;
    struct ou_type *derived = class_at(vm->newest_class); /* all that derive from t are newer */
    for (; derived && derived != t; derived = class_at(derived->heap->next_class))
        if (ou_is_subtype(derived, t))
            drop_version(vm, derived, set_flags);
}

void ou_type_modified(struct ou_vm *vm, struct ou_type *t) { modified(vm, t, 0); }

/* -- versions -- */

/* All have been used: types begin anew, and nothing is remembered. */
static void renew_versions(struct ou_vm *vm)
{
    for (struct ou_type *t = class_at(vm->newest_class); t; t = class_at(t->heap->next_class))
        OU_STORE(vm, t, &t->version, ou_small(0));
    ou_lookup_clear(vm);
    vm->next_version = OU_VERSION_FIRST;
}

uint32_t ou_type_version(struct ou_vm *vm, const struct ou_type *t)
{
    uint32_t version = (uint32_t)ou_small_value(t->version);
    if (version || !ou_type_is_heap(t))
        return version;
    if (vm->next_version >> OU_LOOKUP_VERSION_BITS)
        renew_versions(vm);
    version = vm->next_version++;
    OU_STORE(vm, (void *)t, &((struct ou_type *)t)->version, ou_small((ou_int)version));
    return version;
}

/* -- places in classes -- */

ou_val ou_attr_class_value_slow(const struct ou_type *t, unsigned place)
{
    unsigned depth = ou_lookup_depth(place), index = ou_lookup_class_index(place);
    if (depth == OU_LOOKUP_WRAPPER)
        return ou_slot_wrapper_at(index);
    t = ou_type_mro_at(t, depth);
    if (ou_type_is_heap(t))
        return ou_table_entry(ou_table_at(t->dict), index)[1];
    return ou_rom_table_value((const struct ou_rom_table *)t->dict, index);
}

static unsigned class_place(unsigned depth, size_t index)
{
    return index > OU_LOOKUP_CLASS_INDEX_MAX ? OU_LOOKUP_NONE
                                             : (unsigned)OU_LOOKUP_FOUND | depth << 3 | (unsigned)index << 6;
}

/* Where t's resolution order has the name: FOUND, MISSING, or NONE if a place cannot say it. */
static unsigned search_place(struct ou_vm *vm, const struct ou_type *t, ou_val name)
{
    const struct ou_type *c;
    for (unsigned depth = 0; (c = ou_type_mro_at(t, depth)); depth++) {
        bool heap = ou_type_is_heap(c);
        ou_int index = heap ? ou_table_find_name(vm, ou_table_at(c->dict), name)
                            : ou_rom_table_find((const struct ou_rom_table *)c->dict, name);
        if (index >= 0)
            return depth < OU_LOOKUP_WRAPPER ? class_place(depth, (size_t)index) : (unsigned)OU_LOOKUP_NONE;
        ou_val wrapper = heap ? OU_ABSENT : ou_slot_wrapper(c, name);
        if (wrapper != OU_ABSENT)
            return wrapper == OU_NONE
                       ? (unsigned)OU_LOOKUP_NONE
                       : class_place(OU_LOOKUP_WRAPPER, (size_t)ou_slot_wrapper_number(wrapper));
    }
    return OU_LOOKUP_MISSING;
}

static unsigned find_place(struct ou_vm *vm, const struct ou_type *t, ou_val name)
{
    if (!ou_type_version(vm, t) || !ou_is_interned(name))
        return search_place(vm, t, name);
    unsigned place = ou_lookup_find(vm, name, t->version | OU_LOOKUP_IN_CLASS);
    if (place == OU_LOOKUP_NONE) {
        place = search_place(vm, t, name);
        ou_lookup_set(vm, name, t->version | OU_LOOKUP_IN_CLASS, place);
    }
    return place;
}

ou_val ou_type_lookup(struct ou_vm *vm, const struct ou_type *t, ou_val name)
{
    if (!ou_type_is_heap(t))
        return lookup_rom(t, name);
    unsigned place = find_place(vm, t, name);
    if (place != OU_LOOKUP_NONE)
        return ou_lookup_kind(place) == OU_LOOKUP_MISSING ? OU_ABSENT : ou_attr_class_value(t, place);
    const struct ou_type *c;
    for (size_t i = 0; (c = ou_type_mro_at(t, i)); i++) {
        ou_val v = ou_type_own(vm, c, name);
        if (v != OU_ABSENT)
            return v;
    }
    return OU_ABSENT;
}

/* No descriptor at all. */
static bool is_plain(struct ou_vm *vm, ou_val v)
{
    if (!ou_is_ptr(v))
        return true;
    const struct ou_type *t = ou_type_of(v);
    if (ou_type_is_heap(t))
        return ou_type_lookup(vm, t, OU_S(__get__)) == OU_ABSENT && !ou_is_data_descriptor(vm, v);
    return !ou_ops(t)->get && !ou_ops(t)->set;
}

static unsigned resolve_in_class(struct ou_vm *vm, ou_val cls, ou_val name)
{
    const struct ou_type *meta = ou_type_of(cls), *t = ou_type_at(cls);
    if (ou_type_lookup(vm, meta, name) != OU_ABSENT || ou_type_has(meta, OU_TYPE_HAS_GETATTRIBUTE))
        return OU_LOOKUP_NONE;
    unsigned place = find_place(vm, t, name);
    if (place == OU_LOOKUP_NONE || ou_lookup_kind(place) == OU_LOOKUP_MISSING)
        return OU_LOOKUP_NONE;
    ou_val v = ou_attr_class_value(t, place);
    if (!is_plain(vm, v) && !ou_is_method_like(v))
        return OU_LOOKUP_NONE;
    place = ou_lookup_as(place, OU_LOOKUP_CLASS);
    ou_lookup_set(vm, name, t->version | OU_LOOKUP_IN_CLASS, place);
    return place;
}

static unsigned resolve_in_module(struct ou_vm *vm, ou_val module, ou_val name)
{
    ou_int index = ou_table_find_name(vm, ou_table_at(((struct ou_module *)module)->dict), name);
    return ou_type_lookup(vm, &ou_type_module, name) != OU_ABSENT || index < 0
               ? (unsigned)OU_LOOKUP_NONE
               : ou_lookup_place(OU_LOOKUP_MODULE, (size_t)index);
}

static unsigned resolve_in_instance(struct ou_vm *vm, const struct ou_type *t, ou_val name)
{
    bool heap = ou_type_is_heap(t);
    if (ou_type_has(t, OU_TYPE_HAS_GETATTRIBUTE) || (!heap && ou_ops(t)->get_attr))
        return OU_LOOKUP_NONE;
    unsigned place = search_place(vm, t, name); /* what it finds is remembered once, as the attribute */
    if (place == OU_LOOKUP_NONE)
        return OU_LOOKUP_NONE;
    bool found = ou_lookup_kind(place) != OU_LOOKUP_MISSING;
    ou_val v = found ? ou_attr_class_value(t, place) : OU_ABSENT;
    if (found && ou_is_data_descriptor(vm, v))
        return ou_type_is_heap(ou_type_of(v)) ||
                       ou_type_has(t, OU_TYPE_HAS_GETATTR) /* asked after an AttributeError */
                   ? (unsigned)OU_LOOKUP_NONE
                   : ou_lookup_as(place, OU_LOOKUP_DESCRIPTOR);
    int slot = heap ? ou_instance_slot_index(t, name) : -1;
    if (slot >= 0)
        return ou_lookup_place(ou_type_has(t, OU_TYPE_HAS_SETATTR) ? OU_LOOKUP_SLOT_READ : OU_LOOKUP_SLOT,
                               (size_t)slot);
    if (!found || ou_ops(ou_type_native(t))->get_attr)
        return OU_LOOKUP_NONE;
    return ou_is_method_like(v) ? ou_lookup_as(place, OU_LOOKUP_METHOD)
           : is_plain(vm, v)    ? ou_lookup_as(place, OU_LOOKUP_PLAIN)
                                : (unsigned)OU_LOOKUP_NONE;
}

unsigned ou_attr_resolve(struct ou_vm *vm, ou_val object, ou_val name)
{
    const struct ou_type *t = ou_is_type(object) ? ou_type_at(object) : ou_type_of(object);
    if (!ou_type_version(vm, t))
        return OU_LOOKUP_NONE;
    if (ou_is_type(object))
        return resolve_in_class(vm, object, name);
    unsigned place =
        t == &ou_type_module ? resolve_in_module(vm, object, name) : resolve_in_instance(vm, t, name);
    ou_lookup_set(vm, name, t->version, place != OU_LOOKUP_NONE ? place : (unsigned)OU_LOOKUP_OTHER);
    return place;
}

/* -- attributes of classes -- */

ou_val ou_type_get_attr(struct ou_vm *vm, ou_val cls, ou_val name, ou_val *self)
{
    const struct ou_type *meta = ou_type_of(cls);
    ou_val attr = ou_type_lookup(vm, meta, name);
    if (attr != OU_ABSENT && ou_is_data_descriptor(vm, attr))
        return ou_descriptor_get(vm, attr, cls, OU_ROM(meta));
    ou_val own = ou_type_lookup(vm, ou_type_at(cls), name);
    if (own != OU_ABSENT)
        return ou_descriptor_get(vm, own, OU_ABSENT, cls);
    if (attr == OU_ABSENT)
        return OU_ABSENT;
    if (self && ou_is_method_like(attr)) {
        *self = cls;
        return attr;
    }
    return ou_descriptor_get(vm, attr, cls, OU_ROM(meta));
}

/* Flags that follow from a class having a special method. */
static ou_val flags_of_name(ou_val name)
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

int ou_type_set_attr(struct ou_vm *vm, ou_val cls, ou_val name, ou_val value)
{
    struct ou_type *t = ou_type_at(cls);
    if (!ou_type_is_heap(t))
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "cannot set '%v' attribute of immutable type '%v'",
                                name, t->name));
    ou_val attr = ou_type_lookup(vm, ou_type_of(cls), name);
    if (attr != OU_ABSENT && name != OU_S(__doc__) && ou_is_data_descriptor(vm, attr))
        return ou_descriptor_set(vm, attr, cls, value);
    ou_val old = ou_dict_get_name(vm, t->dict, name);
    if (value == OU_ABSENT) {
        if (old == OU_ABSENT) {
            ou_raise_attribute(vm, cls, name);
            return -1;
        }
        modified(vm, t, 0);
        return ou_dict_delete(vm, t->dict, name) < 0 ? -1 : 0;
    }
    ou_val flags = flags_of_name(name);
    if ((flags & OU_TYPE_HAS_DEL) && !ou_type_has(t, OU_TYPE_HAS_DEL) && ou_cleanup_adopt(vm, t) < 0)
        return -1;
    if (old == OU_ABSENT || flags || !is_plain(vm, old) || !is_plain(vm, value))
        modified(vm, t, flags);
    return ou_dict_set_name(vm, t->dict, name, value);
}

ou_val ou_type_module_name(const struct ou_type *t)
{
    if (!ou_type_is_heap(t))
        return OU_S(builtins);
    return t->heap->module != OU_ABSENT ? t->heap->module : OU_S(__main__);
}

ou_val ou_type_qualname(const struct ou_type *t)
{
    return ou_type_is_heap(t) && t->heap->qualname != OU_ABSENT ? t->heap->qualname : t->name;
}

static ou_val type_repr(struct ou_vm *vm, ou_val self)
{
    const struct ou_type *t = ou_type_at(self);
    ou_val module = ou_type_module_name(t), name = ou_type_qualname(t);
    if (module == OU_S(builtins) || !ou_is_str(module))
        return ou_str_format(vm, "<class '%v'>", name);
    return ou_str_format(vm, "<class '%v.%v'>", module, name);
}

static ou_val type_get_item(struct ou_vm *vm, ou_val self, ou_val key)
{
    ou_val method = ou_type_get_attr(vm, self, OU_S(__class_getitem__), NULL);
    if (method == OU_EXC)
        return OU_EXC;
    if (method != OU_ABSENT)
        return ou_call_1(vm, method, key);
    const struct ou_type *t = ou_type_at(self);
    if (t == &ou_type_list || t == &ou_type_dict || t == &ou_type_tuple ||
        (OU_WITH_SET && (t == &ou_type_set || t == &ou_type_frozenset)) || t == &ou_type_type)
        return self; /* list[int]: types are not checked, so the parameters are dropped */
    return ou_raise(vm, &ou_exc_TypeError, "type '%v' is not subscriptable", t->name);
}

static ou_val type_call(struct ou_vm *vm, ou_val self, unsigned n_args, unsigned n_kw, const ou_val *args)
{
    return ou_type_call(vm, self, n_args, n_kw, args);
}

static ou_val type_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                             const ou_val *args)
{
    if (n_args == 1 && type == OU_ROM(&ou_type_type) && !n_kw)
        return OU_ROM(ou_type_of(args[0]));
    if (n_args != 3)
        return ou_raise(vm, &ou_exc_TypeError, "type() takes 1 or 3 arguments");
    ou_val name = ou_cast_native(args[0], &ou_type_str), space = ou_cast_native(args[2], &ou_type_dict);
    ou_val bases = ou_cast_native(args[1], &ou_type_tuple);
    if (name == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "type.__new__() argument 1 must be str, not %T", args[0]);
    if (bases == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "type.__new__() argument 2 must be tuple, not %T", args[1]);
    if (space == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "type.__new__() argument 3 must be dict, not %T", args[2]);
    return ou_class_new(vm, type, name, bases, space, n_kw, args + n_args);
}

/* -- computed attributes of classes -- */

/* What stands before or behind the last dot of a C type's name, "weakref.ReferenceType" for instance, which
 * messages show whole; unbound: there is no dot. */
static ou_val half_of_name(struct ou_vm *vm, ou_val self, bool before)
{
    size_t n, dot;
    const struct ou_type *t = ou_type_at(self);
    const char *text = ou_type_is_heap(t) ? NULL : ou_str_text(vm, t->name, &n);
    for (dot = text ? n : 0; dot > 0 && text[dot - 1] != '.';)
        dot--;
    return dot == 0 ? OU_ABSENT
           : before ? ou_str_new(vm, text, dot - 1)
                    : ou_str_new(vm, text + dot, n - dot);
}

static ou_val type_get_name(struct ou_vm *vm, ou_val self)
{
    ou_val half = half_of_name(vm, self, false);
    return half != OU_ABSENT ? half : ou_type_at(self)->name;
}

static int set_text_field(struct ou_vm *vm, ou_val self, ou_val *slot, const char *what, ou_val value)
{
    struct ou_type *t = ou_type_at(self);
    if (!ou_type_is_heap(t))
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "cannot set '%s' attribute of immutable type '%v'",
                                what, t->name));
    if (value == OU_ABSENT)
        return ou_fail(
            ou_raise(vm, &ou_exc_TypeError, "cannot delete '%s' attribute of type '%v'", what, t->name));
    if (ou_cast_native(value, &ou_type_str) == OU_ABSENT)
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "can only assign string to %v.%s, not '%T'", t->name,
                                what, value));
    OU_STORE(vm, t, slot, ou_cast_native(value, &ou_type_str));
    return 0;
}

static int type_set_name(struct ou_vm *vm, ou_val self, ou_val value)
{
    return set_text_field(vm, self, &ou_type_at(self)->name, "__name__", value);
}

static ou_val type_get_qualname(struct ou_vm *vm, ou_val self)
{
    ou_val half = half_of_name(vm, self, false);
    return half != OU_ABSENT ? half : ou_type_qualname(ou_type_at(self));
}

static int type_set_qualname(struct ou_vm *vm, ou_val self, ou_val value)
{
    return set_text_field(vm, self, &ou_type_at(self)->heap->qualname, "__qualname__", value);
}

static ou_val type_get_module(struct ou_vm *vm, ou_val self)
{
    ou_val half = half_of_name(vm, self, true);
    return half != OU_ABSENT ? half : ou_type_module_name(ou_type_at(self));
}

static int type_set_module(struct ou_vm *vm, ou_val self, ou_val value)
{
    return set_text_field(vm, self, &ou_type_at(self)->heap->module, "__module__", value);
}

static ou_val type_get_bases(struct ou_vm *vm, ou_val self)
{
    const struct ou_type *t = ou_type_at(self);
    if (ou_type_is_heap(t))
        return t->bases;
    if (t->mro) /* see exception_types.c */
        return ou_tuple_new(vm, 2, ou_tuple_items(t->mro) + 1);
    return ou_tuple_new(vm, t->bases != OU_ABSENT, &t->bases);
}

static ou_val type_get_base(struct ou_vm *vm, ou_val self)
{
    const struct ou_type *t = ou_type_at(self);
    (void)vm;
    if (ou_type_is_heap(t))
        return ((const struct ou_tuple *)t->bases)->items[0];
    return t->bases == OU_ABSENT ? OU_NONE : t->bases;
}

static ou_val type_get_mro(struct ou_vm *vm, ou_val self)
{
    const struct ou_type *t = ou_type_at(self);
    if (ou_type_is_heap(t) || t->mro)
        return t->mro;
    ou_val chain[8];
    size_t n = 0;
    for (; t && n < 8; t = ou_type_at(t->bases))
        chain[n++] = OU_ROM(t);
    return ou_tuple_new(vm, n, chain);
}

static ou_val type_get_doc(struct ou_vm *vm, ou_val self)
{
    ou_val doc = ou_type_own(vm, ou_type_at(self), OU_S(__doc__));
    return doc == OU_ABSENT ? OU_NONE : ou_descriptor_get(vm, doc, OU_ABSENT, self);
}

static int type_set_doc(struct ou_vm *vm, ou_val self, ou_val value)
{
    return ou_type_set_attr(vm, self, OU_S(__doc__), value);
}

static ou_val type_get_dict(struct ou_vm *vm, ou_val self)
{
    const struct ou_type *t = ou_type_at(self);
    ou_val dict = t->dict;
    if (!ou_type_is_heap(t)) {
        const struct ou_rom_table *table = (const struct ou_rom_table *)t->dict;
        dict = ou_dict_new(vm, table ? table->count : 0);
        for (size_t i = 0; dict != OU_EXC && table && i < table->count; i++)
            if (ou_dict_set_name(vm, dict, ou_rom_table_name(table, i), ou_rom_table_value(table, i)) < 0)
                return OU_EXC;
        if (dict == OU_EXC)
            return OU_EXC;
    }
    ou_val proxy = ou_object_new(vm, &ou_type_mappingproxy, 2, false);
    if (proxy != OU_EXC)
        ou_field_set(vm, proxy, 1, dict);
    return proxy;
}

OU_NATIVE_STATIC(type_mro)
{
    ou_val mro = type_get_mro(vm, args[0]);
    return mro == OU_EXC ? OU_EXC : ou_list_new(vm, ou_tuple_len(mro), ou_tuple_items(mro));
}

static bool has_base(const struct ou_type *t, ou_val base)
{
    const struct ou_tuple *bases = (const struct ou_tuple *)t->bases;
    for (size_t i = 0; i < (size_t)ou_small_value(bases->size); i++)
        if (bases->items[i] == base)
            return true;
    return false;
}

OU_NATIVE_STATIC(type_subclasses)
{
    ou_val list = ou_list_new(vm, 0, NULL);
    for (struct ou_type *t = class_at(vm->newest_class); t && list != OU_EXC;
         t = class_at(t->heap->next_class))
        if (has_base(t, args[0]) && ou_list_append(vm, list, OU_ROM(t)) < 0)
            return OU_EXC;
    size_t n = list == OU_EXC ? 0 : ou_list_len(list);
    for (size_t i = 0; i < n / 2; i++) { /* in the order in which they were made */
        ou_val later = ou_list_get(list, i);
        ou_list_set(vm, list, i, ou_list_get(list, n - 1 - i));
        ou_list_set(vm, list, n - 1 - i, later);
    }
    return list;
}

OU_NATIVE_STATIC(type_prepare) { return ou_dict_new(vm, 0); }

OU_NATIVE_STATIC(type_instancecheck) { return ou_bool(ou_is_a(args[1], ou_type_at(args[0]))); }

OU_NATIVE_STATIC(type_subclasscheck)
{
    if (!ou_is_type(args[1]))
        return ou_raise(vm, &ou_exc_TypeError, "issubclass() arg 1 must be a class");
    return ou_bool(ou_is_subtype(ou_type_at(args[1]), ou_type_at(args[0])));
}

OU_METHOD(type_instancecheck_method, type_instancecheck, &ou_type_type, OU_S(__instancecheck__), 2, 2, 0);
OU_METHOD(type_subclasscheck_method, type_subclasscheck, &ou_type_type, OU_S(__subclasscheck__), 2, 2, 0);

OU_ROM_ALIGN static const union ou_member type_members[] = {
    OU_MEMBER_PROPERTY(OU_S(__base__), type_get_base, NULL),
    OU_MEMBER_PROPERTY(OU_S(__bases__), type_get_bases, NULL),
    OU_MEMBER_PROPERTY(OU_S(__dict__), type_get_dict, NULL),
    OU_MEMBER_PROPERTY(OU_S(__doc__), type_get_doc, type_set_doc),
    OU_MEMBER_VALUE(OU_S(__instancecheck__), OU_ROM(&type_instancecheck_method)),
    OU_MEMBER_PROPERTY(OU_S(__module__), type_get_module, type_set_module),
    OU_MEMBER_PROPERTY(OU_S(__mro__), type_get_mro, NULL),
    OU_MEMBER_PROPERTY(OU_S(__name__), type_get_name, type_set_name),
    OU_MEMBER_CLASSMETHOD(OU_S(__prepare__), type_prepare, &ou_type_type, 1, OU_NATIVE_VARARGS, OU_NATIVE_KW),
    OU_MEMBER_PROPERTY(OU_S(__qualname__), type_get_qualname, type_set_qualname),
    OU_MEMBER_VALUE(OU_S(__subclasscheck__), OU_ROM(&type_subclasscheck_method)),
    OU_MEMBER_METHOD(OU_S(__subclasses__), type_subclasses, &ou_type_type, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(mro), type_mro, &ou_type_type, 1, 1, 0),
};
static OU_MEMBER_TABLE(type_table, type_members);
OU_ROM_ALIGN static const struct ou_type_ops type_ops = {
    .construct = type_construct, .repr = type_repr, .get_item = type_get_item, .call = type_call};
OU_DEFINE_TYPE(ou_type_type, OU_S(type), &ou_type_object, &type_ops, &type_table,
               OU_TYPE_METACLASS | OU_TYPE_WEAKREF, OU_V_TYPE);

/* -- isinstance, issubclass -- */

/* Calls a hook that a metaclass defines, or OU_ABSENT if it is the one of `type`. */
static ou_val check_hook(struct ou_vm *vm, ou_val cls, ou_val name, ou_val what,
                         const struct ou_native *standard)
{
    const struct ou_type *meta = ou_type_of(cls);
    if (meta == &ou_type_type)
        return OU_ABSENT;
    ou_val hook = ou_type_lookup(vm, meta, name);
    if (hook == OU_ABSENT || hook == OU_ROM(standard))
        return OU_ABSENT;
    return ou_call_special(vm, cls, name, 1, &what);
}

static int check_tuple(struct ou_vm *vm, ou_val v, ou_val tuple,
                       int (*check)(struct ou_vm *vm, ou_val v, ou_val type))
{
    if (ou_stack_low(vm) && ou_stack_check(vm) < 0)
        return -1;
    for (size_t i = 0; i < ou_tuple_len(tuple); i++) {
        int result = check(vm, v, ou_tuple_items(tuple)[i]);
        if (result)
            return result;
    }
    return 0;
}

/* An object whose class has a property __class__ of its own may say that it is an instance. */
static int claims_class(struct ou_vm *vm, ou_val v, ou_val type)
{
    bool is_proxy =
        OU_WITH_WEAKREF && (ou_is(v, &ou_type_weak_proxy) || ou_is(v, &ou_type_weak_callable_proxy));
    if ((!is_proxy && !ou_type_is_heap(ou_type_of(v))) ||
        ou_type_lookup(vm, ou_type_of(v), OU_S(__class__)) == OU_ROM(&ou_object_properties[0]))
        return 0;
    ou_val cls = ou_get_attr_or_absent(vm, v, OU_S(__class__));
    return cls == OU_EXC
               ? -1
               : cls != OU_ABSENT && ou_is_type(cls) && ou_is_subtype(ou_type_at(cls), ou_type_at(type));
}

int ou_is_instance(struct ou_vm *vm, ou_val v, ou_val type_or_tuple)
{
    if (ou_is_ptr(type_or_tuple) && OU_ROM(ou_type_of(v)) == type_or_tuple)
        return 1;
    if (ou_is(type_or_tuple, &ou_type_tuple))
        return check_tuple(vm, v, type_or_tuple, ou_is_instance);
    ou_val result = check_hook(vm, type_or_tuple, OU_S(__instancecheck__), v, &type_instancecheck_method);
    if (result != OU_ABSENT)
        return result == OU_EXC ? -1 : ou_truth(vm, result);
    if (ou_is_type(type_or_tuple))
        return ou_is_a(v, ou_type_at(type_or_tuple)) ? 1 : claims_class(vm, v, type_or_tuple);
    return ou_fail(
        ou_raise(vm, &ou_exc_TypeError, "isinstance() arg 2 must be a type, a tuple of types, or a union"));
}

int ou_is_subclass(struct ou_vm *vm, ou_val type, ou_val type_or_tuple)
{
    if (ou_is(type_or_tuple, &ou_type_tuple))
        return check_tuple(vm, type, type_or_tuple, ou_is_subclass);
    ou_val result = check_hook(vm, type_or_tuple, OU_S(__subclasscheck__), type, &type_subclasscheck_method);
    if (result != OU_ABSENT)
        return result == OU_EXC ? -1 : ou_truth(vm, result);
    if (!ou_is_type(type))
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "issubclass() arg 1 must be a class"));
    if (ou_is_type(type_or_tuple))
        return ou_is_subtype(ou_type_at(type), ou_type_at(type_or_tuple));
    return ou_fail(ou_raise(vm, &ou_exc_TypeError,
                            "issubclass() arg 2 must be a class, a tuple of classes, or a union"));
}
