/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The memory profile.
 *
 * A *site* is a source line; site 0 is everything that is allocated while no Python code runs (start, the
 * compiler working for __main__).  Each live block has a record that says which site made it.  Records lie
 * densely in an array and are found by address through an index of their numbers (open addressing), so that
 * after a collection or when blocks move the index is made anew from the array, without more memory.
 *
 * A block that is resized in place stays with the line that made it; one that moves to grow belongs to the
 * line that made it move.
 *
 * What must hold (check says so in debug builds): each site's alive figures are the sums over its records.
 */
#include "inspect/memprofile.h"
#include "base/base.h"
#include "vm/frame.h"

#define NONE UINT32_MAX

struct site {
    uint32_t file, line;
    uint64_t count, bytes, alive_count, alive_bytes;
};

struct record {
    ou_val block;
    uint32_t site;
    uint32_t granules;
};

struct file {
    uint32_t n; /* bytes of its name, which lies in `names` */
    uint32_t at;
};

struct table { /* of records, sites, files or names */
    void *items;
    uint32_t count, capacity;
};

struct ou_memprofile {
    struct ou_vm *vm;
    struct ou_outer *tools;
    struct ou_heap_observer observer;
    struct table sites, records, files, names;
    uint32_t *site_index, *record_index; /* numbers + 1; their sizes are twice the capacities */
    uint64_t lost;                       /* allocations for which there was no memory here */
    /* the last answers */
    ou_val last_file_name;
    uint32_t last_file;
    const struct ou_code *last_code;
    unsigned last_pc;
    uint32_t last_site;
};

static struct site *sites(struct ou_memprofile *p) { return p->sites.items; }
static struct record *records(struct ou_memprofile *p) { return p->records.items; }

/* -- tables -- */

/* Room for n more items; growing: doubled. */
static int reserve(struct ou_memprofile *p, struct table *t, size_t item_size, uint32_t n)
{
    if (t->capacity - t->count >= n)
        return 0;
    uint32_t capacity = OU_MAX(t->capacity * 2, t->count + n);
    capacity = OU_MAX(capacity, 64u);
    void *items = ou_outer_alloc(p->tools, capacity * item_size, OU_MEM_ANY);
    if (!items)
        return -1;
    if (t->count)
        memcpy(items, t->items, t->count * item_size);
    ou_outer_free(p->tools, t->items);
    t->items = items;
    t->capacity = capacity;
    return 0;
}

static uint32_t hash_word(uintptr_t v)
{
    uint64_t h = (uint64_t)v * 0x9e3779b97f4a7c15u;
    return (uint32_t)(h >> 32);
}

static uint32_t record_place(const struct ou_memprofile *p, ou_val block)
{
    return hash_word(block / OU_GRANULE) & (2 * p->records.capacity - 1);
}

static uint32_t site_place(const struct ou_memprofile *p, uint32_t file, uint32_t line)
{
    return hash_word((uintptr_t)file * 65599u + line) & (2 * p->sites.capacity - 1);
}

static void index_record(struct ou_memprofile *p, uint32_t number)
{
    uint32_t mask = 2 * p->records.capacity - 1, i = record_place(p, records(p)[number].block);
    while (p->record_index[i])
        i = (i + 1) & mask;
    p->record_index[i] = number + 1;
}

static void index_all_records(struct ou_memprofile *p)
{
    memset(p->record_index, 0, (size_t)2 * p->records.capacity * sizeof *p->record_index);
    for (uint32_t i = 0; i < p->records.count; i++)
        index_record(p, i);
}

static void index_site(struct ou_memprofile *p, uint32_t number)
{
    uint32_t mask = 2 * p->sites.capacity - 1,
             i = site_place(p, sites(p)[number].file, sites(p)[number].line);
    while (p->site_index[i])
        i = (i + 1) & mask;
    p->site_index[i] = number + 1;
}

static uint32_t *index_new(struct ou_memprofile *p, uint32_t capacity)
{
    uint32_t *index = ou_outer_alloc(p->tools, 2 * (size_t)capacity * sizeof *index, OU_MEM_ANY);
    if (index)
        memset(index, 0, 2 * (size_t)capacity * sizeof *index);
    return index;
}

/* Room for one more record or site; capacities are powers of two. */
static int reserve_indexed(struct ou_memprofile *p, struct table *t, uint32_t **index, size_t item_size,
                           void (*index_one)(struct ou_memprofile *p, uint32_t number))
{
    if (t->count < t->capacity)
        return 0;
    uint32_t *fresh = index_new(p, OU_MAX(t->capacity * 2, 64u));
    if (!fresh || reserve(p, t, item_size, 1) < 0) {
        ou_outer_free(p->tools, fresh);
        return -1;
    }
    ou_outer_free(p->tools, *index);
    *index = fresh;
    for (uint32_t i = 0; i < t->count; i++)
        index_one(p, i);
    return 0;
}

