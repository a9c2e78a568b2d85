/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Faults: what happened and where, instead of a board that hangs.  The report names the fault and the registers, the
 * line of Python that ran, and how memory stands; then the simulation ends with status 134, or the board is reset.
 *
 * It runs on the stack of the exception handlers and allocates nothing.  Pointers are looked at before they are
 * followed, because a fault in the handler of a HardFault would stop the processor for good.
 */
#include <board.h>
#include <ouro/port.h>
#include <string.h>

#include "machine.h"
#include <ouro/inspect.h>

#define STATUS 134
#define LINES 8 /* of the traceback */

#ifdef __ARM_ARCH_6M__
#define HAS_STATUS 0 /* ARMv6-M has only HardFault, and does not say why */
#else
#define HAS_STATUS 1
#endif

/* What the processor pushes, and what fault_handler adds. */
struct frame {
    uint32_t r[4], r12, lr, pc, psr;
};
struct saved {
    uint32_t r8[4], r4[4];
};

static bool reporting;

/* -- writing -- */

static void put_n(const char *text, size_t n) { ou_port_write(2, text, n); }
static void put(const char *text) { put_n(text, strlen(text)); }

static void put_hex(const char *label, uint32_t v)
{
    char text[11] = "0x";
    for (unsigned i = 0; i < 8; i++)
        text[2 + i] = "0123456789abcdef"[v >> (28 - 4 * i) & 15];
    put(label);
    put_n(text, 10);
}

static void put_decimal(const char *label, uint32_t v)
{
    char text[10], *p = text + sizeof text;
    do
        *--p = (char)('0' + v % 10);
    while (v /= 10);
    put(label);
    put_n(p, (size_t)(text + sizeof text - p));
}

/* -- what can be read without a fault -- */

static bool lies_in(uintptr_t p, size_t n, uintptr_t start, size_t size)
{
    return p >= start && n <= size && p - start <= size - n;
}

static bool in_ram(uintptr_t p, size_t n)
{
    return lies_in(p, n, BOARD_RAM, BOARD_RAM_SIZE) || lies_in(p, n, BOARD_SLOW_RAM, BOARD_SLOW_RAM_SIZE);
}

static bool readable(uintptr_t p, size_t n)
{
    return p % 4 == 0 && (in_ram(p, n) || lies_in(p, n, (uintptr_t)64, (size_t)(uintptr_t)files_high - 64));
}

/* -- the parts of the report -- */

static void put_registers(const struct frame *f, const struct saved *s)
{
    static const char *const labels[] = {"\n  r0  ", "  r1  ", "  r2  ",   "  r3  ", "\n  r4  ", "  r5  ",
                                         "  r6  ",   "  r7  ", "\n  r8  ", "  r9  ", "  r10 ",   "  r11 "};
    if (f)
        for (unsigned i = 0; i < 4; i++)
            put_hex(labels[i], f->r[i]);
    else
        put("\n  the processor could not store r0 to r3, pc and psr");
    for (unsigned i = 0; s && i < 4; i++)
        put_hex(labels[4 + i], s->r4[i]);
    for (unsigned i = 0; s && i < 4; i++)
        put_hex(labels[8 + i], s->r8[i]);
    if (f) {
        put_hex("\n  r12 ", f->r12);
        put_hex("  lr  ", f->lr);
        put_hex("  pc  ", f->pc);
        put_hex("  psr ", f->psr);
    }
    put("\n");
}

static void put_python(struct ou_vm *vm)
{
    const void *frame = NULL;
    struct ou_place place;
    int more = ou_place_next(vm, &frame, readable, &place);
    put(more ? "Python, innermost first:\n" : "no Python code was running\n");
    for (unsigned i = 0; more > 0 && i < LINES; i++, more = ou_place_next(vm, &frame, readable, &place)) {
        put("  File \"");
        put_n(place.filename, place.filename_size);
        put_decimal("\", line ", place.line);
        put("\n");
    }
    if (more)
        put(more < 0 ? "  (this frame cannot be read)\n" : "  ...\n");
}

static void put_memory(struct ou_vm *vm)
{
    struct ou_crash_figures s;
    if (ou_crash_figures(vm, readable, &s) < 0)
        return;
    put_decimal("memory: ", s.outer_used);
    put_decimal(" bytes in use, at most ", s.outer_peak);
    put_decimal(" of ", s.outer_total);
    put_decimal("; objects ", s.heap_used);
    put_decimal(" in ", s.areas);
    put_decimal(s.areas == 1 ? " area, free " : " areas, free ", s.heap_total - s.heap_used);
    put_decimal(", collections ", s.collections);
    put("\n");
}

static void put_stack(uintptr_t sp)
{
    uintptr_t low = (uintptr_t)c_stack_low, high = (uintptr_t)c_stack_high;
    if (sp > high || (sp < low && low - sp > 65536))
        return;
    put_decimal("C stack: ", high - sp);
    put_decimal(" of ", high - low);
    put(*(volatile uint32_t *)low == CANARY ? " bytes in use\n"
                                            : " bytes in use; the canary at its end is gone\n");
}

