//===- Main.cpp - clangd with our checks in it --------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

namespace clang::clangd {
// clangd's entry point, which has no installed header.
int clangdMain(int Argc, char *Argv[]);
} // namespace clang::clangd

int main(int Argc, char **Argv) {
  return clang::clangd::clangdMain(Argc, Argv);
}
