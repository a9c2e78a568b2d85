/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * A shadow model of a collected heap, for a mutator that does at random whatever an embedder may do.
 *
 * Every object has an entry here: a serial number, a size, flags, and to which other entries its words
 * refer.  The model knows no addresses: it finds blocks as a program does, from registered slots through
 * the blocks themselves, so blocks may move at any time.  (Exceptions: blocks that must not move, whose
 * address is kept in hidden form to see that they do not, and weak references, which hooks.update keeps
 * up to date.)
 *
 * A block of objects:
 *
 *     word 0           its entry and serial number, as a small int
 *     words 1 .. 24    edges of VALUES and FOREIGN blocks: references, interned strings or 0
 *     words 25 ..      small ints that follow from the serial number (all but word 0 of a RAW block: bytes)
 *
 * What it shows is listed in gc_model.c.
 */
#ifndef OURO_INCLUDED_TESTS_STRESS_GC_MODEL_H
#define OURO_INCLUDED_TESTS_STRESS_GC_MODEL_H

#include "gc/heap.h"
#include <ouro/outer_libc.h>

#define GM_OBJECTS 8192
#define GM_EDGES 24
#define GM_ROOTS 256
#define GM_TMP 4
#define GM_KEPT 32
#define GM_WORDS 12
#define GM_WEAK 32
#define GM_PAIRS 8
#define GM_PINS 12
#define GM_BUFFERS 24
#define GM_LENT 4
#define GM_LENT_BYTES 8192
#define GM_INTERNED 256
#define GM_NONE (-1)
#define GM_IS_INTERNED 0x8000u

struct gm_object {
    uint32_t serial; /* 0: the entry is not in use */
    uint32_t size;
    uint32_t reached, walked; /* stamps */
    uint32_t refs;            /* edges and slots of the model that refer to it */
    uint16_t weak;            /* weak references and keys of pairs */
    uint16_t pins;            /* of ou_gc_pin */
    uint16_t held;            /* ambiguous words */
    uint8_t flags;            /* kind, LONG_LIVED, PINNED */
    uint8_t edges;
    bool finalise;          /* its finaliser is due when it dies */
    uint16_t at;            /* place in gm.in_use */
    uintptr_t fixed;        /* complement of its address, if it never moves */
    uint16_t out[GM_EDGES]; /* 0, entry + 1, or GM_IS_INTERNED | n */
};

struct gm_weak {
    int id;           /* GM_NONE: not in use, or cleared */
    uintptr_t hidden; /* complement of an address inside the block */
    uint32_t offset;
};

struct gm_pair { /* value lives as long as key */
    int key, value;
    uintptr_t hidden_key;
    ou_val slot;
};

struct gm_buffer { /* somebody else's memory in the outer heap */
    unsigned char *data;
    uint32_t size;
    unsigned char fill;
};

/* What was done, for people. */
struct gm_counts {
    uint64_t operations, allocated, failed, tried_again, unneeded, bytes, stores, resized, moved, freed,
        finalised, kept, weak, weak_cleared, collections, compactions, bytes_moved, incremental, fallback,
        walks, exact, epochs, areas, released, shrunk;
};

struct gm_options {
    uint64_t seed;
    uint64_t operations;
    uint64_t epoch_operations; /* 0: at random */
    long only_epoch;           /* negative: all */
    unsigned check_every;      /* operations between walks of everything; 0: 2048 */
    bool progress;
    bool stress;     /* debug builds: switches at random */
    bool no_pause;   /* never ou_gc_set_pause */
    bool no_compact; /* never ou_gc_compact, and no switch that moves */
    bool no_scan;    /* never scan the C stack */
};

struct gm {
    struct ou_outer outer;
    struct ou_libc_pool debug;
    struct ou_heap heap;
    struct ou_heap_hooks hooks;
    struct ou_root_provider precise, ambiguous;
    struct ou_heap_observer observer;
    char *memory;
    size_t capacity;
    char *lent[GM_LENT];
    unsigned lent_count;

    struct gm_object objects[GM_OBJECTS];
    uint16_t free_ids[GM_OBJECTS], in_use[GM_OBJECTS];
    unsigned free_count, in_use_count;
    uint32_t serial, stamp;

