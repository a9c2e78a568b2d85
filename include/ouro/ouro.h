/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The C API: what modules written in C, and firmware that embeds Ouro, are written against.
 *
 * Every function takes the VM first.  A function that can fail returns OU_EXC (values), -1 (ints) or
 * NULL (pointers) with the exception in the VM, and must be checked.  Unless its comment says "no
 * collection", a function may collect: values in C variables stay alive because the C stack is a root,
 * also through interior pointers.  Names of attributes are interned strings (OU_S(name) for names known
 * at build time, ou_intern otherwise).
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_OURO_H
#define OURO_INCLUDED_INCLUDE_OURO_OURO_H

#include <ouro/config.h>
#include <ouro/port.h>
#include <ouro/type.h>
#include <ouro/value.h>
#include <stdarg.h>

#include "ouro_names.h" /* generated: OU_S(name) */

/* -- types -- */
extern const struct ou_type ou_type_object, ou_type_type, ou_type_int, ou_type_bool, ou_type_float,
    ou_type_str, ou_type_bytes, ou_type_bytearray, ou_type_memoryview, ou_type_list, ou_type_tuple,
    ou_type_dict, ou_type_set, ou_type_frozenset, ou_type_range, ou_type_slice, ou_type_none,
    ou_type_ellipsis, ou_type_not_implemented, ou_type_function, ou_type_bound_method, ou_type_generator,
    ou_type_module, ou_type_property, ou_type_staticmethod, ou_type_classmethod, ou_type_super, ou_type_unit,
    ou_type_cell, ou_type_traceback, ou_type_enumerate, ou_type_zip, ou_type_map, ou_type_filter,
    ou_type_reversed, ou_type_array, ou_type_list_iterator, ou_type_tuple_iterator, ou_type_range_iterator,
    ou_type_sequence_iterator, ou_type_callable_iterator, ou_type_unbound;

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

/* The type of any value; no collection. */
static inline const struct ou_type *ou_type_of(ou_val v);
/* v as an object of exactly the native type t (unwrapping an instance of a class derived from it), or
 * OU_UNBOUND.  No collection. */
ou_val ou_as(ou_val v, const struct ou_type *t);
bool ou_is_subtype(const struct ou_type *sub, const struct ou_type *base);
/* isinstance without __instancecheck__; bool is an int. No collection. */
static inline bool ou_is_a(ou_val v, const struct ou_type *t)
{
    return ou_type_of(v) == t || ou_is_subtype(ou_type_of(v), t);
}
/* isinstance/issubclass as Python has them (tuples allowed): 1, 0, -1. */
int ou_is_instance(struct ou_vm *vm, ou_val v, ou_val type_or_tuple) OU_MUST_CHECK;
int ou_is_subclass(struct ou_vm *vm, ou_val type, ou_val type_or_tuple) OU_MUST_CHECK;

/* -- errors.  All raise functions return OU_EXC (or use ou_fail for -1). -- */
/* Formats: %s C string, %d int, %u unsigned, %zd ou_int, %zu size_t, %c char, %x unsigned hex, %v str
 * value (its text), %r any value (its repr; may run Python), %T type name of a value, %A the same but
 * "None" for None (as CPython has it for arguments), %N name of a type (const struct ou_type *), %%. */
ou_val ou_raise(struct ou_vm *vm, const struct ou_type *type, const char *format, ...);
/* The type of an exception and the format of its text, both constants. */
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
ou_val ou_raise_value(struct ou_vm *vm, ou_val exception_or_class); /* as the `raise` statement */
ou_val ou_raise_key_error(struct ou_vm *vm, ou_val key);
ou_val ou_raise_os_error(struct ou_vm *vm, int error_number, ou_val filename_or_unbound);
ou_val ou_raise_memory(struct ou_vm *vm, size_t bytes); /* "memory allocation failed, allocating N bytes" */
ou_val ou_raise_stop(struct ou_vm *vm, ou_val value);   /* StopIteration(value) */
static inline int ou_fail(ou_val exc)
{
    (void)exc;
    return -1;
}
/* The pending exception; ou_exc_take clears it.  No collection. */
ou_val ou_exc_take(struct ou_vm *vm);
void ou_exc_restore(struct ou_vm *vm, ou_val exception);
bool ou_exc_matches(struct ou_vm *vm, const struct ou_type *type); /* the pending one is an instance */
/* str.format-like formatting of the same %-formats to a new str. */
ou_val ou_str_format(struct ou_vm *vm, const char *format, ...) OU_MUST_CHECK;

