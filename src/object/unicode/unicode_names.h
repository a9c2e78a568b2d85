/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Characters by name, for \N{...}.  No state, no allocation.  Not there without OU_UNICODE_NAMES.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_UNICODE_UNICODE_NAMES_H
#define OURO_INCLUDED_SRC_OBJECT_UNICODE_UNICODE_NAMES_H

#include "base/base.h"
#include <ouro/config.h>

#if OU_UNICODE_NAMES
/* The code point whose name or alias is `name`, of n bytes; false if there is none.  Exact, but that small
 * letters count as capitals wherever CPython 3.11 does so: not in Hangul syllables and unified ideographs.
 * Sequences that have a name are no characters. */
bool ou_unicode_from_name(const uint8_t *name, size_t n, uint32_t *code);
#endif

#endif /* OURO_INCLUDED_SRC_OBJECT_UNICODE_UNICODE_NAMES_H */
