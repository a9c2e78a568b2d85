/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Module time.  The local zone is UTC.  Where floats are single, time() and mktime() give ints, because
 * a float would be off by minutes; use ticks_ms() and its relatives for intervals there.
 *
 * A struct_time is a header around a tuple of nine ints; its operations are the tuple's.
 */
#include <math.h>
#include <ouro/ouro.h>

#define TICKS_PERIOD ((uint64_t)1 << 29) /* a small int everywhere, with its negative */

extern const struct ou_type ou_type_struct_time;

#if OU_WITH_CALENDAR

/* -- civil time -- */

enum { YEAR, MONTH, DAY, HOUR, MINUTE, SECOND, WEEKDAY, YEARDAY, IS_DST, FIELDS };

/* Days since 1970-01-01 of a date of the Gregorian calendar; month 1 to 12.  Years begin in March here,
 * so that the leap day is the last one. */
static int64_t days_from_civil(int64_t year, int month, int64_t day)
{
    year -= month <= 2;
    int64_t era = (year >= 0 ? year : year - 399) / 400;
    int64_t year_of_era = year - era * 400;
    int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

static void civil_from_seconds(int64_t seconds, int64_t out[FIELDS])
{
    int64_t days = seconds / 86400, rest = seconds % 86400;
    if (rest < 0) {
        rest += 86400;
        days--;
    }
    int64_t z = days + 719468, era = (z >= 0 ? z : z - 146096) / 146097, day_of_era = z - era * 146097;
    int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t month = (5 * day_of_year + 2) / 153;
    out[DAY] = day_of_year - (153 * month + 2) / 5 + 1;
    out[MONTH] = month < 10 ? month + 3 : month - 9;
    out[YEAR] = year_of_era + era * 400 + (out[MONTH] <= 2);
    out[HOUR] = rest / 3600;
    out[MINUTE] = rest / 60 % 60;
    out[SECOND] = rest % 60;
    out[WEEKDAY] = ((days + 3) % 7 + 7) % 7;
    out[YEARDAY] = days - days_from_civil(out[YEAR], 1, 1) + 1;
    out[IS_DST] = 0;
}

/* -- struct_time -- */

enum { TIME_FIELDS = 1, TIME_WORDS };

static ou_val inner(ou_val v) { return ou_field(v, TIME_FIELDS); }

static ou_val time_new(struct ou_vm *vm, ou_val tuple)
{
    ou_val self = ou_object_new(vm, &ou_type_struct_time, TIME_WORDS, false);
    if (self != OU_EXC)
        ou_field_set(vm, self, TIME_FIELDS, tuple);
    return self;
}

static ou_val time_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                             const ou_val *args)
{
    (void)type;
    ou_val sequence;
    if (ou_args_parse(vm, "structseq", "sequence", n_args, n_kw, args, &sequence) < 0)
        return OU_EXC;
    ou_val tuple = ou_tuple_from_iter(vm, sequence);
    if (tuple == OU_EXC) {
        if (!ou_exc_matches(vm, &ou_exc_TypeError))
            return OU_EXC;
        ou_exc_take(vm);
        return ou_raise(vm, &ou_exc_TypeError, "constructor requires a sequence");
    }
    size_t n = ou_tuple_len(tuple);
    if (n < FIELDS)
        return ou_raise(vm, &ou_exc_TypeError,
                        "time.struct_time() takes an at least 9-sequence (%zu-sequence given)", n);
    return n == FIELDS ? time_new(vm, tuple)
                       : ou_raise(vm, &ou_exc_TypeError,
                                  "time.struct_time() takes an at most 9-sequence (%zu-sequence given)", n);
}

static ou_val time_from_fields(struct ou_vm *vm, const int64_t *fields)
{
    ou_val items[FIELDS];
    for (unsigned i = 0; i < FIELDS; i++)
        if ((items[i] = ou_int_from_i64(vm, fields[i])) == OU_EXC)
            return OU_EXC;
    ou_val tuple = ou_tuple_new(vm, FIELDS, items);
    return tuple == OU_EXC ? OU_EXC : time_new(vm, tuple);
}

