//===- Convert.cpp - Findings as the protocol writes them ---------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lsp/Convert.h"
#include "report/Catalogue.h"
#include "report/Merge.h"
#include "clang/Basic/CharInfo.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using clang::tidy::ClangTidyError;
using clang::tooling::DiagnosticMessage;
using Severity = llvm::lsp::DiagnosticSeverity;
using llvm::StringRef;
namespace json = llvm::json;

namespace joinery::lsp {

Texts::Loaded &Texts::load(StringRef File) {
  Loaded &L = Files[File];
  if (L.Map)
    return L;
  auto Buffer = Open.find(File.str());
  if (Buffer != Open.end()) {
    L.Text = *Buffer->second;
  } else if (auto Read = llvm::MemoryBuffer::getFile(File)) {
    L.FromDisk = (*Read)->getBuffer().str();
    L.Text = L.FromDisk;
  }
  L.Map = std::make_unique<Lines>(L.Text);
  return L;
}

StringRef Texts::text(StringRef File) { return load(File).Text; }

const Lines &Texts::lines(StringRef File) { return *load(File).Map; }

/// Source code that is quoted in a message need not be UTF-8; JSON must be.
static json::Value textValue(StringRef Text) {
  return json::isUTF8(Text) ? Text.str() : json::fixUTF8(Text);
}

static std::string uriOf(StringRef File) {
  auto Uri = llvm::lsp::URIForFile::fromFile(File);
  if (!Uri) {
    llvm::consumeError(Uri.takeError());
    return "";
  }
  return Uri->uri().str();
}

static bool sameFile(StringRef A, StringRef B) {
  return A == B ||
         (llvm::sys::path::filename(A) == llvm::sys::path::filename(B) &&
          llvm::sys::fs::equivalent(A, B));
}

/// The range that a message is about: the one that begins where it points, else
/// the word there.
static llvm::lsp::Range rangeOf(const DiagnosticMessage &M, Texts &Sources) {
  StringRef Text = Sources.text(M.FilePath);
  size_t Begin = std::min<size_t>(M.FileOffset, Text.size()), End = Begin;
  for (const clang::tooling::FileByteRange &R : M.Ranges)
    if (R.FilePath == M.FilePath && R.FileOffset == M.FileOffset)
      End = std::max<size_t>(End, Begin + R.Length);
  if (End == Begin)
    while (End < Text.size() && clang::isAsciiIdentifierContinue(Text[End]))
      ++End;
  if (End == Begin && End < Text.size() &&
      !clang::isVerticalWhitespace(Text[End]))
    ++End;
  const Lines &Map = Sources.lines(M.FilePath);
  return {Map.position(Begin), Map.position(End)};
}

/// The edits that a message offers, or nothing when it offers none.
static std::optional<json::Object> changesOf(const DiagnosticMessage &M,
                                             Texts &Sources) {
  json::Object Changes;
  for (const auto &[File, Replacements] : M.Fix) {
    const Lines &Map = Sources.lines(File);
    json::Array Edits;
    for (const clang::tooling::Replacement &R : Replacements) {
      llvm::lsp::Range Range(Map.position(R.getOffset()),
                             Map.position(R.getOffset() + R.getLength()));
      Edits.push_back(json::Object{
          {"range", Range}, {"newText", textValue(R.getReplacementText())}});
    }
    Changes[uriOf(File)] = std::move(Edits);
  }
  if (Changes.empty())
    return std::nullopt;
  return Changes;
}

/// The cure that a message names after its last semicolon, else all of it.
static std::string cureOf(StringRef Message) {
  StringRef Cure = Message.rsplit("; ").second;
  return (Cure.empty() ? Message : Cure).str();
}

static std::vector<QuickFix> fixesOf(const ClangTidyError &E, Texts &Sources) {
  std::vector<QuickFix> Fixes;
  if (auto Changes = changesOf(E.Message, Sources))
    Fixes.push_back({cureOf(E.Message.Message), true, std::move(*Changes)});
  for (const DiagnosticMessage &Note : E.Notes)
    if (auto Changes = changesOf(Note, Sources))
      Fixes.push_back({Note.Message, false, std::move(*Changes)});
  return Fixes;
}

static void addNotes(const ClangTidyError &E, Texts &Sources,
                     const ConvertOptions &Options, std::string &Message,
                     json::Object &Diagnostic) {
  json::Array Related;
  for (const DiagnosticMessage &Note : E.Notes) {
    if (Note.FilePath.empty())
      continue;
    llvm::lsp::Range Range = rangeOf(Note, Sources);
    if (!Options.RelatedInformation) {
      Message += "\n" + llvm::sys::path::filename(Note.FilePath).str() + ":" +
                 std::to_string(Range.start.line + 1) + ": " + Note.Message;
      continue;
    }
    Related.push_back(
        json::Object{{"location", json::Object{{"uri", uriOf(Note.FilePath)},
                                               {"range", Range}}},
                     {"message", textValue(Note.Message)}});
  }
  if (!Related.empty())
    Diagnostic["relatedInformation"] = std::move(Related);
}

static Finding make(llvm::lsp::Range Range, Severity Level, StringRef Code,
                    StringRef Message) {
  Finding F;
  F.Range = Range;
  F.Diagnostic = json::Object{{"range", Range},
                              {"severity", static_cast<int>(Level)},
                              {"source", "joinery"},
                              {"code", Code.str()},
                              {"message", textValue(Message)}};
  return F;
}

static Finding findingOf(const ClangTidyError &E, Texts &Sources,
                         const ConvertOptions &Options) {
  StringRef Code = E.DiagnosticName;
  bool Ours = llvm::is_contained(report::checkNames(), Code);
  Finding F = make(rangeOf(E.Message, Sources),
                   E.DiagLevel == ClangTidyError::Error ? Severity::Error
                                                        : Severity::Warning,
                   Code, E.Message.Message);
  std::string Message = E.Message.Message;
  addNotes(E, Sources, Options, Message, F.Diagnostic);
  F.Diagnostic["message"] = textValue(Message);
  if (Ours && !Options.PagesUri.empty())
    F.Diagnostic["codeDescription"] = json::Object{
        {"href", Options.PagesUri +
                     Code.substr(StringRef("joinery-").size()).str() + ".md"}};
  F.Fixes = fixesOf(E, Sources);
  return F;
}

std::vector<Finding> findingsOf(driver::UnitResult Result,
                                const std::string &File, bool Guessed,
                                Texts &Sources, const ConvertOptions &Options) {
  std::vector<Finding> Findings;
  for (ClangTidyError &E : Result.Diagnostics)
    report::showPaths(E, /*WorkingDir=*/"/");
  report::sortAndUnique(Result.Diagnostics);
  bool ToldBroken = false;
  for (const ClangTidyError &E : Result.Diagnostics) {
    bool Here = sameFile(E.Message.FilePath, File);
    std::string Place = E.Message.FilePath.empty() || Here
                            ? ""
                            : "'" + E.Message.FilePath + "': ";
    if (StringRef(E.DiagnosticName).starts_with("clang-diagnostic-")) {
      if (E.DiagLevel != ClangTidyError::Error || ToldBroken)
        continue;
      ToldBroken = true;
      std::string Why = "the file is checked in part, because it does not "
                        "compile: " +
                        Place + E.Message.Message;
      if (Guessed)
        Why +=
            " (its compile command is a guess: the compilation database does "
            "not have the file)";
      Findings.push_back(
          make(Here ? rangeOf(E.Message, Sources) : llvm::lsp::Range(),
               Severity::Information, E.DiagnosticName, Why));
    } else if (Here) {
      Findings.push_back(findingOf(E, Sources, Options));
    } else if (E.DiagLevel == ClangTidyError::Error ||
               E.DiagnosticName == "clang-tidy-config") {
      // The configuration is wrong, wherever it stands.
      Findings.push_back(make(llvm::lsp::Range(), Severity::Error,
                              E.DiagnosticName, Place + E.Message.Message));
    }
  }
  for (const std::string &Problem : Result.Problems)
    Findings.push_back(make(llvm::lsp::Range(), Severity::Error,
                            "clang-tidy-config", Problem));
  if (Result.Failed && !ToldBroken && Findings.empty())
    Findings.push_back(make(llvm::lsp::Range(), Severity::Information,
                            "clang-diagnostic-error",
                            "the file is not checked: the compiler gives up "
                            "and does not say why"));
  return Findings;
}

} // namespace joinery::lsp
