/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The VM stack: where Python calls live, off the C stack.
 *
 * It is a list of chunks from the outer heap.  In a chunk registers grow upwards from the bottom and
 * frames downwards from the top; when they would meet, the next call goes to a new chunk, so nothing on
 * the stack ever moves.  A callee's registers begin at its first argument in the caller's window
 * (overlapping register windows), so passing arguments copies nothing.
 *
 * A callee may have fewer registers than its caller has left.  Its frame stays out of the caller's window all the
 * same, because a register that had a frame's words in it would hold what is no value when the call is over: the
 * space of a chunk's widest window is kept free from regs on, and no window of a caller reaches further.
 *
 *     chunk: | header | regs of main . . regs of f . . regs of g -->     <-- frame g | frame f | frame main |
 *
 * Roots: the window of every frame, [regs, regs + n_regs), and the values in the frame.  A register
 * outside of every window is dead; a window is cleared when it is entered (ou_stack_verify checks that
 * each window is as large as the function's code says and lies between the chunk's base and its innermost frame).
 */
#ifndef OURO_INCLUDED_SRC_VM_FRAME_H
#define OURO_INCLUDED_SRC_VM_FRAME_H

#include "object/core/object.h"

#define OU_FRAME_ENTRY 1u     /* returning leaves ou_vm_run */
#define OU_FRAME_INIT 2u      /* runs __init__: the caller gets `subject`, not the result */
#define OU_FRAME_GENERATOR 4u /* runs the generator `subject` */
#define OU_FRAME_CHUNK 8u     /* the first frame of its chunk: leaving it leaves the chunk */

struct ou_frame {
    ou_val function;
    ou_val subject; /* instance of INIT, generator of GENERATOR, else unbound */
    ou_val *regs;
    struct ou_frame *caller; /* or NULL */
    uint16_t pc;             /* of the instruction that called, raised or yielded */
    uint8_t flags;
    uint8_t dest;    /* register of the caller that gets the result */
    uint8_t advance; /* size of the caller's call instruction */
    uint8_t n_regs;  /* of the window; here, so that visiting roots need not look into blocks about to move */
};

struct ou_stack_chunk {
    struct ou_stack_chunk *previous;
    struct ou_stack_chunk *spare; /* an empty one after this, kept against thrashing, or NULL */
    uint32_t size;                /* bytes, header included */
    unsigned widest;              /* registers of the widest window that was entered here */
};

static inline struct ou_function *ou_frame_function(const struct ou_frame *f)
{
    return (struct ou_function *)f->function;
}
static inline struct ou_code *ou_frame_code(const struct ou_frame *f)
{
    return (struct ou_code *)ou_frame_function(f)->code;
}
static inline struct ou_unit *ou_frame_unit(const struct ou_frame *f)
{
    return (struct ou_unit *)ou_frame_function(f)->unit;
}
/* The first register above the innermost frame's window. */
static inline ou_val *ou_stack_top(struct ou_vm *vm)
{
    struct ou_frame *f = vm->frame;
    return f ? f->regs + f->n_regs : vm->stack_top;
}

/* Takes the first chunk.  0 or -1 (no memory; nothing raised). */
int ou_stack_init(struct ou_vm *vm, size_t bytes);
void ou_stack_deinit(struct ou_vm *vm);
/* Gives spare chunks back to the outer heap. */
void ou_stack_trim(struct ou_vm *vm);
/* A frame for a window of n_regs registers that begins at regs, in the caller's window or right behind it;
 * its first n_args hold arguments, the others are cleared.  If the window does not fit here, arguments that lie
 * in the caller's window are copied to a new chunk.  The caller sets function, subject, flags (|=), dest and
 * advance, and what n_args counts behind its window.  NULL: RecursionError, MemoryError or what was pending
 * (Ctrl-C; recursion without loops has no other safepoint) is raised.  May collect. */
