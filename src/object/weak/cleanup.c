/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The queue of cleanup.h: filled by the collector, worked off at safepoints, and the end of a program.
 *
 * Invariants (ou_cleanup_verify): reserved is the number of things that wait, of objects and generators
 * with a finaliser mark, and of callbacks of live weak references to live objects; it fits into capacity.
 */
#include "object/weak/cleanup.h"
#include "object/code/opcode.h"
#include "object/core/protocol.h"
#include "object/core/sequence.h"
#include "object/errors/exception.h"
#include "object/types/descriptor.h"
#include "object/types/function.h"
#include "object/types/type.h"
#include "object/weak/weak.h"

#define ATTRIBUTES (OU_MEM_VM | OU_MEM_FOR(OU_OWNER_VM))
#define FINISH_ROUNDS 10 /* at the end of a program: finalisers may make objects with finalisers */

/* -- room -- */

/* -- a class gets __del__ when it has instances -- */

/* -- generators -- */

/* Whether closing it would do anything: it stands inside try or with, or delegates. */
static bool must_close(const struct ou_generator *g)
{
    if (g->state != OU_SMALL_CONST(OU_GENERATOR_SUSPENDED))
        return false;
    const struct ou_code *code = ou_function_code(g->function);
    unsigned pc = (uint16_t)ou_small_value(g->pc);
    const struct ou_code_handler *h = ou_code_handlers(code);
    for (unsigned i = 0; i < ou_code_extra(code)->n_handlers; i++)
        if (h[i].kind == OU_HANDLER_CATCH && pc >= h[i].start && pc < h[i].end)
            return true;
    return ou_code_bytes(code)[pc] == OU_INS_YIELD_FROM;
}

void ou_cleanup_remove(struct ou_vm *vm, ou_val generator)
{
    if (!(ou_gc_flags(&vm->heap, ou_ptr(generator)) & OU_GC_FINALISE))
        return;
    ou_gc_set_finalise(&vm->heap, ou_ptr(generator), false);
    ou_cleanup_unreserve(vm, 1);
}

/* -- hooks -- */

enum ou_finalise_result ou_cleanup_finalise(struct ou_vm *vm, void *block)
{
    struct ou_cleanup *c = vm->cleanup;
    ou_val v = ou_from_ptr(block);
    const struct ou_type *t = ou_type_of(v);
    if (ou_type_is_heap(t) || t == &ou_type_generator) {
        if (c->ended || (t == &ou_type_generator && !must_close(ou_ptr(v)))) {
            ou_cleanup_unreserve(vm, 1);
            return OU_FINALISE_DONE;
        }
        ou_cleanup_queue(vm, v);
        return OU_FINALISE_KEEP;
    }
    /* A file, for instance: an object with __del__ that refers to it comes first. */
    if (c && c->reserved && !c->ended && ou_gc_finalise_round(&vm->heap) == 1)
        return OU_FINALISE_LATER;
    if (ou_ops(t)->finalise)
        ou_ops(t)->finalise(vm, block);
    return OU_FINALISE_DONE;
}

void ou_cleanup_visit(struct ou_vm *vm)
{
    struct ou_cleanup *c = vm->cleanup;
    if (!c)
        return;
    if (c->tail != c->head)
        ou_gc_visit_range(&vm->heap, c->entries + c->head, c->tail - c->head);
    ou_gc_visit(&vm->heap, &c->at_exit);
    ou_gc_visit(&vm->heap, &c->finalizers);
}

bool ou_cleanup_waits(const struct ou_vm *vm)
{
    return vm->cleanup && vm->cleanup->head != vm->cleanup->tail;
}

void ou_cleanup_after_collect(struct ou_vm *vm)
{
    if (!vm->cleanup)
        return;
    ou_address_map_trim(vm, &vm->cleanup->weak);
    if (ou_cleanup_waits(vm) && !vm->cleanup->running)
        vm->cleanup_due = 1;
}

/* -- reports -- */

#if OU_WITH_UNRAISABLE_HOOK
/* V: what sys.unraisablehook gets */
struct hook_args {
    ou_val type, exception, message, object;
};

