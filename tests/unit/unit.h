/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What unit tests include: cmocka, or where it is not to be had (32-bit builds on a 64-bit machine) the
 * few macros of it that the tests use.
 */
#ifndef OURO_INCLUDED_TESTS_UNIT_UNIT_H
#define OURO_INCLUDED_TESTS_UNIT_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if UINTPTR_MAX > 0xffffffffu && defined __has_include
#if __has_include(<cmocka.h>)
#define OU_UNIT_CMOCKA 1
#endif
#endif

#ifdef OU_UNIT_CMOCKA
#include <cmocka.h>
#else
struct CMUnitTest {
    const char *name;
    void (*test)(void **state);
};
#define cmocka_unit_test(f) \
    {                       \
#f, f               \
    }
#define cmocka_run_group_tests(tests, setup, teardown) unit_run(tests, sizeof tests / sizeof *tests)
#define assert_true(c) ((c) ? (void)0 : unit_fail(__FILE__, __LINE__, #c))
#define assert_false(c) assert_true(!(c))
#define assert_null(p) assert_true(!(p))
#define assert_non_null(p) assert_true(p)
#define assert_int_equal(a, b) assert_true((uintmax_t)(a) == (uintmax_t)(b)) /* as cmocka: by value */
#define assert_ptr_equal(a, b) assert_true((const void *)(a) == (const void *)(b))
#define assert_memory_equal(a, b, n) assert_true(memcmp(a, b, n) == 0)

static inline void unit_fail(const char *file, int line, const char *text)
{
    fprintf(stderr, "%s:%d: failed: %s\n", file, line, text);
    exit(1);
}

static inline int unit_run(const struct CMUnitTest *tests, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        fprintf(stderr, "[ RUN ] %s\n", tests[i].name);
        tests[i].test(NULL);
    }
    fprintf(stderr, "[ PASSED ] %u tests\n", (unsigned)count);
    return 0;
}
#endif

/* Of test_port.c: how often ou_port_report was called, and its last text. */
extern unsigned test_reports;
extern char test_report_text[256];

/* A small generator, so that a failure can be repeated. */
static inline uint32_t unit_random(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*state >> 33);
}

#endif /* OURO_INCLUDED_TESTS_UNIT_UNIT_H */
