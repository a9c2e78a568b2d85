/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Generators as objects: send, throw, close.  Running them is the VM's (vm->up->resume).
 */
#include "object/errors/exception.h"
#include "object/types/function.h"
#include "object/types/type.h"

static struct ou_generator *generator_at(ou_val v) { return (struct ou_generator *)v; }

static enum ou_generator_state state_of(ou_val self)
{
    return (enum ou_generator_state)ou_small_value(generator_at(self)->state);
}

static ou_val generator_next(struct ou_vm *vm, ou_val self)
{
    return vm->up->resume(vm, self, OU_NONE, false);
}

/* What resume returned, with the end as StopIteration. */
static ou_val result(struct ou_vm *vm, ou_val v)
{
    return v == OU_STOP ? ou_raise_stop(vm, vm->roots.stop_value) : v;
}

OU_NATIVE_STATIC(generator_send)
{
    if (state_of(args[0]) == OU_GENERATOR_NEW && args[1] != OU_NONE)
        return ou_raise(vm, &ou_exc_TypeError, "can't send non-None value to a just-started generator");
    return result(vm, vm->up->resume(vm, args[0], args[1], false));
}

/* throw(exception) or throw(type, value, traceback) */
OU_NATIVE_STATIC(generator_throw)
{
    ou_val exception = args[1];
    if (state_of(args[0]) == OU_GENERATOR_RUNNING)
        return ou_raise(vm, &ou_exc_ValueError, "generator already executing");
    if (n_args > 2 && args[2] != OU_NONE && ou_is_type(exception)) {
        if (ou_is_exception(args[2]))
            exception = args[2];
        else
            exception =
                ou_is(args[2], &ou_type_tuple)
                    ? ou_call(vm, exception, (unsigned)ou_tuple_len(args[2]), 0, ou_tuple_items(args[2]))
                    : ou_call_1(vm, exception, args[2]);
        if (exception == OU_EXC)
            return OU_EXC;
    }
    if (!ou_is_exception(exception) &&
        !(ou_is_type(exception) && ou_type_has(ou_type_at(exception), OU_TYPE_EXCEPTION)))
        return ou_raise(vm, &ou_exc_TypeError,
                        "exceptions must be classes or instances deriving from BaseException, not %T",
                        exception);
    exception = ou_exception_instance(vm, exception);
    if (exception == OU_EXC)
        return OU_EXC;
    ou_exc_restore(vm, exception);
    return result(vm, vm->up->resume(vm, args[0], OU_ABSENT, true));
}

OU_NATIVE_STATIC(generator_close)
{
    enum ou_generator_state state = state_of(args[0]);
    if (state == OU_GENERATOR_DONE)
        return OU_NONE;
    if (state == OU_GENERATOR_RUNNING)
        return ou_raise(vm, &ou_exc_ValueError, "generator already executing");
    ou_val exit = ou_exception_new(vm, &ou_exc_GeneratorExit, 0, NULL);
    if (exit == OU_EXC)
        return OU_EXC;
    ou_exc_restore(vm, exit);
    ou_val v = vm->up->resume(vm, args[0], OU_ABSENT, true);
    if (v == OU_STOP)
        return OU_NONE;
    if (v != OU_EXC)
        return ou_raise(vm, &ou_exc_RuntimeError, "generator ignored GeneratorExit");
    if (!ou_exc_matches(vm, &ou_exc_GeneratorExit) && !ou_exc_matches(vm, &ou_exc_StopIteration))
        return OU_EXC;
    ou_exc_take(vm);
    return OU_NONE;
}

static ou_val generator_iter(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return self;
}

static ou_val generator_repr(struct ou_vm *vm, ou_val self)
{
    ou_val f = generator_at(self)->function;
    ou_val name = f == OU_ABSENT ? OU_S(generator) : ou_function_qualname(vm, f);
    char address[2 * sizeof(ou_val) + 3];
    return name == OU_EXC || ou_identity_text(vm, self, address) < 0
               ? OU_EXC
               : ou_str_format(vm, "<generator object %v at %s>", name, address);
}

static ou_val generator_get_attr(struct ou_vm *vm, ou_val self, ou_val name)
{
    const struct ou_generator *g = generator_at(self);
    switch (name) {
    case OU_S(__name__):
        return g->function == OU_ABSENT ? OU_S(generator) : ou_function_name(vm, g->function);
    case OU_S(__qualname__):
        return g->function == OU_ABSENT ? OU_S(generator) : ou_function_qualname(vm, g->function);
    case OU_S(gi_running): return ou_bool(state_of(self) == OU_GENERATOR_RUNNING);
    case OU_S(gi_suspended): return ou_bool(state_of(self) == OU_GENERATOR_SUSPENDED);
    case OU_S(gi_yieldfrom): return g->yield_from == OU_ABSENT ? OU_NONE : g->yield_from;
    case OU_S(gi_frame): return OU_NONE;
    default: return OU_ABSENT;
    }
}

OU_ROM_ALIGN static const union ou_member generator_members[] = {
    OU_MEMBER_METHOD(OU_S(close), generator_close, &ou_type_generator, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(send), generator_send, &ou_type_generator, 2, 2, 0),
    OU_MEMBER_METHOD(OU_S(throw), generator_throw, &ou_type_generator, 2, 4, 0),
};
static OU_MEMBER_TABLE(generator_table, generator_members);
OU_ROM_ALIGN static const struct ou_type_ops generator_ops = {
    .repr = generator_repr, .iter = generator_iter, .next = generator_next, .get_attr = generator_get_attr};
OU_DEFINE_TYPE(ou_type_generator, OU_S(generator), &ou_type_object, &generator_ops, &generator_table,
               OU_TYPE_FINAL | OU_TYPE_WEAKREF, OU_V_GENERATOR);
