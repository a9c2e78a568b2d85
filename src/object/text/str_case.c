/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The methods of str that look at or change single characters.  ASCII text is mapped byte by byte.
 */
#include "object/core/string.h"

/* str_methods.h declares them. */

/* -- classes -- */

static ou_val all(struct ou_vm *vm, ou_val self, bool (*is)(uint32_t))
{
    struct ou_text t = ou_text_of(vm, self);
    const uint8_t *p = t.p, *end = t.p + t.n;
    while (p < end)
        if (!is(ou_utf8_next(&p)))
            return OU_FALSE;
    return ou_bool(t.n > 0);
}

static bool is_alnum(uint32_t c) { return ou_unicode_is_alpha(c) || ou_unicode_is_numeric(c); }

OU_NATIVE_FUNCTION(ou_str_isalnum) { return all(vm, args[0], is_alnum); }
OU_NATIVE_FUNCTION(ou_str_isalpha) { return all(vm, args[0], ou_unicode_is_alpha); }
OU_NATIVE_FUNCTION(ou_str_isdecimal) { return all(vm, args[0], ou_unicode_is_decimal); }
OU_NATIVE_FUNCTION(ou_str_isdigit) { return all(vm, args[0], ou_unicode_is_digit); }
OU_NATIVE_FUNCTION(ou_str_isnumeric) { return all(vm, args[0], ou_unicode_is_numeric); }
OU_NATIVE_FUNCTION(ou_str_isspace) { return all(vm, args[0], ou_unicode_is_space); }
OU_NATIVE_FUNCTION(ou_str_isascii) { return ou_bool(ou_str_is_ascii(vm, args[0])); }

OU_NATIVE_FUNCTION(ou_str_isprintable)
{
    return args[0] == OU_S() ? OU_TRUE : all(vm, args[0], ou_unicode_is_printable);
}

OU_NATIVE_FUNCTION(ou_str_isidentifier)
{
    struct ou_text t = ou_text_of(vm, args[0]);
    const uint8_t *p = t.p, *end = t.p + t.n;
    if (p == end || !ou_unicode_is_name_start(ou_utf8_next(&p)))
        return OU_FALSE;
    while (p < end)
        if (!ou_unicode_is_name(ou_utf8_next(&p)))
            return OU_FALSE;
    return OU_TRUE;
}

static ou_val all_cased(struct ou_vm *vm, ou_val self, bool upper)
{
    struct ou_text t = ou_text_of(vm, self);
    const uint8_t *p = t.p, *end = t.p + t.n;
    bool cased = false;
    while (p < end) {
        uint32_t c = ou_utf8_next(&p);
        if ((upper ? ou_unicode_is_lower(c) : ou_unicode_is_upper(c)) ||
            (c >= 0x80 && ou_unicode_is_title(c)))
            return OU_FALSE;
        cased = cased || (upper ? ou_unicode_is_upper(c) : ou_unicode_is_lower(c));
    }
    return ou_bool(cased);
}

OU_NATIVE_FUNCTION(ou_str_islower) { return all_cased(vm, args[0], false); }
OU_NATIVE_FUNCTION(ou_str_isupper) { return all_cased(vm, args[0], true); }

OU_NATIVE_FUNCTION(ou_str_istitle)
{
    struct ou_text t = ou_text_of(vm, args[0]);
    const uint8_t *p = t.p, *end = t.p + t.n;
    bool cased = false, inside = false;
    while (p < end) {
        uint32_t c = ou_utf8_next(&p);
        bool upper = ou_unicode_is_upper(c) || (c >= 0x80 && ou_unicode_is_title(c));
        bool lower = !upper && ou_unicode_is_lower(c);
        if ((upper && inside) || (lower && !inside))
            return OU_FALSE;
        inside = upper || lower;
        cased = cased || inside;
    }
    return ou_bool(cased);
}

/* -- case -- */

enum change { LOWER, UPPER, TITLE, CAPITALIZE, SWAP, FOLD };

static bool is_cased(uint32_t c)
{
    return ou_unicode_is_lower(c) || ou_unicode_is_upper(c) || (c >= 0x80 && ou_unicode_is_title(c));
}

/* Stands inside of words without counting (Case_Ignorable), the usual ones. */
static bool is_ignorable(uint32_t c)
{
    static const uint16_t some[] = {'\'', '.',  ':',  '^',    '`',    0xa8,   0xad,  0xaf,
                                    0xb4, 0xb7, 0xb8, 0x2018, 0x2019, 0x2024, 0x2027};
    for (size_t i = 0; i < sizeof some / sizeof *some; i++)
        if (c == some[i])
            return true;
    return c >= 0x300 && c <= 0x36f;
}

