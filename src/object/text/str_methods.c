/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The methods of str that search, cut and join; case and classes of characters are in str_case.c.
 *
 * Offsets are bytes inside and code points outside; for ASCII text the two are the same.  Pointers into a
 * text stay valid over a collection: they lie on the C stack.
 */
#include "object/text/str_methods.h"
#include "object/bytes/codec.h"
#include "object/bytes/search.h"
#include "object/core/sequence.h"
#include "object/core/subscript.h"
#include "object/text/format_str.h"

static size_t length_of(const struct ou_text *t) { return t->ascii ? t->n : ou_utf8_count(t->p, t->n); }
static size_t offset_of(const struct ou_text *t, ou_int index)
{
    return t->ascii ? (size_t)index : ou_utf8_offset(t->p, t->n, (size_t)index);
}

static int need_str(struct ou_vm *vm, ou_val v, ou_val *out)
{
    *out = ou_str_exact(v);
    return *out ? 0 : ou_fail(ou_raise(vm, &ou_exc_TypeError, "must be str, not %T", v));
}

/* -- find, count -- */

enum search { FIND, RFIND, COUNT };

/* Result in code points; -1: not found; -2: raised. */
static ou_int search(struct ou_vm *vm, unsigned n_args, const ou_val *args, enum search how)
{
    ou_val what_val;
    if (need_str(vm, args[1], &what_val) < 0)
        return -2;
    struct ou_text t = ou_text_of(vm, args[0]);
    ou_int start = 0, end = (ou_int)t.n;
    size_t from = 0, to = t.n;
    if (n_args > 2) {
        if (ou_range_args(vm, n_args - 2, args + 2, length_of(&t), &start, &end) < 0)
            return -2;
        t = ou_text_of(vm, args[0]);
        if (start > end)
            return how == COUNT ? 0 : -1;
        from = offset_of(&t, start);
        to = offset_of(&t, end);
    }
    struct ou_text what = ou_text_of(vm, what_val);
    if (how == COUNT) {
        if (what.n == 0)
            return (ou_int)(t.ascii ? to - from : ou_utf8_count(t.p + from, to - from)) + 1;
        return (ou_int)ou_mem_count(t.p + from, to - from, what.p, what.n);
    }
    size_t at = how == FIND ? ou_mem_find(t.p + from, to - from, what.p, what.n)
                            : ou_mem_rfind(t.p + from, to - from, what.p, what.n);
    if (at == (size_t)-1)
        return -1;
    return (ou_int)(t.ascii ? from + at : ou_utf8_count(t.p, from + at));
}

static ou_val search_result(struct ou_vm *vm, ou_int found, bool must)
{
    if (found == -2)
        return OU_EXC;
    if (found == -1 && must)
        return ou_raise(vm, &ou_exc_ValueError, "substring not found");
    return ou_small(found);
}

OU_NATIVE_STATIC(str_find) { return search_result(vm, search(vm, n_args, args, FIND), false); }
OU_NATIVE_STATIC(str_rfind) { return search_result(vm, search(vm, n_args, args, RFIND), false); }
OU_NATIVE_STATIC(str_index) { return search_result(vm, search(vm, n_args, args, FIND), true); }
OU_NATIVE_STATIC(str_rindex) { return search_result(vm, search(vm, n_args, args, RFIND), true); }
OU_NATIVE_STATIC(str_count) { return search_result(vm, search(vm, n_args, args, COUNT), false); }

/* -- startswith, endswith, removeprefix, removesuffix -- */

static bool tail_match(const struct ou_text *t, size_t from, size_t to, const struct ou_text *what,
                       bool at_end)
{
    if (to - from < what->n)
        return false;
    return memcmp(t->p + (at_end ? to - what->n : from), what->p, what->n) == 0;
}

