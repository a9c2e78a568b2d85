/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Areas: laying one out in a piece of memory, the list of them, and finding the one an address lies in.
 *
 * Finding.  The last answer is tried first (inline).  Then a table that is indexed by the low bits of an address'
 * page says which is the first area, in order of address, that reaches into that page; it or the next one mostly
 * is the answer, as a page is no larger than areas are on average.  It only guesses: pages with the same low bits
 * share an entry, and a page may hold several small areas; then a binary search decides.  So it does not matter
 * how far apart areas lie.  Up to OU_HEAP_INLINE_REFS areas need no table, and no memory of their own.
 */
#include "gc/internal.h"

#define HEADER ou_align_up(sizeof(struct ou_area), OU_GRANULE)

size_t ou_area_bytes(size_t granules)
{
    size_t groups = ou_group_count(granules) * sizeof(struct ou_group);
    return HEADER + granules * OU_GRANULE + ou_align_up(groups, OU_GRANULE);
}

size_t ou_area_fit(size_t bytes)
{
    if (bytes < ou_area_bytes(1))
        return 0;
    /* An upper bound, as if groups could be split; then down to what fits. */
    size_t per_group = OU_WORD_BITS * OU_GRANULE + sizeof(struct ou_group);
    size_t granules = bytes / per_group * OU_WORD_BITS + bytes % per_group / OU_GRANULE;
    while (ou_area_bytes(granules) > bytes)
        granules--;
    return granules;
}

/* Entries of the table for so many areas: about twice the pages that they can reach into. */
static size_t page_count(size_t capacity) { return (size_t)8 << ou_log2(capacity); }

/* slots and pages lie in one outer block, pages behind the slots.  There is one slot more than the capacity: that behind
 * the last area's is empty. */
static bool slots_resize(struct ou_heap *heap, size_t capacity)
{
    struct ou_area_ref *slots = heap->inline_refs, *old = heap->slots;
    if (capacity > OU_HEAP_INLINE_REFS) {
        size_t bytes = (capacity + 1) * sizeof *slots + page_count(capacity) * sizeof(uint16_t);
        slots = ou_outer_alloc(heap->outer, bytes, OU_MEM_VM | OU_MEM_FOR(OU_OWNER_VM));
        if (!slots)
            return false;
        heap->pages = (uint16_t *)(slots + capacity + 1);
        heap->page_mask = (uint32_t)page_count(capacity) - 1;
    } else {
        capacity = OU_HEAP_INLINE_REFS;
        heap->pages = NULL;
    }
    memcpy(slots, old, heap->slot_count * sizeof *slots);
    heap->slots = slots;
    heap->slot_capacity = (uint16_t)capacity;
    if (old != heap->inline_refs)
        ou_outer_free(heap->outer, old);
    return true;
}

static inline uint16_t *page_of(struct ou_heap *heap, uintptr_t page)
{
    return &heap->pages[page & heap->page_mask];
}

static void slots_changed(struct ou_heap *heap)
{
    unsigned count = heap->slot_count;
    heap->last = heap->slots;
    heap->low = heap->span = 0;
    heap->slots[count].size = 0;
    if (!count)
        return;
    heap->low = heap->slots[0].low;
    heap->span = heap->slots[count - 1].low + heap->slots[count - 1].size - heap->low;
    if (!heap->pages)
        return;
    uintptr_t bytes = 0;
    for (unsigned i = 0; i < count; i++)
        bytes += heap->slots[i].size;
    heap->page_shift = (uint8_t)ou_log2(bytes / count);
    memset(heap->pages, 0, page_count(heap->slot_capacity) * sizeof *heap->pages);
    for (unsigned i = count; i-- > 0;) { /* downwards: of the areas in a page, the first stays */
        const struct ou_area_ref *slot = &heap->slots[i];
        uintptr_t page = slot->low >> heap->page_shift,
                  end = (slot->low + slot->size - 1) >> heap->page_shift;
        for (; page <= end; page++)
            *page_of(heap, page) = (uint16_t)i;
    }
}

/* The first slot that ends behind an address, which is not behind all of them. */
static const struct ou_area_ref *search(const struct ou_heap *heap, uintptr_t address)
{
    unsigned first = 0, last = heap->slot_count - 1u;
    while (first < last) {
        unsigned middle = (first + last) / 2;
        if (address - heap->low < heap->slots[middle].low - heap->low + heap->slots[middle].size)
            last = middle;
        else
            first = middle + 1;
    }
    return &heap->slots[first];
}

