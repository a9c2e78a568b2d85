/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What an ESP-IDF application calls.  The settings are those of the menu "Ouro" of its configuration.
 */
#ifndef OURO_INCLUDED_PORTS_ESP_IDF_INCLUDE_OURO_ESP_H
#define OURO_INCLUDED_PORTS_ESP_IDF_INCLUDE_OURO_ESP_H

#include <ouro/embed.h>

struct ouro_application {
    const struct ou_rom_module *const *modules; /* in C, NULL-terminated; or NULL: &ou_module_os */
    void (*ended)(int status);                  /* the prompt was left by exit(); NULL: the chip restarts */
};

/* Starts the task of the interpreter: main.py of the folder CONFIG_OURO_ROOT, if there is one, then the prompt; after
 * Ctrl-D there the same again with a new VM.  The file system is to be mounted before, and what else the application
 * needs had better be running: the memory budget is taken of what is free now.  application may be NULL; what it
 * points to is in use from then on.  0, or -1: no memory for the heap or the tasks, or it was started before. */
int ouro_start(const struct ouro_application *application);

#endif /* OURO_INCLUDED_PORTS_ESP_IDF_INCLUDE_OURO_ESP_H */
