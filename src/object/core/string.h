/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Texts and strings of bytes as the interpreter itself uses them.
 *
 * A str is an interned string (an immediate) or a struct ou_str.  A given text may exist in both forms:
 * equality of an interned and a heap str compares texts, equality of two interned ones is identity.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_CORE_STRING_H
#define OURO_INCLUDED_SRC_OBJECT_CORE_STRING_H

#include "object/core/object.h"
#include "object/unicode/unicode.h"

#define OU_STR_MAX 0x7fffff00u /* bytes of a str or bytes */

/* The text of an interned string, no collection.  Valid while the string is alive and, for an old
 * pointer, while it is on the C stack. */
static inline const uint8_t *ou_intern_text(struct ou_vm *vm, ou_val v, size_t *n)
{
    uint32_t id = ou_interned_id(v);
    if (id < OU_NAMES_COUNT)
        return ou_rom_text(id, n);
    const uint8_t *text = vm->intern.texts[id - OU_NAMES_COUNT];
    *n = text[0];
    return text + 1;
}

/* The text of a str. */
static inline const uint8_t *ou_str_data(struct ou_vm *vm, ou_val v, size_t *n)
{
    if (ou_is_interned(v))
        return ou_intern_text(vm, v, n);
    ou_assert_api(ou_is(v, &ou_type_str));
    const struct ou_str *s = (const struct ou_str *)v;
    *n = ou_str_size(s);
    return s->data;
}

static inline bool ou_str_is_ascii(struct ou_vm *vm, ou_val v)
{
    if (!ou_is_interned(v))
        return (((const struct ou_str *)v)->size_ascii & OU_STR_ASCII) != 0;
    if (ou_interned_id(v) < OU_NAMES_COUNT)
        return true;
    size_t n;
    const uint8_t *p = ou_intern_text(vm, v, &n);
    return ou_utf8_is_ascii(p, n);
}

/* v as exactly a str (an instance of a subclass: what it wraps), or OU_ABSENT. */
static inline ou_val ou_str_exact(ou_val v)
{
    return ou_is_interned(v) || ou_is(v, &ou_type_str) ? v : ou_cast_native(v, &ou_type_str);
}

/* A text seen for a moment: good while its str is alive and in place. */
struct ou_text {
    const uint8_t *p;
    size_t n;
    bool ascii;
};
static inline struct ou_text ou_text_of(struct ou_vm *vm, ou_val str)
{
    struct ou_text t;
    t.p = ou_str_data(vm, str, &t.n);
    t.ascii = ou_str_is_ascii(vm, str);
    return t;
}

/* A str of a part of valid text; ascii: known to be all ASCII (false: not known). */
ou_val ou_str_part(struct ou_vm *vm, const uint8_t *data, size_t n, bool ascii) OU_MUST_CHECK;
/* A block for n >= 2 bytes of text that the caller fills in at once; NULL: raised.  The caller sets ascii
 * only if it is all ASCII, and must if it is. */
struct ou_str *ou_str_block(struct ou_vm *vm, size_t n, bool ascii) OU_MUST_CHECK;
uint32_t ou_str_hash(struct ou_vm *vm, ou_val v);              /* no collection */
int ou_str_compare_text(struct ou_vm *vm, ou_val a, ou_val b); /* <0, 0, >0; no collection */

int ou_str_add_repr(struct ou_vm *vm, struct ou_builder *b, ou_val str, bool ascii_only);

#endif /* OURO_INCLUDED_SRC_OBJECT_CORE_STRING_H */
