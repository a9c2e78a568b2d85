/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Module atexit: functions to call when the program ends.
 */
#include <ouro/ouro.h>

OU_NATIVE_STATIC(atexit_register)
{
    if (!n_args)
        return ou_raise(vm, &ou_exc_TypeError, "register() takes at least 1 argument (0 given)");
    if (!ou_is_callable(vm, args[0]))
        return ou_raise(vm, &ou_exc_TypeError, "the first argument must be callable");
    return ou_at_exit(vm, args[0], n_args - 1, n_kw, args + 1) < 0 ? OU_EXC : args[0];
}

OU_NATIVE_STATIC(atexit_unregister)
{
    ou_val list = ou_at_exit_list(vm);
    for (size_t i = 0; list != OU_NONE && i < ou_list_len(list);) {
        int equal = ou_equal(vm, ou_tuple_items(ou_list_get(list, i))[1], args[0]);
        if (equal < 0)
            return OU_EXC;
        if (!equal)
            i++;
        else if (i < ou_list_len(list) && ou_set_item(vm, list, ou_small((ou_int)i), OU_ABSENT) < 0)
            return OU_EXC;
    }
    return OU_NONE;
}

OU_NATIVE_STATIC(atexit_clear)
{
    ou_val list = ou_at_exit_list(vm);
    return list == OU_NONE ? OU_NONE : ou_call_method(vm, list, OU_S(clear), 0, NULL);
}

OU_NATIVE_STATIC(atexit_count)
{
    ou_val list = ou_at_exit_list(vm);
    return ou_small(list == OU_NONE ? 0 : (ou_int)ou_list_len(list));
}

OU_NATIVE_STATIC(atexit_run)
{
    ou_at_exit_run(vm);
    return OU_NONE;
}

OU_ROM_ALIGN static const union ou_member atexit_members[] = {
    OU_MEMBER_VALUE(OU_S(__name__), OU_S(atexit)),
    OU_MEMBER_FUNCTION(OU_S(_clear), atexit_clear, 0, 0, 0),
    OU_MEMBER_FUNCTION(OU_S(_ncallbacks), atexit_count, 0, 0, 0),
    OU_MEMBER_FUNCTION(OU_S(_run_exitfuncs), atexit_run, 0, 0, 0),
    OU_MEMBER_FUNCTION(OU_S(register), atexit_register, 0, OU_NATIVE_VARARGS, OU_NATIVE_KW),
    OU_MEMBER_FUNCTION(OU_S(unregister), atexit_unregister, 1, 1, 0),
};
static OU_MEMBER_TABLE(atexit_table, atexit_members);
extern const struct ou_rom_module ou_module_atexit;
OU_ROM_ALIGN const struct ou_rom_module ou_module_atexit = {OU_ROM(&ou_type_rom_module), OU_S(atexit),
                                                            &atexit_table, NULL};
