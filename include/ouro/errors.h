/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Exceptions: raising, and the pending one.  All raise functions return OU_EXC (or use ou_fail for -1).
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_ERRORS_H
#define OURO_INCLUDED_INCLUDE_OURO_ERRORS_H

#include <ouro/types.h>
#include <stdarg.h>

/* clang-format off */
#define OU_EXCEPTION_LIST(X) \
    X(BaseException) X(SystemExit) X(KeyboardInterrupt) X(GeneratorExit) X(Exception) X(StopIteration) \
    X(StopAsyncIteration) X(ArithmeticError) X(FloatingPointError) X(OverflowError) X(ZeroDivisionError) \
    X(AssertionError) X(AttributeError) X(BufferError) X(EOFError) X(ImportError) X(ModuleNotFoundError) \
    X(LookupError) X(IndexError) X(KeyError) X(MemoryError) X(NameError) X(UnboundLocalError) X(OSError) \
    X(FileExistsError) X(FileNotFoundError) X(IsADirectoryError) X(NotADirectoryError) X(PermissionError) \
    X(TimeoutError) X(ConnectionError) X(BlockingIOError) X(RuntimeError) X(NotImplementedError) \
    X(RecursionError) X(SyntaxError) X(IndentationError) X(TabError) X(SystemError) X(TypeError) \
    X(ValueError) X(UnicodeError) X(UnicodeDecodeError) X(UnicodeEncodeError) X(Warning) \
    X(DeprecationWarning) X(UserWarning) X(RuntimeWarning) X(SyntaxWarning) X(BrokenPipeError) \
    X(ChildProcessError) X(ConnectionAbortedError) X(ConnectionRefusedError) X(ConnectionResetError) \
    X(InterruptedError) X(ProcessLookupError) X(ReferenceError) X(BytesWarning) X(FutureWarning) \
    X(ImportWarning) X(PendingDeprecationWarning) X(ResourceWarning) X(UnicodeWarning) \
    X(BaseExceptionGroup) X(ExceptionGroup)
/* clang-format on */
#define X(name) extern const struct ou_type ou_exc_##name;
OU_EXCEPTION_LIST(X)
#undef X
extern const struct ou_type ou_exc_StructError; /* struct.error */

/* Raises an exception of a type, with a text.  OU_EXC, always: `return ou_raise(...)`, or with ou_fail where a function
 * returns int.  If there is no memory for it, a MemoryError is raised instead.
 * Formats: %s C string, %d int, %u unsigned, %zd ou_int, %zu size_t, %c char, %x unsigned hex, %v str
 * value (its text), %r any value (its repr; may run Python), %T type name of a value, %A the same but
 * "None" for None (as CPython has it for arguments), %N name of a type (const struct ou_type *), %%. */
ou_val ou_raise(struct ou_vm *vm, const struct ou_type *type, const char *format, ...);
/* The type of an exception and the format of its text, both constants; raising it. */
struct ou_message {
    const struct ou_type *type;
    const char *format;
};
ou_val ou_raise_message(struct ou_vm *vm, const struct ou_message *message, ...);
#if OU_PACKED_TEXTS
/* A message lies in a section of its own that is no part of the image; its address there is its number, times
 * OU_MESSAGE_SLOT.  tools/packtexts.py reads them off a first link, and packs them for the second. */
#define OU_MESSAGE_SLOT 256
#define OU_MESSAGE_SECTION_(n) ".ou_text." __FILE__ "." #n
#define OU_MESSAGE_SECTION(n) OU_MESSAGE_SECTION_(n)
#define OU_MESSAGE(type_, format_)                                                               \
    (__extension__({                                                                             \
        static const struct {                                                                    \
            const struct ou_type *type;                                                          \
            char format[sizeof(format_)];                                                        \
        } message_ __attribute__((section(OU_MESSAGE_SECTION(__COUNTER__)))) = {type_, format_}; \
        (const struct ou_message *)&message_;                                                    \
    }))
/* Of a literal.  Where the format is none, (ou_raise)(...). */
#define ou_raise(vm, type, format, ...) ou_raise_message(vm, OU_MESSAGE(type, format), ##__VA_ARGS__)
#else
#define OU_MESSAGE(type_, format_)                                  \
    (__extension__({                                                \
        static const struct ou_message message_ = {type_, format_}; \
        &message_;                                                  \
    }))
#endif
/* Raises an exception, or one made by calling the class, as the `raise` statement does. */
ou_val ou_raise_value(struct ou_vm *vm, ou_val exception_or_class);
/* KeyError(key); OSError, or the class derived from it that is for this errno of Linux (2: FileNotFoundError);
 * MemoryError "memory allocation failed, allocating N bytes", which needs no memory; StopIteration(value). */
ou_val ou_raise_key_error(struct ou_vm *vm, ou_val key);
ou_val ou_raise_os_error(struct ou_vm *vm, int error_number, ou_val filename_or_absent);
ou_val ou_raise_memory(struct ou_vm *vm, size_t bytes);
ou_val ou_raise_stop(struct ou_vm *vm, ou_val value);
/* -1, for functions that return int: `return ou_fail(ou_raise(...))`. */
static inline int ou_fail(ou_val exc)
{
    (void)exc;
    return -1;
}

/* -- the pending exception -- */
/* The pending exception, which is none from now on (OU_ABSENT: there was none); makes one that was taken the pending one
 * again; is the pending one an instance of this type?  No collection. */
ou_val ou_exc_take(struct ou_vm *vm);
void ou_exc_restore(struct ou_vm *vm, ou_val exception);
bool ou_exc_matches(struct ou_vm *vm, const struct ou_type *type);
/* A str from the same formats as ou_raise's. */
ou_val ou_str_format(struct ou_vm *vm, const char *format, ...) OU_MUST_CHECK;

/* The exception being handled where Python code stands, or None.  No collection. */
ou_val ou_exc_handled(struct ou_vm *vm);
/* Traceback and text of an exception that was taken, as CPython prints them: a str.  Runs Python (__str__). */
ou_val ou_exc_format(struct ou_vm *vm, ou_val exception) OU_MUST_CHECK;
/* __traceback__ of an exception: a traceback or None.  No collection. */
ou_val ou_exc_traceback(ou_val exception);

#endif /* OURO_INCLUDED_INCLUDE_OURO_ERRORS_H */
