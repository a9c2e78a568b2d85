/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Texts of exceptions, and the formats of ou_raise.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_ERRORS_MESSAGE_H
#define OURO_INCLUDED_SRC_OBJECT_ERRORS_MESSAGE_H

#include "object/core/object.h"

ou_val ou_str_vformat(struct ou_vm *vm, const char *format, va_list arguments) OU_MUST_CHECK;
/* The text of a message, and the type of the exception. */
ou_val ou_message_format(struct ou_vm *vm, const struct ou_message *message, const struct ou_type **type,
                         va_list arguments) OU_MUST_CHECK;

#endif /* OURO_INCLUDED_SRC_OBJECT_ERRORS_MESSAGE_H */