static ou_val affix(struct ou_vm *vm, unsigned n_args, const ou_val *args, bool at_end)
{
    const char *name = at_end ? "endswith" : "startswith";
    struct ou_text t = ou_text_of(vm, args[0]);
    ou_int start = 0, end = (ou_int)t.n;
    size_t from = 0, to = t.n;
    if (n_args > 2) {
        if (ou_range_args(vm, n_args - 2, args + 2, length_of(&t), &start, &end) < 0)
            return OU_EXC;
        if (start <= end) {
            from = offset_of(&t, start);
            to = offset_of(&t, end);
        }
    }
    ou_val one = ou_str_exact(args[1]);
    if (one) {
        struct ou_text what = ou_text_of(vm, one);
        return ou_bool(start <= end && tail_match(&t, from, to, &what, at_end));
    }
    ou_val tuple = ou_cast_native(args[1], &ou_type_tuple);
    if (!tuple)
        return ou_raise(vm, &ou_exc_TypeError, "%s first arg must be str or a tuple of str, not %T", name,
                        args[1]);
    for (size_t i = 0; i < ou_tuple_len(tuple); i++) {
        one = ou_str_exact(ou_tuple_items(tuple)[i]);
        if (!one)
            return ou_raise(vm, &ou_exc_TypeError, "tuple for %s must only contain str, not %T", name,
                            ou_tuple_items(tuple)[i]);
        struct ou_text what = ou_text_of(vm, one);
        if (start <= end && tail_match(&t, from, to, &what, at_end))
            return OU_TRUE;
    }
    return OU_FALSE;
}

OU_NATIVE_STATIC(str_startswith) { return affix(vm, n_args, args, false); }
OU_NATIVE_STATIC(str_endswith) { return affix(vm, n_args, args, true); }

static ou_val remove_affix(struct ou_vm *vm, const ou_val *args, bool at_end)
{
    ou_val what_val = ou_str_exact(args[1]);
    if (!what_val)
        return ou_raise(vm, &ou_exc_TypeError, "%s() argument must be str, not %A",
                        at_end ? "removesuffix" : "removeprefix", args[1]);
    struct ou_text t = ou_text_of(vm, args[0]), what = ou_text_of(vm, what_val);
    if (what.n == 0 || !tail_match(&t, 0, t.n, &what, at_end))
        return args[0];
    return ou_str_part(vm, t.p + (at_end ? 0 : what.n), t.n - what.n, t.ascii);
}

OU_NATIVE_STATIC(str_removeprefix) { return remove_affix(vm, args, false); }
OU_NATIVE_STATIC(str_removesuffix) { return remove_affix(vm, args, true); }

/* -- strip -- */

static bool in_text(const struct ou_text *set, const uint8_t *p, size_t n)
{
    return n == 1 ? memchr(set->p, *p, set->n) != NULL : ou_mem_find(set->p, set->n, p, n) != (size_t)-1;
}

#define STRIP_LEFT 1
#define STRIP_RIGHT 2

static ou_val strip(struct ou_vm *vm, unsigned n_args, const ou_val *args, int sides, const char *name)
{
    ou_val set_val = OU_ABSENT;
    if (n_args > 1 && args[1] != OU_NONE && !(set_val = ou_str_exact(args[1])))
        return ou_raise(vm, &ou_exc_TypeError, "%s arg must be None or str", name);
    struct ou_text t = ou_text_of(vm, args[0]), set = {NULL, 0, false};
    if (set_val)
        set = ou_text_of(vm, set_val);
    const uint8_t *p = t.p, *end = t.p + t.n;
    while ((sides & STRIP_LEFT) && p < end) {
        const uint8_t *next = p;
        uint32_t c = ou_utf8_next(&next);
        if (set_val ? !in_text(&set, p, (size_t)(next - p)) : !ou_unicode_is_space(c))
            break;
        p = next;
    }
    while ((sides & STRIP_RIGHT) && p < end) {
        const uint8_t *last = end;
        uint32_t c = ou_utf8_previous(&last);
        if (set_val ? !in_text(&set, last, (size_t)(end - last)) : !ou_unicode_is_space(c))
            break;
        end = last;
    }
    if ((size_t)(end - p) == t.n)
        return args[0];
    return ou_str_part(vm, p, (size_t)(end - p), t.ascii);
}

