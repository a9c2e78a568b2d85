/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The command line's options.
 */
#ifndef OURO_INCLUDED_PORTS_UNIX_OPTIONS_H
#define OURO_INCLUDED_PORTS_UNIX_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

enum run_kind { RUN_PROMPT, RUN_CODE, RUN_MODULE, RUN_FILE, RUN_PRECOMPILE };

struct options {
    enum run_kind kind;
    const char *what; /* code, module or file */
    const char *path; /* RUN_FILE: of the file, absolute if it exists */
    char **args;      /* sys.argv[1:] */
    int n_args;
    size_t memory;          /* bytes of everything the interpreter allocates */
    const char *stress;     /* -X gcstress=..., or NULL */
    const char *heap_dump;  /* -X heapdump=FILE, or NULL */
    const char *memprofile; /* -X memprofile=FILE, or NULL */
    const char *output;     /* RUN_PRECOMPILE: the file to be written */
    bool names;             /* -X names */
    bool show_memory;
    int status; /* exit status if parse_options says no */
};

/* False: the program ends with options->status (after --help, --version or a message). */
bool parse_options(int argc, char **argv, struct options *options);

#endif /* OURO_INCLUDED_PORTS_UNIX_OPTIONS_H */
