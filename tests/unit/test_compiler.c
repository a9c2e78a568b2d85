/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The compiler by itself: the code it makes, how it reads its source, what memory it takes, and that
 * nothing of it stays.  What programs mean is tested by tests/py.
 */
#include "unit.h"

#include "compiler/disassemble.h"
#include "compiler/state.h"
#include "object/types/function.h"
#include "vm/exec.h"
#include <ouro/embed.h>

static struct ou_outer *outer;
static struct ou_vm *vm;
static char *memory;

static void set_up(const void *base)
{
    memory = malloc(1 << 20);
    outer = ou_memory_init(memory, 1 << 20);
    struct ou_vm_config config = {.c_stack_base = base, .c_stack_size = 256 * 1024};
    vm = ou_vm_new(outer, &config);
    assert_non_null(vm);
}

static void tear_down(void)
{
    assert_int_equal(ou_outer_used_by(outer, OU_OWNER_SCRATCH), 0);
    assert_int_equal(ou_gc_verify(&vm->heap), 0);
    ou_vm_delete(vm);
    free(memory);
}

#define SET_UP() set_up(__builtin_frame_address(0))

static ou_val new_unit(void)
{
    ou_val unit = ou_unit_new(vm, ou_dict_new(vm, 0), ou_str_from(vm, "test.py"));
    assert_true(unit != OU_EXC);
    return unit;
}

/* Source that is handed out a few bytes at a time. */
struct source {
    const char *text;
    size_t position, step;
    size_t scratch; /* the most that the compiler had when it asked for more text */
};

static int read_source(struct ou_vm *v, void *ctx, char *buffer, size_t n)
{
    struct source *s = ctx;
    size_t left = strlen(s->text) - s->position, scratch = ou_outer_used_by(v->outer, OU_OWNER_SCRATCH);
    s->scratch = s->scratch > scratch ? s->scratch : scratch;
    n = n < s->step ? n : s->step;
    n = n < left ? n : left;
    memcpy(buffer, s->text + s->position, n);
    s->position += n;
    return (int)n;
}

/* Runs the statements of a text; OU_EXC at the first error. */
static ou_val run(ou_val unit, const char *text, size_t step)
{
    struct source source = {.text = text, .step = step};
    struct ou_reader reader = {read_source, &source};
    struct ou_compiler *c = ou_compile_open(vm, &reader, unit, OU_COMPILE_EXEC, false);
    ou_val v = OU_EXC;
    while (c && (v = ou_compile_next(c)) != OU_STOP && v != OU_EXC && (v = ou_call_0(vm, v)) != OU_EXC) {}
    if (c)
        ou_compile_close(c);
    return v;
}

static ou_val global(ou_val unit, const char *name)
{
    return ou_dict_get_name(vm, ((struct ou_unit *)unit)->globals, ou_intern(vm, name, strlen(name)));
}

/* Is this the code of the function f that the text defines?  Lines start with the source line. */
static void check_code(const char *text, const char *expected)
{
    ou_val unit = new_unit();
    assert_true(run(unit, text, 1000) != OU_EXC);
    ou_val f = global(unit, "f");
    struct ou_builder b;
    ou_builder_init(vm, &b);
    ou_code_disassemble(&b, ou_function_code(f), ou_function_unit(f)->pool);
    if (b.size != strlen(expected) || memcmp(b.data, expected, b.size) != 0)
        fprintf(stderr, "%s\ngot:\n%.*s\nnot:\n%s\n", text, (int)b.size, (const char *)b.data, expected);
    assert_true(b.size == strlen(expected) && memcmp(b.data, expected, b.size) == 0);
}

static void test_arithmetic_uses_variables_in_place(void **state)
{
    (void)state;
    SET_UP();
    check_code("def f(a, b=1, *args):\n"
               "    total = a + b * 7\n"
               "    for item in args:\n"
               "        total += item\n"
               "    return total\n",
               "2\t0\tMUL_I r5 r1 7\n\t4\tADD r3 r0 r5\n"
               "3\t8\tGET_ITER r5 r2\n\t11\tFOR_ITER r4 r5 ->23\n"
               "4\t16\tIADD r3 r3 r4\n\t20\tJUMP_BACK ->11\n"
               "\t23\tRETURN r3\n");
    tear_down();
}

