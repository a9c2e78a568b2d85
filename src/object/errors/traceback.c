/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Exceptions with their tracebacks as text, in CPython's form (without the source lines, which are not
 * kept).  Writes piece by piece, so that it needs no memory but that of str(exception).
 *
 * The members of a group stand in boxes, and every line in them behind a margin, as CPython's module
 * traceback has it (its printing in C forgets the margin of some lines).
 */
#include "object/core/protocol.h"
#include "object/errors/exception.h"
#include "object/types/type.h"

#define CHAIN_MAX 32   /* chained exceptions that are printed */
#define GROUP_DEPTH 10 /* nested groups that are printed */
#define GROUP_WIDTH 15 /* members of each */
#define SEEN_MAX 48    /* exceptions that are remembered, not to be printed again as a cause or context */

struct sink {
    struct ou_vm *vm;
    ou_write_fn write;
    void *ctx;
    unsigned depth;  /* of groups around the line, each an indentation by two; 0: no margin */
    bool in_line;    /* the margin has been written */
    bool need_close; /* the box of the last member is still open */
    unsigned n_seen;
    ou_val seen[SEEN_MAX]; /* the last ones; a ring */
};

static void put_raw(struct sink *s, const char *text) { s->write(s->ctx, text, strlen(text)); }

static void put_indent(struct sink *s)
{
    for (unsigned i = 0; i < s->depth; i++)
        put_raw(s, "  ");
}

static void put_text(struct sink *s, const char *text, size_t n)
{
    while (s->depth && n) {
        if (!s->in_line) {
            put_indent(s);
            put_raw(s, "| ");
        }
        const char *end = memchr(text, '\n', n);
        size_t part = end ? (size_t)(end - text) + 1 : n;
        s->write(s->ctx, text, part);
        s->in_line = !end;
        text += part;
        n -= part;
    }
    if (n)
        s->write(s->ctx, text, n);
}

static void put(struct sink *s, const char *text) { put_text(s, text, strlen(text)); }

static void put_str(struct sink *s, ou_val v)
{
    size_t n;
    if (!ou_is_str(v)) {
        put(s, "?");
        return;
    }
    const char *text = ou_str_text(s->vm, v, &n);
    put_text(s, text, n);
}

static void put_number(struct sink *s, ou_val v)
{
    char digits[24];
    size_t i = sizeof digits;
    ou_int n = ou_is_small(v) ? ou_small_value(v) : 0;
    ou_val rest = n < 0 ? -(ou_val)n : (ou_val)n;
    do
        digits[--i] = (char)('0' + rest % 10);
    while (rest /= 10);
    if (n < 0)
        digits[--i] = '-';
    put_text(s, digits + i, sizeof digits - i);
}

static bool same_entry(const struct ou_traceback *a, const struct ou_traceback *b)
{
    return a->line == b->line && a->function_name == b->function_name && a->filename == b->filename;
}

static bool is_traceback(ou_val v) { return ou_is(v, &ou_type_traceback); }

static void put_entries(struct sink *s, ou_val traceback)
{
    const struct ou_traceback *last = NULL;
    ou_int repeats = 0;
    while (true) {
        const struct ou_traceback *t =
            ou_is(traceback, &ou_type_traceback) ? (struct ou_traceback *)traceback : NULL;
        bool same = t && last && same_entry(t, last);
        if (!same && repeats >= 3) {
            put(s, "  [Previous line repeated ");
            put_number(s, ou_small(repeats - 2));
            put(s, repeats == 3 ? " more time]\n" : " more times]\n");
        }
        if (!t)
            return;
        repeats = same ? repeats + 1 : 0;
        if (repeats < 3) {
            put(s, "  File \"");
            put_str(s, t->filename);
            put(s, "\", line ");
            put_number(s, t->line);
            put(s, ", in ");
            put_str(s, t->function_name);
            put(s, "\n");
        }
        last = t;
        traceback = t->next;
    }
}

/* An attribute of an exception, or None. */
static ou_val quiet_attr(struct ou_vm *vm, ou_val exception, ou_val name)
{
    ou_val v = ou_get_attr_or_absent(vm, exception, name);
    if (v == OU_EXC)
        ou_exc_take(vm);
    return v == OU_EXC || v == OU_ABSENT ? OU_NONE : v;
}

