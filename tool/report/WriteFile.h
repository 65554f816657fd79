//===- WriteFile.h - Files that are written as a whole ----------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_REPORT_WRITEFILE_H
#define JOINERY_REPORT_WRITEFILE_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace joinery::report {

/// Has \p Print write \p Path: all of it or, on an error, nothing. A link is
/// followed and permissions are kept. What is no regular file, such as a pipe
/// or a device, is written as it stands.
llvm::Error writeFile(llvm::StringRef Path,
                      llvm::function_ref<void(llvm::raw_ostream &)> Print);

} // namespace joinery::report

#endif // JOINERY_REPORT_WRITEFILE_H
