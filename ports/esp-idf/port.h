/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What the parts of this port know of each other.
 */
#ifndef OURO_INCLUDED_PORTS_ESP_IDF_PORT_H
#define OURO_INCLUDED_PORTS_ESP_IDF_PORT_H

#include <stddef.h>

struct ou_vm;

/* console.c */
extern struct ou_vm *volatile port_vm; /* for Ctrl-C; or NULL */
int port_console_init(void); /* 0, or -1: no memory for its task.  Called by the task of the interpreter */
long port_console_read(void *buffer, size_t n); /* standard input */

#endif /* OURO_INCLUDED_PORTS_ESP_IDF_PORT_H */
