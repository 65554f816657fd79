//===- JoineryCheck.cpp - What all checks have in common ------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "JoineryCheck.h"
#include "facts/Collect.h"
#include "facts/Export.h"
#include "facts/Format.h"
#include "task/MainFile.h"
#include "clang/ASTMatchers/ASTMatchers.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Regex.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace joinery {

JoineryCheck::JoineryCheck(StringRef Name, tidy::ClangTidyContext *Context,
                           std::shared_ptr<UnitCache> Units)
    : ClangTidyCheck(Name, Context), Context(Context), Units(std::move(Units)),
      ModelFiles(Options.getLocalOrGlobal("JoineryModelFiles", "").str()),
      WarnOnMacros(Options.get("WarnOnMacros", true)) {}

void JoineryCheck::storeOptions(tidy::ClangTidyOptions::OptionMap &Opts) {
  Options.store(Opts, "JoineryModelFiles", ModelFiles);
  Options.store(Opts, "WarnOnMacros", WarnOnMacros);
}

void JoineryCheck::registerMatchers(MatchFinder *Finder) {
  Finder->addMatcher(translationUnitDecl().bind("unit"), this);
}

/// Relative model files are looked for beside the configuration that names
/// them: in the folders from the main file upwards that have a .clang-tidy,
/// then in the working folder.
std::vector<std::string>
JoineryCheck::modelFiles(const SourceManager &Sources) {
  std::vector<std::string> Files;
  llvm::SmallVector<StringRef, 4> Names;
  StringRef(ModelFiles).split(Names, ';', -1, false);
  for (StringRef Name : Names) {
    Name = Name.trim();
    if (Name.empty())
      continue;
    llvm::SmallString<256> Path(Name);
    if (!llvm::sys::path::is_absolute(Name)) {
      llvm::SmallString<256> Folder;
      if (auto Main = Sources.getFileEntryRefForID(Sources.getMainFileID()))
        Folder = Main->getFileEntry().tryGetRealPathName();
      llvm::sys::fs::make_absolute(Path);
      for (llvm::sys::path::remove_filename(Folder); !Folder.empty();
           llvm::sys::path::remove_filename(Folder)) {
        llvm::SmallString<256> Config(Folder), Candidate(Folder);
        llvm::sys::path::append(Config, ".clang-tidy");
        llvm::sys::path::append(Candidate, Name);
        if (llvm::sys::fs::exists(Config) && llvm::sys::fs::exists(Candidate)) {
          Path = Candidate;
          break;
        }
      }
    }
    Files.push_back(std::string(Path));
  }
  return Files;
}

void hangs(Analysis &A, StringRef Check, Defect D, Condition If) {
  Conditional C;
  C.Check = Check.str();
  C.At = D.At;
  C.Message = std::move(D.Message);
  for (Step &S : D.Story)
    if (S.At.isValid())
      C.Story.push_back({S.At, std::move(S.Text)});
  C.If = std::move(If);
  A.Conditionals.push_back(std::move(C));
}

void JoineryCheck::speak(const Defect &D, const SourceManager &Sources) {
  auto Report = diag(Sources.getFileLoc(D.At), "%0") << D.Message;
  for (const FixItHint &F : D.Fixes)
    Report << F;
}

void JoineryCheck::check(const MatchFinder::MatchResult &Result) {
  const SourceManager &Sources = *Result.SourceManager;
  std::vector<model::ModelError> Errors;
  Analysis &A = Units->get(*Result.Context, modelFiles(Sources), Errors);
  for (const model::ModelError &E : Errors)
    configurationDiag("%0", DiagnosticIDs::Error) << E.str();
  if (!A.Tasks.hasTasks())
    return;
  Defects Found;
  find(A, Found);
  llvm::sort(Found, [&](const Defect &L, const Defect &R) {
    return Sources.isBeforeInTranslationUnit(Sources.getFileLoc(L.At),
                                             Sources.getFileLoc(R.At));
  });
  llvm::DenseSet<SourceLocation> Spoken;
  for (const Defect &D : Found) {
    if (D.At.isInvalid() || Sources.isInSystemHeader(D.At) ||
        (D.At.isMacroID() && !WarnOnMacros))
      continue;
    if (!Spoken.insert(Sources.getFileLoc(D.At)).second)
      continue;
    speak(D, Sources);
    for (const Step &S : D.Story) {
      if (S.At.isInvalid())
        continue;
      auto Note = diag(Sources.getFileLoc(S.At), "%0", DiagnosticIDs::Note)
                  << S.Text;
      for (const FixItHint &F : S.Fixes)
        Note << F;
    }
  }
}

/// Whether findings in this file are not asked for.
static bool isFilteredOut(const tidy::ClangTidyOptions &Options,
                          SourceLocation At, const SourceManager &Sources) {
  if (isInMainFile(At, Sources))
    return false;
  StringRef Name = Sources.getFilename(At);
  std::string Excluded = Options.ExcludeHeaderFilterRegex.value_or("");
  return !llvm::Regex(Options.HeaderFilterRegex.value_or(".*")).match(Name) ||
         (!Excluded.empty() && llvm::Regex(Excluded).match(Name));
}

/// Whether clang-tidy would show what \p Check says at \p At.
facts::Shown JoineryCheck::shownAt(StringRef Check, SourceLocation At,
                                   const SourceManager &Sources) {
  if (!Context->isCheckEnabled(Check) || At.isInvalid() ||
      Sources.isInSystemHeader(At) ||
      isFilteredOut(Context->getOptions(), Sources.getFileLoc(At), Sources) ||
      (At.isMacroID() && !WarnOnMacros))
    return facts::Shown::No;
  At = Sources.getFileLoc(At);
  DiagnosticStorage Nothing;
  Diagnostic Said(&Sources.getDiagnostics(), At, /*DiagID=*/0, Nothing, "");
  llvm::SmallVector<tooling::Diagnostic, 1> Malformed; // Said by clang-tidy.
  return NoLints.shouldSuppress(DiagnosticsEngine::Warning, Said, Check,
                                Malformed, /*AllowIO=*/true,
                                /*EnableNoLintBlocks=*/true)
             ? facts::Shown::Accepted
             : facts::Shown::Yes;
}

void JoineryCheck::onEndOfTranslationUnit() {
  facts::CollectFacts *Wanted = facts::CollectFacts::current();
  if (Analysis *A = Wanted ? Units->current() : nullptr) {
    const SourceManager &Sources = A->Tasks.context().getSourceManager();
    facts::ExportOptions How;
    How.Directory = Wanted->Directory;
    Wanted->Silenced.clear();
    How.ShownAt = [&](StringRef Check, SourceLocation At) {
      facts::Shown Is = shownAt(Check, At, Sources);
      if (Is != facts::Shown::Yes)
        Wanted->Silenced.push_back({Check.str(), At});
      return Is;
    };
    How.IsError = [&](StringRef Check) { return Context->treatAsError(Check); };
    Wanted->Bytes += facts::encode(facts::exportUnit(*A, How));
  }
  Units->drop();
}

} // namespace joinery
