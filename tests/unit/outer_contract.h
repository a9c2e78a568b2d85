/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What holds of the outer heap whatever back end serves it: one set of tests for all of them.
 */
#ifndef OURO_INCLUDED_TESTS_UNIT_OUTER_CONTRACT_H
#define OURO_INCLUDED_TESTS_UNIT_OUTER_CONTRACT_H

#include <ouro/pool.h>
#include "unit.h"

struct back_end {
    const char *name;
    /* Appends the pool of number `which`, 0 or 1, all of it free; 0 or negative.  Number 0 comes first. */
    int (*add)(struct ou_outer *outer, int which, size_t size, unsigned attributes);
    /* By how much more than ou_outer_largest says a request may be and yet succeed, and by how many bytes a block's
     * cost may be short of what is missing from ou_outer_free_total. */
    size_t inexact;
    bool sees_freed; /* in debug builds a block that is freed twice is reported */
};

/* Number of failed tests. */
int outer_contract(const struct back_end *which);

#endif /* OURO_INCLUDED_TESTS_UNIT_OUTER_CONTRACT_H */
