/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The built-in exception types and their attributes.
 *
 * An attribute such as OSError.errno is computed from args, unless it was set on its own: then it is in
 * the exception's dict `extra`.
 */
#include "object/core/sequence.h"
#include "object/errors/exception.h"
#include "object/types/type.h"

static struct ou_exception *exception_at(ou_val v) { return (struct ou_exception *)v; }

static size_t arg_count(ou_val self)
{
    ou_val args = exception_at(self)->args;
    return args == OU_ABSENT ? 0 : ou_tuple_len(args);
}

static ou_val arg(ou_val self, size_t i)
{
    return i < arg_count(self) ? ou_tuple_items(exception_at(self)->args)[i] : OU_NONE;
}

/* -- initialisation -- */

static bool is_exception_of(ou_val self, const struct ou_type *t)
{
    return ou_is_subtype(ou_type_of(self), t);
}

static bool keyword_allowed(ou_val self, ou_val name)
{
    if (is_exception_of(self, &ou_exc_ImportError))
        return name == OU_S(name) || name == OU_S(path);
    if (is_exception_of(self, &ou_exc_AttributeError))
        return name == OU_S(name) || name == OU_S(obj);
    return is_exception_of(self, &ou_exc_NameError) && name == OU_S(name);
}

int ou_exception_init_args(struct ou_vm *vm, ou_val self, unsigned n_args, unsigned n_kw, const ou_val *args)
{
    struct ou_exception *e = exception_at(self);
    for (unsigned i = 0; i < n_kw; i++) {
        ou_val name = args[n_args + 2 * i];
        if (!keyword_allowed(self, name)) {
            if (is_exception_of(self, &ou_exc_ImportError) || is_exception_of(self, &ou_exc_AttributeError) ||
                is_exception_of(self, &ou_exc_NameError))
                return ou_fail(ou_raise(vm, &ou_exc_TypeError, "'%v' is an invalid keyword argument for %T()",
                                        name, self));
            return ou_fail(ou_raise(vm, &ou_exc_TypeError, "%T() takes no keyword arguments", self));
        }
        if (ou_exception_set_extra(vm, self, name, args[n_args + 2 * i + 1]) < 0)
            return -1;
    }
    unsigned n = n_args;
    if (is_exception_of(self, &ou_exc_OSError) && n_args >= 3 && n_args <= 5) {
        n = 2; /* the file's name is not among args, as in CPython */
        if (args[2] != OU_NONE && ou_exception_set_extra(vm, self, OU_S(filename), args[2]) < 0)
            return -1;
        if (n_args == 5 && args[4] != OU_NONE &&
            ou_exception_set_extra(vm, self, OU_S(filename2), args[4]) < 0)
            return -1;
    }
    ou_val tuple = n ? ou_tuple_new(vm, n, args) : OU_ROM(&ou_empty_tuple);
    if (tuple == OU_EXC)
        return -1;
    OU_STORE(vm, e, &e->args, tuple);
    return 0;
}

static ou_val exception_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                                  const ou_val *args)
{
    const struct ou_type *t = ou_type_at(type);
    if (t == &ou_exc_OSError && n_args >= 2 && n_args <= 5 && ou_is_small(args[0]))
        t = ou_os_error_type((int)ou_small_value(args[0]));
    ou_val self = OU_WITH_GROUPS && ou_type_has(t, OU_TYPE_GROUP) ? ou_group_make(vm, t, n_args, args)
                                                                  : ou_exception_new(vm, t, 0, NULL);
    if (self == OU_EXC || ou_exception_init_args(vm, self, n_args, n_kw, args) < 0)
        return OU_EXC;
    return self;
}

/* -- text -- */

static ou_val exception_repr(struct ou_vm *vm, ou_val self)
{
    ou_val name = ou_type_of(self)->name;
    if (exception_at(self)->args == OU_ABSENT)
        return ou_str_format(vm, "%v()", name);
    if (arg_count(self) == 1)
        return ou_str_format(vm, "%v(%r)", name, arg(self, 0));
    return ou_str_format(vm, "%v%r", name, exception_at(self)->args);
}