/* -- protocol (type dispatch) -- */
ou_val ou_get_attr(struct ou_vm *vm, ou_val object, ou_val name) OU_MUST_CHECK;
ou_val ou_get_attr_or_unbound(struct ou_vm *vm, ou_val object,
                              ou_val name) OU_MUST_CHECK; /* AttributeError is swallowed */
int ou_set_attr(struct ou_vm *vm, ou_val object, ou_val name,
                ou_val value) OU_MUST_CHECK; /* OU_UNBOUND: delete */
/* Looks a special method up on the type: OU_UNBOUND if absent; *self is set to the object to pass
 * first, or OU_UNBOUND if the result is already bound. */
ou_val ou_get_special(struct ou_vm *vm, ou_val object, ou_val name, ou_val *self) OU_MUST_CHECK;
ou_val ou_call(struct ou_vm *vm, ou_val callable, unsigned n_args, unsigned n_kw,
               const ou_val *args) OU_MUST_CHECK;
ou_val ou_call_0(struct ou_vm *vm, ou_val callable) OU_MUST_CHECK;
ou_val ou_call_1(struct ou_vm *vm, ou_val callable, ou_val a) OU_MUST_CHECK;
ou_val ou_call_2(struct ou_vm *vm, ou_val callable, ou_val a, ou_val b) OU_MUST_CHECK;
ou_val ou_call_method(struct ou_vm *vm, ou_val object, ou_val name, unsigned n_args,
                      const ou_val *args) OU_MUST_CHECK;
bool ou_is_callable(struct ou_vm *vm, ou_val v);
ou_val ou_binary(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b) OU_MUST_CHECK;
ou_val ou_inplace(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b) OU_MUST_CHECK;
ou_val ou_unary(struct ou_vm *vm, enum ou_unary_op op, ou_val a) OU_MUST_CHECK;
ou_val ou_power_mod(struct ou_vm *vm, ou_val base, ou_val exponent, ou_val modulus) OU_MUST_CHECK;
ou_val ou_compare(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b) OU_MUST_CHECK;
int ou_compare_truth(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b) OU_MUST_CHECK; /* 1 0 -1 */
int ou_equal(struct ou_vm *vm, ou_val a, ou_val b) OU_MUST_CHECK; /* identity first, then ==: 1 0 -1 */
int ou_truth(struct ou_vm *vm, ou_val v) OU_MUST_CHECK;           /* 1 0 -1 */
int ou_hash(struct ou_vm *vm, ou_val v, ou_int *out) OU_MUST_CHECK;
ou_int ou_len(struct ou_vm *vm, ou_val v) OU_MUST_CHECK;          /* -1 */
ou_int ou_len_hint(struct ou_vm *vm, ou_val v, ou_int otherwise); /* never fails */
ou_val ou_get_item(struct ou_vm *vm, ou_val v, ou_val key) OU_MUST_CHECK;
int ou_set_item(struct ou_vm *vm, ou_val v, ou_val key, ou_val value) OU_MUST_CHECK; /* OU_UNBOUND: delete */
int ou_contains(struct ou_vm *vm, ou_val container, ou_val item) OU_MUST_CHECK;
ou_val ou_iter(struct ou_vm *vm, ou_val v) OU_MUST_CHECK;
ou_val ou_next(struct ou_vm *vm, ou_val iterator) OU_MUST_CHECK; /* OU_STOP at the end */
ou_val ou_repr(struct ou_vm *vm, ou_val v) OU_MUST_CHECK;        /* a str */
ou_val ou_str(struct ou_vm *vm, ou_val v) OU_MUST_CHECK;         /* a str */
ou_val ou_ascii(struct ou_vm *vm, ou_val v) OU_MUST_CHECK;
ou_val ou_format(struct ou_vm *vm, ou_val v, ou_val spec) OU_MUST_CHECK; /* format(v, spec) */
ou_val ou_id(struct ou_vm *vm, ou_val v) OU_MUST_CHECK;
int ou_get_buffer(struct ou_vm *vm, ou_val v, struct ou_buffer *out)
    OU_MUST_CHECK; /* TypeError "a bytes-like object is required, not 'T'" */
