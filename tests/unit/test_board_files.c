/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The files of a board (ports/cortexm): an image for the flash with every byte changed in turn, and files in RAM against
 * a model, in memory that comes to its end.
 */
#include <ouro/outer.h>
#include <ouro/checksum.h>
#include "object/code/precompiled_format.h"
#include "packed.h"
#include "ram_files.h"
#include "unit.h"

/* -- in flash -- */

static const struct {
    const char *name, *contents;
} sources[] = {/* in the order of their names */
               {"a", "first"},
               {"dir/b.py", "x = 1\n"},
               {"dir/b/c", ""},
               {"dir.py", "the folder's namesake"},
               {"zz", "the last one"}};
#define N_FILES (sizeof sources / sizeof *sources)

static void put32(uint8_t *p, size_t v)
{
    for (int i = 0; i < 4; i++)
        p[i] = (uint8_t)(v >> (8 * i));
}

static void fix_checksum(uint8_t *image, size_t index_size)
{
    uint32_t sum = ou_crc32(0, image, 20);
    put32(image + 20, ou_crc32(sum, image + 24, index_size));
}

/* As tools/packfiles.py makes it, which tests/cortexm uses; names sorted here.  The size of the image. */
static size_t pack(uint8_t image[1024], size_t *index_size)
{
    static const unsigned order[N_FILES] = {0, 3, 1, 2, 4}; /* "dir.py" < "dir/b.py" */
    size_t names = 24 + 16 * N_FILES, name = 0, at;
    memset(image, 0, 1024);
    memcpy(image, "\x93OF\n", 4);
    for (unsigned i = 0; i < N_FILES; i++)
        name += strlen(sources[order[i]].name) + 1;
    at = names + name;
    put32(image + 4, 1);
    put32(image + 12, N_FILES);
    put32(image + 16, name);
    name = 0;
    for (unsigned i = 0; i < N_FILES; i++) {
        const char *text = sources[order[i]].contents;
        uint8_t *entry = image + 24 + 16 * i;
        at = (at + 7) & ~(size_t)7;
        put32(entry, name);
        put32(entry + 4, at);
        put32(entry + 8, strlen(text));
        put32(entry + 12, ou_crc32(0, (const uint8_t *)text, strlen(text)));
        memcpy(image + names + name, sources[order[i]].name, strlen(sources[order[i]].name));
        memcpy(image + at, text, strlen(text));
        name += strlen(sources[order[i]].name) + 1;
        at += strlen(text);
    }
    put32(image + 8, at);
    *index_size = 16 * N_FILES + name;
    fix_checksum(image, *index_size);
    return at;
}

/* Uses all that is there, so that a sanitizer sees what is read.  Files that are well. */
static unsigned use(const uint8_t *image, size_t size)
{
    struct packed files;
    static const char *const more[] = {"", "dir", "dir/", "nothing", "dir/b", "zzz", "\xff"};
    unsigned good = 0;
    volatile uint8_t sum = 0;
    const char *wrong = packed_mount(&files, image, size);
    assert_true(!wrong || files.count == 0);
    for (unsigned i = 0; i < N_FILES; i++) {
        const struct packed_entry *e = packed_find(&files, sources[i].name, strlen(sources[i].name));
        if (!e || !packed_is_intact(&files, e))
            continue;
        for (size_t k = 0; k < e->size; k++)
            sum = (uint8_t)(sum + packed_data(&files, e)[k]);
        good += e->size == strlen(sources[i].contents) &&
                memcmp(packed_data(&files, e), sources[i].contents, e->size) == 0;
    }
    for (unsigned i = 0; i < sizeof more / sizeof *more; i++) {
        (void)packed_find(&files, more[i], strlen(more[i]));
        (void)packed_is_folder(&files, more[i], strlen(more[i]));
    }
    return good;
}

static void files_are_found_and_folders_are_what_holds_some(void **state)
{
    (void)state;
    static _Alignas(8) uint8_t image[1024];
    size_t index_size, size = pack(image, &index_size);
    struct packed files;
    assert_null(packed_mount(&files, image, sizeof image));
    assert_int_equal(use(image, size), N_FILES);
    assert_true(packed_is_folder(&files, "dir", 3) && packed_is_folder(&files, "dir/b", 5));
    assert_false(packed_is_folder(&files, "a", 1) || packed_is_folder(&files, "di", 2) ||
                 packed_is_folder(&files, "", 0) || packed_is_folder(&files, "dir.py", 6));
    assert_null(packed_find(&files, "dir", 3));
    assert_null(packed_find(&files, "dir/b/", 6));
    assert_null(packed_find(&files, "a\0b", 3));
    /* An erased flash, or other things, are no files, and nothing is wrong. */
    memset(image, 0xff, sizeof image);
    assert_true(packed_mount(&files, image, sizeof image) == NULL && files.count == 0);
}