static void test_conditions_are_jumps(void **state)
{
    (void)state;
    SET_UP();
    check_code("def f(a, b):\n"
               "    if a is None or not b < 5 and a != b:\n"
               "        return a\n"
               "    while a <= b:\n"
               "        a = b - 1\n",
               "2\t0\tJ_NONE r0 ->14\n\t4\tJ_LT_I r1 5 ->16\n\t9\tN_NE r0 r1 ->16\n"
               "\t14\tRETURN r0\n"
               "4\t16\tN_LE r0 r1 ->28\n"
               "5\t21\tSUB_I r0 r1 1\n\t25\tJUMP_BACK ->16\n"
               "\t28\tRETURN_NONE\n");
    tear_down();
}

static void test_unbound_variables_are_checked_only_where_needed(void **state)
{
    (void)state;
    SET_UP();
    check_code("def f(a):\n"
               "    if a:\n"
               "        x = 1\n"
               "    x = x\n"
               "    return x\n",
               "2\t0\tJ_FALSE r0 ->7\n\t4\tLOAD_INT8 r1 1\n4\t7\tCHECK_LOCAL r1\n\t9\tRETURN r1\n");
    check_code(
        "def f(a):\n"
        "    if a:\n"
        "        x = 1\n"
        "    else:\n"
        "        x = 2\n"
        "    return x\n",
        "2\t0\tJ_FALSE r0 ->10\n\t4\tLOAD_INT8 r1 1\n\t7\tJUMP ->13\n\t10\tLOAD_INT8 r1 2\n\t13\tRETURN r1\n");
    tear_down();
}

static void test_parallel_assignment_makes_no_tuple(void **state)
{
    (void)state;
    SET_UP();
    check_code("def f(a, b):\n    a, b = b, a + b\n    a, b = b, a\n    return a\n",
               "2\t0\tADD r2 r0 r1\n\t4\tMOVE r0 r1\n\t7\tMOVE r1 r2\n"
               "\t10\tMOVE r2 r0\n\t13\tMOVE r0 r1\n\t16\tMOVE r1 r2\n\t19\tRETURN r0\n");
    tear_down();
}

static void test_handlers_of_try_except(void **state)
{
    (void)state;
    SET_UP();
    check_code("def f(a):\n"
               "    try:\n"
               "        a += 1\n"
               "    except:\n"
               "        a -= 1\n"
               "    return a\n",
               "3\t0\tIADD_I r0 r0 1\n\t4\tJUMP ->11\n5\t7\tISUB_I r0 r0 1\n\t11\tRETURN r0\n"
               "\tcatch r1 0..4 ->7\n\thandled r1 7..11\n");
    tear_down();
}

static void test_constants_that_differ_stay_apart(void **state)
{
    (void)state;
    SET_UP();
    ou_val unit = new_unit();
    const char *text = "def f(): return [(1, 2), (1.0, 2), (True, 2), (1, 2)], [0.0, -0.0], ['a b', 'a b']\n"
                       "r = f()\n"
                       "same = r[0][0] is r[0][3] and r[2][0] is r[2][1]\n"
                       "text = repr(r)\n";
    assert_true(run(unit, text, 1000) != OU_EXC);
    assert_true(global(unit, "same") == OU_TRUE);
    assert_true(ou_str_is(vm, global(unit, "text"),
                          "([(1, 2), (1.0, 2), (True, 2), (1, 2)], [0.0, -0.0], ['a b', 'a b'])"));
    tear_down();
}