bool ou_has_buffer(ou_val v);
/* For containers' repr: false if v's repr is already being made (then print "[...]"). Pairs with leave. */
int ou_repr_enter(struct ou_vm *vm, ou_val v) OU_MUST_CHECK; /* 1 go on, 0 already inside, -1 */
void ou_repr_leave(struct ou_vm *vm, ou_val v);

/* -- int and float -- */
ou_val ou_int_new(struct ou_vm *vm, ou_int n) OU_MUST_CHECK;
ou_val ou_int_from_i64(struct ou_vm *vm, int64_t n) OU_MUST_CHECK;
ou_val ou_int_from_u64(struct ou_vm *vm, uint64_t n) OU_MUST_CHECK;
/* Truncates; OverflowError/ValueError for inf, nan. */
ou_val ou_int_from_float(struct ou_vm *vm, ou_float f) OU_MUST_CHECK;
/* From text in a base (2..36, or 0: by prefix), underscores allowed; OU_UNBOUND if malformed. */
ou_val ou_int_parse(struct ou_vm *vm, const char *text, size_t n, int base) OU_MUST_CHECK;
/* Little- or big-endian two's complement bytes. */
ou_val ou_int_from_bytes(struct ou_vm *vm, const uint8_t *data, size_t n, bool big_endian,
                         bool is_signed) OU_MUST_CHECK;
int ou_int_to_bytes(struct ou_vm *vm, ou_val v, uint8_t *out, size_t n, bool big_endian,
                    bool is_signed) OU_MUST_CHECK; /* OverflowError */
/* An int, bool or object with __index__ as a machine int; errors: TypeError "'T' object cannot be
 * interpreted as an integer", OverflowError. */
int ou_to_int(struct ou_vm *vm, ou_val v, ou_int *out) OU_MUST_CHECK;
int ou_to_i64(struct ou_vm *vm, ou_val v, int64_t *out) OU_MUST_CHECK;
/* The same, clamped instead of OverflowError (slices, repetition). */
int ou_to_int_clamp(struct ou_vm *vm, ou_val v, ou_int *out) OU_MUST_CHECK;
ou_val ou_index(struct ou_vm *vm, ou_val v) OU_MUST_CHECK; /* v if int (bools become ints), else __index__ */
bool ou_is_int(ou_val v); /* small or big int or bool; not instances of subclasses */
/* v = result * 2^*exponent, 0.5 <= |result| < 1 (or 0), v an int of any size as ou_index gives it. No
 * collection. */
ou_float ou_int_frexp(ou_val v, ou_int *exponent);
ou_val ou_float_new(struct ou_vm *vm, ou_float f) OU_MUST_CHECK;
/* int, float, __float__, __index__ */
int ou_to_float(struct ou_vm *vm, ou_val v, ou_float *out) OU_MUST_CHECK;
/* Exactly float. */
#if OU_WITH_FLOAT
bool ou_is_float(ou_val v);
#else
static inline bool ou_is_float(ou_val v) { return (void)v, false; }
#endif
extern const struct ou_float_object ou_float_infinity, ou_float_nan; /* float('inf'), float('nan') */
ou_float ou_float_value(ou_val v);                                   /* v must be exactly float */
/* f truncated, |f| below 2^63.  (libgcc's conversion of binary32 goes through binary64, which no 32-bit build has a use
 * for otherwise.) */
int64_t ou_float_to_i64(ou_float f);
/* From and to the bits of an IEEE binary64, as files and struct have them; rounded where ou_float is binary32. */
ou_float ou_float_from_binary64(uint64_t bits);
uint64_t ou_float_to_binary64(ou_float f);
/* Parses all of text as Python's float(); false if malformed. */
bool ou_float_parse(const char *text, size_t n, ou_float *out);
/* Appends to out (at least 400 bytes): repr of a float ('r'), or with a precision as %e %f %g; the number
 * of chars.  Shortest round trip for ou_float's precision. alternate: '#' flag. */
size_t ou_float_print(char *out, size_t capacity, ou_float d, char format, int precision, bool alternate);

/* -- str, bytes -- */
#define OU_STR_EMPTY OU_INTERNED(128)
ou_val ou_str_new(struct ou_vm *vm, const char *text, size_t n) OU_MUST_CHECK; /* valid UTF-8 */
ou_val ou_str_from(struct ou_vm *vm, const char *text) OU_MUST_CHECK;          /* NUL-terminated */
ou_val ou_str_from_char(struct ou_vm *vm, uint32_t code_point) OU_MUST_CHECK;
bool ou_is_str(ou_val v); /* exactly str */
/* Text of a str (UTF-8, not NUL-terminated): valid while v is on the C stack or otherwise alive.  No
 * collection. */
