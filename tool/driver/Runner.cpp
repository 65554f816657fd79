//===- Runner.cpp - Running the checks over units -----------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What clang::tidy::runClangTidy does, for one unit in one thread. It is not
// called itself because it prints on its own and finds the compiler's headers
// only beside the program. Threads share nothing but the list of units: each
// unit has its own file system (the real one's working directory belongs to
// the whole process), file manager, options and checks.
//
//===----------------------------------------------------------------------===//

#include "driver/Runner.h"
#include "cache/Key.h"
#include "cache/ResultCache.h"
#include "clang-tidy/ClangTidy.h"
#include "driver/Profile.h"
#include "facts/Collect.h"
#include "scan/Scan.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendOptions.h"
#include "clang/Frontend/MultiplexConsumer.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "clang/Options/Options.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <chrono>
#include <set>

using namespace clang;
using namespace clang::tooling;

namespace joinery::driver {

namespace {

/// One command, as a database.
class OneCommand : public CompilationDatabase {
public:
  explicit OneCommand(const CompileCommand &Command) : Command(Command) {}
  std::vector<CompileCommand> getCompileCommands(StringRef) const override {
    return {Command};
  }

private:
  const CompileCommand &Command;
};

/// Ends the parse when nobody wants its result any more.
class Asker : public ASTConsumer {
public:
  explicit Asker(const std::function<bool()> &GoOn) : GoOn(GoOn) {}
  bool HandleTopLevelDecl(DeclGroupRef) override { return GoOn(); }

private:
  const std::function<bool()> &GoOn;
};

/// Leaves out bodies of libraries that no finding hangs on. Templates stay:
/// what they instantiate is the program's (generic lambdas, its own templates).
/// So do destructors, which the model reads, and functions without a result,
/// for one that always throws has no way back.
class BodyChooser : public ASTConsumer {
public:
  explicit BodyChooser(const SourceManager &Sources) : Sources(Sources) {}
  bool shouldSkipFunctionBody(Decl *D) override {
    const auto *F = dyn_cast<FunctionDecl>(D);
    return F && Sources.isInSystemHeader(F->getLocation()) &&
           !F->isTemplated() && !isa<CXXDestructorDecl>(F) &&
           (isa<CXXConstructorDecl>(F) || !F->getReturnType()->isVoidType());
  }

private:
  const SourceManager &Sources;
};

class CheckAction : public ASTFrontendAction {
public:
  CheckAction(tidy::ClangTidyASTConsumerFactory &Consumers,
              const CheckHooks &Hooks, SuppressionRecorder &Recorder,
              UnitResult &Result)
      : Consumers(Consumers), Hooks(Hooks), Recorder(Recorder), Result(Result) {
  }
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &Compiler,
                                                 StringRef File) override {
    recordSkippedLines(Compiler.getPreprocessor(), Skipped);
    std::vector<std::unique_ptr<ASTConsumer>> All;
    All.push_back(std::make_unique<BodyChooser>(Compiler.getSourceManager()));
    if (Hooks.GoOn)
      All.push_back(std::make_unique<Asker>(Hooks.GoOn));
    All.push_back(Consumers.createASTConsumer(Compiler, File));
    return std::make_unique<MultiplexConsumer>(std::move(All));
  }
  void EndSourceFileAction() override {
    const SourceManager &Sources = getCompilerInstance().getSourceManager();
    // A comment may silence what only the link step would say.
    if (const auto *Wanted = facts::CollectFacts::current())
      for (const auto &[Check, At] : Wanted->Silenced)
        Recorder.recordUse(Sources, At, Check);
    for (Suppression &S :
         Recorder.suppressions(Sources, getCompilerInstance().getLangOpts(),
                               Skipped, Result.Checks))
      Result.Suppressions.push_back(std::move(S));
    for (const auto &File :
         llvm::make_range(Sources.fileinfo_begin(), Sources.fileinfo_end())) {
      llvm::SmallString<128> Path(File.first.getName());
      getCompilerInstance().getFileManager().makeAbsolutePath(Path);
      llvm::sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
      Result.Inputs.push_back(Path.str().str());
    }
  }

private:
  tidy::ClangTidyASTConsumerFactory &Consumers;
  const CheckHooks &Hooks;
  SuppressionRecorder &Recorder;
  UnitResult &Result;
  SkippedLines Skipped;
};

class CheckActionFactory : public FrontendActionFactory {
public:
  CheckActionFactory(tidy::ClangTidyContext &Context, const CheckHooks &Hooks,
                     SuppressionRecorder &Recorder, UnitResult &Result)
      : Consumers(Context), Hooks(Hooks), Recorder(Recorder), Result(Result) {
    Result.Checks = Consumers.getCheckNames();
  }
  std::unique_ptr<FrontendAction> create() override {
    return std::make_unique<CheckAction>(Consumers, Hooks, Recorder, Result);
  }
  bool runInvocation(std::shared_ptr<CompilerInvocation> Invocation,
                     FileManager *Files,
                     std::shared_ptr<PCHContainerOperations> Containers,
                     DiagnosticConsumer *Consumer) override {
    // As clang-tidy does: __clang_analyzer__ is defined.
    Invocation->getPreprocessorOpts().SetUpStaticAnalyzer = true;
    Invocation->getFrontendOpts().SkipFunctionBodies = true; // BodyChooser.
    // No "1 error generated." on stderr.
    Invocation->getDiagnosticOpts().ShowCarets = false;
    return FrontendActionFactory::runInvocation(
        std::move(Invocation), Files, std::move(Containers), Consumer);
  }

private:
  tidy::ClangTidyASTConsumerFactory Consumers;
  const CheckHooks &Hooks;
  SuppressionRecorder &Recorder;
  UnitResult &Result;
};

} // namespace

