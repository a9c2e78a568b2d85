/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The methods that bytes and bytearray have in common.  Each function serves both: what it returns has
 * the type of self.  Letters are those of ASCII.
 */
#include "object/bytes/bytes.h"
#include "object/bytes/codec.h"
#include "object/bytes/search.h"
#include "object/core/sequence.h"
#include "object/core/subscript.h"

static bool is_array(ou_val self) { return ou_is_bytearray(self); }

static ou_val part(struct ou_vm *vm, ou_val self, const uint8_t *p, size_t n)
{
    if (!is_array(self) && p == ou_span_of(self).p && n == ou_span_of(self).n)
        return self;
    return ou_bytes_part(vm, is_array(self), p, n);
}

static ou_val built(struct ou_vm *vm, ou_val self, struct ou_builder *b)
{
    if (!OU_WITH_BYTEARRAY || b->failed || !is_array(self))
        return ou_builder_bytes(b);
    return ou_bytearray_new(vm, b->data, b->size);
}

/* A needle: an int stands for one byte. */
static int needle(struct ou_vm *vm, ou_val v, uint8_t *one, struct ou_span *out)
{
    if (ou_cast_native(v, &ou_type_int) || ou_is_bool(v)) {
        if (ou_byte_arg(vm, v, "byte", one) < 0)
            return -1;
        *out = (struct ou_span){one, 1};
        return 0;
    }
    if (!ou_has_buffer(v))
        return ou_fail(
            ou_raise(vm, &ou_exc_TypeError, "argument should be integer or bytes-like object, not '%T'", v));
    return ou_span_get(vm, v, out);
}

/* -- find, count -- */

enum search { FIND, RFIND, COUNT };

static ou_val search(struct ou_vm *vm, unsigned n_args, const ou_val *args, enum search how, bool must)
{
    ou_int start, end;
    uint8_t one;
    struct ou_span what;
    if (ou_range_args(vm, n_args - 2, args + 2, ou_span_of(args[0]).n, &start, &end) < 0 ||
        needle(vm, args[1], &one, &what) < 0)
        return OU_EXC;
    struct ou_span s = ou_span_of(args[0]);
    size_t at = (size_t)-1;
    if (start <= end && (size_t)end <= s.n) {
        const uint8_t *p = s.p + start;
        size_t n = (size_t)(end - start);
        if (how == COUNT)
            return ou_small(what.n ? (ou_int)ou_mem_count(p, n, what.p, what.n) : (ou_int)n + 1);
        at = how == FIND ? ou_mem_find(p, n, what.p, what.n) : ou_mem_rfind(p, n, what.p, what.n);
    } else if (how == COUNT) {
        return ou_small(0);
    }
    if (at != (size_t)-1)
        return ou_small((ou_int)at + start);
    return must ? ou_raise(vm, &ou_exc_ValueError, "subsection not found") : ou_small(-1);
}

OU_NATIVE_STATIC(find_fn) { return search(vm, n_args, args, FIND, false); }
OU_NATIVE_STATIC(rfind_fn) { return search(vm, n_args, args, RFIND, false); }
OU_NATIVE_STATIC(index_fn) { return search(vm, n_args, args, FIND, true); }
OU_NATIVE_STATIC(rindex_fn) { return search(vm, n_args, args, RFIND, true); }
OU_NATIVE_STATIC(count_fn) { return search(vm, n_args, args, COUNT, false); }

/* -- affixes -- */

static bool tail_match(struct ou_span s, ou_int start, ou_int end, struct ou_span what, bool at_end)
{
    if (start > end || (size_t)end > s.n || (size_t)(end - start) < what.n)
        return false;
    return memcmp(s.p + (at_end ? (size_t)end - what.n : (size_t)start), what.p, what.n) == 0;
}

static ou_val affix(struct ou_vm *vm, unsigned n_args, const ou_val *args, bool at_end)
{
    ou_int start, end;
    struct ou_span what;
    if (ou_range_args(vm, n_args - 2, args + 2, ou_span_of(args[0]).n, &start, &end) < 0)
        return OU_EXC;
    ou_val tuple = ou_cast_native(args[1], &ou_type_tuple);
    for (size_t i = 0; tuple && i < ou_tuple_len(tuple); i++) {
        if (ou_span_get(vm, ou_tuple_items(tuple)[i], &what) < 0)
            return OU_EXC;
        if (tail_match(ou_span_of(args[0]), start, end, what, at_end))
            return OU_TRUE;
    }
    if (tuple)
        return OU_FALSE;
    if (!ou_has_buffer(args[1]))
        return ou_raise(vm, &ou_exc_TypeError, "%s first arg must be bytes or a tuple of bytes, not %T",
                        at_end ? "endswith" : "startswith", args[1]);
    if (ou_span_get(vm, args[1], &what) < 0)
        return OU_EXC;
    return ou_bool(tail_match(ou_span_of(args[0]), start, end, what, at_end));
}

