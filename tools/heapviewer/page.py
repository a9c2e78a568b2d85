# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""A page of SVG that grows downwards.  Its width is that of a README on the web, where it is to be readable."""

from xml.sax.saxutils import escape

WIDTH, MARGIN = 880, 24
INNER = WIDTH - 2 * MARGIN
FONT = "DejaVu Sans, Verdana, Helvetica, Arial, sans-serif"
TEXT, FAINT, LINE, SHADE = "#1f2328", "#59636e", "#d0d7de", "#dbe7f3"
LETTER = 0.61  # of the font's size, about: SVG cannot measure text


def figure(n):
    return ("%.1f" % n).rstrip("0").rstrip(".")


def text_width(text, size):
    return LETTER * size * len(text)


def cut(text, width, size=12):
    """What fits into so many pixels, without its middle."""
    most = int(width / (LETTER * size))
    if len(text) <= most:
        return text
    tail = 2 * (most - 1) // 3
    return text[: most - 1 - tail] + "\u2026" + text[len(text) - tail :]


class Page:
    def __init__(self, title):
        self.parts, self.y, self.title = [], MARGIN, title

    def text(self, x, y, text, size=12, color=TEXT, bold=False, anchor="start"):
        attributes = "" if color == TEXT else " fill='%s'" % color
        attributes += " font-weight='bold'" if bold else ""
        attributes += "" if anchor == "start" else " text-anchor='%s'" % anchor
        attributes += "" if size == 12 else " font-size='%d'" % size
        self.parts.append("<text x='%s' y='%s'%s>%s</text>" % (figure(x), figure(y), attributes, escape(text)))

    def rect(self, x, y, width, height, color, title=None):
        tip = "<title>%s</title>" % escape(title) if title else ""
        self.parts.append("<rect x='%s' y='%s' width='%s' height='%s' fill='%s'%s" % (
            figure(x), figure(y), figure(width), figure(height), color, ">%s</rect>" % tip if tip else "/>"))

    def heading(self, text, note="", x=MARGIN):
        self.y += 32
        self.text(x, self.y, text, 15, bold=True)
        if note:
            self.text(x + 12 + text_width(text, 16), self.y, note, 12, FAINT)
        self.y += 8

    def legend(self, entries, x=MARGIN):
        """entries: (colour, text, mark); mark draws a line into the square: (y, height, colour), or None."""
        at = x
        self.y += 18
        for color, text, mark in entries:
            width = 18 + text_width(text, 12) + 14
            if at > x and at + width > WIDTH - MARGIN + 14:
                at = x
                self.y += 19
            self.rect(at, self.y - 11, 13, 13, LINE)
            self.rect(at + 0.5, self.y - 10.5, 12, 12, color)
            if mark:
                self.rect(at, self.y - 11 + mark[0], 13, mark[1], mark[2])
            self.text(at + 18, self.y, text)
            at += width

    def finish(self):
        height = self.y + MARGIN
        head = ("<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' viewBox='0 0 %d %d' font-family='%s' "
                "font-size='12' fill='%s'>" % (WIDTH, height, WIDTH, height, FONT, TEXT))
        return "%s\n<title>%s</title>\n<rect width='100%%' height='100%%' fill='white'/>\n%s\n</svg>\n" % (
            head, escape(self.title), "\n".join(self.parts))