static const char *const field_names[FIELDS] = {"tm_year", "tm_mon",  "tm_mday", "tm_hour", "tm_min",
                                                "tm_sec",  "tm_wday", "tm_yday", "tm_isdst"};

static ou_val time_repr(struct ou_vm *vm, ou_val self)
{
    struct ou_builder b;
    ou_builder_init(vm, &b);
    ou_builder_add_c(&b, "time.struct_time(");
    for (unsigned i = 0; i < FIELDS; i++) {
        ou_builder_add_c(&b, i ? ", " : "");
        ou_builder_add_c(&b, field_names[i]);
        ou_builder_add_c(&b, "=");
        if (ou_builder_add_repr(&b, ou_tuple_items(inner(self))[i]) < 0)
            return OU_EXC;
    }
    ou_builder_add_c(&b, ")");
    return ou_builder_str(&b);
}

static ou_val time_get_attr(struct ou_vm *vm, ou_val self, ou_val name)
{
    for (unsigned i = 0; i < FIELDS; i++)
        if (ou_str_is(vm, name, field_names[i]))
            return ou_tuple_items(inner(self))[i];
    return OU_ABSENT;
}

static ou_int time_len(struct ou_vm *vm, ou_val self)
{
    (void)vm, (void)self;
    return FIELDS;
}

static int time_hash(struct ou_vm *vm, ou_val self, ou_int *out) { return ou_hash(vm, inner(self), out); }

static ou_val time_compare(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b)
{
    if (ou_cast_native(b, &ou_type_struct_time) != OU_ABSENT)
        b = inner(ou_cast_native(b, &ou_type_struct_time));
    if (ou_cast_native(b, &ou_type_tuple) == OU_ABSENT)
        return OU_NOT_IMPLEMENTED;
    return ou_compare(vm, op, inner(a), b);
}

static ou_val time_binary(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b)
{
    ou_val x = ou_cast_native(a, &ou_type_struct_time), y = ou_cast_native(b, &ou_type_struct_time);
    if (op != OU_OP_ADD && op != OU_OP_MUL)
        return OU_NOT_IMPLEMENTED;
    return ou_binary(vm, op, x == OU_ABSENT ? a : inner(x), y == OU_ABSENT ? b : inner(y));
}

static ou_val time_get_item(struct ou_vm *vm, ou_val self, ou_val key)
{
    return ou_get_item(vm, inner(self), key);
}
static int time_contains(struct ou_vm *vm, ou_val self, ou_val item)
{
    return ou_contains(vm, inner(self), item);
}
static ou_val time_iter(struct ou_vm *vm, ou_val self) { return ou_iter(vm, inner(self)); }

static const struct ou_type_ops time_ops = {
    .construct = time_construct,
    .repr = time_repr,
    .len = time_len,
    .hash = time_hash,
    .compare = time_compare,
    .binary = time_binary,
    .get_item = time_get_item,
    .contains = time_contains,
    .iter = time_iter,
    .get_attr = time_get_attr,
};
OU_ROM_ALIGN const struct ou_type ou_type_struct_time = {.type = OU_ROM(&ou_type_type),
                                                         .ops = OU_ROM(&time_ops),
                                                         .name = OU_S(struct_time),
                                                         .bases = OU_ROM(&ou_type_object),
                                                         .flags = OU_SMALL_CONST(0),
                                                         .version = OU_SMALL_CONST(0)};

/* -- arguments -- */

