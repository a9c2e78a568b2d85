/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What lists and tuples, and other sequences in part, have in common.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_CONTAINERS_SEQUENCE_OPS_H
#define OURO_INCLUDED_SRC_OBJECT_CONTAINERS_SEQUENCE_OPS_H

#include "object/core/sequence.h"

/* Comparison of two lists or two tuples, which Python code may change meanwhile. */
ou_val ou_sequence_compare(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b) OU_MUST_CHECK;
/* "[a, b]" and the like. */
ou_val ou_sequence_repr(struct ou_vm *vm, ou_val v, char open, char close) OU_MUST_CHECK;
/* x in v, v.index(x), v.count(x) for list and tuple. */
int ou_sequence_contains(struct ou_vm *vm, ou_val v, ou_val x) OU_MUST_CHECK;
/* The first place of x in [start, stop): 1 and *at, 0, -1. */
int ou_sequence_find(struct ou_vm *vm, ou_val v, ou_val x, size_t start, size_t stop,
                     size_t *at) OU_MUST_CHECK;
ou_val ou_sequence_index(struct ou_vm *vm, unsigned n_args, unsigned n_kw, const ou_val *args) OU_MUST_CHECK;
ou_val ou_sequence_count(struct ou_vm *vm, unsigned n_args, unsigned n_kw, const ou_val *args) OU_MUST_CHECK;
/* What `sequence op b` is if the sequence cannot do it: OU_NOT_IMPLEMENTED if b's class may know better,
 * else the TypeError of a concatenation or repetition. */
ou_val ou_sequence_cannot(struct ou_vm *vm, enum ou_binary_op op, ou_val sequence, ou_val b);
/* Is b something that a sequence can be repeated by?  Its count, at least 0: 1, 0 no, -1. */
int ou_sequence_repeat_count(struct ou_vm *vm, ou_val b, size_t *count) OU_MUST_CHECK;

#endif /* OURO_INCLUDED_SRC_OBJECT_CONTAINERS_SEQUENCE_OPS_H */
