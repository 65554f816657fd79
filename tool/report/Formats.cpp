//===- Formats.cpp - The forms of a report --------------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "report/Formats.h"
#include "report/Text.h"
#include "llvm/ADT/STLExtras.h"

using llvm::StringRef;

namespace joinery::report {

static constexpr Format All[] = {
    {"text", printPlainText}, {"json", printJson},     {"sarif", printSarif},
    {"github", printGitHub},  {"gitlab", printGitLab}, {"junit", printJUnit},
};

llvm::ArrayRef<Format> formats() { return All; }

llvm::ArrayRef<StringRef> formatNames() {
  static constexpr StringRef Names[] = {All[0].Name, All[1].Name, All[2].Name,
                                        All[3].Name, All[4].Name, All[5].Name};
  static_assert(std::size(Names) == std::size(All));
  return Names;
}

const Format *findFormat(StringRef Name) {
  const Format *Found =
      llvm::find_if(All, [&](const Format &F) { return F.Name == Name; });
  return Found == std::end(All) ? nullptr : Found;
}

} // namespace joinery::report
