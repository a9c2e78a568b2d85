/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What the parts of this port know of the processor and of each other.
 */
#ifndef OURO_INCLUDED_PORTS_CORTEXM_MACHINE_H
#define OURO_INCLUDED_PORTS_CORTEXM_MACHINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define REGISTER(address) (*(volatile uint32_t *)(uintptr_t)(address))

/* The system control space, the same on every Cortex-M (ARMv7-M Architecture Reference Manual, B3). */
#define SYST_CSR REGISTER(0xe000e010) /* SysTick: control, reload value, current value */
#define SYST_RVR REGISTER(0xe000e014)
#define SYST_CVR REGISTER(0xe000e018)
#define NVIC_ISER REGISTER(0xe000e100) /* enables interrupts 0 to 31 */
#define SCB_ICSR REGISTER(0xe000ed04)
#define SCB_ICSR_NMIPENDSET (1u << 31)
#define SCB_ICSR_PENDSTSET (1u << 26)
#define SCB_VTOR REGISTER(0xe000ed08)
#define SCB_AIRCR REGISTER(0xe000ed0c)
#define SCB_AIRCR_RESET 0x05fa0004u
/* From here on not on ARMv6-M (Cortex-M0). */
#define SCB_CCR REGISTER(0xe000ed14)
#define SCB_CCR_DIV_0_TRP (1u << 4)
#define SCB_CCR_STKALIGN (1u << 9)
#define SCB_SHCSR REGISTER(0xe000ed24)
#define SCB_SHCSR_MEMFAULTENA (1u << 16)
#define SCB_SHCSR_BUSFAULTENA (1u << 17)
#define SCB_SHCSR_USGFAULTENA (1u << 18)
#define SCB_CFSR REGISTER(0xe000ed28)
#define SCB_CFSR_STACKING (1u << 4 | 1u << 12) /* the frame of the exception could not be stored */
#define SCB_CFSR_MMARVALID (1u << 7)
#define SCB_CFSR_BFARVALID (1u << 15)
#define SCB_HFSR REGISTER(0xe000ed2c)
#define SCB_MMFAR REGISTER(0xe000ed34)
#define SCB_BFAR REGISTER(0xe000ed38)
#define SCB_CPACR REGISTER(0xe000ed88)
#define SCB_CPACR_FPU (0xfu << 20) /* may be used by everyone */
#define MPU_TYPE REGISTER(0xe000ed90)
#define MPU_TYPE_REGIONS 0xff00u
#define MPU_CTRL REGISTER(0xe000ed94)
#define MPU_CTRL_ON 1u
#define MPU_CTRL_DEFAULT_MAP 4u /* for what no region says anything about */
#define MPU_RBAR REGISTER(0xe000ed9c)
#define MPU_RBAR_REGION(n) (1u << 4 | (n))
#define MPU_RASR REGISTER(0xe000eda0)
#define MPU_RASR_NO_ACCESS (1u << 28) /* nor execution; a size of 2^log bytes follows */
#define MPU_RASR_SIZE(log) (((log)-1) << 1 | 1u)

/* start.c, link.ld */
extern char c_stack_low[], c_stack_high[]; /* the interpreter's C stack; a canary at its low end */
extern char heap_low[], heap_high[];       /* what is left of RAM */
extern char files_low[], files_high[];     /* what is left of flash, where files may lie */
#define CANARY 0x6f75726fu
void reset(void);
_Noreturn void board_main(void);      /* main.c: runs on the C stack */
_Noreturn void board_end(int status); /* ends the simulation, or resets the board */

/* mod_machine.c: module machine.  What a board was reset for has MicroPython's numbers. */
enum reset_cause { RESET_POWER_ON = 1, RESET_HARD = 2, RESET_WATCHDOG = 3, RESET_SOFT = 5 };
void reset_init(void);
_Noreturn void board_reset(enum reset_cause why);
bool soft_reset_wanted(void); /* was it asked for since the last call? */
void soft_reset_done(void);
bool watchdog_ran_out(void); /* so its interrupt is why the fault handler runs */
extern const struct ou_rom_module ou_module_machine;

/* clock_*.c, by the board, with ou_port_ticks_us */
void clock_init(void);
void clock_handler(void);     /* its interrupt, each millisecond */
uint32_t clock_counter(void); /* the fastest that there is */

/* clock.c */
void check_canary(void);       /* from clock_handler */
void wait_for_interrupt(void); /* the clock's at the latest; time.process_time() does not count it */

/* uart_*.c, by the board.  put waits for room. */
void uart_init(void);
void uart_put(char c);
void uart_handler(void); /* its interrupt: hands what has come to console_received */

/* console.c */
extern struct ou_vm *volatile running_vm; /* for Ctrl-C, and for reports; or NULL */
void console_init(void);
void console_received(char c);
void console_write(const char *text, size_t n);
long console_read(void *buffer, size_t n); /* standard input */

/* fault.c */
void fault_init(void);
void fault_handler(void); /* of every fault, and of NMI */
/* From an interrupt: the canary is gone. */
void stack_overflow(void);

/* semihosting.c: the host's part; what does not work is -1 or false. */
bool host_present(void);                             /* somebody answers, and wants to be asked */
size_t host_command_line(char *buffer, size_t size); /* its length; 0: none */
void host_write(int fd, const char *text, size_t n); /* fd 1 or 2 */
long host_read(void *buffer, size_t n);              /* standard input */
uint32_t host_time(void);                            /* seconds since 1970; 0: unknown */
void host_exit(int status);                          /* returns if there is no host */
/* Files of the host, as ou_port_file_... */
int host_file_open(const char *path, int flags);
int host_file_close(int handle);
long host_file_read(int handle, void *buffer, size_t n);
long host_file_write(int handle, const void *data, size_t n);
long host_file_seek(int handle, long offset, int whence);
int host_file_kind(const char *path);
int host_file_remove(const char *path);
int host_file_rename(const char *from, const char *to);
int host_file_stat(const char *path, int64_t *mode, int64_t *size);
#define STAT_FOLDER 040755 /* of Linux */
#define STAT_FILE 0100644
#define NOT_ON_THE_HOST (-95) /* semihosting cannot do it: EOPNOTSUPP */

/* files.c: the board's own */
struct ou_outer;
void files_init(struct ou_outer *outer);
size_t files_used(void); /* bytes of the outer heap that files in RAM take */

#endif /* OURO_INCLUDED_PORTS_CORTEXM_MACHINE_H */
