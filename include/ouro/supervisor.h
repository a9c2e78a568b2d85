/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The prompt, reports about memory, and stress switches: what a port's main program uses beyond
 * ouro/embed.h.
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_SUPERVISOR_H
#define OURO_INCLUDED_INCLUDE_OURO_SUPERVISOR_H

#include <ouro/embed.h>

#define OU_REPL_SOFT_RESET 0x100 /* Ctrl-D at an empty prompt: make a new VM */

/* What a board does after a reset: the module `main` as __main__, frozen or in sys.path, if there is one.  How it ends is
 * printed, and its exit status forgotten. */
void ou_run_main(struct ou_vm *vm);
/* The interactive prompt, until Ctrl-D, exit() or the end of input: an exit status or SOFT_RESET. */
int ou_repl_run(struct ou_vm *vm);
/* Takes the pending SystemExit: its exit status; a code that is no number is printed. */
int ou_exit_status(struct ou_vm *vm);
/* Writes to fd 2: peak, parts, collections, longest pause, a map of the heap; nothing without OU_WITH_REPORT. */
void ou_report_memory(struct ou_vm *vm);
/* Writes to fd 1 what a soft reset gave back; likewise. */
void ou_report_reset(size_t used_before, size_t used_after, size_t total);
/* Sets stress switches from a comma-separated list ("always,verify,poison,fail=N"); NULL: none.  -1:
 * unknown, or not in this build. */
int ou_stress_set(struct ou_vm *vm, const char *list);

#endif /* OURO_INCLUDED_INCLUDE_OURO_SUPERVISOR_H */
