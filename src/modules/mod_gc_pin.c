/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Module gc: pins, which keep memory in its place.
 */
#include "modules/mod_gc.h"

#define PUBLIC_FUNCTION(object, function, name, min, max, flags) \
    OU_ROM_ALIGN const struct ou_native object =                 \
        OU_NATIVE(&ou_type_native_function, function, name, NULL, min, max, flags)

/* OWNER: what ou_pin gave; unbound once released.  VIEWED: the object that was pinned, and is asked for its
 * address anew each time. */
enum { PIN_OWNER = 1, PIN_VIEWED, PIN_WORDS };
extern const struct ou_type ou_type_pin;

OU_NATIVE_STATIC(gc_pin)
{
    struct ou_buffer buffer;
    ou_val self = ou_object_new(vm, &ou_type_pin, PIN_WORDS, true);
    ou_val owner = self == OU_EXC ? OU_EXC : ou_pin(vm, args[0], &buffer);
    if (owner == OU_EXC)
        return OU_EXC;
    ou_field_set(vm, self, PIN_OWNER, owner);
    ou_field_set(vm, self, PIN_VIEWED, args[0]);
    return self;
}

static void release(struct ou_vm *vm, ou_val self)
{
    ou_val owner = ou_field(self, PIN_OWNER);
    ou_field_set(vm, self, PIN_OWNER, OU_ABSENT);
    ou_field_set(vm, self, PIN_VIEWED, OU_ABSENT);
    if (owner != OU_ABSENT)
        ou_unpin(vm, owner);
}

static void pin_finalise(struct ou_vm *vm, void *self) { release(vm, ou_from_ptr(self)); }

static ou_val raise_released(struct ou_vm *vm)
{
    return ou_raise(vm, &ou_exc_ValueError, "operation forbidden on released Pin object");
}

static ou_val pin_address(struct ou_vm *vm, ou_val self)
{
    struct ou_buffer buffer;
    if (ou_field(self, PIN_OWNER) == OU_ABSENT)
        return raise_released(vm);
    if (ou_get_buffer(vm, ou_field(self, PIN_VIEWED), &buffer) < 0)
        return OU_EXC;
    return ou_int_from_u64(vm, (uintptr_t)buffer.data);
}

OU_NATIVE_STATIC(pin_release)
{
    release(vm, args[0]);
    return OU_NONE;
}

OU_NATIVE_STATIC(pin_enter)
{
    return ou_field(args[0], PIN_OWNER) == OU_ABSENT ? raise_released(vm) : args[0];
}

PUBLIC_FUNCTION(ou_gc_native_pin, gc_pin, OU_S(pin), 1, 1, 0);
OU_ROM_ALIGN static const union ou_member pin_members[] = {
    OU_MEMBER_METHOD(OU_S(__enter__), pin_enter, &ou_type_pin, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(__exit__), pin_release, &ou_type_pin, 4, 4, 0),
    OU_MEMBER_PROPERTY(OU_S(address), pin_address, NULL),
    OU_MEMBER_METHOD(OU_S(release), pin_release, &ou_type_pin, 1, 1, 0),
};
static OU_MEMBER_TABLE(pin_table, pin_members);
OU_ROM_ALIGN static const struct ou_type_ops pin_ops = {.finalise = pin_finalise};
OU_ROM_ALIGN const struct ou_type ou_type_pin = {.type = OU_ROM(&ou_type_type),
                                                 .ops = OU_ROM(&pin_ops),
                                                 .name = OU_S(Pin),
                                                 .bases = OU_ROM(&ou_type_object),
                                                 .dict = OU_ROM(&pin_table),
                                                 .flags = OU_SMALL_CONST(OU_TYPE_FINAL),
                                                 .version = OU_SMALL_CONST(0)};
