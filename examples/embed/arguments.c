/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Functions in C with parsed arguments: positional, optional, keyword-only; int, float, str, bytes, a callable.
 */
#include <ouro/embed.h>
#include <string.h>

/* checksum(data, /, start=0, *, each=None): the sum of the bytes; `each` is called with every one. */
OU_NATIVE_STATIC(checksum)
{
    ou_val given[3]; /* data, start, each; OU_ABSENT: not given */
    struct ou_buffer bytes;
    ou_int sum = 0;
    if (ou_args_parse(vm, "checksum", "data /|start$each", n_args, n_kw, args, given) < 0 ||
        (given[1] != OU_ABSENT && ou_to_int(vm, given[1], &sum) < 0) ||
        ou_get_buffer(vm, given[0], &bytes) < 0)
        return OU_EXC;
    bool calls = given[2] != OU_ABSENT && given[2] != OU_NONE;
    for (size_t i = 0; i < bytes.size; i++) {
        sum += bytes.data[i];
        if (!calls)
            continue;
        /* Python code runs, and may collect, move or resize: so the bytes are asked for again. */
        if (ou_call_1(vm, given[2], ou_small(bytes.data[i])) == OU_EXC ||
            ou_get_buffer(vm, given[0], &bytes) < 0)
            return OU_EXC;
    }
    return ou_int_new(vm, sum);
}

/* label(text, number=0.0): a str. */
OU_NATIVE_STATIC(label)
{
    ou_val given[2];
    ou_float number = 0;
    if (ou_args_parse(vm, "label", "text|number", n_args, n_kw, args, given) < 0 ||
        (given[1] != OU_ABSENT && ou_to_float(vm, given[1], &number) < 0))
        return OU_EXC;
    ou_val text =
        ou_cast_native(given[0], &ou_type_str); /* a str, or an instance of a class derived from it */
    if (text == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "label() argument 1 must be str, not %T", given[0]);
    ou_val rounded = ou_int_from_float(vm, number + (ou_float)0.5);
    return rounded == OU_EXC ? OU_EXC : ou_str_format(vm, "[%v %r]", text, rounded);
}

/* Both take keywords, so the counts are left to ou_args_parse. */
OU_ROM_ALIGN static const union ou_member members[] = {
    OU_MEMBER_FUNCTION(OU_S(checksum), checksum, 0, OU_NATIVE_VARARGS, OU_NATIVE_KW),
    OU_MEMBER_FUNCTION(OU_S(label), label, 0, OU_NATIVE_VARARGS, OU_NATIVE_KW),
};
static OU_MEMBER_TABLE(table, members);
OU_ROM_ALIGN static const struct ou_rom_module module = {OU_ROM(&ou_type_rom_module), OU_S(tools), &table,
                                                         NULL};
static const struct ou_rom_module *const modules[] = {&module, NULL};

static const char program[] =
    "from tools import checksum, label\n"
    "print(checksum(b'abc'), checksum(bytearray(4), 7), checksum(b'ab', each=print))\n"
    "print(label('t', 21.6), label(number=3, text='n'))\n"
    "for code in ('checksum()', 'checksum(\"abc\")', 'checksum(b\"\", 1, print)', 'checksum(data=b\"\")',\n"
    "             'label(1)', 'label(\"a\", \"b\")', 'label(\"a\", digits=2)'):\n"
    "    try:\n"
    "        eval(code)\n"
    "    except Exception as e:\n"
    "        print(type(e).__name__ + ':', e)\n";

int main(void)
{
    static char memory[64 * 1024];
    struct ou_outer *outer = ou_memory_init(memory, sizeof memory);
    struct ou_vm_config config = {.c_stack_base = &outer, .modules = modules};
    struct ou_vm *vm = ou_vm_new(outer, &config);
    if (!vm)
        return 1;
    int status = ou_vm_run_text(vm, program, strlen(program), "arguments.py");
    ou_vm_delete(vm);
    return status;
}
