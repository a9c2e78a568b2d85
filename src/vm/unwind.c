/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Exceptions in frames: handlers, tracebacks, and the exception being handled, which is nowhere stored
 * but found from where each frame stands (see OU_HANDLER_HANDLED in object/code/code.h).
 */
#include "object/errors/exception.h"
#include "vm/frame.h"

const struct ou_code_handler *ou_find_handler(const struct ou_code *code, unsigned pc)
{
    const struct ou_code_handler *h = ou_code_handlers(code);
    for (unsigned i = 0; i < ou_code_extra(code)->n_handlers; i++)
        if (h[i].kind == OU_HANDLER_CATCH && pc >= h[i].start && pc < h[i].end)
            return &h[i];
    return NULL;
}

static ou_val handled_in(const struct ou_frame *f)
{
    const struct ou_code *code = ou_frame_code(f);
    const struct ou_code_handler *h = ou_code_handlers(code);
    for (unsigned i = 0; i < ou_code_extra(code)->n_handlers; i++) {
        if (h[i].kind != OU_HANDLER_HANDLED || f->pc < h[i].start || f->pc >= h[i].end)
            continue;
        ou_val v = f->regs[h[i].reg];
        if (ou_is_ptr(v) && (ou_type_flags(ou_type_of(v)) & OU_TYPE_EXCEPTION) && !ou_is_type(v))
            return v;
    }
    return OU_NONE;
}

ou_val ou_vm_handled(struct ou_vm *vm)
{
    for (const struct ou_frame *f = vm->frame; f; f = f->caller) {
        ou_val v = handled_in(f);
        if (v != OU_NONE)
            return v;
    }
    return OU_NONE;
}

void ou_add_traceback(struct ou_vm *vm, struct ou_frame *f, unsigned pc)
{
    ou_val exc = vm->roots.exc;
    if (exc == vm->roots.memory_error || vm->stopped)
        return; /* a stop must not wait for a full heap's collections, one for each frame */
    struct ou_traceback *t = ou_gc_alloc(&vm->heap, sizeof *t, OU_GC_VALUES);
    if (!t)
        return; /* the exception matters more than its traceback */
    struct ou_unit *unit = ou_frame_unit(f);
    struct ou_code *code = ou_frame_code(f);
    struct ou_exception *e = (struct ou_exception *)exc;
    t->type = OU_ROM(&ou_type_traceback);
    t->next = e->traceback;
    t->filename = unit->filename;
    t->function_name = ((ou_val *)unit->pool)[code->name];
    t->line = ou_small((ou_int)ou_code_line(code, pc));
    OU_STORE(vm, e, &e->traceback, ou_from_ptr(t));
}

ou_val ou_raise_unbound_local(struct ou_vm *vm, struct ou_frame *f, unsigned index, bool free)
{
    const struct ou_code *code = ou_frame_code(f);
    const struct ou_code_checked *c = ou_code_checked(code);
    for (unsigned i = 0; i < ou_code_extra(code)->n_checked; i++) {
        if (c[i].index != index || c[i].free != free)
            continue;
        ou_val name = ((ou_val *)ou_frame_unit(f)->pool)[c[i].name];
        if (free)
            return ou_raise(
                vm, &ou_exc_NameError,
                "cannot access free variable '%v' where it is not associated with a value in enclosing scope",
                name);
        return ou_raise(vm, &ou_exc_UnboundLocalError,
                        "cannot access local variable '%v' where it is not associated with a value", name);
    }
    return ou_raise(vm, &ou_exc_UnboundLocalError, "a local variable is not associated with a value");
}

int ou_op_exc_match(struct ou_vm *vm, ou_val exc, ou_val classes)
{
    if (ou_is_type(classes)) {
        if (!ou_is_subtype(ou_type_at(classes), &ou_exc_BaseException))
            goto bad;
        return ou_is_a(exc, ou_type_at(classes));
    }
    if (!ou_is(classes, &ou_type_tuple))
        goto bad;
    for (size_t i = 0; i < ou_tuple_len(classes); i++) {
        ou_val c = ou_tuple_items(classes)[i];
        if (!ou_is_type(c) || !ou_is_subtype(ou_type_at(c), &ou_exc_BaseException))
            goto bad;
    }
    for (size_t i = 0; i < ou_tuple_len(classes); i++)
        if (ou_is_a(exc, ou_type_at(ou_tuple_items(classes)[i])))
            return 1;
    return 0;
bad:
    return ou_fail(ou_raise(vm, &ou_exc_TypeError,
                            "catching classes that do not inherit from BaseException is not allowed"));
}

#if OU_WITH_GROUPS

static bool is_group_class(ou_val c) { return ou_is_subtype(ou_type_at(c), &ou_exc_BaseExceptionGroup); }

int ou_op_group_match(struct ou_vm *vm, ou_val *rest, ou_val classes)
{
    int whole = ou_op_exc_match(vm, rest[0], classes); /* says no of None, but looks at the classes */
    if (whole < 0)
        return -1;
    bool group = ou_is_type(classes) && is_group_class(classes);
    for (size_t i = 0; !group && !ou_is_type(classes) && i < ou_tuple_len(classes); i++)
        group = is_group_class(ou_tuple_items(classes)[i]);
    if (group)
        return ou_fail(ou_raise(vm, &ou_exc_TypeError,
                                "catching ExceptionGroup with except* is not allowed. Use except instead."));
    return rest[0] == OU_NONE ? 0 : ou_group_catch(vm, &rest[0], &rest[1], classes, whole);
}

#else

int ou_op_group_match(struct ou_vm *vm, ou_val *rest, ou_val classes) /* in frozen modules only */
{
    (void)rest, (void)classes;
    return ou_fail(ou_raise(vm, &ou_exc_RuntimeError, "this build has no 'except*'"));
}

#endif

int ou_op_raise(struct ou_vm *vm, ou_val exc, ou_val cause)
{
    return ou_fail(cause == OU_ABSENT ? ou_raise_value(vm, exc) : ou_raise_from(vm, exc, cause));
}

int ou_op_raise_again(struct ou_vm *vm)
{
    ou_val exc = ou_vm_handled(vm);
    if (exc == OU_NONE)
        return ou_fail(ou_raise(vm, &ou_exc_RuntimeError, "No active exception to reraise"));
    vm->roots.exc = exc;
    return 0;
}
