/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What port.c does for the fuzz targets.
 */
#ifndef OURO_INCLUDED_TESTS_FUZZ_FUZZ_H
#define OURO_INCLUDED_TESTS_FUZZ_FUZZ_H

#include <ouro/embed.h>

/* Calls run in a VM of its own that is stopped if it takes too long; then the heap must pass the audit, and taking the
 * VM down must give every byte back, else the process aborts.  0. */
int fuzz_in_vm(const void *stack_base, void (*run)(struct ou_vm *vm, const uint8_t *data, size_t size),
               const uint8_t *data, size_t size);

#endif /* OURO_INCLUDED_TESTS_FUZZ_FUZZ_H */
