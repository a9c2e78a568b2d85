/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Stands for FreeRTOS and the rest of ESP-IDF that the port uses: tasks are threads, a tick is 10 ms.
 *
 * A task's stack is taken from the internal heap, as there, but a thread has another one, with room for the C library of
 * this machine.
 */
#define _GNU_SOURCE /* getrandom */
#include "idf_heap.h"
#include <esp_random.h>
#include <esp_system.h>
#include <esp_timer.h>
#include <freertos/queue.h>
#include <freertos/task.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#define MORE_STACK (256u << 10)

struct task {
    TaskFunction_t function;
    void *argument, *stack;
    unsigned notifications;
};

struct queue {
    size_t item_size, length, first, n;
    char items[];
};

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER; /* a queue, or a number of notifications */
static _Thread_local struct task *current;

static struct timespec after(TickType_t ticks)
{
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    uint64_t ns = (uint64_t)t.tv_nsec + (uint64_t)ticks * portTICK_PERIOD_MS * 1000000u;
    t.tv_sec += (time_t)(ns / 1000000000u);
    t.tv_nsec = (long)(ns % 1000000000u);
    return t;
}

/* Waits for a change, with the mutex held; false: the time is over. */
static int wait_until(const struct timespec *end)
{
    return pthread_cond_timedwait(&changed, &mutex, end) == 0;
}

static void *run_task(void *argument)
{
    current = argument;
    current->function(current->argument);
    fprintf(stderr, "a task returned from its function\n");
    abort();
}

BaseType_t xTaskCreate(TaskFunction_t function, const char *name, uint32_t stack, void *argument,
                       UBaseType_t priority, TaskHandle_t *created)
{
    (void)name, (void)priority;
    void *memory = heap_caps_malloc(stack, IDF_INTERNAL);
    struct task *task = memory ? calloc(1, sizeof *task) : NULL;
    pthread_attr_t attributes;
    pthread_t thread;
    if (!task)
        return pdFALSE;
    *task = (struct task){function, argument, memory, 0};
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, stack + MORE_STACK);
    if (pthread_create(&thread, &attributes, run_task, task) != 0)
        return pdFALSE;
    if (created)
        *created = task;
    return pdPASS;
}

void vTaskDelete(TaskHandle_t task)
{
    (void)task; /* this one */
    heap_caps_free(current->stack);
    free(current);
    pthread_exit(NULL);
}

void vTaskDelay(TickType_t ticks) { usleep(ticks * portTICK_PERIOD_MS * 1000u); }

TaskHandle_t xTaskGetCurrentTaskHandle(void) { return current; }

BaseType_t xTaskNotifyGive(TaskHandle_t task)
{
    pthread_mutex_lock(&mutex);
    task->notifications++;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&mutex);
    return pdPASS;
}

uint32_t ulTaskNotifyTake(BaseType_t clear, TickType_t ticks)
{
    struct timespec end = after(ticks);
    pthread_mutex_lock(&mutex);
    while (!current->notifications && wait_until(&end))
        ;
    uint32_t n = current->notifications;
    if (n)
        current->notifications = clear ? 0 : n - 1;
    pthread_mutex_unlock(&mutex);
    return n;
}

QueueHandle_t xQueueCreate(UBaseType_t length, UBaseType_t item_size)
{
    struct queue *q = heap_caps_malloc(sizeof *q + (size_t)length * item_size, IDF_INTERNAL);
    if (q)
        *q = (struct queue){item_size, length, 0, 0};
    return q;
}

BaseType_t xQueueSend(QueueHandle_t q, const void *item, TickType_t ticks)
{
    struct timespec end = after(ticks);
    pthread_mutex_lock(&mutex);
    while (q->n == q->length && ticks && wait_until(&end))
        ;
    BaseType_t done = q->n < q->length;
    if (done) {
        memcpy(q->items + (q->first + q->n) % q->length * q->item_size, item, q->item_size);
        q->n++;
        pthread_cond_broadcast(&changed);
    }
    pthread_mutex_unlock(&mutex);
    return done;
}

BaseType_t xQueueReceive(QueueHandle_t q, void *item, TickType_t ticks)
{
    struct timespec end = after(ticks);
    pthread_mutex_lock(&mutex);
    while (!q->n && ticks && wait_until(&end))
        ;
    BaseType_t done = q->n > 0;
    if (done) {
        memcpy(item, q->items + q->first * q->item_size, q->item_size);
        q->first = (q->first + 1) % q->length;
        q->n--;
        pthread_cond_broadcast(&changed);
    }
    pthread_mutex_unlock(&mutex);
    return done;
}

uint32_t esp_random(void)
{
    uint32_t v = 0;
    return getrandom(&v, sizeof v, 0) == sizeof v ? v : 4;
}

int64_t esp_timer_get_time(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

_Noreturn void esp_restart(void)
{
    fprintf(stderr, "restart\n");
    exit(77);
}
