//===- ConfigurationFile.h - A .clang-tidy file of any release --*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_DRIVER_CONFIGURATIONFILE_H
#define JOINERY_DRIVER_CONFIGURATIONFILE_H

#include "clang-tidy/ClangTidyOptions.h"
#include <string>
#include <vector>

namespace joinery::driver {

/// Reads \p Text as clang-tidy does. What is wrong with it is added to
/// \p Problems, each with its place, and the file then says nothing.
///
/// A key that clang-tidy of this release does not know is a problem when it
/// looks like one that it does. Others are of releases before or after: a
/// project keeps them for those, so they are passed over, and that is added to
/// \p Notes. (clang-tidy itself drops the whole file, with an error that
/// changes nothing in its exit status.)
clang::tidy::ClangTidyOptions
parseConfigurationFile(llvm::MemoryBufferRef Text,
                       std::vector<std::string> &Problems,
                       std::vector<std::string> &Notes);

} // namespace joinery::driver

#endif // JOINERY_DRIVER_CONFIGURATIONFILE_H
