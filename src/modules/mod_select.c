/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Module select: waiting for many sockets at once, by ou_port_socket_wait.
 *
 * What is waited for lies in an array in a bytes object, which only the waiting function knows.  The wait is done
 * in increments, so that Ctrl-C is seen.
 */
#include <math.h>
#include <ouro/ouro.h>

#define SLICE_US 50000
#define FOREVER UINT64_MAX
#define BAD_HANDLE 9
#define ABSENT 2

/* The handle of an int or of an object with a fileno(); -1: raised. */
static int handle_of(struct ou_vm *vm, ou_val v)
{
    ou_int handle;
    if (!ou_is_a(v, &ou_type_int)) {
        ou_val method = ou_get_attr_or_absent(vm, v, OU_S(fileno));
        if (method == OU_EXC)
            return -1;
        if (method == OU_ABSENT)
            return ou_fail(
                ou_raise(vm, &ou_exc_TypeError, "argument must be an int, or have a fileno() method."));
        v = ou_call_0(vm, method);
        if (v == OU_EXC)
            return -1;
        if (!ou_is_a(v, &ou_type_int))
            return ou_fail(ou_raise(vm, &ou_exc_TypeError, "fileno() returned a non-integer"));
    }
    if (ou_to_int(vm, v, &handle) < 0)
        return -1;
    if (handle < 0 || handle > INT32_MAX)
        return ou_fail(
            ou_raise(vm, &ou_exc_ValueError, "file descriptor cannot be a negative integer (%zd)", handle));
    return (int)handle;
}

/* An array for n handles, all passed over at first, in a bytes object. */
static ou_val new_array(struct ou_vm *vm, size_t n)
{
    ou_val array = ou_bytes_new(vm, NULL, n * sizeof(struct ou_port_ready) + sizeof(int));
    if (array == OU_EXC)
        return array;
    struct ou_port_ready none = {-1, 0, 0};
    uint8_t *p = ou_bytes_writable(array);
    for (size_t i = 0; i < n; i++)
        memcpy(p + i * sizeof none, &none, sizeof none);
    return array;
}

static struct ou_port_ready *array_at(ou_val array)
{
    uintptr_t p = (uintptr_t)ou_bytes_writable(array), mask = sizeof(int) - 1;
    return (struct ou_port_ready *)((p + mask) & ~mask);
}

/* How many are ready, -1 raised. */
static int wait_for(struct ou_vm *vm, ou_val array, size_t n, uint64_t us)
{
    uint64_t start = ou_port_ticks_us();
    for (;;) {
        uint64_t gone = ou_port_ticks_us() - start, left = us == FOREVER ? FOREVER
                                                           : us > gone   ? us - gone
                                                                         : 0;
        int ready = ou_port_socket_wait(array_at(array), n, left < SLICE_US ? left : SLICE_US);
        if (ready < 0)
            return ou_fail(ou_raise_os_error(vm, -ready, OU_ABSENT));
        if (ou_poll(vm) < 0)
            return -1;
        if (ready || !left)
            return ready;
        if (left > SLICE_US) /* nothing has come for a while, so perhaps nothing will for as long */
            (void)ou_memory_idle(vm, left - SLICE_US < SLICE_US ? left - SLICE_US : SLICE_US);
    }
}

/* A time in seconds or milliseconds (us: how many microseconds the unit has) or None; 0 or -1. */
static int time_arg(struct ou_vm *vm, ou_val v, ou_float us, const char *message, uint64_t *out)
{
    ou_float d;
    *out = FOREVER;
    if (v == OU_NONE)
        return 0;
    ou_val number = ou_cast_native(v, &ou_type_float);
    if (number == OU_ABSENT)
        number = ou_is_a(v, &ou_type_int) ? ou_index(vm, v) : (ou_raise)(vm, &ou_exc_TypeError, message);
    if (number == OU_EXC || ou_to_float(vm, number, &d) < 0)
        return -1;
    if (isnan(d))
        return ou_fail(ou_raise(vm, &ou_exc_ValueError, "Invalid value NaN (not a number)"));
    if (d * us > (ou_float)9e15)
        return ou_fail(ou_raise(vm, &ou_exc_OverflowError, "timestamp too large to convert to C _PyTime_t"));
    if (d >= 0)
        *out = (uint64_t)ou_float_to_i64(OU_FM(ceil)(d * us));
    else if (us == (ou_float)1e6)
        return ou_fail(ou_raise(vm, &ou_exc_ValueError, "timeout must be non-negative"));
    return 0;
}

/* -- poll objects: a dict of handles and what is waited for -- */

