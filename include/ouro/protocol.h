/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What any object is asked: attributes, calls, operators, iteration, text, buffers.
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_PROTOCOL_H
#define OURO_INCLUDED_INCLUDE_OURO_PROTOCOL_H

#include <ouro/errors.h>

ou_val ou_get_attr(struct ou_vm *vm, ou_val object, ou_val name) OU_MUST_CHECK;
ou_val ou_get_attr_or_unbound(struct ou_vm *vm, ou_val object,
                              ou_val name) OU_MUST_CHECK; /* AttributeError is swallowed */
int ou_set_attr(struct ou_vm *vm, ou_val object, ou_val name,
                ou_val value) OU_MUST_CHECK; /* OU_UNBOUND: delete */
/* Looks a special method up on the type: OU_UNBOUND if absent; *self is set to the object to pass
 * first, or OU_UNBOUND if the result is already bound. */
ou_val ou_get_special(struct ou_vm *vm, ou_val object, ou_val name, ou_val *self) OU_MUST_CHECK;
ou_val ou_call(struct ou_vm *vm, ou_val callable, unsigned n_args, unsigned n_kw,
               const ou_val *args) OU_MUST_CHECK;
ou_val ou_call_0(struct ou_vm *vm, ou_val callable) OU_MUST_CHECK;
ou_val ou_call_1(struct ou_vm *vm, ou_val callable, ou_val a) OU_MUST_CHECK;
ou_val ou_call_2(struct ou_vm *vm, ou_val callable, ou_val a, ou_val b) OU_MUST_CHECK;
ou_val ou_call_method(struct ou_vm *vm, ou_val object, ou_val name, unsigned n_args,
                      const ou_val *args) OU_MUST_CHECK;
bool ou_is_callable(struct ou_vm *vm, ou_val v);
ou_val ou_binary(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b) OU_MUST_CHECK;
ou_val ou_inplace(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b) OU_MUST_CHECK;
ou_val ou_unary(struct ou_vm *vm, enum ou_unary_op op, ou_val a) OU_MUST_CHECK;
ou_val ou_power_mod(struct ou_vm *vm, ou_val base, ou_val exponent, ou_val modulus) OU_MUST_CHECK;
ou_val ou_compare(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b) OU_MUST_CHECK;
int ou_compare_truth(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b) OU_MUST_CHECK; /* 1 0 -1 */
int ou_equal(struct ou_vm *vm, ou_val a, ou_val b) OU_MUST_CHECK; /* identity first, then ==: 1 0 -1 */
int ou_truth(struct ou_vm *vm, ou_val v) OU_MUST_CHECK;           /* 1 0 -1 */
int ou_hash(struct ou_vm *vm, ou_val v, ou_int *out) OU_MUST_CHECK;
ou_int ou_len(struct ou_vm *vm, ou_val v) OU_MUST_CHECK;          /* -1 */
ou_int ou_len_hint(struct ou_vm *vm, ou_val v, ou_int otherwise); /* never fails */
ou_val ou_get_item(struct ou_vm *vm, ou_val v, ou_val key) OU_MUST_CHECK;
int ou_set_item(struct ou_vm *vm, ou_val v, ou_val key, ou_val value) OU_MUST_CHECK; /* OU_UNBOUND: delete */
int ou_contains(struct ou_vm *vm, ou_val container, ou_val item) OU_MUST_CHECK;
ou_val ou_iter(struct ou_vm *vm, ou_val v) OU_MUST_CHECK;
ou_val ou_next(struct ou_vm *vm, ou_val iterator) OU_MUST_CHECK; /* OU_STOP at the end */
ou_val ou_repr(struct ou_vm *vm, ou_val v) OU_MUST_CHECK;        /* a str */
ou_val ou_str(struct ou_vm *vm, ou_val v) OU_MUST_CHECK;         /* a str */
ou_val ou_ascii(struct ou_vm *vm, ou_val v) OU_MUST_CHECK;
ou_val ou_format(struct ou_vm *vm, ou_val v, ou_val spec) OU_MUST_CHECK; /* format(v, spec) */
ou_val ou_id(struct ou_vm *vm, ou_val v) OU_MUST_CHECK;
int ou_get_buffer(struct ou_vm *vm, ou_val v, struct ou_buffer *out)
    OU_MUST_CHECK; /* TypeError "a bytes-like object is required, not 'T'" */
bool ou_has_buffer(ou_val v);
/* For containers' repr: false if v's repr is already being made (then print "[...]"). Pairs with leave. */
int ou_repr_enter(struct ou_vm *vm, ou_val v) OU_MUST_CHECK; /* 1 go on, 0 already inside, -1 */
void ou_repr_leave(struct ou_vm *vm, ou_val v);

/* next(iterator): StopIteration with its value at the end. */
ou_val ou_next_or_raise(struct ou_vm *vm, ou_val iterator) OU_MUST_CHECK;

/* Checks the C stack: 0, or -1 with RecursionError (or what ou_poll raises).  Every C function that recurses
 * calls it. */
int ou_stack_check(struct ou_vm *vm) OU_MUST_CHECK;
/* A safepoint: pending interrupts (KeyboardInterrupt), and cleanup that runs Python (__del__).  0 or -1. */
int ou_poll(struct ou_vm *vm) OU_MUST_CHECK;

#endif /* OURO_INCLUDED_INCLUDE_OURO_PROTOCOL_H */
