//===- MainFile.h - Which file a unit is made of ----------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A unit that was preprocessed before, as distributed builds do, is one file
// with a name of its own and has all headers in it. Its line markers say what
// it was made of.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_TASK_MAINFILE_H
#define JOINERY_TASK_MAINFILE_H

#include "clang/Basic/SourceManager.h"
#include <string>

namespace joinery {

/// The name of the main file, before it was preprocessed if it was. Empty when
/// the main file has no name.
std::string mainFileName(const clang::SourceManager &Sources);

/// Whether \p At, a place in a file, is in the file of mainFileName().
bool isInMainFile(clang::SourceLocation At,
                  const clang::SourceManager &Sources);

} // namespace joinery

#endif // JOINERY_TASK_MAINFILE_H