const struct ou_area_ref *ou_area_ref_guess(struct ou_heap *heap, uintptr_t address)
{
    const struct ou_area_ref *slot = heap->slots;
    if (heap->pages)
        slot += *page_of(heap, address >> heap->page_shift);
    if (address - slot->low >= slot->size)
        slot++;
    if (OU_UNLIKELY(address - slot->low >= slot->size)) {
        slot = search(heap, address);
        if (address - slot->low >= slot->size)
            return NULL;
    }
    return heap->last = slot;
}

const struct ou_area_ref *ou_area_ref_lookup(struct ou_heap *heap, uintptr_t address)
{
    return address - heap->low < heap->span ? ou_area_ref_guess(heap, address) : NULL;
}

static struct ou_area *lay_out(char *memory, size_t granules, bool owned)
{
    struct ou_area *area = (struct ou_area *)(void *)memory;
    memset(area, 0, sizeof *area);
    area->low = memory + HEADER;
    area->high = area->low + granules * OU_GRANULE;
    memset(area->high, 0, ou_group_count(granules) * sizeof(struct ou_group));
    area->granules = granules;
    area->rescan_low = SIZE_MAX;
    area->memory = owned ? memory : NULL;
    ou_set_free(area, 0);
    ou_group_at(area, granules)->start |= ou_bit(granules);
    return area;
}

static void count_bytes(struct ou_heap *heap, size_t granules, size_t bytes)
{
    heap->total += granules;
    heap->area_bytes += bytes;
}

/* The bits move with the end of the granules; those for new granules are clear. */
static void move_groups(struct ou_area *area, size_t granules)
{
    struct ou_group *old = ou_area_groups(area);
    size_t before = ou_group_count(area->granules), after = ou_group_count(granules);
    ou_group_at(area, area->granules)->start &= ~ou_bit(area->granules);
    area->high = area->low + granules * OU_GRANULE;
    memmove(area->high, old, OU_MIN(before, after) * sizeof *old);
    if (after > before)
        memset(ou_area_groups(area) + before, 0, (after - before) * sizeof *old);
    else /* what is behind the new end */
        ou_group_at(area, granules)->start &= ou_bit(granules) - 1;
    area->granules = granules;
    ou_group_at(area, granules)->start |= ou_bit(granules);
}

static void resized(struct ou_heap *heap, struct ou_area *area)
{
    for (unsigned i = 0; i < heap->slot_count; i++)
        if (heap->slots[i].area == area)
            heap->slots[i].size = area->granules * OU_GRANULE;
    slots_changed(heap);
    ou_shadow_release(heap, area);
    ou_shadow_create(heap, area);
    ou_shadow_renew(heap, area);
    ou_find_largest(heap);
}

bool ou_area_resize(struct ou_heap *heap, struct ou_area *area, size_t granules)
{
    size_t old = area->granules, old_bytes = ou_area_bytes(old), bytes = ou_area_bytes(granules);
    ou_assert(!heap->hole_area && area->memory);
    if (granules > old) {
        if (!ou_outer_realloc(heap->outer, area->memory, bytes, false))
            return false;
        bool melts = ou_is_free_start(area, ou_previous_start(area, old - 1));
        move_groups(area, granules);
        if (!melts)
            ou_set_free(area, old);
    } else {
        size_t last = ou_previous_start(area, old - 1);
        if (last > granules || !ou_is_free_start(area, last) || granules == 0)
            return false;
        if (last == granules)
            ou_group_at(area, last)->pin &= ~ou_bit(last);
        move_groups(area, granules);
        (void)!ou_outer_realloc(heap->outer, area->memory, bytes, false);
    }
    count_bytes(heap, granules - old, bytes - old_bytes);
    resized(heap, area);
    return true;
}

/* Puts an area into the list and among the slots, in which there is room. */
static void insert_area(struct ou_heap *heap, struct ou_area *area)
{
    struct ou_area **end = &heap->areas;
    while (*end)
        end = &(*end)->next;
    *end = area;
    unsigned at = heap->slot_count++;
    while (at > 0 && heap->slots[at - 1].low > (uintptr_t)area->low) {
        heap->slots[at] = heap->slots[at - 1];
        at--;
    }
    heap->slots[at] = (struct ou_area_ref){(uintptr_t)area->low, area->granules * OU_GRANULE, area};
    slots_changed(heap);
}

static bool has_slot(struct ou_heap *heap)
{
    return heap->slot_count < heap->slot_capacity || slots_resize(heap, (size_t)heap->slot_capacity * 2);
}