/* -- sites -- */

static uint32_t file_number(struct ou_memprofile *p, ou_val name)
{
    if (name == p->last_file_name)
        return p->last_file;
    size_t n;
    const char *text = ou_str_text(p->vm, name, &n);
    struct file *f = p->files.items;
    uint32_t i = 0;
    while (i < p->files.count && !(f[i].n == n && !memcmp((char *)p->names.items + f[i].at, text, n)))
        i++;
    if (i == p->files.count) {
        if (reserve(p, &p->files, sizeof *f, 1) < 0 || reserve(p, &p->names, 1, (uint32_t)n + 1) < 0)
            return NONE;
        f = p->files.items;
        f[i] = (struct file){(uint32_t)n, p->names.count};
        char *to = (char *)p->names.items + p->names.count;
        memcpy(to, text, n);
        to[n] = 0;
        p->names.count += (uint32_t)n + 1;
        p->files.count++;
    }
    p->last_file_name = name;
    p->last_file = i;
    return i;
}

static uint32_t site_number(struct ou_memprofile *p, uint32_t file, uint32_t line)
{
    for (uint32_t mask = 2 * p->sites.capacity - 1, i = site_place(p, file, line); p->site_index[i];
         i = (i + 1) & mask) {
        const struct site *s = sites(p) + p->site_index[i] - 1;
        if (s->file == file && s->line == line)
            return p->site_index[i] - 1;
    }
    if (reserve_indexed(p, &p->sites, &p->site_index, sizeof(struct site), index_site) < 0)
        return NONE;
    sites(p)[p->sites.count] = (struct site){.file = file, .line = line};
    index_site(p, p->sites.count);
    return p->sites.count++;
}

/* Where the program stands. */
static uint32_t current_site(struct ou_memprofile *p)
{
    const struct ou_frame *f = p->vm->frame;
    if (!f)
        return 0;
    const struct ou_code *code = ou_frame_code(f);
    if (code == p->last_code && f->pc == p->last_pc)
        return p->last_site;
    uint32_t file = file_number(p, ou_frame_unit(f)->filename);
    uint32_t site = file == NONE ? NONE : site_number(p, file, ou_code_line(code, f->pc));
    p->last_code = site == NONE ? NULL : code;
    p->last_pc = f->pc;
    p->last_site = site;
    return site;
}

/* What was remembered by address may be something else now. */
static void drop_answers(struct ou_memprofile *p)
{
    p->last_file_name = OU_ABSENT;
    p->last_code = NULL;
}

/* -- blocks -- */

static uint32_t *find_record(struct ou_memprofile *p, ou_val block)
{
    uint32_t mask = 2 * p->records.capacity - 1, i = record_place(p, block);
    while (p->record_index[i] && records(p)[p->record_index[i] - 1].block != block)
        i = (i + 1) & mask;
    return p->record_index[i] ? &p->record_index[i] : NULL;
}

static void count_alive(struct ou_memprofile *p, const struct record *r, bool alive)
{
    struct site *s = sites(p) + r->site;
    s->alive_count += alive ? 1 : (uint64_t)-1;
    s->alive_bytes += (alive ? 1 : (uint64_t)-1) * r->granules * OU_GRANULE;
}

/* Takes the index entry at `place` out, moving up those behind it that would not be found any more. */
static void unindex(struct ou_memprofile *p, uint32_t place)
{
    uint32_t mask = 2 * p->records.capacity - 1, hole = place;
    for (uint32_t i = (hole + 1) & mask; p->record_index[i]; i = (i + 1) & mask) {
        uint32_t home = record_place(p, records(p)[p->record_index[i] - 1].block);
        if (((i - home) & mask) >= ((i - hole) & mask)) {
            p->record_index[hole] = p->record_index[i];
            hole = i;
        }
    }
    p->record_index[hole] = 0;
}

static void allocated(void *ctx, void *block, size_t size, unsigned flags)
{
    struct ou_memprofile *p = ctx;
    (void)flags;
    uint32_t site = current_site(p);
    if (site == NONE ||
        reserve_indexed(p, &p->records, &p->record_index, sizeof(struct record), index_record) < 0) {
        p->lost++;
        return;
    }
    struct record *r = records(p) + p->records.count;
    *r = (struct record){ou_from_ptr(block), site, (uint32_t)(size / OU_GRANULE)};
    sites(p)[site].count++;
    sites(p)[site].bytes += size;
    count_alive(p, r, true);
    index_record(p, p->records.count++);
}

