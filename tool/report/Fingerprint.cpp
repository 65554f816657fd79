//===- Fingerprint.cpp - Names for findings that outlive edits ------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "report/Fingerprint.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/BLAKE3.h"

namespace joinery::report {

std::string Fingerprints::next(const Diagnostic &E) {
  const auto &[Path, Offset] =
      std::pair(llvm::StringRef(E.Message.FilePath), E.Message.FileOffset);
  unsigned Line = Files.position(Path, Offset).Line;
  std::string Key = E.DiagnosticName + '\n' + Path.str() + '\n' +
                    Files.line(Path, Line).str();
  Key += '\n' + std::to_string(Seen[Key]++);
  llvm::BLAKE3Result<16> Hash =
      llvm::BLAKE3::hash<16>(llvm::arrayRefFromStringRef(llvm::StringRef(Key)));
  return llvm::toHex(Hash, /*LowerCase=*/true);
}

} // namespace joinery::report
