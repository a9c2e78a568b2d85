/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Cleanup that runs Python: __del__, generators dropped inside try or with, callbacks of weak references,
 * and what the end of the program owes (atexit, weakref.finalize).
 *
 * The collector runs no Python.  It hands over what is to be done (hooks.finalise, hooks.clear_weak), that
 * waits in a queue, and a safepoint (ou_poll, gc.collect) does it.  The queue cannot be too small: room is
 * reserved when an object gets its finaliser mark or a weak reference its callback, so it is there that
 * memory may lack.  What waits is a root.  Each thing is done once: the mark is gone when it is queued.
 *
 * ou_cleanup_verify checks: queued and reserved are what is there, and fit.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_WEAK_CLEANUP_H
#define OURO_INCLUDED_SRC_OBJECT_WEAK_CLEANUP_H

#include "object/core/address_map.h"
#include "object/core/cleanup_queue.h"

struct ou_heap;

/* Generators: marked when made, if the code has anything to do on the way out; see vm/generator.c. */
#define OU_GENERATOR_MARKED 0x10000 /* in struct ou_generator.pc: it has or had a finaliser mark */
/* The generator is finished: nothing is left to clean up. */
void ou_cleanup_remove(struct ou_vm *vm, ou_val generator);

/* -- for the hooks -- */
enum ou_finalise_result ou_cleanup_finalise(struct ou_vm *vm, void *block);
void ou_cleanup_visit(struct ou_vm *vm);
void ou_cleanup_after_collect(struct ou_vm *vm);

/* -- for safepoints -- */
/* Does what waits, if it can be done now.  Exceptions are reported and contained; the state of what was
 * interrupted is as before.  How many things were done. */
size_t ou_cleanup_run(struct ou_vm *vm);
/* The same where the program stands anywhere: not near the end of a stack. */
void ou_cleanup_poll(struct ou_vm *vm);

/* -- the end of the program -- */
/* What was registered with ou_at_exit, then all __del__ and generators that are left, while everything is
 * still there.  ou_vm_stop ends it. */
void ou_cleanup_finish(struct ou_vm *vm);
void ou_cleanup_deinit(struct ou_vm *vm);

/* "Exception ignored in: ..." for the pending exception, by sys.unraisablehook; clears it.  object: what
 * failed; what: NULL, or what to say instead of "in". */
void ou_report_unraisable(struct ou_vm *vm, const char *what, ou_val object);

/* 0, or negative after reporting. */
int ou_cleanup_verify(struct ou_vm *vm);

#endif /* OURO_INCLUDED_SRC_OBJECT_WEAK_CLEANUP_H */
