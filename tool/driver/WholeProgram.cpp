//===- WholeProgram.cpp - The link step, for the tool ---------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/WholeProgram.h"
#include "facts/Format.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <map>
#include <set>

using clang::tidy::ClangTidyError;
using llvm::StringRef;

namespace joinery::driver {

namespace {

/// Finds lines in source files, each read once.
class SourceLines {
public:
  /// The offset of the line and column, if the file has it.
  std::optional<unsigned> offset(StringRef Path, uint32_t Line,
                                 uint32_t Column) {
    const std::vector<unsigned> *Starts = lines(Path);
    if (!Starts || Line == 0 || Line > Starts->size())
      return std::nullopt;
    return (*Starts)[Line - 1] + (Column ? Column - 1 : 0);
  }

private:
  const std::vector<unsigned> *lines(StringRef Path) {
    auto [At, New] = Files.try_emplace(Path);
    if (New) {
      auto Buffer =
          llvm::MemoryBuffer::getFile(Path, /*IsText=*/false,
                                      /*RequiresNullTerminator=*/false);
      if (Buffer) {
        At->second.emplace(1, 0u);
        StringRef Text = (*Buffer)->getBuffer();
        for (size_t I = 0; I != Text.size(); ++I)
          if (Text[I] == '\n')
            At->second->push_back(static_cast<unsigned>(I + 1));
      }
    }
    return At->second ? &*At->second : nullptr;
  }

  llvm::StringMap<std::optional<std::vector<unsigned>>> Files;
};

class Builder {
public:
  explicit Builder(llvm::ArrayRef<FactsOfUnit> Units) : Units(Units) {}

  std::string path(const facts::LinkedPlace &P) const {
    llvm::SmallString<128> Path(P.File);
    StringRef Directory = Units[P.Unit].Directory;
    if (!Directory.empty())
      llvm::sys::path::make_absolute(Directory, Path);
    llvm::sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
    return std::string(Path);
  }

  clang::tooling::DiagnosticMessage message(const facts::LinkedPlace &P,
                                            StringRef Text) {
    clang::tooling::DiagnosticMessage M(Text);
    std::string Path = path(P);
    if (auto Offset = Lines.offset(Path, P.Line, P.Column)) {
      M.FilePath = Path;
      M.FileOffset = *Offset;
    } else {
      // The source is not here: the place is told in words.
      M.Message += " (at " + Path + ":" + std::to_string(P.Line) + ":" +
                   std::to_string(P.Column) + ")";
    }
    return M;
  }

  ClangTidyError finding(const facts::LinkedFinding &F) {
    ClangTidyError E(F.Check, ClangTidyError::Warning,
                     Units[F.At.Unit].Directory, F.Error);
    E.Message = message(F.At, F.Message);
    for (const auto &[At, Text] : F.Story)
      E.Notes.push_back(message(At, Text));
    return E;
  }

private:
  llvm::ArrayRef<FactsOfUnit> Units;
  SourceLines Lines;
};

} // namespace

namespace {

/// Tells which programs are worth linking: what several have in common is
/// looked at once.
class Sharing {
public:
  Sharing(llvm::ArrayRef<Program> Programs,
          llvm::ArrayRef<facts::UnitFacts> Units)
      : Units(Units), Uses(Units.size()) {
    for (const Program &P : Programs)
      for (size_t U : P.Units)
        ++Uses[U];
  }