struct ou_area *ou_area_add(struct ou_heap *heap, void *memory, size_t bytes, bool owned)
{
    size_t skip = ou_align_up((uintptr_t)memory, OU_GRANULE) - (uintptr_t)memory;
    size_t granules = bytes > skip ? ou_area_fit(bytes - skip) : 0;
    if (!granules || heap->slot_count >= UINT16_MAX / 2)
        return NULL;
    if (!has_slot(heap))
        return NULL;
    ou_assert(!owned || skip == 0);
    struct ou_area *area = lay_out((char *)memory + skip, granules, owned);
    insert_area(heap, area);
    count_bytes(heap, granules, ou_area_bytes(granules));
    if (granules > heap->largest) {
        heap->largest = granules;
        heap->largest_exact = true;
    }
    ou_shadow_create(heap, area);
    return area;
}

/* The groups of an area begin where its granules end, so those of the upper part are where the whole's were; as it
 * begins at a group's border, they keep their bits. */
static struct ou_area *lay_out_upper(struct ou_area *area, const char *memory, size_t from)
{
    struct ou_area *upper = (struct ou_area *)(uintptr_t)memory;
    memset(upper, 0, sizeof *upper);
    upper->low = area->low + from * OU_GRANULE;
    upper->high = area->high;
    upper->granules = area->granules - from;
    upper->rescan_low = SIZE_MAX;
    upper->memory = upper;
    struct ou_group *groups = ou_area_groups(area);
    memmove(groups, groups + from / OU_WORD_BITS, ou_group_count(upper->granules) * sizeof *groups);
    if (!(groups->start & 1))
        ou_set_free(upper, 0);
    for (size_t index = 0, next; index < upper->granules; index = next) {
        next = ou_next_start(upper, index + 1);
        upper->used += ou_is_free_start(upper, index) ? 0 : next - index;
    }
    return upper;
}

bool ou_area_split(struct ou_heap *heap, struct ou_area *area, size_t keep, size_t from)
{
    ou_assert(!heap->hole_area && from % OU_WORD_BITS == 0 && keep > 0);
    size_t old = area->granules, bytes = ou_area_bytes(old);
    char *memory = area->low + from * OU_GRANULE - HEADER;
    if (!area->memory || from >= old ||
        (char *)area->memory + ou_area_bytes(keep) + OU_GRANULE * 8 > memory || !has_slot(heap))
        return false;
    /* The lower part's bits lie in the middle, which is free, until that is the outer heap's. */
    struct ou_group *groups = (struct ou_group *)(void *)(area->low + keep * OU_GRANULE);
    memmove(groups, ou_area_groups(area), ou_group_count(keep) * sizeof *groups);
    if (!ou_outer_split(heap->outer, area->memory, ou_area_bytes(keep), memory))
        return false;
    struct ou_area *upper = lay_out_upper(area, memory, from);
    area->high = (char *)groups;
    area->granules = keep;
    area->used -= upper->used;
    groups += keep / OU_WORD_BITS;
    groups->start &= ou_bit(keep) - 1;
    groups->values &= ou_bit(keep) - 1;
    groups->pin &= ou_bit(keep) - 1;
    groups->fin &= ou_bit(keep) - 1;
    groups->mark &= ou_bit(keep) - 1;
    groups->start |= ou_bit(keep);
    insert_area(heap, upper);
    count_bytes(heap, keep + upper->granules - old,
                ou_area_bytes(keep) + ou_area_bytes(upper->granules) - bytes);
    ou_shadow_create(heap, upper);
    ou_shadow_renew(heap, upper);
    resized(heap, area);
    return true;
}

void ou_area_release(struct ou_heap *heap, struct ou_area *area)
{
    struct ou_area **link = &heap->areas;
    ou_assert(!heap->marking && !area->unswept); /* the mark queue or a sweep may be in it */
    while (*link != area)
        link = &(*link)->next;
    *link = area->next;
    unsigned at = 0;
    while (heap->slots[at].area != area)
        at++;
    heap->slot_count--;
    memmove(&heap->slots[at], &heap->slots[at + 1], (heap->slot_count - at) * sizeof *heap->slots);
    if (heap->pages && heap->slot_count <= OU_HEAP_INLINE_REFS)
        (void)slots_resize(heap, OU_HEAP_INLINE_REFS);
    slots_changed(heap);
    heap->total -= area->granules;
    heap->area_bytes -= ou_area_bytes(area->granules);
    heap->largest_exact = false;
    ou_shadow_release(heap, area);
    ou_outer_free(heap->outer, area->memory);
}