static ou_val exception_str(struct ou_vm *vm, ou_val self)
{
    if (exception_at(self)->args == OU_ABSENT) {
        char text[OU_MEMORY_TEXT_MAX];
        return ou_str_new(vm, text, ou_memory_error_text(vm, text));
    }
    if (OU_WITH_GROUPS && ou_is_group(self))
        return ou_group_str(vm, self);
    size_t n = arg_count(self);
    return n == 0 ? OU_S() : n == 1 ? ou_str(vm, arg(self, 0)) : ou_repr(vm, exception_at(self)->args);
}

static ou_val key_error_str(struct ou_vm *vm, ou_val self)
{
    return arg_count(self) == 1 ? ou_repr(vm, arg(self, 0)) : exception_str(vm, self);
}

/* An attribute: set on its own, or argument `index` (-1: none). */
static ou_val attribute(struct ou_vm *vm, ou_val self, ou_val name, int index)
{
    ou_val v = ou_exception_extra(vm, self, name);
    if (v != OU_ABSENT)
        return v;
    return index >= 0 ? arg(self, (size_t)index) : OU_NONE;
}

static ou_val os_error_str(struct ou_vm *vm, ou_val self)
{
    ou_val filename = ou_exception_extra(vm, self, OU_S(filename));
    ou_val second = ou_exception_extra(vm, self, OU_S(filename2));
    if (arg_count(self) != 2)
        return exception_str(vm, self);
    ou_val number = ou_str(vm, attribute(vm, self, OU_S(errno), 0));
    ou_val text = number == OU_EXC ? OU_EXC : ou_str(vm, attribute(vm, self, OU_S(strerror), 1));
    if (text == OU_EXC)
        return OU_EXC;
    if (filename == OU_ABSENT)
        return ou_str_format(vm, "[Errno %v] %v", number, text);
    if (second == OU_ABSENT)
        return ou_str_format(vm, "[Errno %v] %v: %r", number, text, filename);
    return ou_str_format(vm, "[Errno %v] %v: %r -> %r", number, text, filename, second);
}

/* SyntaxError(msg, (filename, lineno, offset, text, ...)) */
static ou_val syntax_detail(struct ou_vm *vm, ou_val self, ou_val name, size_t index)
{
    ou_val v = ou_exception_extra(vm, self, name);
    if (v != OU_ABSENT)
        return v;
    ou_val details = arg(self, 1);
    return ou_is(details, &ou_type_tuple) && index < ou_tuple_len(details) ? ou_tuple_items(details)[index]
                                                                           : OU_NONE;
}

static ou_val syntax_error_str(struct ou_vm *vm, ou_val self)
{
    ou_val message = ou_str(vm, attribute(vm, self, OU_S(msg), 0));
    ou_val filename = syntax_detail(vm, self, OU_S(filename), 0),
           line = syntax_detail(vm, self, OU_S(lineno), 1);
    if (message == OU_EXC)
        return OU_EXC;
    if (ou_is_str(filename)) {
        size_t n, start;
        const char *text = ou_str_text(vm, filename, &n);
        for (start = n; start && text[start - 1] != '/';)
            start--;
        filename = ou_str_new(vm, text + start, n - start);
        if (filename == OU_EXC)
            return OU_EXC;
    } else
        filename = OU_NONE;
    if (filename != OU_NONE && ou_is_int(line))
        return ou_str_format(vm, "%v (%v, line %r)", message, filename, line);
    if (filename != OU_NONE)
        return ou_str_format(vm, "%v (%v)", message, filename);
    return ou_is_int(line) ? ou_str_format(vm, "%v (line %r)", message, line) : message;
}

static ou_val import_error_str(struct ou_vm *vm, ou_val self)
{
    ou_val message = attribute(vm, self, OU_S(msg), 0);
    return arg_count(self) == 1 && ou_is_str(message) ? message : exception_str(vm, self);
}

#if OU_WITH_RARE_ERRORS

