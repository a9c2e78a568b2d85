/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Replays a trace of the outer heap (outer_record.c) against TLSF and against the C library's malloc.
 *
 *     outer_replay TRACE               the smallest pool in which TLSF serves the whole trace, and what
 *                                      malloc took from the system
 *     outer_replay --count TRACE [N]   instructions for each operation: mean and most.  Every Nth operation,
 *                                      and the last, is executed one instruction at a time under ptrace, so
 *                                      the figures are exact and the same each time.  TLSF works in that
 *                                      smallest pool.
 *     outer_replay --adversary N       the same for a trace that is made to be hard: the one free block that
 *                                      fits lies behind N of its class
 *
 * Each prints lines of "name value ...".  A resize is one operation: in place if that can be, else a new
 * block and a release; nobody copies, as copying is no allocator's merit.
 */
#include <ouro/outer.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

struct step {
    char what; /* 'a', 'r', 'f'; 's': a split */
    bool moved;
    unsigned attributes;
    size_t size, alignment, block;
    size_t tail, tail_offset, tail_size; /* of a split: the block that comes, and where it begins */
};

static struct step *steps;
static size_t step_count, step_capacity, block_count;
static void **blocks;
static size_t *sizes;
static unsigned *attributes;
static struct ou_outer outer;
static char *pool;
static bool use_malloc;

static _Noreturn void fail(const char *text)
{
    fprintf(stderr, "outer_replay: %s\n", text);
    exit(1);
}

static void add(struct step s)
{
    if (step_count == step_capacity) {
        step_capacity = step_capacity ? 2 * step_capacity : 4096;
        steps = realloc(steps, step_capacity * sizeof *steps);
        if (!steps)
            fail("no memory");
    }
    if (s.what == 'a')
        s.block = block_count++;
    if (s.what == 's')
        s.tail = block_count++;
    steps[step_count++] = s;
}

static void read_trace(const char *path)
{
    FILE *file = fopen(path, "r");
    char line[128];
    if (!file)
        fail("the trace cannot be read");
    while (fgets(line, sizeof line, file)) {
        struct step s = {.what = line[0]};
        int moved = 0, n = 0;
        if (s.what == 'a')
            n = sscanf(line + 1, "%zu %zu %u", &s.size, &s.alignment, &s.attributes) - 3;
        else if (s.what == 'r')
            n = sscanf(line + 1, "%zu %zu %d", &s.block, &s.size, &moved) - 3;
        else if (s.what == 'f')
            n = sscanf(line + 1, "%zu", &s.block) - 1;
        else if (s.what == 's')
            n = sscanf(line + 1, "%zu %zu %zu %zu", &s.block, &s.size, &s.tail_offset, &s.tail_size) - 4;
        s.moved = moved != 0;
        if (n || (s.what != 'a' && s.block >= block_count))
            fail("the trace is damaged");
        add(s);
    }
    fclose(file);
}

/* ---- one operation ---- */

static void *get(size_t size, size_t alignment, unsigned attributes)
{
    if (!use_malloc)
        return ou_outer_alloc_aligned(&outer, size, alignment, attributes);
    if (alignment <= 2 * sizeof(void *))
        return malloc(size);
    void *p;
    return posix_memalign(&p, alignment, size) ? NULL : p;
}

static void *resize(void *p, size_t size)
{
    if (!use_malloc)
        return ou_outer_realloc(&outer, p, size, false);
    return size <= malloc_usable_size(p) ? p : NULL;
}

static void put(void *p)
{
    if (use_malloc)
        free(p);
    else
        ou_outer_free(&outer, p);
}

/* malloc cannot split a block: it shrinks, and another one comes. */
static bool split(const struct step *s)
{
    char *p = blocks[s->block];
    attributes[s->tail] = attributes[s->block];
    if (!use_malloc && ou_outer_split(&outer, p, s->size, p + s->tail_offset))
        blocks[s->tail] = p + s->tail_offset;
    else
        blocks[s->tail] = resize(p, s->size) ? get(s->tail_size, 0, attributes[s->tail]) : NULL;
    return blocks[s->tail] != NULL;
}

