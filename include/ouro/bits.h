/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Bit tricks, rounding, and hints for the compiler.  No state.
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_BITS_H
#define OURO_INCLUDED_INCLUDE_OURO_BITS_H

#include <ouro/value.h>

#define OU_LIKELY(x) __builtin_expect(!!(x), 1)
#define OU_UNLIKELY(x) __builtin_expect(!!(x), 0)
#define OU_NOINLINE __attribute__((noinline))

#define OU_MIN(a, b) ((a) < (b) ? (a) : (b))
#define OU_MAX(a, b) ((a) > (b) ? (a) : (b))

/* Rounding to a power of two. */
static inline size_t ou_align_up(size_t n, size_t to) { return (n + to - 1) & ~(to - 1); }
static inline size_t ou_align_down(size_t n, size_t to) { return n & ~(to - 1); }
static inline bool ou_is_aligned(const void *p, size_t to) { return ((uintptr_t)p & (to - 1)) == 0; }

/* Bits of a machine word.  ctz and clz need a word that is not 0. */
#if OU_WORD_BITS == 64
static inline unsigned ou_ctz(uintptr_t w) { return (unsigned)__builtin_ctzll(w); }
static inline unsigned ou_clz(uintptr_t w) { return (unsigned)__builtin_clzll(w); }
#else
static inline unsigned ou_ctz(uintptr_t w) { return (unsigned)__builtin_ctz(w); }
static inline unsigned ou_clz(uintptr_t w) { return (unsigned)__builtin_clz(w); }
#endif
static inline unsigned ou_log2(uintptr_t w) { return OU_WORD_BITS - 1 - ou_clz(w); }

/* In plain arithmetic: without an instruction for it the compiler would call a table-driven helper. */
static inline unsigned ou_popcount(uintptr_t w)
{
#if defined __POPCNT__ || defined __aarch64__
    return (unsigned)__builtin_popcountl(w);
#else
    const uintptr_t all = ~(uintptr_t)0;
    w = w - ((w >> 1) & (all / 3));
    w = (w & (all / 5)) + ((w >> 2) & (all / 5));
    w = (w + (w >> 4)) & (all / 17);
    return (unsigned)((w * (all / 255)) >> (OU_WORD_BITS - 8));
#endif
}

#endif /* OURO_INCLUDED_INCLUDE_OURO_BITS_H */
