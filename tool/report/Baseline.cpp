//===- Baseline.cpp - Findings that are known -----------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "report/Baseline.h"
#include "report/Merge.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
namespace path = llvm::sys::path;

namespace joinery::report {

static llvm::Error error(const llvm::Twine &Message) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), Message);
}

static constexpr int64_t Version = 1;

/// \p Path, absolute, as seen from the folder \p From: with ".." if need be.
static std::string relativePath(StringRef Path, StringRef From) {
  auto P = path::begin(Path), PEnd = path::end(Path);
  auto F = path::begin(From), FEnd = path::end(From);
  while (P != PEnd && F != FEnd && *P == *F) {
    ++P;
    ++F;
  }
  llvm::SmallString<128> Result;
  for (; F != FEnd; ++F)
    path::append(Result, "..");
  for (; P != PEnd; ++P)
    path::append(Result, *P);
  return Result.str().str();
}

Baseline::Baseline(StringRef Path) {
  llvm::SmallString<128> Absolute(Path);
  llvm::sys::fs::make_absolute(Absolute);
  path::remove_dots(Absolute, /*remove_dot_dot=*/true);
  Folder = path::parent_path(Absolute).str();
}

Baseline::Entry Baseline::entry(const Diagnostic &E, StringRef Root,
                                Sources &Files) const {
  llvm::SmallString<128> Absolute(E.Message.FilePath);
  llvm::sys::path::make_absolute(Root, Absolute);
  Position At = Files.position(E.Message.FilePath, E.Message.FileOffset);
  return {E.DiagnosticName, llvm::json::fixUTF8(relativePath(Absolute, Folder)),
          llvm::json::fixUTF8(Files.line(E.Message.FilePath, At.Line))};
}

void Baseline::add(const Diagnostic &E, StringRef Root, Sources &Files) {
  ++Counts[entry(E, Root, Files)];
}

bool Baseline::consume(const Diagnostic &E, StringRef Root, Sources &Files) {
  auto Found = Counts.find(entry(E, Root, Files));
  if (Found == Counts.end() || Found->second == 0)
    return false;
  --Found->second;
  return true;
}

std::vector<Baseline::Entry> Baseline::stale(
    StringRef Root,
    llvm::function_ref<bool(StringRef File, StringRef Check)> IsChecked) const {
  std::vector<Entry> Left;
  for (const auto &[E, Count] : Counts)
    if (Count && IsChecked(shownPath(E.File, Folder, Root), E.Check))
      Left.push_back(E);
  return Left;
}

void Baseline::print(llvm::raw_ostream &OS) const {
  // One entry on a line: differences of two baselines read as lists.
  OS << "{\n  \"version\": " << Version << ",\n  \"findings\": [";
  StringRef Separator = "\n    ";
  for (const auto &[E, Count] : Counts) {
    OS << Separator
       << llvm::json::Value(
              llvm::json::Object{{"check", E.Check},
                                 {"file", llvm::json::fixUTF8(E.File)},
                                 {"line", E.Line},
                                 {"count", static_cast<int64_t>(Count)}});
    Separator = ",\n    ";
  }
  OS << (Counts.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

llvm::Error Baseline::parse(StringRef Path, StringRef Text) {
  auto Malformed = [&](const llvm::Twine &What) {
    return error("the baseline '" + Path + "' cannot be read: " + What +
                 "; write it anew with --write-baseline");
  };
  llvm::Expected<llvm::json::Value> Parsed = llvm::json::parse(Text);
  if (!Parsed)
    return Malformed(llvm::toString(Parsed.takeError()));
  const llvm::json::Object *Top = Parsed->getAsObject();
  std::optional<int64_t> Written =
      Top ? Top->getInteger("version") : std::nullopt;
  const llvm::json::Array *List = Top ? Top->getArray("findings") : nullptr;
  if (!Written)
    return Malformed("it has no 'version'");
  if (*Written != Version)
    return Malformed("it is of version " + llvm::Twine(*Written) +
                     ", and version " + llvm::Twine(Version) + " is known");
  if (!List)
    return Malformed("it has no list 'findings'");
  for (size_t I = 0; I < List->size(); ++I) {
    llvm::json::Path::Root Where("findings");
    Entry E;
    int64_t Count = 0;
    llvm::json::ObjectMapper Map((*List)[I], Where);
    if (!Map || !Map.map("check", E.Check) || !Map.map("file", E.File) ||
        !Map.map("line", E.Line) || !Map.map("count", Count) || Count < 1)
      return Malformed("entry " + llvm::Twine(I + 1) +
                       " of 'findings' needs 'check', 'file', 'line', and a "
                       "'count' of at least 1");
    Counts[E] += static_cast<size_t>(Count);
  }
  return llvm::Error::success();
}

llvm::Expected<Baseline> Baseline::read(StringRef Path) {
  auto Buffer = llvm::MemoryBuffer::getFile(Path);
  if (!Buffer)
    return error("the baseline '" + Path +
                 "' cannot be read: " + Buffer.getError().message() +
                 "; --write-baseline FILE writes one");
  Baseline Result(Path);
  if (llvm::Error E = Result.parse(Path, (*Buffer)->getBuffer()))
    return E;
  return Result;
}

} // namespace joinery::report
