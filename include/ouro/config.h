/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Every build-time knob, with its default and the reason for it.
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_CONFIG_H
#define OURO_INCLUDED_INCLUDE_OURO_CONFIG_H

#include <stdint.h>

/* 0: no checks; 1: API asserts; 2: internal asserts; 3: also whole-heap audits after every phase.
 * Stress switches exist from 1 on. */
#ifndef OU_DEBUG
#define OU_DEBUG 0
#endif

/* How much of Python and of its library a build has; docs/levels.md says what that is, and what it costs.  CMake writes
 * ouro_parts.h from OURO_LEVEL and OURO_PARTS: OU_LEVEL, and for each part X of src/parts.txt OU_WITH_X, which is
 * the digit 0 or 1.  What is not there is not in the tables that programs and the interpreter find it by, and so not in
 * the image.  Names that only such a part uses are not in the table of names either: tools/makenames.py evaluates
 * OU_IF, and each #if that asks for nothing but OU_WITH_ macros. */
#define OU_LEVEL_MINIMAL 0
#define OU_LEVEL_CORE 1
#define OU_LEVEL_FULL 2
#include "ouro_parts.h"

/* OU_IF(SET, what, it, is,) is the rest where the build has the part, and nothing where it has not: for entries of
 * tables, and for declarations. */
#define OU_IF(part, ...) OU_IF_VALUE(OU_WITH_##part)(__VA_ARGS__)
#define OU_IF_VALUE(value) OU_IF_PASTE(value)
#define OU_IF_PASTE(value) OU_IF_##value
#define OU_IF_0(...)
#define OU_IF_1(...) __VA_ARGS__

/* The names of all characters, for \N{NAME} in strings: 200 KB of constants, no RAM.  Without them such a
 * string is a SyntaxError that says so.  On by default where memory is plenty, and in the Unix port. */
#ifndef OU_UNICODE_NAMES
#if UINTPTR_MAX > 0xffffffffu
#define OU_UNICODE_NAMES 1
#else
#define OU_UNICODE_NAMES 0
#endif
#endif

/* The names in ROM without their hashes and the index by hash: 12 KB less.  A name is then found by halving, and the
 * hash of one computed when a dict asks for it, as that of other names is on 32-bit machines. */
#ifndef OU_COMPACT_NAMES
#if UINTPTR_MAX > 0xffffffffu
#define OU_COMPACT_NAMES 0
#else
#define OU_COMPACT_NAMES 1
#endif
#endif

/* The audit of the outer heap, which nothing but tests calls, though each pool refers to its own: 1 KB.  Off in the
 * images of boards. */
#ifndef OU_OUTER_AUDIT
#define OU_OUTER_AUDIT 1
#endif

/* The texts of exceptions are packed when the image is linked: two fifths of their size.  For that the linker script
 * must put away a section, and the image be linked twice (ports/cortexm/image.cmake). */
#ifndef OU_PACKED_TEXTS
#define OU_PACKED_TEXTS 0
#endif

/* Marking holds blocks back until the cache has fetched them.  On by default on machines that have a cache, by
 * what can be told of them here. */
#ifndef OU_MARK_PREFETCH
#if UINTPTR_MAX > 0xffffffffu || defined __i386__
#define OU_MARK_PREFETCH 1
#else
#define OU_MARK_PREFETCH 0
#endif
#endif

#endif /* OURO_INCLUDED_INCLUDE_OURO_CONFIG_H */