/* Seconds since 1970: v, or now if v is None or unbound. */
static int seconds_of(struct ou_vm *vm, ou_val v, int64_t *out)
{
    if (v == OU_ABSENT || v == OU_NONE) {
        *out = (int64_t)(ou_port_epoch_ns() / 1000000000u);
        return 0;
    }
    if (OU_WITH_FLOAT && ou_cast_native(v, &ou_type_float) != OU_ABSENT) {
        ou_float d;
        if (ou_to_float(vm, v, &d) < 0)
            return -1;
        if (isnan(d))
            return ou_fail(ou_raise(vm, &ou_exc_ValueError, "Invalid value NaN (not a number)"));
        if (OU_FM(fabs)(d) < (ou_float)1e17) {
            *out = ou_float_to_i64(OU_FM(floor)(d));
            return 0;
        }
    } else {
        if (ou_to_i64(vm, v, out) == 0) {
            if (*out < 60000000000000000 && *out > -60000000000000000) /* years fit an int */
                return 0;
        } else if (!ou_exc_matches(vm, &ou_exc_OverflowError)) {
            return -1;
        } else {
            ou_exc_take(vm);
        }
    }
    return ou_fail(ou_raise(vm, &ou_exc_OverflowError, "timestamp out of range for platform time_t"));
}

/* The fields of a struct_time or tuple. */
static int fields_of(struct ou_vm *vm, const char *name, ou_val v, int64_t out[FIELDS])
{
    ou_val self = ou_cast_native(v, &ou_type_struct_time);
    ou_val tuple = self != OU_ABSENT ? inner(self) : ou_cast_native(v, &ou_type_tuple);
    if (tuple == OU_ABSENT)
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "Tuple or struct_time argument required"));
    if (ou_tuple_len(tuple) != FIELDS)
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "%s(): illegal time tuple argument", name));
    for (unsigned i = 0; i < FIELDS; i++) {
        if (ou_to_i64(vm, ou_tuple_items(tuple)[i], &out[i]) < 0)
            return -1;
        if (out[i] > INT32_MAX || out[i] < INT32_MIN)
            return ou_fail(ou_raise(vm, &ou_exc_OverflowError, "Python int too large to convert to C int"));
    }
    return 0;
}

/* Checks what strftime and asctime print; 0 is taken for 1 where counting begins with 1. */
static int check_fields(struct ou_vm *vm, int64_t f[FIELDS])
{
    static const struct {
        uint8_t field, low;
        uint16_t high;
        const char *text;
    } checks[] = {
        {MONTH, 1, 12, "month out of range"},    {DAY, 1, 31, "day of month out of range"},
        {HOUR, 0, 23, "hour out of range"},      {MINUTE, 0, 59, "minute out of range"},
        {SECOND, 0, 61, "seconds out of range"}, {YEARDAY, 1, 366, "day of year out of range"},
    };
    for (size_t i = 0; i < sizeof checks / sizeof checks[0]; i++) {
        int64_t *v = &f[checks[i].field];
        if (*v == 0)
            *v = checks[i].low;
        if (*v < checks[i].low || *v > checks[i].high)
            return ou_fail(ou_raise(vm, &ou_exc_ValueError, "%s", checks[i].text));
    }
    if (f[WEEKDAY] < 0)
        return ou_fail(ou_raise(vm, &ou_exc_ValueError, "day of week out of range"));
    f[WEEKDAY] %= 7;
    return 0;
}

/* The argument as fields, or now. */
static int fields_or_now(struct ou_vm *vm, const char *name, unsigned n_args, const ou_val *args, unsigned i,
                         int64_t out[FIELDS])
{
    if (n_args > i)
        return fields_of(vm, name, args[i], out);
    civil_from_seconds((int64_t)(ou_port_epoch_ns() / 1000000000u), out);
    return 0;
}

/* -- text -- */

static const char *const weekdays[7] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                        "Friday", "Saturday", "Sunday"};
static const char *const months[12] = {"January", "February", "March",     "April",   "May",      "June",
                                       "July",    "August",   "September", "October", "November", "December"};

static void add_number(struct ou_builder *b, int64_t n, unsigned width, char fill)
{
    char text[24];
    size_t at = sizeof text;
    bool negative = n < 0;
    uint64_t m = negative ? -(uint64_t)n : (uint64_t)n;
    do {
        text[--at] = (char)('0' + m % 10);
        m /= 10;
    } while (m);
    while (sizeof text - at < width)
        text[--at] = fill;
    if (negative)
        ou_builder_add_byte(b, '-');
    ou_builder_add(b, text + at, sizeof text - at);
}

