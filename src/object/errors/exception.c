/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Making and raising exceptions.  The types are in exception_types.c, printing in traceback.c.
 */
#include "object/errors/exception.h"
#include "object/core/cleanup_queue.h"
#include "object/core/sequence.h"
#include "object/errors/message.h"
#include "object/types/type.h"

/* -- making -- */

static void reset(struct ou_exception *e, ou_val type, ou_val args)
{
    e->type = type;
    e->extra = OU_ABSENT;
    e->args = args;
    e->traceback = e->cause = e->context = OU_NONE;
    e->flags = ou_small(0);
}

ou_val ou_exception_new(struct ou_vm *vm, const struct ou_type *t, size_t n_args, const ou_val *args)
{
    ou_val tuple = n_args ? ou_tuple_new(vm, n_args, args) : OU_ROM(&ou_empty_tuple);
    if (tuple == OU_EXC)
        return OU_EXC;
    size_t slots = ou_type_is_heap(t) ? (size_t)ou_small_value(t->heap->n_slots) : 0;
    if (ou_type_has(t, OU_TYPE_GROUP))
        slots += OU_GROUP_WORDS;
    struct ou_exception *e = ou_alloc(vm, sizeof *e + slots * sizeof(ou_val), OU_GC_VALUES);
    if (!e)
        return OU_EXC;
    reset(e, OU_ROM(t), tuple);
    return ou_type_has(t, OU_TYPE_HAS_DEL) ? ou_cleanup_marked(vm, ou_from_ptr(e)) : ou_from_ptr(e);
}

int ou_exception_init(struct ou_vm *vm)
{
    struct ou_exception *e = ou_gc_alloc(&vm->heap, sizeof *e, OU_GC_VALUES | OU_GC_LONG_LIVED);
    if (!e)
        return -1;
    reset(e, OU_ROM(&ou_exc_MemoryError), OU_ABSENT);
    vm->roots.memory_error = ou_from_ptr(e);
    return 0;
}

ou_val ou_exception_extra(struct ou_vm *vm, ou_val exception, ou_val name)
{
    ou_val extra = ((const struct ou_exception *)exception)->extra;
    return extra == OU_ABSENT ? OU_ABSENT : ou_dict_get_name(vm, extra, name);
}

int ou_exception_set_extra(struct ou_vm *vm, ou_val exception, ou_val name, ou_val value)
{
    struct ou_exception *e = (struct ou_exception *)exception;
    if (e->extra == OU_ABSENT) {
        ou_val extra = ou_dict_new(vm, 0);
        if (extra == OU_EXC)
            return -1;
        OU_STORE(vm, e, &e->extra, extra);
    }
    return ou_dict_set_name(vm, e->extra, name, value);
}

ou_val ou_stop_iteration_value(ou_val exception)
{
    const struct ou_exception *e = (const struct ou_exception *)exception;
    return e->args == OU_ABSENT || !ou_tuple_len(e->args) ? OU_NONE : ou_tuple_items(e->args)[0];
}

ou_val ou_exception_instance(struct ou_vm *vm, ou_val v)
{
    if (ou_is_exception(v))
        return v;
    if (ou_is_type(v) && ou_type_has(ou_type_at(v), OU_TYPE_EXCEPTION)) {
        ou_val e = ou_call_0(vm, v);
        if (e == OU_EXC || ou_is_exception(e))
            return e;
        return ou_raise(vm, &ou_exc_TypeError,
                        "calling %r should have returned an instance of BaseException, not %T", v, e);
    }
    return ou_raise(vm, &ou_exc_TypeError, "exceptions must derive from BaseException");
}

/* -- raising -- */

/* Cuts exception out of the chain of contexts that begins at `from`, so that it stays a chain. */
static void unchain(struct ou_vm *vm, ou_val from, ou_val exception)
{
    unsigned limit = 1000;
    while (ou_is_exception(from) && limit--) {
        struct ou_exception *e = (struct ou_exception *)from;
        if (e->context == exception) {
            OU_STORE(vm, e, &e->context, OU_NONE);
            return;
        }
        from = e->context;
    }
}

