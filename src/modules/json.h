/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What the files of module json share.
 */
#ifndef OURO_INCLUDED_SRC_MODULES_JSON_H
#define OURO_INCLUDED_SRC_MODULES_JSON_H

#include <ouro/ouro.h>

extern const struct ou_type ou_exc_JSONDecodeError;
/* Native functions. */
OU_NATIVE_FUNCTION(ou_json_loads);
OU_NATIVE_FUNCTION(ou_json_dumps);

#endif /* OURO_INCLUDED_SRC_MODULES_JSON_H */