static void resized(void *ctx, void *block, size_t old_size, size_t new_size)
{
    struct ou_memprofile *p = ctx;
    uint32_t *entry = find_record(p, ou_from_ptr(block));
    if (!entry)
        return;
    struct record *r = records(p) + *entry - 1;
    count_alive(p, r, false);
    r->granules = (uint32_t)(new_size / OU_GRANULE);
    count_alive(p, r, true);
    if (new_size > old_size)
        sites(p)[r->site].bytes += new_size - old_size;
}

static void freed(void *ctx, void *block, size_t size)
{
    struct ou_memprofile *p = ctx;
    (void)size;
    drop_answers(p);
    uint32_t *entry = find_record(p, ou_from_ptr(block));
    if (!entry)
        return;
    uint32_t number = *entry - 1, last = p->records.count - 1;
    count_alive(p, records(p) + number, false);
    unindex(p, (uint32_t)(entry - p->record_index));
    if (number != last) {
        uint32_t *moved = find_record(p, records(p)[last].block);
        *moved = number + 1;
        records(p)[number] = records(p)[last];
    }
    p->records.count--;
}

void ou_memprofile_clear_dead(struct ou_vm *vm)
{
    struct ou_memprofile *p = vm->profile;
    if (!p)
        return;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < p->records.count; i++) {
        if (ou_gc_is_marked(&vm->heap, records(p)[i].block))
            records(p)[kept++] = records(p)[i];
        else
            count_alive(p, records(p) + i, false);
    }
    p->records.count = kept;
    index_all_records(p);
    drop_answers(p);
}

void ou_memprofile_update(struct ou_vm *vm)
{
    struct ou_memprofile *p = vm->profile;
    if (!p)
        return;
    for (uint32_t i = 0; i < p->records.count; i++)
        records(p)[i].block = ou_gc_forward(&vm->heap, records(p)[i].block);
    index_all_records(p);
    drop_answers(p);
}

/* -- begin and end -- */

static void release(struct ou_memprofile *p)
{
    struct ou_outer *tools = p->tools;
    ou_outer_free(tools, p->sites.items);
    ou_outer_free(tools, p->records.items);
    ou_outer_free(tools, p->files.items);
    ou_outer_free(tools, p->names.items);
    ou_outer_free(tools, p->site_index);
    ou_outer_free(tools, p->record_index);
    ou_outer_free(tools, p);
}

int ou_memprofile_start(struct ou_vm *vm, struct ou_outer *tools)
{
    struct ou_memprofile *p = ou_outer_alloc(tools, sizeof *p, OU_MEM_ANY);
    if (!p)
        return -1;
    memset(p, 0, sizeof *p);
    p->vm = vm;
    p->tools = tools;
    if (reserve_indexed(p, &p->sites, &p->site_index, sizeof(struct site), index_site) < 0 ||
        reserve_indexed(p, &p->records, &p->record_index, sizeof(struct record), index_record) < 0) {
        release(p);
        return -1;
    }
    sites(p)[p->sites.count++] = (struct site){.file = NONE};
    index_site(p, 0);
    p->observer = (struct ou_heap_observer){p, allocated, resized, freed};
    vm->profile = p;
    ou_gc_observe(&vm->heap, &p->observer);
    return 0;
}

static void check(struct ou_memprofile *p)
{
#if OU_DEBUG >= 2
    uint64_t count = 0, bytes = 0;
    for (uint32_t i = 0; i < p->sites.count; i++) {
        count += sites(p)[i].alive_count;
        bytes += sites(p)[i].alive_bytes;
    }
    for (uint32_t i = 0; i < p->records.count; i++) {
        ou_assert(*find_record(p, records(p)[i].block) == i + 1);
        ou_assert(ou_gc_is_block(&p->vm->heap, ou_ptr(records(p)[i].block)));
        bytes -= records(p)[i].granules * OU_GRANULE;
    }
    ou_assert(count == p->records.count && bytes == 0);
#else
    (void)p;
#endif
}

/* -- the report -- */

struct report {
    int handle, status;
    size_t n;
    char text[512];
};

static void flush(struct report *r)
{
    for (size_t at = 0; at < r->n && r->status >= 0;) {
        long done = ou_port_file_write(r->handle, r->text + at, r->n - at);
        if (done <= 0)
            r->status = done ? (int)done : -5; /* EIO */
        else
            at += (size_t)done;
    }
    r->n = 0;
}

static void put_bytes(struct report *r, const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (r->n == sizeof r->text)
            flush(r);
        r->text[r->n++] = text[i];
    }
}

static void put(struct report *r, const char *text) { put_bytes(r, text, strlen(text)); }

static void put_number(struct report *r, uint64_t v, size_t width)
{
    char digits[24];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + v % 10);
        v /= 10;
    } while (v);
    while (at > 0 && sizeof digits - at < width)
        digits[--at] = ' ';
    put_bytes(r, digits + at, sizeof digits - at);
}