OU_NATIVE_STATIC(str_strip) { return strip(vm, n_args, args, STRIP_LEFT | STRIP_RIGHT, "strip"); }
OU_NATIVE_STATIC(str_lstrip) { return strip(vm, n_args, args, STRIP_LEFT, "lstrip"); }
OU_NATIVE_STATIC(str_rstrip) { return strip(vm, n_args, args, STRIP_RIGHT, "rstrip"); }

/* -- split -- */

static int append_part(struct ou_vm *vm, ou_val list, const struct ou_text *t, size_t from, size_t to)
{
    ou_val part = ou_interrupted(vm)  ? OU_EXC
                  : to - from == t->n ? ou_str_part(vm, t->p, t->n, t->ascii)
                                      : ou_str_part(vm, t->p + from, to - from, t->ascii);
    return part == OU_EXC ? -1 : ou_list_append(vm, list, part);
}

static bool space_at(const uint8_t *p, size_t *n)
{
    if (*p < 0x80) {
        *n = 1;
        return ou_ascii_is_space(*p) || (*p >= 0x1c && *p <= 0x1f);
    }
    const uint8_t *next = p;
    uint32_t c = ou_utf8_next(&next);
    *n = (size_t)(next - p);
    return ou_unicode_is_space(c);
}

static int split_blanks(struct ou_vm *vm, ou_val list, const struct ou_text *t, ou_int limit)
{
    size_t i = 0, k;
    for (;;) {
        while (i < t->n && space_at(t->p + i, &k))
            i += k;
        if (i == t->n)
            return 0;
        size_t from = i;
        if (limit-- == 0)
            return append_part(vm, list, t, from, t->n);
        while (i < t->n && !space_at(t->p + i, &k))
            i += k;
        if (append_part(vm, list, t, from, i) < 0)
            return -1;
    }
}

static int rsplit_blanks(struct ou_vm *vm, ou_val list, const struct ou_text *t, ou_int limit)
{
    const uint8_t *end = t->p + t->n, *last;
    for (;;) {
        for (last = end; end > t->p && ou_unicode_is_space(ou_utf8_previous(&last));)
            end = last;
        if (end == t->p)
            return 0;
        const uint8_t *from = end;
        if (limit-- == 0)
            return append_part(vm, list, t, 0, (size_t)(end - t->p));
        for (last = from; from > t->p && !ou_unicode_is_space(ou_utf8_previous(&last));)
            from = last;
        if (append_part(vm, list, t, (size_t)(from - t->p), (size_t)(end - t->p)) < 0)
            return -1;
        end = from;
    }
}

static int split_by(struct ou_vm *vm, ou_val list, const struct ou_text *t, const struct ou_text *sep,
                    ou_int limit)
{
    size_t from = 0;
    while (limit-- != 0) {
        size_t at = ou_mem_find(t->p + from, t->n - from, sep->p, sep->n);
        if (at == (size_t)-1)
            break;
        if (append_part(vm, list, t, from, from + at) < 0)
            return -1;
        from += at + sep->n;
    }
    return append_part(vm, list, t, from, t->n);
}

static int rsplit_by(struct ou_vm *vm, ou_val list, const struct ou_text *t, const struct ou_text *sep,
                     ou_int limit)
{
    size_t to = t->n;
    while (limit-- != 0) {
        size_t at = ou_mem_rfind(t->p, to, sep->p, sep->n);
        if (at == (size_t)-1)
            break;
        if (append_part(vm, list, t, at + sep->n, to) < 0)
            return -1;
        to = at;
    }
    return append_part(vm, list, t, 0, to);
}