/* (encoding, object, start, end, reason) */
static ou_val unicode_error_str(struct ou_vm *vm, ou_val self)
{
    if (arg_count(self) != 5)
        return exception_str(vm, self);
    ou_val encoding = attribute(vm, self, OU_S(encoding), 0), object = attribute(vm, self, OU_S(object), 1);
    ou_val reason = attribute(vm, self, OU_S(reason), 4);
    ou_int start, end;
    if (ou_to_int(vm, attribute(vm, self, OU_S(start), 2), &start) < 0 ||
        ou_to_int(vm, attribute(vm, self, OU_S(end), 3), &end) < 0)
        return OU_EXC;
    bool decode = is_exception_of(self, &ou_exc_UnicodeDecodeError);
    const char *can = decode ? "decode" : "encode";
    encoding = ou_str(vm, encoding);
    reason = encoding == OU_EXC ? OU_EXC : ou_str(vm, reason);
    if (reason == OU_EXC)
        return OU_EXC;
    ou_int length = decode == ou_is_str(object) ? 0 : ou_len(vm, object);
    if (length < 0)
        return OU_EXC;
    if (start < 0 || start >= length || end != start + 1)
        return ou_str_format(vm, "'%v' codec can't %s %s in position %zd-%zd: %v", encoding, can,
                             decode ? "bytes" : "characters", start, (ou_int)((ou_val)end - 1), reason);
    ou_val item = ou_get_item(vm, object, ou_small(start));
    if (item == OU_EXC)
        return OU_EXC;
    if (decode) {
        unsigned byte = (unsigned)ou_small_value(item);
        return ou_str_format(vm, "'%v' codec can't decode byte 0x%x%x in position %zd: %v", encoding,
                             byte >> 4, byte & 15, start, reason);
    }
    item = ou_ascii(vm, item);
    return item == OU_EXC ? OU_EXC
                          : ou_str_format(vm, "'%v' codec can't encode character %v in position %zd: %v",
                                          encoding, item, start, reason);
}

#endif

ou_val ou_exception_str(struct ou_vm *vm, ou_val exception) { return ou_str(vm, exception); }

/* -- attributes of all exceptions -- */

static ou_val get_args(struct ou_vm *vm, ou_val self)
{
    struct ou_exception *e = exception_at(self);
    if (e->args != OU_ABSENT)
        return e->args;
    ou_val text = exception_str(vm, self);
    return text == OU_EXC ? OU_EXC : ou_tuple_new(vm, 1, &text);
}

static int set_args(struct ou_vm *vm, ou_val self, ou_val value)
{
    if (value == OU_ABSENT)
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "args may not be deleted"));
    ou_val tuple = ou_tuple_from_iter(vm, value);
    if (tuple == OU_EXC)
        return -1;
    OU_STORE(vm, exception_at(self), &exception_at(self)->args, tuple);
    return 0;
}

static ou_val get_traceback(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return exception_at(self)->traceback;
}

static int set_traceback(struct ou_vm *vm, ou_val self, ou_val value)
{
    if (value != OU_NONE && !ou_is(value, &ou_type_traceback))
        return ou_fail(value == OU_ABSENT
                           ? ou_raise(vm, &ou_exc_TypeError, "__traceback__ may not be deleted")
                           : ou_raise(vm, &ou_exc_TypeError, "__traceback__ must be a traceback or None"));
    OU_STORE(vm, exception_at(self), &exception_at(self)->traceback, value);
    return 0;
}

static int set_link(struct ou_vm *vm, ou_val self, ou_val *slot, const char *what, ou_val value)
{
    if (value == OU_ABSENT)
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "__%s__ may not be deleted", what));
    if (value != OU_NONE && !ou_is_exception(value))
        return ou_fail(
            ou_raise(vm, &ou_exc_TypeError, "exception %s must be None or derive from BaseException", what));
    OU_STORE(vm, exception_at(self), slot, value);
    return 0;
}

static ou_val get_cause(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return exception_at(self)->cause;
}

static int set_cause(struct ou_vm *vm, ou_val self, ou_val value)
{
    struct ou_exception *e = exception_at(self);
    if (set_link(vm, self, &e->cause, "cause", value) < 0)
        return -1;
    OU_STORE(vm, e, &e->flags, ou_small(ou_small_value(e->flags) | 1));
    return 0;
}

static ou_val get_context(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return exception_at(self)->context;
}

