//===- Changes.cpp - What was changed since a revision --------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Changes.h"
#include "driver/Arguments.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"

using clang::tooling::DiagnosticMessage;
using llvm::StringRef;

namespace joinery::driver {

/// What "git -C Folder Args..." prints; an error with what it says when it
/// fails.
static llvm::Expected<std::string> git(StringRef Folder,
                                       llvm::ArrayRef<StringRef> Args) {
  llvm::ErrorOr<std::string> Program = llvm::sys::findProgramByName("git");
  if (!Program)
    return error("--since needs git, which is not found; install it");
  llvm::SmallString<128> Out, Err;
  if (llvm::sys::fs::createTemporaryFile("joinery-git", "out", Out) ||
      llvm::sys::fs::createTemporaryFile("joinery-git", "err", Err))
    return error("--since cannot write a temporary file");
  llvm::FileRemover RemoveOut(Out), RemoveErr(Err);
  llvm::SmallVector<StringRef> Command = {"git", "-C", Folder, "-c",
                                          "core.quotePath=false"};
  Command.append(Args.begin(), Args.end());
  std::string Message;
  int Status = llvm::sys::ExecuteAndWait(*Program, Command, std::nullopt,
                                         {StringRef(), Out, Err},
                                         /*SecondsToWait=*/0,
                                         /*MemoryLimit=*/0, &Message);
  auto Printed = llvm::MemoryBuffer::getFile(Status ? Err : Out);
  std::string Text = Printed ? (*Printed)->getBuffer().str() : "";
  if (Status == 0)
    return Text;
  if (Message.empty())
    Message = StringRef(Text).trim().split('\n').first.str();
  return error("git cannot tell what was changed: " + Message);
}

/// git writes a name with unusual characters as a string of C.
static std::string unquoted(StringRef Name) {
  if (!Name.consume_front("\""))
    return Name.str();
  Name.consume_back("\"");
  std::string Result;
  while (!Name.empty()) {
    char C = Name.front();
    Name = Name.drop_front();
    if (C != '\\' || Name.empty()) {
      Result += C;
      continue;
    }
    unsigned Octal;
    if (Name.size() >= 3 && !Name.take_front(3).getAsInteger(8, Octal)) {
      Result += static_cast<char>(Octal);
      Name = Name.drop_front(3);
      continue;
    }
    size_t Escape = StringRef("abtnvfr").find(Name.front());
    Result +=
        Escape == StringRef::npos ? Name.front() : "\a\b\t\n\v\f\r"[Escape];
    Name = Name.drop_front();
  }
  return Result;
}

static std::string realPath(StringRef Path) {
  llvm::SmallString<128> Real;
  return llvm::sys::fs::real_path(Path, Real) ? Path.str() : Real.str().str();
}

static std::string below(StringRef Folder, StringRef Path) {
  llvm::SmallString<128> Result(Folder);
  llvm::sys::path::append(Result, Path);
  return realPath(Result);
}

/// The lines of "@@ -12,2 +14,3 @@". Where lines were only taken away, those
/// around the gap count: a join that is gone leaves its finding there.
static std::optional<std::pair<unsigned, unsigned>> hunk(StringRef Line) {
  StringRef New = Line.split(" +").second.split(' ').first;
  auto [Start, Length] = New.split(',');
  unsigned First, Count = 1;
  if (Start.getAsInteger(10, First) ||
      (!Length.empty() && Length.getAsInteger(10, Count)))
    return std::nullopt;
  if (Count == 0)
    return std::pair(First, First + 1);
  return std::pair(First, First + Count - 1);
}

llvm::Error Changes::addDiff(StringRef Diff, StringRef Top) {
  std::string File;
  // Lines of files, which can look like anything, are counted off.
  unsigned Skip = 0;
  while (!Diff.empty()) {
    StringRef Line;
    std::tie(Line, Diff) = Diff.split('\n');
    if (Skip && (Line.starts_with("-") || Line.starts_with("+"))) {
      --Skip;
    } else if (Line.starts_with("--- ")) {
      File.clear();
    } else if (Line.consume_front("+++ ")) {
      // A tab ends a name with spaces.
      File = Line == "/dev/null" ? ""
                                 : below(Top, unquoted(Line.split('\t').first));
    } else if (Line.starts_with("@@ ")) {
      auto Range = hunk(Line);
      if (!Range)
        return error("git's answer is not understood: '" + Line + "'");
      unsigned Count[2] = {1, 1};
      llvm::SmallVector<StringRef> Words;
      Line.split(Words, ' ');
      for (int Side : {0, 1})
        if (Words.size() > 2 && Words[Side + 1].contains(',') &&
            Words[Side + 1].split(',').second.getAsInteger(10, Count[Side]))
          return error("git's answer is not understood: '" + Line + "'");
      Skip = Count[0] + Count[1];
      if (!File.empty())
        Lines[File].push_back(*Range);
    }
  }
  return llvm::Error::success();
}

llvm::Expected<Changes> Changes::since(StringRef Revision, StringRef Root) {
  auto Top = git(Root, {"rev-parse", "--show-toplevel"});
  if (!Top)
    return Top.takeError();
  StringRef Tree = StringRef(*Top).rtrim('\n');
  // A name that begins with a dash would be taken for an option.
  std::string Commit = Revision.str() + "^{commit}";
  auto Known = git(
      Tree, {"rev-parse", "--verify", "--quiet", "--end-of-options", Commit});
  if (!Known) {
    llvm::consumeError(Known.takeError());
    return error("'" + Revision + "' is no revision of the git repository '" +
                 Tree + "'");
  }
  auto Diff = git(Tree, {"diff", "-U0", "--no-color", "--no-ext-diff",
                         "--no-prefix", "--no-renames", "--submodule=short",
                         StringRef(*Known).rtrim('\n'), "--"});
  if (!Diff)
    return Diff.takeError();
  auto Untracked =
      git(Tree, {"ls-files", "--others", "--exclude-standard", "-z"});
  if (!Untracked)
    return Untracked.takeError();
  Changes Result;
  if (llvm::Error E = Result.addDiff(*Diff, Tree))
    return E;
  llvm::SmallVector<StringRef> Names;
  StringRef(*Untracked).split(Names, '\0', -1, /*KeepEmpty=*/false);
  for (StringRef Name : Names)
    Result.addFile(below(Tree, Name));
  return Result;
}

bool Changes::contains(StringRef Path, unsigned Line) const {
  auto Found = Lines.find(realPath(Path));
  return Found != Lines.end() &&
         llvm::any_of(Found->second, [=](const auto &Range) {
           return Range.first <= Line && Line <= Range.second;
         });
}

bool Changes::touch(const report::Diagnostic &E, StringRef Root,
                    report::Sources &Files) const {
  auto IsChanged = [&](const DiagnosticMessage &M) {
    if (M.FilePath.empty())
      return false;
    llvm::SmallString<128> Absolute(M.FilePath);
    llvm::sys::path::make_absolute(Root, Absolute);
    return contains(Absolute, Files.position(M.FilePath, M.FileOffset).Line);
  };
  return IsChanged(E.Message) || llvm::any_of(E.Notes, IsChanged);
}

} // namespace joinery::driver