OU_NATIVE_STATIC(startswith_fn) { return affix(vm, n_args, args, false); }
OU_NATIVE_STATIC(endswith_fn) { return affix(vm, n_args, args, true); }

static ou_val remove_affix(struct ou_vm *vm, const ou_val *args, bool at_end)
{
    struct ou_span what, s;
    if (ou_span_get(vm, args[1], &what) < 0)
        return OU_EXC;
    s = ou_span_of(args[0]);
    if (!tail_match(s, 0, (ou_int)s.n, what, at_end))
        return part(vm, args[0], s.p, s.n);
    return part(vm, args[0], s.p + (at_end ? 0 : what.n), s.n - what.n);
}

OU_NATIVE_STATIC(removeprefix_fn) { return remove_affix(vm, args, false); }
OU_NATIVE_STATIC(removesuffix_fn) { return remove_affix(vm, args, true); }

/* -- strip -- */

static ou_val strip(struct ou_vm *vm, unsigned n_args, const ou_val *args, bool left, bool right)
{
    static const uint8_t blanks[] = " \t\n\r\v\f";
    struct ou_span set = {blanks, 6};
    if (n_args > 1 && args[1] != OU_NONE && ou_span_get(vm, args[1], &set) < 0)
        return OU_EXC;
    struct ou_span s = ou_span_of(args[0]);
    while (left && s.n && memchr(set.p, s.p[0], set.n))
        s.p++, s.n--;
    while (right && s.n && memchr(set.p, s.p[s.n - 1], set.n))
        s.n--;
    return part(vm, args[0], s.p, s.n);
}

OU_NATIVE_STATIC(strip_fn) { return strip(vm, n_args, args, true, true); }
OU_NATIVE_STATIC(lstrip_fn) { return strip(vm, n_args, args, true, false); }
OU_NATIVE_STATIC(rstrip_fn) { return strip(vm, n_args, args, false, true); }

/* -- split -- */

/* Items are cut from self anew each time: appending may collect, but nothing can resize self. */
static int append(struct ou_vm *vm, ou_val list, ou_val self, size_t from, size_t to)
{
    ou_val item = ou_interrupted(vm) ? OU_EXC : part(vm, self, ou_span_of(self).p + from, to - from);
    return item == OU_EXC ? -1 : ou_list_append(vm, list, item);
}

static int split_blanks(struct ou_vm *vm, ou_val list, ou_val self, ou_int limit)
{
    struct ou_span s = ou_span_of(self);
    for (size_t i = 0;;) {
        while (i < s.n && ou_ascii_is_space(s.p[i]))
            i++;
        if (i == s.n)
            return 0;
        size_t from = i;
        if (limit-- == 0)
            return append(vm, list, self, from, s.n);
        while (i < s.n && !ou_ascii_is_space(s.p[i]))
            i++;
        if (append(vm, list, self, from, i) < 0)
            return -1;
    }
}

static int rsplit_blanks(struct ou_vm *vm, ou_val list, ou_val self, ou_int limit)
{
    struct ou_span s = ou_span_of(self);
    for (size_t i = s.n;;) {
        while (i && ou_ascii_is_space(s.p[i - 1]))
            i--;
        if (i == 0)
            return 0;
        size_t to = i;
        if (limit-- == 0)
            return append(vm, list, self, 0, to);
        while (i && !ou_ascii_is_space(s.p[i - 1]))
            i--;
        if (append(vm, list, self, i, to) < 0)
            return -1;
    }
}

static int split_by(struct ou_vm *vm, ou_val list, ou_val self, struct ou_span sep, ou_int limit)
{
    struct ou_span s = ou_span_of(self);
    size_t from = 0, at;
    while (limit-- != 0 && (at = ou_mem_find(s.p + from, s.n - from, sep.p, sep.n)) != (size_t)-1) {
        if (append(vm, list, self, from, from + at) < 0)
            return -1;
        from += at + sep.n;
    }
    return append(vm, list, self, from, s.n);
}