ou_val ou_raise_instance(struct ou_vm *vm, ou_val exception)
{
    ou_val handled = vm->up && vm->up->handled ? vm->up->handled(vm) : OU_NONE;
    if (handled != exception && ou_is_exception(handled)) {
        struct ou_exception *e = (struct ou_exception *)exception;
        unchain(vm, handled, exception);
        OU_STORE(vm, e, &e->context, handled);
    }
    vm->roots.exc = exception;
    return OU_EXC;
}

static ou_val raise_with(struct ou_vm *vm, const struct ou_type *t, size_t n_args, const ou_val *args)
{
    ou_val e = ou_exception_new(vm, t, n_args, args);
    return e == OU_EXC ? OU_EXC : ou_raise_instance(vm, e);
}

ou_val(ou_raise)(struct ou_vm *vm, const struct ou_type *type, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    ou_val text = ou_str_vformat(vm, format, arguments);
    va_end(arguments);
    return text == OU_EXC ? OU_EXC : raise_with(vm, type, 1, &text);
}

ou_val ou_raise_message(struct ou_vm *vm, const struct ou_message *message, ...)
{
    const struct ou_type *type;
    va_list arguments;
    va_start(arguments, message);
    ou_val text = ou_message_format(vm, message, &type, arguments);
    va_end(arguments);
    return text == OU_EXC ? OU_EXC : raise_with(vm, type, 1, &text);
}

ou_val ou_raise_value(struct ou_vm *vm, ou_val exception_or_class)
{
    ou_val e = ou_exception_instance(vm, exception_or_class);
    return e == OU_EXC ? OU_EXC : ou_raise_instance(vm, e);
}

ou_val ou_raise_from(struct ou_vm *vm, ou_val exception, ou_val cause)
{
    ou_val e = ou_exception_instance(vm, exception);
    if (e == OU_EXC)
        return OU_EXC;
    if (ou_is_type(cause) && ou_type_has(ou_type_at(cause), OU_TYPE_EXCEPTION)) {
        cause = ou_exception_instance(vm, cause);
        if (cause == OU_EXC)
            return OU_EXC;
    }
    if (cause != OU_NONE && !ou_is_exception(cause))
        return ou_raise(vm, &ou_exc_TypeError, "exception causes must derive from BaseException");
    struct ou_exception *x = (struct ou_exception *)e;
    OU_STORE(vm, x, &x->cause, cause);
    OU_STORE(vm, x, &x->flags, ou_small(ou_small_value(x->flags) | 1));
    return ou_raise_instance(vm, e);
}

ou_val ou_raise_key_error(struct ou_vm *vm, ou_val key) { return raise_with(vm, &ou_exc_KeyError, 1, &key); }

ou_val ou_raise_stop(struct ou_vm *vm, ou_val value)
{
    bool none = value == OU_NONE || value == OU_ABSENT;
    return raise_with(vm, &ou_exc_StopIteration, !none, &value);
}

ou_val ou_raise_os_error(struct ou_vm *vm, int error_number, ou_val filename)
{
    const char *text = ou_os_error_text(error_number);
    ou_val args[2] = {ou_small(error_number), OU_NONE};
    args[1] = text ? ou_str_from(vm, text) : ou_str_format(vm, "Unknown error %d", error_number);
    if (args[1] == OU_EXC)
        return OU_EXC;
    ou_val e = ou_exception_new(vm, ou_os_error_type(error_number), 2, args);
    if (e == OU_EXC)
        return OU_EXC;
    if (filename != OU_ABSENT && filename != OU_NONE &&
        ou_exception_set_extra(vm, e, OU_S(filename), filename) < 0)
        return OU_EXC;
    return ou_raise_instance(vm, e);
}

#define MEMORY_TEXT "memory allocation failed, allocating "

size_t ou_memory_error_text(struct ou_vm *vm, char *out)
{
    char digits[24];
    size_t n = 0, length = sizeof MEMORY_TEXT - 1;
    size_t wanted = vm->memory_wanted;
    do
        digits[n++] = (char)('0' + wanted % 10);
    while (wanted /= 10);
    memcpy(out, MEMORY_TEXT, length);
    while (n)
        out[length++] = digits[--n];
    memcpy(out + length, " bytes", 6);
    return length + 6;
}