/// Flags of GCC that Clang does not know stop it; they say nothing about the
/// meaning of the code that Clang would understand.
static CommandLineArguments
dropUnknownFlags(const CommandLineArguments &Args,
                 std::vector<std::string> &Dropped) {
  std::vector<const char *> Pointers;
  for (const std::string &Arg : llvm::ArrayRef(Args).drop_front())
    Pointers.push_back(Arg.c_str());
  unsigned MissingIndex, MissingCount;
  llvm::opt::InputArgList Parsed = getDriverOptTable().ParseArgs(
      Pointers, MissingIndex, MissingCount,
      llvm::opt::Visibility(options::ClangOption));
  std::vector<bool> Unknown(Args.size(), false);
  for (const llvm::opt::Arg *Arg : Parsed.filtered(options::OPT_UNKNOWN))
    Unknown[Arg->getIndex() + 1] = true;
  CommandLineArguments Known;
  for (size_t I = 0; I < Args.size(); ++I)
    (Unknown[I] ? Dropped : Known).push_back(Args[I]);
  return Known;
}

/// A project that is configured but not built has no precompiled headers yet.
/// CMake names the header itself as well, so the reference may go.
static CommandLineArguments
dropMissingPrecompiledHeader(const CommandLineArguments &Args,
                             llvm::vfs::FileSystem &FS) {
  CommandLineArguments Kept;
  for (size_t I = 0; I < Args.size(); ++I) {
    // -Xclang -include-pch -Xclang FILE
    if (I + 3 < Args.size() && Args[I] == "-Xclang" &&
        Args[I + 1] == "-include-pch" && !FS.exists(Args[I + 3])) {
      I += 3;
      continue;
    }
    Kept.push_back(Args[I]);
  }
  return Kept;
}

/// ExtraArgs, ExtraArgsBefore and RemovedArgs of the configuration.
static CommandLineArguments applyConfigured(const CommandLineArguments &Args,
                                            const tidy::ClangTidyOptions &O) {
  CommandLineArguments Result;
  for (const std::string &Arg : Args) {
    bool Removed =
        O.RemovedArgs && llvm::any_of(*O.RemovedArgs, [&](StringRef Pattern) {
          return llvm::Regex(("^" + Pattern + "$").str()).match(Arg);
        });
    if (!Removed)
      Result.push_back(Arg);
  }
  if (O.ExtraArgsBefore)
    Result = getInsertArgumentAdjuster(
        *O.ExtraArgsBefore, ArgumentInsertPosition::BEGIN)(Result, "");
  if (O.ExtraArgs)
    Result = getInsertArgumentAdjuster(*O.ExtraArgs,
                                       ArgumentInsertPosition::END)(Result, "");
  return Result;
}

