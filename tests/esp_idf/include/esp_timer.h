/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Stands for ESP-IDF's header of this name: what ports/esp-idf uses of it, declared as its documentation says.
 */
#ifndef OURO_INCLUDED_TESTS_ESP_IDF_INCLUDE_ESP_TIMER_H
#define OURO_INCLUDED_TESTS_ESP_IDF_INCLUDE_ESP_TIMER_H

#include <stdint.h>

int64_t esp_timer_get_time(void); /* microseconds since the start */

#endif /* OURO_INCLUDED_TESTS_ESP_IDF_INCLUDE_ESP_TIMER_H */