enum { TABLE = 1, WORDS };
static const struct ou_type poll_type;

OU_NATIVE_STATIC(poll_fn)
{
    ou_val table = ou_dict_new(vm, 0);
    ou_val self = table == OU_EXC ? OU_EXC : ou_object_new(vm, &poll_type, WORDS, false);
    if (self != OU_EXC)
        ou_field_set(vm, self, TABLE, table);
    return self;
}

static int mask_of(struct ou_vm *vm, ou_val v, ou_int *out)
{
    if (!ou_is_a(v, &ou_type_int))
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "an integer is required"));
    if (ou_to_int(vm, v, out) < 0)
        return -1;
    if (*out < 0)
        return ou_fail(ou_raise(vm, &ou_exc_ValueError, "value must be positive"));
    return *out <= 0xffff
               ? 0
               : ou_fail(ou_raise(vm, &ou_exc_OverflowError, "Python int too large for C unsigned short"));
}

OU_NATIVE_STATIC(register_fn)
{
    int handle = handle_of(vm, args[1]);
    ou_int mask = OU_PORT_READABLE | OU_PORT_URGENT | OU_PORT_WRITABLE;
    if (handle < 0 || (n_args > 2 && mask_of(vm, args[2], &mask) < 0))
        return OU_EXC;
    return ou_dict_set(vm, ou_field(args[0], TABLE), ou_small(handle), ou_small(mask)) < 0 ? OU_EXC : OU_NONE;
}

OU_NATIVE_STATIC(modify_fn)
{
    int handle = handle_of(vm, args[1]);
    ou_int mask;
    if (handle < 0 || mask_of(vm, args[2], &mask) < 0)
        return OU_EXC;
    ou_val table = ou_field(args[0], TABLE), known = ou_dict_get(vm, table, ou_small(handle));
    if (known == OU_EXC)
        return OU_EXC;
    if (known == OU_ABSENT)
        return ou_raise_os_error(vm, ABSENT, OU_ABSENT);
    return ou_dict_set(vm, table, ou_small(handle), ou_small(mask)) < 0 ? OU_EXC : OU_NONE;
}

OU_NATIVE_STATIC(unregister_fn)
{
    int handle = handle_of(vm, args[1]);
    int gone = handle < 0 ? -1 : ou_dict_delete(vm, ou_field(args[0], TABLE), ou_small(handle));
    if (gone < 0)
        return OU_EXC;
    return gone ? OU_NONE : ou_raise_key_error(vm, ou_small(handle));
}

OU_NATIVE_STATIC(wait_fn)
{
    uint64_t us;
    ou_val table = ou_field(args[0], TABLE), key, value;
    if (time_arg(vm, n_args > 1 ? args[1] : OU_NONE, 1e3, "timeout must be an integer or None", &us) < 0)
        return OU_EXC;
    size_t n = ou_dict_len(table), position = 0, i = 0;
    ou_val array = new_array(vm, n), list;
    if (array == OU_EXC)
        return OU_EXC;
    for (; i < n && ou_dict_next(table, &position, &key, &value); i++) {
        struct ou_port_ready *p = array_at(array) + i;
        p->handle = (int)ou_small_value(key);
        p->wanted = (int16_t)ou_small_value(value);
    }
    if (wait_for(vm, array, i, us) < 0 || (list = ou_list_new(vm, 0, NULL)) == OU_EXC)
        return OU_EXC;
    for (size_t k = 0; k < i; k++) {
        const struct ou_port_ready *p = array_at(array) + k;
        if (!p->ready)
            continue;
        ou_val pair[2] = {ou_small(p->handle), ou_small((uint16_t)p->ready)};
        ou_val tuple = ou_tuple_new(vm, 2, pair);
        if (tuple == OU_EXC || ou_list_append(vm, list, tuple) < 0)
            return OU_EXC;
    }
    return list;
}

OU_ROM_ALIGN static const union ou_member poll_members[] = {
    OU_MEMBER_METHOD(OU_S(modify), modify_fn, &poll_type, 3, 3, 0),
    OU_MEMBER_METHOD(OU_S(poll), wait_fn, &poll_type, 1, 2, 0),
    OU_MEMBER_METHOD(OU_S(register), register_fn, &poll_type, 2, 3, 0),
    OU_MEMBER_METHOD(OU_S(unregister), unregister_fn, &poll_type, 2, 2, 0),
};
static OU_MEMBER_TABLE(poll_table, poll_members);
static const struct ou_type_ops poll_ops = {.construct = NULL};
OU_ROM_ALIGN static const struct ou_type poll_type = {.type = OU_ROM(&ou_type_type),
                                                      .ops = OU_ROM(&poll_ops),
                                                      .name = OU_S(poll),
                                                      .bases = OU_ROM(&ou_type_object),
                                                      .dict = OU_ROM(&poll_table),
                                                      .flags = OU_SMALL_CONST(OU_TYPE_FINAL),
                                                      .version = OU_SMALL_CONST(0)};