static int rsplit_by(struct ou_vm *vm, ou_val list, ou_val self, struct ou_span sep, ou_int limit)
{
    struct ou_span s = ou_span_of(self);
    size_t to = s.n, at;
    while (limit-- != 0 && (at = ou_mem_rfind(s.p, to, sep.p, sep.n)) != (size_t)-1) {
        if (append(vm, list, self, at + sep.n, to) < 0)
            return -1;
        to = at;
    }
    return append(vm, list, self, 0, to);
}

static ou_val split(struct ou_vm *vm, unsigned n_args, unsigned n_kw, const ou_val *args, bool from_right)
{
    ou_val a[2];
    if (ou_args_parse(vm, from_right ? "rsplit" : "split", "|sep maxsplit", n_args - 1, n_kw, args + 1, a) <
        0)
        return OU_EXC;
    struct ou_span sep = {NULL, 0};
    ou_int limit = -1;
    if (a[1] && ou_to_int(vm, a[1], &limit) < 0)
        return OU_EXC;
    limit = OU_MAX(limit, -1); /* counted down from */
    bool by = a[0] && a[0] != OU_NONE;
    if (by && ou_span_get(vm, a[0], &sep) < 0)
        return OU_EXC;
    if (by && sep.n == 0)
        return ou_raise(vm, &ou_exc_ValueError, "empty separator");
    ou_val list = ou_list_new(vm, 0, NULL);
    if (list == OU_EXC)
        return list;
    int status;
    if (by)
        status =
            from_right ? rsplit_by(vm, list, args[0], sep, limit) : split_by(vm, list, args[0], sep, limit);
    else
        status =
            from_right ? rsplit_blanks(vm, list, args[0], limit) : split_blanks(vm, list, args[0], limit);
    if (status < 0)
        return OU_EXC;
    if (from_right)
        ou_list_reverse_in_place(vm, list);
    return list;
}

OU_NATIVE_STATIC(split_fn) { return split(vm, n_args, n_kw, args, false); }
OU_NATIVE_STATIC(rsplit_fn) { return split(vm, n_args, n_kw, args, true); }

OU_NATIVE_STATIC(splitlines_fn)
{
    ou_val keep_val;
    if (ou_args_parse(vm, "splitlines", "|keepends", n_args - 1, n_kw, args + 1, &keep_val) < 0)
        return OU_EXC;
    int keep = keep_val ? ou_truth(vm, keep_val) : 0;
    ou_val list = keep < 0 ? OU_EXC : ou_list_new(vm, 0, NULL);
    if (list == OU_EXC)
        return list;
    struct ou_span s = ou_span_of(args[0]);
    for (size_t i = 0; i < s.n;) {
        size_t to = i;
        while (to < s.n && s.p[to] != '\n' && s.p[to] != '\r')
            to++;
        size_t next = to < s.n ? to + 1 : to;
        if (next < s.n && s.p[to] == '\r' && s.p[next] == '\n')
            next++;
        if (append(vm, list, args[0], i, keep ? next : to) < 0)
            return OU_EXC;
        i = next;
    }
    return list;
}

static ou_val partition(struct ou_vm *vm, const ou_val *args, bool from_right)
{
    struct ou_span sep, s;
    if (ou_span_get(vm, args[1], &sep) < 0)
        return OU_EXC;
    if (sep.n == 0)
        return ou_raise(vm, &ou_exc_ValueError, "empty separator");
    s = ou_span_of(args[0]);
    size_t at = from_right ? ou_mem_rfind(s.p, s.n, sep.p, sep.n) : ou_mem_find(s.p, s.n, sep.p, sep.n);
    bool found = at != (size_t)-1;
    if (!found)
        at = from_right ? 0 : s.n;
    size_t behind = found ? at + sep.n : at;
    ou_val parts[3];
    parts[0] = part(vm, args[0], s.p, at);
    parts[1] = part(vm, args[0], s.p + at, behind - at);
    parts[2] = part(vm, args[0], s.p + behind, s.n - behind);
    for (int i = 0; i < 3; i++)
        if (parts[i] == OU_EXC)
            return OU_EXC;
    return ou_tuple_new(vm, 3, parts);
}

OU_NATIVE_STATIC(partition_fn) { return partition(vm, args, false); }
OU_NATIVE_STATIC(rpartition_fn) { return partition(vm, args, true); }

/* -- join, replace -- */

