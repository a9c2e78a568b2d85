/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The line editor: keys of the Emacs kind and the arrows of a VT100.  It redraws from the cursor on with
 * nothing but backspaces, spaces and "erase to end of line", so that any serial terminal will do.  The
 * line and the history lie in the outer heap, not in the collected one.
 */
#include "supervisor/line_edit.h"
#include "base/base.h"
#include <ouro/port.h>
#include <string.h>

#define HISTORY_BYTES 1024 /* at most, and at most a 32nd part of the memory */
#define MEMORY_ATTRIBUTES OU_MEM_FOR(OU_OWNER_BUFFERS)

enum key { KEY_NONE = 0x100, KEY_UP, KEY_DOWN, KEY_LEFT, KEY_RIGHT, KEY_HOME, KEY_END, KEY_DELETE };

void ou_line_init(struct ou_line_editor *e, struct ou_outer *outer)
{
    memset(e, 0, sizeof *e);
    e->outer = outer;
}

void ou_line_free(struct ou_line_editor *e)
{
    ou_outer_free(e->outer, e->text);
    ou_outer_free(e->outer, e->history);
    ou_line_init(e, e->outer);
}

static void show(const char *text, size_t n) { ou_port_write(1, text, n); }

static bool is_start(char c) /* of a UTF-8 sequence */ { return ((unsigned char)c & 0xc0) != 0x80; }

static void back(size_t columns)
{
    while (columns--)
        show("\b", 1);
}

static size_t columns(const char *text, size_t n)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        count += is_start(text[i]);
    return count;
}

static void redraw_rest(const struct ou_line_editor *e)
{
    show(e->text + e->cursor, e->size - e->cursor);
    show("\033[K", 3);
    back(columns(e->text + e->cursor, e->size - e->cursor));
}

static bool insert(struct ou_line_editor *e, const char *text, size_t n)
{
    if (e->size + n > e->capacity) {
        size_t wanted = (e->size + n) * 2 + 62;
        char *p = e->text ? ou_outer_realloc(e->outer, e->text, wanted, true)
                          : ou_outer_alloc(e->outer, wanted, MEMORY_ATTRIBUTES);
        if (!p)
            return false;
        e->text = p;
        e->capacity = wanted;
    }
    memmove(e->text + e->cursor + n, e->text + e->cursor, e->size - e->cursor);
    memcpy(e->text + e->cursor, text, n);
    e->size += n;
    e->cursor += n;
    return true;
}

static void erase(struct ou_line_editor *e, size_t from, size_t to)
{
    memmove(e->text + from, e->text + to, e->size - to);
    e->size -= to - from;
    e->cursor = from;
    redraw_rest(e);
}

static size_t previous(const struct ou_line_editor *e)
{
    size_t i = e->cursor;
    while (i && !is_start(e->text[--i]))
        ;
    return i;
}

static size_t next(const struct ou_line_editor *e)
{
    size_t i = e->cursor;
    while (i < e->size && ++i < e->size && !is_start(e->text[i]))
        ;
    return i;
}

static void move_to(struct ou_line_editor *e, size_t to)
{
    if (to < e->cursor)
        back(columns(e->text + to, e->cursor - to));
    else
        show(e->text + e->cursor, to - e->cursor);
    e->cursor = to;
}

/* -- history -- */

static size_t line_before(const struct ou_line_editor *e, size_t at)
{
    if (at == 0)
        return 0;
    at--;
    while (at && e->history[at - 1] != 0)
        at--;
    return at;
}

void ou_line_remember(struct ou_line_editor *e)
{
    size_t limit = OU_MIN(ou_outer_total(e->outer, OU_MEM_ANY) / 32, HISTORY_BYTES);
    if (e->size == 0 || e->size + 1 > limit)
        return;
    if (!e->history)
        e->history = ou_outer_alloc(e->outer, limit, MEMORY_ATTRIBUTES);
    if (!e->history)
        return;
    size_t last = line_before(e, e->history_size);
    if (e->history_size && strlen(e->history + last) == e->size &&
        !memcmp(e->history + last, e->text, e->size))
        return;
    while (e->history_size + e->size + 1 > limit) {
        size_t oldest = strlen(e->history) + 1;
        memmove(e->history, e->history + oldest, e->history_size - oldest);
        e->history_size -= oldest;
    }
    memcpy(e->history + e->history_size, e->text, e->size);
    e->history_size += e->size;
    e->history[e->history_size++] = 0;
}