static int set_context(struct ou_vm *vm, ou_val self, ou_val value)
{
    return set_link(vm, self, &exception_at(self)->context, "context", value);
}

static ou_val get_suppress(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return ou_bool(ou_small_value(exception_at(self)->flags) & 1);
}

static int set_suppress(struct ou_vm *vm, ou_val self, ou_val value)
{
    int truth = value == OU_ABSENT ? 0 : ou_truth(vm, value);
    struct ou_exception *e = exception_at(self);
    OU_STORE(vm, e, &e->flags, ou_small((ou_small_value(e->flags) & ~(ou_int)1) | (truth > 0)));
    return truth < 0 ? -1 : 0;
}

OU_NATIVE_STATIC(with_traceback) { return set_traceback(vm, args[0], args[1]) < 0 ? OU_EXC : args[0]; }

OU_NATIVE_STATIC(add_note)
{
    if (ou_cast_native(args[1], &ou_type_str) == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "note must be a str, not '%T'", args[1]);
    ou_val notes = ou_get_attr_or_absent(vm, args[0], OU_S(__notes__));
    if (notes == OU_ABSENT) {
        notes = ou_list_new(vm, 0, NULL);
        if (notes == OU_EXC || ou_set_attr(vm, args[0], OU_S(__notes__), notes) < 0)
            return OU_EXC;
    }
    if (notes == OU_EXC)
        return OU_EXC;
    ou_val list = ou_cast_native(notes, &ou_type_list);
    if (list == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "Cannot add note: __notes__ is not a list");
    return ou_list_append(vm, list, args[1]) < 0 ? OU_EXC : OU_NONE;
}

OU_ROM_ALIGN static const union ou_member base_members[] = {
    OU_MEMBER_PROPERTY(OU_S(__cause__), get_cause, set_cause),
    OU_MEMBER_PROPERTY(OU_S(__context__), get_context, set_context),
    OU_MEMBER_PROPERTY(OU_S(__suppress_context__), get_suppress, set_suppress),
    OU_MEMBER_PROPERTY(OU_S(__traceback__), get_traceback, set_traceback),
    OU_MEMBER_METHOD(OU_S(add_note), add_note, &ou_exc_BaseException, 2, 2, 0),
    OU_MEMBER_PROPERTY(OU_S(args), get_args, set_args),
    OU_MEMBER_METHOD(OU_S(with_traceback), with_traceback, &ou_exc_BaseException, 2, 2, 0),
};
static OU_MEMBER_TABLE(base_table, base_members);

/* -- attributes of some -- */

#define SETTER(id, name)                                                                     \
    static int set_##id(struct ou_vm *vm, ou_val self, ou_val value)                         \
    {                                                                                        \
        return ou_exception_set_extra(vm, self, name, value == OU_ABSENT ? OU_NONE : value); \
    }
/* An attribute that is argument `index`. */
#define ATTRIBUTE(id, name, index)                                                                     \
    static ou_val get_##id(struct ou_vm *vm, ou_val self) { return attribute(vm, self, name, index); } \
    SETTER(id, name)
#define DETAIL(id, name, index)                                                                            \
    static ou_val get_##id(struct ou_vm *vm, ou_val self) { return syntax_detail(vm, self, name, index); } \
    SETTER(id, name)

ATTRIBUTE(value, OU_S(value), 0)
ATTRIBUTE(error_number, OU_S(errno), arg_count(self) == 2 ? 0 : -1)
ATTRIBUTE(error_text, OU_S(strerror), arg_count(self) == 2 ? 1 : -1)
ATTRIBUTE(filename, OU_S(filename), -1)
ATTRIBUTE(filename2, OU_S(filename2), -1)
ATTRIBUTE(name, OU_S(name), -1)
ATTRIBUTE(path, OU_S(path), -1)
ATTRIBUTE(object_of, OU_S(obj), -1)
ATTRIBUTE(message, OU_S(msg), 0)
#if OU_WITH_RARE_ERRORS
ATTRIBUTE(encoding, OU_S(encoding), 0)
ATTRIBUTE(object, OU_S(object), 1)
ATTRIBUTE(start, OU_S(start), 2)
ATTRIBUTE(end, OU_S(end), 3)
ATTRIBUTE(reason, OU_S(reason), 4)
#endif
DETAIL(syntax_filename, OU_S(filename), 0)
DETAIL(line, OU_S(lineno), 1)
DETAIL(offset, OU_S(offset), 2)
DETAIL(text, OU_S(text), 3)
DETAIL(end_line, OU_S(end_lineno), 4)
DETAIL(end_offset, OU_S(end_offset), 5)

