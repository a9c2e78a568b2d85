/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Finding frozen modules.
 */
#include "object/code/frozen.h"
#include <string.h>

const struct ou_frozen_module *ou_frozen_find(const char *name, size_t n)
{
    for (const struct ou_frozen_module *m = ou_frozen_modules; m && m->name; m++)
        if (strlen(m->name) == n && memcmp(m->name, name, n) == 0)
            return m;
    return NULL;
}
