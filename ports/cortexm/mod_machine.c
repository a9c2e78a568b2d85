/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Module machine: resets, and the watchdog.
 *
 * The watchdog is that of ARM's system design kit, which the chips of Stellaris have, too: a counter that, once
 * at 0, first interrupts (fault.c reports where the program hung, and the board is reset) and, counted down again,
 * resets the board by itself.  What the reset was for is told from words of RAM that nothing clears.
 */
#include <board.h>
#include <ouro/ouro.h>
#include <ouro/port.h>

#include "machine.h"

#if BOARD_WATCHDOG_BASE
#define WATCHDOG_LOAD REGISTER(BOARD_WATCHDOG_BASE)
#define WATCHDOG_CONTROL REGISTER(BOARD_WATCHDOG_BASE + 0x08)
#define WATCHDOG_CONTROL_INTERRUPT 1u
#define WATCHDOG_CONTROL_RESET 2u
#define WATCHDOG_CLEAR REGISTER(BOARD_WATCHDOG_BASE + 0x0c)
#define WATCHDOG_STATE REGISTER(BOARD_WATCHDOG_BASE + 0x14)
#define LONGEST_MS (UINT32_MAX / (BOARD_CLOCK / 1000))
#endif

/* -- why the board was reset -- */

static struct {
    uint32_t cause, check;
} note __attribute__((section(".noinit"))); /* check is ~cause, unless the board was without power */
static uint8_t cause;                       /* of the reset before this run of the interpreter */

void reset_init(void)
{
    cause = note.check == ~note.cause ? (uint8_t)note.cause : RESET_POWER_ON;
    note.check = 0;
}

static void note_cause(enum reset_cause why)
{
    note.cause = why;
    note.check = ~note.cause;
}

_Noreturn void board_reset(enum reset_cause why)
{
    note_cause(why);
    SCB_AIRCR = SCB_AIRCR_RESET;
    for (;;)
        ;
}

static bool soft_reset_asked;

bool soft_reset_wanted(void)
{
    bool asked = soft_reset_asked;
    soft_reset_asked = false;
    return asked;
}

void soft_reset_done(void) { cause = RESET_SOFT; }

OU_NATIVE_STATIC(machine_reset) { board_reset(RESET_HARD); }

/* The program ends as if it had called sys.exit(), and main.c begins anew. */
OU_NATIVE_STATIC(machine_soft_reset)
{
    soft_reset_asked = true;
    ou_val exception = ou_call(vm, OU_ROM(&ou_exc_SystemExit), 0, 0, NULL);
    return exception == OU_EXC ? OU_EXC : ou_raise_value(vm, exception);
}

OU_NATIVE_STATIC(machine_reset_cause) { return ou_small(cause); }

OU_NATIVE_STATIC(machine_freq) { return ou_int_new(vm, BOARD_CLOCK); }

OU_NATIVE_STATIC(machine_idle)
{
    wait_for_interrupt();
    return OU_NONE;
}

/* -- the watchdog -- */

#if BOARD_WATCHDOG_BASE
bool watchdog_ran_out(void) { return WATCHDOG_STATE & 1; }

static uint32_t watchdog_load;
extern const struct ou_type watchdog_type;
OU_ROM_ALIGN static const struct {
    ou_val type;
} watchdog = {OU_ROM(&watchdog_type)};

static void feed(void)
{
    WATCHDOG_LOAD = watchdog_load; /* the counter starts again from it */
    WATCHDOG_CLEAR = 1;
}