static ou_val get_code(struct ou_vm *vm, ou_val self)
{
    ou_val v = ou_exception_extra(vm, self, OU_S(code));
    if (v != OU_ABSENT)
        return v;
    return arg_count(self) > 1 ? exception_at(self)->args : arg(self, 0);
}
SETTER(code, OU_S(code))

OU_PROPERTY(message_property, OU_S(msg), get_message, set_message);
OU_PROPERTY(name_property, OU_S(name), get_name, set_name);
OU_PROPERTY(path_property, OU_S(path), get_path, set_path);
OU_PROPERTY(object_of_property, OU_S(obj), get_object_of, set_object_of);

OU_ROM_ALIGN static const union ou_member stop_members[] = {
    OU_MEMBER_PROPERTY(OU_S(value), get_value, set_value),
};
OU_ROM_ALIGN static const union ou_member exit_members[] = {
    OU_MEMBER_PROPERTY(OU_S(code), get_code, set_code)};
OU_ROM_ALIGN static const union ou_member os_members[] = {
    OU_MEMBER_PROPERTY(OU_S(errno), get_error_number, set_error_number),
    OU_MEMBER_PROPERTY(OU_S(filename), get_filename, set_filename),
    OU_MEMBER_PROPERTY(OU_S(filename2), get_filename2, set_filename2),
    OU_MEMBER_PROPERTY(OU_S(strerror), get_error_text, set_error_text),
};
static const struct ou_rom_entry import_entries[] = {
    {OU_S(msg), OU_ROM(&message_property)},
    {OU_S(name), OU_ROM(&name_property)},
    {OU_S(path), OU_ROM(&path_property)},
};
static const struct ou_rom_entry attribute_entries[] = {
    {OU_S(name), OU_ROM(&name_property)},
    {OU_S(obj), OU_ROM(&object_of_property)},
};
static const struct ou_rom_entry name_entries[] = {{OU_S(name), OU_ROM(&name_property)}};
OU_ROM_ALIGN static const union ou_member syntax_members[] = {
    OU_MEMBER_PROPERTY(OU_S(end_lineno), get_end_line, set_end_line),
    OU_MEMBER_PROPERTY(OU_S(end_offset), get_end_offset, set_end_offset),
    OU_MEMBER_PROPERTY(OU_S(filename), get_syntax_filename, set_syntax_filename),
    OU_MEMBER_PROPERTY(OU_S(lineno), get_line, set_line),
    OU_MEMBER_VALUE(OU_S(msg), OU_ROM(&message_property)),
    OU_MEMBER_PROPERTY(OU_S(offset), get_offset, set_offset),
    OU_MEMBER_PROPERTY(OU_S(text), get_text, set_text),
};
#if OU_WITH_RARE_ERRORS
OU_ROM_ALIGN static const union ou_member unicode_members[] = {
    OU_MEMBER_PROPERTY(OU_S(encoding), get_encoding, set_encoding),
    OU_MEMBER_PROPERTY(OU_S(end), get_end, set_end),
    OU_MEMBER_PROPERTY(OU_S(object), get_object, set_object),
    OU_MEMBER_PROPERTY(OU_S(reason), get_reason, set_reason),
    OU_MEMBER_PROPERTY(OU_S(start), get_start, set_start),
};
static OU_MEMBER_TABLE(unicode_table, unicode_members);
#endif
static OU_MEMBER_TABLE(stop_table, stop_members);
static OU_MEMBER_TABLE(exit_table, exit_members);
static OU_MEMBER_TABLE(os_table, os_members);
static OU_ROM_TABLE(import_table, import_entries);
static OU_ROM_TABLE(attribute_table, attribute_entries);
static OU_ROM_TABLE(name_table, name_entries);
static OU_MEMBER_TABLE(syntax_table, syntax_members);