static ou_val split(struct ou_vm *vm, unsigned n_args, unsigned n_kw, const ou_val *args, bool from_right)
{
    ou_val a[2] = {OU_ABSENT, OU_ABSENT};
    if (n_kw) {
        if (ou_args_parse(vm, from_right ? "rsplit" : "split", "|sep maxsplit", n_args - 1, n_kw, args + 1,
                          a) < 0)
            return OU_EXC;
    } else {
        for (unsigned i = 1; i < n_args; i++)
            a[i - 1] = args[i];
    }
    ou_val sep_val = OU_ABSENT;
    ou_int limit = -1;
    if (a[1] && ou_to_int(vm, a[1], &limit) < 0)
        return OU_EXC;
    limit = OU_MAX(limit, -1); /* counted down from */
    if (a[0] && a[0] != OU_NONE && !(sep_val = ou_str_exact(a[0])))
        return ou_raise(vm, &ou_exc_TypeError, "must be str or None, not %T", a[0]);
    if (sep_val == OU_S())
        return ou_raise(vm, &ou_exc_ValueError, "empty separator");
    ou_val list = ou_list_new(vm, 0, NULL);
    if (list == OU_EXC)
        return list;
    struct ou_text t = ou_text_of(vm, args[0]);
    int status;
    if (sep_val) {
        struct ou_text sep = ou_text_of(vm, sep_val);
        status = from_right ? rsplit_by(vm, list, &t, &sep, limit) : split_by(vm, list, &t, &sep, limit);
    } else {
        status = from_right ? rsplit_blanks(vm, list, &t, limit) : split_blanks(vm, list, &t, limit);
    }
    if (status < 0)
        return OU_EXC;
    if (from_right)
        ou_list_reverse_in_place(vm, list);
    return list;
}

OU_NATIVE_STATIC(str_split) { return split(vm, n_args, n_kw, args, false); }
OU_NATIVE_STATIC(str_rsplit) { return split(vm, n_args, n_kw, args, true); }

OU_NATIVE_STATIC(str_splitlines)
{
    ou_val keep_val;
    if (ou_args_parse(vm, "splitlines", "|keepends", n_args - 1, n_kw, args + 1, &keep_val) < 0)
        return OU_EXC;
    int keep = keep_val ? ou_truth(vm, keep_val) : 0;
    if (keep < 0)
        return OU_EXC;
    ou_val list = ou_list_new(vm, 0, NULL);
    if (list == OU_EXC)
        return list;
    struct ou_text t = ou_text_of(vm, args[0]);
    for (size_t i = 0; i < t.n;) {
        size_t from = i, to, next = i;
        for (;;) {
            to = next;
            if (to == t.n)
                break;
            const uint8_t *p = t.p + to;
            uint32_t c = ou_utf8_next(&p);
            next = (size_t)(p - t.p);
            if (ou_unicode_is_line_break(c)) {
                if (c == '\r' && next < t.n && t.p[next] == '\n')
                    next++;
                break;
            }
        }
        if (append_part(vm, list, &t, from, keep ? next : to) < 0)
            return OU_EXC;
        i = next;
    }
    return list;
}

static ou_val partition(struct ou_vm *vm, const ou_val *args, bool from_right)
{
    ou_val sep_val, part[3];
    if (need_str(vm, args[1], &sep_val) < 0)
        return OU_EXC;
    if (sep_val == OU_S())
        return ou_raise(vm, &ou_exc_ValueError, "empty separator");
    struct ou_text t = ou_text_of(vm, args[0]), sep = ou_text_of(vm, sep_val);
    size_t at = from_right ? ou_mem_rfind(t.p, t.n, sep.p, sep.n) : ou_mem_find(t.p, t.n, sep.p, sep.n);
    if (at == (size_t)-1) {
        part[0] = from_right ? OU_S() : args[0];
        part[1] = OU_S();
        part[2] = from_right ? args[0] : OU_S();
    } else {
        part[0] = ou_str_part(vm, t.p, at, t.ascii);
        part[1] = sep_val;
        part[2] = ou_str_part(vm, t.p + at + sep.n, t.n - at - sep.n, t.ascii);
        if (part[0] == OU_EXC || part[2] == OU_EXC)
            return OU_EXC;
    }
    return ou_tuple_new(vm, 3, part);
}

