//===- Pages.h - The checks' pages in the binary ---------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_REPORT_PAGES_H
#define JOINERY_REPORT_PAGES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <utility>

namespace joinery::report {

/// docs/checks/*.md, sorted by file name: the name without folder
/// ("detached-thread.md") and the text. Defined by the build.
llvm::ArrayRef<std::pair<llvm::StringRef, llvm::StringRef>> embeddedPages();

} // namespace joinery::report

#endif // JOINERY_REPORT_PAGES_H