static void add_format(struct ou_builder *b, const char *format, size_t n, const int64_t f[FIELDS]);

static void add_pattern(struct ou_builder *b, const char *pattern, const int64_t f[FIELDS])
{
    add_format(b, pattern, strlen(pattern), f);
}

static int64_t iso_weeks_of(int64_t year)
{
    int64_t jan1 = ((days_from_civil(year, 1, 1) + 3) % 7 + 7) % 7; /* Monday is 0 */
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return jan1 == 3 || (jan1 == 2 && leap) ? 53 : 52;
}

/* The ISO week, and the year that it belongs to. */
static int64_t iso_week(const int64_t f[FIELDS], int64_t *year)
{
    int64_t week = (f[YEARDAY] - f[WEEKDAY] + 9) / 7;
    *year = f[YEAR];
    if (week < 1)
        return iso_weeks_of(--*year);
    if (week > iso_weeks_of(*year)) {
        ++*year;
        return 1;
    }
    return week;
}

/* One directive; false: unknown. */
static bool add_directive(struct ou_builder *b, char c, const int64_t f[FIELDS])
{
    int64_t hour12 = f[HOUR] % 12 ? f[HOUR] % 12 : 12, year, week = iso_week(f, &year);
    switch (c) {
    case 'a': ou_builder_add(b, weekdays[f[WEEKDAY]], 3); break;
    case 'A': ou_builder_add_c(b, weekdays[f[WEEKDAY]]); break;
    case 'b':
    case 'h': ou_builder_add(b, months[f[MONTH] - 1], 3); break;
    case 'B': ou_builder_add_c(b, months[f[MONTH] - 1]); break;
    case 'c': add_pattern(b, "%a %b %e %H:%M:%S %Y", f); break;
    case 'C': add_number(b, f[YEAR] / 100, 2, '0'); break;
    case 'd': add_number(b, f[DAY], 2, '0'); break;
    case 'D':
    case 'x': add_pattern(b, "%m/%d/%y", f); break;
    case 'e': add_number(b, f[DAY], 2, ' '); break;
    case 'F': add_pattern(b, "%Y-%m-%d", f); break;
    case 'G': add_number(b, year, 1, '0'); break;
    case 'H': add_number(b, f[HOUR], 2, '0'); break;
    case 'I': add_number(b, hour12, 2, '0'); break;
    case 'j': add_number(b, f[YEARDAY], 3, '0'); break;
    case 'm': add_number(b, f[MONTH], 2, '0'); break;
    case 'M': add_number(b, f[MINUTE], 2, '0'); break;
    case 'n': ou_builder_add_byte(b, '\n'); break;
    case 'p': ou_builder_add_c(b, f[HOUR] < 12 ? "AM" : "PM"); break;
    case 'r': add_pattern(b, "%I:%M:%S %p", f); break;
    case 'R': add_pattern(b, "%H:%M", f); break;
    case 'S': add_number(b, f[SECOND], 2, '0'); break;
    case 't': ou_builder_add_byte(b, '\t'); break;
    case 'T':
    case 'X': add_pattern(b, "%H:%M:%S", f); break;
    case 'u': add_number(b, f[WEEKDAY] + 1, 1, '0'); break;
    case 'U': add_number(b, (f[YEARDAY] - 1 + 7 - (f[WEEKDAY] + 1) % 7) / 7, 2, '0'); break;
    case 'V': add_number(b, week, 2, '0'); break;
    case 'w': add_number(b, (f[WEEKDAY] + 1) % 7, 1, '0'); break;
    case 'W': add_number(b, (f[YEARDAY] - 1 + 7 - f[WEEKDAY]) / 7, 2, '0'); break;
    case 'y': add_number(b, ((f[YEAR] % 100) + 100) % 100, 2, '0'); break;
    case 'Y': add_number(b, f[YEAR], 1, '0'); break;
    case 'z': ou_builder_add_c(b, "+0000"); break;
    case 'Z': ou_builder_add_c(b, "UTC"); break;
    case '%': ou_builder_add_byte(b, '%'); break;
    default: return false;
    }
    return true;
}