OU_NATIVE_STATIC(str_partition) { return partition(vm, args, false); }
OU_NATIVE_STATIC(str_rpartition) { return partition(vm, args, true); }

/* -- join -- */

static ou_val join_items(struct ou_vm *vm, ou_val separator, size_t count, ou_val list)
{
    bool is_list = ou_is(list, &ou_type_list);
#define ITEM(i) (is_list ? ou_list_get(list, i) : ou_tuple_items(list)[i])
    struct ou_text sep = ou_text_of(vm, separator);
    size_t total = 0;
    bool ascii = sep.ascii || count < 2;
    for (size_t i = 0; i < count; i++) {
        ou_val item = ITEM(i), text = ou_str_exact(item);
        if (!text)
            return ou_raise(vm, &ou_exc_TypeError, "sequence item %zu: expected str instance, %T found", i,
                            item);
        size_t n;
        ou_str_data(vm, text, &n);
        ascii = ascii && ou_str_is_ascii(vm, text);
        if (__builtin_add_overflow(total, n + (i ? sep.n : 0), &total) || total > OU_STR_MAX)
            return ou_raise_memory(vm, total);
    }
    if (total == 0)
        return OU_S();
    if (count == 1)
        return ou_str_exact(ITEM(0));
    uint8_t small[1];
    struct ou_str *s = total > 1 ? ou_str_block(vm, total, ascii) : NULL;
    if (total > 1 && !s)
        return OU_EXC;
    uint8_t *out = s ? s->data : small;
    for (size_t i = 0; i < count; i++) {
        if (i && sep.n == 1) {
            *out++ = sep.p[0];
        } else if (i) {
            memcpy(out, sep.p, sep.n);
            out += sep.n;
        }
        size_t n;
        const uint8_t *p = ou_str_data(vm, ou_str_exact(ITEM(i)), &n);
        if (n == 1)
            *out = *p;
        else
            memcpy(out, p, n);
        out += n;
    }
#undef ITEM
    return s ? ou_from_ptr(s) : OU_INTERNED(small[0]);
}

ou_val ou_str_join(struct ou_vm *vm, ou_val separator, ou_val iterable)
{
    size_t count;
    ou_val items = ou_join_source(vm, iterable, &count);
    return items == OU_EXC ? items : join_items(vm, separator, count, items);
}

OU_NATIVE_STATIC(str_join) { return ou_str_join(vm, args[0], args[1]); }

/* -- replace -- */

/* Between all characters. */
static ou_val replace_empty(struct ou_vm *vm, ou_val self, const struct ou_text *to, ou_int limit)
{
    struct ou_builder b;
    ou_builder_init(vm, &b);
    struct ou_text t = ou_text_of(vm, self);
    const uint8_t *p = t.p, *end = t.p + t.n;
    for (;;) {
        if (limit-- == 0) {
            ou_builder_add(&b, p, (size_t)(end - p));
            break;
        }
        ou_builder_add(&b, to->p, to->n);
        if (p == end)
            break;
        if (ou_interrupted(vm))
            return OU_EXC;
        size_t n = ou_utf8_length_of(*p);
        if (ou_builder_add(&b, p, n) < 0)
            break;
        p += n;
    }
    return ou_builder_str(&b);
}

