# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: codecs
"""Text to bytes and back."""
for text in "", "abc", "\u00e9", "\u20ac", "a\U0001f600b", "\x00\x7f\x80\u07ff\u0800\uffff":
    b = text.encode()
    print(b, len(text), len(b), b.decode() == text, str(b, "utf-8") == text, bytes(text, "utf-8") == b, [ord(c) for c in text])
print("abc".encode("utf-8"), b"xyz".decode("utf-8"), "abc".encode("ascii"), b"a".decode("ascii"))
for bad in b"\xff", b"\xc3", b"\xe2\x82", b"a\x80", b"\xed\xa0\x80", b"\xc0\x80", b"\xf5\x80\x80\x80":
    try:
        print(bad.decode())
    except UnicodeDecodeError as e:
        print(type(e).__name__, isinstance(e, ValueError))
try:
    "\u20ac".encode("ascii")
except UnicodeEncodeError as e:
    print(type(e).__name__)
print("\u00e9\u20ac"[1] == "\u20ac", "\u20ac" in "a\u20ac", len("\u20ac" * 3))
print("\u00e9" < "\u20ac" < "\U0001f600", {"\u20ac": 1}["\u20ac"], chr(0x20AC) == "\u20ac", ascii("\u20ac\u00e9"), "\u20ac"[::-1] == "\u20ac")