  bool concerns(const Program &P) {
    std::vector<size_t> Common;
    std::vector<const facts::UnitFacts *> Own;
    for (size_t U : P.Units) {
      if (Uses[U] > 1)
        Common.push_back(U);
      else
        Own.push_back(&Units[U]);
    }
    // A program of its own is linked once, whatever comes of it.
    if (Common.empty())
      return true;
    auto &Known = Libraries[Common];
    if (!Known) {
      std::vector<const facts::UnitFacts *> Of;
      for (size_t U : Common)
        Of.push_back(&Units[U]);
      Known = std::make_unique<facts::SharedUnits>(Of);
    }
    return Known->concerns(Own);
  }

private:
  llvm::ArrayRef<facts::UnitFacts> Units;
  std::vector<unsigned> Uses;
  std::map<std::vector<size_t>, std::unique_ptr<facts::SharedUnits>> Libraries;
};

} // namespace

static bool hasMain(const facts::UnitFacts &U) {
  return llvm::any_of(U.Functions,
                      [](const facts::Function &F) { return F.IsMain; });
}

WholeProgram linkAll(std::vector<FactsOfUnit> Units,
                     llvm::ArrayRef<LinkedOutput> Links, bool Complete,
                     bool Together, bool WantTasks) {
  WholeProgram Result;
  std::vector<facts::UnitFacts> Decoded;
  std::vector<FactsOfUnit> Good;
  for (FactsOfUnit &U : Units) {
    llvm::Expected<facts::UnitFacts> Facts = facts::decode(U.Frame);
    if (!Facts) {
      Result.Problems.push_back("'" + U.Origin +
                                "': " + llvm::toString(Facts.takeError()));
      Complete = false;
      continue;
    }
    Decoded.push_back(std::move(*Facts));
    Good.push_back(std::move(U));
  }
  std::vector<ProgramUnit> Described;
  for (size_t I = 0; I != Good.size(); ++I) {
    Described.push_back({Good[I].Object, hasMain(Decoded[I])});
    Result.TaskUnits.push_back(Decoded[I].text(Decoded[I].Name));
  }
  std::vector<Program> Programs;
  if (Together) {
    Programs.push_back({});
    for (size_t I = 0; I != Good.size(); ++I)
      Programs.back().Units.push_back(I);
  } else {
    Programs = programsOf(Described, Links);
  }
  Result.Programs = Programs.size();

  Sharing Shared(Programs, Decoded);
  Builder Build(Good);
  std::set<std::tuple<std::string, std::string, unsigned, std::string>> Seen;
  std::map<std::tuple<std::string, unsigned, unsigned>, facts::LinkedTask>
      Tasks;
  for (const Program &P : Programs) {
    if (!WantTasks && !Shared.concerns(P))
      continue;
    std::vector<const facts::UnitFacts *> Of;
    bool Whole = Complete;
    for (size_t I : P.Units)
      Of.push_back(&Decoded[I]);
    Whole &=
        llvm::any_of(P.Units, [&](size_t I) { return Described[I].HasMain; });
    auto Original = [&](facts::LinkedPlace &Place) {
      if (Place.Line)
        Place.Unit = P.Units[Place.Unit];
    };
    facts::Linked Linked = facts::link(Of, Whole);
    Result.Disagreements += Linked.Disagreements;
    for (facts::LinkedFinding &F : Linked.Findings) {
      Original(F.At);
      for (auto &[At, Text] : F.Story)
        Original(At);
      ClangTidyError E = Build.finding(F);
      if (Seen.insert({E.DiagnosticName, E.Message.FilePath,
                       E.Message.FileOffset, E.Message.Message})
              .second)
        (F.Accepted ? Result.Silenced : Result.Findings)
            .push_back(std::move(E));
    }
    for (facts::LinkedTask &T : Linked.Tasks) {
      Original(T.At);
      Original(T.EntryAt);
      for (size_t &U : T.Units)
        U = P.Units[U];
      T.At.File = Build.path(T.At);
      if (T.EntryAt.Line)
        T.EntryAt.File = Build.path(T.EntryAt);
      auto [At, New] =
          Tasks.try_emplace({T.At.File, T.At.Line, T.At.Column}, T);
      // What one program knows of a library's task, another may not.
      if (!New)
        for (facts::LinkedAnswer facts::LinkedTask::*Answer :
             {&facts::LinkedTask::Owner, &facts::LinkedTask::Wait})
          if ((T.*Answer).Is == facts::Worth::Known)
            At->second.*Answer = T.*Answer;
    }
  }
  for (auto &[Place, T] : Tasks)
    Result.Tasks.push_back(std::move(T));
  return Result;
}

} // namespace joinery::driver