OU_NATIVE_STATIC(str_replace)
{
    ou_int limit = -1;
    ou_val pair[2];
    for (int i = 0; i < 2; i++)
        if (!(pair[i] = ou_str_exact(args[1 + i])))
            return ou_raise(vm, &ou_exc_TypeError, "replace() argument %d must be str, not %A", i + 1,
                            args[1 + i]);
    if (n_args > 3 && ou_to_int(vm, args[3], &limit) < 0)
        return OU_EXC;
    limit = OU_MAX(limit, -1); /* counted down from */
    struct ou_text t = ou_text_of(vm, args[0]), from = ou_text_of(vm, pair[0]), to = ou_text_of(vm, pair[1]);
    if (from.n == 0)
        return limit == 0 ? args[0] : replace_empty(vm, args[0], &to, limit);
    size_t count = ou_mem_count(t.p, t.n, from.p, from.n);
    if (limit >= 0 && count > (size_t)limit)
        count = (size_t)limit;
    if (count == 0)
        return args[0];
    size_t total = t.n - count * from.n, more;
    if (__builtin_mul_overflow(count, to.n, &more) || (total += more) > OU_STR_MAX || total < more)
        return ou_raise_memory(vm, SIZE_MAX);
    uint8_t small[1];
    struct ou_str *s = total > 1 ? ou_str_block(vm, total, t.ascii && to.ascii) : NULL;
    if (total > 1 && !s)
        return OU_EXC;
    uint8_t *out = s ? s->data : small;
    const uint8_t *p = t.p;
    size_t left = t.n;
    while (count--) {
        size_t at = ou_mem_find(p, left, from.p, from.n);
        memcpy(out, p, at);
        memcpy(out + at, to.p, to.n);
        out += at + to.n;
        p += at + from.n;
        left -= at + from.n;
    }
    memcpy(out, p, left);
    if (!s)
        return total ? OU_INTERNED(small[0]) : OU_S();
    if (!(s->size_ascii & OU_STR_ASCII) && ou_utf8_is_ascii(s->data, total))
        s->size_ascii |= OU_STR_ASCII; /* all that was not ASCII was replaced */
    return ou_from_ptr(s);
}

/* -- justification -- */

static int fill_arg(struct ou_vm *vm, unsigned n_args, const ou_val *args, struct ou_text *fill)
{
    static const uint8_t blank[] = " ";
    *fill = (struct ou_text){blank, 1, true};
    if (n_args < 3)
        return 0;
    ou_val v = ou_str_exact(args[2]);
    if (!v)
        return ou_fail(ou_raise(vm, &ou_exc_TypeError,
                                "The fill character must be a unicode character, not %T", args[2]));
    *fill = ou_text_of(vm, v);
    if (length_of(fill) != 1)
        return ou_fail(
            ou_raise(vm, &ou_exc_TypeError, "The fill character must be exactly one character long"));
    return 0;
}

static void add_fill(struct ou_builder *b, const struct ou_text *fill, size_t count)
{
    if (fill->n == 1)
        ou_builder_add_fill(b, fill->p[0], count);
    else
        ou_builder_add_repeated(b, fill->p, fill->n, count);
}

enum { LEFT, RIGHT, CENTER };

static ou_val justify(struct ou_vm *vm, unsigned n_args, const ou_val *args, int how)
{
    ou_int width;
    struct ou_text fill;
    if (ou_to_int(vm, args[1], &width) < 0 || fill_arg(vm, n_args, args, &fill) < 0)
        return OU_EXC;
    struct ou_text t = ou_text_of(vm, args[0]);
    ou_int length = (ou_int)length_of(&t);
    if (width <= length)
        return args[0];
    size_t pad = (size_t)(width - length);
    size_t left = how == LEFT ? 0 : how == RIGHT ? pad : pad / 2 + (pad & (size_t)width & 1);
    struct ou_builder b;
    ou_builder_init(vm, &b);
    add_fill(&b, &fill, left);
    ou_builder_add(&b, t.p, t.n);
    add_fill(&b, &fill, pad - left);
    return ou_builder_str(&b);
}

OU_NATIVE_STATIC(str_ljust) { return justify(vm, n_args, args, LEFT); }
OU_NATIVE_STATIC(str_rjust) { return justify(vm, n_args, args, RIGHT); }
OU_NATIVE_STATIC(str_center) { return justify(vm, n_args, args, CENTER); }