/* A MemoryError of its own, if the heap still has room for one. */
static ou_val fresh_memory_error(struct ou_vm *vm)
{
    char text[OU_MEMORY_TEXT_MAX];
    size_t n = ou_memory_error_text(vm, text);
    struct ou_str *str = ou_gc_alloc_nogc(&vm->heap, sizeof *str + n, OU_GC_RAW);
    struct ou_tuple *args =
        str ? ou_gc_alloc_nogc(&vm->heap, sizeof *args + sizeof(ou_val), OU_GC_VALUES) : NULL;
    struct ou_exception *e = args ? ou_gc_alloc_nogc(&vm->heap, sizeof *e, OU_GC_VALUES) : NULL;
    if (!e)
        return OU_ABSENT;
    memset(str, 0, sizeof *str);
    str->type = OU_ROM(&ou_type_str);
    str->size_ascii = (uint32_t)n | OU_STR_ASCII;
    memcpy(str->data, text, n);
    args->type = OU_ROM(&ou_type_tuple);
    args->size = ou_small(1);
    args->items[0] = ou_from_ptr(str);
    reset(e, OU_ROM(&ou_exc_MemoryError), ou_from_ptr(args));
    return ou_from_ptr(e);
}

ou_val ou_raise_memory(struct ou_vm *vm, size_t bytes)
{
    vm->memory_wanted = bytes;
    ou_val e = fresh_memory_error(vm);
    if (e == OU_ABSENT) {
        e = vm->roots.memory_error;
        if (!ou_is_ptr(e)) /* not even initialised: what called must cope with no exception */
            return OU_EXC;
        ou_store_bulk(&vm->heap, ou_ptr(e));
        reset((struct ou_exception *)e, OU_ROM(&ou_exc_MemoryError), OU_ABSENT);
        vm->roots.exc = e;
        return OU_EXC;
    }
    return ou_raise_instance(vm, e);
}

/* -- the pending exception -- */

ou_val ou_exc_take(struct ou_vm *vm)
{
    ou_val e = vm->roots.exc;
    vm->roots.exc = OU_ABSENT;
    return e;
}

void ou_exc_restore(struct ou_vm *vm, ou_val exception) { vm->roots.exc = exception; }

bool ou_exc_matches(struct ou_vm *vm, const struct ou_type *type)
{
    return ou_is_ptr(vm->roots.exc) && ou_is_a(vm->roots.exc, type);
}

/* -- errno -- */

struct os_error {
    uint8_t number;
    const struct ou_type *type;
    const char *text;
};

