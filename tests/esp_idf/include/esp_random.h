/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Stands for ESP-IDF's header of this name: what ports/esp-idf uses of it, declared as its documentation says.
 */
#ifndef OURO_INCLUDED_TESTS_ESP_IDF_INCLUDE_ESP_RANDOM_H
#define OURO_INCLUDED_TESTS_ESP_IDF_INCLUDE_ESP_RANDOM_H

#include <stdint.h>

uint32_t esp_random(void);

#endif /* OURO_INCLUDED_TESTS_ESP_IDF_INCLUDE_ESP_RANDOM_H */