OU_NATIVE_STATIC(join_fn)
{
    size_t count;
    ou_val items = ou_join_source(vm, args[1], &count);
    if (items == OU_EXC)
        return OU_EXC;
    bool is_list = ou_is(items, &ou_type_list);
    struct ou_builder b;
    ou_builder_init(vm, &b);
    for (size_t i = 0; i < count; i++) {
        ou_val item = is_list ? ou_list_get(items, i) : ou_tuple_items(items)[i];
        struct ou_span s;
        if (!ou_has_buffer(item))
            return ou_raise(vm, &ou_exc_TypeError,
                            "sequence item %zu: expected a bytes-like object, %T found", i, item);
        if (ou_span_get(vm, item, &s) < 0)
            return OU_EXC;
        struct ou_span sep = ou_span_of(args[0]);
        if (i)
            ou_builder_add(&b, sep.p, sep.n);
        if (ou_builder_add(&b, s.p, s.n) < 0)
            return OU_EXC;
    }
    return built(vm, args[0], &b);
}

OU_NATIVE_STATIC(replace_fn)
{
    struct ou_span from, to;
    ou_int limit = -1;
    if (n_args > 3 && ou_to_int(vm, args[3], &limit) < 0)
        return OU_EXC;
    limit = OU_MAX(limit, -1); /* counted down from */
    if (ou_span_get(vm, args[1], &from) < 0 || ou_span_get(vm, args[2], &to) < 0)
        return OU_EXC;
    struct ou_span s = ou_span_of(args[0]);
    struct ou_builder b;
    ou_builder_init(vm, &b);
    while (limit-- != 0) {
        size_t at = from.n ? ou_mem_find(s.p, s.n, from.p, from.n) : 0;
        if (ou_interrupted(vm))
            return OU_EXC;
        if (at == (size_t)-1)
            break;
        ou_builder_add(&b, s.p, at);
        ou_builder_add(&b, to.p, to.n);
        s.p += at + from.n;
        s.n -= at + from.n;
        if (from.n)
            continue;
        if (s.n == 0)
            break;
        if (ou_builder_add(&b, s.p++, 1) < 0)
            break;
        s.n--;
    }
    ou_builder_add(&b, s.p, s.n);
    return built(vm, args[0], &b);
}

/* -- justification -- */

enum { LEFT, RIGHT, CENTER };

static ou_val justify(struct ou_vm *vm, unsigned n_args, const ou_val *args, int how, const char *name)
{
    ou_int width;
    uint8_t fill = ' ';
    if (ou_to_int(vm, args[1], &width) < 0)
        return OU_EXC;
    if (n_args > 2) {
        ou_val v = ou_bytes_exact(args[2]);
        if (!v || ou_span_of(v).n != 1)
            return ou_raise(vm, &ou_exc_TypeError,
                            "%s() argument 2 must be a byte string of length 1, not %T", name, args[2]);
        fill = ou_span_of(v).p[0];
    }
    struct ou_span s = ou_span_of(args[0]);
    if (width <= (ou_int)s.n)
        return part(vm, args[0], s.p, s.n);
    size_t pad = (size_t)width - s.n;
    size_t left = how == LEFT ? 0 : how == RIGHT ? pad : pad / 2 + (pad & (size_t)width & 1);
    struct ou_builder b;
    ou_builder_init(vm, &b);
    ou_builder_add_fill(&b, fill, left);
    ou_builder_add(&b, s.p, s.n);
    ou_builder_add_fill(&b, fill, pad - left);
    return built(vm, args[0], &b);
}

OU_NATIVE_STATIC(ljust_fn) { return justify(vm, n_args, args, LEFT, "ljust"); }
OU_NATIVE_STATIC(rjust_fn) { return justify(vm, n_args, args, RIGHT, "rjust"); }
OU_NATIVE_STATIC(center_fn) { return justify(vm, n_args, args, CENTER, "center"); }

OU_NATIVE_STATIC(zfill_fn)
{
    ou_int width;
    if (ou_to_int(vm, args[1], &width) < 0)
        return OU_EXC;
    struct ou_span s = ou_span_of(args[0]);
    if (width <= (ou_int)s.n)
        return part(vm, args[0], s.p, s.n);
    struct ou_builder b;
    ou_builder_init(vm, &b);
    size_t sign = s.n && (s.p[0] == '+' || s.p[0] == '-');
    ou_builder_add(&b, s.p, sign);
    ou_builder_add_fill(&b, '0', (size_t)width - s.n);
    ou_builder_add(&b, s.p + sign, s.n - sign);
    return built(vm, args[0], &b);
}