/* WDT(id=0, timeout=5000): the watchdog, running from now on; it cannot be stopped. */
static ou_val watchdog_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                                 const ou_val *args)
{
    ou_val given[2];
    ou_int id = 0, ms = 5000;
    (void)type;
    if (ou_args_parse(vm, "WDT", "|id timeout", n_args, n_kw, args, given) < 0 ||
        (given[0] != OU_ABSENT && ou_to_int(vm, given[0], &id) < 0) ||
        (given[1] != OU_ABSENT && ou_to_int_clamp(vm, given[1], &ms) < 0))
        return OU_EXC;
    if (id != 0)
        return ou_raise(vm, &ou_exc_ValueError, "there is one watchdog, WDT(0), and no WDT(%d)", (int)id);
    if (ms < 1 || (uint32_t)ms > LONGEST_MS)
        return ou_raise(vm, &ou_exc_ValueError, "timeout must be 1 to %d milliseconds", (int)LONGEST_MS);
    watchdog_load = (uint32_t)ms * (BOARD_CLOCK / 1000);
    feed();
#ifdef BOARD_WATCHDOG_INTERRUPT /* else it is the NMI */
    NVIC_ISER = 1u << BOARD_WATCHDOG_INTERRUPT;
#endif
    note_cause(RESET_WATCHDOG); /* whatever else resets the board says so */
    WATCHDOG_CONTROL = WATCHDOG_CONTROL_INTERRUPT | WATCHDOG_CONTROL_RESET;
    return OU_ROM(&watchdog);
}

OU_NATIVE_STATIC(watchdog_feed)
{
    feed();
    return OU_NONE;
}

OU_METHOD(feed_method, watchdog_feed, &watchdog_type, OU_S(feed), 1, 1, 0);
static const struct ou_rom_entry watchdog_entries[] = {
    {OU_S(feed), OU_ROM(&feed_method)},
};
static OU_ROM_TABLE(watchdog_table, watchdog_entries);
static const struct ou_type_ops watchdog_ops = {.construct = watchdog_construct};
OU_ROM_ALIGN const struct ou_type watchdog_type = {.type = OU_ROM(&ou_type_type),
                                                   .ops = OU_ROM(&watchdog_ops),
                                                   .name = OU_S(WDT),
                                                   .bases = OU_ROM(&ou_type_object),
                                                   .dict = OU_ROM(&watchdog_table),
                                                   .flags = OU_SMALL_CONST(OU_TYPE_FINAL),
                                                   .version = OU_SMALL_CONST(0)};
#else
bool watchdog_ran_out(void) { return false; }
#endif

/* -- the module -- */

OU_FUNCTION(freq_function, machine_freq, OU_S(freq), 0, 0, 0);
OU_FUNCTION(idle_function, machine_idle, OU_S(idle), 0, 0, 0);
OU_FUNCTION(reset_function, machine_reset, OU_S(reset), 0, 0, 0);
OU_FUNCTION(reset_cause_function, machine_reset_cause, OU_S(reset_cause), 0, 0, 0);
OU_FUNCTION(soft_reset_function, machine_soft_reset, OU_S(soft_reset), 0, 0, 0);

static const struct ou_rom_entry machine_entries[] = {
    {OU_S(HARD_RESET), OU_SMALL_CONST(RESET_HARD)},
    {OU_S(PWRON_RESET), OU_SMALL_CONST(RESET_POWER_ON)},
    {OU_S(SOFT_RESET), OU_SMALL_CONST(RESET_SOFT)},
#if BOARD_WATCHDOG_BASE
    {OU_S(WDT), OU_ROM(&watchdog_type)},
    {OU_S(WDT_RESET), OU_SMALL_CONST(RESET_WATCHDOG)},
#endif
    {OU_S(__name__), OU_S(machine)},
    {OU_S(freq), OU_ROM(&freq_function)},
    {OU_S(idle), OU_ROM(&idle_function)},
    {OU_S(reset), OU_ROM(&reset_function)},
    {OU_S(reset_cause), OU_ROM(&reset_cause_function)},
    {OU_S(soft_reset), OU_ROM(&soft_reset_function)},
};
static OU_ROM_TABLE(machine_table, machine_entries);
OU_ROM_ALIGN const struct ou_rom_module ou_module_machine = {OU_ROM(&ou_type_rom_module), OU_S(machine),
                                                             &machine_table, NULL};
