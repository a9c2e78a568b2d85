/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The VM stack's chunks, the slow way to push a frame, and the stack as a root provider.
 * The layout and its invariants are in frame.h; ou_stack_verify checks them.
 */
#include "base/base.h"
#include "object/code/opcode.h"
#include "vm/frame.h"

static ou_val *chunk_base(struct ou_stack_chunk *c) { return (ou_val *)(c + 1); }

static struct ou_frame *chunk_end(struct ou_stack_chunk *c)
{
    return (struct ou_frame *)((char *)c + c->size);
}

static struct ou_stack_chunk *chunk_new(struct ou_vm *vm, size_t bytes)
{
    bytes = (bytes + 15) & ~(size_t)15;
    struct ou_stack_chunk *c = ou_outer_alloc(vm->outer, bytes, OU_MEM_VM | OU_MEM_FOR(OU_OWNER_VM_STACK));
    if (!c)
        return NULL;
    c->previous = NULL;
    c->spare = NULL;
    c->size = (uint32_t)bytes;
    c->widest = 0;
    return c;
}

int ou_stack_init(struct ou_vm *vm, size_t bytes)
{
    vm->stack = chunk_new(vm, bytes);
    if (!vm->stack)
        return -1;
    vm->stack_top = chunk_base(vm->stack);
    vm->frame = NULL;
    vm->depth = 0;
    return 0;
}

void ou_stack_trim(struct ou_vm *vm)
{
    if (vm->stack && vm->stack->spare) {
        ou_outer_free(vm->outer, vm->stack->spare);
        vm->stack->spare = NULL;
    }
}

void ou_stack_deinit(struct ou_vm *vm)
{
    ou_stack_trim(vm);
    while (vm->stack) {
        struct ou_stack_chunk *c = vm->stack;
        vm->stack = c->previous;
        ou_outer_free(vm->outer, c);
    }
    vm->frame = NULL;
}

static struct ou_frame *set_up(struct ou_vm *vm, struct ou_frame *f, ou_val *regs, unsigned n_args,
                               unsigned n_regs)
{
    for (unsigned i = n_args; i < n_regs; i++)
        regs[i] = OU_UNBOUND;
    f->regs = regs;
    f->caller = vm->frame;
    f->pc = 0;
    f->flags = 0;
    f->n_regs = (uint8_t)n_regs;
    vm->depth++;
    vm->frame = f;
    return f;
}

/* A chunk that holds a frame of `need` bytes, larger than the last one if that can be had.  The heap may
 * have taken all there was and be full of garbage: then it gives areas back. */
static struct ou_stack_chunk *chunk_after(struct ou_vm *vm, const struct ou_stack_chunk *last, size_t need)
{
    size_t wish = last->size + last->size / 2;
    wish = wish > 65536 ? 65536 : wish;
    for (int attempt = 0; attempt < 2; attempt++) {
        if (attempt)
            ou_gc_shrink(&vm->heap);
        struct ou_stack_chunk *c = wish > need ? chunk_new(vm, wish) : NULL;
        if (!c)
            c = chunk_new(vm, need);
        if (c)
            return c;
    }
    ou_raise_memory(vm, need);
    return NULL;
}

struct ou_frame *ou_frame_push_slow(struct ou_vm *vm, ou_val *regs, unsigned n_args, unsigned n_regs)
{
    if (vm->depth >= vm->depth_limit) {
        ou_raise(vm, &ou_exc_RecursionError, "maximum recursion depth exceeded");
        return NULL;
    }
    if (ou_poll(vm) < 0)
        return NULL;
    struct ou_stack_chunk *c = vm->stack;
    struct ou_frame *f = (vm->frame ? vm->frame : chunk_end(c)) - 1;
    unsigned widest = vm->frame ? OU_MAX(c->widest, n_regs) : n_regs;
    if (regs + widest <= (ou_val *)f) {
        c->widest = widest;
        return set_up(vm, f, regs, n_args, n_regs);
    }
    size_t need = sizeof *c + n_regs * sizeof(ou_val) + sizeof(struct ou_frame);
    struct ou_stack_chunk *next = c->spare;
    if (next && next->size < need) {
        ou_stack_trim(vm);
        next = NULL;
    }
    if (!next)
        next = chunk_after(vm, c, need);
    if (!next)
        return NULL;
    c->spare = NULL;
    next->previous = c;
    next->widest = n_regs;
    vm->stack = next;
    ou_val *base = chunk_base(next);
    /* What n_args counts behind the caller's window is not there yet, and the chunk may end before that. */
    memcpy(base, regs, OU_MIN(n_args, (size_t)(ou_stack_top(vm) - regs)) * sizeof *base);
    f = set_up(vm, chunk_end(next) - 1, base, n_args, n_regs);
    f->flags = OU_FRAME_CHUNK;
    return f;
}

