/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What any object can be asked for as a container, as text, and as bytes.
 */
#include "object/core/protocol.h"
#include "object/core/sequence.h"
#include "object/core/string.h"
#include "object/types/type.h"
#include "object/types/type_rom.h"

/* -- items -- */

ou_int ou_len(struct ou_vm *vm, ou_val v)
{
    const struct ou_type_ops *ops = ou_ops_of(v);
    if (ops->len)
        return ops->len(vm, v);
    return ou_fail(ou_raise(vm, &ou_exc_TypeError, "object of type '%T' has no len()", v));
}

ou_int ou_len_hint(struct ou_vm *vm, ou_val v, ou_int otherwise)
{
    const struct ou_type *t = ou_type_of(v);
    if (!ou_type_is_heap(t)) {
        ou_int n = ou_ops(t)->len ? ou_ops(t)->len(vm, v) : -1;
        if (n >= 0)
            return n;
        ou_exc_take(vm);
    }
    return otherwise;
}

ou_val ou_get_item(struct ou_vm *vm, ou_val v, ou_val key)
{
    if (ou_is_ptr(v) && ou_is_small(key)) {
        const ou_val *items;
        size_t n;
        if (ou_sequence_items(v, &items, &n)) {
            ou_int i = ou_small_value(key);
            i += i < 0 ? (ou_int)n : 0;
            if (i >= 0 && (size_t)i < n)
                return items[i];
        }
    }
    const struct ou_type_ops *ops = ou_ops_of(v);
    if (ops->get_item)
        return ops->get_item(vm, v, key);
    return ou_raise(vm, &ou_exc_TypeError, "'%T' object is not subscriptable", v);
}

int ou_set_item(struct ou_vm *vm, ou_val v, ou_val key, ou_val value)
{
    const struct ou_type *t = ou_type_of(v);
    if (ou_ops(t)->set_item)
        return ou_ops(t)->set_item(vm, v, key, value);
    if (value != OU_ABSENT)
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "'%T' object does not support item assignment", v));
    bool sequence =
        (t == &ou_type_str || t == &ou_type_tuple || t == &ou_type_bytes || t == &ou_type_range) &&
        ou_is_int(key);
    return ou_fail(ou_raise(vm, &ou_exc_TypeError, "'%T' object %s support item deletion", v,
                            sequence ? "doesn't" : "does not"));
}

int ou_contains(struct ou_vm *vm, ou_val container, ou_val item)
{
    const struct ou_type_ops *ops = ou_ops_of(container);
    if (ops->contains)
        return ops->contains(vm, container, item);
    if (!ops->iter)
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "argument of type '%T' is not iterable", container));
    ou_val it = ops->iter(vm, container), v;
    if (it == OU_EXC)
        return -1;
    while ((v = ou_next(vm, it)) != OU_STOP) {
        int equal = v == OU_EXC ? -1 : ou_equal(vm, v, item);
        if (equal)
            return equal;
    }
    return 0;
}

ou_val ou_iter(struct ou_vm *vm, ou_val v)
{
    const struct ou_type_ops *ops = ou_ops_of(v);
    if (ops->iter)
        return ops->iter(vm, v);
    return ou_raise(vm, &ou_exc_TypeError, "'%T' object is not iterable", v);
}

ou_val ou_next(struct ou_vm *vm, ou_val iterator)
{
    const struct ou_type_ops *ops = ou_ops_of(iterator);
    if (OU_UNLIKELY(vm->pending) && ou_poll(vm) < 0)
        return OU_EXC;
    if (ops->next)
        return ops->next(vm, iterator);
    return ou_raise(vm, &ou_exc_TypeError, "'%T' object is not an iterator", iterator);
}

/* -- text -- */

ou_val ou_repr(struct ou_vm *vm, ou_val v)
{
    if (ou_stack_low(vm) && ou_stack_check(vm) < 0)
        return OU_EXC;
    const struct ou_type_ops *ops = ou_ops_of(v);
    return ops->repr ? ops->repr(vm, v) : ou_default_repr(vm, v);
}

ou_val ou_str(struct ou_vm *vm, ou_val v)
{
    if (ou_is_str(v))
        return v;
    if (ou_stack_low(vm) && ou_stack_check(vm) < 0)
        return OU_EXC;
    const struct ou_type_ops *ops = ou_ops_of(v);
    return ops->str ? ops->str(vm, v) : ou_repr(vm, v);
}

ou_val ou_ascii(struct ou_vm *vm, ou_val v)
{
    ou_val text = ou_repr(vm, v);
    if (text == OU_EXC || ou_str_is_ascii(vm, text))
        return text;
    struct ou_builder b;
    ou_builder_init(vm, &b);
    size_t n;
    const uint8_t *p = (const uint8_t *)ou_str_text(vm, text, &n), *end = p + n;
    while (p < end) {
        uint32_t c = *p++;
        if (c < 0x80) {
            ou_builder_add_byte(&b, (uint8_t)c);
            continue;
        }
        unsigned more = c >= 0xf0 ? 3 : c >= 0xe0 ? 2 : 1;
        c &= 0x3fu >> more;
        while (more--)
            c = c << 6 | (*p++ & 0x3f);
        ou_builder_add_c(&b, c < 0x100 ? "\\x" : c < 0x10000 ? "\\u" : "\\U");
        for (int shift = c < 0x100 ? 4 : c < 0x10000 ? 12 : 28; shift >= 0; shift -= 4)
            ou_builder_add_byte(&b, (uint8_t) "0123456789abcdef"[c >> shift & 15]);
    }
    return ou_builder_str(&b);
}

ou_val ou_format(struct ou_vm *vm, ou_val v, ou_val spec)
{
    if (spec == OU_ABSENT)
        spec = OU_S();
    if (ou_is_str(v) && spec == OU_S())
        return v;
    const struct ou_type_ops *ops = ou_ops_of(v);
    if (ops->format)
        return ops->format(vm, v, ou_type_is_heap(ou_type_of(v)) ? spec : ou_str_exact(spec));
    if (spec != OU_S())
        return ou_raise(vm, &ou_exc_TypeError, "unsupported format string passed to %T.__format__", v);
    return ou_str(vm, v);
}

/* -- bytes -- */

bool ou_has_buffer(ou_val v) { return ou_ops_of(ou_unwrap(v))->buffer != NULL; }

int ou_get_buffer(struct ou_vm *vm, ou_val v, struct ou_buffer *out)
{
    ou_val self = ou_unwrap(v);
    const struct ou_type_ops *ops = ou_ops_of(self);
    if (ops->buffer)
        return ops->buffer(vm, self, out);
    return ou_fail(ou_raise(vm, &ou_exc_TypeError, "a bytes-like object is required, not '%T'", v));
}