/* The reader has given no more than the statement when its function is there. */
static void test_statement_runs_before_the_next_is_read(void **state)
{
    (void)state;
    SET_UP();
    ou_val unit = new_unit();
    const char *text = "a = 1\nb = (2,\n  3)\nclass C: pass\n$\n";
    struct source source = {.text = text, .step = 1};
    struct ou_reader reader = {read_source, &source};
    struct ou_compiler *c = ou_compile_open(vm, &reader, unit, OU_COMPILE_EXEC, false);
    assert_non_null(c);
    assert_true(ou_compile_next(c) != OU_EXC);
    assert_int_equal(source.position, 6);
    assert_true(ou_compile_next(c) != OU_EXC);
    assert_int_equal(source.position, 19);
    ou_compile_close(c);
    assert_true(run(unit, text, 1) == OU_EXC);
    assert_true(ou_exc_matches(vm, &ou_exc_SyntaxError));
    ou_exc_take(vm);
    assert_true(global(unit, "C") != OU_ABSENT);
    tear_down();
}

static void test_source_in_any_pieces_gives_the_same(void **state)
{
    (void)state;
    SET_UP();
    const char *text;
    text = "def f(x, *, y='''long\nstring \\\n\\x41\\u00e9 \xc3\xa9''', z=0x_ff):\r\n"
           "    if x == 0b101 or x >= 1_000.5e-3:\r"
           "        return f'{x!r:>{z - 250}}|{y}' f\"{x=}\" 'tail' '''!'''\n"
           "\n"
           "    # comment\n"
           "    return x // 3 ** 2 << 1\n"
           "r = f(5) + str(f(0))";
    for (size_t step = 1; step < 300; step = step * 3 / 2 + 1) {
        ou_val unit = new_unit();
        assert_true(run(unit, text, step) != OU_EXC);
        assert_true(ou_str_is(vm, global(unit, "r"), "    5|long\nstring A\xc3\xa9 \xc3\xa9x=5tail!0"));
    }
    tear_down();
}

static void test_lines_near_and_far(void **state)
{
    (void)state;
    SET_UP();
    char text[4000] = "\n\n\ndef f(a):\n    a.b\n";
    for (int i = 0; i < 300; i++)
        strcat(text, "\n");
    strcat(text,
           "    a.c\n    for x in a:\n        a.d(1,\n            a.e,\n\n\n\n\n\n\n\n\n            a.f)\n");
    ou_val unit = new_unit();
    assert_true(run(unit, text, 1000) != OU_EXC);
    const struct ou_code *code = ou_function_code(global(unit, "f"));
    unsigned expected[] = {5, 306, 307, 308, 309, 318, 308}, k = 0;
    for (unsigned pc = 0; pc < code->code_size; pc += ou_instruction_size(ou_code_bytes(code) + pc)) {
        unsigned line = ou_code_line(code, pc);
        while (k < 7 && line != expected[k])
            k++;
        assert_true(k < 7);
    }
    assert_int_equal(k, 6);
    tear_down();
}

static void check_incomplete(const char *text, bool expected)
{
    ou_val unit = new_unit();
    struct source source = {.text = text, .step = 1000};
    struct ou_reader reader = {read_source, &source};
    struct ou_compiler *c = ou_compile_open(vm, &reader, unit, OU_COMPILE_SINGLE, false);
    ou_val v;
    while ((v = ou_compile_next(c)) != OU_STOP && v != OU_EXC) {}
    if (ou_compile_incomplete(c) != expected)
        fprintf(stderr, "%s\n", text);
    assert_true(ou_compile_incomplete(c) == expected);
    ou_compile_close(c);
    ou_exc_take(vm);
}

static void test_prompt_knows_what_is_unfinished(void **state)
{
    (void)state;
    SET_UP();
    const char *open[] = {"x = (1,\n", "def f():\n",   "class C:\n",    "if x:\n    y = [\n",
                          "'''abc\n",  "x = 1 + \\\n", "for i in x:\n", "try:\n    x\n",
                          "@d\n",      "f(a, {\n"};
    const char *closed[] = {"x = 1\n", "x = )\n", "'abc\n", "x = 1 +\n", "def f(): pass\n", "x y\n", ""};
    for (size_t i = 0; i < sizeof open / sizeof *open; i++)
        check_incomplete(open[i], true);
    for (size_t i = 0; i < sizeof closed / sizeof *closed; i++)
        check_incomplete(closed[i], false);
    tear_down();
}

