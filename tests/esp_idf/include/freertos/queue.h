/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Stands for ESP-IDF's header of this name: what ports/esp-idf uses of it, declared as its documentation says.
 */
#ifndef OURO_INCLUDED_TESTS_ESP_IDF_INCLUDE_FREERTOS_QUEUE_H
#define OURO_INCLUDED_TESTS_ESP_IDF_INCLUDE_FREERTOS_QUEUE_H

#include <freertos/FreeRTOS.h>

typedef struct queue *QueueHandle_t;

QueueHandle_t xQueueCreate(UBaseType_t length, UBaseType_t item_size);
BaseType_t xQueueSend(QueueHandle_t queue, const void *item, TickType_t ticks);
BaseType_t xQueueReceive(QueueHandle_t queue, void *item, TickType_t ticks);

#endif /* OURO_INCLUDED_TESTS_ESP_IDF_INCLUDE_FREERTOS_QUEUE_H */