OU_NATIVE_STATIC(expandtabs_fn)
{
    ou_val size_val;
    ou_int size = 8, column = 0;
    if (ou_args_parse(vm, "expandtabs", "|tabsize", n_args - 1, n_kw, args + 1, &size_val) < 0)
        return OU_EXC;
    if (size_val && ou_to_int(vm, size_val, &size) < 0)
        return OU_EXC;
    struct ou_span s = ou_span_of(args[0]);
    struct ou_builder b;
    ou_builder_init(vm, &b);
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '\t') {
            ou_int blanks = size > 0 ? size - column % size : 0;
            ou_builder_add_fill(&b, ' ', (size_t)blanks);
            column += blanks;
        } else {
            ou_builder_add_byte(&b, s.p[i]);
            column = s.p[i] == '\n' || s.p[i] == '\r' ? 0 : column + 1;
        }
    }
    return built(vm, args[0], &b);
}

/* -- case and classes -- */

enum change { LOWER, UPPER, TITLE, CAPITALIZE, SWAP };

static ou_val change_case(struct ou_vm *vm, ou_val self, enum change how)
{
    ou_val v = ou_bytes_part(vm, is_array(self), NULL, ou_span_of(self).n);
    if (v == OU_EXC)
        return v;
    struct ou_span s = ou_span_of(self);
    uint8_t *out = (uint8_t *)(uintptr_t)ou_span_of(v).p;
    bool inside = false;
    for (size_t i = 0; i < s.n; i++) {
        uint8_t c = s.p[i];
        bool upper = how == UPPER || (how == SWAP && ou_ascii_is_lower(c)) ||
                     ((how == TITLE || how == CAPITALIZE) && !inside);
        if (ou_ascii_is_alpha(c))
            out[i] = upper ? c & 0xdf : c | 32;
        else
            out[i] = c;
        inside = how == CAPITALIZE || ou_ascii_is_alpha(c);
    }
    return v;
}

OU_NATIVE_STATIC(lower_fn) { return change_case(vm, args[0], LOWER); }
OU_NATIVE_STATIC(upper_fn) { return change_case(vm, args[0], UPPER); }
OU_NATIVE_STATIC(title_fn) { return change_case(vm, args[0], TITLE); }
OU_NATIVE_STATIC(capitalize_fn) { return change_case(vm, args[0], CAPITALIZE); }
OU_NATIVE_STATIC(swapcase_fn) { return change_case(vm, args[0], SWAP); }