/* Is the sigma between from and to the last letter of a word? */
static bool is_final_sigma(const struct ou_text *t, const uint8_t *from, const uint8_t *to)
{
    const uint8_t *end = t->p + t->n;
    uint32_t c = 0;
    while (from > t->p && is_ignorable(c = ou_utf8_previous(&from)))
        ;
    if (!is_cased(c))
        return false;
    for (c = 0; to < end && is_ignorable(c = ou_utf8_next(&to));)
        ;
    return !is_cased(c);
}

static uint8_t change_ascii(enum change how, uint8_t c, bool inside)
{
    bool to_upper = how == UPPER || (how == SWAP && ou_ascii_is_lower(c)) ||
                    ((how == TITLE || how == CAPITALIZE) && !inside);
    if (to_upper)
        return ou_ascii_is_lower(c) ? c - 32 : c;
    return ou_ascii_is_upper(c) ? c + 32 : c;
}

static ou_val change_case_ascii(struct ou_vm *vm, ou_val self, const struct ou_text *t, enum change how)
{
    if (t->n < 2)
        return t->n ? OU_INTERNED(change_ascii(how, t->p[0], false)) : self;
    struct ou_str *s = ou_str_block(vm, t->n, true);
    if (!s)
        return OU_EXC;
    const uint8_t *p = t->p;
    if (how == LOWER || how == FOLD) {
        for (size_t i = 0; i < t->n; i++)
            s->data[i] = (uint8_t)(p[i] | (uint8_t)((uint8_t)(p[i] - 'A') < 26) << 5);
    } else if (how == UPPER) {
        for (size_t i = 0; i < t->n; i++)
            s->data[i] = (uint8_t)(p[i] & ~((uint8_t)((uint8_t)(p[i] - 'a') < 26) << 5));
    } else {
        bool inside = false;
        for (size_t i = 0; i < t->n; i++) {
            s->data[i] = change_ascii(how, p[i], inside);
            inside = how == CAPITALIZE || ou_ascii_is_alpha(p[i]);
        }
    }
    return ou_from_ptr(s);
}

static ou_val change_case(struct ou_vm *vm, ou_val self, enum change how)
{
    struct ou_text t = ou_text_of(vm, self);
    if (t.ascii)
        return change_case_ascii(vm, self, &t, how);
    struct ou_builder b;
    ou_builder_init(vm, &b);
    const uint8_t *p = t.p, *end = t.p + t.n;
    bool inside = false;
    while (p < end) {
        const uint8_t *from = p;
        uint32_t c = ou_utf8_next(&p), out[3];
        if (ou_interrupted(vm))
            return OU_EXC;
        enum change mode = how;
        if (how == SWAP)
            mode = ou_unicode_is_lower(c) ? UPPER : LOWER;
        else if (how == TITLE || how == CAPITALIZE)
            mode = inside ? LOWER : TITLE;
        unsigned n;
        if (mode == UPPER)
            n = ou_unicode_upper_full(c, out);
        else if (mode == TITLE)
            n = ou_unicode_title_full(c, out);
        else if (mode == FOLD)
            n = ou_unicode_fold_full(c, out);
        else if (c == 0x3a3) {
            n = 1;
            out[0] = is_final_sigma(&t, from, p) ? 0x3c2 : 0x3c3;
        } else
            n = ou_unicode_lower_full(c, out);
        for (unsigned i = 0; i < n; i++)
            ou_builder_add_char(&b, out[i]);
        inside = how == CAPITALIZE || is_cased(c);
    }
    return ou_builder_str(&b);
}

OU_NATIVE_FUNCTION(ou_str_lower) { return change_case(vm, args[0], LOWER); }
OU_NATIVE_FUNCTION(ou_str_upper) { return change_case(vm, args[0], UPPER); }
OU_NATIVE_FUNCTION(ou_str_title) { return change_case(vm, args[0], TITLE); }
OU_NATIVE_FUNCTION(ou_str_capitalize) { return change_case(vm, args[0], CAPITALIZE); }
OU_NATIVE_FUNCTION(ou_str_swapcase) { return change_case(vm, args[0], SWAP); }
OU_NATIVE_FUNCTION(ou_str_casefold) { return change_case(vm, args[0], FOLD); }

/* -- translate -- */

