/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What gcbench.c needs of memory, so that one source runs over three allocators.  Each is one file:
 * memory_ouro.c (the collected heap as a C library), memory_bdwgc.c, memory_malloc.c.
 *
 * A node is two references and two small ints.  Local variables that live across an allocation are
 * announced with ROOT and withdrawn with UNROOT(n); only a heap with precise roots, whose blocks may move,
 * does anything with that.  Static variables are announced with ROOT_STATIC, unless they are scanned anyway.
 */
#ifndef OURO_INCLUDED_BENCH_C_MEMORY_H
#define OURO_INCLUDED_BENCH_C_MEMORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct node {
    struct node *left, *right;
    intptr_t i, j;
};

/* The name of what was chosen; NULL if there is no such mode.  stack_base: the C stack above it is not
 * looked at. */
const char *memory_init(const char *mode, const void *stack_base);
/* A line about the memory used, in bytes, as the allocator itself sees it; 0 if it does not. */
size_t memory_peak(void);
unsigned memory_collections(void);

#if defined MEMORY_OURO
#include "gc/heap.h"

#define SHADOW_STACK 4096
struct shadow {
    unsigned depth;
    bool on;
    void *slots[SHADOW_STACK]; /* addresses of variables */
};
extern struct shadow shadow;
extern struct ou_heap heap;

static inline struct node *node_new(void)
{
    return ou_gc_alloc_fast(&heap, sizeof(struct node), OU_GC_VALUES);
}
static inline void node_set(struct node *node, struct node **slot, struct node *v)
{
    ou_store(&heap, node, (ou_val *)(void *)slot, ou_from_ptr(v));
}
static inline double *numbers_new(size_t n) { return ou_gc_alloc(&heap, n * sizeof(double), OU_GC_RAW); }
static inline intptr_t number(intptr_t n) { return (intptr_t)ou_small(n); } /* in a node */
#define ROOT(variable) (shadow.on ? (void)(shadow.slots[shadow.depth++] = &(variable)) : (void)0)
#define UNROOT(n) (shadow.on ? (void)(shadow.depth -= (n)) : (void)0)
#define ROOT_STATIC(variable) ((void)(shadow.slots[shadow.depth++] = &(variable)))
#define UNROOT_STATIC(n) ((void)(shadow.depth -= (n)))
#define MUST_FREE 0
static inline void memory_free(void *p) { (void)p; }

#elif defined MEMORY_BDWGC
#include <gc.h>

static inline struct node *node_new(void) { return GC_MALLOC(sizeof(struct node)); }
static inline void node_set(struct node *node, struct node **slot, struct node *v)
{
    (void)node;
    *slot = v;
}
static inline double *numbers_new(size_t n) { return GC_MALLOC_ATOMIC(n * sizeof(double)); }
static inline intptr_t number(intptr_t n) { return n; }
#define ROOT(variable) ((void)0)
#define UNROOT(n) ((void)0)
#define ROOT_STATIC(variable) ((void)0)
#define UNROOT_STATIC(n) ((void)0)
#define MUST_FREE 0
static inline void memory_free(void *p) { (void)p; }

#else
#include <stdlib.h>

static inline struct node *node_new(void)
{
    struct node *node = malloc(sizeof(struct node));
    if (node)
        *node = (struct node){0};
    return node;
}
static inline void node_set(struct node *node, struct node **slot, struct node *v)
{
    (void)node;
    *slot = v;
}
static inline double *numbers_new(size_t n) { return malloc(n * sizeof(double)); }
static inline intptr_t number(intptr_t n) { return n; }
#define ROOT(variable) ((void)0)
#define UNROOT(n) ((void)0)
#define ROOT_STATIC(variable) ((void)0)
#define UNROOT_STATIC(n) ((void)0)
#define MUST_FREE 1
static inline void memory_free(void *p) { free(p); }
#endif

#endif /* OURO_INCLUDED_BENCH_C_MEMORY_H */
