/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The special methods of C types: a native method for each name, shared by all types.
 *
 * A C type says what it can do in its ou_type_ops; Python code may ask for the same by name
 * (`int.__add__`, `super().__setitem__(k, v)`).  One wrapper per name serves every type: it looks at its
 * first argument, takes the C type behind it (and the native object in an instance of a subclass) and
 * calls that type's function.  So a wrapper never comes back to the method of a subclass that called it.
 *
 * The table is found by the name's id: the names of special methods are neighbours in the table of
 * constant names, from __abs__ to __xor__.
 */
#include "object/types/slot_wrappers.h"
#include "object/core/number.h"
#include "object/core/protocol.h"
#include "object/core/string.h"
#include "object/errors/exception.h"
#include "object/types/class.h"
#include "object/types/type.h"

/* -- what the wrappers stand on -- */

/* The C operations behind v; *self becomes the native object. */
static const struct ou_type_ops *native_ops(ou_val v, ou_val *self)
{
    const struct ou_type *t = ou_type_of(v);
    *self = ou_unwrap(v);
    return ou_ops(ou_type_native(t));
}

static ou_val raise_wrong_receiver(struct ou_vm *vm, const char *name, ou_val v)
{
    return ou_raise(vm, &ou_exc_TypeError, "descriptor '%s' doesn't apply to a '%T' object", name, v);
}

/* What the C type behind args[0] has for the special method `name`, as the table at the end of this file says, and the
 * native object; NULL: raised. */
static void (*slot_function(struct ou_vm *vm, ou_val name, const ou_val *args, ou_val *self))(void);

/* Declares `self`, and `operation`: what the C type has in `field`. */
#define OPS(field, name)                                                   \
    ou_val self;                                                           \
    __typeof__(((struct ou_type_ops *)NULL)->field) operation =            \
        (__typeof__(operation))slot_function(vm, OU_S(name), args, &self); \
    if (!operation)                                                        \
        return OU_EXC;

/* The other operand of a C operation: instances of subclasses as their native object, except where its
 * own methods are asked for (formatting with %). */
static ou_val operand(enum ou_binary_op op, ou_val self, ou_val other)
{
    if (op == OU_OP_MOD && !ou_is_small(self) && !ou_is_flonum(self)) {
        ou_val tuple = ou_cast_native(other, &ou_type_tuple);
        return tuple != OU_ABSENT                               ? tuple
               : ou_is_str(self) || ou_is(self, &ou_type_bytes) ? other
                                                                : ou_unwrap(other);
    }
    return ou_unwrap(other);
}

static ou_val binary(struct ou_vm *vm, enum ou_binary_op op, bool reflected, unsigned n_args,
                     const ou_val *args)
{
    ou_val self;
    const struct ou_type_ops *ops = native_ops(args[0], &self);
    if (!ops->binary)
        return raise_wrong_receiver(vm, "binary operator", args[0]);
    if (n_args == 3 && op == OU_OP_POW && args[2] != OU_NONE) {
        if (ou_is_bool(self)) /* int has a method of its own, which bool inherits */
            return ou_call_special(vm, ou_int_exact(self), OU_S(__pow__), 2, args + 1);
        return ou_is_float(self) ? ou_raise_power_mod(vm) : OU_NOT_IMPLEMENTED;
    }
    ou_val other = operand(op, self, args[1]);
    return reflected ? ops->binary(vm, op, other, self) : ops->binary(vm, op, self, other);
}