/* Numbers of Linux, which <ouro/port.h> uses. */
#if OU_WITH_RARE_ERRORS
#define RARE(name) &ou_exc_##name
#else
#define RARE(name) &ou_exc_OSError
#endif
/* clang-format off */
static const struct os_error os_errors[] = {
    {2, &ou_exc_FileNotFoundError, "No such file or directory"},
    {5, &ou_exc_OSError, "Input/output error"},
    {12, &ou_exc_OSError, "Cannot allocate memory"},
    {17, RARE(FileExistsError), "File exists"},
    {22, &ou_exc_OSError, "Invalid argument"},
    {28, &ou_exc_OSError, "No space left on device"},
    {110, &ou_exc_TimeoutError, "Connection timed out"},
    OU_IF(RARE_ERRORS, {1, RARE(PermissionError), "Operation not permitted"},)
    OU_IF(RARE_ERRORS, {3, RARE(ProcessLookupError), "No such process"},)
    OU_IF(RARE_ERRORS, {4, RARE(InterruptedError), "Interrupted system call"},)
    OU_IF(RARE_ERRORS, {9, &ou_exc_OSError, "Bad file descriptor"},)
    OU_IF(RARE_ERRORS, {10, RARE(ChildProcessError), "No child processes"},)
    OU_IF(RARE_ERRORS, {11, RARE(BlockingIOError), "Resource temporarily unavailable"},)
    OU_IF(RARE_ERRORS, {13, RARE(PermissionError), "Permission denied"},)
    OU_IF(RARE_ERRORS, {16, &ou_exc_OSError, "Device or resource busy"},)
    OU_IF(RARE_ERRORS, {19, &ou_exc_OSError, "No such device"},)
    OU_IF(RARE_ERRORS, {20, RARE(NotADirectoryError), "Not a directory"},)
    OU_IF(RARE_ERRORS, {21, RARE(IsADirectoryError), "Is a directory"},)
    OU_IF(RARE_ERRORS, {23, &ou_exc_OSError, "Too many open files in system"},)
    OU_IF(RARE_ERRORS, {24, &ou_exc_OSError, "Too many open files"},)
    OU_IF(RARE_ERRORS, {27, &ou_exc_OSError, "File too large"},)
    OU_IF(RARE_ERRORS, {29, &ou_exc_OSError, "Illegal seek"},)
    OU_IF(RARE_ERRORS, {30, &ou_exc_OSError, "Read-only file system"},)
    OU_IF(RARE_ERRORS, {32, RARE(BrokenPipeError), "Broken pipe"},)
    OU_IF(RARE_ERRORS, {36, &ou_exc_OSError, "File name too long"},)
    OU_IF(RARE_ERRORS, {39, &ou_exc_OSError, "Directory not empty"},)
    OU_IF(RARE_ERRORS, {88, &ou_exc_OSError, "Socket operation on non-socket"},)
    OU_IF(RARE_ERRORS, {89, &ou_exc_OSError, "Destination address required"},)
    OU_IF(RARE_ERRORS, {90, &ou_exc_OSError, "Message too long"},)
    OU_IF(RARE_ERRORS, {91, &ou_exc_OSError, "Protocol wrong type for socket"},)
    OU_IF(RARE_ERRORS, {92, &ou_exc_OSError, "Protocol not available"},)
    OU_IF(RARE_ERRORS, {93, &ou_exc_OSError, "Protocol not supported"},)
    OU_IF(RARE_ERRORS, {94, &ou_exc_OSError, "Socket type not supported"},)
    OU_IF(RARE_ERRORS, {95, &ou_exc_OSError, "Operation not supported"},)
    OU_IF(RARE_ERRORS, {97, &ou_exc_OSError, "Address family not supported by protocol"},)
    OU_IF(RARE_ERRORS, {98, &ou_exc_OSError, "Address already in use"},)
    OU_IF(RARE_ERRORS, {99, &ou_exc_OSError, "Cannot assign requested address"},)
    OU_IF(RARE_ERRORS, {100, &ou_exc_OSError, "Network is down"},)
    OU_IF(RARE_ERRORS, {101, &ou_exc_OSError, "Network is unreachable"},)
    OU_IF(RARE_ERRORS, {103, RARE(ConnectionAbortedError), "Software caused connection abort"},)
    OU_IF(RARE_ERRORS, {104, RARE(ConnectionResetError), "Connection reset by peer"},)
    OU_IF(RARE_ERRORS, {105, &ou_exc_OSError, "No buffer space available"},)
    OU_IF(RARE_ERRORS, {106, &ou_exc_OSError, "Transport endpoint is already connected"},)
    OU_IF(RARE_ERRORS, {107, &ou_exc_OSError, "Transport endpoint is not connected"},)
    OU_IF(RARE_ERRORS, {108, RARE(BrokenPipeError), "Cannot send after transport endpoint shutdown"},)
    OU_IF(RARE_ERRORS, {111, RARE(ConnectionRefusedError), "Connection refused"},)
    OU_IF(RARE_ERRORS, {113, &ou_exc_OSError, "No route to host"},)
    OU_IF(RARE_ERRORS, {114, RARE(BlockingIOError), "Operation already in progress"},)
    OU_IF(RARE_ERRORS, {115, RARE(BlockingIOError), "Operation now in progress"},)
};
/* clang-format on */

static const struct os_error *find_os_error(int number)
{
    for (size_t i = 0; i < sizeof os_errors / sizeof *os_errors; i++)
        if (os_errors[i].number == number)
            return &os_errors[i];
    return NULL;
}

const struct ou_type *ou_os_error_type(int error_number)
{
    const struct os_error *e = find_os_error(error_number);
    return e ? e->type : &ou_exc_OSError;
}

const char *ou_os_error_text(int error_number)
{
    const struct os_error *e = find_os_error(error_number);
    return e ? e->text : NULL;
}

ou_val ou_exc_traceback(ou_val exception)
{
    ou_val traceback = ((const struct ou_exception *)exception)->traceback;
    return traceback == OU_ABSENT ? OU_NONE : traceback;
}