static void add_format(struct ou_builder *b, const char *format, size_t n, const int64_t f[FIELDS])
{
    for (size_t i = 0; i < n; i++) {
        if (format[i] == '%' && i + 1 < n && add_directive(b, format[i + 1], f))
            i++;
        else
            ou_builder_add_byte(b, (uint8_t)format[i]);
    }
}

OU_NATIVE_STATIC(time_strftime)
{
    int64_t f[FIELDS];
    ou_val text = ou_cast_native(args[0], &ou_type_str);
    if (text == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "strftime() argument 1 must be str, not %A", args[0]);
    if (fields_or_now(vm, "strftime", n_args, args, 1, f) < 0 || check_fields(vm, f) < 0)
        return OU_EXC;
    struct ou_builder b;
    size_t n;
    ou_builder_init(vm, &b);
    const char *format = ou_str_text(vm, text, &n);
    add_format(&b, format, n, f);
    return ou_builder_str(&b);
}

static ou_val asctime_of(struct ou_vm *vm, const int64_t f[FIELDS])
{
    struct ou_builder b;
    ou_builder_init(vm, &b);
    add_pattern(&b, "%a %b %e %H:%M:%S %Y", f);
    return ou_builder_str(&b);
}

OU_NATIVE_STATIC(time_asctime)
{
    int64_t f[FIELDS];
    if (fields_or_now(vm, "asctime", n_args, args, 0, f) < 0 || check_fields(vm, f) < 0)
        return OU_EXC;
    return asctime_of(vm, f);
}

OU_NATIVE_STATIC(time_ctime)
{
    int64_t seconds, f[FIELDS];
    if (seconds_of(vm, n_args ? args[0] : OU_ABSENT, &seconds) < 0)
        return OU_EXC;
    civil_from_seconds(seconds, f);
    return asctime_of(vm, f);
}

OU_NATIVE_STATIC(time_gmtime)
{
    int64_t seconds, f[FIELDS];
    if (seconds_of(vm, n_args ? args[0] : OU_ABSENT, &seconds) < 0)
        return OU_EXC;
    civil_from_seconds(seconds, f);
    return time_from_fields(vm, f);
}

OU_NATIVE_STATIC(time_mktime)
{
    int64_t f[FIELDS];
    if (fields_of(vm, "mktime", args[0], f) < 0)
        return OU_EXC;
    int64_t month = f[MONTH] - 1, year = f[YEAR] + (month >= 0 ? month : month - 11) / 12;
    month = (month % 12 + 12) % 12;
    int64_t days = days_from_civil(year, (int)month + 1, f[DAY]);
    int64_t seconds = ((days * 24 + f[HOUR]) * 60 + f[MINUTE]) * 60 + f[SECOND];
    return OU_WITH_FLOAT && OU_WORD_BITS == 64 ? ou_float_new(vm, (ou_float)seconds)
                                               : ou_int_from_i64(vm, seconds);
}

#endif /* OU_WITH_CALENDAR */

/* -- clocks -- */

#if OU_WITH_BIG_INT
OU_NATIVE_STATIC(time_time)
{
    if (OU_WITH_FLOAT && OU_WORD_BITS == 64)
        return ou_float_new(vm, (ou_float)ou_port_epoch_ns() / (ou_float)1e9);
    return ou_int_from_u64(vm, ou_port_epoch_ns() / 1000000000u);
}

OU_NATIVE_STATIC(time_time_ns) { return ou_int_from_u64(vm, ou_port_epoch_ns()); }

OU_NATIVE_STATIC(time_monotonic) { return ou_float_new(vm, (ou_float)ou_port_ticks_us() / (ou_float)1e6); }

OU_NATIVE_STATIC(time_monotonic_ns) { return ou_int_from_u64(vm, ou_port_ticks_us() * 1000); }

OU_NATIVE_STATIC(time_process_time)
{
    return ou_float_new(vm, (ou_float)ou_port_processor_us() / (ou_float)1e6);
}

