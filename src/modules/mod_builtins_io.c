/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * print and input.
 *
 * print without `file` goes straight to the port, through a little buffer on the C stack, so that
 * printing a str needs no memory and one line is one write.
 */
#include "modules/mod_builtins.h"

extern const struct ou_rom_module ou_module_sys;

/* -- output -- */

struct out {
    struct ou_vm *vm;
    ou_val write; /* file.write, or OU_ABSENT: the port */
    size_t n;
    char buffer[120];
};

static void out_flush(struct out *o)
{
    if (o->n)
        ou_port_write(1, o->buffer, o->n);
    o->n = 0;
}

static int out_str(struct out *o, ou_val str)
{
    if (o->write != OU_ABSENT)
        return ou_call_1(o->vm, o->write, str) == OU_EXC ? -1 : 0;
    size_t n;
    const char *text = ou_str_text(o->vm, str, &n);
    if (o->n + n > sizeof o->buffer)
        out_flush(o);
    if (n > sizeof o->buffer) {
        ou_port_write(1, text, n);
    } else {
        memcpy(o->buffer + o->n, text, n);
        o->n += n;
    }
    return 0;
}

/* sep or end: a str, or None for the default. */
static ou_val separator(struct ou_vm *vm, ou_val v, const char *name, ou_val otherwise)
{
    if (v == OU_ABSENT || v == OU_NONE)
        return otherwise;
    ou_val str = ou_cast_native(v, &ou_type_str);
    if (str == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "%s must be None or a string, not %T", name, v);
    return str;
}

static int print_all(struct out *o, unsigned n_args, const ou_val *args, ou_val sep, ou_val end)
{
    for (unsigned i = 0; i < n_args; i++) {
        if (i > 0 && out_str(o, sep) < 0)
            return -1;
        ou_val text = ou_is_str(args[i]) ? args[i] : ou_str(o->vm, args[i]);
        if (text == OU_EXC)
            return -1;
        text = ou_cast_native(text, &ou_type_str);
        if (out_str(o, text) < 0)
            return -1;
    }
    return out_str(o, end);
}

OU_NATIVE_STATIC(builtin_print)
{
    ou_val out[4] = {OU_ABSENT, OU_ABSENT, OU_ABSENT, OU_ABSENT};
    if (n_kw && ou_args_parse(vm, "print", "|$sep end file flush", 0, n_kw, args + n_args, out) < 0)
        return OU_EXC;
    ou_val newline = ou_str_from_char(vm, '\n'), space = ou_str_from_char(vm, ' ');
    ou_val sep = separator(vm, out[0], "sep", space), end = separator(vm, out[1], "end", newline);
    if (sep == OU_EXC || end == OU_EXC)
        return OU_EXC;
    struct out o = {.vm = vm, .write = OU_ABSENT, .n = 0};
    if (out[2] == OU_ABSENT || out[2] == OU_NONE)
        out[2] = ou_module_override(vm, &ou_module_sys, OU_S(stdout));
    bool has_file = out[2] != OU_ABSENT;
    if (has_file && (o.write = ou_get_attr(vm, out[2], OU_S(write))) == OU_EXC)
        return OU_EXC;
    int r = print_all(&o, n_args, args, sep, end);
    out_flush(&o);
    if (r < 0)
        return OU_EXC;
    int flush = out[3] == OU_ABSENT ? 0 : ou_truth(vm, out[3]);
    if (flush < 0 || (flush && has_file && ou_call_method(vm, out[2], OU_S(flush), 0, NULL) == OU_EXC))
        return OU_EXC;
    return OU_NONE;
}

OU_NATIVE_STATIC(builtin_input)
{
    if (n_args) {
        ou_val prompt = ou_str(vm, args[0]);
        if (prompt == OU_EXC)
            return OU_EXC;
        size_t n;
        const char *text = ou_str_text(vm, prompt, &n);
        ou_port_write(1, text, n);
    }
    ou_val line = ou_call_method(vm, OU_ROM(&ou_stdin), OU_S(readline), 0, NULL);
    if (line == OU_EXC)
        return OU_EXC;
    size_t n;
    const char *text = ou_str_text(vm, line, &n);
    if (n == 0)
        return ou_raise(vm, &ou_exc_EOFError, "EOF when reading a line");
    return text[n - 1] == '\n' ? ou_str_new(vm, text, n - 1) : line;
}

OU_ROM_ALIGN const struct ou_native ou_builtin_print =
    OU_NATIVE(&ou_type_native_function, builtin_print, OU_S(print), NULL, 0, OU_NATIVE_VARARGS, OU_NATIVE_KW);
OU_ROM_ALIGN const struct ou_native ou_builtin_input =
    OU_NATIVE(&ou_type_native_function, builtin_input, OU_S(input), NULL, 0, 1, 0);
