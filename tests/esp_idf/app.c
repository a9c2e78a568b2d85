/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * An application of ESP-IDF's form for tests/esp_idf/run.py: it starts the interpreter, with a module `wifi` that stands
 * for the rest of the firmware: what takes memory of the system without asking Ouro.
 */
#include "idf_heap.h"
#include <freertos/task.h>
#include <ouro/ouro.h>
#include <ouro_esp.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define INTERNAL (320u << 10) /* what an ESP32 has free in the end, about */
#define SPIRAM (2u << 20)

static _Alignas(16) char internal[INTERNAL], spiram[SPIRAM];

/* take(n): n bytes of internal memory for the system, as an int; None: there are none. */
OU_NATIVE_STATIC(wifi_take)
{
    ou_int n;
    if (ou_to_int(vm, args[0], &n) < 0)
        return OU_EXC;
    void *p = heap_caps_malloc((size_t)n, IDF_INTERNAL);
    return p ? ou_small((ou_int)((char *)p - internal)) : OU_NONE;
}
OU_FUNCTION(wifi_take_object, wifi_take, OU_S(take), 1, 1, 0);

OU_NATIVE_STATIC(wifi_give)
{
    ou_int at;
    if (ou_to_int(vm, args[0], &at) < 0)
        return OU_EXC;
    heap_caps_free(internal + at);
    return OU_NONE;
}
OU_FUNCTION(wifi_give_object, wifi_give, OU_S(give), 1, 1, 0);

/* fail(n): from now on every nth request to the system fails; 0: none. */
OU_NATIVE_STATIC(wifi_fail)
{
    ou_int n;
    if (ou_to_int(vm, args[0], &n) < 0)
        return OU_EXC;
    idf_heap_fail((unsigned)n);
    return OU_NONE;
}
OU_FUNCTION(wifi_fail_object, wifi_fail, OU_S(fail), 1, 1, 0);

OU_NATIVE_STATIC(wifi_free) { return ou_small((ou_int)heap_caps_get_free_size(IDF_INTERNAL)); }
OU_FUNCTION(wifi_free_object, wifi_free, OU_S(free), 0, 0, 0);

static const struct ou_rom_entry wifi_entries[] = {
    {OU_S(fail), OU_ROM(&wifi_fail_object)},
    {OU_S(free), OU_ROM(&wifi_free_object)},
    {OU_S(give), OU_ROM(&wifi_give_object)},
    {OU_S(take), OU_ROM(&wifi_take_object)},
};
OU_ROM_TABLE(wifi_table, wifi_entries);
OU_ROM_ALIGN static const struct ou_rom_module wifi_module = {OU_ROM(&ou_type_rom_module), OU_S(wifi),
                                                              &wifi_table, NULL};
static const struct ou_rom_module *const modules[] = {&wifi_module, &ou_module_os, NULL};

static void ended(int status)
{
    if (!heap_caps_check_integrity(IDF_INTERNAL, true) || !heap_caps_check_integrity(IDF_SPIRAM, true))
        status = 99;
    fflush(stdout);
    _exit(status);
}

static void app_main(void *argument)
{
    static const struct ouro_application application = {.modules = modules, .ended = ended};
    (void)argument;
    if (ouro_start(&application) < 0 || ouro_start(&application) == 0)
        _exit(98);
    vTaskDelete(NULL);
}

int main(void)
{
    idf_heap_init(internal, INTERNAL, spiram, SPIRAM);
    if (xTaskCreate(app_main, "main", 4096, NULL, 1, NULL) != pdPASS)
        return 97;
    for (;;)
        pause();
}
