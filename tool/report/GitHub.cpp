//===- GitHub.cpp - Annotations of a pull request -------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "report/Formats.h"

using clang::tooling::DiagnosticMessage;
using llvm::StringRef;

namespace joinery::report {

/// What would end a workflow command is written as GitHub reads it.
static std::string escaped(StringRef Text, bool IsProperty) {
  std::string Result;
  for (char C : Text) {
    if (C == '%')
      Result += "%25";
    else if (C == '\r')
      Result += "%0D";
    else if (C == '\n')
      Result += "%0A";
    else if (IsProperty && C == ':')
      Result += "%3A";
    else if (IsProperty && C == ',')
      Result += "%2C";
    else
      Result += C;
  }
  return Result;
}

/// The message and, as an annotation has one place only, its notes with theirs.
static std::string story(const Diagnostic &E, Sources &Files) {
  std::string Text = E.Message.Message;
  for (const DiagnosticMessage &Note : E.Notes) {
    Text += '\n';
    if (!Note.FilePath.empty())
      Text +=
          Note.FilePath + ':' +
          std::to_string(Files.position(Note.FilePath, Note.FileOffset).Line) +
          ": ";
    Text += Note.Message;
  }
  return Text;
}

void printGitHub(const Report &R, Sources &Files, llvm::raw_ostream &OS) {
  for (const Diagnostic &E : R.Shown) {
    bool IsError = E.DiagLevel == Diagnostic::Error || E.IsWarningAsError;
    OS << (IsError ? "::error " : "::warning ");
    if (!E.Message.FilePath.empty()) {
      Position At = Files.position(E.Message.FilePath, E.Message.FileOffset);
      OS << "file=" << escaped(E.Message.FilePath, true) << ",line=" << At.Line
         << ",col=" << At.Column << ',';
    }
    OS << "title=" << escaped(E.DiagnosticName, true)
       << "::" << escaped(story(E, Files), false) << '\n';
  }
  for (const std::string &Message : R.Errors)
    OS << "::error title=joinery::" << escaped(Message, false) << '\n';
}

} // namespace joinery::report
