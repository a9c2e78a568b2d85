/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The random mutator as a program: gc_mutator [--seed N] [--operations N] [--epoch N] ...
 *
 * Its clock counts how often it is read, so a run with bounded pauses can be repeated exactly.
 */
#include "gc_model.h"
#include <ouro/port.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

extern uint64_t (*test_clock)(void); /* of test_port.c */

static uint64_t counting_clock(void)
{
    static uint64_t us;
    return us += 1 + us % 7;
}

static void usage(void)
{
    fputs("gc_mutator [options]\n"
          "  --seed N          what happens (default: 1)\n"
          "  --operations N    how much of it (default: 1000000)\n"
          "  --epoch N         only this heap of the run\n"
          "  --every N         operations between audits (default: 2048)\n"
          "  --stress          debug builds: stress switches at random\n"
          "  --no-pause, --no-compact, --no-scan\n"
          "                    without bounded pauses, compaction asked for, scanning the C stack\n"
          "  --quiet           no progress\n",
          stderr);
    exit(2);
}

static bool flag(const char *arg, const char *name, bool *on)
{
    if (strcmp(arg, name))
        return false;
    *on = true;
    return true;
}

int main(int argc, char **argv)
{
    struct gm_options o = {.seed = 1, .operations = 1000000, .only_epoch = -1, .progress = true};
    for (int i = 1; i < argc; i++) {
        const char *arg = argv[i];
        bool quiet = false;
        if (flag(arg, "--stress", &o.stress) || flag(arg, "--no-pause", &o.no_pause) ||
            flag(arg, "--no-compact", &o.no_compact) || flag(arg, "--no-scan", &o.no_scan))
            continue;
        if (flag(arg, "--quiet", &quiet)) {
            o.progress = false;
            continue;
        }
        if (i + 1 >= argc)
            usage();
        unsigned long long n = strtoull(argv[++i], NULL, 10);
        if (!strcmp(arg, "--seed"))
            o.seed = n;
        else if (!strcmp(arg, "--operations"))
            o.operations = n;
        else if (!strcmp(arg, "--epoch"))
            o.only_epoch = (long)n;
        else if (!strcmp(arg, "--every"))
            o.check_every = (unsigned)n;
        else
            usage();
    }
    test_clock = counting_clock;
    printf("seed %llu, %llu operations\n", (unsigned long long)o.seed, (unsigned long long)o.operations);
    fflush(stdout);
    clock_t start = clock();
    gm_run(&o);
    gm_print_counts();
    printf("%12.1f seconds\n", (double)(clock() - start) / CLOCKS_PER_SEC);
    return 0;
}
