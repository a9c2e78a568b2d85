/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Formatting for C code: ou_raise, ou_str_format.  The formats are listed at ou_raise in ouro.h.
 */
#include "object/core/string.h"
#include "object/errors/message.h"

static void add_unsigned(struct ou_builder *b, size_t n, unsigned base, bool negative)
{
    char digits[24];
    size_t i = sizeof digits;
    do {
        digits[--i] = "0123456789abcdef"[n % base];
        n /= base;
    } while (n);
    if (negative)
        digits[--i] = '-';
    ou_builder_add(b, digits + i, sizeof digits - i);
}

static void add_signed(struct ou_builder *b, ou_int n)
{
    add_unsigned(b, n < 0 ? (size_t)0 - (size_t)n : (size_t)n, 10, n < 0);
}

static void add_type_name(struct ou_builder *b, const struct ou_type *type)
{
    ou_builder_add_str(b, type->name);
}

/* The text of v if it is a str, else its str(). */
static void add_text(struct ou_builder *b, ou_val v)
{
    ou_val s = ou_str_exact(v);
    if (!s) {
        s = ou_str(b->vm, v);
        if (s == OU_EXC) {
            b->failed = true;
            b->capacity = b->size;
            return;
        }
        s = ou_str_exact(s);
    }
    ou_builder_add_str(b, s);
}

ou_val ou_str_vformat(struct ou_vm *vm, const char *format, va_list arguments)
{
    struct ou_builder b;
    ou_builder_init(vm, &b);
    for (const char *p = format; *p; p++) {
        const char *percent = p;
        while (*percent && *percent != '%')
            percent++;
        ou_builder_add(&b, p, (size_t)(percent - p));
        if (!*percent)
            break;
        p = percent + 1;
        switch (*p) {
        case 's': ou_builder_add_c(&b, va_arg(arguments, const char *)); break;
        case 'd': add_signed(&b, va_arg(arguments, int)); break;
        case 'u': add_unsigned(&b, va_arg(arguments, unsigned), 10, false); break;
        case 'x': add_unsigned(&b, va_arg(arguments, unsigned), 16, false); break;
        case 'c': ou_builder_add_char(&b, (uint32_t)va_arg(arguments, int)); break;
        case 'v': add_text(&b, va_arg(arguments, ou_val)); break;
        case 'r': ou_builder_add_repr(&b, va_arg(arguments, ou_val)); break;
        case 'T': add_type_name(&b, ou_type_of(va_arg(arguments, ou_val))); break;
        case 'A': {
            ou_val v = va_arg(arguments, ou_val);
            ou_builder_add_str(&b, v == OU_NONE ? OU_S(None) : ou_type_of(v)->name);
            break;
        }
        case 'N': add_type_name(&b, va_arg(arguments, const struct ou_type *)); break;
        case 'z':
            p++;
            if (*p == 'u')
                add_unsigned(&b, va_arg(arguments, size_t), 10, false);
            else
                add_signed(&b, va_arg(arguments, ou_int));
            break;
        default: ou_builder_add_byte(&b, (uint8_t)*p); break;
        }
    }
    return ou_builder_str(&b);
}

ou_val ou_str_format(struct ou_vm *vm, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    ou_val text = ou_str_vformat(vm, format, arguments);
    va_end(arguments);
    return text;
}
