/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * A collection in increments: a cycle.  While gc.pause is not 0, automatic collections are cycles; the program
 * runs between their increments, and no increment is to last longer than the pause.
 *
 *     begin    roots are marked; heap->marking switches the write barrier on
 *     mark     an increment at a time, as much as is owed for what the program has allocated
 *     finish   when nothing is left to scan: roots are visited again, and what that found is marked, and what
 *              weak structures keep.  If that ends within the increment, everything reachable is marked, and in the
 *              same increment weak references are cleared and finalisers run, as in collect.c.  If it does not, marking
 *              goes on, and there will be another attempt; FINISH_ATTEMPTS of them, then the last takes its time
 *     keep     if finalisers kept something: it is marked like everything else, up to an attempt that ends; what
 *              has died since then is finalised with that
 *     sweep    an increment at a time (sweep.c)
 *     end      empty areas go back, the heap grows if it is to, the next cycle's pace is set
 *
 * What is allocated while marking is white: it dies young, as most do, in the same cycle; what survives is
 * found through the barrier or from the roots.  That is why marking ends: an attempt only meets what became
 * reachable since the last, and marking is faster than any program allocates.
 *
 * Pacing.  A cycle begins when five eighths of what is free after the last one are used up (ou_policy_pace).  It is to
 * be done with marking when three quarters of the rest are: so each granule that the program allocates owes a
 * number of words, and an increment comes every 64th of the rest.  An increment stops when it has paid, or when its time
 * is up; then the rest is owed still.  If memory ends before marking does, the cycle is finished at once: a
 * fallback, which the statistics count apart.  A heap that may grow without being missed elsewhere does that.
 *
 * Nothing moves in increments.  With a bound set, compaction waits for gc.collect(), gc.compact() or idle time,
 * unless a request would fail without it (policy.c; docs/decisions/ says what was measured).
 *
 * Invariants: while heap->marking, no word of a marked block that is not queued, nor in a range to rescan,
 * refers to an unmarked one, but for FOREIGN blocks (ou_verify_marked at the end of marking finds what was
 * missed); outside OU_CYCLE_SWEEP no area is unswept (ou_gc_verify).
 */
#include "gc/policy/policy.h"

/* Time is looked at after so many words, about 10 us' worth; WORK of the pause is spent, in eighths, as the last
 * look comes late and an increment has a beginning and an end. */
#define LOOK ((size_t)2048)
#define LOOK_GROUPS ((size_t)256)
#define WORK 5
#define FINISH_ATTEMPTS 16
#define STEP_MIN ((size_t)32)

/* One increment: until when, and in how many units (in debug builds one increment may be one unit). */
struct increment {
    uint64_t started, deadline;
    size_t words, groups;
    bool unit;
};

static bool is_over(const struct increment *s) { return s->unit || ou_port_ticks_us() >= s->deadline; }

/* Less than half of the increment is left: what must end within an increment had better begin with the next. */
static bool is_late(const struct increment *s)
{
    return !s->unit && ou_port_ticks_us() - s->started > (s->deadline - s->started) / 2;
}

bool ou_cycle_wanted(struct ou_heap *heap)
{
    bool wanted = heap->pause_us != 0;
    wanted |= OU_STRESS(heap, increments);
    if (!wanted || heap->cycle)
        return wanted && heap->cycle;
    heap->cycle = ou_outer_alloc(heap->outer, sizeof *heap->cycle, OU_MEM_VM | OU_MEM_FOR(OU_OWNER_VM));
    if (heap->cycle)
        memset(heap->cycle, 0, sizeof *heap->cycle);
    return heap->cycle != NULL;
}

/* ---- the phases ---- */

static void visit_roots(struct ou_heap *heap)
{
    ou_roots_ambiguous(heap);
    ou_roots_precise(heap);
}

static void begin(struct ou_heap *heap)
{
    struct ou_cycle *c = heap->cycle;
    size_t room = OU_MAX(heap->total - heap->used, STEP_MIN), live = heap->used;
    c->phase = OU_CYCLE_MARK;
    c->finish_attempts = 0;
    c->finalised = false;
    c->freed = heap->freed;
    c->step = OU_MAX(room / 64, STEP_MIN);
    c->work = live / (room - room / 4) * 2 + live % (room - room / 4) * 2 / (room - room / 4) + 1;
    c->debt_counted_at = heap->allocated_since_gc;
    c->debt = 0;
    heap->freed = false;
    ou_collect_begin(heap);
    heap->marking = true;
    visit_roots(heap);
}

