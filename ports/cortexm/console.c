/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The console: a UART, or the host's standard streams where a host has given a program to run.
 *
 * What comes from the UART is collected by its interrupt; Ctrl-C interrupts the program at once, unless the
 * prompt reads every byte as it is typed.
 */
#include <board.h>
#include <ouro/embed.h>
#include <ouro/port.h>
#include <string.h>

#include "machine.h"

struct ou_vm *volatile running_vm;

#define INTERRUPTED (-4) /* EINTR of Linux, negated */
#define RECEIVED 64      /* a power of two; what comes while they are full is lost */
static volatile char received[RECEIVED];
static volatile unsigned n_put, n_taken;
static volatile bool raw, interrupted;

void console_init(void)
{
    uart_init();
    NVIC_ISER = 1u << BOARD_UART_INTERRUPT;
}

void console_received(char c)
{
    if (c == 3 && !raw && running_vm) {
        ou_vm_interrupt(running_vm);
        interrupted = true;
        return;
    }
    if (n_put - n_taken == RECEIVED)
        return;
    received[n_put % RECEIVED] = c;
    n_put++;
}

/* A terminal wants both characters at the end of a line; the prompt sends both by itself. */
void console_write(const char *text, size_t n)
{
    static char last;
    for (size_t i = 0; i < n; i++) {
        if (text[i] == '\n' && last != '\r')
            uart_put('\r');
        last = text[i];
        uart_put(last);
    }
}

void ou_port_write(int fd, const char *text, size_t n)
{
    if (host_present())
        host_write(fd, text, n);
    else
        console_write(text, n);
}

/* The next byte; -1: Ctrl-C came instead. */
static int get(void)
{
    while (n_put == n_taken) {
        if (interrupted) { /* or was before: then it may be no news, and who asks will ask again */
            interrupted = false;
            return -1;
        }
        if (running_vm && ou_memory_idle(running_vm, OU_MEMORY_FOREVER))
            continue;
        if (n_put == n_taken)
            wait_for_interrupt(); /* the clock ends it, too, so nothing is missed */
    }
    char c = received[n_taken % RECEIVED];
    n_taken++;
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

/* Standard input: with echo, a line ends with Return, and Ctrl-D is the end. */
long console_read(void *buffer, size_t n)
{
    size_t got = 0;
    while (got < n) {
        int c = get();
        if (c < 0)
            return INTERRUPTED;
        if (c == 4)
            break;
        c = c == '\r' ? '\n' : c;
        console_write(&(char){(char)c}, 1);
        ((char *)buffer)[got++] = (char)c;
        if (c == '\n')
            break;
    }
    return (long)got;
}

static void say(const char *text) { ou_port_write(2, text, strlen(text)); }

void ou_port_report(const char *text)
{
    say("ouro: ");
    say(text);
    say("\n");
}

_Noreturn void ou_port_panic(const char *file, int line, const char *text)
{
    char digits[12], *p = digits + sizeof digits - 1;
    for (*p = 0; line || !*p; line /= 10)
        *--p = (char)('0' + line % 10);
    say("ouro: ");
    say(file);
    say(":");
    say(p);
    say(": assertion failed: ");
    say(text);
    say("\n");
    board_end(134);
}