/* False: there was no memory. */
static __attribute__((noinline)) bool perform(const struct step *s)
{
    void **block = &blocks[s->block];
    if (s->what == 'a') {
        attributes[s->block] = s->attributes;
        return (*block = get(s->size, s->alignment, s->attributes)) != NULL;
    }
    if (s->what == 'f') {
        put(*block);
        *block = NULL;
        return true;
    }
    if (s->what == 's')
        return split(s);
    if (resize(*block, s->size))
        return true;
    void *p = get(s->size, 0, attributes[s->block]);
    if (p)
        put(*block);
    *block = p ? p : *block;
    return p != NULL;
}

static void begin(size_t size)
{
    memset(blocks, 0, block_count * sizeof *blocks);
    if (use_malloc)
        return;
    ou_outer_init(&outer);
    if (ou_outer_add_pool(&outer, pool, size, OU_MEM_ANY) < 0)
        outer.pools = NULL;
}

static bool serves(size_t size)
{
    begin(size);
    bool good = outer.pools != NULL;
    for (size_t i = 0; good && i < step_count; i++)
        good = perform(&steps[i]);
    return good;
}

/* ---- footprint ---- */

static size_t peak_live(void)
{
    size_t live = 0, peak = 0;
    memset(sizes, 0, block_count * sizeof *sizes);
    for (size_t i = 0; i < step_count; i++) {
        const struct step *s = &steps[i];
        size_t size = s->what == 'f' ? 0 : s->size;
        live += size - sizes[s->block];
        sizes[s->block] = size;
        if (s->what == 's')
            live += sizes[s->tail] = s->tail_size;
        peak = live > peak ? live : peak;
    }
    return peak;
}

/* The smallest pool that does, looked for upwards in small steps: a larger pool may fail where a smaller one
 * does, so bisection would find any of them. */
