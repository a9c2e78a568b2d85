/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * gcbench.c over the C library's malloc, with explicit frees.
 */
#include "memory.h"
#include <string.h>

const char *memory_init(const char *mode, const void *frame)
{
    (void)frame;
    return strcmp(mode, "stack") ? NULL : "malloc and free";
}
size_t memory_peak(void) { return 0; }
unsigned memory_collections(void) { return 0; }