#define BINARY(op, name, method, reflected, in_place, max, ...)                         \
    OU_NATIVE_STATIC(do_##name) { return binary(vm, OU_OP_##op, false, n_args, args); } \
    OU_NATIVE_STATIC(do_r##name) { return binary(vm, OU_OP_##op, true, n_args, args); } \
    OU_METHOD(slot_##name, do_##name, NULL, method, 2, max, 0);                         \
    OU_METHOD(slot_r##name, do_r##name, NULL, reflected, 2, max, 0);
OU_BINARY_OPERATORS(BINARY)

#define INPLACE(name, op)                                 \
    OU_NATIVE_STATIC(do_i##name)                          \
    {                                                     \
        OPS(inplace, __i##name##__)                       \
        ou_val result = operation(vm, op, self, args[1]); \
        return result == self ? args[0] : result;         \
    }
INPLACE(add, OU_OP_ADD)
INPLACE(sub, OU_OP_SUB)
INPLACE(mul, OU_OP_MUL)
INPLACE(and, OU_OP_AND)
INPLACE(or, OU_OP_OR)
INPLACE(xor, OU_OP_XOR)

#define UNARY(name, op)                 \
    OU_NATIVE_STATIC(do_##name)         \
    {                                   \
        OPS(unary, __##name##__)        \
        return operation(vm, op, self); \
    }
UNARY(neg, OU_OP_NEG)
UNARY(pos, OU_OP_POS)
UNARY(invert, OU_OP_INVERT)
UNARY(abs, OU_OP_ABS)

#define COMPARE(name, op)                                   \
    OU_NATIVE_STATIC(do_##name)                             \
    {                                                       \
        OPS(compare, __##name##__)                          \
        return operation(vm, op, self, ou_unwrap(args[1])); \
    }
COMPARE(lt, OU_CMP_LT)
COMPARE(le, OU_CMP_LE)
COMPARE(eq, OU_CMP_EQ)
COMPARE(ne, OU_CMP_NE)
COMPARE(gt, OU_CMP_GT)
COMPARE(ge, OU_CMP_GE)

OU_NATIVE_STATIC(do_len)
{
    OPS(len, __len__)
    ou_int n = operation(vm, self);
    return n < 0 ? OU_EXC : ou_int_new(vm, n);
}

/* The repr of sets and bytearrays names the class: that of an instance of a subclass must too. */
static ou_val renamed(struct ou_vm *vm, ou_val object, ou_val native, ou_val text)
{
    const struct ou_type *t = ou_type_of(native);
    size_t n, prefix;
    if (!(OU_WITH_SET && (t == &ou_type_set || t == &ou_type_frozenset)) &&
        !(OU_WITH_BYTEARRAY && t == &ou_type_bytearray))
        return text;
    ou_str_text(vm, t->name, &prefix);
    const char *p = ou_str_text(vm, text, &n);
    if (n && p[0] == '{')
        return ou_str_format(vm, "%T(%v)", object, text);
    text = ou_str_new(vm, p + prefix, n - prefix);
    return text == OU_EXC ? OU_EXC : ou_str_format(vm, "%T%v", object, text);
}

OU_NATIVE_STATIC(do_repr)
{
    OPS(repr, __repr__)
    ou_val text = operation(vm, self);
    return self == args[0] || text == OU_EXC ? text : renamed(vm, args[0], self, text);
}

OU_NATIVE_STATIC(do_str)
{
    OPS(str, __str__)
    return operation(vm, self);
}

OU_NATIVE_STATIC(do_format)
{
    OPS(format, __format__)
    ou_val spec = ou_str_exact(args[1]);
    if (spec == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "__format__() argument must be str, not %A", args[1]);
    if (spec == OU_S() && self != args[0])
        return ou_str(vm, args[0]);
    return operation(vm, self, spec);
}

OU_NATIVE_STATIC(do_hash)
{
    OPS(hash, __hash__)
    ou_int hash;
    return operation(vm, self, &hash) < 0 ? OU_EXC : ou_int_new(vm, hash);
}

OU_NATIVE_STATIC(do_bool)
{
    OPS(truth, __bool__)
    int truth = operation(vm, self);
    return truth < 0 ? OU_EXC : ou_bool(truth);
}

OU_NATIVE_STATIC(do_getitem)
{
    OPS(get_item, __getitem__)
    if (!ou_is(self, &ou_type_dict) || self == args[0])
        return operation(vm, self, args[1]);
    ou_val v = ou_dict_get(vm, self, args[1]);
    if (v != OU_ABSENT)
        return v;
    v = ou_call_special(vm, args[0], OU_S(__missing__), 1, &args[1]);
    return v == OU_ABSENT ? ou_raise_key_error(vm, args[1]) : v;
}

OU_NATIVE_STATIC(do_setitem)
{
    OPS(set_item, __setitem__)
    return operation(vm, self, args[1], args[2]) < 0 ? OU_EXC : OU_NONE;
}

OU_NATIVE_STATIC(do_delitem)
{
    OPS(set_item, __delitem__)
    return operation(vm, self, args[1], OU_ABSENT) < 0 ? OU_EXC : OU_NONE;
}

OU_NATIVE_STATIC(do_contains)
{
    OPS(contains, __contains__)
    int found = operation(vm, self, args[1]);
    return found < 0 ? OU_EXC : ou_bool(found);
}

OU_NATIVE_STATIC(do_iter)
{
    OPS(iter, __iter__)
    return operation(vm, self);
}

OU_NATIVE_STATIC(do_next)
{
    OPS(next, __next__)
    vm->roots.stop_value = OU_NONE;
    ou_val v = operation(vm, self);
    return v == OU_STOP ? ou_raise_stop(vm, vm->roots.stop_value) : v;
}

OU_NATIVE_STATIC(do_call)
{
    OPS(call, __call__)
    return operation(vm, self, n_args - 1, n_kw, args + 1);
}

OU_NATIVE_STATIC(do_get)
{
    OPS(get, __get__)
    ou_val object = args[1] == OU_NONE ? OU_ABSENT : args[1];
    ou_val type = n_args > 2 && args[2] != OU_NONE ? args[2]
                  : object == OU_ABSENT            ? OU_ABSENT
                                                   : OU_ROM(ou_type_of(object));
    if (type == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "__get__(None, None) is invalid");
    return operation(vm, self, object, type);
}

OU_NATIVE_STATIC(do_set)
{
    OPS(set, __set__)
    return operation(vm, self, args[1], args[2]) < 0 ? OU_EXC : OU_NONE;
}

OU_NATIVE_STATIC(do_delete)
{
    OPS(set, __delete__)
    return operation(vm, self, args[1], OU_ABSENT) < 0 ? OU_EXC : OU_NONE;
}

/* Numbers only. */
OU_NATIVE_STATIC(do_int)
{
    ou_val v = ou_unwrap(args[0]);
    return ou_ops(&ou_type_int)->construct(vm, OU_ROM(&ou_type_int), 1, 0, &v);
}

OU_NATIVE_STATIC(do_index)
{
    ou_val v = ou_int_exact(args[0]);
    return v == OU_ABSENT ? raise_wrong_receiver(vm, "__index__", args[0]) : v;
}

OU_MAYBE_UNUSED OU_NATIVE_STATIC(do_float)
{
    ou_val v = ou_unwrap(args[0]);
    return ou_ops(&ou_type_float)->construct(vm, OU_ROM(&ou_type_float), 1, 0, &v);
}

/* X.__new__(cls, ...): for all types; args[0] is X, which cls must derive from. */
OU_NATIVE_STATIC(do_new)
{
    const struct ou_type *owner = ou_type_native(ou_type_at(args[0]));
    if (n_args < 2)
        return ou_raise(vm, &ou_exc_TypeError, "%v.__new__(): not enough arguments", owner->name);
    if (!ou_is_type(args[1]))
        return ou_raise(vm, &ou_exc_TypeError, "%v.__new__(X): X is not a type object (%T)", owner->name,
                        args[1]);
    const struct ou_type *t = ou_type_at(args[1]);
    if (!ou_is_subtype(t, owner))
        return ou_raise(vm, &ou_exc_TypeError, "%v.__new__(%v): %v is not a subtype of %v", owner->name,
                        t->name, t->name, owner->name);
    if (ou_type_native(t) != owner && owner == &ou_type_object)
        return ou_raise(vm, &ou_exc_TypeError, "object.__new__(%v) is not safe, use %v.__new__()", t->name,
                        ou_type_native(t)->name);
    return ou_type_construct(vm, args[1], n_args - 2, n_kw, args + 2);
}

/* x.__init__(...) of C types: those whose objects can be filled later are; the others were complete when
 * they were made. */
OU_NATIVE_STATIC(do_init)
{
    ou_val self;
    const struct ou_type_ops *ops = native_ops(args[0], &self);
    if (ou_is_exception(self))
        return ou_exception_init_args(vm, self, n_args - 1, n_kw, args + 1) < 0 ? OU_EXC : OU_NONE;
    bool is_dict = ou_is(self, &ou_type_dict);
    if (!is_dict && !ou_is(self, &ou_type_list) && !(OU_WITH_SET && ou_is(self, &ou_type_set)) &&
        !ou_is_bytearray(self) && !ou_is(self, &ou_type_property))
        return OU_NONE;
    if (!n_kw && n_args == 1)
        return OU_NONE;
    ou_val fresh = ops->construct(vm, OU_ROM(ou_type_of(self)), n_args - 1, n_kw, args + 1);
    if (fresh == OU_EXC)
        return OU_EXC;
    if (is_dict)
        return ou_dict_update(vm, self, fresh) < 0 ? OU_EXC : OU_NONE;
    if (self != args[0]) {
        struct ou_instance *instance = (struct ou_instance *)args[0];
        OU_STORE(vm, instance, &instance->slots[0], fresh);
        return OU_NONE;
    }
    ou_val cleared = ou_call_method(vm, self, OU_S(clear), 0, NULL);
    if (cleared == OU_EXC)
        return OU_EXC;
    return ou_call_method(vm, self, OU_WITH_SET && ou_is(self, &ou_type_set) ? OU_S(update) : OU_S(extend), 1,
                          &fresh);
}

/* -- the table -- */

struct slot {
    ou_val native;   /* the wrapper */
    uint8_t offset;  /* in words, in struct ou_type_ops */
    uint8_t numbers; /* only of: 1 int, 2 int and float */
};

OU_ROM_ALIGN const struct ou_native ou_slot_new =
    OU_NATIVE(&ou_type_native_classmethod, do_new, OU_S(__new__), NULL, 1, OU_NATIVE_VARARGS, OU_NATIVE_KW);
OU_ROM_ALIGN const struct ou_native ou_slot_init =
    OU_NATIVE(&ou_type_native_method, do_init, OU_S(__init__), NULL, 1, OU_NATIVE_VARARGS, OU_NATIVE_KW);

OU_METHOD(slot_iadd, do_iadd, NULL, OU_S(__iadd__), 2, 2, 0);
OU_METHOD(slot_isub, do_isub, NULL, OU_S(__isub__), 2, 2, 0);
OU_METHOD(slot_imul, do_imul, NULL, OU_S(__imul__), 2, 2, 0);
OU_METHOD(slot_iand, do_iand, NULL, OU_S(__iand__), 2, 2, 0);
OU_METHOD(slot_ior, do_ior, NULL, OU_S(__ior__), 2, 2, 0);
OU_METHOD(slot_ixor, do_ixor, NULL, OU_S(__ixor__), 2, 2, 0);
OU_METHOD(slot_neg, do_neg, NULL, OU_S(__neg__), 1, 1, 0);
OU_METHOD(slot_pos, do_pos, NULL, OU_S(__pos__), 1, 1, 0);
OU_METHOD(slot_invert, do_invert, NULL, OU_S(__invert__), 1, 1, 0);
OU_METHOD(slot_abs, do_abs, NULL, OU_S(__abs__), 1, 1, 0);
OU_METHOD(slot_lt, do_lt, NULL, OU_S(__lt__), 2, 2, 0);
OU_METHOD(slot_le, do_le, NULL, OU_S(__le__), 2, 2, 0);
OU_METHOD(slot_eq, do_eq, NULL, OU_S(__eq__), 2, 2, 0);
OU_METHOD(slot_ne, do_ne, NULL, OU_S(__ne__), 2, 2, 0);
OU_METHOD(slot_gt, do_gt, NULL, OU_S(__gt__), 2, 2, 0);
OU_METHOD(slot_ge, do_ge, NULL, OU_S(__ge__), 2, 2, 0);
OU_METHOD(slot_len, do_len, NULL, OU_S(__len__), 1, 1, 0);
OU_METHOD(slot_repr, do_repr, NULL, OU_S(__repr__), 1, 1, 0);
OU_METHOD(slot_str, do_str, NULL, OU_S(__str__), 1, 1, 0);
OU_METHOD(slot_format, do_format, NULL, OU_S(__format__), 2, 2, 0);
OU_METHOD(slot_hash, do_hash, NULL, OU_S(__hash__), 1, 1, 0);
OU_METHOD(slot_bool, do_bool, NULL, OU_S(__bool__), 1, 1, 0);
OU_METHOD(slot_getitem, do_getitem, NULL, OU_S(__getitem__), 2, 2, 0);
OU_METHOD(slot_setitem, do_setitem, NULL, OU_S(__setitem__), 3, 3, 0);
OU_METHOD(slot_delitem, do_delitem, NULL, OU_S(__delitem__), 2, 2, 0);
OU_METHOD(slot_contains, do_contains, NULL, OU_S(__contains__), 2, 2, 0);
OU_METHOD(slot_iter, do_iter, NULL, OU_S(__iter__), 1, 1, 0);
OU_METHOD(slot_next, do_next, NULL, OU_S(__next__), 1, 1, 0);
OU_METHOD(slot_get, do_get, NULL, OU_S(__get__), 2, 3, 0);
OU_METHOD(slot_set, do_set, NULL, OU_S(__set__), 3, 3, 0);
OU_METHOD(slot_delete, do_delete, NULL, OU_S(__delete__), 2, 2, 0);
OU_METHOD(slot_call, do_call, NULL, OU_S(__call__), 1, OU_NATIVE_VARARGS, OU_NATIVE_KW);
OU_METHOD(slot_index, do_index, NULL, OU_S(__index__), 1, 1, 0);
OU_METHOD(slot_int, do_int, NULL, OU_S(__int__), 1, 1, 0);
OU_IF(FLOAT, OU_METHOD(slot_float, do_float, NULL, OU_S(__float__), 1, 1, 0);)

#define FIRST OU_NAME___abs__
#define LAST OU_NAME___xor__
#define WORD(field) (offsetof(struct ou_type_ops, field) / sizeof(void *))
#define SLOT(name, native, field, numbers) [OU_NAME_##name - FIRST] = {OU_ROM(&native), WORD(field), numbers}

/* clang-format off */
static const struct slot slots[LAST - FIRST + 1] = {
    SLOT(__abs__, slot_abs, unary, 0),
    SLOT(__add__, slot_add, binary, 0),
    SLOT(__and__, slot_and, binary, 0),
    SLOT(__bool__, slot_bool, truth, 0),
    SLOT(__call__, slot_call, call, 0),
    SLOT(__contains__, slot_contains, contains, 0),
    SLOT(__delete__, slot_delete, set, 0),
    SLOT(__delitem__, slot_delitem, set_item, 0),
    SLOT(__divmod__, slot_divmod, binary, 0),
    SLOT(__eq__, slot_eq, compare, 0),
    OU_IF(FLOAT, SLOT(__float__, slot_float, unary, 2),)
    SLOT(__floordiv__, slot_floordiv, binary, 0),
    SLOT(__format__, slot_format, format, 0),
    SLOT(__ge__, slot_ge, compare, 0),
    SLOT(__get__, slot_get, get, 0),
    SLOT(__getitem__, slot_getitem, get_item, 0),
    SLOT(__gt__, slot_gt, compare, 0),
    SLOT(__hash__, slot_hash, hash, 0),
    SLOT(__iadd__, slot_iadd, inplace, 0),
    SLOT(__iand__, slot_iand, inplace, 0),
    SLOT(__imul__, slot_imul, inplace, 0),
    SLOT(__index__, slot_index, unary, 1),
    SLOT(__int__, slot_int, unary, 2),
    SLOT(__invert__, slot_invert, unary, 0),
    SLOT(__ior__, slot_ior, inplace, 0),
    SLOT(__isub__, slot_isub, inplace, 0),
    SLOT(__iter__, slot_iter, iter, 0),
    SLOT(__ixor__, slot_ixor, inplace, 0),
    SLOT(__le__, slot_le, compare, 0),
    SLOT(__len__, slot_len, len, 0),
    SLOT(__lshift__, slot_lshift, binary, 0),
    SLOT(__lt__, slot_lt, compare, 0),
    SLOT(__matmul__, slot_matmul, binary, 0),
    SLOT(__mod__, slot_mod, binary, 0),
    SLOT(__mul__, slot_mul, binary, 0),
    SLOT(__ne__, slot_ne, compare, 0),
    SLOT(__neg__, slot_neg, unary, 0),
    SLOT(__next__, slot_next, next, 0),
    SLOT(__or__, slot_or, binary, 0),
    SLOT(__pos__, slot_pos, unary, 0),
    SLOT(__pow__, slot_pow, binary, 0),
    SLOT(__radd__, slot_radd, binary, 0),
    SLOT(__rand__, slot_rand, binary, 0),
    SLOT(__rdivmod__, slot_rdivmod, binary, 0),
    SLOT(__repr__, slot_repr, repr, 0),
    SLOT(__rfloordiv__, slot_rfloordiv, binary, 0),
    SLOT(__rlshift__, slot_rlshift, binary, 0),
    SLOT(__rmatmul__, slot_rmatmul, binary, 0),
    SLOT(__rmod__, slot_rmod, binary, 0),
    SLOT(__rmul__, slot_rmul, binary, 0),
    SLOT(__ror__, slot_ror, binary, 0),
    SLOT(__rpow__, slot_rpow, binary, 0),
    SLOT(__rrshift__, slot_rrshift, binary, 0),
    SLOT(__rshift__, slot_rshift, binary, 0),
    SLOT(__rsub__, slot_rsub, binary, 0),
    SLOT(__rtruediv__, slot_rtruediv, binary, 0),
    SLOT(__rxor__, slot_rxor, binary, 0),
    SLOT(__set__, slot_set, set, 0),
    SLOT(__setitem__, slot_setitem, set_item, 0),
    SLOT(__str__, slot_str, str, 0),
    SLOT(__sub__, slot_sub, binary, 0),
    SLOT(__truediv__, slot_truediv, binary, 0),
    SLOT(__xor__, slot_xor, binary, 0),
    SLOT(__init__, ou_slot_init, construct, 0),
    SLOT(__new__, ou_slot_new, construct, 0),
};
/* clang-format on */

static void (*slot_function(struct ou_vm *vm, ou_val name, const ou_val *args, ou_val *self))(void)
{
    const struct ou_type_ops *ops = native_ops(args[0], self);
    void (*function)(void) = ((void (*const *)(void))ops)[slots[ou_interned_id(name) - FIRST].offset];
    if (!function)
        ou_raise(vm, &ou_exc_TypeError, "descriptor '%v' doesn't apply to a '%T' object", name, args[0]);
    return function;
}

ou_val ou_slot_wrapper(const struct ou_type *t, ou_val name)
{
    uint32_t number = ou_interned_id(name) - FIRST;
    if (number > LAST - FIRST || !ou_is_interned(name))
        return OU_ABSENT;
    const struct slot *slot = &slots[number];
    const struct ou_type_ops *ops = ou_ops(t);
    if (slot->native == OU_ABSENT || !ops)
        return OU_ABSENT;
    if (!((void *const *)ops)[slot->offset])
        return name == OU_S(__hash__) && ops->compare ? OU_NONE : OU_ABSENT;
    if (slot->numbers && t != &ou_type_int && t != &ou_type_bool &&
        (!OU_WITH_FLOAT || slot->numbers == 1 || t != &ou_type_float))
        return OU_ABSENT;
    if (name == OU_S(__bool__) &&
        t == &ou_type_str) /* is there for speed only: to Python, its length decides */
        return OU_ABSENT;
    return slot->native;
}

unsigned ou_slot_wrapper_number(ou_val native)
{
    if (!ou_is(native, &ou_type_native_method) && !ou_is(native, &ou_type_native_classmethod))
        return 0xffff;
    uint32_t number = (uint32_t)((const struct ou_native *)native)->name_id - FIRST;
    return number <= LAST - FIRST && slots[number].native == native ? number : 0xffff;
}

ou_val ou_slot_wrapper_at(unsigned number) { return slots[number].native; }
