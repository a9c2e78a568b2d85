/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Matching the arguments of a native function against names, with CPython's messages.
 *
 * A spec is read twice: once for its counts, and again for each name that is looked for.  Specs are
 * short, and most calls have no keywords.
 */
#include "base/base.h"
#include "object/core/vm.h"

struct spec {
    unsigned n;                           /* names in all */
    unsigned positional_only, positional; /* names before `/`, before `$` */
    unsigned required;                    /* names before `|`: those after `$` are optional */
};

/* The next name: its start and length; *p is moved behind it.  Separators are noted in s. */
static const char *next_name(const char **p, size_t *length, struct spec *s)
{
    for (;; (*p)++) {
        char c = **p;
        if (c == '|') {
            if (s)
                s->required = s->n;
        } else if (c == '$') {
            if (s)
                s->positional = s->n;
        } else if (c == '/') {
            if (s)
                s->positional_only = s->n;
        } else if (c != ' ') {
            break;
        }
    }
    const char *start = *p;
    while (**p && !strchr(" |$/", **p))
        (*p)++;
    *length = (size_t)(*p - start);
    return *length ? start : NULL;
}

static void read_spec(const char *text, struct spec *s)
{
    size_t length;
    memset(s, 0, sizeof *s);
    s->positional = s->required = ~0u;
    while (next_name(&text, &length, s))
        s->n++;
    s->positional = OU_MIN(s->positional, s->n);
    s->required = OU_MIN(s->required, s->n);
}

/* The number of the parameter with this name, or -1. */
static int find_name(struct ou_vm *vm, const char *text, ou_val name)
{
    size_t n, length;
    const char *wanted = ou_str_text(vm, name, &n), *found;
    for (int i = 0; (found = next_name(&text, &length, NULL)) != NULL; i++)
        if (length == n && memcmp(found, wanted, n) == 0)
            return i;
    return -1;
}

static ou_val name_at(struct ou_vm *vm, const char *text, unsigned i)
{
    size_t length;
    const char *name;
    while ((name = next_name(&text, &length, NULL)) != NULL && i-- > 0)
        continue;
    return ou_str_new(vm, name, length);
}

static int too_many(struct ou_vm *vm, const char *function, const struct spec *s, unsigned n_args,
                    unsigned n_kw)
{
    if (n_args + n_kw > s->n)
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "%s() takes %s %u %sargument%s (%u given)", function,
                                s->required < s->n ? "at most" : "exactly", s->n,
                                n_args == 0 ? "keyword " : "", s->n == 1 ? "" : "s", n_args + n_kw));
    if (s->positional == 0)
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "%s() takes no positional arguments", function));
    return ou_fail(ou_raise(vm, &ou_exc_TypeError, "%s() takes %s %u positional argument%s (%u given)",
                            function, s->required < s->positional ? "at most" : "exactly", s->positional,
                            s->positional == 1 ? "" : "s", n_args));
}

static int missing(struct ou_vm *vm, const char *function, const char *text, const struct spec *s, unsigned i,
                   unsigned n_args)
{
    if (i < s->positional_only) {
        unsigned least = OU_MIN(s->positional_only, s->required);
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "%s() takes %s %u positional argument%s (%u given)",
                                function, least < s->positional ? "at least" : "exactly", least,
                                least == 1 ? "" : "s", n_args));
    }
    ou_val name = name_at(vm, text, i);
    if (name == OU_EXC)
        return -1;
    return ou_fail(ou_raise(vm, &ou_exc_TypeError, "%s() missing required argument '%v' (pos %u)", function,
                            name, i + 1));
}

int ou_args_parse(struct ou_vm *vm, const char *function, const char *text, unsigned n_args, unsigned n_kw,
                  const ou_val *args, ou_val *out)
{
    struct spec s;
    read_spec(text, &s);
    if (n_args > s.positional || n_args + n_kw > s.n)
        return too_many(vm, function, &s, n_args, n_kw);
    for (unsigned i = 0; i < s.n; i++)
        out[i] = i < n_args ? args[i] : OU_ABSENT;
    for (unsigned k = 0; k < n_kw; k++) {
        ou_val name = args[n_args + 2 * k];
        int i = find_name(vm, text, name);
        if (i < 0 || (unsigned)i < s.positional_only)
            return ou_fail(ou_raise(vm, &ou_exc_TypeError, "'%v' is an invalid keyword argument for %s()",
                                    name, function));
        if ((unsigned)i < n_args)
            return ou_fail(ou_raise(vm, &ou_exc_TypeError,
                                    "argument for %s() given by name ('%v') and position (%d)", function,
                                    name, i + 1));
        out[i] = args[n_args + 2 * k + 1];
    }
    for (unsigned i = n_args; i < s.required; i++)
        if (out[i] == OU_ABSENT)
            return missing(vm, function, text, &s, i, n_args);
    return 0;
}