static ou_val hook_args_get_attr(struct ou_vm *vm, ou_val self, ou_val name)
{
    const struct hook_args *a = ou_ptr(self);
    (void)vm;
    switch (name) {
    case OU_S(exc_type): return OU_ROM(ou_type_of(a->exception));
    case OU_S(exc_value): return a->exception;
    case OU_S(exc_traceback): return ou_exc_traceback(a->exception);
    case OU_S(err_msg): return a->message;
    case OU_S(object): return a->object;
    default: return OU_ABSENT;
    }
}

OU_ROM_ALIGN static const struct ou_type_ops hook_args_ops = {.get_attr = hook_args_get_attr};
static OU_DEFINE_TYPE(hook_args_type, OU_S(UnraisableHookArgs), &ou_type_object, &hook_args_ops, NULL,
                      OU_TYPE_FINAL, OU_V_NONE);
#endif

static void put(void *ctx, const char *text, size_t n)
{
    (void)ctx;
    ou_port_write(2, text, n);
}

static void put_c(const char *text) { put(NULL, text, strlen(text)); }

/* message: a str or None */
static void report(struct ou_vm *vm, ou_val exception, ou_val message, ou_val object)
{
    size_t n;
    ou_val text = object == OU_NONE ? OU_NONE : ou_repr(vm, object);
    if (text == OU_EXC)
        ou_exc_take(vm);
    if (message != OU_NONE || object != OU_NONE) {
        const char *what = message == OU_NONE ? "Exception ignored in" : ou_str_text(vm, message, &n);
        put(NULL, what, message == OU_NONE ? strlen(what) : n);
        if (object != OU_NONE) {
            put_c(": ");
            if (text == OU_EXC)
                put_c("<object repr() failed>");
            else {
                const char *p = ou_str_text(vm, text, &n);
                put(NULL, p, n);
            }
        } else
            put_c(":");
        put_c("\n");
    }
    ou_exc_write(vm, exception, put, NULL);
}

#if OU_WITH_UNRAISABLE_HOOK
OU_NATIVE_STATIC(unraisablehook)
{
    ou_val exception = ou_get_attr(vm, args[0], OU_S(exc_value));
    ou_val message = exception == OU_EXC ? OU_EXC : ou_get_attr(vm, args[0], OU_S(err_msg));
    ou_val object = message == OU_EXC ? OU_EXC : ou_get_attr(vm, args[0], OU_S(object));
    if (object == OU_EXC)
        return OU_EXC;
    report(vm, exception, ou_is_str(message) ? message : OU_NONE, object);
    return OU_NONE;
}
OU_ROM_ALIGN const struct ou_native ou_native_unraisablehook =
    OU_NATIVE(&ou_type_native_function, unraisablehook, OU_S(unraisablehook), NULL, 1, 1, 0);

static ou_val hook_of(struct ou_vm *vm)
{
    const struct ou_rom_module *const *m = vm->up ? vm->up->modules : NULL;
    for (; m && *m; m++)
        if ((*m)->name == OU_S(sys))
            return ou_module_override(vm, *m, OU_S(unraisablehook));
    return OU_ABSENT;
}
#endif

void ou_report_unraisable(struct ou_vm *vm, const char *what, ou_val object)
{
    ou_val exception = ou_exc_take(vm), message = OU_NONE;
    if (vm->stopped) /* the embedder ends the program, and knows it */
        return;
    if (what) {
        message = ou_str_format(vm, "Exception ignored %s", what);
        if (message == OU_EXC) {
            ou_exc_take(vm);
            message = OU_NONE;
        }
    }
#if OU_WITH_UNRAISABLE_HOOK
    ou_val hook = hook_of(vm);
    if (hook != OU_ABSENT && hook != OU_NONE) {
        struct hook_args *a = ou_alloc(vm, sizeof *a, OU_GC_VALUES);
        if (a) {
            *a = (struct hook_args){OU_ROM(&hook_args_type), exception, message, object};
            if (ou_call_1(vm, hook, ou_from_ptr(a)) != OU_EXC)
                return;
        }
        exception = ou_exc_take(vm);
        message = OU_S(Exception_sp_ignored_sp_in_sp_sys_dot_unraisablehook);
        object = hook;
    }
#endif
    report(vm, exception, message, object);
}

/* -- doing it -- */

