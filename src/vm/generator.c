/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Generators: a suspended generator holds a copy of its registers; while it runs they lie in a window
 * on the VM stack like those of any function, so that no store to a register needs the barrier.
 */
#include "base/base.h"
#include "object/code/opcode.h"
#include "object/errors/exception.h"
#include "object/types/function.h"
#include "object/weak/cleanup.h"
#include "vm/frame.h"

ou_val ou_generator_new(struct ou_vm *vm, ou_val function, const ou_val *regs)
{
    unsigned n = ((struct ou_code *)((struct ou_function *)function)->code)->n_regs;
    ou_val g = ou_object_new(vm, &ou_type_generator, sizeof(struct ou_generator) / sizeof(ou_val) + n, false);
    if (g == OU_EXC)
        return OU_EXC;
    struct ou_generator *generator = (struct ou_generator *)g;
    generator->function = function;
    generator->pc = ou_small(0);
    generator->state = OU_SMALL_CONST(OU_GENERATOR_NEW);
    memcpy(generator->regs, regs, n * sizeof *regs);
    if (ou_code_extra(ou_function_code(function))->n_handlers == 0)
        return g;
    generator->pc = ou_small(OU_GENERATOR_MARKED);
    return ou_cleanup_marked(vm, g);
}

struct ou_frame *ou_generator_enter(struct ou_vm *vm, ou_val g)
{
    struct ou_generator *generator = (struct ou_generator *)g;
    ou_val state = generator->state;
    if (state == OU_SMALL_CONST(OU_GENERATOR_RUNNING)) {
        ou_raise(vm, &ou_exc_ValueError, "generator already executing");
        return NULL;
    }
    generator->state = OU_SMALL_CONST(OU_GENERATOR_RUNNING); /* as pushing a frame is a safepoint */
    unsigned n = ((struct ou_code *)((struct ou_function *)generator->function)->code)->n_regs;
    struct ou_frame *f = ou_frame_push(vm, ou_stack_top(vm), n, n);
    if (!f) {
        generator->state = state;
        return NULL;
    }
    memcpy(f->regs, generator->regs, n * sizeof(ou_val)); /* over all, hence pushed with n arguments */
    f->function = generator->function;
    f->subject = g;
    f->flags |= OU_FRAME_GENERATOR;
    f->pc = (uint16_t)ou_small_value(generator->pc);
    return f;
}

void ou_generator_suspend(struct ou_vm *vm, struct ou_frame *f, unsigned pc)
{
    struct ou_generator *generator = (struct ou_generator *)f->subject;
    ou_store_bulk(&vm->heap, generator);
    memcpy(generator->regs, f->regs, ou_frame_code(f)->n_regs * sizeof(ou_val));
    ou_int marked = ou_small_value(generator->pc) & OU_GENERATOR_MARKED;
    if (OU_UNLIKELY(ou_code_bytes(ou_frame_code(f))[pc] == OU_INS_YIELD_FROM) && !marked &&
        ou_cleanup_reserve_nogc(vm)) {
        marked = OU_GENERATOR_MARKED; /* closing it will close what it delegates to */
        ou_cleanup_mark(vm, f->subject);
    }
    generator->pc = ou_small((ou_int)pc | marked);
    generator->state = OU_SMALL_CONST(OU_GENERATOR_SUSPENDED);
}

void ou_generator_finish(struct ou_vm *vm, ou_val g)
{
    struct ou_generator *generator = (struct ou_generator *)g;
    unsigned n = ((struct ou_code *)((struct ou_function *)generator->function)->code)->n_regs;
    ou_store_bulk(&vm->heap, generator);
    for (unsigned i = 0; i < n; i++)
        generator->regs[i] = OU_UNBOUND;
    generator->state = OU_SMALL_CONST(OU_GENERATOR_DONE);
    if (ou_small_value(generator->pc) & OU_GENERATOR_MARKED)
        ou_cleanup_remove(vm, g);
}

void ou_generator_failed(struct ou_vm *vm)
{
    if (!ou_exc_matches(vm, &ou_exc_StopIteration))
        return;
    ou_val stop = ou_exc_take(vm);
    ou_raise(vm, &ou_exc_RuntimeError, "generator raised StopIteration");
    if (ou_exc_matches(vm, &ou_exc_RuntimeError)) {
        struct ou_exception *e = (struct ou_exception *)vm->roots.exc;
        OU_STORE(vm, e, &e->cause, stop);
        OU_STORE(vm, e, &e->context, stop);
        e->flags = ou_small(ou_small_value(e->flags) | 1);
    }
}

ou_val ou_vm_resume(struct ou_vm *vm, ou_val g, ou_val sent, bool is_throw)
{
    struct ou_generator *generator = (struct ou_generator *)g;
    ou_val state = generator->state;
    if (ou_stack_check(vm) < 0)
        return OU_EXC;
    if (state == OU_SMALL_CONST(OU_GENERATOR_DONE)) {
        vm->roots.stop_value = OU_NONE;
        return is_throw ? OU_EXC : OU_STOP;
    }
    if (state == OU_SMALL_CONST(OU_GENERATOR_NEW)) {
        if (is_throw) {
            ou_generator_finish(vm, g);
            ou_generator_failed(vm);
            return OU_EXC;
        }
        if (sent != OU_NONE && sent != OU_ABSENT)
            return ou_raise(vm, &ou_exc_TypeError, "can't send non-None value to a just-started generator");
        sent = OU_ABSENT;
    } else if (sent == OU_ABSENT)
        sent = OU_NONE;
    ou_val thrown = is_throw ? ou_exc_take(vm) : OU_ABSENT;
    struct ou_frame *f = ou_generator_enter(vm, g);
    if (!f)
        return OU_EXC;
    if (is_throw)
        ou_exc_restore(vm, thrown);
    f->flags |= OU_FRAME_ENTRY;
    return ou_vm_run(vm, sent, is_throw);
}

/* An exception thrown into a generator that delegates goes to the inner iterator first. */
ou_val ou_generator_throw_into(struct ou_vm *vm, ou_val iterator)
{
    bool is_generator = ou_is(iterator, &ou_type_generator);
    ou_val thrown = ou_exc_take(vm), v;
    if (ou_is_a(thrown, &ou_exc_GeneratorExit)) {
        ou_val close = ou_get_attr_or_absent(vm, iterator, OU_S(close));
        if (close == OU_EXC || (close != OU_ABSENT && ou_call_0(vm, close) == OU_EXC))
            return OU_EXC;
        ou_exc_restore(vm, thrown);
        return OU_EXC;
    }
    vm->roots.stop_value = OU_NONE;
    if (is_generator) {
        ou_exc_restore(vm, thrown);
        v = ou_vm_resume(vm, iterator, OU_ABSENT, true);
    } else {
        ou_val method = ou_get_attr_or_absent(vm, iterator, OU_S(throw));
        if (method == OU_ABSENT) {
            ou_exc_restore(vm, thrown);
            return OU_EXC;
        }
        v = method == OU_EXC ? OU_EXC : ou_call_1(vm, method, thrown);
    }
    if (v == OU_EXC && ou_exc_matches(vm, &ou_exc_StopIteration)) {
        vm->roots.stop_value = ou_stop_iteration_value(ou_exc_take(vm));
        return OU_STOP;
    }
    return v;
}
