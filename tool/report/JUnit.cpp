//===- JUnit.cpp - The report as test results -----------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "report/Formats.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include <set>

using clang::tooling::DiagnosticMessage;
using llvm::StringRef;

namespace joinery::report {

/// \p Text for an attribute or an element. XML has no form for most control
/// characters, and readers refuse what is no UTF-8.
static std::string xml(StringRef Text) {
  std::string Clean = llvm::json::fixUTF8(Text);
  for (char &C : Clean)
    if (static_cast<unsigned char>(C) < ' ' && C != '\n' && C != '\t')
      C = '?';
  std::string Result;
  llvm::raw_string_ostream OS(Result);
  llvm::printHTMLEscaped(Clean, OS);
  return Result;
}

static void printPlace(const DiagnosticMessage &M, Sources &Files,
                       llvm::raw_ostream &OS) {
  if (M.FilePath.empty())
    return;
  Position At = Files.position(M.FilePath, M.FileOffset);
  OS << M.FilePath << ':' << At.Line << ':' << At.Column << ": ";
}

static void printFinding(const Diagnostic &E, Sources &Files,
                         llvm::raw_ostream &OS) {
  std::string Place, Body;
  llvm::raw_string_ostream PlaceOS(Place), BodyOS(Body);
  printPlace(E.Message, Files, PlaceOS);
  BodyOS << Place << E.Message.Message << '\n';
  for (const DiagnosticMessage &Note : E.Notes) {
    printPlace(Note, Files, BodyOS);
    BodyOS << "note: " << Note.Message << '\n';
  }
  StringRef Name = StringRef(Place).rtrim(": ");
  OS << "    <testcase classname=\"" << xml(E.DiagnosticName) << "\" name=\""
     << xml(Name.empty() ? E.DiagnosticName : Name) << "\">\n"
     << "      <failure type=\"" << xml(E.DiagnosticName) << "\" message=\""
     << xml(E.Message.Message) << "\">" << xml(Body) << "</failure>\n"
     << "    </testcase>\n";
}

static void printUnit(const CheckedUnit &U, llvm::raw_ostream &OS) {
  OS << "    <testcase classname=\"unit\" name=\"" << xml(U.File) << '"';
  if (U.Failure.empty())
    OS << "/>\n";
  else
    OS << ">\n      <error type=\"compile\" message=\"" << xml(U.Failure)
       << "\"/>\n    </testcase>\n";
}

void printJUnit(const Report &R, Sources &Files, llvm::raw_ostream &OS) {
  size_t Failures = llvm::count_if(R.Shown, isFinding);
  size_t Other = llvm::count_if(R.Shown, isConfigurationError);
  size_t Tests = R.Units.size() + Failures + Other + R.Errors.size();
  std::string Counts = " tests=\"" + std::to_string(Tests) + "\" failures=\"" +
                       std::to_string(Failures + Other) + "\" errors=\"" +
                       std::to_string(R.brokenUnits() + R.Errors.size()) + '"';
  OS << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" << Counts
     << ">\n  <testsuite name=\"joinery\"" << Counts << ">\n";
  for (const CheckedUnit &U : R.Units)
    printUnit(U, OS);
  // The errors of the compiler stand with their units.
  for (const Diagnostic &E : R.Shown)
    if (!isCompileError(E))
      printFinding(E, Files, OS);
  for (const std::string &Message : R.Errors)
    OS << "    <testcase classname=\"joinery\" name=\"run\">\n      <error "
          "type=\"joinery\" message=\""
       << xml(Message) << "\"/>\n    </testcase>\n";
  OS << "  </testsuite>\n</testsuites>\n";
}

} // namespace joinery::report