static bool namesResourceDir(const CommandLineArguments &Args) {
  return llvm::any_of(Args, [](StringRef Arg) {
    return Arg.starts_with("-resource-dir") ||
           Arg.starts_with("--resource-dir");
  });
}

/// Notes the model files that the checks look for, without the compiler's file
/// system: wherever they may stand (see JoineryCheck::modelFiles).
static void recordModelFiles(const tidy::ClangTidyOptions &Options,
                             StringRef MainFile, cache::Recording &Inputs) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS =
      cache::recordingFileSystem(llvm::vfs::createPhysicalFileSystem(), Inputs);
  for (const auto &Option : Options.CheckOptions) {
    if (!Option.getKey().ends_with("JoineryModelFiles"))
      continue;
    llvm::SmallVector<StringRef, 4> Names;
    StringRef(Option.getValue().Value).split(Names, ';', -1, false);
    for (StringRef Name : Names) {
      if (Name.trim().empty())
        continue;
      // Relative to the working folder, or as it is.
      FS->getBufferForFile(Name.trim());
      for (StringRef Folder = llvm::sys::path::parent_path(MainFile);
           !Folder.empty(); Folder = llvm::sys::path::parent_path(Folder))
        for (StringRef Looked : {Name.trim(), StringRef(".clang-tidy")}) {
          llvm::SmallString<128> Candidate(Folder);
          llvm::sys::path::append(Candidate, Looked);
          FS->getBufferForFile(Candidate);
        }
    }
  }
}

/// The command as it is run: what is configured, what Clang understands, and
/// what is ours.
static CommandLineArguments adjust(const CommandLineArguments &Args,
                                   const tidy::ClangTidyOptions &Configured,
                                   const RunOptions &Options,
                                   llvm::vfs::FileSystem &FS,
                                   std::vector<std::string> &Dropped) {
  CommandLineArguments Changed = applyConfigured(Args, Configured);
  Changed = dropMissingPrecompiledHeader(Changed, FS);
  Changed = dropUnknownFlags(Changed, Dropped);
  Changed = getStripPluginsAdjuster()(Changed, "");
  // The compiler has said its warnings already.
  CommandLineArguments Ours = {"-w"};
  if (!namesResourceDir(Changed))
    Ours.push_back("-resource-dir=" + Options.ResourceDir);
  return getInsertArgumentAdjuster(Ours, ArgumentInsertPosition::END)(Changed,
                                                                      "");
}

/// Whether the words of the unit and the configuration leave nothing to find.
/// A file of the user's own model may make a task of any word.
static bool hasNoTask(const CompileCommand &Command, const RunOptions &Options,
                      const tidy::ClangTidyOptions &Configured,
                      llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS) {
  if (!Options.Scan ||
      llvm::any_of(Configured.CheckOptions, [](const auto &Option) {
        return Option.getKey().ends_with("JoineryModelFiles") &&
               !Option.getValue().Value.empty();
      }))
    return false;
  if (FS->setCurrentWorkingDirectory(Command.Directory))
    return false;
  std::vector<std::string> Dropped;
  return !Options.Scan->mayHaveTasks(
      adjust(Command.CommandLine, Configured, Options, *FS, Dropped),
      std::move(FS));
}

