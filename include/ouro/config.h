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

/* Marking holds blocks back until the cache has fetched them.  On by default on machines that have a cache, by
 * what can be told of them here. */
#ifndef OU_MARK_WAITING
#if UINTPTR_MAX > 0xffffffffu || defined __i386__
#define OU_MARK_WAITING 1
#else
#define OU_MARK_WAITING 0
#endif
#endif

#endif /* OURO_INCLUDED_INCLUDE_OURO_CONFIG_H */
