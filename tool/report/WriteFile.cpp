//===- WriteFile.cpp - Files that are written as a whole ------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "report/WriteFile.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"

namespace fs = llvm::sys::fs;

namespace joinery::report {

static llvm::Error
writeThrough(llvm::StringRef Path,
             llvm::function_ref<void(llvm::raw_ostream &)> Print) {
  std::error_code Code;
  llvm::raw_fd_ostream OS(Path, Code, fs::CD_OpenExisting, fs::FA_Write,
                          fs::OF_None);
  if (Code)
    return llvm::errorCodeToError(Code);
  Print(OS);
  OS.close();
  Code = OS.error();
  OS.clear_error();
  return llvm::errorCodeToError(Code);
}

llvm::Error writeFile(llvm::StringRef Path,
                      llvm::function_ref<void(llvm::raw_ostream &)> Print) {
  auto Write = [&](llvm::raw_ostream &OS) {
    Print(OS);
    return llvm::Error::success();
  };
  fs::file_status Status;
  if (fs::status(Path, Status) || !fs::exists(Status))
    return llvm::writeToOutput(Path, Write);
  // LLVM would put a file in the place of a device, or of a link.
  if (!fs::is_regular_file(Status))
    return writeThrough(Path, Print);
  llvm::SmallString<128> Real;
  if (std::error_code Code = fs::real_path(Path, Real))
    return llvm::errorCodeToError(Code);
  if (std::error_code Code = fs::access(Real, fs::AccessMode::Write))
    return llvm::errorCodeToError(Code);
  if (llvm::Error E = llvm::writeToOutput(Real, Write))
    return E;
  return llvm::errorCodeToError(fs::setPermissions(Real, Status.permissions()));
}

} // namespace joinery::report