struct ou_frame *ou_frame_push_slow(struct ou_vm *vm, ou_val *regs, unsigned n_args, unsigned n_regs);
void ou_frame_pop_chunk(struct ou_vm *vm);
void ou_stack_visit(struct ou_heap *heap, void *vm); /* root provider */
/* Clears registers that frames which are calling do not need any more, so that they keep nothing alive.  The
 * innermost frame must be calling, too (its pc is that of the instruction). */
void ou_stack_clear_dead(struct ou_vm *vm);
void ou_stack_verify(struct ou_vm *vm);

static inline struct ou_frame *ou_frame_push(struct ou_vm *vm, ou_val *regs, unsigned n_args, unsigned n_regs)
{
    struct ou_frame *caller = vm->frame;
    unsigned widest = vm->stack->widest;
    if (__builtin_expect(!caller || n_regs > widest || regs + widest > (ou_val *)(caller - 1) ||
                             vm->depth >= vm->depth_limit || vm->pending,
                         0))
        return ou_frame_push_slow(vm, regs, n_args, n_regs);
    struct ou_frame *f = caller - 1;
    f->regs = regs;
    f->caller = caller;
    f->pc = 0;
    f->flags = 0;
    f->n_regs = (uint8_t)n_regs;
    vm->depth++;
    vm->frame = f;
    /* Last: nothing waits in the C frame meanwhile, where it would stay. */
    for (unsigned i = n_args; i < n_regs; i++)
        regs[i] = OU_UNBOUND;
    return f;
}

static inline void ou_frame_pop(struct ou_vm *vm)
{
    struct ou_frame *f = vm->frame;
    vm->depth--;
    vm->frame = f->caller;
    if (__builtin_expect(f->flags & OU_FRAME_CHUNK, 0))
        ou_frame_pop_chunk(vm);
}

/* Where the arguments of a call come from: n_pos values, and n_kw keywords whose i-th name is
 * kw_names[i * stride] and value kw_values[i * stride]. */
struct ou_call_args {
    const ou_val *pos, *kw_names, *kw_values;
    unsigned n_pos, n_kw, stride;
};

/* Matches arguments to the parameters of a Python function, writing all n_names registers of dst, which
 * must not overlap the arguments.  0 or -1 with CPython's TypeError.  May collect. */
int ou_bind(struct ou_vm *vm, const struct ou_function *function, const struct ou_call_args *args,
            ou_val *dst);
/* Binds and pushes the frame, vm->frame from then on: OU_ABSENT; or makes the generator, or raises: OU_EXC.
 * (No result by address: it would stay in the C frame of the caller, and alive.) */
ou_val ou_enter(struct ou_vm *vm, ou_val function, const struct ou_call_args *args);
/* The same with arguments by position. */
ou_val ou_enter_plain(struct ou_vm *vm, ou_val function, unsigned n_args, const ou_val *args);

/* Runs vm->frame, an ENTRY frame, until it returns.  OU_EXC with the exception in the VM.  For a
 * generator frame: the value yielded, or OU_STOP with roots.stop_value. */
ou_val ou_vm_run(struct ou_vm *vm, ou_val sent, bool is_throw);

/* ou_upcalls. */
ou_val ou_vm_call(struct ou_vm *vm, ou_val function, unsigned n_args, unsigned n_kw, const ou_val *args);
ou_val ou_vm_resume(struct ou_vm *vm, ou_val generator, ou_val sent, bool is_throw);
ou_val ou_vm_handled(struct ou_vm *vm);
bool ou_vm_has_parameter(struct ou_vm *vm);

/* Generators. */
ou_val ou_generator_new(struct ou_vm *vm, ou_val function, const ou_val *regs);
/* Pushes the frame of a suspended or new generator.  NULL: raised (already running). */
struct ou_frame *ou_generator_enter(struct ou_vm *vm, ou_val generator);
void ou_generator_suspend(struct ou_vm *vm, struct ou_frame *f, unsigned pc);
void ou_generator_finish(struct ou_vm *vm, ou_val generator);