OU_NATIVE_STATIC(str_zfill)
{
    ou_int width;
    if (ou_to_int(vm, args[1], &width) < 0)
        return OU_EXC;
    struct ou_text t = ou_text_of(vm, args[0]);
    ou_int length = (ou_int)length_of(&t);
    if (width <= length)
        return args[0];
    struct ou_builder b;
    ou_builder_init(vm, &b);
    size_t sign = t.n && (t.p[0] == '+' || t.p[0] == '-');
    ou_builder_add(&b, t.p, sign);
    ou_builder_add_fill(&b, '0', (size_t)(width - length));
    ou_builder_add(&b, t.p + sign, t.n - sign);
    return ou_builder_str(&b);
}

OU_NATIVE_STATIC(str_expandtabs)
{
    ou_val size_val;
    ou_int size = 8, column = 0;
    if (ou_args_parse(vm, "expandtabs", "|tabsize", n_args - 1, n_kw, args + 1, &size_val) < 0)
        return OU_EXC;
    if (size_val && ou_to_int(vm, size_val, &size) < 0)
        return OU_EXC;
    struct ou_text t = ou_text_of(vm, args[0]);
    struct ou_builder b;
    ou_builder_init(vm, &b);
    for (size_t i = 0; i < t.n; i++) {
        if (t.p[i] == '\t') {
            ou_int blanks = size > 0 ? size - column % size : 0;
            ou_builder_add_fill(&b, ' ', (size_t)blanks);
            column += blanks;
            continue;
        }
        ou_builder_add_byte(&b, t.p[i]);
        column = t.p[i] == '\n' || t.p[i] == '\r' ? 0 : column + ((t.p[i] & 0xc0) != 0x80);
    }
    return ou_builder_str(&b);
}

/* -- encode, format -- */

OU_NATIVE_STATIC(str_encode)
{
    ou_val a[2];
    if (ou_args_parse(vm, "encode", "|encoding errors", n_args - 1, n_kw, args + 1, a) < 0)
        return OU_EXC;
    for (int i = 0; i < 2; i++) {
        ou_val v = a[i] ? ou_str_exact(a[i]) : OU_ABSENT;
        if (a[i] && !v)
            return ou_raise(vm, &ou_exc_TypeError, "encode() argument '%s' must be str, not %A",
                            i ? "errors" : "encoding", a[i]);
        a[i] = v;
    }
    size_t n = 0;
    const char *encoding = a[0] ? ou_str_text(vm, a[0], &n) : NULL;
    return ou_str_encode(vm, args[0], encoding, n, a[1]);
}

OU_NATIVE_STATIC(str_format)
{
    return ou_str_format_method(vm, args[0], n_args - 1, n_kw, args + 1, OU_ABSENT);
}
OU_NATIVE_STATIC(str_format_map) { return ou_str_format_method(vm, args[0], 0, 0, NULL, args[1]); }

