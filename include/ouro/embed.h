/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Putting Ouro into a program: memory, and the life of a VM.  docs/embedding.md has a complete example.
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_EMBED_H
#define OURO_INCLUDED_INCLUDE_OURO_EMBED_H

#include <ouro/ouro.h>

struct ou_outer; /* the outer heap: everything that the interpreter uses comes from it */

/* Makes an outer heap in the caller's memory, its control structures included.  It outlives every VM made
 * on it.  NULL if size is too small. */
struct ou_outer *ou_memory_init(void *memory, size_t size);
/* Bytes in use now, the most ever in use, and the whole size.  Exact. */
size_t ou_memory_used(const struct ou_outer *outer);
size_t ou_memory_peak(const struct ou_outer *outer);
size_t ou_memory_total(const struct ou_outer *outer);
/* Keeps so many bytes, in one piece, for others than the VM. */
void ou_memory_set_reserve(struct ou_outer *outer, size_t bytes);

/* Modules that not every port can have: one that provides the functions for sockets, or for os, of ouro/port.h names
 * them in ou_vm_config.modules.  They cost nothing otherwise. */
extern const struct ou_rom_module ou_module_socket, ou_module_select, ou_module_os;

struct ou_vm_config {
    size_t heap_size; /* bytes of the first area; 0: chosen from the memory there is */
    /* Where the search of the C stack for references begins: the address of a local variable of a function that stands
     * for as long as the VM.  Keep values only in variables of functions that this one calls.  NULL: the call of
     * ou_vm_new takes its place, so values may be in functions called from where the VM is made. */
    const void *c_stack_base;
    const struct ou_rom_module *const *modules; /* of the firmware, NULL-terminated; or NULL */
    size_t c_stack_size;                        /* bytes that C code under the VM may use of it; 0: 64 KB */
    bool keep_names; /* code keeps the names of all local variables, for heap dumps */
};

/* A VM, ready to run.  NULL: not enough memory, or, in a build with checks, constants in ROM that are broken, which is
 * reported; nothing is held then. */
struct ou_vm *ou_vm_new(struct ou_outer *outer, const struct ou_vm_config *config);
/* The soft reset: finalises what is left, closes files, and gives every byte back. */
void ou_vm_delete(struct ou_vm *vm);
/* The first part of it, which runs Python: functions of atexit, __del__ and suspended generators that are left.
 * ou_vm_stop ends it; who calls that from another thread wants it apart from the rest.  No program runs after it. */
void ou_vm_finish(struct ou_vm *vm);
/* References that C code keeps between calls.  A VM has so many roots of the embedder: a value in one stays alive, and
 * when its object moves the root is rewritten.  (Values in static or heap memory of C code are not seen by the collector.)
 * Who needs more puts a list or dict into one.  OU_ABSENT at first; set to that again, the root keeps nothing alive.
 * i below OU_ROOTS_USER.  No collection. */
#define OU_ROOTS_USER 4
ou_val ou_root_get(const struct ou_vm *vm, unsigned i);
void ou_root_set(struct ou_vm *vm, unsigned i, ou_val v);
/* Appends a directory to sys.path, a word to sys.argv.  0 or -1 (raised). */
int ou_vm_add_path(struct ou_vm *vm, const char *path) OU_MUST_CHECK;
int ou_vm_add_arg(struct ou_vm *vm, const char *arg) OU_MUST_CHECK;
/* Asks the VM to raise KeyboardInterrupt soon; may be called from a signal handler. */
void ou_vm_interrupt(struct ou_vm *vm);
/* Asks the VM to end the program soon: SystemExit, which no handler of the program catches. */
void ou_vm_stop(struct ou_vm *vm);
/* Runs a file (source, or precompiled if its name ends in .oc), or text (filename is for messages), as __main__.  The exit
 * status: 0; 1 after an uncaught exception (130: KeyboardInterrupt),
 * which is printed; that of SystemExit. */
int ou_vm_run_file(struct ou_vm *vm, const char *path);
int ou_vm_run_text(struct ou_vm *vm, const char *text, size_t n, const char *filename);
/* Compiles the file at `path` without running it, and writes the precompiled file `out` (docs/precompiled.md).  name:
 * what tracebacks show. */
int ou_vm_precompile(struct ou_vm *vm, const char *path, const char *name, const char *out);
/* Like `python -m`: finds the module, frozen or as a file, and runs it as __main__. */
int ou_vm_run_module(struct ou_vm *vm, const char *name);

#endif /* OURO_INCLUDED_INCLUDE_OURO_EMBED_H */
