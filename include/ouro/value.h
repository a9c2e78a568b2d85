/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The value: one machine word that holds every Python object or names it.
 *
 * The low bits tell what it is (x = any bit):
 *
 *     ... 0000  pointer to the start of a heap block, or to a constant in ROM;
 *     ... 1000    both are at least 8-byte aligned.  The word 0 is "no value".
 *     ... xx01  small int, in the bits above (30 bits on 32-bit machines, 62 on 64-bit)
 *     ... xx1x  float, self-tagged (see below)
 *     ... 0100  single immediate: None, True, False, ... (number << 4 | 4)
 *     ... 1100  interned string (id << 4 | 12)
 *
 * Floats.  A binary64 (64-bit machines) or binary32 (32-bit machines) is rotated left by 3, which
 * brings sign and the two top exponent bits to the bottom; adding 1 makes bit 1 set exactly when the
 * two exponent bits were 01 or 10, that is for magnitudes from 2^-511 to 2^513 (2^-63 to 2^65 in
 * single precision).  Those are values without any loss of precision; all other floats (0.0 among
 * them, for which two constants lie in ROM) are boxed in a RAW block.
 * Source: Melancon, Serrano, Feeley, "Float Self-Tagging", 2025.
 *
 * The collector needs to know only: `ou_is_ptr` words are edges, `ou_is_interned` words keep their
 * string alive, everything else is inert.
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_VALUE_H
#define OURO_INCLUDED_INCLUDE_OURO_VALUE_H

#include <ouro/config.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef uintptr_t ou_val;
typedef intptr_t ou_int; /* a small int's payload */

#if UINTPTR_MAX > 0xffffffffu
#define OU_WORD_BITS 64
typedef double ou_float;
#define OU_FM(function) function /* the function of <math.h> for ou_float */
#else
#define OU_WORD_BITS 32
typedef float ou_float;
#define OU_FM(function) function##f
#endif

/* No value: an argument that was not given, an empty slot, "not found"; to set it means to delete.  Never visible to
 * Python.  A variable without a value holds the same word, which the VM and the compiler call unbound. */
#define OU_ABSENT ((ou_val)0)
#define OU_UNBOUND OU_ABSENT

#define OU_IMMEDIATE(n) (((ou_val)(n) << 4) | 4)
#define OU_EXC OU_IMMEDIATE(0)  /* returned by what failed: the exception is in vm->exc */
#define OU_STOP OU_IMMEDIATE(1) /* returned by ou_next and ops->next: the iterator is exhausted */
#define OU_NONE OU_IMMEDIATE(2)
#define OU_FALSE OU_IMMEDIATE(4)
#define OU_TRUE OU_IMMEDIATE(5)
#define OU_ELLIPSIS OU_IMMEDIATE(6)
#define OU_NOT_IMPLEMENTED OU_IMMEDIATE(7)

#define OU_SMALL_MAX (INTPTR_MAX >> 2)
#define OU_SMALL_MIN (INTPTR_MIN >> 2)
#define OU_SMALL_CONST(n) (((ou_val)(n) << 2) | 1) /* for static initialisers */

#define OU_INTERNED(id) (((ou_val)(id) << 4) | 12)

/* -- what a value is -- */
/* A pointer (to a heap block or into ROM), a small int, two small ints, a self-tagged float (others are pointers), an
 * interned string, True or False?  None of these, and nothing else in this header, collects. */
static inline __attribute__((always_inline)) bool ou_is_ptr(ou_val v) { return (v & 7) == 0 && v != 0; }
static inline bool ou_is_small(ou_val v) { return (v & 3) == 1; }
static inline __attribute__((always_inline)) bool ou_both_small(ou_val a, ou_val b)
{
    return (((a - 1) | (b - 1)) & 3) == 0;
}
static inline bool ou_is_flonum(ou_val v) { return OU_WITH_FLOAT && (v & 2) != 0; }
static inline bool ou_is_interned(ou_val v) { return (v & 15) == 12; }
static inline bool ou_is_bool(ou_val v) { return v == OU_TRUE || v == OU_FALSE; }

/* -- from and to C -- */
/* A small int and its number; n must fit, as ou_small_fits tells (ou_int_new makes an int of any size). */
static inline ou_val ou_small(ou_int n) { return ((ou_val)n << 2) | 1; }
static inline ou_int ou_small_value(ou_val v) { return (ou_int)v >> 2; }
static inline bool ou_small_fits(ou_int n) { return n >= OU_SMALL_MIN && n <= OU_SMALL_MAX; }
/* True or False. */
static inline ou_val ou_bool(bool b) { return b ? OU_TRUE : OU_FALSE; }
/* The id of an interned string, and a pointer as an address of C and back. */
static inline uint32_t ou_interned_id(ou_val v) { return (uint32_t)(v >> 4); }
static inline void *ou_ptr(ou_val v) { return (void *)v; }
static inline ou_val ou_from_ptr(const void *p) { return (ou_val)(uintptr_t)p; }

/* The value of a self-tagged float; v must satisfy ou_is_flonum. */
static inline ou_float ou_flonum_value(ou_val v)
{
    ou_val bits = v - 1;
    bits = (bits >> 3) | (bits << (OU_WORD_BITS - 3));
    ou_float f;
    memcpy(&f, &bits, sizeof f);
    return f;
}

/* The self-tagged form of f, or a word that fails ou_is_flonum if f must be boxed. */
static inline ou_val ou_flonum_try(ou_float f)
{
    ou_val bits;
    memcpy(&bits, &f, sizeof bits);
    return ((bits << 3) | (bits >> (OU_WORD_BITS - 3))) + 1;
}

#endif /* OURO_INCLUDED_INCLUDE_OURO_VALUE_H */
