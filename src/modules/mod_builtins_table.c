/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The names of module builtins.
 */
#include "modules/mod_builtins.h"
#include "modules/modules.h"

extern const struct ou_native ou_sys_exit; /* mod_sys.c */
extern const struct ou_rom_module ou_module_builtins;

/* clang-format off */
static const struct ou_rom_entry builtins_entries[] = {
    {OU_S(ArithmeticError), OU_ROM(&ou_exc_ArithmeticError)},
    {OU_S(AssertionError), OU_ROM(&ou_exc_AssertionError)},
    {OU_S(AttributeError), OU_ROM(&ou_exc_AttributeError)},
    {OU_S(BaseException), OU_ROM(&ou_exc_BaseException)},
    OU_IF(GROUPS, {OU_S(BaseExceptionGroup), OU_ROM(&ou_exc_BaseExceptionGroup)},)
    OU_IF(RARE_ERRORS, {OU_S(BlockingIOError), OU_ROM(&ou_exc_BlockingIOError)},)
    OU_IF(RARE_ERRORS, {OU_S(BrokenPipeError), OU_ROM(&ou_exc_BrokenPipeError)},)
    {OU_S(BufferError), OU_ROM(&ou_exc_BufferError)},
    OU_IF(RARE_ERRORS, {OU_S(BytesWarning), OU_ROM(&ou_exc_BytesWarning)},)
    OU_IF(RARE_ERRORS, {OU_S(ChildProcessError), OU_ROM(&ou_exc_ChildProcessError)},)
    OU_IF(RARE_ERRORS, {OU_S(ConnectionAbortedError), OU_ROM(&ou_exc_ConnectionAbortedError)},)
    OU_IF(RARE_ERRORS, {OU_S(ConnectionError), OU_ROM(&ou_exc_ConnectionError)},)
    OU_IF(RARE_ERRORS, {OU_S(ConnectionRefusedError), OU_ROM(&ou_exc_ConnectionRefusedError)},)
    OU_IF(RARE_ERRORS, {OU_S(ConnectionResetError), OU_ROM(&ou_exc_ConnectionResetError)},)
    OU_IF(RARE_ERRORS, {OU_S(DeprecationWarning), OU_ROM(&ou_exc_DeprecationWarning)},)
    {OU_S(EOFError), OU_ROM(&ou_exc_EOFError)},
    {OU_S(Ellipsis), OU_ELLIPSIS},
    {OU_S(EnvironmentError), OU_ROM(&ou_exc_OSError)},
    {OU_S(Exception), OU_ROM(&ou_exc_Exception)},
    OU_IF(GROUPS, {OU_S(ExceptionGroup), OU_ROM(&ou_exc_ExceptionGroup)},)
    {OU_S(False), OU_FALSE},
    OU_IF(RARE_ERRORS, {OU_S(FileExistsError), OU_ROM(&ou_exc_FileExistsError)},)
    {OU_S(FileNotFoundError), OU_ROM(&ou_exc_FileNotFoundError)},
    {OU_S(FloatingPointError), OU_ROM(&ou_exc_FloatingPointError)},
    OU_IF(RARE_ERRORS, {OU_S(FutureWarning), OU_ROM(&ou_exc_FutureWarning)},)
    {OU_S(GeneratorExit), OU_ROM(&ou_exc_GeneratorExit)},
    {OU_S(IOError), OU_ROM(&ou_exc_OSError)},
    {OU_S(ImportError), OU_ROM(&ou_exc_ImportError)},
    OU_IF(RARE_ERRORS, {OU_S(ImportWarning), OU_ROM(&ou_exc_ImportWarning)},)
    {OU_S(IndentationError), OU_ROM(&ou_exc_IndentationError)},
    {OU_S(IndexError), OU_ROM(&ou_exc_IndexError)},
    OU_IF(RARE_ERRORS, {OU_S(InterruptedError), OU_ROM(&ou_exc_InterruptedError)},)
    OU_IF(RARE_ERRORS, {OU_S(IsADirectoryError), OU_ROM(&ou_exc_IsADirectoryError)},)
    {OU_S(KeyError), OU_ROM(&ou_exc_KeyError)},
    {OU_S(KeyboardInterrupt), OU_ROM(&ou_exc_KeyboardInterrupt)},
    {OU_S(LookupError), OU_ROM(&ou_exc_LookupError)},
    {OU_S(MemoryError), OU_ROM(&ou_exc_MemoryError)},
    {OU_S(ModuleNotFoundError), OU_ROM(&ou_exc_ModuleNotFoundError)},
    {OU_S(NameError), OU_ROM(&ou_exc_NameError)},
    {OU_S(None), OU_NONE},
    OU_IF(RARE_ERRORS, {OU_S(NotADirectoryError), OU_ROM(&ou_exc_NotADirectoryError)},)
    {OU_S(NotImplemented), OU_NOT_IMPLEMENTED},
    {OU_S(NotImplementedError), OU_ROM(&ou_exc_NotImplementedError)},
    {OU_S(OSError), OU_ROM(&ou_exc_OSError)},
    {OU_S(OverflowError), OU_ROM(&ou_exc_OverflowError)},
    OU_IF(RARE_ERRORS, {OU_S(PendingDeprecationWarning), OU_ROM(&ou_exc_PendingDeprecationWarning)},)
    OU_IF(RARE_ERRORS, {OU_S(PermissionError), OU_ROM(&ou_exc_PermissionError)},)
    OU_IF(RARE_ERRORS, {OU_S(ProcessLookupError), OU_ROM(&ou_exc_ProcessLookupError)},)
    {OU_S(RecursionError), OU_ROM(&ou_exc_RecursionError)},
    {OU_S(ReferenceError), OU_ROM(&ou_exc_ReferenceError)},
    OU_IF(RARE_ERRORS, {OU_S(ResourceWarning), OU_ROM(&ou_exc_ResourceWarning)},)
    {OU_S(RuntimeError), OU_ROM(&ou_exc_RuntimeError)},
    OU_IF(RARE_ERRORS, {OU_S(RuntimeWarning), OU_ROM(&ou_exc_RuntimeWarning)},)
    {OU_S(StopAsyncIteration), OU_ROM(&ou_exc_StopAsyncIteration)},
    {OU_S(StopIteration), OU_ROM(&ou_exc_StopIteration)},
    {OU_S(SyntaxError), OU_ROM(&ou_exc_SyntaxError)},
    OU_IF(RARE_ERRORS, {OU_S(SyntaxWarning), OU_ROM(&ou_exc_SyntaxWarning)},)
    {OU_S(SystemError), OU_ROM(&ou_exc_SystemError)},
    {OU_S(SystemExit), OU_ROM(&ou_exc_SystemExit)},
    {OU_S(TabError), OU_ROM(&ou_exc_TabError)},
    {OU_S(TimeoutError), OU_ROM(&ou_exc_TimeoutError)},
    {OU_S(True), OU_TRUE},
    {OU_S(TypeError), OU_ROM(&ou_exc_TypeError)},
    {OU_S(UnboundLocalError), OU_ROM(&ou_exc_UnboundLocalError)},
    {OU_S(UnicodeDecodeError), OU_ROM(&ou_exc_UnicodeDecodeError)},
    {OU_S(UnicodeEncodeError), OU_ROM(&ou_exc_UnicodeEncodeError)},
    {OU_S(UnicodeError), OU_ROM(&ou_exc_UnicodeError)},
    OU_IF(RARE_ERRORS, {OU_S(UnicodeWarning), OU_ROM(&ou_exc_UnicodeWarning)},)
    OU_IF(RARE_ERRORS, {OU_S(UserWarning), OU_ROM(&ou_exc_UserWarning)},)
    {OU_S(ValueError), OU_ROM(&ou_exc_ValueError)},
    OU_IF(RARE_ERRORS, {OU_S(Warning), OU_ROM(&ou_exc_Warning)},)
    {OU_S(ZeroDivisionError), OU_ROM(&ou_exc_ZeroDivisionError)},
    {OU_S(__debug__), OU_TRUE},
    {OU_S(__import__), OU_ROM(&ou_builtin_import)},
    {OU_S(__name__), OU_S(builtins)},
    {OU_S(abs), OU_ROM(&ou_builtin_abs)},
    {OU_S(all), OU_ROM(&ou_builtin_all)},
    {OU_S(any), OU_ROM(&ou_builtin_any)},
    {OU_S(ascii), OU_ROM(&ou_builtin_ascii)},
    {OU_S(bin), OU_ROM(&ou_builtin_bin)},
    {OU_S(bool), OU_ROM(&ou_type_bool)},
    OU_IF(BYTEARRAY, {OU_S(bytearray), OU_ROM(&ou_type_bytearray)},)
    {OU_S(bytes), OU_ROM(&ou_type_bytes)},
    {OU_S(callable), OU_ROM(&ou_builtin_callable)},
    {OU_S(chr), OU_ROM(&ou_builtin_chr)},
    {OU_S(classmethod), OU_ROM(&ou_type_classmethod)},
    OU_IF(EVAL, {OU_S(compile), OU_ROM(&ou_builtin_compile)},)
    {OU_S(delattr), OU_ROM(&ou_builtin_delattr)},
    {OU_S(dict), OU_ROM(&ou_type_dict)},
    {OU_S(dir), OU_ROM(&ou_builtin_dir)},
    {OU_S(divmod), OU_ROM(&ou_builtin_divmod)},
    {OU_S(enumerate), OU_ROM(&ou_type_enumerate)},
    OU_IF(EVAL, {OU_S(eval), OU_ROM(&ou_builtin_eval)},)
    OU_IF(EVAL, {OU_S(exec), OU_ROM(&ou_builtin_exec)},)
    {OU_S(exit), OU_ROM(&ou_sys_exit)},
    {OU_S(filter), OU_ROM(&ou_type_filter)},
    OU_IF(FLOAT, {OU_S(float), OU_ROM(&ou_type_float)},)
    {OU_S(format), OU_ROM(&ou_builtin_format)},
    OU_IF(SET, {OU_S(frozenset), OU_ROM(&ou_type_frozenset)},)
    {OU_S(getattr), OU_ROM(&ou_builtin_getattr)},
    {OU_S(globals), OU_ROM(&ou_builtin_globals)},
    {OU_S(hasattr), OU_ROM(&ou_builtin_hasattr)},
    {OU_S(hash), OU_ROM(&ou_builtin_hash)},
    {OU_S(hex), OU_ROM(&ou_builtin_hex)},
    {OU_S(id), OU_ROM(&ou_builtin_id)},
    {OU_S(input), OU_ROM(&ou_builtin_input)},
    {OU_S(int), OU_ROM(&ou_type_int)},
    {OU_S(isinstance), OU_ROM(&ou_builtin_isinstance)},
    {OU_S(issubclass), OU_ROM(&ou_builtin_issubclass)},
    {OU_S(iter), OU_ROM(&ou_builtin_iter)},
    {OU_S(len), OU_ROM(&ou_builtin_len)},
    {OU_S(list), OU_ROM(&ou_type_list)},
    {OU_S(locals), OU_ROM(&ou_builtin_locals)},
    {OU_S(map), OU_ROM(&ou_type_map)},
    {OU_S(max), OU_ROM(&ou_builtin_max)},
    OU_IF(MEMORYVIEW, {OU_S(memoryview), OU_ROM(&ou_type_memoryview)},)
    {OU_S(min), OU_ROM(&ou_builtin_min)},
    {OU_S(next), OU_ROM(&ou_builtin_next)},
    {OU_S(object), OU_ROM(&ou_type_object)},
    {OU_S(oct), OU_ROM(&ou_builtin_oct)},
    OU_IF(FILES, {OU_S(open), OU_ROM(&ou_native_open)},)
    {OU_S(ord), OU_ROM(&ou_builtin_ord)},
    {OU_S(pow), OU_ROM(&ou_builtin_pow)},
    {OU_S(print), OU_ROM(&ou_builtin_print)},
    {OU_S(property), OU_ROM(&ou_type_property)},
    {OU_S(quit), OU_ROM(&ou_sys_exit)},
    {OU_S(range), OU_ROM(&ou_type_range)},
    {OU_S(repr), OU_ROM(&ou_builtin_repr)},
    {OU_S(reversed), OU_ROM(&ou_type_reversed)},
    {OU_S(round), OU_ROM(&ou_builtin_round)},
    OU_IF(SET, {OU_S(set), OU_ROM(&ou_type_set)},)
    {OU_S(setattr), OU_ROM(&ou_builtin_setattr)},
    {OU_S(slice), OU_ROM(&ou_type_slice)},
    {OU_S(sorted), OU_ROM(&ou_builtin_sorted)},
    {OU_S(staticmethod), OU_ROM(&ou_type_staticmethod)},
    {OU_S(str), OU_ROM(&ou_type_str)},
    {OU_S(sum), OU_ROM(&ou_builtin_sum)},
    {OU_S(super), OU_ROM(&ou_type_super)},
    {OU_S(tuple), OU_ROM(&ou_type_tuple)},
    {OU_S(type), OU_ROM(&ou_type_type)},
    {OU_S(vars), OU_ROM(&ou_builtin_vars)},
    {OU_S(zip), OU_ROM(&ou_type_zip)},
};
/* clang-format on */
OU_ROM_TABLE(ou_builtins_table, builtins_entries);
OU_ROM_ALIGN const struct ou_rom_module ou_module_builtins = {OU_ROM(&ou_type_rom_module), OU_S(builtins),
                                                              &ou_builtins_table, NULL};