#define KW OU_NATIVE_KW
#define TAKES OU_NATIVE_TAKES
/* in ASCII order */
/* clang-format off */
/* X: of this file, Y: of str_case.c, Z: the one that is no method */
#define METHODS(X, Y, Z)                                              \
    OU_IF(TEXT_METHODS, Y(capitalize, OU_S(capitalize), 1, 1, 0))     \
    OU_IF(TEXT_METHODS, Y(casefold, OU_S(casefold), 1, 1, 0))         \
    OU_IF(TEXT_METHODS, X(center, OU_S(center), 2, 3, 0))             \
    X(count, OU_S(count), 2, 4, TAKES)                                \
    X(encode, OU_S(encode), 1, 3, KW)                                 \
    X(endswith, OU_S(endswith), 2, 4, TAKES)                          \
    OU_IF(TEXT_METHODS, X(expandtabs, OU_S(expandtabs), 1, 2, KW))    \
    X(find, OU_S(find), 2, 4, TAKES)                                  \
    X(format, OU_S(format), 1, OU_NATIVE_VARARGS, KW)                 \
    OU_IF(TEXT_METHODS, X(format_map, OU_S(format_map), 2, 2, 0))     \
    X(index, OU_S(index), 2, 4, TAKES)                                \
    Y(isalnum, OU_S(isalnum), 1, 1, 0)                                \
    Y(isalpha, OU_S(isalpha), 1, 1, 0)                                \
    Y(isascii, OU_S(isascii), 1, 1, 0)                                \
    OU_IF(TEXT_METHODS, Y(isdecimal, OU_S(isdecimal), 1, 1, 0))       \
    Y(isdigit, OU_S(isdigit), 1, 1, 0)                                \
    OU_IF(TEXT_METHODS, Y(isidentifier, OU_S(isidentifier), 1, 1, 0)) \
    Y(islower, OU_S(islower), 1, 1, 0)                                \
    OU_IF(TEXT_METHODS, Y(isnumeric, OU_S(isnumeric), 1, 1, 0))       \
    OU_IF(TEXT_METHODS, Y(isprintable, OU_S(isprintable), 1, 1, 0))   \
    Y(isspace, OU_S(isspace), 1, 1, 0)                                \
    OU_IF(TEXT_METHODS, Y(istitle, OU_S(istitle), 1, 1, 0))           \
    Y(isupper, OU_S(isupper), 1, 1, 0)                                \
    X(join, OU_S(join), 2, 2, 0)                                      \
    X(ljust, OU_S(ljust), 2, 3, 0)                                    \
    Y(lower, OU_S(lower), 1, 1, 0)                                    \
    X(lstrip, OU_S(lstrip), 1, 2, 0)                                  \
    OU_IF(TEXT_METHODS, Z(maketrans, OU_S(maketrans), 1, 3, 0))       \
    X(partition, OU_S(partition), 2, 2, 0)                            \
    OU_IF(TEXT_METHODS, X(removeprefix, OU_S(removeprefix), 2, 2, 0)) \
    OU_IF(TEXT_METHODS, X(removesuffix, OU_S(removesuffix), 2, 2, 0)) \
    X(replace, OU_S(replace), 3, 4, 0)                                \
    X(rfind, OU_S(rfind), 2, 4, TAKES)                                \
    X(rindex, OU_S(rindex), 2, 4, TAKES)                              \
    X(rjust, OU_S(rjust), 2, 3, 0)                                    \
    OU_IF(TEXT_METHODS, X(rpartition, OU_S(rpartition), 2, 2, 0))     \
    X(rsplit, OU_S(rsplit), 1, 3, KW)                                 \
    X(rstrip, OU_S(rstrip), 1, 2, 0)                                  \
    X(split, OU_S(split), 1, 3, KW)                                   \
    X(splitlines, OU_S(splitlines), 1, 2, KW)                         \
    X(startswith, OU_S(startswith), 2, 4, TAKES)                      \
    X(strip, OU_S(strip), 1, 2, 0)                                    \
    OU_IF(TEXT_METHODS, Y(swapcase, OU_S(swapcase), 1, 1, 0))         \
    OU_IF(TEXT_METHODS, Y(title, OU_S(title), 1, 1, 0))               \
    OU_IF(TEXT_METHODS, Y(translate, OU_S(translate), 2, 2, 0))       \
    Y(upper, OU_S(upper), 1, 1, 0)                                    \
    X(zfill, OU_S(zfill), 2, 2, 0)
/* clang-format on */

#define X(f, name, min, max, flags) OU_METHOD(f##_method, str_##f, &ou_type_str, name, min, max, flags);
#define Y(f, name, min, max, flags) OU_METHOD(f##_method, ou_str_##f, &ou_type_str, name, min, max, flags);
#define Z(f, name, min, max, flags) OU_FUNCTION(f##_method, ou_str_##f, name, min, max, flags);
METHODS(X, Y, Z)
#define ENTRY(f, name, min, max, flags) {name, OU_ROM(&f##_method)},
static const struct ou_rom_entry entries[] = {METHODS(ENTRY, ENTRY, ENTRY)};
OU_ROM_TABLE(ou_str_table, entries);