void ou_frame_pop_chunk(struct ou_vm *vm)
{
    struct ou_stack_chunk *c = vm->stack;
    ou_stack_trim(vm);
    vm->stack = c->previous;
    vm->stack->spare = c;
}

void ou_stack_visit(struct ou_heap *heap, void *ctx)
{
    struct ou_vm *vm = ctx;
    struct ou_frame *f = vm->frame;
    for (struct ou_stack_chunk *c = vm->stack; c && f; c = c->previous) {
        ou_val *top = chunk_base(c);
        bool last = false;
        while (f && !last) {
            ou_gc_visit(heap, &f->function);
            ou_gc_visit(heap, &f->subject);
            top = OU_MAX(top, f->regs + f->n_regs);
            last = f->flags & OU_FRAME_CHUNK;
            f = f->caller;
        }
        ou_gc_visit_range(heap, chunk_base(c), (size_t)(top - chunk_base(c)));
    }
}

/* Behind the last register of a frame that matters while it calls: temporaries are taken and given back like
 * a stack, so nothing above the arguments of a call is read again.  At other instructions: all matter. */
static ou_val *live_end(const struct ou_frame *f)
{
    const uint8_t *p = ou_code_bytes(ou_frame_code(f)) + f->pc;
    const ou_val *pool = (const ou_val *)ou_frame_unit(f)->pool;
    unsigned end = f->n_regs;
    switch (*p) {
    case OU_INS_CALL: end = p[2] + 1u + p[3]; break;
    case OU_INS_CALL_METHOD: end = p[2] + 2u + p[3]; break;
    case OU_INS_CALL_KW:
    case OU_INS_CALL_METHOD_KW:
        end = p[2] + 1u + (*p == OU_INS_CALL_METHOD_KW) + p[3] +
              (unsigned)ou_tuple_len(pool[(unsigned)p[4] | (unsigned)p[5] << 8]);
        break;
    case OU_INS_CALL_EX: end = p[2] + 3u; break;
    default: break;
    }
    return f->regs + OU_MIN(end, f->n_regs);
}

void ou_stack_clear_dead(struct ou_vm *vm)
{
    const struct ou_frame *callee = NULL;
    ou_val *used = NULL; /* behind the last register of this chunk that matters */
    for (const struct ou_frame *f = vm->frame; f; callee = f, f = f->caller) {
        bool same_chunk = callee && !(callee->flags & OU_FRAME_CHUNK);
        ou_val *end = f->regs + f->n_regs, *from = live_end(f);
        if (!same_chunk)
            used = from;
        else if (callee->regs < end) /* the callee's window begins in this one */
            from = used;
        while (from < end)
            *from++ = OU_UNBOUND;
    }
}

void ou_stack_verify(struct ou_vm *vm)
{
    struct ou_stack_chunk *c = vm->stack;
    const struct ou_frame *innermost = vm->frame; /* of this chunk: the lowest */
    unsigned depth = 0;
    for (const struct ou_frame *f = vm->frame; f; f = f->caller) {
        ou_assert(c && innermost <= f && f < chunk_end(c) && f->n_regs <= c->widest);
        ou_assert(f->regs >= chunk_base(c) && f->regs + f->n_regs <= (const ou_val *)(const void *)innermost);
        ou_assert(ou_is(f->function, &ou_type_function) && f->n_regs == ou_frame_code(f)->n_regs);
        if (f->flags & OU_FRAME_CHUNK) {
            c = c->previous;
            innermost = f->caller;
        }
        depth++;
    }
    ou_assert(depth == vm->depth);
}
