/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * struct ou_vm: the whole state of one interpreter.  Nothing of it is global; two may live in one
 * process.  Everything that it holds from the outer heap is named here, and its root values stand in
 * one contiguous block (`roots`), visited by one provider.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_CORE_VM_H
#define OURO_INCLUDED_SRC_OBJECT_CORE_VM_H

#include "gc/heap.h"
#include <ouro/outer.h>
#include "object/core/address_map.h"
#include "object/core/identity.h"
#include "object/core/intern.h"
#include <ouro/ouro.h>

struct ou_frame;
struct ou_stack_chunk;
struct ou_compiler;
struct ou_loading;
struct ou_memprofile;
struct ou_cleanup;

/* What layers above L3 lend to it: set once at init. */
struct ou_upcalls {
    /* Calls any callable that L3 cannot call itself (Python functions above all). */
    ou_val (*call)(struct ou_vm *vm, ou_val callable, unsigned n_args, unsigned n_kw, const ou_val *args);
    /* generator.send / throw / close: value sent, or exception to throw at the suspension point.
     * OU_STOP with vm->roots.stop_value set when it returned. */
    ou_val (*resume)(struct ou_vm *vm, ou_val generator, ou_val sent, bool is_throw);
    /* The exception being handled where the VM stands (sys.exc_info), or OU_NONE. No collection. */
    ou_val (*handled)(struct ou_vm *vm);
    /* Has the running function a positional parameter (as super() needs)?  No collection. */
    bool (*has_parameter)(struct ou_vm *vm);
    /* Cleanup that runs Python and waits, at a safepoint: ou_cleanup_poll. */
    void (*clean_up)(struct ou_vm *vm);
    /* The builtins table, and the constant modules. */
    const struct ou_rom_table *builtins;
    const struct ou_rom_module *const *modules; /* NULL-terminated */
};

/* The root values; each a global of the interpreter. */
struct ou_vm_roots {
    ou_val exc;               /* the pending exception, or OU_ABSENT */
    ou_val stop_value;        /* value of the last StopIteration that never became an exception */
    ou_val modules;           /* sys.modules: dict */
    ou_val path;              /* sys.path: list */
    ou_val argv;              /* sys.argv: list */
    ou_val main_unit;         /* unit of __main__ */
    ou_val memory_error;      /* preallocated, so that MemoryError can always be raised */
    ou_val repr_active;       /* list of objects whose repr is being made, or OU_ABSENT */
    ou_val builtins_extra;    /* dict of names added to builtins at run time (`_`), or OU_ABSENT */
    ou_val module_attributes; /* dict: constant module -> dict of what was set on it, or OU_ABSENT */
    ou_val intern_chunks;     /* VALUES block: the chunks of interned text */
    ou_val random;            /* the generator of module random, or OU_ABSENT until it is used */
    ou_val lookup_cache;      /* see lookup.h: a block, or one empty entry in ROM */
    ou_val user[4];           /* of the embedder */
};

struct ou_vm {
    struct ou_heap heap;
    struct ou_outer *outer;
    const struct ou_upcalls *up;
    const struct ou_rom_module *const *modules; /* of the embedder, NULL-terminated, or NULL */
    struct ou_vm_roots roots;
    struct ou_intern intern;
    struct ou_identity identity;
    struct ou_address_map function_dicts; /* function -> dict of its attributes; see function.h */
    /* the VM stack (vm/frame.h) */
    struct ou_frame *frame;        /* innermost running frame, or NULL */
    struct ou_stack_chunk *stack;  /* the chunk in use */
    ou_val *stack_top;             /* first free register of it */
    unsigned depth, depth_limit;   /* Python frames; sys.setrecursionlimit */
    unsigned c_depth;              /* nested dispatch loops */
    struct ou_compiler *compilers; /* open ones */
    struct ou_loading *loading;    /* modules whose bodies are running, innermost first (vm/import.c) */
    uintptr_t c_stack_base;        /* outermost address to scan */
    uintptr_t c_stack_limit;       /* C code below this address raises RecursionError */
    struct ou_cleanup *cleanup;    /* see cleanup.h; NULL until something needs it */
    /* What a safepoint looks for.  Interrupts, signal handlers and other threads write here, on machines without atomic
     * read-modify-write (ARMv6-M), too: so each request has a byte of its own, which is only ever stored, never changed
     * by `|=` or `&=`.  The words over them are only read. */
    union {
        volatile uint32_t pending; /* not 0: ou_poll has something to do */
        struct {
            union {
                volatile uint16_t asked; /* not 0: ou_poll_asked has */
                struct {
                    volatile uint8_t interrupted; /* Ctrl-C: KeyboardInterrupt at the next safepoint */
                    volatile uint8_t stopped; /* ou_vm_stop: SystemExit that passes all handlers; stays set */
                };
            };
            volatile uint8_t cleanup_due; /* ou_cleanup_run has; set by the program itself */
        };
    };
    bool keep_names;       /* compile the names of all local variables into code: for heap dumps */
    uint32_t next_version; /* of types, for the lookup cache */
    /* The lookup cache (object/core/lookup.h): entries of the first table less one, and of the second; misses until the
     * sizes are looked at. */
    uint32_t lookup_mask, lookup_second, lookup_due;
    size_t code_bytes;    /* of all code made and loaded */
    uint8_t shadowed[32]; /* a bit for each builtin whose name some dict of global names has */
    ou_val
        newest_class; /* all classes are chained, newest first; an address with bit 0 set, as ou_class_part.next_class */
    struct ou_memprofile *profile; /* inspect/memprofile.c, or NULL */
    size_t memory_wanted;          /* size of the request that raised the last MemoryError */
    struct ou_root_provider root_provider;
};

/* The part of ou_poll for what was asked from outside: runs no Python.  0 or -1. */
int ou_poll_asked(struct ou_vm *vm) OU_MUST_CHECK;
/* For loops in C over as much as a program likes: has somebody asked for their end?  Raised then.  Runs no Python, so what
 * the loop looks at stays as it is. */
static inline bool ou_interrupted(struct ou_vm *vm)
{
    return __builtin_expect(vm->asked != 0, 0) && ou_poll_asked(vm) < 0;
}

/* Shorthands of layer 3. */
#define OU_STORE(vm, block, slot, v) ou_store(&(vm)->heap, (block), (slot), (v))
/* Allocates with flags, raising MemoryError; NULL then.  May collect. */
void *ou_alloc(struct ou_vm *vm, size_t bytes, unsigned gc_flags) OU_MUST_CHECK;

#endif /* OURO_INCLUDED_SRC_OBJECT_CORE_VM_H */