    /* Slots: precise roots, those of the operation under way, what finalisers kept. */
    ou_val roots[GM_ROOTS], tmp[GM_TMP], kept[GM_KEPT];
    int root_ids[GM_ROOTS], tmp_ids[GM_TMP], kept_ids[GM_KEPT];
    unsigned root_count;
    uintptr_t words[GM_WORDS];
    uint32_t offsets[GM_WORDS];
    int word_ids[GM_WORDS];
    struct gm_weak weak[GM_WEAK];
    struct gm_pair pairs[GM_PAIRS];
    uintptr_t pins[GM_PINS]; /* complements */
    int pin_ids[GM_PINS];
    struct gm_buffer buffers[GM_BUFFERS];
    uint8_t interned[GM_INTERNED]; /* reported in this cycle */

    /* What is going on. */
    const void *stack_base; /* not NULL: the C stack is scanned */
    bool sloppy;            /* a cycle may have begun long ago: it may keep what has died since */
    bool exact_now;         /* ... but this one has not */
    bool no_roots;          /* ou_gc_sweep_all */
    bool nogc;              /* no collection may end now */
    bool cleared;           /* clear_weak was called in this cycle */
    bool draining;          /* finalisers keep nothing */
    unsigned disabled;
    void *observed;
    unsigned observed_flags;

    uint64_t random;
    const struct gm_options *options;
    struct gm_counts counts;
    uint64_t epoch, operation;
    const char *doing;
};

extern struct gm gm;

static inline uint32_t gm_random(void)
{
    gm.random ^= gm.random >> 12;
    gm.random ^= gm.random << 25;
    gm.random ^= gm.random >> 27;
    return (uint32_t)((gm.random * 2685821657736338717u) >> 32);
}

static inline unsigned gm_roll(unsigned n) { return (unsigned)(((uint64_t)gm_random() * n) >> 32); }

_Noreturn void gm_fail(const char *file, int line, const char *text);
#define gm_check(c, text) (__builtin_expect(!!(c), 1) ? (void)0 : gm_fail(__FILE__, __LINE__, text))

static inline bool gm_is_raw(const struct gm_object *o) { return (o->flags & OU_GC_KIND_MASK) == OU_GC_RAW; }
static inline bool gm_is_foreign(const struct gm_object *o)
{
    return (o->flags & OU_GC_KIND_MASK) == OU_GC_FOREIGN;
}
static inline bool gm_has_header(const struct gm_object *o)
{
    return !gm_is_raw(o) || o->size >= sizeof(ou_val);
}
/* Words of a VALUES or FOREIGN block that the model speaks of, word 0 included. */
static inline size_t gm_words_of(const struct gm_object *o) { return o->size / sizeof(ou_val); }
static inline unsigned gm_edges_for(unsigned kind, size_t size)
{
    size_t words = size / sizeof(ou_val);
    if (kind == OU_GC_RAW || words < 2)
        return 0;
    return words - 1 < GM_EDGES ? (unsigned)words - 1 : GM_EDGES;
}

static inline ou_val gm_header(int id)
{
    unsigned bits =
        OU_WORD_BITS == 64 ? 32 : 12; /* few, so that no conservative scan takes it for an address */
    return ou_small((ou_int)((gm.objects[id].serial & (((ou_val)1 << bits) - 1)) * GM_OBJECTS + (ou_val)id));
}
static inline ou_val gm_tail(int id, size_t word)
{
    return ou_small((ou_int)((gm.objects[id].serial * 31u + word) & 0xfff));
}
static inline unsigned char gm_fill(int id) { return (unsigned char)(gm.objects[id].serial * 37u + 5u); }

/* gm_model.c: entries */
int gm_object_new(size_t size, unsigned flags); /* GM_NONE: too many */
void gm_object_forget(int id);                  /* takes its edges back */
void gm_edge_set(int id, unsigned edge, unsigned out);
void gm_slot_set(ou_val *slot, int *slot_id, const void *block, int id);
void gm_fill_tail(int id, char *block, size_t from_byte);

/* What the model reaches now, with everything in weak structures if `retain`; returns how many. */
unsigned gm_reach(bool retain, bool check_interned);
static inline bool gm_reached(int id) { return gm.objects[id].reached == gm.stamp; }
void gm_forget_unreached(void);

/* Checks.  All end the program when they fail. */
void gm_check_head(int id, const char *block);
void gm_check_block(int id, const char *block);
void gm_walk(bool marked);
void gm_check_exact(void);

void gm_hooks_init(void);

/* gc_operations.c: does what the options say; ends the program on the first difference. */
void gm_run(const struct gm_options *options);
void gm_print_counts(void);

#endif /* OURO_INCLUDED_TESTS_STRESS_GC_MODEL_H */