/* Scans until nothing is left to scan (true), time is up or what was owed is paid. */
static bool mark(struct ou_heap *heap, const struct increment *s)
{
    struct ou_cycle *c = heap->cycle;
    do {
        if (ou_mark_some(heap, s->words))
            return true;
        c->debt -= OU_MIN(c->debt, s->words);
    } while (c->debt && !is_over(s));
    return false;
}

/* Marks what the program has hidden in roots since they were visited, all of it if there is no increment to end in.
 * True: everything reachable is marked. */
static bool try_finish_marking(struct ou_heap *heap, const struct increment *s)
{
    const struct ou_heap_hooks *hooks = heap->hooks;
    bool ends = s && heap->cycle->finish_attempts++ < FINISH_ATTEMPTS;
    visit_roots(heap);
    ou_mark_foreign(heap);
    do {
        while (!ou_mark_some(heap, ends ? s->words : SIZE_MAX))
            if (ends && is_over(s)) {
                heap->marks_with = false;
                return false;
            }
        heap->marks_with = hooks->mark_with != NULL;
    } while (hooks->mark_weak && hooks->mark_weak(hooks->ctx));
    bool all = ou_mark_some(heap, SIZE_MAX);
    heap->marks_with = false;
    return all;
}

/* Everything reachable is marked. */
static void end_marking(struct ou_heap *heap, enum ou_gc_kind kind)
{
    struct ou_cycle *c = heap->cycle;
    ou_check(heap, ou_verify_marked);
    ou_collect_finalise(heap);
    heap->marking = false;
    heap->kinds[kind]++;
    heap->collections++;
    c->phase = OU_CYCLE_SWEEP;
    c->debt = 0;
    ou_sweep_begin(heap, &c->sweep);
    ou_cursors_reset(heap);
}

static bool sweep(struct ou_heap *heap, const struct increment *s)
{
    while (ou_sweep_some(heap, &heap->cycle->sweep, s->groups))
        if (is_over(s))
            return false;
    return true;
}

static void end(struct ou_heap *heap)
{
    heap->cycle->phase = OU_CYCLE_IDLE;
    heap->allocated_since_gc = 0;
    ou_policy_release(heap, false);
    ou_policy_pace(heap);
}

/* ---- increments ---- */

/* What the program has allocated since is owed for. */
static void count_debt(struct ou_heap *heap)
{
    struct ou_cycle *c = heap->cycle;
    size_t granules = heap->allocated_since_gc - OU_MIN(c->debt_counted_at, heap->allocated_since_gc);
    size_t words = granules < SIZE_MAX / c->work ? granules * c->work : SIZE_MAX / 2;
    c->debt = OU_MIN(c->debt + words, SIZE_MAX / 2);
    c->debt_counted_at = heap->allocated_since_gc;
}

/* Marks until everything reachable is (true). */
static bool mark_all(struct ou_heap *heap, const struct increment *s, bool scanned)
{
    return mark(heap, s) && !(scanned && is_late(s)) && try_finish_marking(heap, s);
}

/* True: weak references were cleared and finalisers ran. */
static bool mark_increment(struct ou_heap *heap, const struct increment *s)
{
    struct ou_cycle *c = heap->cycle;
    count_debt(heap);
    if (!mark_all(heap, s, heap->queue_count || heap->rescan))
        return false;
    if (!c->finalised && ou_finalise_first(heap)) {
        c->finalised = true; /* what they keep is marked like everything else */
        c->finish_attempts = 0;
        if (!mark_all(heap, s, true))
            return false;
    }
    end_marking(heap, OU_GC_INCREMENTAL);
    return true;
}

/* True: the cycle is over. */
static bool sweep_increment(struct ou_heap *heap, const struct increment *s)
{
    bool swept = heap->cycle->sweep.area != NULL;
    if (!sweep(heap, s) || (swept && is_late(s)))
        return false;
    end(heap);
    return true;
}