/* -- select() -- */

static const struct {
    int16_t wanted, ready;
} kinds[3] = {
    {OU_PORT_READABLE, OU_PORT_READABLE | OU_PORT_FAILED | OU_PORT_HANGUP},
    {OU_PORT_WRITABLE, OU_PORT_WRITABLE | OU_PORT_FAILED},
    {OU_PORT_URGENT, OU_PORT_URGENT},
};

/* The objects of one kind whose part of the array, which begins at `at`, says that they are ready. */
static ou_val pick(struct ou_vm *vm, ou_val array, size_t at, ou_val objects, int16_t ready)
{
    ou_val list = ou_list_new(vm, 0, NULL);
    for (size_t i = 0; list != OU_EXC && i < ou_tuple_len(objects); i++)
        if ((array_at(array)[at + i].ready & ready) &&
            ou_list_append(vm, list, ou_tuple_items(objects)[i]) < 0)
            return OU_EXC;
    return list;
}

OU_NATIVE_STATIC(select_fn)
{
    ou_val objects[3], lists[3];
    uint64_t us;
    size_t n = 0, at = 0;
    for (int k = 0; k < 3; k++) {
        objects[k] = ou_tuple_from_iter(vm, args[k]);
        if (objects[k] == OU_EXC) {
            if (!ou_exc_matches(vm, &ou_exc_TypeError))
                return OU_EXC;
            ou_exc_take(vm);
            return ou_raise(vm, &ou_exc_TypeError, "arguments 1-3 must be sequences");
        }
        n += ou_tuple_len(objects[k]);
    }
    if (time_arg(vm, n_args > 3 ? args[3] : OU_NONE, 1e6, "timeout must be a float or None", &us) < 0)
        return OU_EXC;
    ou_val array = new_array(vm, n);
    if (array == OU_EXC)
        return OU_EXC;
    for (int k = 0; k < 3; k++)
        for (size_t i = 0; i < ou_tuple_len(objects[k]); i++) {
            int handle = handle_of(vm, ou_tuple_items(objects[k])[i]);
            if (handle < 0)
                return OU_EXC;
            array_at(array)[at++] = (struct ou_port_ready){handle, kinds[k].wanted, 0};
        }
    if (wait_for(vm, array, n, us) < 0)
        return OU_EXC;
    for (size_t i = 0; i < n; i++)
        if (array_at(array)[i].ready & OU_PORT_INVALID)
            return ou_raise_os_error(vm, BAD_HANDLE, OU_ABSENT);
    at = 0;
    for (int k = 0; k < 3; k++) {
        lists[k] = pick(vm, array, at, objects[k], kinds[k].ready);
        if (lists[k] == OU_EXC)
            return OU_EXC;
        at += ou_tuple_len(objects[k]);
    }
    return ou_tuple_new(vm, 3, lists);
}

OU_FUNCTION(poll_function, poll_fn, OU_S(poll), 0, 0, 0);
OU_FUNCTION(select_function, select_fn, OU_S(select), 3, 4, 0);

static const struct ou_rom_entry module_entries[] = {
    {OU_S(POLLERR), OU_SMALL_CONST(OU_PORT_FAILED)},
    {OU_S(POLLHUP), OU_SMALL_CONST(OU_PORT_HANGUP)},
    {OU_S(POLLIN), OU_SMALL_CONST(OU_PORT_READABLE)},
    {OU_S(POLLNVAL), OU_SMALL_CONST(OU_PORT_INVALID)},
    {OU_S(POLLOUT), OU_SMALL_CONST(OU_PORT_WRITABLE)},
    {OU_S(POLLPRI), OU_SMALL_CONST(OU_PORT_URGENT)},
    {OU_S(__name__), OU_S(select)},
    {OU_S(error), OU_ROM(&ou_exc_OSError)},
    {OU_S(poll), OU_ROM(&poll_function)},
    {OU_S(select), OU_ROM(&select_function)},
};
static OU_ROM_TABLE(module_table, module_entries);
extern const struct ou_rom_module ou_module_select;
OU_ROM_ALIGN const struct ou_rom_module ou_module_select = {OU_ROM(&ou_type_rom_module), OU_S(select),
                                                            &module_table, NULL};