/* Exceptions. */
/* The handler for an exception at pc, or NULL. */
const struct ou_code_handler *ou_find_handler(const struct ou_code *code, unsigned pc);
void ou_add_traceback(struct ou_vm *vm, struct ou_frame *f, unsigned pc);
ou_val ou_raise_unbound_local(struct ou_vm *vm, struct ou_frame *f, unsigned index, bool free);

/* Helpers of instructions (run_ops.c).  -1 or OU_EXC with an exception raised. */
ou_val ou_generator_throw_into(struct ou_vm *vm,
                               ou_val iterator); /* the pending exception; value, OU_STOP, OU_EXC */
void ou_generator_failed(struct ou_vm *vm);      /* StopIteration out of a generator becomes RuntimeError */
ou_val ou_callable_text(struct ou_vm *vm, ou_val callable) OU_MUST_CHECK;
ou_val ou_op_global(struct ou_vm *vm, struct ou_unit *unit, ou_val name);
ou_val ou_op_name(struct ou_vm *vm, struct ou_unit *unit, ou_val space, ou_val name, ou_val otherwise);
int ou_op_unpack(struct ou_vm *vm, ou_val v, ou_val *regs, unsigned n);
int ou_op_unpack_star(struct ou_vm *vm, ou_val v, ou_val *regs, unsigned before, unsigned after);
ou_val ou_op_make_function(struct ou_vm *vm, struct ou_frame *f, ou_val code, const ou_val *base);
ou_val ou_op_call_ex(struct ou_vm *vm, ou_val callable, ou_val args, ou_val kwargs);
ou_val ou_op_build_class_kw(struct ou_vm *vm, const ou_val *base, unsigned n, ou_val names);
ou_val ou_op_build_class_ex(struct ou_vm *vm, ou_val body, ou_val name, ou_val bases, ou_val kwargs);
/* The values of the keywords lie behind the n_pos arguments.  As ou_enter if it is a Python function. */
ou_val ou_op_call_kw(struct ou_vm *vm, ou_val callable, const ou_val *args, unsigned n_pos, ou_val names);
int ou_op_exc_match(struct ou_vm *vm, ou_val exc, ou_val classes);
int ou_op_group_match(struct ou_vm *vm, ou_val *rest, ou_val classes);
int ou_op_raise(struct ou_vm *vm, ou_val exc, ou_val cause);
int ou_op_raise_again(struct ou_vm *vm);
ou_val ou_op_import(struct ou_vm *vm, struct ou_unit *unit, ou_val name, ou_val fromlist, unsigned level);
ou_val ou_op_import_from(struct ou_vm *vm, ou_val module, ou_val name);
int ou_op_import_star(struct ou_vm *vm, struct ou_frame *f, ou_val module);
ou_val ou_op_format(struct ou_vm *vm, ou_val v, int conversion, ou_val spec);
ou_val ou_op_special(struct ou_vm *vm, ou_val object, ou_val name);
ou_val ou_op_build_string(struct ou_vm *vm, const ou_val *parts, unsigned n);
int ou_op_list_extend(struct ou_vm *vm, ou_val list, ou_val iterable);
/* callable: of a call with **mapping, for messages; OU_ABSENT: a dict display. */
int ou_op_dict_merge(struct ou_vm *vm, ou_val dict, ou_val mapping, ou_val callable);
int ou_op_print_expr(struct ou_vm *vm, ou_val v);
ou_val ou_op_send(struct ou_vm *vm, ou_val iterator, ou_val v);
int ou_op_delete_name(struct ou_vm *vm, ou_val space, ou_val name);
/* What an instruction from ADD to ISUB_I does. */
ou_val ou_op_binary(struct ou_vm *vm, unsigned instruction, ou_val a, ou_val b);

#endif /* OURO_INCLUDED_SRC_VM_FRAME_H */
