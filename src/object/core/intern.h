/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Interned strings: a value that holds an id; ids below OU_NAMES_COUNT are constants in ROM, the others
 * lie packed in chunks (RAW long-lived blocks, each text preceded by its length), found by a compact
 * hash index.  An id is stable while anything refers to it; a collection frees the ids that it did not
 * meet, and their space is squeezed out when blocks move, or when a new chunk would be needed.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_CORE_INTERN_H
#define OURO_INCLUDED_SRC_OBJECT_CORE_INTERN_H

#include "ouro_names.h"
#include <ouro/value.h>

struct ou_vm;

/* Longest interned text in bytes; longer ones cannot be names (ValueError / SyntaxError). */
#define OU_INTERN_MAX 255

/* The tables lie in the outer heap (owner: interned), and are empty until the first dynamic name. */
struct ou_intern {
    const uint8_t **texts; /* text of dynamic id i - OU_NAMES_COUNT (its length byte), NULL: free */
#if OU_WORD_BITS == 64
    uint32_t *hashes; /* of each; 32-bit machines compute them again */
#endif
    void *index;         /* open addressing; dynamic id + 1, 0: empty; uint16_t, uint32_t if index_wide */
    uint8_t *marks;      /* a bit for each dynamic id: met by the collection that is on */
    uint32_t count;      /* dynamic ids in use */
    uint32_t high;       /* no id from here on was ever used */
    uint32_t capacity;   /* of texts, hashes and marks */
    uint32_t index_size; /* any size */
    uint32_t free_hint;  /* no id below this is free */
    uint32_t settled;    /* count after the last collection */
    uint8_t *chunk;      /* the chunk being filled: */
    uint8_t *fill;       /* where the next text goes, */
    uint8_t *fill_end;   /* and its end */
    uint32_t dead_bytes, live_bytes; /* of texts, length bytes included */
    unsigned chunks;                 /* in roots.intern_chunks */
    bool index_wide;
    bool slid; /* texts have closed up, the chunks are yet to be cut */
};

int ou_intern_init(struct ou_vm *vm);
void ou_intern_deinit(struct ou_vm *vm);
/* Gives back what the tables and the chunk being filled have too much; for moments of rest. */
void ou_intern_shrink(struct ou_vm *vm);
/* Hooks of the collector. */
void ou_intern_mark(struct ou_vm *vm, ou_val v);
void ou_intern_clear_dead(struct ou_vm *vm);
void ou_intern_after_collect(struct ou_vm *vm);
void ou_intern_before_move(struct ou_vm *vm);
void ou_intern_update(struct ou_vm *vm);
/* Checks the invariants of chunks and index.  0, or negative. */
int ou_intern_verify(struct ou_vm *vm);
/* For micropython.qstr_info. */
struct ou_intern_stats {
    unsigned chunks, strings;
    size_t text_bytes, total_bytes;
};
void ou_intern_stats(struct ou_vm *vm, struct ou_intern_stats *out);
/* FNV-1a with a final fold; the hash of every str and bytes, and of the ROM names' index. Never 0. */
uint32_t ou_hash_bytes(const void *data, size_t n);
/* The text of a name in ROM, and its hash. */
#if OU_COMPACT_NAMES
static inline const uint8_t *ou_rom_text(uint32_t id, size_t *n)
{
    unsigned start = ou_rom_starts[id];
    *n = ou_rom_starts[id + 1] - start;
    return ou_rom_texts + start;
}
static inline uint32_t ou_rom_hash(uint32_t id)
{
    size_t n;
    const uint8_t *text = ou_rom_text(id, &n);
    return ou_hash_bytes(text, n);
}
#else
static inline const uint8_t *ou_rom_text(uint32_t id, size_t *n)
{
    *n = ou_rom_names[id].len;
    return (const uint8_t *)ou_rom_names[id].text;
}
static inline uint32_t ou_rom_hash(uint32_t id) { return ou_rom_names[id].hash; }
#endif
/* The stored or computed hash of an interned string. */
uint32_t ou_intern_hash(struct ou_vm *vm, ou_val v);

#endif /* OURO_INCLUDED_SRC_OBJECT_CORE_INTERN_H */
