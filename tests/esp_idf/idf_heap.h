/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The functions of esp_heap_caps.h over two ranges of memory, internal and SPIRAM, each a TLSF pool of our own; and
 * what tests may ask of it.
 */
#ifndef OURO_INCLUDED_TESTS_ESP_IDF_IDF_HEAP_H
#define OURO_INCLUDED_TESTS_ESP_IDF_IDF_HEAP_H

#include <esp_heap_caps.h>

#define IDF_INTERNAL (MALLOC_CAP_INTERNAL | MALLOC_CAP_DMA | MALLOC_CAP_8BIT)
#define IDF_SPIRAM (MALLOC_CAP_SPIRAM | MALLOC_CAP_8BIT)

/* Both ranges are empty from now on; size 0: the machine has none of that memory. */
void idf_heap_init(void *internal, size_t internal_size, void *spiram, size_t spiram_size);
/* From now on: every nth request for memory fails, whatever is free (0: none does); making a block smaller moves it. */
void idf_heap_fail(unsigned every);
void idf_heap_moves(bool moves);

#endif /* OURO_INCLUDED_TESTS_ESP_IDF_IDF_HEAP_H */
