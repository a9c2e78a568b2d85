/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Stands for ESP-IDF's header of this name: what ports/esp-idf uses of it, declared as its documentation says.
 */
#ifndef OURO_INCLUDED_TESTS_ESP_IDF_INCLUDE_FREERTOS_TASK_H
#define OURO_INCLUDED_TESTS_ESP_IDF_INCLUDE_FREERTOS_TASK_H

#include <freertos/FreeRTOS.h>

typedef struct task *TaskHandle_t;
typedef void (*TaskFunction_t)(void *);

/* stack: bytes, in ESP-IDF. */
BaseType_t xTaskCreate(TaskFunction_t function, const char *name, uint32_t stack, void *argument,
                       UBaseType_t priority, TaskHandle_t *created);
void vTaskDelete(TaskHandle_t task); /* NULL: this one */
void vTaskDelay(TickType_t ticks);
TaskHandle_t xTaskGetCurrentTaskHandle(void);
BaseType_t xTaskNotifyGive(TaskHandle_t task);
uint32_t ulTaskNotifyTake(BaseType_t clear, TickType_t ticks);

#endif /* OURO_INCLUDED_TESTS_ESP_IDF_INCLUDE_FREERTOS_TASK_H */
