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

/* How much of Python and of its library a build has; docs/levels.md says what that is, and what it costs.  CMake sets
 * it from OURO_LEVEL. */
#define OU_LEVEL_MINIMAL 0
#define OU_LEVEL_CORE 1
#define OU_LEVEL_FULL 2
#ifndef OU_LEVEL
#define OU_LEVEL OU_LEVEL_FULL
#endif

/* What the levels differ in, and the bytes that it takes on Cortex-M3.  What is not there is not in the tables that
 * programs and the interpreter find it by, and so not in the image.  Names that only such a part uses are not in
 * the table of names either: tools/makenames.py reads these lines and the #if of the sources, so a definition has this
 * form, and a condition on these macros no other parts.  A part is added to a level by CMake's OURO_PARTS, as a board
 * with some flash to spare does. */
#ifndef OU_WITH_ARRAY /* module array */
#define OU_WITH_ARRAY (OU_LEVEL >= OU_LEVEL_CORE)
#endif
#ifndef OU_WITH_ATEXIT /* module atexit */
#define OU_WITH_ATEXIT (OU_LEVEL >= OU_LEVEL_FULL)
#endif
#ifndef OU_WITH_BIG_INT /* ints beyond a word less two bits */
#define OU_WITH_BIG_INT (OU_LEVEL >= OU_LEVEL_CORE)
#endif
#ifndef OU_WITH_BYTEARRAY /* bytearray */
#define OU_WITH_BYTEARRAY (OU_LEVEL >= OU_LEVEL_CORE)
#endif
#ifndef OU_WITH_CALENDAR /* time.gmtime, strftime and their relatives */
#define OU_WITH_CALENDAR (OU_LEVEL >= OU_LEVEL_FULL)
#endif
#ifndef OU_WITH_CLASS_CHANGE /* object.__class__ = another */
#define OU_WITH_CLASS_CHANGE (OU_LEVEL >= OU_LEVEL_CORE)
#endif
#ifndef OU_WITH_CODECS /* codecs ascii and latin-1, backslashreplace, xmlcharrefreplace */
#define OU_WITH_CODECS (OU_LEVEL >= OU_LEVEL_CORE)
#endif
#ifndef OU_WITH_DICT_REVERSED /* reversed() of dicts and their views */
#define OU_WITH_DICT_REVERSED (OU_LEVEL >= OU_LEVEL_CORE)
#endif
#ifndef OU_WITH_EVAL /* compile(), eval(), exec() */
#define OU_WITH_EVAL (OU_LEVEL >= OU_LEVEL_CORE)
#endif
#ifndef OU_WITH_FAST_BIG_INT /* long ints are multiplied by Karatsuba's method */
#define OU_WITH_FAST_BIG_INT (OU_LEVEL >= OU_LEVEL_CORE)
#endif
#ifndef OU_WITH_FILES /* open() and module io */
#define OU_WITH_FILES (OU_LEVEL >= OU_LEVEL_CORE)
#endif
#ifndef OU_WITH_FLOAT /* floats: the type, literals, / of ints */
#define OU_WITH_FLOAT (OU_LEVEL >= OU_LEVEL_CORE)
#endif
#ifndef OU_WITH_FLOAT_HEX /* float.hex, fromhex, as_integer_ratio */
#define OU_WITH_FLOAT_HEX (OU_LEVEL >= OU_LEVEL_FULL)
#endif
#ifndef OU_WITH_FOLDING /* binary operators of constants are computed by the compiler */
#define OU_WITH_FOLDING (OU_LEVEL >= OU_LEVEL_CORE)
#endif
#ifndef OU_WITH_GC_TUNING /* gc.pin, thresholds */
#define OU_WITH_GC_TUNING (OU_LEVEL >= OU_LEVEL_CORE)
#endif
#ifndef OU_WITH_GROUPS /* exception groups and except* */
#define OU_WITH_GROUPS (OU_LEVEL >= OU_LEVEL_FULL)
#endif
#ifndef OU_WITH_HEAP_VIEW /* heap dumps, census, memory profiles */
#define OU_WITH_HEAP_VIEW (OU_LEVEL >= OU_LEVEL_FULL)
#endif
#ifndef OU_WITH_HEX /* bytes.hex, fromhex */
#define OU_WITH_HEX (OU_LEVEL >= OU_LEVEL_CORE)
#endif
#ifndef OU_WITH_IO_MEMORY /* io.StringIO, io.BytesIO */
#define OU_WITH_IO_MEMORY (OU_LEVEL >= OU_LEVEL_FULL)
#endif
#ifndef OU_WITH_JSON /* module json */
#define OU_WITH_JSON (OU_LEVEL >= OU_LEVEL_FULL)
#endif
#ifndef OU_WITH_JSON_OPTIONS /* indent, sort_keys, object_hook ... of module json */
#define OU_WITH_JSON_OPTIONS (OU_LEVEL >= OU_LEVEL_FULL)
#endif
#ifndef OU_WITH_MATH /* module math: what C's <math.h> of 1989 has */
#define OU_WITH_MATH (OU_LEVEL >= OU_LEVEL_CORE)
#endif
#ifndef OU_WITH_MATH_MORE /* module math: all the rest */
#define OU_WITH_MATH_MORE (OU_LEVEL >= OU_LEVEL_FULL)
#endif
#ifndef OU_WITH_MEMORYVIEW /* memoryview */
#define OU_WITH_MEMORYVIEW (OU_LEVEL >= OU_LEVEL_CORE)
#endif
#ifndef OU_WITH_MERGE_SORT /* lists are sorted by merging, not by insertion */
#define OU_WITH_MERGE_SORT (OU_LEVEL >= OU_LEVEL_CORE)
#endif
#ifndef OU_WITH_OS /* module os, of a port that has it */
#define OU_WITH_OS (OU_LEVEL >= OU_LEVEL_FULL)
#endif
#ifndef OU_WITH_PERCENT /* formatting with % */
#define OU_WITH_PERCENT (OU_LEVEL >= OU_LEVEL_CORE)
#endif
#ifndef OU_WITH_PRECOMPILED /* .oc files are loaded, and written */
#define OU_WITH_PRECOMPILED (OU_LEVEL >= OU_LEVEL_FULL)
#endif
#ifndef OU_WITH_QUALNAMES /* __qualname__ is more than __name__ */
#define OU_WITH_QUALNAMES (OU_LEVEL >= OU_LEVEL_CORE)
#endif
#ifndef OU_WITH_RANDOM /* module random */
#define OU_WITH_RANDOM (OU_LEVEL >= OU_LEVEL_FULL)
#endif
#ifndef OU_WITH_RARE_ERRORS /* PermissionError and others of OSError, warnings */
#define OU_WITH_RARE_ERRORS (OU_LEVEL >= OU_LEVEL_CORE)
#endif
#ifndef OU_WITH_REPORT /* micropython.mem_info, memory summary */
#define OU_WITH_REPORT (OU_LEVEL >= OU_LEVEL_CORE)
#endif
#ifndef OU_WITH_SET /* set, frozenset; operators of dict views */
#define OU_WITH_SET (OU_LEVEL >= OU_LEVEL_CORE)
#endif
#ifndef OU_WITH_SLICES /* collections in slices: gc.pause */
#define OU_WITH_SLICES (OU_LEVEL >= OU_LEVEL_CORE)
#endif
#ifndef OU_WITH_SOCKETS /* modules socket and select, of a port that has them */
#define OU_WITH_SOCKETS (OU_LEVEL >= OU_LEVEL_CORE)
#endif
#ifndef OU_WITH_STRUCT /* module struct */
#define OU_WITH_STRUCT (OU_LEVEL >= OU_LEVEL_CORE)
#endif
#ifndef OU_WITH_STRUCT_MORE /* struct.Struct, iter_unpack, pack_into, formats e p n N P */
#define OU_WITH_STRUCT_MORE (OU_LEVEL >= OU_LEVEL_CORE)
#endif
#ifndef OU_WITH_SYNTAX_WORDS /* what a SyntaxError is about; without: "invalid syntax" */
#define OU_WITH_SYNTAX_WORDS (OU_LEVEL >= OU_LEVEL_CORE)
#endif
#ifndef OU_WITH_SYS_INFO /* sys.float_info, int_info */
#define OU_WITH_SYS_INFO (OU_LEVEL >= OU_LEVEL_CORE)
#endif
#ifndef OU_WITH_TEXT_METHODS /* str.center, bytes.title and the like */
#define OU_WITH_TEXT_METHODS (OU_LEVEL >= OU_LEVEL_CORE)
#endif
#ifndef OU_WITH_UNICODE /* letters, digits and case beyond ASCII */
#define OU_WITH_UNICODE (OU_LEVEL >= OU_LEVEL_FULL)
#endif
#ifndef OU_WITH_UNRAISABLE_HOOK /* sys.unraisablehook */
#define OU_WITH_UNRAISABLE_HOOK (OU_LEVEL >= OU_LEVEL_CORE)
#endif
#ifndef OU_WITH_WEAKREF /* module weakref */
#define OU_WITH_WEAKREF (OU_LEVEL >= OU_LEVEL_FULL)
#endif

/* Inline caches in the bytecode: faster attribute and global access for a few bytes per access.
 * On by default where memory is plenty, that is on 64-bit machines. */
#ifndef OU_INLINE_CACHE
#if UINTPTR_MAX > 0xffffffffu
#define OU_INLINE_CACHE 1
#else
#define OU_INLINE_CACHE 0
#endif
#endif

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