/* When the next increment is due: later if this one has paid, soon if it has not. */
static void set_pace(struct ou_heap *heap)
{
    const struct ou_cycle *c = heap->cycle;
    if (c->phase == OU_CYCLE_IDLE)
        return;
    size_t step = c->debt ? OU_MAX(c->step / 4, STEP_MIN) : c->step;
    heap->pace = heap->allocated_since_gc + step;
}

static void note(struct ou_heap *heap, uint64_t started, bool is_increment)
{
    uint64_t us = ou_port_ticks_us() - started;
    ou_note_pause(heap, us);
    if (is_increment && us > heap->longest_slice_us)
        heap->longest_slice_us = (uint32_t)OU_MIN(us, (uint64_t)UINT32_MAX);
}

/* The caller's registers are spilled into this frame, which lies above those that scan the stack. */
OU_NOINLINE void ou_cycle_increment(struct ou_heap *heap)
{
    __builtin_unwind_init();
    struct ou_cycle *c = heap->cycle;
    uint64_t now = ou_port_ticks_us();
    struct increment s = {now, now + (uint64_t)heap->pause_us * WORK / 8, LOOK, LOOK_GROUPS, false};
    bool finalised = false, ended = false;
    if (OU_STRESS(heap, increments)) {
        s.unit = true;
        s.words = s.groups = 1;
    }
    ou_collect_enter(heap);
    if (c->phase == OU_CYCLE_IDLE)
        begin(heap);
    else if (c->phase == OU_CYCLE_MARK)
        finalised = mark_increment(heap, &s);
    else
        ended = sweep_increment(heap, &s);
    heap->collecting = false;
    if (ended)
        ou_policy_cycle_ended(heap);
    set_pace(heap);
    note(heap, s.started, true);
    if (finalised)
        ou_collect_ended(heap);
    ou_gc_wipe_stack();
    __asm__ volatile("" ::: "memory"); /* no tail call: the frame must outlast the scan */
}

OU_NOINLINE void ou_cycle_finish(struct ou_heap *heap, enum ou_gc_kind kind)
{
    __builtin_unwind_init();
    unsigned phase = ou_cycle_phase(heap);
    if (phase == OU_CYCLE_IDLE)
        return;
    uint64_t started = ou_port_ticks_us();
    ou_collect_enter(heap);
    if (phase == OU_CYCLE_MARK) {
        (void)try_finish_marking(heap, NULL);
        end_marking(heap, kind);
    }
    (void)ou_sweep_some(heap, &heap->cycle->sweep, SIZE_MAX);
    end(heap);
    heap->collecting = false;
    note(heap, started, false);
    ou_check(heap, ou_gc_verify);
    if (phase == OU_CYCLE_MARK)
        ou_collect_ended(heap);
    ou_gc_wipe_stack();
    __asm__ volatile("" ::: "memory");
}

/* Each search that fails looks at everything that was swept, so the next comes after twice as much. */
char *ou_cycle_take(struct ou_heap *heap, size_t n, bool long_lived)
{
    char *block = NULL;
    size_t groups = 16;
    while (!block && ou_cycle_phase(heap) == OU_CYCLE_SWEEP && heap->cycle->sweep.area) {
        struct ou_sweeper *s = &heap->cycle->sweep;
        ou_hole_close(heap);
        heap->small = (struct ou_cursor){s->area, s->group * OU_WORD_BITS};
        (void)ou_sweep_some(heap, s, groups);
        block = ou_take(heap, n, long_lived);
        groups *= 2;
    }
    return block;
}

int ou_gc_set_pause(struct ou_heap *heap, uint32_t us)
{
    uint32_t before = heap->pause_us;
    heap->pause_us = us;
    if (us && !ou_cycle_wanted(heap)) {
        heap->pause_us = before;
        return -1;
    }
    if (!us && heap->cycle) {
        ou_cycle_finish(heap, OU_GC_INCREMENTAL);
        ou_outer_free(heap->outer, heap->cycle);
        heap->cycle = NULL;
    }
    if (ou_cycle_phase(heap) == OU_CYCLE_IDLE)
        ou_policy_pace(heap);
    ou_hole_limit(heap);
    return 0;
}

uint32_t ou_gc_pause(const struct ou_heap *heap) { return heap->pause_us; }