const char *ou_str_text(struct ou_vm *vm, ou_val v, size_t *n);
ou_int ou_str_length(struct ou_vm *vm, ou_val v); /* in code points */
bool ou_str_equal(struct ou_vm *vm, ou_val a, ou_val b);
bool ou_str_is(struct ou_vm *vm, ou_val v, const char *text);
ou_val ou_str_concat(struct ou_vm *vm, ou_val a, ou_val b) OU_MUST_CHECK;
ou_val ou_intern(struct ou_vm *vm, const char *text, size_t n) OU_MUST_CHECK; /* the interned str */
ou_val ou_intern_str(struct ou_vm *vm, ou_val str) OU_MUST_CHECK;
/* The interned form if there is one, else OU_UNBOUND; no collection. */
ou_val ou_intern_find(struct ou_vm *vm, ou_val str);
ou_val ou_bytes_new(struct ou_vm *vm, const void *data, size_t n) OU_MUST_CHECK; /* data NULL: zeros */
const uint8_t *ou_bytes_data(ou_val v, size_t *n); /* exactly bytes; no collection */
uint8_t *ou_bytes_writable(ou_val fresh_bytes);    /* of a bytes just made by ou_bytes_new */
ou_val ou_bytearray_new(struct ou_vm *vm, const void *data, size_t n) OU_MUST_CHECK;
uint8_t *ou_bytearray_data(ou_val v, size_t *n); /* exactly bytearray; no collection */
/* Sets the size; BufferError while it is exported.  New bytes are zero.  0 or -1. */
int ou_bytearray_resize(struct ou_vm *vm, ou_val v, size_t n) OU_MUST_CHECK;

/* From bytes that may be no valid UTF-8: UnicodeDecodeError. */
ou_val ou_str_from_utf8(struct ou_vm *vm, const void *data, size_t n) OU_MUST_CHECK;

/* A growing text or byte buffer in the collected heap, for building str and bytes.  It lies on the C
 * stack; after a failure of an add, finish fails too, so only finish need be checked. */
struct ou_builder {
    struct ou_vm *vm;
    uint8_t *data; /* a RAW block, or inline_data */
    size_t size, capacity;
    bool failed;
    uint8_t inline_data[64];
};
void ou_builder_init(struct ou_vm *vm, struct ou_builder *b);
int ou_builder_add(struct ou_builder *b, const void *data, size_t n); /* 0, -1 */
int ou_builder_add_c(struct ou_builder *b, const char *text);
int ou_builder_add_byte(struct ou_builder *b, uint8_t byte);
int ou_builder_add_char(struct ou_builder *b, uint32_t code_point); /* UTF-8 */
int ou_builder_add_str(struct ou_builder *b, ou_val str);
int ou_builder_add_repr(struct ou_builder *b, ou_val v);
int ou_builder_add_float(struct ou_builder *b, ou_float d, char format, int precision,
                         bool alternate); /* as ou_float_print */
int ou_builder_add_fill(struct ou_builder *b, uint8_t byte, size_t n);
uint8_t *ou_builder_reserve(struct ou_builder *b, size_t n); /* room for n more; caller adds to size; NULL */
ou_val ou_builder_str(struct ou_builder *b) OU_MUST_CHECK;
ou_val ou_builder_bytes(struct ou_builder *b) OU_MUST_CHECK;
/* The text of a path, a str or bytes, with a NUL behind it, for functions of the port: lies in `storage`.  argument: the
 * function and the name of its argument as CPython tells them for a path of another type ("stat: path"), or NULL.
 * NULL: TypeError; ValueError for a path with a NUL in it; MemoryError. */
const char *ou_path_text(struct ou_vm *vm, ou_val path, const char *argument,
                         struct ou_builder *storage) OU_MUST_CHECK;

/* -- containers -- */
/* A constant tuple in ROM: OU_ROM_TUPLE(static, name, 2, a, b); its value is OU_ROM(name). */
#define OU_ROM_TUPLE(storage, name, n, ...) \
    OU_ROM_ALIGN storage const ou_val name[2 + n] = {OU_ROM(&ou_type_tuple), OU_SMALL_CONST(n), __VA_ARGS__}