static void recall(struct ou_line_editor *e, bool older)
{
    if (!e->history || (older ? e->history_at == 0 : e->history_at >= e->history_size))
        return;
    e->history_at =
        older ? line_before(e, e->history_at) : e->history_at + strlen(e->history + e->history_at) + 1;
    move_to(e, 0);
    erase(e, 0, e->size);
    if (e->history_at < e->history_size) {
        const char *line = e->history + e->history_at;
        if (insert(e, line, strlen(line)))
            show(e->text, e->size);
    }
}

/* -- keys -- */

static int escape_key(void)
{
    static const char letters[] = "ABDCHF";
    static const int keys[] = {KEY_UP, KEY_DOWN, KEY_LEFT, KEY_RIGHT, KEY_HOME, KEY_END};
    int c = ou_port_console_get();
    if (c != '[' && c != 'O')
        return KEY_NONE;
    c = ou_port_console_get();
    if (c >= '0' && c <= '9') {
        int number = c;
        while ((c = ou_port_console_get()) >= '0' && c <= '9')
            ;
        return number == '3'                    ? KEY_DELETE
               : number == '1' || number == '7' ? KEY_HOME
               : number == '4'                  ? KEY_END
                                                : KEY_NONE;
    }
    const char *found = c > 0 ? strchr(letters, c) : NULL;
    return found ? keys[found - letters] : KEY_NONE;
}

static void edit_key(struct ou_line_editor *e, int c)
{
    size_t i;
    switch (c) {
    case 1:
    case KEY_HOME: move_to(e, 0); break;
    case 5:
    case KEY_END: move_to(e, e->size); break;
    case 2:
    case KEY_LEFT: move_to(e, previous(e)); break;
    case 6:
    case KEY_RIGHT: move_to(e, next(e)); break;
    case 4:
    case KEY_DELETE:
        if (e->cursor < e->size)
            erase(e, e->cursor, next(e));
        break;
    case 8:
    case 127:
        if (e->cursor) {
            size_t end = e->cursor;
            i = previous(e);
            move_to(e, i);
            erase(e, i, end);
        }
        break;
    case 11: erase(e, e->cursor, e->size); break;
    case 21:
        i = e->cursor;
        move_to(e, 0);
        erase(e, 0, i);
        break;
    case 23: {
        size_t end = e->cursor;
        for (i = end; i && e->text[i - 1] == ' '; i--)
            ;
        while (i && e->text[i - 1] != ' ')
            i--;
        move_to(e, i);
        erase(e, i, end);
        break;
    }
    case 16:
    case KEY_UP: recall(e, true); break;
    case 14:
    case KEY_DOWN: recall(e, false); break;
    default: break;
    }
}

static int edit(struct ou_line_editor *e)
{
    for (;;) {
        int c = ou_port_console_get();
        if (c < 0)
            return OU_LINE_CLOSED;
        if (c == '\r' || c == '\n') {
            show("\r\n", 2);
            return 0;
        }
        if (c == 3) {
            show("\r\n", 2);
            return OU_LINE_INTERRUPT;
        }
        if (c == 4 && e->size == 0) {
            show("\r\n", 2);
            return OU_LINE_END;
        }
        if (c == 27)
            c = escape_key();
        char typed = (char)c;
        const char *text = c == '\t' ? "    " : &typed;
        size_t n = c == '\t' ? 4 : 1;
        if (c != '\t' && (c < ' ' || c == 127 || c >= KEY_NONE)) {
            edit_key(e, c);
            continue;
        }
        if (!insert(e, text, n))
            return OU_LINE_MEMORY;
        show(text, n);
        if (e->cursor < e->size && (c < 0x80))
            redraw_rest(e);
    }
}

int ou_line_read(struct ou_line_editor *e, const char *prompt)
{
    e->size = e->cursor = 0;
    e->history_at = e->history_size;
    show(prompt, strlen(prompt));
    ou_port_console_raw(1);
    int result = edit(e);
    ou_port_console_raw(0);
    return result;
}