/* -- the hierarchy -- */

#define OPS(id, function)                               \
    OU_ROM_ALIGN static const struct ou_type_ops id = { \
        .construct = exception_construct, .repr = exception_repr, .str = function}
OPS(ops, exception_str);
OPS(key_ops, key_error_str);
OPS(os_ops, os_error_str);
OPS(syntax_ops, syntax_error_str);
OPS(import_ops, import_error_str);
#if OU_WITH_RARE_ERRORS
OPS(unicode_ops, unicode_error_str);
#define UNICODE_OPS &unicode_ops
#define UNICODE_TABLE &unicode_table
#else
#define UNICODE_OPS &ops
#define UNICODE_TABLE NULL
#endif

#define EXCEPTION(id, name, base, type_ops, table) \
    OU_DEFINE_TYPE(ou_exc_##id, name, base, type_ops, table, OU_TYPE_EXCEPTION, 0)
#define PLAIN(id, name, base) EXCEPTION(id, name, &ou_exc_##base, &ops, NULL)
EXCEPTION(BaseException, OU_S(BaseException), &ou_type_object, &ops, &base_table);
EXCEPTION(SystemExit, OU_S(SystemExit), &ou_exc_BaseException, &ops, &exit_table);
PLAIN(KeyboardInterrupt, OU_S(KeyboardInterrupt), BaseException);
PLAIN(GeneratorExit, OU_S(GeneratorExit), BaseException);
PLAIN(Exception, OU_S(Exception), BaseException);
#if OU_WITH_GROUPS
OU_DEFINE_TYPE(ou_exc_BaseExceptionGroup, OU_S(BaseExceptionGroup), &ou_exc_BaseException, &ops,
               &ou_group_table, OU_TYPE_EXCEPTION | OU_TYPE_GROUP, 0);
/* The only type in C with two bases; they stand behind it in its resolution order. */
OU_ROM_TUPLE(static, group_mro, 5, OU_ROM(&ou_exc_ExceptionGroup), OU_ROM(&ou_exc_BaseExceptionGroup),
             OU_ROM(&ou_exc_Exception), OU_ROM(&ou_exc_BaseException), OU_ROM(&ou_type_object));
OU_ROM_ALIGN const struct ou_type ou_exc_ExceptionGroup = {
    .type = OU_ROM(&ou_type_type),
    .ops = OU_ROM(&ops),
    .name = OU_S(ExceptionGroup),
    .bases = OU_ROM(&ou_exc_BaseExceptionGroup),
    .flags = OU_SMALL_CONST(OU_TYPE_EXCEPTION | OU_TYPE_GROUP),
    .version = OU_SMALL_CONST(0),
    .mro = OU_ROM(group_mro)};
#endif
EXCEPTION(StopIteration, OU_S(StopIteration), &ou_exc_Exception, &ops, &stop_table);
PLAIN(StopAsyncIteration, OU_S(StopAsyncIteration), Exception);
PLAIN(ArithmeticError, OU_S(ArithmeticError), Exception);
PLAIN(FloatingPointError, OU_S(FloatingPointError), ArithmeticError);
PLAIN(OverflowError, OU_S(OverflowError), ArithmeticError);
PLAIN(ZeroDivisionError, OU_S(ZeroDivisionError), ArithmeticError);
PLAIN(AssertionError, OU_S(AssertionError), Exception);
EXCEPTION(AttributeError, OU_S(AttributeError), &ou_exc_Exception, &ops, &attribute_table);
PLAIN(BufferError, OU_S(BufferError), Exception);
PLAIN(EOFError, OU_S(EOFError), Exception);
EXCEPTION(ImportError, OU_S(ImportError), &ou_exc_Exception, &import_ops, &import_table);
EXCEPTION(ModuleNotFoundError, OU_S(ModuleNotFoundError), &ou_exc_ImportError, &import_ops, NULL);
PLAIN(LookupError, OU_S(LookupError), Exception);
PLAIN(IndexError, OU_S(IndexError), LookupError);
EXCEPTION(KeyError, OU_S(KeyError), &ou_exc_LookupError, &key_ops, NULL);
PLAIN(MemoryError, OU_S(MemoryError), Exception);
EXCEPTION(NameError, OU_S(NameError), &ou_exc_Exception, &ops, &name_table);
PLAIN(UnboundLocalError, OU_S(UnboundLocalError), NameError);
EXCEPTION(OSError, OU_S(OSError), &ou_exc_Exception, &os_ops, &os_table);
#define OS_ERROR(id, name) EXCEPTION(id, name, &ou_exc_OSError, &os_ops, NULL)
OS_ERROR(FileExistsError, OU_S(FileExistsError));
OS_ERROR(FileNotFoundError, OU_S(FileNotFoundError));
OS_ERROR(IsADirectoryError, OU_S(IsADirectoryError));
OS_ERROR(NotADirectoryError, OU_S(NotADirectoryError));
OS_ERROR(PermissionError, OU_S(PermissionError));
OS_ERROR(TimeoutError, OU_S(TimeoutError));
OS_ERROR(ConnectionError, OU_S(ConnectionError));
OS_ERROR(BlockingIOError, OU_S(BlockingIOError));
PLAIN(RuntimeError, OU_S(RuntimeError), Exception);
PLAIN(NotImplementedError, OU_S(NotImplementedError), RuntimeError);
PLAIN(RecursionError, OU_S(RecursionError), RuntimeError);
EXCEPTION(SyntaxError, OU_S(SyntaxError), &ou_exc_Exception, &syntax_ops, &syntax_table);
EXCEPTION(IndentationError, OU_S(IndentationError), &ou_exc_SyntaxError, &syntax_ops, NULL);
EXCEPTION(TabError, OU_S(TabError), &ou_exc_IndentationError, &syntax_ops, NULL);
PLAIN(SystemError, OU_S(SystemError), Exception);
PLAIN(TypeError, OU_S(TypeError), Exception);
PLAIN(ValueError, OU_S(ValueError), Exception);
PLAIN(UnicodeError, OU_S(UnicodeError), ValueError);
EXCEPTION(UnicodeDecodeError, OU_S(UnicodeDecodeError), &ou_exc_UnicodeError, UNICODE_OPS, UNICODE_TABLE);
EXCEPTION(UnicodeEncodeError, OU_S(UnicodeEncodeError), &ou_exc_UnicodeError, UNICODE_OPS, UNICODE_TABLE);
PLAIN(Warning, OU_S(Warning), Exception);
PLAIN(DeprecationWarning, OU_S(DeprecationWarning), Warning);
PLAIN(UserWarning, OU_S(UserWarning), Warning);
PLAIN(RuntimeWarning, OU_S(RuntimeWarning), Warning);
PLAIN(SyntaxWarning, OU_S(SyntaxWarning), Warning);
PLAIN(StructError, OU_S(error), Exception); /* struct.error */
EXCEPTION(BrokenPipeError, OU_S(BrokenPipeError), &ou_exc_ConnectionError, &os_ops, NULL);
OS_ERROR(ChildProcessError, OU_S(ChildProcessError));
EXCEPTION(ConnectionAbortedError, OU_S(ConnectionAbortedError), &ou_exc_ConnectionError, &os_ops, NULL);
EXCEPTION(ConnectionRefusedError, OU_S(ConnectionRefusedError), &ou_exc_ConnectionError, &os_ops, NULL);
EXCEPTION(ConnectionResetError, OU_S(ConnectionResetError), &ou_exc_ConnectionError, &os_ops, NULL);
OS_ERROR(InterruptedError, OU_S(InterruptedError));
OS_ERROR(ProcessLookupError, OU_S(ProcessLookupError));
PLAIN(ReferenceError, OU_S(ReferenceError), Exception);
PLAIN(BytesWarning, OU_S(BytesWarning), Warning);
PLAIN(FutureWarning, OU_S(FutureWarning), Warning);
PLAIN(ImportWarning, OU_S(ImportWarning), Warning);
PLAIN(PendingDeprecationWarning, OU_S(PendingDeprecationWarning), Warning);
PLAIN(ResourceWarning, OU_S(ResourceWarning), Warning);
PLAIN(UnicodeWarning, OU_S(UnicodeWarning), Warning);
