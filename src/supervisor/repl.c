/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The interactive prompt.
 *
 * Lines are collected until they compile; a statement that opens a block ends with an empty line, as in
 * CPython.  Each input has a unit of its own on the namespace of __main__.
 */
#include "base/base.h"
#include "compiler/state.h"
#include "supervisor/line_edit.h"
#include "vm/exec.h"
#include <ouro/supervisor.h>

struct input {
    struct ou_vm *vm;
    char *text; /* in the outer heap */
    size_t size, capacity;
};

static bool add_line(struct input *in, const char *line, size_t n)
{
    if (in->size + n + 1 > in->capacity) {
        size_t wanted = in->size + n + 1;
        unsigned attributes = OU_MEM_VM | OU_MEM_FOR(OU_OWNER_SCRATCH);
        char *p = in->text ? ou_outer_realloc(in->vm->outer, in->text, wanted, true)
                           : ou_outer_alloc(in->vm->outer, wanted, attributes);
        if (!p)
            return false;
        in->text = p;
        in->capacity = wanted;
    }
    ou_assert(in->text);
    memcpy(in->text + in->size, line, n);
    in->size += n;
    in->text[in->size++] = '\n';
    return true;
}

/* Does the first line open a block (so that an empty line must end it)? */
static bool opens_block(const struct input *in)
{
    const char *end = memchr(in->text, '\n', in->size);
    size_t n = end ? (size_t)(end - in->text) : in->size;
    if (n && in->text[0] == '@')
        return true;
    while (n && (in->text[n - 1] == ' ' || in->text[n - 1] == '\t'))
        n--;
    return n && in->text[n - 1] == ':';
}

/* The function of the input; OU_STOP: more lines are wanted; OU_EXC. */
static ou_val compile_input(struct input *in, ou_val unit)
{
    struct ou_text_source source = {in->text, in->size, 0};
    struct ou_reader reader = ou_text_reader(&source);
    struct ou_compiler *compiler = ou_compile_open(in->vm, &reader, unit, OU_COMPILE_SINGLE, false);
    if (!compiler)
        return OU_EXC;
    ou_val function = ou_compile_rest(compiler);
    bool incomplete = function == OU_EXC && ou_compile_incomplete(compiler);
    ou_compile_close(compiler);
    if (incomplete) {
        ou_exc_take(in->vm);
        return OU_STOP;
    }
    return function;
}

/* The next line.  Ctrl-C that came since the last one, while nothing looked, is of this one. */
static int read_line(struct input *in, struct ou_line_editor *e)
{
    struct ou_vm *vm = in->vm;
    ou_port_console_raw(1); /* from here on it comes as a key */
    if (vm->interrupted) {
        vm->interrupted = 0;
        ou_port_console_raw(0);
        return OU_LINE_INTERRUPT;
    }
    return ou_line_read(e, in->size ? "... " : ">>> ");
}

/* Reads lines until they make an input, and runs it.  0, or an OU_LINE_* result. */
static int read_and_run(struct input *in, struct ou_line_editor *e)
{
    struct ou_vm *vm = in->vm;
    in->size = 0;
    for (;;) {
        int result = read_line(in, e);
        if (result == OU_LINE_END && in->size) /* ends a block, like an empty line */
            e->size = 0;
        else if (result < 0)
            return result;
        ou_line_remember(e);
        if (e->size == 0 && in->size == 0)
            return 0;
        bool blank = e->size == 0;
        if (!add_line(in, e->text, e->size))
            return OU_LINE_MEMORY;
        if (opens_block(in) && !blank)
            continue;
        ou_val unit = ou_unit_new(vm, ((struct ou_unit *)vm->roots.main_unit)->globals, OU_S(_lt_stdin_gt_));
        ou_val v = unit == OU_EXC ? OU_EXC : compile_input(in, unit);
        if (v == OU_STOP)
            continue;
        if (v != OU_EXC)
            v = ou_call_0(vm, v);
        return v == OU_EXC ? 1 : 0;
    }
}

int ou_repl_run(struct ou_vm *vm)
{
    static const char banner[] =
        "Ouro, a Python 3.11 for small memories.  Ctrl-D: soft reset; exit(): leave.\n";
    struct ou_line_editor editor;
    struct input in = {.vm = vm};
    if (ou_main_module(vm) == OU_EXC) {
        ou_exc_print(vm);
        return 1;
    }
    ou_port_write(1, banner, sizeof banner - 1);
    ou_line_init(&editor, vm->outer);
    int status = -1;
    while (status < 0) {
        int result = read_and_run(&in, &editor);
        if (result == OU_LINE_END)
            status = OU_REPL_SOFT_RESET;
        else if (result == OU_LINE_CLOSED)
            status = 0;
        else if (result == OU_LINE_INTERRUPT)
            ou_port_write(1, "KeyboardInterrupt\n", 18);
        else if (result == OU_LINE_MEMORY)
            ou_port_write(2, "the line does not fit into memory\n", 34);
        else if (result == 1 && ou_exc_matches(vm, &ou_exc_SystemExit))
            status = ou_exit_status(vm);
        else if (result == 1)
            ou_exc_print(vm);
    }
    ou_line_free(&editor);
    ou_outer_free(vm->outer, in.text);
    return status;
}
