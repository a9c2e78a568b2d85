/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Iterators over sequences.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_CONTAINERS_ITERATOR_H
#define OURO_INCLUDED_SRC_OBJECT_CONTAINERS_ITERATOR_H

#include "object/core/object.h"

/* list_iterator, tuple_iterator or sequence_iterator (of any sequence) from its start. */
ou_val ou_sequence_iterator_new(struct ou_vm *vm, const struct ou_type *t, ou_val sequence) OU_MUST_CHECK;
/* Backwards over a sequence (a list: list_reverseiterator). */
ou_val ou_reversed_new(struct ou_vm *vm, ou_val sequence, size_t length) OU_MUST_CHECK;

#endif /* OURO_INCLUDED_SRC_OBJECT_CONTAINERS_ITERATOR_H */