ou_val ou_tuple_new(struct ou_vm *vm, size_t n,
                    const ou_val *items) OU_MUST_CHECK; /* items NULL: unbound, fill at once */
ou_val ou_tuple_from_iter(struct ou_vm *vm, ou_val iterable) OU_MUST_CHECK;
size_t ou_tuple_len(ou_val tuple);
ou_val *ou_tuple_items(ou_val tuple); /* write only into a tuple just made */
ou_val ou_list_new(struct ou_vm *vm, size_t n, const ou_val *items) OU_MUST_CHECK; /* items NULL: None */
ou_val ou_list_from_iter(struct ou_vm *vm, ou_val iterable) OU_MUST_CHECK;
size_t ou_list_len(ou_val list);
ou_val ou_list_get(ou_val list, size_t i);
void ou_list_set(struct ou_vm *vm, ou_val list, size_t i, ou_val v);
int ou_list_append(struct ou_vm *vm, ou_val list, ou_val v) OU_MUST_CHECK;
int ou_list_extend(struct ou_vm *vm, ou_val list, ou_val iterable) OU_MUST_CHECK;
ou_val ou_list_to_tuple(struct ou_vm *vm, ou_val list) OU_MUST_CHECK;
int ou_list_sort(struct ou_vm *vm, ou_val list, ou_val key_or_none, bool reverse) OU_MUST_CHECK;
ou_val ou_dict_new(struct ou_vm *vm, size_t expected) OU_MUST_CHECK;
size_t ou_dict_len(ou_val dict);
ou_val ou_dict_get(struct ou_vm *vm, ou_val dict, ou_val key) OU_MUST_CHECK; /* OU_UNBOUND if absent */
int ou_dict_set(struct ou_vm *vm, ou_val dict, ou_val key, ou_val value) OU_MUST_CHECK;
int ou_dict_delete(struct ou_vm *vm, ou_val dict, ou_val key) OU_MUST_CHECK; /* 1 deleted, 0 absent, -1 */
int ou_dict_update(struct ou_vm *vm, ou_val dict, ou_val mapping_or_pairs) OU_MUST_CHECK;
/* Iterates: *position starts at 0; false at the end.  Insertion order; no collection. */
bool ou_dict_next(ou_val dict, size_t *position, ou_val *key, ou_val *value);
/* Keys that are interned strings (namespaces): cannot run Python. get: no collection. */
ou_val ou_dict_get_name(struct ou_vm *vm, ou_val dict, ou_val name); /* OU_UNBOUND if absent */
int ou_dict_set_name(struct ou_vm *vm, ou_val dict, ou_val name, ou_val value) OU_MUST_CHECK;
ou_val ou_set_new(struct ou_vm *vm, const struct ou_type *set_or_frozenset) OU_MUST_CHECK;
size_t ou_set_len(ou_val set);
int ou_set_add(struct ou_vm *vm, ou_val set, ou_val item) OU_MUST_CHECK;
int ou_set_has(struct ou_vm *vm, ou_val set, ou_val item) OU_MUST_CHECK;
bool ou_set_next(ou_val set, size_t *position, ou_val *item);
ou_val ou_slice_new(struct ou_vm *vm, ou_val start, ou_val stop, ou_val step) OU_MUST_CHECK;
/* A slice in two steps, as slice.indices does it; count is the number of items.  unpack may run Python (__index__), which
 * may change the sequence: so ask for its length after that, for adjust, which runs none.  0, -1. */
struct ou_slice_range {
    ou_int start, stop, step;
    size_t count;
};
int ou_slice_unpack(struct ou_vm *vm, ou_val slice, struct ou_slice_range *r) OU_MUST_CHECK;
void ou_slice_adjust(struct ou_slice_range *r, size_t length);
/* Both, for a length that cannot change. */
int ou_slice_resolve(struct ou_vm *vm, ou_val slice, size_t length, ou_int *start, ou_int *stop, ou_int *step,
                     size_t *count) OU_MUST_CHECK;
/* An index with its sign resolved against length; IndexError with text "<what> index out of range".  Where __index__ may
 * change the length, pass what ou_index gave. */
int ou_index_resolve(struct ou_vm *vm, ou_val index, size_t length, const char *what,
                     size_t *out) OU_MUST_CHECK;
