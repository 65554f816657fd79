//===- Resources.cpp - The compiler's own headers -----------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Resources.h"
#include "driver/Arguments.h"
#include "clang/Basic/Version.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <dlfcn.h>

namespace joinery::driver {

/// The folder of the loaded Clang library, links resolved; "" if unknown.
static std::string clangLibraryDir() {
  Dl_info Info;
  llvm::SmallString<128> Real;
  void *Symbol = reinterpret_cast<void *>(&clang::getClangFullVersion);
  if (!dladdr(Symbol, &Info) || !Info.dli_fname ||
      llvm::sys::fs::real_path(Info.dli_fname, Real))
    return "";
  return llvm::sys::path::parent_path(Real).str();
}

llvm::Expected<std::string> findResourceDir() {
  std::string Tried;
  for (const std::string &LibraryDir :
       {clangLibraryDir(), std::string(JOINERY_LLVM_PREFIX "/lib")}) {
    if (LibraryDir.empty())
      continue;
    llvm::SmallString<128> Dir(LibraryDir);
    llvm::sys::path::append(Dir, "clang", CLANG_VERSION_MAJOR_STRING);
    llvm::SmallString<128> Header(Dir);
    llvm::sys::path::append(Header, "include", "stddef.h");
    if (llvm::sys::fs::exists(Header))
      return Dir.str().str();
    Tried += (Tried.empty() ? "" : ", ") + Dir.str().str();
  }
  return error("the compiler's own headers are not found (looked in " + Tried +
               "); install libclang-common-" CLANG_VERSION_MAJOR_STRING
               "-dev, or pass -resource-dir among the flags");
}

} // namespace joinery::driver
