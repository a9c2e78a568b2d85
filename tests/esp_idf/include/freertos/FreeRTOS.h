/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Stands for ESP-IDF's header of this name: what ports/esp-idf uses of it, declared as its documentation says.
 */
#ifndef OURO_INCLUDED_TESTS_ESP_IDF_INCLUDE_FREERTOS_FREERTOS_H
#define OURO_INCLUDED_TESTS_ESP_IDF_INCLUDE_FREERTOS_FREERTOS_H

#include <stdint.h>

typedef int BaseType_t;
typedef unsigned UBaseType_t;
typedef uint32_t TickType_t;

#define pdFALSE 0
#define pdTRUE 1
#define pdPASS 1
#define portTICK_PERIOD_MS ((TickType_t)10) /* CONFIG_FREERTOS_HZ=100 */

#endif /* OURO_INCLUDED_TESTS_ESP_IDF_INCLUDE_FREERTOS_FREERTOS_H */