/* The place of a SyntaxError, and its message. */
static ou_val put_syntax(struct sink *s, ou_val exception)
{
    ou_val filename = quiet_attr(s->vm, exception, OU_S(filename)),
           line = quiet_attr(s->vm, exception, OU_S(lineno));
    ou_val text = quiet_attr(s->vm, exception, OU_S(text)),
           offset = quiet_attr(s->vm, exception, OU_S(offset));
    if (!ou_is_small(line))
        return OU_ABSENT;
    put(s, "  File \"");
    put_str(s, ou_is_str(filename) ? filename : OU_S(_lt_string_gt_));
    put(s, "\", line ");
    put_number(s, line);
    put(s, "\n");
    if (ou_is_str(text)) {
        size_t n, start = 0;
        const char *p = ou_str_text(s->vm, text, &n);
        while (n && (p[n - 1] == '\n' || p[n - 1] == '\r' || p[n - 1] == ' '))
            n--;
        while (start < n && (p[start] == ' ' || p[start] == '\t'))
            start++;
        put(s, "    ");
        put_text(s, p + start, n - start);
        put(s, "\n");
        if (ou_is_small(offset) && ou_small_value(offset) > (ou_int)start) {
            put(s, "    ");
            for (ou_int i = (ou_int)start + 1; i < ou_small_value(offset); i++)
                put(s, " ");
            put(s, "^\n");
        }
    }
    return quiet_attr(s->vm, exception, OU_S(msg));
}

/* One note, however many lines it has. */
static void put_note(struct sink *s, ou_val note)
{
    note = ou_str(s->vm, note);
    if (note == OU_EXC) {
        ou_exc_take(s->vm);
        put(s, "<note str() failed>");
    } else {
        put_str(s, note);
    }
    put(s, "\n");
}

/* __notes__: a list as add_note makes it, or anything. */
static void put_notes(struct sink *s, ou_val exception)
{
    ou_val notes = quiet_attr(s->vm, exception, OU_S(__notes__)), list = ou_cast_native(notes, &ou_type_list);
    if (ou_cast_native(notes, &ou_type_tuple) != OU_ABSENT ||
        ou_cast_native(notes, &ou_type_str) != OU_ABSENT)
        list = ou_list_from_iter(s->vm, notes);
    if (list == OU_EXC)
        ou_exc_take(s->vm);
    for (size_t i = 0; ou_is(list, &ou_type_list) && i < ou_list_len(list); i++)
        put_note(s, ou_list_get(list, i));
    if (list != OU_ABSENT || notes == OU_NONE)
        return;
    notes = ou_repr(s->vm, notes);
    if (notes == OU_EXC)
        ou_exc_take(s->vm);
    put_str(s, notes == OU_EXC ? OU_ABSENT : notes);
    put(s, "\n");
}

static void put_message(struct sink *s, ou_val exception)
{
    const struct ou_type *t = ou_type_of(exception);
    ou_val module = ou_type_module_name(t), message = OU_ABSENT;
    if (ou_is_subtype(t, &ou_exc_SyntaxError))
        message = put_syntax(s, exception);
    if (module != OU_S(builtins) && module != OU_S(__main__)) {
        put_str(s, module);
        put(s, ".");
    }
    put_str(s, ou_type_qualname(t));
    if (((const struct ou_exception *)exception)->args == OU_ABSENT) {
        char text[OU_MEMORY_TEXT_MAX];
        put(s, ": ");
        put_text(s, text, ou_memory_error_text(s->vm, text));
    } else {
        if (!ou_is_str(message))
            message = ou_str(s->vm, exception);
        if (message == OU_EXC) {
            ou_exc_take(s->vm);
            put(s, ": <exception str() failed>");
        } else if (message != OU_S()) {
            put(s, ": ");
            put_str(s, message);
        }
    }
    put(s, "\n");
    put_notes(s, exception);
}

/* -- chains and groups -- */

static void put_exception(struct sink *s, ou_val exception, unsigned depth);

