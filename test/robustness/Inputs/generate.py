#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Prints a big source file of one shape.

usage: generate.py SHAPE N

All but the last function are correct. The last one loses a thread, so that a
test sees that the shape took nothing from the code beside it.
"""

import sys

HEAD = """#include <future>
#include <thread>
#include <vector>

void work();
bool chosen(int n);
int render(int n);
void use(int value);
"""
TAIL = "\nvoid last() { std::thread lost(work); }\n"


def lines(n, text):
    return "".join(text.replace("$", str(i)) + "\n" for i in range(n))


def branches(n):
    body = lines(n, "  if (chosen($)) count += $;")
    return f"void f() {{\n  int count = 0;\n  std::thread worker(work);\n{body}  worker.join();\n}}\n"


def correlated(n):
    body = lines(n, "  bool b$ = chosen($);\n  if (b$) use(1);\n  if (b$) use(2);")
    return f"void f() {{\n  std::thread worker(work);\n{body}  worker.join();\n}}\n"


def functions(n):
    return lines(
        n,
        "void f$() { std::thread worker(work); use($); worker.join(); }\n"
        "int g$() { auto pixels = std::async(render, $); return pixels.get(); }",
    )


def lambdas(n):
    deep = "".join(f"auto l{i} = [&] {{ " for i in range(n))
    back = "".join(f"}}; l{i}(); " for i in reversed(range(n)))
    return f"void f() {{\n  std::thread worker(work);\n  {deep}worker.join(); {back}\n}}\n"


def templates(n):
    return (
        "template <int N> struct Level : Level<N - 1> {\n"
        "  void run() { std::thread worker(work); Level<N - 1>::run(); worker.join(); }\n"
        "};\n"
        "template <> struct Level<0> { void run() {} };\n"
        f"void f() {{ Level<{n}> all; all.run(); }}\n"
    )


def expression(n):
    sum = " + ".join(f"render({i})" for i in range(n))
    return f"int f() {{\n  std::thread worker(work);\n  int all = {sum};\n  worker.join();\n  return all;\n}}\n"


def methods(n):
    body = lines(n, "  void m$() { if (chosen($)) start(); count += $; }")
    return (
        "class Machine {\npublic:\n" + body + "  ~Machine() { if (worker.joinable()) worker.join(); }\n"
        "private:\n  void start() { if (!worker.joinable()) worker = std::thread(work); }\n"
        "  std::thread worker;\n  int count = 0;\n};\n"
    )


def calls(n):
    """Each function calls the next, which is defined after it."""
    return (
        lines(n + 1, "void f$(std::thread &worker);")
        + "".join(
            f"void f{i}(std::thread &worker) {{ f{i + 1}(worker); }}\n" for i in range(n)
        )
        + f"void f{n}(std::thread &worker) {{ worker.join(); }}\n"
        "void top() { std::thread worker(work); f0(worker); }\n"
    )


def cycles(n):
    """Functions that start tasks and call one another in circles."""
    return lines(n, "void f$(std::thread &worker, int depth);") + "".join(
        f"void f{i}(std::thread &worker, int depth) {{\n"
        f"  std::thread own([&] {{ f{(i + 1) % n}(worker, depth - 1); }});\n"
        f"  f{(i * 7 + 3) % n}(own, depth - 1);\n"
        f"  f{(i * 5 + 1) % n}(worker, depth);\n}}\n"
        for i in range(n)
    )


def helper(n):
    """A helper that does much before it joins."""
    body = lines(n, "  ++count;\n  total += $;")
    return (
        f"int count, total;\nvoid join(std::thread &worker) {{\n{body}  worker.join();\n}}\n"
        "void f() { std::thread worker(work); join(worker); }\n"
        f"void g() {{\n  std::thread worker(work);\n  auto end = [&] {{\n{body}    worker.join();\n  }};\n  end();\n}}\n"
        f"struct Owner {{\n  std::thread worker;\n  ~Owner() {{\n{body}    worker.join();\n  }}\n}};\n"
        "void h() { Owner owner{std::thread(work)}; }\n"
    )


SHAPES = (
    branches, correlated, functions, lambdas, templates, expression, methods,
    calls, cycles, helper,
)  # fmt: skip

if __name__ == "__main__":
    shape = next(s for s in SHAPES if s.__name__ == sys.argv[1])
    print(HEAD + shape(int(sys.argv[2])) + TAIL)