ou_val ou_range_new(struct ou_vm *vm, ou_val start, ou_val stop, ou_val step) OU_MUST_CHECK;
/* next(iterator): StopIteration with its value at the end. */
ou_val ou_next_or_raise(struct ou_vm *vm, ou_val iterator) OU_MUST_CHECK;
ou_val ou_callable_iterator_new(struct ou_vm *vm, ou_val callable,
                                ou_val sentinel) OU_MUST_CHECK; /* iter(f, end) */

/* -- arguments of native functions -- */
/* Matches arguments against names: spec is like "a|b$c" -- names separated by spaces, `|` before the first
 * optional, `$` before the first keyword-only, e.g. "source encoding|errors".  A leading `/`-terminated
 * part is positional-only: "x /base".  out[i] receives the value or OU_UNBOUND.  Messages are those that
 * CPython gives for a C function `name`. */
int ou_args_parse(struct ou_vm *vm, const char *function_name, const char *spec, unsigned n_args,
                  unsigned n_kw, const ou_val *args, ou_val *out) OU_MUST_CHECK;

/* -- objects of C types -- */
/* A VALUES block for an object of type t: word 0 is the type, `words` words in all, the rest unbound.
 * finalise: t's ops->finalise will be called once. */
ou_val ou_object_new(struct ou_vm *vm, const struct ou_type *t, size_t words, bool finalise) OU_MUST_CHECK;
/* A RAW block: word 0 is the type, which must be in ROM; `bytes` in all, not initialised. */
ou_val ou_object_new_raw(struct ou_vm *vm, const struct ou_type *t, size_t bytes,
                         bool finalise) OU_MUST_CHECK;
/* Field i (word i) of a VALUES object; i >= 1.  set is the barrier; no collection. */
static inline ou_val ou_field(ou_val object, size_t i) { return ((const ou_val *)object)[i]; }
void ou_field_set(struct ou_vm *vm, ou_val object, size_t i, ou_val v);

/* -- modules, import -- */
ou_val ou_import(struct ou_vm *vm, ou_val name) OU_MUST_CHECK;     /* the module of a dotted name */
ou_val ou_module_new(struct ou_vm *vm, ou_val name) OU_MUST_CHECK; /* an empty one, not in sys.modules */
ou_val ou_module_dict(ou_val module);
/* What Python code set as attribute of a constant module, or OU_UNBOUND.  No collection. */
ou_val ou_module_override(struct ou_vm *vm, const struct ou_rom_module *module, ou_val name);

/* -- files (module io) -- */
/* A standard stream: an object in ROM. */
struct ou_stdio {
    ou_val type; /* &ou_type_stdio */
    ou_val fd;   /* small int; + 16: its binary `buffer` */
};
extern const struct ou_stdio ou_stdin, ou_stdout, ou_stderr;
extern const struct ou_type ou_type_stdio;
extern const struct ou_native ou_native_open; /* open(), for builtins and io */

/* -- running Python from C -- */
/* Runs source text as module __main__ (or in the given dict of globals). */
ou_val ou_exec_text(struct ou_vm *vm, const char *text, size_t n, const char *filename,
                    ou_val globals) OU_MUST_CHECK;
ou_val ou_exec_file(struct ou_vm *vm, const char *path, ou_val globals) OU_MUST_CHECK;
/* Prints the pending exception with its traceback to fd 2 as CPython does, and clears it. */
void ou_exc_print(struct ou_vm *vm);

/* The generator that the functions of module random share; OU_UNBOUND until it is first used. */
ou_val ou_random_state(struct ou_vm *vm);
void ou_random_state_set(struct ou_vm *vm, ou_val generator);

