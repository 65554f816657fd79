//===- Output.h - Where reports go, and in which form -----------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_DRIVER_OUTPUT_H
#define JOINERY_DRIVER_OUTPUT_H

#include "report/Formats.h"
#include "report/Report.h"
#include "report/Text.h"
#include "llvm/Support/Error.h"
#include <optional>

namespace joinery::driver {

/// A form of the report and where it goes.
struct Output {
  const report::Format *Form = nullptr;
  std::string File; ///< Empty: standard output.
};

/// What `--format F[=FILE]`, any number of times, and `-o FILE` ask for; text
/// on standard output when they ask for nothing and \p StdoutIsUsed is false.
/// An error says what contradicts itself, and names the nearest format.
llvm::Expected<std::vector<Output>>
readOutputs(llvm::ArrayRef<std::string> Formats,
            const std::optional<std::string> &File, bool StdoutIsUsed);

/// An error when a file of this name cannot be made.
llvm::Error checkWritable(llvm::StringRef File);

/// Writes the reports. What cannot be written is an error of the run.
void printReports(report::Report &R, llvm::ArrayRef<Output> Outputs,
                  report::TextStyle Style, report::Sources &Files);

} // namespace joinery::driver

#endif // JOINERY_DRIVER_OUTPUT_H
