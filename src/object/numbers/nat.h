/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Arithmetic of natural numbers: digits of 32 bits, the least first (nat.c).  int.h has what others than ints use of it.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_NUMBERS_NAT_H
#define OURO_INCLUDED_SRC_OBJECT_NUMBERS_NAT_H

#include "object/core/vm.h"

uint32_t ou_nat_add(uint32_t *r, const uint32_t *a, size_t na, const uint32_t *b, size_t nb);
void ou_nat_sub(uint32_t *r, const uint32_t *a, size_t na, const uint32_t *b, size_t nb);
int ou_nat_mul(struct ou_vm *vm, uint32_t *r, const uint32_t *a, size_t na, const uint32_t *b, size_t nb);
uint32_t ou_nat_shift_left(uint32_t *r, const uint32_t *a, size_t n, unsigned shift);
void ou_nat_shift_right(uint32_t *r, const uint32_t *a, size_t n, unsigned shift);
int ou_nat_divide(struct ou_vm *vm, uint32_t *q, uint32_t *u, size_t nu, const uint32_t *v, size_t nv);

#endif /* OURO_INCLUDED_SRC_OBJECT_NUMBERS_NAT_H */