/* The image lies at the end of a block of its own, so that a sanitizer sees what is read behind it. */
static void damage_is_seen(void **state)
{
    (void)state;
    static uint8_t good[1024];
    size_t index_size, size = pack(good, &index_size);
    uint8_t *image = malloc(size);
    assert_non_null(image);
    for (size_t i = 0; i < size; i++)
        for (unsigned bit = 0; bit < 8; bit++) {
            memcpy(image, good, size);
            image[i] ^= (uint8_t)(1u << bit);
            unsigned left = use(image, size);
            assert_true(i < 24 + index_size ? left == 0 : left >= N_FILES - 1);
        }
    for (size_t n = 0; n < size; n++) { /* cut off */
        uint8_t *part = malloc(n ? n : 1);
        memcpy(part, good, n);
        assert_int_equal(use(part, n), 0);
        free(part);
    }
    free(image);
}

/* With the checksum of the list made right again, so that it is the other checks that are asked. */
static void damage_with_a_right_checksum_does_no_harm(void **state)
{
    (void)state;
    static uint8_t good[1024];
    uint64_t seed = 3;
    size_t index_size, size = pack(good, &index_size);
    uint8_t *image = malloc(size);
    assert_non_null(image);
    for (unsigned round = 0; round < 200000; round++) {
        memcpy(image, good, size);
        for (unsigned n = 1 + unit_random(&seed) % 3; n; n--) {
            size_t at = 8 + unit_random(&seed) % (16 + index_size);
            static const uint8_t values[] = {0, 1, 0x7f, 0x80, 0xff};
            image[at] = unit_random(&seed) % 2 ? (uint8_t)unit_random(&seed) : values[unit_random(&seed) % 5];
        }
        uint32_t count, names_size;
        memcpy(&count, image + 12, 4);
        memcpy(&names_size, image + 16, 4);
        if (count < size / 16 && names_size < size && 24 + 16 * count + names_size <= size)
            fix_checksum(image, 16 * count + names_size);
        use(image, size);
    }
    free(image);
}

/* -- in RAM -- */

#define MODEL 9000

static void check_file(const struct ram_file *f, const uint8_t *model, size_t size, uint64_t *seed)
{
    uint8_t got[700];
    size_t at = unit_random(seed) % (size + 10), n = unit_random(seed) % sizeof got;
    size_t there = at < size ? size - at : 0, want = n < there ? n : there;
    assert_int_equal(ram_size(f), size);
    assert_int_equal(ram_read(f, at, got, n), want);
    assert_memory_equal(got, model + at, want);
}

/* Random writes, to three files, in a memory that is now and then full. */
static void files_in_ram_agree_with_a_model(void **state)
{
    (void)state;
    static _Alignas(16) char memory[24000];
    static uint8_t models[3][2 * MODEL];
    static const char *const names[] = {"a", "dir/b", "dir/b.txt"};
    struct ou_outer outer;
    uint64_t seed = 11;
    ou_outer_init(&outer);
    assert_int_equal(ou_outer_add_pool(&outer, memory, sizeof memory, OU_MEM_ANY), 0);
    ou_outer_set_reserve(&outer, 3000);
    struct ram_files files = {.outer = &outer};
    size_t sizes[3] = {0}, none = ou_outer_used(&outer);
    unsigned full = 0;
    for (int i = 0; i < 3; i++)
        assert_non_null(ram_create(&files, names[i], strlen(names[i])));
    for (unsigned round = 0; round < 20000; round++) {
        unsigned which = unit_random(&seed) % 3;
        struct ram_file *f = ram_find(&files, names[which], strlen(names[which]));
        uint8_t data[600], *model = models[which];
        if (unit_random(&seed) % 40 == 0) {
            ram_truncate(&files, f);
            memset(model, 0, sizeof models[which]);
            sizes[which] = 0;
        } else if (sizes[which] < MODEL) {
            size_t at = unit_random(&seed) % 3 ? sizes[which] : unit_random(&seed) % (sizes[which] + 200);
            size_t n = unit_random(&seed) % sizeof data;
            for (size_t i = 0; i < n; i++)
                data[i] = (uint8_t)unit_random(&seed);
            size_t done = ram_write(&files, f, at, data, n);
            full += done < n;
            assert_true(done <= n);
            memcpy(model + at, data, done);
            if (done && at + done > sizes[which])
                sizes[which] = at + done;
        }
        check_file(f, model, sizes[which], &seed);
        assert_int_equal(files.used, ou_outer_used(&outer) - none);
        assert_true(ou_outer_largest(&outer, OU_MEM_ANY) >= 3000); /* the reserve */
    }
    assert_true(full > 100);
    assert_int_equal(ou_outer_audit(&outer), 0);
    assert_true(ram_is_folder(&files, "dir", 3) && !ram_is_folder(&files, "dir/b", 5));
    assert_null(ram_find(&files, "dir", 3));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_are_found_and_folders_are_what_holds_some),
        cmocka_unit_test(damage_is_seen),
        cmocka_unit_test(damage_with_a_right_checksum_does_no_harm),
        cmocka_unit_test(files_in_ram_agree_with_a_model),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
