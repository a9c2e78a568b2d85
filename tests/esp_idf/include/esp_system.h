/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Stands for ESP-IDF's header of this name: what ports/esp-idf uses of it, declared as its documentation says.
 */
#ifndef OURO_INCLUDED_TESTS_ESP_IDF_INCLUDE_ESP_SYSTEM_H
#define OURO_INCLUDED_TESTS_ESP_IDF_INCLUDE_ESP_SYSTEM_H

_Noreturn void esp_restart(void);

#endif /* OURO_INCLUDED_TESTS_ESP_IDF_INCLUDE_ESP_SYSTEM_H */
