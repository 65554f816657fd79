//===- Fingerprint.h - Names for findings that outlive edits ----*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_REPORT_FINGERPRINT_H
#define JOINERY_REPORT_FINGERPRINT_H

#include "report/Report.h"
#include "report/Sources.h"

namespace joinery::report {

/// Gives each finding a name of 32 hexadecimal digits that does not change when
/// lines are moved: from the check, the file, the text of the line, and the
/// number of the finding among equals. No absolute path goes into it.
class Fingerprints {
public:
  explicit Fingerprints(Sources &Files) : Files(Files) {}

  /// To be asked once for each finding, in the order of the report.
  std::string next(const Diagnostic &E);

private:
  Sources &Files;
  std::map<std::string, unsigned> Seen;
};

} // namespace joinery::report

#endif // JOINERY_REPORT_FINGERPRINT_H
