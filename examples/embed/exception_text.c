/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * An exception, caught in C: its type, its text and its traceback.
 */
#include <ouro/embed.h>
#include <stdio.h>
#include <string.h>

static const char program[] = "def divide(a, b):\n"
                              "    return a // b\n";

/* Prints what exception is pending, and clears it. */
static void report(struct ou_vm *vm)
{
    bool arithmetic = ou_exc_matches(vm, &ou_exc_ArithmeticError);
    ou_val exception = ou_exc_take(vm); /* none is pending from here on, so the calls below can raise */
    ou_val text = ou_str(vm, exception);
    ou_val trace = text == OU_EXC ? OU_EXC : ou_exc_format(vm, exception);
    if (trace == OU_EXC) { /* __str__ may fail, memory may lack */
        ou_exc_take(vm);
        printf("an exception without a text\n");
        return;
    }
    size_t n, n_trace;
    const char *name = ou_str_text(vm, ou_type_of(exception)->name, &n);
    printf("%.*s, %s arithmetic: ", (int)n, name, arithmetic ? "which is" : "which is not");
    const char *words = ou_str_text(vm, text, &n), *lines = ou_str_text(vm, trace, &n_trace);
    printf("'%.*s'\n%.*s", (int)n, words, (int)n_trace, lines);
}

static int run(struct ou_vm *vm)
{
    if (ou_vm_run_text(vm, program, strlen(program), "divide.py") != 0)
        return 1;
    ou_val main_module = ou_import(vm, OU_S(__main__));
    ou_val divide = main_module == OU_EXC ? OU_EXC : ou_get_attr(vm, main_module, OU_S(divide));
    if (divide == OU_EXC)
        return 1;
    ou_val result = ou_call_2(vm, divide, ou_small(7), ou_small(2));
    if (result == OU_EXC)
        return 1;
    printf("7 // 2 is %d\n", (int)ou_small_value(result));
    if (ou_call_2(vm, divide, ou_small(7), ou_small(0)) == OU_EXC)
        report(vm);
    if (ou_call_2(vm, divide, ou_small(7), OU_NONE) == OU_EXC)
        report(vm);
    return 0;
}

int main(void)
{
    static char memory[64 * 1024];
    struct ou_outer *outer = ou_memory_init(memory, sizeof memory);
    struct ou_vm_config config = {.c_stack_base = &outer};
    struct ou_vm *vm = ou_vm_new(outer, &config);
    if (!vm)
        return 1;
    int status = run(vm);
    ou_vm_delete(vm);
    return status;
}