/* Scratch memory is that of one statement, however long the module, and is given back before it runs. */
static void test_scratch_is_that_of_a_statement(void **state)
{
    (void)state;
    SET_UP();
    static char text[200000];
    char *p = text;
    p += sprintf(p, "class C:\n");
    for (int i = 0; i < 300; i++)
        p += sprintf(p,
                     "    def m%d(self, value):\n        self.attr_%d = [value * %d for value in range(%d)]\n"
                     "        return self.attr_%d\n",
                     i, i, i, i, i);
    ou_val unit = new_unit();
    struct source source = {.text = text, .step = 256};
    struct ou_reader reader = {read_source, &source};
    struct ou_compiler *c = ou_compile_open(vm, &reader, unit, OU_COMPILE_EXEC, false);
    ou_val f = ou_compile_next(c);
    assert_true(f != OU_EXC);
    assert_true(strlen(text) > 30000);
    /* window, chunk of the arena, vectors; the class body's own code is the only thing that grows */
    assert_true(source.scratch > 300 * 8 && source.scratch < 4000 + 300 * 12);
    assert_true(ou_outer_used_by(outer, OU_OWNER_SCRATCH) < 1200 * sizeof(void *) / 4);
    assert_true(ou_call_0(vm, f) != OU_EXC);
    ou_compile_close(c);
    tear_down();
}

static void test_memory_may_end_anywhere(void **state)
{
    (void)state;
#if OU_DEBUG
    SET_UP();
    const char *text = "import sys\n"
                       "class A(object):\n"
                       "    x: int = 5\n"
                       "    def f(self, *args, k=[1, 2, 3, 4, 5, 6, 7, 8, 9], **kw):\n"
                       "        self.a = {i: (i, 'long string of text') for i in args if i}\n"
                       "        try:\n"
                       "            yield (lambda: self.a)\n"
                       "        except (ValueError, KeyError) as e:\n"
                       "            return f'{e!r} {e:>{len(args)}}' 'x'\n"
                       "        finally:\n"
                       "            del self.a\n"
                       "with open('x') if 0 else sys.__class__ and A.__new__(A) as z: pass\n";
    unsigned failures = 0;
    bool done = false;
    for (uint32_t n = 1; !done && n < 3000; n++) {
        ou_val unit = new_unit();
        struct source source = {.text = text, .step = 1000};
        struct ou_reader reader = {read_source, &source};
        ou_gc_stress(&vm->heap)->fail_nth = n;
        struct ou_compiler *c = ou_compile_open(vm, &reader, unit, OU_COMPILE_EXEC, false);
        ou_val v = c ? ou_compile_rest(c) : OU_EXC;
        done = ou_gc_stress(&vm->heap)->fail_nth != 0; /* there were not so many allocations */
        ou_gc_stress(&vm->heap)->fail_nth = 0;
        if (c)
            ou_compile_close(c);
        if (v == OU_EXC) {
            assert_true(ou_exc_matches(vm, &ou_exc_MemoryError));
            ou_exc_take(vm);
            failures++;
        }
        assert_int_equal(ou_outer_used_by(outer, OU_OWNER_SCRATCH), 0);
    }
    if (!done || failures < 10)
        fprintf(stderr, "%u failures\n", failures);
    assert_true(done && failures >= 10);
    tear_down();
#endif
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arithmetic_uses_variables_in_place),
        cmocka_unit_test(test_conditions_are_jumps),
        cmocka_unit_test(test_unbound_variables_are_checked_only_where_needed),
        cmocka_unit_test(test_parallel_assignment_makes_no_tuple),
        cmocka_unit_test(test_handlers_of_try_except),
        cmocka_unit_test(test_constants_that_differ_stay_apart),
        cmocka_unit_test(test_statement_runs_before_the_next_is_read),
        cmocka_unit_test(test_source_in_any_pieces_gives_the_same),
        cmocka_unit_test(test_lines_near_and_far),
        cmocka_unit_test(test_prompt_knows_what_is_unfinished),
        cmocka_unit_test(test_scratch_is_that_of_a_statement),
        cmocka_unit_test(test_memory_may_end_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