/* The entry for c in a table: OU_ABSENT if it has none. */
static ou_val translation(struct ou_vm *vm, ou_val table, uint32_t c)
{
    if (ou_is(table, &ou_type_dict))
        return ou_dict_get(vm, table, ou_small((ou_int)c));
    ou_val v = ou_get_item(vm, table, ou_small((ou_int)c));
    if (v == OU_EXC && ou_exc_matches(vm, &ou_exc_LookupError)) {
        ou_exc_take(vm);
        return OU_ABSENT;
    }
    return v;
}

OU_NATIVE_FUNCTION(ou_str_translate)
{
    struct ou_text t = ou_text_of(vm, args[0]);
    struct ou_builder b;
    ou_builder_init(vm, &b);
    const uint8_t *p = t.p, *end = t.p + t.n;
    while (p < end) {
        uint32_t c = ou_utf8_next(&p);
        ou_val v = ou_interrupted(vm) ? OU_EXC : translation(vm, args[1], c), text;
        if (v == OU_EXC)
            return v;
        if (!v) {
            ou_builder_add_char(&b, c);
        } else if ((text = ou_str_exact(v))) {
            ou_builder_add_str(&b, text);
        } else if (ou_cast_native(v, &ou_type_int) || ou_is_bool(v)) {
            ou_int code;
            if (ou_to_int_clamp(vm, v, &code) < 0)
                return OU_EXC;
            if (code < 0 || code > 0x10ffff)
                return ou_raise(vm, &ou_exc_ValueError, "character mapping must be in range(0x110000)");
            ou_builder_add_char(&b, (uint32_t)code);
        } else if (v != OU_NONE) {
            return ou_raise(vm, &ou_exc_TypeError, "character mapping must return integer, None or str");
        }
    }
    return ou_builder_str(&b);
}

static ou_val maketrans_from_dict(struct ou_vm *vm, ou_val table)
{
    ou_val source = ou_cast_native(table, &ou_type_dict), key, value;
    if (!source)
        return ou_raise(vm, &ou_exc_TypeError,
                        "if you give only one argument to maketrans it must be a dict");
    ou_val result = ou_dict_new(vm, ou_dict_len(source));
    if (result == OU_EXC)
        return result;
    for (size_t position = 0; ou_dict_next(source, &position, &key, &value);) {
        ou_val text = ou_str_exact(key);
        if (text) {
            struct ou_text t = ou_text_of(vm, text);
            if (t.n == 0 || ou_utf8_length_of(t.p[0]) != t.n)
                return ou_raise(vm, &ou_exc_ValueError, "string keys in translate table must be of length 1");
            key = ou_small((ou_int)ou_utf8_next(&t.p));
        } else if (!ou_cast_native(key, &ou_type_int) && !ou_is_bool(key)) {
            return ou_raise(vm, &ou_exc_TypeError, "keys in translate table must be strings or integers");
        }
        if (ou_dict_set(vm, result, key, value) < 0)
            return OU_EXC;
    }
    return result;
}

OU_NATIVE_FUNCTION(ou_str_maketrans)
{
    if (n_args == 1)
        return maketrans_from_dict(vm, args[0]);
    ou_val text[3];
    for (unsigned i = 0; i < n_args; i++)
        if (!(text[i] = ou_str_exact(args[i]))) {
            if (i == 0)
                return ou_raise(vm, &ou_exc_TypeError,
                                "first maketrans argument must be a string if there is a second argument");
            return ou_raise(vm, &ou_exc_TypeError, "maketrans() argument %u must be str, not %A", i + 1,
                            args[i]);
        }
    if (ou_str_length(vm, text[0]) != ou_str_length(vm, text[1]))
        return ou_raise(vm, &ou_exc_ValueError, "the first two maketrans arguments must have equal length");
    ou_val result = ou_dict_new(vm, 0);
    if (result == OU_EXC)
        return result;
    struct ou_text a = ou_text_of(vm, text[0]), b = ou_text_of(vm, text[1]);
    for (const uint8_t *p = a.p, *q = b.p; p < a.p + a.n;) {
        uint32_t from = ou_utf8_next(&p), to = ou_utf8_next(&q);
        if (ou_dict_set(vm, result, ou_small((ou_int)from), ou_small((ou_int)to)) < 0)
            return OU_EXC;
    }
    if (n_args < 3)
        return result;
    struct ou_text gone = ou_text_of(vm, text[2]);
    for (const uint8_t *p = gone.p; p < gone.p + gone.n;)
        if (ou_dict_set(vm, result, ou_small((ou_int)ou_utf8_next(&p)), OU_NONE) < 0)
            return OU_EXC;
    return result;
}
