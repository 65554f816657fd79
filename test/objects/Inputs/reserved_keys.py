# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes facts of a unit with one key, as a symbol and as an idle function.

reserved_keys.py VERSION KEY...  writes symbol-KEY.facts and idle-KEY.facts
"""

import struct
import sys

MASK = (1 << 64) - 1
# The first 32 bytes of the secret of XXH3.
SECRET = bytes.fromhex(
    "b8fe6c3923a44bbe7c01812cf721ad1cded46de9839097db7240a4a4b7b3671f"
)


def mixed(data, secret):
    low, high = struct.unpack("<QQ", data)
    key_low, key_high = struct.unpack("<QQ", secret)
    product = (low ^ key_low) * (high ^ key_high)
    return (product ^ (product >> 64)) & MASK


def xxh3(data):
    """The hash of 17 to 32 bytes."""
    assert 17 <= len(data) <= 32
    h = len(data) * 0x9E3779B185EBCA87
    h += mixed(data[:16], SECRET[:16]) + mixed(data[-16:], SECRET[16:])
    h &= MASK
    h ^= h >> 37
    h = h * 0x165667919E3779F9 & MASK
    return h ^ h >> 32


def frame(version, payload):
    head = struct.pack("<IIQ", version, len(payload), xxh3(payload))
    return b"JOINERYF" + head + payload


def write(name, version, symbols, idle):
    empty = b"\x90"
    texts = b"\x91\xa0"
    # Name; texts; symbols; functions, tasks, conditionals, errors, groups,
    # statics, named; idle functions.
    payload = b"\x00" + texts + symbols + empty * 7 + idle
    with open(name, "wb") as file:
        file.write(frame(version, payload))


def main():
    version = int(sys.argv[1])
    none = b"\x00\x00"
    for argument in sys.argv[2:]:
        key = b"\xcf" + struct.pack(">Q", int(argument, 16))
        symbols = b"\x92" + none + key + b"\x00"
        write(f"symbol-{argument}.facts", version, symbols, b"\x90")
        write(f"idle-{argument}.facts", version, b"\x91" + none, b"\x91" + key)


main()