static void run_del(struct ou_vm *vm, ou_val object)
{
    const struct ou_type *t = ou_type_of(object);
    ou_val method = ou_type_lookup(vm, t, OU_S(__del__)), bound;
    if (method == OU_ABSENT) /* the class has lost it */
        return;
    if (ou_is_method_like(method))
        bound = ou_call_with_self(vm, method, object, 0, 0, NULL);
    else {
        bound = ou_descriptor_get(vm, method, object, OU_ROM(t));
        if (bound != OU_EXC)
            bound = ou_call_0(vm, bound);
    }
    if (bound == OU_EXC)
        ou_report_unraisable(vm, NULL, method);
}

static void run_one(struct ou_vm *vm, ou_val v)
{
    if (ou_is(v, &ou_type_generator)) {
        if (ou_call_method(vm, v, OU_S(close), 0, NULL) == OU_EXC)
            ou_report_unraisable(vm, NULL, v);
    } else if (ou_type_is_heap(ou_type_of(v)))
        run_del(vm, v);
    else if (OU_WITH_WEAKREF)
        ou_weak_call_back(vm, v);
}

/* Gives back what the queue does not need now. */
static void trim(struct ou_vm *vm)
{
    struct ou_cleanup *c = vm->cleanup;
    if (c->head != c->tail)
        return;
    c->head = c->tail = 0;
    if (!c->reserved) {
        ou_outer_free(vm->outer, c->entries);
        c->entries = NULL;
        c->capacity = 0;
    } else if (c->capacity / 4 > c->reserved + 8)
        ou_cleanup_resize(vm, c->reserved + c->reserved / 2 + 8, false);
}

size_t ou_cleanup_run(struct ou_vm *vm)
{
    struct ou_cleanup *c = vm->cleanup;
    vm->cleanup_due = 0;
    if (!c || c->running || c->head == c->tail || ou_gc_lock_depth(&vm->heap))
        return 0; /* what happens under the lock waits for its end (ou_memory_unlock) */
    ou_val exception = ou_exc_take(vm), stop_value = vm->roots.stop_value,
           repr_active = vm->roots.repr_active;
    size_t done = 0;
    c->running = true;
    vm->roots.repr_active = OU_ABSENT;
    while (c->head != c->tail && !vm->stopped) {
        run_one(vm, c->entries[c->head]);
        c->head++;
        c->reserved--;
        done++;
    }
    c->running = false;
    trim(vm);
    vm->roots.repr_active = repr_active;
    vm->roots.stop_value = stop_value;
    ou_exc_restore(vm, exception);
    return done;
}

void ou_cleanup_poll(struct ou_vm *vm)
{
    uintptr_t here = (uintptr_t)__builtin_frame_address(0);
    size_t left = here > vm->c_stack_limit ? here - vm->c_stack_limit : 0;
    if (vm->depth > vm->depth_limit / 4 * 3 || left < (vm->c_stack_base - vm->c_stack_limit) / 4)
        return; /* it would fail for want of stack; there will be another safepoint */
    ou_cleanup_run(vm);
}

/* -- the end -- */

int ou_at_exit(struct ou_vm *vm, ou_val callable, unsigned n_args, unsigned n_kw, const ou_val *args)
{
    struct ou_cleanup *c = ou_cleanup_get(vm);
    if (!c)
        return -1;
    size_t words = n_args + 2 * (size_t)n_kw;
    ou_val entry = ou_tuple_new(vm, words + 2, NULL);
    if (entry == OU_EXC)
        return -1;
    ou_val *items = ou_tuple_items(entry);
    items[0] = ou_small((ou_int)n_args);
    items[1] = callable;
    if (words)
        memcpy(items + 2, args, words * sizeof *items);
    if (c->at_exit == OU_ABSENT) {
        ou_val list = ou_list_new(vm, 0, NULL);
        if (list == OU_EXC)
            return -1;
        c->at_exit = list;
    }
    return ou_list_append(vm, c->at_exit, entry);
}

ou_val ou_at_exit_list(struct ou_vm *vm)
{
    return vm->cleanup && vm->cleanup->at_exit != OU_ABSENT ? vm->cleanup->at_exit : OU_NONE;
}

