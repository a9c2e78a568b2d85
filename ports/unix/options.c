/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Parsing the command line.
 */
#include "options.h"
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <ouro/config.h>
#include <ouro/version.h>

static const char usage[] =
    "usage: ouro [options] [file.py | file.oc | -c CODE | -m MODULE | -] [args]\n"
    "       ouro [options] -o file.oc file.py    compiles without running\n"
    "  -X memory=SIZE    all memory that the interpreter may use (e.g. 32k, 8m); also -X heapsize=SIZE\n"
    "  -X gcstress=LIST  debug builds: always (collect at every allocation), move, increments, verify, poison,\n"
    "                     fail=N; comma-separated\n"
    "  -X heapdump=FILE  at the end, write the heap as text, for tools/heapview.py\n"
    "  -X names          code keeps the names of all local variables, for heap dumps; takes more memory\n"
    "  -X memprofile=FILE  at the end, write what each line of the program allocated, and what of it is alive\n"
    "  --mem             at the end, show where the memory went\n"
    "  -i, -u, -O, -v    accepted; no effect\n"
    "  --version, --help\n"
    "OUROPATH (or MICROPYPATH): directories to import from, separated by ':'\n";

static void show_version(void)
{
    static const char *const levels[] = {"minimal", "core", "full"};
    printf("Ouro %s (Python %s), %u-bit, level %s", OU_VERSION, OU_PYTHON_VERSION,
           (unsigned)(8 * sizeof(void *)), levels[OU_LEVEL]);
    if (OU_DEBUG)
        printf(", checks %d", OU_DEBUG);
    puts("");
}

static bool parse_size(const char *text, size_t *out)
{
    char *end;
    unsigned long long n = strtoull(text, &end, 10);
    unsigned shift = 0;
    if (end == text || *text == '-')
        return false;
    if (*end == 'k' || *end == 'K')
        shift = 10;
    else if (*end == 'm' || *end == 'M')
        shift = 20;
    else if (*end == 'g' || *end == 'G')
        shift = 30;
    end += shift != 0;
    if (*end == 'w' || *end == 'W') /* the ecosystem's test runners scale by word size */
        end++;
    if (*end || n == 0 || n > (SIZE_MAX >> shift))
        return false;
    *out = (size_t)n << shift;
    return true;
}

static bool fail(struct options *o, const char *what, const char *why)
{
    fprintf(stderr, "ouro: %s: %s\n%s", what, why, usage);
    o->status = 2;
    return false;
}

static bool parse_x(struct options *o, const char *value)
{
    if (!strncmp(value, "memory=", 7))
        return parse_size(value + 7, &o->memory) || fail(o, value, "expected a size such as 4096, 32k or 8m");
    if (!strncmp(value, "heapsize=", 9))
        return parse_size(value + 9, &o->memory) || fail(o, value, "expected a size such as 4096, 32k or 8m");
    if (!strcmp(value, "emit=bytecode"))
        return true;
    if (!strncmp(value, "gcstress=", 9)) {
        o->stress = value + 9;
        return true;
    }
    if (!OU_WITH_HEAP_VIEW && (!strncmp(value, "heapdump=", 9) || !strncmp(value, "memprofile=", 11)))
        return fail(o, value, "this build has no view of the heap");
    if (!strncmp(value, "heapdump=", 9)) {
        o->heap_dump = value + 9;
        return *o->heap_dump || fail(o, value, "expected the name of a file");
    }
    if (!strcmp(value, "names"))
        return o->names = true;
    if (!strncmp(value, "memprofile=", 11)) {
        o->memprofile = value + 11;
        return *o->memprofile || fail(o, value, "expected the name of a file");
    }
    return fail(o, value, "unknown -X option");
}

bool parse_options(int argc, char **argv, struct options *o)
{
    *o = (struct options){.memory = sizeof(void *) == 8 ? (size_t)1 << 30 : (size_t)256 << 20};
    int i = 1;
    for (; i < argc && argv[i][0] == '-' && argv[i][1]; i++) {
        const char *a = argv[i];
        if (!strcmp(a, "-c") || !strcmp(a, "-m")) {
            if (i + 1 >= argc)
                return fail(o, a, "expected an argument");
            o->kind = a[1] == 'c' ? RUN_CODE : RUN_MODULE;
            o->what = argv[i + 1];
            i += 2;
            break;
        }
        if (!strcmp(a, "-o")) {
            if (i + 1 >= argc)
                return fail(o, a, "expected the name of the file to be written");
            o->output = argv[++i];
        } else if (!strncmp(a, "-X", 2)) {
            const char *value = a[2] ? a + 2 : i + 1 < argc ? argv[++i] : "";
            if (!parse_x(o, value))
                return false;
        } else if (!strcmp(a, "--mem"))
            o->show_memory = true;
        else if (!strcmp(a, "--version")) {
            show_version();
            return false;
        } else if (!strcmp(a, "--help") || !strcmp(a, "-h")) {
            fputs(usage, stdout);
            return false;
        } else if (strspn(a + 1, "iuOv") != strlen(a + 1))
            return fail(o, a, "unknown option");
    }
    if (o->kind == RUN_PROMPT && i < argc && strcmp(argv[i], "-") != 0) {
        o->kind = RUN_FILE;
        o->what = argv[i++];
    } else if (o->kind == RUN_PROMPT && i < argc)
        i++;
    if (o->output && o->kind == RUN_FILE)
        o->kind = RUN_PRECOMPILE;
    else if (o->output)
        return fail(o, "-o", "expected the name of a source file");
    if (o->kind == RUN_PROMPT && !isatty(0)) {
        o->kind = RUN_FILE;
        o->what = "/dev/stdin";
    }
    o->path = o->what;
    o->args = argv + i;
    o->n_args = argc - i;
    return true;
}