#define CLASS(name, condition)                  \
    OU_NATIVE_STATIC(name##_fn)                 \
    {                                           \
        struct ou_span s = ou_span_of(args[0]); \
        for (size_t i = 0; i < s.n; i++) {      \
            uint8_t c = s.p[i];                 \
            if (!(condition))                   \
                return OU_FALSE;                \
        }                                       \
        return ou_bool(s.n > 0);                \
    }
CLASS(isalnum, ou_ascii_is_alpha(c) || ou_ascii_is_digit(c))
CLASS(isalpha, ou_ascii_is_alpha(c))
CLASS(isdigit, ou_ascii_is_digit(c))
CLASS(isspace, ou_ascii_is_space(c))

OU_NATIVE_STATIC(isascii_fn)
{
    struct ou_span s = ou_span_of(args[0]);
    return ou_bool(ou_utf8_is_ascii(s.p, s.n));
}

static ou_val all_cased(ou_val self, bool upper)
{
    struct ou_span s = ou_span_of(self);
    bool cased = false;
    for (size_t i = 0; i < s.n; i++) {
        if (upper ? ou_ascii_is_lower(s.p[i]) : ou_ascii_is_upper(s.p[i]))
            return OU_FALSE;
        cased = cased || ou_ascii_is_alpha(s.p[i]);
    }
    return ou_bool(cased);
}

OU_NATIVE_STATIC(islower_fn) { return all_cased(args[0], false); }
OU_NATIVE_STATIC(isupper_fn) { return all_cased(args[0], true); }

OU_NATIVE_STATIC(istitle_fn)
{
    struct ou_span s = ou_span_of(args[0]);
    bool cased = false, inside = false;
    for (size_t i = 0; i < s.n; i++) {
        bool upper = ou_ascii_is_upper(s.p[i]), lower = ou_ascii_is_lower(s.p[i]);
        if ((upper && inside) || (lower && !inside))
            return OU_FALSE;
        inside = upper || lower;
        cased = cased || inside;
    }
    return ou_bool(cased);
}

/* -- translate -- */

OU_NATIVE_STATIC(translate_fn)
{
    ou_val a[2];
    struct ou_span table = {NULL, 0}, gone = {NULL, 0};
    if (ou_args_parse(vm, "translate", "table /|delete", n_args - 1, n_kw, args + 1, a) < 0)
        return OU_EXC;
    if (a[0] != OU_NONE && ou_span_get(vm, a[0], &table) < 0)
        return OU_EXC;
    if (a[0] != OU_NONE && table.n != 256)
        return ou_raise(vm, &ou_exc_ValueError, "translation table must be 256 characters long");
    if (a[1] && ou_span_get(vm, a[1], &gone) < 0)
        return OU_EXC;
    struct ou_span s = ou_span_of(args[0]);
    struct ou_builder b;
    ou_builder_init(vm, &b);
    uint8_t *out = ou_builder_reserve(&b, s.n);
    for (size_t i = 0; out && i < s.n; i++)
        if (!gone.n || !memchr(gone.p, s.p[i], gone.n))
            out[b.size++] = table.n ? table.p[s.p[i]] : s.p[i];
    return built(vm, args[0], &b);
}

OU_NATIVE_STATIC(maketrans_fn)
{
    struct ou_span from, to;
    if (ou_span_get(vm, args[0], &from) < 0 || ou_span_get(vm, args[1], &to) < 0)
        return OU_EXC;
    if (from.n != to.n)
        return ou_raise(vm, &ou_exc_ValueError, "maketrans arguments must have same length");
    ou_val v = ou_bytes_new(vm, NULL, 256);
    if (v == OU_EXC)
        return v;
    uint8_t *table = ou_bytes_writable(v);
    for (unsigned i = 0; i < 256; i++)
        table[i] = (uint8_t)i;
    for (size_t i = 0; i < from.n; i++)
        table[from.p[i]] = to.p[i];
    return v;
}

/* -- decode, hex -- */

OU_NATIVE_STATIC(decode_fn)
{
    ou_val a[2];
    if (ou_args_parse(vm, "decode", "|encoding errors", n_args - 1, n_kw, args + 1, a) < 0)
        return OU_EXC;
    for (int i = 0; i < 2; i++) {
        ou_val v = a[i] ? ou_str_exact(a[i]) : OU_ABSENT;
        if (a[i] && !v)
            return ou_raise(vm, &ou_exc_TypeError, "decode() argument '%s' must be str, not %A",
                            i ? "errors" : "encoding", a[i]);
        a[i] = v;
    }
    size_t n = 0;
    const char *encoding = a[0] ? ou_str_text(vm, a[0], &n) : NULL;
    struct ou_span s = ou_span_of(args[0]);
    return ou_str_decode(vm, s.p, s.n, encoding, n, a[1]);
}

static ou_val hex_text(struct ou_vm *vm, struct ou_span s, bool separate, uint8_t separator, ou_int group)
{
    struct ou_builder b;
    ou_builder_init(vm, &b);
    size_t each = (size_t)(group < 0 ? -group : group);
    uint8_t *out = s.n <= OU_STR_MAX / 3 ? ou_builder_reserve(&b, s.n * 3) : NULL;
    if (!out)
        return b.failed ? OU_EXC : ou_raise_memory(vm, SIZE_MAX);
    for (size_t i = 0; i < s.n; i++) {
        if (separate && i && each && (group > 0 ? s.n - i : i) % each == 0)
            out[b.size++] = separator;
        out[b.size++] = (uint8_t) "0123456789abcdef"[s.p[i] >> 4];
        out[b.size++] = (uint8_t) "0123456789abcdef"[s.p[i] & 15];
    }
    return ou_builder_str(&b);
}

OU_NATIVE_STATIC(hex_fn)
{
    ou_val a[2];
    if (ou_args_parse(vm, "hex", "|sep bytes_per_sep", n_args - 1, n_kw, args + 1, a) < 0)
        return OU_EXC;
    uint8_t separator = 0;
    ou_int group = 1;
    if (a[0]) {
        ou_val text = ou_str_exact(a[0]);
        ou_int length = ou_len(vm, a[0]);
        if (length < 0)
            return OU_EXC;
        if (length != 1)
            return ou_raise(vm, &ou_exc_ValueError, "sep must be length 1.");
        if (!text && !ou_bytes_exact(a[0]))
            return ou_raise(vm, &ou_exc_TypeError, "sep must be str or bytes.");
        size_t n;
        separator = text ? ou_str_data(vm, text, &n)[0] : ou_span_of(ou_bytes_exact(a[0])).p[0];
        if (separator >= 0x80)
            return ou_raise(vm, &ou_exc_ValueError, "sep must be ASCII.");
        if (a[1] && ou_to_int(vm, a[1], &group) < 0)
            return OU_EXC;
    }
    ou_val self = args[0];
    if (OU_WITH_MEMORYVIEW && ou_is(self, &ou_type_memoryview)) {
        struct ou_builder b;
        ou_builder_init(vm, &b);
        if (ou_memoryview_add(vm, &b, self) < 0)
            return OU_EXC;
        return hex_text(vm, (struct ou_span){b.data, b.size}, a[0] != 0, separator, group);
    }
    return hex_text(vm, ou_span_of(self), a[0] != 0, separator, group);
}

static int hex_digit(uint8_t c)
{
    if (ou_ascii_is_digit(c))
        return c - '0';
    c |= 32;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

OU_NATIVE_STATIC(fromhex_fn)
{
    ou_val text = ou_str_exact(args[1]);
    if (!text)
        return ou_raise(vm, &ou_exc_TypeError, "fromhex() argument must be str, not %A", args[1]);
    struct ou_text t = ou_text_of(vm, text);
    struct ou_builder b;
    ou_builder_init(vm, &b);
    size_t first = 0; /* character that is not ASCII: none may be, even behind other mistakes */
    while (first < t.n && t.p[first] < 0x80)
        first++;
    for (size_t i = first < t.n ? first : 0; i < t.n; i++) {
        if (ou_ascii_is_space(t.p[i]))
            continue;
        int high = hex_digit(t.p[i]), low = high >= 0 && i + 1 < t.n ? hex_digit(t.p[i + 1]) : -1;
        if (low < 0)
            return ou_raise(vm, &ou_exc_ValueError,
                            "non-hexadecimal number found in fromhex() arg at position %zu",
                            ou_utf8_count(t.p, i) + (high >= 0));
        ou_builder_add_byte(&b, (uint8_t)(high << 4 | low));
        i++;
    }
    bool array = OU_WITH_BYTEARRAY && ou_is_subtype(ou_ptr(args[0]), &ou_type_bytearray);
    ou_val v =
        OU_WITH_BYTEARRAY && array && !b.failed ? ou_bytearray_new(vm, b.data, b.size) : ou_builder_bytes(&b);
    if (v == OU_EXC || args[0] == OU_ROM(&ou_type_bytes) ||
        (OU_WITH_BYTEARRAY && args[0] == OU_ROM(&ou_type_bytearray)))
        return v;
    return ou_call_1(vm, args[0], v);
}

/* -- the tables -- */

#define KW OU_NATIVE_KW
#define TAKES OU_NATIVE_TAKES
/* In ASCII order; A: bytearray only. */
/* clang-format off */
#define METHODS(X, A)                                                 \
    A(append, OU_S(append), 2, 2)                                     \
    OU_IF(TEXT_METHODS, X(capitalize, OU_S(capitalize), 1, 1, 0))     \
    OU_IF(TEXT_METHODS, X(center, OU_S(center), 2, 3, 0))             \
    A(clear, OU_S(clear), 1, 1)                                       \
    A(copy, OU_S(copy), 1, 1)                                         \
    OU_IF(TEXT_METHODS, X(count, OU_S(count), 2, 4, TAKES))           \
    X(decode, OU_S(decode), 1, 3, KW)                                 \
    X(endswith, OU_S(endswith), 2, 4, TAKES)                          \
    OU_IF(TEXT_METHODS, X(expandtabs, OU_S(expandtabs), 1, 2, KW))    \
    A(extend, OU_S(extend), 2, 2)                                     \
    X(find, OU_S(find), 2, 4, TAKES)                                  \
    OU_IF(HEX, X(fromhex, OU_S(fromhex), 2, 2, 0))                    \
    OU_IF(HEX, X(hex, OU_S(hex), 1, 3, KW))                           \
    X(index, OU_S(index), 2, 4, TAKES)                                \
    A(insert, OU_S(insert), 3, 3)                                     \
    OU_IF(TEXT_METHODS, X(isalnum, OU_S(isalnum), 1, 1, 0))           \
    OU_IF(TEXT_METHODS, X(isalpha, OU_S(isalpha), 1, 1, 0))           \
    OU_IF(TEXT_METHODS, X(isascii, OU_S(isascii), 1, 1, 0))           \
    OU_IF(TEXT_METHODS, X(isdigit, OU_S(isdigit), 1, 1, 0))           \
    OU_IF(TEXT_METHODS, X(islower, OU_S(islower), 1, 1, 0))           \
    OU_IF(TEXT_METHODS, X(isspace, OU_S(isspace), 1, 1, 0))           \
    OU_IF(TEXT_METHODS, X(istitle, OU_S(istitle), 1, 1, 0))           \
    OU_IF(TEXT_METHODS, X(isupper, OU_S(isupper), 1, 1, 0))           \
    X(join, OU_S(join), 2, 2, 0)                                      \
    OU_IF(TEXT_METHODS, X(ljust, OU_S(ljust), 2, 3, 0))               \
    OU_IF(TEXT_METHODS, X(lower, OU_S(lower), 1, 1, 0))               \
    OU_IF(TEXT_METHODS, X(lstrip, OU_S(lstrip), 1, 2, 0))             \
    OU_IF(TEXT_METHODS, X(maketrans, OU_S(maketrans), 2, 2, 0))       \
    OU_IF(TEXT_METHODS, X(partition, OU_S(partition), 2, 2, 0))       \
    A(pop, OU_S(pop), 1, 2)                                           \
    A(remove, OU_S(remove), 2, 2)                                     \
    OU_IF(TEXT_METHODS, X(removeprefix, OU_S(removeprefix), 2, 2, 0)) \
    OU_IF(TEXT_METHODS, X(removesuffix, OU_S(removesuffix), 2, 2, 0)) \
    OU_IF(TEXT_METHODS, X(replace, OU_S(replace), 3, 4, 0))           \
    A(reverse, OU_S(reverse), 1, 1)                                   \
    OU_IF(TEXT_METHODS, X(rfind, OU_S(rfind), 2, 4, TAKES))           \
    OU_IF(TEXT_METHODS, X(rindex, OU_S(rindex), 2, 4, TAKES))         \
    OU_IF(TEXT_METHODS, X(rjust, OU_S(rjust), 2, 3, 0))               \
    OU_IF(TEXT_METHODS, X(rpartition, OU_S(rpartition), 2, 2, 0))     \
    OU_IF(TEXT_METHODS, X(rsplit, OU_S(rsplit), 1, 3, KW))            \
    OU_IF(TEXT_METHODS, X(rstrip, OU_S(rstrip), 1, 2, 0))             \
    OU_IF(TEXT_METHODS, X(split, OU_S(split), 1, 3, KW))              \
    OU_IF(TEXT_METHODS, X(splitlines, OU_S(splitlines), 1, 2, KW))    \
    X(startswith, OU_S(startswith), 2, 4, TAKES)                      \
    X(strip, OU_S(strip), 1, 2, 0)                                    \
    OU_IF(TEXT_METHODS, X(swapcase, OU_S(swapcase), 1, 1, 0))         \
    OU_IF(TEXT_METHODS, X(title, OU_S(title), 1, 1, 0))               \
    OU_IF(TEXT_METHODS, X(translate, OU_S(translate), 2, 3, KW))      \
    OU_IF(TEXT_METHODS, X(upper, OU_S(upper), 1, 1, 0))               \
    OU_IF(TEXT_METHODS, X(zfill, OU_S(zfill), 2, 2, 0))
/* clang-format on */

#define IS(f, g) (sizeof(#f) == sizeof(#g) && __builtin_strcmp(#f, #g) == 0)
#define TYPE_OF(f)                                  \
    (IS(f, maketrans) ? &ou_type_native_function    \
     : IS(f, fromhex) ? &ou_type_native_classmethod \
                      : &ou_type_native_method)
#define OWNER_OF(f, owner) (IS(f, maketrans) || IS(f, fromhex) ? NULL : owner)
#define MEMBER(f, name, type, min, max, flags) \
    {.native = OU_NATIVE(TYPE_OF(f), f##_fn, name, OWNER_OF(f, type), min, max, flags)},
#define X(f, name, min, max, flags) MEMBER(f, name, &ou_type_bytes, min, max, flags)
#define A(f, name, min, max)
OU_ROM_ALIGN static const union ou_member bytes_members[] = {METHODS(X, A)};
OU_MEMBER_TABLE(ou_bytes_table, bytes_members);

#if OU_WITH_BYTEARRAY
#undef X
#undef A
#define X(f, name, min, max, flags) MEMBER(f, name, &ou_type_bytearray, min, max, flags)
#define A(f, name, min, max) OU_MEMBER_METHOD(name, ou_bytearray_##f, &ou_type_bytearray, min, max, 0),
OU_ROM_ALIGN static const union ou_member bytearray_members[] = {METHODS(X, A)};
OU_MEMBER_TABLE(ou_bytearray_table, bytearray_members);
#endif

#if OU_WITH_MEMORYVIEW
OU_ROM_ALIGN const struct ou_native ou_memoryview_hex =
    OU_NATIVE(&ou_type_native_method, hex_fn, OU_S(hex), &ou_type_memoryview, 1, 3, KW);
#endif
