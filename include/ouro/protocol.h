/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What any object is asked: attributes, calls, operators, iteration, text, buffers.
 *
 * All of these may run Python code, which may change whatever it can reach, and may collect; those that cannot say so.
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_PROTOCOL_H
#define OURO_INCLUDED_INCLUDE_OURO_PROTOCOL_H

#include <ouro/errors.h>

/* -- attributes -- */
/* object.name, name being an interned str. */
ou_val ou_get_attr(struct ou_vm *vm, ou_val object, ou_val name) OU_MUST_CHECK;
/* The same; OU_ABSENT in the place of an AttributeError. */
ou_val ou_get_attr_or_absent(struct ou_vm *vm, ou_val object, ou_val name) OU_MUST_CHECK;
/* object.name = value; OU_ABSENT: del object.name.  0, -1. */
int ou_set_attr(struct ou_vm *vm, ou_val object, ou_val name, ou_val value) OU_MUST_CHECK;
/* Looks a special method up on the type: OU_ABSENT if it is absent.  *self is set to the object to pass first, or
 * OU_ABSENT if the result is already bound. */
ou_val ou_get_special(struct ou_vm *vm, ou_val object, ou_val name, ou_val *self) OU_MUST_CHECK;

/* -- calls -- */
/* Calls with n_args positional arguments and then n_kw pairs of name (interned str) and value.  args is the caller's, and
 * stays where it is. */
ou_val ou_call(struct ou_vm *vm, ou_val callable, unsigned n_args, unsigned n_kw,
               const ou_val *args) OU_MUST_CHECK;
ou_val ou_call_0(struct ou_vm *vm, ou_val callable) OU_MUST_CHECK;
ou_val ou_call_1(struct ou_vm *vm, ou_val callable, ou_val a) OU_MUST_CHECK;
ou_val ou_call_2(struct ou_vm *vm, ou_val callable, ou_val a, ou_val b) OU_MUST_CHECK;
/* object.name(args...) */
ou_val ou_call_method(struct ou_vm *vm, ou_val object, ou_val name, unsigned n_args,
                      const ou_val *args) OU_MUST_CHECK;
/* callable(v).  Runs no Python; no collection. */
bool ou_is_callable(struct ou_vm *vm, ou_val v);

/* -- operators -- */
/* a op b; a op= b, whose result is to be stored where a was; op a.  TypeError if the operands do not go together. */
ou_val ou_binary(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b) OU_MUST_CHECK;
ou_val ou_inplace(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b) OU_MUST_CHECK;
ou_val ou_unary(struct ou_vm *vm, enum ou_unary_op op, ou_val a) OU_MUST_CHECK;
/* pow(base, exponent, modulus); modulus None: base ** exponent. */
ou_val ou_power_mod(struct ou_vm *vm, ou_val base, ou_val exponent, ou_val modulus) OU_MUST_CHECK;
/* a op b: what __lt__ and its relatives return, which need be no bool. */
ou_val ou_compare(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b) OU_MUST_CHECK;
/* Its truth: 1, 0, -1. */
int ou_compare_truth(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b) OU_MUST_CHECK;
/* Identity first, then ==, as containers compare: 1, 0, -1. */
int ou_equal(struct ou_vm *vm, ou_val a, ou_val b) OU_MUST_CHECK;
/* bool(v): 1, 0, -1. */
int ou_truth(struct ou_vm *vm, ou_val v) OU_MUST_CHECK;
/* hash(v).  0, or -1 with TypeError for what has none. */
int ou_hash(struct ou_vm *vm, ou_val v, ou_int *out) OU_MUST_CHECK;
/* id(v): an int that does not change while the object lives, though its address may.  Runs no Python; MemoryError. */
ou_val ou_id(struct ou_vm *vm, ou_val v) OU_MUST_CHECK;

/* -- containers and iteration -- */
/* len(v); -1. */
ou_int ou_len(struct ou_vm *vm, ou_val v) OU_MUST_CHECK;
/* The length of an object of a C type that has one, else `otherwise`: for reserving room.  Never fails. */
ou_int ou_len_hint(struct ou_vm *vm, ou_val v, ou_int otherwise);
/* v[key]; v[key] = value, with OU_ABSENT: del v[key] (0, -1). */
ou_val ou_get_item(struct ou_vm *vm, ou_val v, ou_val key) OU_MUST_CHECK;
int ou_set_item(struct ou_vm *vm, ou_val v, ou_val key, ou_val value) OU_MUST_CHECK;
/* item in container: 1, 0, -1. */
int ou_contains(struct ou_vm *vm, ou_val container, ou_val item) OU_MUST_CHECK;
/* iter(v). */
ou_val ou_iter(struct ou_vm *vm, ou_val v) OU_MUST_CHECK;
/* The next item; OU_STOP at the end, with no exception.  A safepoint: Ctrl-C raises here. */
ou_val ou_next(struct ou_vm *vm, ou_val iterator) OU_MUST_CHECK;
/* next(iterator): at the end StopIteration with its value is raised. */
ou_val ou_next_or_raise(struct ou_vm *vm, ou_val iterator) OU_MUST_CHECK;

/* -- text -- */
/* repr(v), str(v), ascii(v), format(v, spec): a str, of no derived class. */
ou_val ou_repr(struct ou_vm *vm, ou_val v) OU_MUST_CHECK;
ou_val ou_str(struct ou_vm *vm, ou_val v) OU_MUST_CHECK;
ou_val ou_ascii(struct ou_vm *vm, ou_val v) OU_MUST_CHECK;
ou_val ou_format(struct ou_vm *vm, ou_val v, ou_val spec) OU_MUST_CHECK;
/* For the repr of containers that may contain themselves.  1: go on, and call leave when done; 0: the repr of v is being
 * made already, so print "[...]" or the like; -1. */
int ou_repr_enter(struct ou_vm *vm, ou_val v) OU_MUST_CHECK;
void ou_repr_leave(struct ou_vm *vm, ou_val v);

/* -- bytes -- */
/* The bytes of an object that has some; TypeError "a bytes-like object is required, not 'T'".  They belong to the object,
 * and are good until Python code runs, which may resize it; ou_pin (ouro/memory.h) makes them stay.  Runs no Python; no
 * collection unless it fails.  0, -1. */
int ou_get_buffer(struct ou_vm *vm, ou_val v, struct ou_buffer *out) OU_MUST_CHECK;
/* Would it succeed?  No collection. */
bool ou_has_buffer(ou_val v);

/* -- time and depth -- */
/* Checks the C stack: 0, or -1 with RecursionError, or with KeyboardInterrupt or SystemExit if that was asked for.  Every C
 * function that recurses calls it. */
int ou_stack_check(struct ou_vm *vm) OU_MUST_CHECK;
/* A safepoint, for loops in C that may take long: pending interrupts (KeyboardInterrupt), and cleanup that runs Python
 * (__del__).  0, -1. */
int ou_poll(struct ou_vm *vm) OU_MUST_CHECK;

#endif /* OURO_INCLUDED_INCLUDE_OURO_PROTOCOL_H */
