/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The console: the standard streams of ESP-IDF, whatever they are (UART, USB).
 *
 * A task of its own reads what is typed, so that Ctrl-C reaches a program that reads nothing; it asks again each tick
 * where the driver does not wait.  What comes while the prompt reads every byte as it is typed goes into the queue,
 * Ctrl-C too.  It wakes the task of the interpreter out of a sleep by a notification.
 */
#include "port.h"
#include <freertos/FreeRTOS.h>
#include <freertos/queue.h>
#include <freertos/task.h>
#include <ouro/embed.h>
#include <ouro/port.h>
#include <sdkconfig.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define INTERRUPTED (-4) /* EINTR of Linux, negated */
#define TYPED 128        /* bytes; what comes while they are full is lost */
#define STACK 3072

struct ou_vm *volatile port_vm;
static QueueHandle_t typed;
static TaskHandle_t interpreter;
static volatile bool raw, interrupted;

static void received(char c)
{
    struct ou_vm *vm = port_vm;
    if (c == 3 && !raw && vm) {
        ou_vm_interrupt(vm);
        interrupted = true;
        xTaskNotifyGive(interpreter);
        return;
    }
    xQueueSend(typed, &c, 0);
}

static void console_task(void *argument)
{
    (void)argument;
    for (;;) {
        char c;
        if (read(fileno(stdin), &c, 1) == 1)
            received(c);
        else
            vTaskDelay(1);
    }
}

int port_console_init(void)
{
    interpreter = xTaskGetCurrentTaskHandle();
    typed = xQueueCreate(TYPED, 1);
    if (!typed)
        return -1;
    /* Above the interpreter, whose program may never wait. */
    return xTaskCreate(console_task, "ouro_console", STACK, NULL, CONFIG_OURO_TASK_PRIORITY + 1, NULL) ==
                   pdPASS
               ? 0
               : -1;
}

/* The next byte; -1: Ctrl-C came instead. */
static int get(void)
{
    char c;
    while (xQueueReceive(typed, &c, 1) != pdTRUE)
        if (interrupted) { /* or was before: then it may be no news, and who asks will ask again */
            interrupted = false;
            return -1;
        }
    return (unsigned char)c;
}

int ou_port_console_get(void)
{
    int c;
    do
        c = get();
    while (c < 0);
    return c;
}

void ou_port_console_raw(int on) { raw = on; }

void ou_port_write(int fd, const char *text, size_t n)
{
    FILE *stream = fd == 2 ? stderr : stdout;
    fwrite(text, 1, n, stream);
    fflush(stream);
}

/* With echo; a line ends with Return, and Ctrl-D is the end. */
long port_console_read(void *buffer, size_t n)
{
    size_t got = 0;
    while (got < n) {
        int c = get();
        if (c < 0)
            return INTERRUPTED;
        if (c == 4)
            break;
        char echo = c == '\r' ? '\n' : (char)c;
        ou_port_write(1, &echo, 1);
        ((char *)buffer)[got++] = echo;
        if (echo == '\n')
            break;
    }
    return (long)got;
}

void ou_port_report(const char *text) { fprintf(stderr, "ouro: %s\n", text); }