OU_NATIVE_STATIC(time_process_time_ns) { return ou_int_from_u64(vm, ou_port_processor_us() * 1000); }
#endif /* OU_WITH_BIG_INT */

OU_NATIVE_STATIC(time_ticks_ms) { return ou_small((ou_int)(ou_port_ticks_us() / 1000 % TICKS_PERIOD)); }

OU_NATIVE_STATIC(time_ticks_us) { return ou_small((ou_int)(ou_port_ticks_us() % TICKS_PERIOD)); }

OU_NATIVE_STATIC(time_ticks_add)
{
    int64_t a, b;
    if (ou_to_i64(vm, args[0], &a) < 0 || ou_to_i64(vm, args[1], &b) < 0)
        return OU_EXC;
    return ou_small((ou_int)(((uint64_t)a + (uint64_t)b) % TICKS_PERIOD));
}

/* From b to a, between -period / 2 and period / 2 - 1. */
OU_NATIVE_STATIC(time_ticks_diff)
{
    int64_t a, b;
    if (ou_to_i64(vm, args[0], &a) < 0 || ou_to_i64(vm, args[1], &b) < 0)
        return OU_EXC;
    uint64_t d = ((uint64_t)a - (uint64_t)b + TICKS_PERIOD / 2) % TICKS_PERIOD;
    return ou_small((ou_int)d - (ou_int)(TICKS_PERIOD / 2));
}

/* Sleeps in pieces, so that Ctrl-C is seen. */
static ou_val sleep_us(struct ou_vm *vm, uint64_t us)
{
    uint64_t end = ou_port_ticks_us() + us;
    do {
        uint64_t now = ou_port_ticks_us();
        uint64_t left = now < end ? end - now : 0;
        if (!ou_memory_idle(vm, left)) {
            now = ou_port_ticks_us();
            left = now < end ? end - now : 0;
            ou_port_sleep_us(left > 50000 ? 50000 : left);
        }
        if (ou_poll(vm) < 0)
            return OU_EXC;
    } while (ou_port_ticks_us() < end);
    return OU_NONE;
}

OU_NATIVE_STATIC(time_sleep)
{
    if (n_args != 1)
        return ou_raise(vm, &ou_exc_TypeError, "time.sleep() takes exactly one argument (%u given)", n_args);
#if OU_WITH_FLOAT
    ou_float d;
    if (ou_cast_native(args[0], &ou_type_float) == OU_ABSENT) {
        ou_val n = ou_index(vm, args[0]);
        if (n == OU_EXC || ou_to_float(vm, n, &d) < 0)
            return OU_EXC;
    } else if (ou_to_float(vm, args[0], &d) < 0) {
        return OU_EXC;
    }
    if (isnan(d))
        return ou_raise(vm, &ou_exc_ValueError, "Invalid value NaN (not a number)");
    if (d < 0)
        return ou_raise(vm, &ou_exc_ValueError, "sleep length must be non-negative");
    if (d > (ou_float)9e9)
        return ou_raise(vm, &ou_exc_OverflowError, "timestamp out of range for platform time_t");
    return sleep_us(vm, (uint64_t)ou_float_to_i64(OU_FM(ceil)(d * (ou_float)1e6)));
#else
    ou_int n;
    if (ou_to_int_clamp(vm, args[0], &n) < 0)
        return OU_EXC;
    if (n < 0)
        return ou_raise(vm, &ou_exc_ValueError, "sleep length must be non-negative");
    return sleep_us(vm, (uint64_t)n * 1000000);
#endif
}

static ou_val sleep_units(struct ou_vm *vm, ou_val v, unsigned us)
{
    ou_int n;
    if (ou_to_int_clamp(vm, v, &n) < 0)
        return OU_EXC;
    return sleep_us(vm, n < 0 ? 0 : (uint64_t)(n > 1000000000 ? 1000000000 : n) * us);
}

OU_NATIVE_STATIC(time_sleep_ms) { return sleep_units(vm, args[0], 1000); }

OU_NATIVE_STATIC(time_sleep_us) { return sleep_units(vm, args[0], 1); }