/* -- memory -- */
#define OU_MEMORY_PAUSES 14
#define OU_MEMORY_OWNERS 7
extern const char *const ou_memory_owners[OU_MEMORY_OWNERS];
struct ou_memory_stats {
    size_t total, used, peak, overhead; /* of the collected heap's areas, in bytes of whole granules */
    size_t largest;                     /* the largest request that its free memory meets */
    size_t growth;                      /* by what the heap can grow in one piece */
    size_t obtainable; /* the largest block to be had without moving anything, growth included */
    unsigned areas;
    uint32_t collections, longest_pause_us;
    uint64_t total_pause_us;
    size_t pinned_last; /* blocks pinned by the C stack in the last collection */
    size_t threshold;   /* see ou_memory_set_threshold */
    size_t outer_total, outer_used, outer_peak, outer_largest, outer_reserve;
    size_t vm_stack, scratch, interned; /* of outer_used */
    size_t c_stack_used, c_stack_size;  /* at the call */
    unsigned intern_chunks, intern_strings;
    size_t intern_text_bytes, intern_bytes;
    uint32_t kinds[4];                 /* collections: full, incremental, fallback, compaction */
    uint32_t pauses[OU_MEMORY_PAUSES]; /* how many took below 16 us, 32, 64 ...; the last: all longer ones */
    uint32_t longest_slice_us;         /* of the pauses that ou_memory_set_pause bounds */
    uint64_t bytes_moved;              /* by compactions */
    size_t outer_by[OU_MEMORY_OWNERS]; /* outer_used by owner, see ou_memory_owners */
};
/* Exact, and does not look at blocks.  No collection. */
void ou_memory_stats(struct ou_vm *vm, struct ou_memory_stats *out);
/* Collects now; the bytes that became free. */
size_t ou_memory_collect(struct ou_vm *vm);
/* Nobody needs the VM for so many microseconds, or until something happens (OU_MEMORY_FOREVER): collects and compacts if
 * that is worth it and is expected to be done by then; with gc.pause(us) set, one slice of a collection.  Does nothing
 * otherwise.  True: there is more of the same to do.  May collect; runs no Python. */
#define OU_MEMORY_FOREVER UINT64_MAX
bool ou_memory_idle(struct ou_vm *vm, uint64_t us);
/* Automatic collection, and the lock (nests), under which every allocation fails. */
void ou_memory_set_automatic(struct ou_vm *vm, bool on);
bool ou_memory_is_automatic(struct ou_vm *vm);
/* Collects after so many allocated bytes; 0: as the heap sees fit. */
void ou_memory_set_threshold(struct ou_vm *vm, size_t bytes);
/* The longest that an automatic collection may stop the program at a time, in microseconds: it proceeds in slices
 * then.  0: no bound.  0 or -1 with MemoryError, and nothing is changed.  May collect. */
int ou_memory_set_pause(struct ou_vm *vm, uint32_t us);
uint32_t ou_memory_pause(struct ou_vm *vm);
/* Collects, and moves blocks together so that free memory is in one piece. */
void ou_memory_compact(struct ou_vm *vm);
int ou_memory_lock(struct ou_vm *vm);   /* the new depth */
int ou_memory_unlock(struct ou_vm *vm); /* the new depth; -1: was not locked */
int ou_memory_lock_depth(struct ou_vm *vm);
/* Bytes of the heap that an object and the blocks that it owns take. */
size_t ou_memory_size_of(struct ou_vm *vm, ou_val v);
/* Has the object a block in the heap (no immediate, no constant)? */
bool ou_memory_is_block(struct ou_vm *vm, ou_val v);
/* Could the object be part of a cycle, as CPython's gc.is_tracked decides it?  No collection. */
bool ou_memory_is_tracked(struct ou_vm *vm, ou_val v);
/* Has its __del__ been called, or is about to be?  No collection. */
bool ou_memory_is_finalised(struct ou_vm *vm, ou_val v);
/* New lists: of all tracked objects that Python code can reach; of those that refer to one of n objects; of
 * what n objects refer to.  For a type written in C, what its fields refer to must be objects. */
ou_val ou_memory_objects(struct ou_vm *vm) OU_MUST_CHECK;
ou_val ou_memory_referrers(struct ou_vm *vm, size_t n, const ou_val *objects) OU_MUST_CHECK;
ou_val ou_memory_referents(struct ou_vm *vm, size_t n, const ou_val *objects) OU_MUST_CHECK;
/* Gives the bytes of an object with a buffer a fixed address, out->data, until ou_unpin was called as often
 * with what ou_pin returns: the object that owns the bytes, which the caller keeps alive.  A bytearray cannot
 * be resized meanwhile. */
ou_val ou_pin(struct ou_vm *vm, ou_val v, struct ou_buffer *out) OU_MUST_CHECK;
void ou_unpin(struct ou_vm *vm, ou_val owner); /* no collection */
/* The heap as text for tools/heapview.py, piece by piece through `write` (0, or negative to end it), which
 * may not use the interpreter.  Allocates nothing.  0, or what write returned. */
int ou_memory_dump(struct ou_vm *vm, int (*write)(void *ctx, const char *text, size_t n), void *ctx);

