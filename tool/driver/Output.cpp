//===- Output.cpp - Where reports go, and in which form -------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Output.h"
#include "driver/Arguments.h"
#include "report/WriteFile.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <set>
#include <utility>

using llvm::StringRef;

namespace joinery::driver {

llvm::Error checkWritable(StringRef File) {
  llvm::SmallString<128> Folder(File);
  llvm::sys::fs::make_absolute(Folder);
  if (llvm::sys::fs::is_directory(Folder))
    return error("'" + File + "' is a folder; name a file in it");
  llvm::sys::path::remove_filename(Folder);
  if (!llvm::sys::fs::is_directory(Folder))
    return error("'" + File + "' cannot be written: there is no folder '" +
                 Folder + "'");
  return llvm::Error::success();
}

llvm::Expected<std::vector<Output>>
readOutputs(llvm::ArrayRef<std::string> Formats,
            const std::optional<std::string> &File, bool StdoutIsUsed) {
  std::vector<Output> Outputs;
  const bool Quiet = StdoutIsUsed;
  bool FileIsUsed = false;
  for (StringRef Text : Formats) {
    auto [Name, Into] = Text.split('=');
    Output O{report::findFormat(Name), Into.str()};
    if (!O.Form) {
      StringRef Near = nearest(Name, report::formatNames());
      return error("there is no format '" + Name + "'; " +
                   (Near.empty()
                        ? "there are " + llvm::join(report::formatNames(), ", ")
                        : "did you mean '" + Near.str() + "'?"));
    }
    if (Text.contains('=') && Into.empty())
      return error("'--format " + Text + "' names no file after '='");
    if (O.File.empty() && File && !FileIsUsed) {
      O.File = *File;
      FileIsUsed = true;
    }
    if (O.File.empty() && std::exchange(StdoutIsUsed, true))
      return error("two reports would be mixed on standard output; give all "
                   "but one a file, as in --format sarif=FILE");
    Outputs.push_back(std::move(O));
  }
  if (File && !FileIsUsed) {
    if (!Formats.empty())
      return error("-o has no --format without a file to write");
    Outputs.push_back({report::findFormat("text"), *File});
  }
  if (Outputs.empty() && !Quiet)
    Outputs.push_back({report::findFormat("text"), ""});
  std::set<std::string> Files;
  for (const Output &O : Outputs) {
    if (O.File.empty())
      continue;
    if (llvm::Error E = checkWritable(O.File))
      return E;
    llvm::SmallString<128> Path(O.File);
    llvm::sys::fs::make_absolute(Path);
    llvm::sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
    // A device may well be named twice.
    if (!Files.insert(Path.str().str()).second && !Path.starts_with("/dev/"))
      return error("two reports would be written to '" + O.File +
                   "'; give each a file of its own");
  }
  return Outputs;
}

void printReports(report::Report &R, llvm::ArrayRef<Output> Outputs,
                  report::TextStyle Style, report::Sources &Files) {
  for (const Output &O : Outputs) {
    if (O.File.empty() && O.Form->Name == "text") {
      report::printText(R.Shown, llvm::outs(), Style);
    } else if (O.File.empty()) {
      O.Form->Print(R, Files, llvm::outs());
    } else if (llvm::Error E =
                   report::writeFile(O.File, [&](llvm::raw_ostream &OS) {
                     O.Form->Print(R, Files, OS);
                   })) {
      R.Errors.push_back("'" + O.File + "' cannot be written: " +
                         llvm::toString(std::move(E)));
    }
  }
  llvm::outs().flush();
}

} // namespace joinery::driver