/* clang-format off */
OU_ROM_ALIGN static const union ou_member time_members[] = {
    OU_MEMBER_VALUE(OU_S(__name__), OU_S(time)),
    OU_IF(CALENDAR, OU_MEMBER_VALUE(OU_S(altzone), OU_SMALL_CONST(0)),)
    OU_IF(CALENDAR, OU_MEMBER_FUNCTION(OU_S(asctime), time_asctime, 0, 1, 0),)
    OU_IF(CALENDAR, OU_MEMBER_FUNCTION(OU_S(ctime), time_ctime, 0, 1, 0),)
    OU_IF(CALENDAR, OU_MEMBER_VALUE(OU_S(daylight), OU_SMALL_CONST(0)),)
    OU_IF(CALENDAR, OU_MEMBER_FUNCTION(OU_S(gmtime), time_gmtime, 0, 1, 0),)
    OU_IF(CALENDAR, OU_MEMBER_FUNCTION(OU_S(localtime), time_gmtime, 0, 1, 0),)
    OU_IF(CALENDAR, OU_MEMBER_FUNCTION(OU_S(mktime), time_mktime, 1, 1, 0),)
    OU_IF(FLOAT, OU_MEMBER_FUNCTION(OU_S(monotonic), time_monotonic, 0, 0, 0),)
    OU_IF(BIG_INT, OU_MEMBER_FUNCTION(OU_S(monotonic_ns), time_monotonic_ns, 0, 0, 0),)
    OU_IF(FLOAT, OU_MEMBER_FUNCTION(OU_S(perf_counter), time_monotonic, 0, 0, 0),)
    OU_IF(BIG_INT, OU_MEMBER_FUNCTION(OU_S(perf_counter_ns), time_monotonic_ns, 0, 0, 0),)
    OU_IF(FLOAT, OU_MEMBER_FUNCTION(OU_S(process_time), time_process_time, 0, 0, 0),)
    OU_IF(BIG_INT, OU_MEMBER_FUNCTION(OU_S(process_time_ns), time_process_time_ns, 0, 0, 0),)
    OU_MEMBER_FUNCTION(OU_S(sleep), time_sleep, 0, OU_NATIVE_VARARGS, 0),
    OU_MEMBER_FUNCTION(OU_S(sleep_ms), time_sleep_ms, 1, 1, 0),
    OU_MEMBER_FUNCTION(OU_S(sleep_us), time_sleep_us, 1, 1, 0),
    OU_IF(CALENDAR, OU_MEMBER_FUNCTION(OU_S(strftime), time_strftime, 1, 2, 0),)
    OU_IF(CALENDAR, OU_MEMBER_VALUE(OU_S(struct_time), OU_ROM(&ou_type_struct_time)),)
    OU_MEMBER_FUNCTION(OU_S(ticks_add), time_ticks_add, 2, 2, 0),
    OU_MEMBER_FUNCTION(OU_S(ticks_cpu), time_ticks_us, 0, 0, 0),
    OU_MEMBER_FUNCTION(OU_S(ticks_diff), time_ticks_diff, 2, 2, 0),
    OU_MEMBER_FUNCTION(OU_S(ticks_ms), time_ticks_ms, 0, 0, 0),
    OU_MEMBER_FUNCTION(OU_S(ticks_us), time_ticks_us, 0, 0, 0),
    OU_IF(BIG_INT, OU_MEMBER_FUNCTION(OU_S(time), time_time, 0, 0, 0),)
    OU_IF(BIG_INT, OU_MEMBER_FUNCTION(OU_S(time_ns), time_time_ns, 0, 0, 0),)
    OU_IF(CALENDAR, OU_MEMBER_VALUE(OU_S(timezone), OU_SMALL_CONST(0)),)
};
/* clang-format on */
static OU_MEMBER_TABLE(time_table, time_members);

OU_ROM_ALIGN const struct ou_rom_module ou_module_time = {OU_ROM(&ou_type_rom_module), OU_S(time),
                                                          &time_table, NULL};