/* -- weak references, and the end of a program -- */
/* weakref.ref, those derived from it here, and proxies; and one with a word more (extra). */
extern const struct ou_type ou_type_weakref, ou_type_weak_method, ou_type_weak_function, ou_type_weak_keyed,
    ou_type_weak_proxy, ou_type_weak_callable_proxy, ou_type_weak_value_dict, ou_type_weak_key_dict,
    ou_type_weak_set;
bool ou_weakref_possible(ou_val object);
/* A weak reference of type t; callback is called with it once the object is gone, at a safepoint.  callback
 * and extra may be OU_UNBOUND; without both, all callers share one.  TypeError, MemoryError. */
ou_val ou_weakref_new(struct ou_vm *vm, const struct ou_type *t, ou_val object, ou_val callback,
                      ou_val extra) OU_MUST_CHECK;
/* The object, or OU_UNBOUND when it is gone.  No collection. */
ou_val ou_weakref_get(ou_val ref);
/* What ou_weakref_new was given; only where it was. */
ou_val ou_weakref_extra(ou_val ref);
/* What the callback gets instead of the reference itself, which must have one or be of a subclass. */
void ou_weakref_own(struct ou_vm *vm, ou_val ref, ou_val owner);
/* The callback will not be called. */
void ou_weakref_cancel(struct ou_vm *vm, ou_val ref);
/* How many weak references there are to an object, and all of them in a list. */
size_t ou_weakref_count(struct ou_vm *vm, ou_val object);
ou_val ou_weakref_list(struct ou_vm *vm, ou_val object) OU_MUST_CHECK;
/* "0x..." as repr shows it. */
ou_val ou_weakref_address(struct ou_vm *vm, ou_val v) OU_MUST_CHECK;
/* The first of the live weakref.finalize objects, or OU_UNBOUND; the VM has made one before it is set. */
ou_val ou_finalizers(struct ou_vm *vm);
void ou_finalizers_set(struct ou_vm *vm, ou_val first);
/* Whether objects have died whose callbacks are still to be called. */
bool ou_cleanup_waits(const struct ou_vm *vm);
extern const struct ou_native ou_native_unraisablehook; /* sys.unraisablehook as it is at first */
/* Calls it when the program ends, the last one first.  The list of what is registered, as tuples of the
 * number of positional arguments, the callable, the arguments, names and values; or None. */
int ou_at_exit(struct ou_vm *vm, ou_val callable, unsigned n_args, unsigned n_kw,
               const ou_val *args) OU_MUST_CHECK;
ou_val ou_at_exit_list(struct ou_vm *vm);
void ou_at_exit_run(struct ou_vm *vm);

/* -- state of the interpreter -- */
enum ou_state { OU_STATE_ARGV, OU_STATE_PATH, OU_STATE_MODULES };
ou_val ou_state_get(struct ou_vm *vm, enum ou_state which); /* never unbound; OU_EXC */
void ou_state_set(struct ou_vm *vm, enum ou_state which, ou_val v);
unsigned ou_recursion_limit(struct ou_vm *vm);
unsigned ou_recursion_depth(struct ou_vm *vm);
void ou_recursion_set_limit(struct ou_vm *vm, unsigned limit);
/* The exception being handled where Python code stands, or None.  No collection. */
ou_val ou_exc_handled(struct ou_vm *vm);
/* The traceback as CPython prints it. */
ou_val ou_exc_format(struct ou_vm *vm, ou_val exception) OU_MUST_CHECK;
/* __traceback__ of an exception: a traceback or None. */
ou_val ou_exc_traceback(ou_val exception);

/* Checks the C stack: 0, or -1 with RecursionError (or what ou_poll raises).  Every C function that recurses
 * calls it. */
int ou_stack_check(struct ou_vm *vm) OU_MUST_CHECK;
/* A safepoint: pending interrupts (KeyboardInterrupt), and cleanup that runs Python (__del__).  0 or -1. */
int ou_poll(struct ou_vm *vm) OU_MUST_CHECK;

extern const struct ou_type *const ou_immediate_types[8];

static inline const struct ou_type *ou_type_of(ou_val v)
{
    if (ou_is_ptr(v))
        return *(const struct ou_type *const *)v;
    if (ou_is_flonum(v))
        return &ou_type_float;
    if (ou_is_small(v))
        return &ou_type_int;
    if (ou_is_interned(v))
        return &ou_type_str;
    return ou_immediate_types[(v >> 4) & 7];
}

#endif /* OURO_INCLUDED_INCLUDE_OURO_OURO_H */