static _Noreturn void report(const char *what, const struct frame *f, const struct saved *s, uintptr_t sp)
{
    if (reporting) {
        put("\nouro: another fault in the report of the first\n");
        board_end(STATUS);
    }
    reporting = true;
    put("\nouro: ");
    put(watchdog_ran_out() ? "the watchdog was not fed in time" : what);
    if (f)
        put_hex(" at ", f->pc);
    if (HAS_STATUS && SCB_CFSR) {
        put_hex(", CFSR ", SCB_CFSR);
        if (SCB_CFSR & SCB_CFSR_MMARVALID)
            put_hex(", address ", SCB_MMFAR);
        else if (SCB_CFSR & SCB_CFSR_BFARVALID)
            put_hex(", address ", SCB_BFAR);
    }
    put_registers(f, s);
    put_stack(sp);
    if (readable((uintptr_t)running_vm, ou_vm_size())) {
        put_python(running_vm);
        put_memory(running_vm);
    } else {
        put("no interpreter was running\n");
    }
    if (!watchdog_ran_out())
        board_end(STATUS);
    host_exit(STATUS);
    board_reset(RESET_WATCHDOG);
}

/* -- entries -- */

/* A breakpoint that asks a host, and there is none. */
static bool is_unheard_request(const struct frame *f)
{
    return readable(f->pc & ~3u, 4) && *(const uint16_t *)(uintptr_t)f->pc == 0xbeab;
}

static bool is_stack_overflow(uintptr_t sp)
{
    return *(volatile uint32_t *)(void *)c_stack_low != CANARY || sp < (uintptr_t)c_stack_low + 64;
}

/* What kind of exception this is, by its number. */
static const char *name_of(uint32_t number)
{
    static const char *const names[] = {"NMI", "HardFault", "MemManage", "BusFault", "UsageFault"};
    return number >= 2 && number <= 6 ? names[number - 2] : "an unexpected exception";
}

__attribute__((used)) static void examine(struct frame *f, uint32_t exc_return, const struct saved *s)
{
    uint32_t number;
    bool is_process = exc_return & 4; /* it happened on the C stack */
    uintptr_t sp = (uintptr_t)f;
    __asm volatile("mrs %0, ipsr" : "=r"(number));
    if (!in_ram(sp, sizeof *f) || (HAS_STATUS && SCB_CFSR & SCB_CFSR_STACKING))
        f = NULL;
    if (f && number == 3 && is_unheard_request(f)) {
        if (HAS_STATUS)
            SCB_HFSR = SCB_HFSR; /* each bit is cleared by writing it */
        f->r[0] = (uint32_t)-1;
        f->pc += 2;
        return;
    }
    report(is_process && number != 2 && is_stack_overflow(sp) ? "the C stack overflowed" : name_of(number), f,
           s, sp);
}

__attribute__((naked)) void fault_handler(void)
{
    __asm volatile("mrs   r0, msp\n\t"
                   "mov   r1, lr\n\t"
                   "push  {r4-r7, lr}\n\t"
                   "mov   r4, r8\n\t"
                   "mov   r5, r9\n\t"
                   "mov   r6, r10\n\t"
                   "mov   r7, r11\n\t"
                   "push  {r4-r7}\n\t"
                   "movs  r2, #4\n\t"
                   "tst   r1, r2\n\t"
                   "beq   1f\n\t"
                   "mrs   r0, psp\n"
                   "1:\n\t"
                   "mov   r2, sp\n\t"
                   "bl    examine\n\t"
                   "add   sp, #16\n\t"
                   "pop   {r4-r7, pc}\n\t");
}

void stack_overflow(void)
{
    uint32_t psp;
    __asm volatile("mrs %0, psp" : "=r"(psp));
    report("the C stack overflowed", in_ram(psp, sizeof(struct frame)) ? (struct frame *)psp : NULL, NULL,
           psp);
}

/* Not every machine faults where it has no memory, so the megabyte below RAM, into which the C stack would overflow,
 * is closed. */
static void close_what_is_below_the_stack(void)
{
    _Static_assert(BOARD_RAM % (1u << 20) == 0, "a region begins at a multiple of its size");
    if (!(MPU_TYPE & MPU_TYPE_REGIONS))
        return;
    MPU_RBAR = (BOARD_RAM - (1u << 20)) | MPU_RBAR_REGION(0);
    MPU_RASR = MPU_RASR_NO_ACCESS | MPU_RASR_SIZE(20);
    MPU_CTRL = MPU_CTRL_ON | MPU_CTRL_DEFAULT_MAP;
    __asm volatile("dsb\n\tisb");
}

void fault_init(void)
{
    if (!HAS_STATUS)
        return;
    close_what_is_below_the_stack();
    SCB_CCR |= SCB_CCR_DIV_0_TRP | SCB_CCR_STKALIGN;
    SCB_SHCSR |= SCB_SHCSR_MEMFAULTENA | SCB_SHCSR_BUSFAULTENA | SCB_SHCSR_USGFAULTENA;
}
