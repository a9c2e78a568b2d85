/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Exceptions with their tracebacks as text, in CPython's form (without the source lines, which are not
 * kept).  Writes piece by piece, so that it needs no memory but that of str(exception).
 */
#include "object/containers.h"
#include "object/types.h"

#define CHAIN_MAX 32 /* chained exceptions that are printed */

struct sink {
    struct ou_vm *vm;
    ou_write_fn write;
    void *ctx;
};

static void put(const struct sink *s, const char *text) { s->write(s->ctx, text, strlen(text)); }

static void put_str(const struct sink *s, ou_val v)
{
    size_t n;
    if (!ou_is_str(v)) {
        put(s, "?");
        return;
    }
    const char *text = ou_str_text(s->vm, v, &n);
    s->write(s->ctx, text, n);
}

static void put_number(const struct sink *s, ou_val v)
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
    s->write(s->ctx, digits + i, sizeof digits - i);
}

static bool same_entry(const struct ou_traceback *a, const struct ou_traceback *b)
{
    return a->line == b->line && a->function_name == b->function_name && a->filename == b->filename;
}

static void put_entries(const struct sink *s, ou_val traceback)
{
    put(s, "Traceback (most recent call last):\n");
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
    ou_val v = ou_get_attr_or_unbound(vm, exception, name);
    if (v == OU_EXC)
        ou_exc_take(vm);
    return v == OU_EXC || v == OU_UNBOUND ? OU_NONE : v;
}

/* The place of a SyntaxError, and its message. */
static ou_val put_syntax(const struct sink *s, ou_val exception)
{
    ou_val filename = quiet_attr(s->vm, exception, OU_S(filename)),
           line = quiet_attr(s->vm, exception, OU_S(lineno));
    ou_val text = quiet_attr(s->vm, exception, OU_S(text)),
           offset = quiet_attr(s->vm, exception, OU_S(offset));
    if (!ou_is_small(line))
        return OU_UNBOUND;
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
        s->write(s->ctx, p + start, n - start);
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

static void put_message(const struct sink *s, ou_val exception)
{
    const struct ou_type *t = ou_type_of(exception);
    ou_val module = ou_type_module_name(t), message = OU_UNBOUND;
    if (ou_is_subtype(t, &ou_exc_SyntaxError))
        message = put_syntax(s, exception);
    if (module != OU_S(builtins) && module != OU_S(__main__)) {
        put_str(s, module);
        put(s, ".");
    }
    put_str(s, ou_type_qualname(t));
    if (((const struct ou_exception *)exception)->args == OU_UNBOUND) {
        char text[OU_MEMORY_TEXT_MAX];
        put(s, ": ");
        s->write(s->ctx, text, ou_memory_error_text(s->vm, text));
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
    ou_val notes = ou_exception_extra(s->vm, exception, OU_S(__notes__));
    for (size_t i = 0; ou_is(notes, &ou_type_list) && i < ou_list_len(notes); i++) {
        put_str(s, ou_list_get(notes, i));
        put(s, "\n");
    }
}

static void put_exception(const struct sink *s, ou_val exception, unsigned depth)
{
    const struct ou_exception *e = (const struct ou_exception *)exception;
    bool suppress = ou_small_value(e->flags) & 1;
    if (depth < CHAIN_MAX && !ou_stack_low(s->vm)) {
        if (ou_is_exception(e->cause)) {
            put_exception(s, e->cause, depth + 1);
            put(s, "\nThe above exception was the direct cause of the following exception:\n\n");
        } else if (ou_is_exception(e->context) && !suppress) {
            put_exception(s, e->context, depth + 1);
            put(s, "\nDuring handling of the above exception, another exception occurred:\n\n");
        }
    }
    if (e->traceback != OU_NONE && e->traceback != OU_UNBOUND)
        put_entries(s, e->traceback);
    put_message(s, exception);
}

void ou_exc_write(struct ou_vm *vm, ou_val exception, ou_write_fn write, void *ctx)
{
    struct sink s = {vm, write, ctx};
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