static const char *file_name(struct ou_memprofile *p, uint32_t file)
{
    return (const char *)p->names.items + ((const struct file *)p->files.items)[file].at;
}

static const char *base_name(const char *path)
{
    const char *base = path;
    for (; *path; path++)
        if (*path == '/')
            base = path + 1;
    return base;
}

/* The text of a line, without the blanks around it. */
static void put_source(struct report *r, const char *path, uint32_t wanted)
{
    char buffer[256], text[100];
    size_t n = 0;
    uint32_t line = 1;
    int handle = ou_port_file_open(path, OU_PORT_READ);
    if (handle < 0)
        return;
    for (long got; line <= wanted && (got = ou_port_file_read(handle, buffer, sizeof buffer)) > 0;)
        for (long i = 0; i < got && line <= wanted; i++) {
            if (buffer[i] == '\n')
                line++;
            else if (line == wanted && n < sizeof text && (n || (buffer[i] != ' ' && buffer[i] != '\t')))
                text[n++] = buffer[i];
        }
    ou_port_file_close(handle);
    put(r, "  ");
    put_bytes(r, text, n);
}

static void put_site(struct report *r, struct ou_memprofile *p, const struct site *s)
{
    put_number(r, s->bytes, 12);
    put_number(r, s->count, 10);
    put_number(r, s->alive_bytes, 12);
    put_number(r, s->alive_count, 10);
    put(r, "  ");
    if (s->file == NONE) {
        put(r, "(start, and compiling __main__)\n");
        return;
    }
    put(r, base_name(file_name(p, s->file)));
    put(r, ":");
    put_number(r, s->line, 0);
    put_source(r, file_name(p, s->file), s->line);
    put(r, "\n");
}

static bool comes_before(const struct site *a, const struct site *b)
{
    if (a->bytes != b->bytes)
        return a->bytes > b->bytes;
    return a->file != b->file ? a->file < b->file : a->line < b->line;
}

/* Shell's sort; the index of sites is of no use afterwards. */
static void sort_sites(struct ou_memprofile *p)
{
    struct site *s = sites(p);
    uint32_t n = p->sites.count, gap = 1;
    while (gap < n / 3)
        gap = 3 * gap + 1;
    for (; gap; gap /= 3)
        for (uint32_t i = gap; i < n; i++) {
            struct site moving = s[i];
            uint32_t k = i;
            for (; k >= gap && comes_before(&moving, &s[k - gap]); k -= gap)
                s[k] = s[k - gap];
            s[k] = moving;
        }
}

static void put_summary(struct report *r, struct ou_memprofile *p)
{
    struct site sum = {0};
    for (uint32_t i = 0; i < p->sites.count; i++) {
        sum.count += sites(p)[i].count;
        sum.bytes += sites(p)[i].bytes;
        sum.alive_count += sites(p)[i].alive_count;
        sum.alive_bytes += sites(p)[i].alive_bytes;
    }
    put(r, "allocated: ");
    put_number(r, sum.bytes, 0);
    put(r, " bytes in ");
    put_number(r, sum.count, 0);
    put(r, " blocks; alive at the end: ");
    put_number(r, sum.alive_bytes, 0);
    put(r, " bytes in ");
    put_number(r, sum.alive_count, 0);
    put(r, " blocks\n");
    if (p->lost) {
        put(r, "not recorded for want of memory: ");
        put_number(r, p->lost, 0);
        put(r, " blocks\n");
    }
    for (uint32_t i = 0; i < p->files.count; i++) {
        put(r, "file: ");
        put(r, file_name(p, i));
        put(r, "\n");
    }
    put(r, "\n       bytes    blocks alive bytes    blocks  line\n");
}

bool ou_memprofile_is_on(const struct ou_vm *vm) { return vm->profile != NULL; }

int ou_memprofile_finish(struct ou_vm *vm, const char *path)
{
    struct ou_memprofile *p = vm->profile;
    ou_gc_collect(&vm->heap);
    check(p);
    ou_gc_observe(&vm->heap, NULL);
    vm->profile = NULL;
    struct report r = {.handle = ou_port_file_open(path, OU_PORT_WRITE | OU_PORT_CREATE | OU_PORT_TRUNCATE)};
    if (r.handle < 0) {
        release(p);
        return r.handle;
    }
    put_summary(&r, p);
    sort_sites(p);
    for (uint32_t i = 0; i < p->sites.count; i++)
        put_site(&r, p, sites(p) + i);
    flush(&r);
    int closed = ou_port_file_close(r.handle);
    release(p);
    return r.status < 0 ? r.status : closed;
}
