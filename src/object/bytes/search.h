/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Searching in bytes, for str and bytes alike.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_BYTES_SEARCH_H
#define OURO_INCLUDED_SRC_OBJECT_BYTES_SEARCH_H

#include "base/base.h"

/* The offset of `what`, or (size_t)-1; m may be 0. */
size_t ou_mem_find(const uint8_t *p, size_t n, const uint8_t *what, size_t m);
size_t ou_mem_rfind(const uint8_t *p, size_t n, const uint8_t *what, size_t m);
size_t ou_mem_count(const uint8_t *p, size_t n, const uint8_t *what, size_t m); /* m > 0; not overlapping */

#endif /* OURO_INCLUDED_SRC_OBJECT_BYTES_SEARCH_H */