void ou_at_exit_run(struct ou_vm *vm)
{
    ou_val list = ou_at_exit_list(vm);
    /* What is registered meanwhile lies behind i, and is not called. */
    for (size_t i = list == OU_NONE ? 0 : ou_list_len(list); i-- > 0 && !vm->stopped;) {
        if (i >= ou_list_len(list))
            continue; /* some were taken out */
        ou_val entry = ou_list_get(list, i);
        ou_list_remove_range(vm, ou_list_at(list), i, i + 1);
        const ou_val *items = ou_tuple_items(entry);
        unsigned n_args = (unsigned)ou_small_value(items[0]);
        unsigned n_kw = ((unsigned)ou_tuple_len(entry) - 2 - n_args) / 2;
        if (ou_call(vm, items[1], n_args, n_kw, items + 2) == OU_EXC)
            ou_report_unraisable(vm, "in atexit callback", items[1]);
    }
}

ou_val ou_finalizers(struct ou_vm *vm) { return vm->cleanup ? vm->cleanup->finalizers : OU_ABSENT; }

void ou_finalizers_set(struct ou_vm *vm, ou_val first) { vm->cleanup->finalizers = first; }

/* Queues what has a finaliser mark, dead or alive. */
static void queue_block(void *ctx, void *block, size_t size, unsigned flags)
{
    struct ou_vm *vm = ctx;
    (void)size;
    if (!(flags & OU_GC_FINALISE))
        return;
    ou_val v = ou_from_ptr(block);
    const struct ou_type *t = ou_type_of(v);
    if (!ou_type_is_heap(t) && !(t == &ou_type_generator && must_close(block)))
        return;
    ou_gc_set_finalise(&vm->heap, block, false);
    ou_cleanup_queue(vm, v);
}

void ou_cleanup_finish(struct ou_vm *vm)
{
    if (vm->cleanup && vm->cleanup->ended)
        return;
    vm->interrupted = vm->stopped = 0;
    if (!vm->cleanup)
        return;
    while (ou_gc_lock_depth(&vm->heap))
        ou_gc_unlock(&vm->heap);
    ou_cleanup_run(vm);
    ou_at_exit_run(vm);
    ou_gc_collect(&vm->heap); /* what is garbage by now comes before what is in use */
    for (int round = 0; round < FINISH_ROUNDS; round++) {
        ou_cleanup_run(vm);
        if (vm->stopped)
            break;
        ou_gc_each_block(&vm->heap, queue_block, vm);
        if (!ou_cleanup_waits(vm))
            break;
    }
    vm->cleanup->ended = true;
    vm->cleanup->head = vm->cleanup->tail = 0;
}

void ou_cleanup_deinit(struct ou_vm *vm)
{
    struct ou_cleanup *c = vm->cleanup;
    if (!c)
        return;
    ou_address_map_release(vm, &c->weak);
    ou_outer_free(vm->outer, c->entries);
    ou_outer_free(vm->outer, c);
    vm->cleanup = NULL;
}

/* -- verifying -- */

struct count {
    struct ou_vm *vm;
    size_t marked;
};

static void count_marked(void *ctx, void *block, size_t size, unsigned flags)
{
    struct count *count = ctx;
    (void)size;
    if (!(flags & OU_GC_FINALISE))
        return;
    const struct ou_type *t = ou_type_of(ou_from_ptr(block));
    count->marked += ou_type_is_heap(t) || t == &ou_type_generator;
}

int ou_cleanup_verify(struct ou_vm *vm)
{
    const struct ou_cleanup *c = vm->cleanup;
    struct count count = {vm, 0};
    size_t callbacks = 0;
    if (!c)
        return 0;
    const char *problem = NULL;
    ou_gc_each_block(&vm->heap, count_marked, &count);
    int broken = OU_WITH_WEAKREF ? ou_weak_verify(vm, &callbacks) : 0;
    size_t needed = c->tail - c->head + count.marked + callbacks;
    if (broken < 0)
        problem = "cleanup: a list of weak references is broken";
    else if (c->head > c->tail || c->tail > c->capacity || c->reserved > c->capacity)
        problem = "cleanup: the queue is too small";
    else if (!c->ended && (c->reserved < needed || c->reserved > needed + 1)) /* one may be in the making */
        problem = "cleanup: reserved is not what may have to be done";
    if (!problem)
        return 0;
    ou_port_report(problem);
    return -1;
}