/// Compiles one file with one command and adds what comes out to \p Result, and
/// to \p Inputs, unless null, what it was made from.
static void runCommand(const CompileCommand &Command, const RunOptions &Options,
                       const CheckHooks &Hooks, UnitResult &Result,
                       cache::Recording *Inputs) {
  using FileSystem = llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>;
  auto Recorded = [&](FileSystem FS) {
    return Inputs ? cache::recordingFileSystem(std::move(FS), *Inputs) : FS;
  };
  FileSystem FS = Recorded(Hooks.Files ? Hooks.Files
                                       : llvm::vfs::createPhysicalFileSystem());
  OneCommand Database(Command);
  ClangTool Tool(Database, {Result.File},
                 std::make_shared<PCHContainerOperations>(), FS);
  Tool.setPrintErrorMessage(false);

  // The compiler may name the file as the command does, below its folder.
  FileSystem ConfigFS = llvm::vfs::createPhysicalFileSystem();
  ConfigFS->setCurrentWorkingDirectory(Command.Directory);
  tidy::ClangTidyContext Context(
      makeOptionsProvider(Options.Checks, Options.Config, Result.Problems,
                          Result.Notes, Recorded(ConfigFS)));
  Tool.appendArgumentsAdjuster(
      [&](const CommandLineArguments &Args, StringRef File) {
        return adjust(Args, Context.getOptionsForFile(File), Options, *FS,
                      Result.DroppedFlags);
      });

  SuppressionRecorder Consumer(Context);
  auto DiagOpts = std::make_unique<DiagnosticOptions>();
  DiagnosticsEngine Engine(DiagnosticIDs::create(), *DiagOpts, &Consumer,
                           /*ShouldOwnClient=*/false);
  Context.setDiagnosticsEngine(std::move(DiagOpts), &Engine);
  Tool.setDiagnosticConsumer(&Consumer);

  Context.setCurrentFile(Result.File);
  for (std::string &Problem :
       unknownOptions(Context.getOptions(), Options.KnownOptions))
    Result.Problems.push_back(std::move(Problem));
  if (Inputs)
    recordModelFiles(Context.getOptions(), Result.File, *Inputs);
  CheckActionFactory Factory(Context, Hooks, Consumer, Result);
  Result.AnyCheck |= !Result.Checks.empty();
  if (hasNoTask(Command, Options, Context.getOptions(), FS)) {
    Result.Skipped = true;
    return;
  }
  Profile Times(Context, Options.Profile);
  Result.Failed |= Tool.run(&Factory) != 0;
  Times.addTo(Result.CheckSeconds);
  for (ClangTidyError &E : Consumer.take())
    Result.Diagnostics.push_back(std::move(E));
  for (ClangTidyError &E : Consumer.takeSilenced())
    Result.Silenced.push_back(std::move(E));
}

std::string factsDirectory(const Unit &U) {
  return U.Commands.empty() ? "" : U.Commands.front().Directory;
}

/// Checks \p U, or finds what an earlier run said.
static UnitResult findOrCheck(const Unit &U, const RunOptions &Options,
                              const CheckHooks &Hooks) {
  // What a caller shows in place of files says nothing about the files.
  cache::ResultCache *Cache = Hooks.Files ? nullptr : Options.Cache;
  std::string Key;
  if (Cache) {
    Key = cache::keyOf(U, Options);
    if (std::optional<UnitResult> Kept = Cache->find(Key))
      if (!Kept->Skipped || Options.Scan)
        return std::move(*Kept);
  }
  UnitResult Result;
  Result.File = U.File;
  cache::Recording Inputs;
  std::optional<facts::CollectFacts> Wanted;
  if (Options.WantFacts)
    Wanted.emplace(Result.Facts, factsDirectory(U));
  CollectBounds Bounds(Result.Bounds);
  std::set<std::pair<std::string, CommandLineArguments>> Seen;
  for (const CompileCommand &Command : U.Commands)
    if (Seen.insert(meaningOf(Command)).second)
      runCommand(Command, Options, Hooks, Result, Cache ? &Inputs : nullptr);
  llvm::sort(Result.Bounds);
  Result.Bounds.erase(llvm::unique(Result.Bounds), Result.Bounds.end());
  llvm::sort(Result.Inputs);
  Result.Inputs.erase(llvm::unique(Result.Inputs), Result.Inputs.end());
  if (Cache && (!Hooks.GoOn || Hooks.GoOn()))
    Cache->keep(Key, Result, Inputs);
  return Result;
}

UnitResult checkUnit(const Unit &U, const RunOptions &Options,
                     const CheckHooks &Hooks) {
  auto Start = std::chrono::steady_clock::now();
  UnitResult Result = findOrCheck(U, Options, Hooks);
  Result.Done = true;
  Result.Seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - Start)
          .count();
  return Result;
}

} // namespace joinery::driver
