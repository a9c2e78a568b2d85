/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Stress switches by name, for debug builds.
 */
#include "object/core/vm.h"
#include <ouro/supervisor.h>

#if OU_DEBUG

static bool is(const char *word, size_t n, const char *name)
{
    return n == strlen(name) && !memcmp(word, name, n);
}

int ou_stress_set(struct ou_vm *vm, const char *list)
{
    struct ou_gc_stress *stress = ou_gc_stress(&vm->heap);
    while (list && *list) {
        size_t n = strcspn(list, ",");
        if (is(list, n, "always"))
            stress->collect_always = true;
        else if (is(list, n, "increments"))
            stress->increments = true;
        else if (is(list, n, "verify"))
            stress->verify_phases = true;
        else if (is(list, n, "poison"))
            stress->poison = true;
        else if (is(list, n, "move"))
            stress->move = true;
        else if (n > 5 && !memcmp(list, "fail=", 5)) {
            uint32_t v = 0;
            for (size_t i = 5; i < n; i++)
                v = v * 10 + (uint32_t)(list[i] - '0');
            stress->fail_nth = v;
        } else
            return -1;
        list += n + (list[n] == ',');
    }
    return 0;
}

#else

int ou_stress_set(struct ou_vm *vm, const char *list)
{
    (void)vm;
    return list && *list ? -1 : 0;
}

#endif