/* The members of a group, each in its box, which lie one deeper than the group. */
static void put_members(struct sink *s, ou_val group, unsigned depth)
{
    ou_val members = ou_group_members(group);
    size_t n = ou_tuple_len(members), shown = ou_stack_low(s->vm) ? 0 : n < GROUP_WIDTH ? n : GROUP_WIDTH;
    s->need_close = false;
    for (size_t i = 0; i <= shown && i < n; i++) {
        bool last = i == n - 1 || i == shown;
        if (last)
            s->need_close = true; /* but the last member may be a group and close it, too */
        put_indent(s);
        put_raw(s, i ? "  +---------------- " : "+-+---------------- ");
        if (i < shown) {
            unsigned outer = s->depth;
            s->depth = 0;
            put_number(s, ou_small((ou_int)i + 1));
            s->depth = outer;
        } else {
            put_raw(s, "...");
        }
        put_raw(s, " ----------------\n");
        s->depth++;
        if (i < shown) {
            put_exception(s, ou_tuple_items(members)[i], depth);
        } else {
            put(s, "and ");
            put_number(s, ou_small((ou_int)(n - shown)));
            put(s, n - shown > 1 ? " more exceptions\n" : " more exception\n");
        }
        if (last && s->need_close) {
            put_indent(s);
            put_raw(s, "+------------------------------------\n");
            s->need_close = false;
        }
        s->depth--;
    }
}

static void put_group(struct sink *s, ou_val group, unsigned depth)
{
    if (s->depth > GROUP_DEPTH) {
        put(s, "... (max_group_depth is ");
        put_number(s, ou_small(GROUP_DEPTH));
        put(s, ")\n");
        return;
    }
    const struct ou_exception *e = (const struct ou_exception *)group;
    bool outermost = !s->depth;
    s->depth += outermost;
    if (is_traceback(e->traceback)) {
        if (outermost) {
            put_raw(s, "  + ");
            s->in_line = true;
        }
        put(s, "Exception Group Traceback (most recent call last):\n");
        put_entries(s, e->traceback);
    }
    put_message(s, group);
    put_members(s, group, depth);
    s->depth -= outermost;
}

/* What came before an exception, unless that has been printed already. */
static void put_chained(struct sink *s, ou_val exception, unsigned depth, const char *how)
{
    for (unsigned i = 0; i < SEEN_MAX && i < s->n_seen; i++)
        if (s->seen[i] == exception)
            return;
    bool need_close = s->need_close;
    put_exception(s, exception, depth + 1);
    s->need_close = need_close;
    put(s, how);
}

static void put_exception(struct sink *s, ou_val exception, unsigned depth)
{
    const struct ou_exception *e = (const struct ou_exception *)exception;
    s->seen[s->n_seen++ % SEEN_MAX] = exception;
    if (depth < CHAIN_MAX && !ou_stack_low(s->vm)) {
        if (ou_is_exception(e->cause))
            put_chained(s, e->cause, depth,
                        "\nThe above exception was the direct cause of the following exception:\n\n");
        else if (ou_is_exception(e->context) && !(ou_small_value(e->flags) & 1))
            put_chained(s, e->context, depth,
                        "\nDuring handling of the above exception, another exception occurred:\n\n");
    }
    if (OU_WITH_GROUPS && ou_is_group(exception)) {
        put_group(s, exception, depth);
        return;
    }
    if (is_traceback(e->traceback)) {
        put(s, "Traceback (most recent call last):\n");
        put_entries(s, e->traceback);
    }
    put_message(s, exception);
}

void ou_exc_write(struct ou_vm *vm, ou_val exception, ou_write_fn write, void *ctx)
{
    struct sink s = {.vm = vm, .write = write, .ctx = ctx};
    ou_val pending = ou_exc_take(vm);
    if (ou_is_exception(exception))
        put_exception(&s, exception, 0);
    ou_exc_restore(vm, pending);
}

static void write_to_builder(void *ctx, const char *text, size_t n) { ou_builder_add(ctx, text, n); }

ou_val ou_exc_text(struct ou_vm *vm, ou_val exception)
{
    struct ou_builder b;
    ou_builder_init(vm, &b);
    ou_exc_write(vm, exception, write_to_builder, &b);
    if (b.failed) /* the exception about it is lost, as is all that happens while writing */
        return ou_raise_memory(vm, vm->memory_wanted);
    return ou_builder_str(&b);
}

static void write_to_port(void *ctx, const char *text, size_t n)
{
    (void)ctx;
    ou_port_write(2, text, n);
}

void ou_exc_print(struct ou_vm *vm)
{
    ou_val exception = ou_exc_take(vm);
    ou_exc_write(vm, exception, write_to_port, NULL);
}