static size_t smallest_pool(size_t peak)
{
    const size_t grain =
        2 * sizeof(void *); /* between two pools that differ by less there is no difference */
    size_t step = peak / 2000 < grain ? grain : peak / 2000 / grain * grain, most = 4 * peak + 8192;
    pool = mmap(NULL, most, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (pool == MAP_FAILED)
        fail("no memory for the pool");
    for (size_t size = (peak + grain - 1) / grain * grain; size <= most; size += step)
        if (serves(size))
            return size;
    fail("no pool serves the trace");
}

static size_t malloc_footprint(void)
{
    use_malloc = true;
    begin(0);
    malloc_trim(0);
    struct mallinfo2 before = mallinfo2(); /* what this program itself has does not count, gaps in it do */
    size_t peak = 0;
    for (size_t i = 0; i < step_count; i++) {
        if (!perform(&steps[i]))
            fail("malloc has no memory");
        if (steps[i].what == 'f')
            continue;
        struct mallinfo2 now = mallinfo2();
        size_t taken = now.arena + now.hblkhd - before.uordblks - before.hblkhd;
        peak = taken > peak ? taken : peak;
    }
    use_malloc = false;
    return peak;
}

/* ---- instructions ---- */

struct shared {
    volatile int inside;
    volatile size_t at;
};

static void child(struct shared *shared, size_t pool_size, size_t every)
{
    begin(pool_size);
    ptrace(PTRACE_TRACEME, 0, NULL, NULL);
    raise(SIGSTOP);
    static const struct step nothing = {.what = 'f'};
    void *none = NULL, **real = blocks;
    for (size_t i = 0; i < step_count; i++) {
        bool counted = i % every == 0 || i + 4 > step_count;
        shared->at = i;
        if (counted) {
            shared->inside = 1;
            __asm__ volatile("int3" ::: "memory");
        }
        if (!perform(&steps[i]))
            _exit(2);
        shared->inside = 0;
    }
    /* What the counting itself costs: the release of nothing. */
    blocks = &none;
    shared->at = step_count;
    shared->inside = 1;
    __asm__ volatile("int3" ::: "memory");
    perform(&nothing);
    shared->inside = 0;
    blocks = real;
    _exit(0);
}

struct figures {
    unsigned long long sum, most, count;
};

static void note(struct figures *f, unsigned long long n)
{
    f->sum += n;
    f->count++;
    f->most = n > f->most ? n : f->most;
}

static void count_instructions(const char *name, size_t pool_size, size_t every)
{
    struct shared *shared = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    fflush(NULL);
    pid_t pid = fork();
    if (pid == 0)
        child(shared, pool_size, every);
    struct figures alloc = {0}, resized = {0}, release = {0};
    unsigned long long n = 0, overhead = 0;
    int status;
    while (waitpid(pid, &status, 0) == pid && WIFSTOPPED(status)) {
        int signal_number = WSTOPSIG(status);
        if (signal_number == SIGTRAP && shared->inside) {
            n++;
            ptrace(PTRACE_SINGLESTEP, pid, NULL, NULL);
            continue;
        }
        if (signal_number == SIGTRAP && shared->at < step_count) {
            char what = steps[shared->at].what;
            note(what == 'a' ? &alloc : what == 'f' ? &release : &resized, n);
        } else if (signal_number == SIGTRAP) {
            overhead = n;
        }
        n = 0;
        ptrace(PTRACE_CONT, pid, NULL,
               (void *)(intptr_t)(signal_number == SIGTRAP || signal_number == SIGSTOP ? 0 : signal_number));
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) || !alloc.count)
        fail("the replay under ptrace failed (is ptrace allowed here?)");
    printf("%s_overhead %llu\n", name, overhead);
    struct figures *all[] = {&alloc, &resized, &release};
    static const char *const names[] = {"alloc", "resize", "free"};
    for (int i = 0; i < 3; i++)
        printf("%s_%s %llu %.1f %llu\n", name, names[i], all[i]->count,
               all[i]->count ? (double)all[i]->sum / (double)all[i]->count : 0.0, all[i]->most);
    fflush(stdout);
}

/* One block of a class and many smaller ones of the same class, with others between them, all released, the
 * large one first, so that it is the last to be found; then it is asked for, in a pool that has nothing else. */
static void adversary(size_t n)
{
    for (size_t i = 0; i <= n; i++) {
        add((struct step){.what = 'a', .size = i ? 1024 : 1064});
        add((struct step){.what = 'a', .size = 24});
    }
    for (size_t i = 0; i <= n; i++)
        add((struct step){.what = 'f', .block = 2 * i});
    add((struct step){.what = 'a', .size = 1064});
}

int main(int argc, char **argv)
{
    bool count = argc > 2 && !strcmp(argv[1], "--count"), hard = argc > 2 && !strcmp(argv[1], "--adversary");
    size_t every = argc > 3 ? strtoul(argv[3], NULL, 10) : 1;
    if (argc < 2 || every == 0)
        fail("outer_replay [--count] TRACE [N] | --adversary N");
    if (hard) {
        adversary(every = strtoul(argv[2], NULL, 10));
        every = every / 16 + 1;
    } else {
        read_trace(argv[count ? 2 : 1]);
    }
    if (!block_count)
        fail("the trace is empty");
    blocks = calloc(block_count, sizeof *blocks);
    sizes = calloc(block_count, sizeof *sizes);
    attributes = calloc(block_count, sizeof *attributes);
    if (!blocks || !sizes || !attributes)
        fail("no memory");
    size_t peak = peak_live(), smallest = smallest_pool(peak);
    printf("operations %zu\npeak_live %zu\nsmallest_pool %zu\n", step_count, peak, smallest);
    if (count || hard) {
        count_instructions("tlsf", smallest, every);
        use_malloc = true;
        count_instructions("malloc", 0, every);
    } else {
        printf("malloc_footprint %zu\n", malloc_footprint());
    }
    return 0;
}
