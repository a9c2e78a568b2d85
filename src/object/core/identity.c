/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Numbers for objects; see identity.h.
 *
 * On a 32-bit machine the counter comes round after 33 million objects whose id was asked for.  It then
 * walks from gap to gap between the numbers in use; a gap is found by one look at all of them, and there
 * are no more gaps than numbers, so that costs nothing worth mentioning.
 *
 * Tried and dropped: addresses in the heap's range instead of numbers of their own kind.  They would be
 * prettier, but the counter leaves that range some time, and what lies behind it may be ROM.
 */
#include "object/core/identity.h"
#include "base/base.h"
#include "object/core/vm.h"

#define STEP (OU_IMMEDIATE(1) - OU_IMMEDIATE(0))
#define FIRST OU_IMMEDIATE(256) /* behind all single immediates */
#define END OU_IMMEDIATE(OU_SMALL_MAX >> 4)

/* Sets [next, limit) to the next gap between the numbers in use. */
static void find_gap(struct ou_identity *id)
{
    const struct ou_address_map *map = &id->numbers;
    if (id->next < FIRST)
        id->next = FIRST;
    for (;; id->next += STEP) {
        if (id->next >= END)
            id->next = FIRST;
        id->limit = END;
        for (uint32_t i = 0; map->count && i < map->capacity; i++)
            if (map->entries[i].key && map->entries[i].word >= id->next)
                id->limit = OU_MIN(id->limit, map->entries[i].word);
        if (id->limit > id->next)
            return;
    }
}

ou_val ou_identity_number(struct ou_vm *vm, ou_val v)
{
    struct ou_identity *id = &vm->identity;
    if (!ou_is_ptr(v))
        return v;
    ou_val *word = ou_address_map_get(&id->numbers, v);
    if (word)
        return *word;
    if (!ou_gc_is_block(&vm->heap, ou_ptr(v)))
        return v;
    if (id->next == id->limit)
        find_gap(id);
    word = ou_address_map_add(vm, &id->numbers, v);
    if (!word)
        return OU_ABSENT;
    *word = id->next;
    id->next += STEP;
    return *word;
}

ou_val ou_id(struct ou_vm *vm, ou_val v)
{
    ou_val number = ou_identity_number(vm, v);
    return number == OU_ABSENT ? OU_EXC : ou_int_from_u64(vm, number);
}

int ou_identity_hash(struct ou_vm *vm, ou_val v, ou_int *out)
{
    ou_val number = ou_identity_number(vm, v);
    if (number == OU_ABSENT)
        return -1;
    *out = (ou_int)((number >> 4) & (OU_SMALL_MAX >> 1));
    return 0;
}

int ou_identity_text(struct ou_vm *vm, ou_val v, char out[2 * sizeof(ou_val) + 3])
{
    ou_val number = ou_identity_number(vm, v);
    if (number == OU_ABSENT)
        return -1;
    size_t n = 1;
    for (ou_val rest = number >> 4; rest; rest >>= 4)
        n++;
    out[0] = '0';
    out[1] = 'x';
    out[n + 2] = 0;
    for (; n; number >>= 4)
        out[1 + n--] = "0123456789abcdef"[number & 15];
    return 0;
}

void ou_identity_clear_dead(struct ou_vm *vm) { ou_address_map_clear_dead(vm, &vm->identity.numbers, NULL); }
void ou_identity_update(struct ou_vm *vm) { ou_address_map_update(vm, &vm->identity.numbers); }
void ou_identity_trim(struct ou_vm *vm) { ou_address_map_trim(vm, &vm->identity.numbers); }
void ou_identity_deinit(struct ou_vm *vm) { ou_address_map_release(vm, &vm->identity.numbers); }
