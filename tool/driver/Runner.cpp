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
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "clang/Options/Options.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/ThreadPool.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <mutex>
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

class CheckAction : public ASTFrontendAction {
public:
  explicit CheckAction(tidy::ClangTidyASTConsumerFactory &Consumers)
      : Consumers(Consumers) {}
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &Compiler,
                                                 StringRef File) override {
    return Consumers.createASTConsumer(Compiler, File);
  }

private:
  tidy::ClangTidyASTConsumerFactory &Consumers;
};

class CheckActionFactory : public FrontendActionFactory {
public:
  explicit CheckActionFactory(tidy::ClangTidyContext &Context)
      : Consumers(Context) {}
  std::unique_ptr<FrontendAction> create() override {
    return std::make_unique<CheckAction>(Consumers);
  }
  bool runInvocation(std::shared_ptr<CompilerInvocation> Invocation,
                     FileManager *Files,
                     std::shared_ptr<PCHContainerOperations> Containers,
                     DiagnosticConsumer *Consumer) override {
    // As clang-tidy does: __clang_analyzer__ is defined.
    Invocation->getPreprocessorOpts().SetUpStaticAnalyzer = true;
    // No "1 error generated." on stderr.
    Invocation->getDiagnosticOpts().ShowCarets = false;
    return FrontendActionFactory::runInvocation(
        std::move(Invocation), Files, std::move(Containers), Consumer);
  }
  bool anyCheck() { return !Consumers.getCheckNames().empty(); }

private:
  tidy::ClangTidyASTConsumerFactory Consumers;
};

} // namespace

/// Flags of GCC that Clang does not know stop it; they say nothing about the
/// meaning of the code that Clang would understand.
static CommandLineArguments dropUnknownFlags(const CommandLineArguments &Args,
                                             StringRef) {
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
    if (!Unknown[I])
      Known.push_back(Args[I]);
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

/// Compiles one file with one command and adds what comes out to \p Result.
static void runCommand(const CompileCommand &Command, const RunOptions &Options,
                       UnitResult &Result, cache::Recording &Inputs) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS =
      cache::recordingFileSystem(llvm::vfs::createPhysicalFileSystem(), Inputs);
  OneCommand Database(Command);
  ClangTool Tool(Database, {Result.File},
                 std::make_shared<PCHContainerOperations>(), FS);
  Tool.setPrintErrorMessage(false);

  tidy::ClangTidyContext Context(
      makeOptionsProvider(Options.Checks, Options.Config, Result.Problems,
                          cache::recordingFileSystem(
                              llvm::vfs::createPhysicalFileSystem(), Inputs)));
  Tool.appendArgumentsAdjuster(
      [&](const CommandLineArguments &Args, StringRef File) {
        CommandLineArguments Changed =
            applyConfigured(Args, Context.getOptionsForFile(File));
        Changed = dropMissingPrecompiledHeader(Changed, *FS);
        return dropUnknownFlags(Changed, File);
      });
  Tool.appendArgumentsAdjuster(getStripPluginsAdjuster());
  Tool.appendArgumentsAdjuster([&](const CommandLineArguments &Args,
                                   StringRef File) {
    // The compiler has said its warnings already.
    CommandLineArguments Ours = {"-w"};
    if (!namesResourceDir(Args))
      Ours.push_back("-resource-dir=" + Options.ResourceDir);
    return getInsertArgumentAdjuster(Ours, ArgumentInsertPosition::END)(Args,
                                                                        File);
  });

  tidy::ClangTidyDiagnosticConsumer Consumer(Context);
  auto DiagOpts = std::make_unique<DiagnosticOptions>();
  DiagnosticsEngine Engine(DiagnosticIDs::create(), *DiagOpts, &Consumer,
                           /*ShouldOwnClient=*/false);
  Context.setDiagnosticsEngine(std::move(DiagOpts), &Engine);
  Tool.setDiagnosticConsumer(&Consumer);

  Context.setCurrentFile(Result.File);
  for (std::string &Problem :
       unknownOptions(Context.getOptions(), Options.KnownOptions))
    Result.Problems.push_back(std::move(Problem));
  recordModelFiles(Context.getOptions(), Result.File, Inputs);
  CheckActionFactory Factory(Context);
  Result.AnyCheck |= Factory.anyCheck();
  Result.Failed |= Tool.run(&Factory) != 0;
  for (ClangTidyError &E : Consumer.take())
    Result.Diagnostics.push_back(std::move(E));
}

static UnitResult checkUnit(const Unit &U, const RunOptions &Options) {
  std::string Key;
  if (Options.Cache) {
    Key = cache::keyOf(U, Options);
    if (std::optional<UnitResult> Kept = Options.Cache->find(Key))
      return std::move(*Kept);
  }
  UnitResult Result;
  Result.File = U.File;
  cache::Recording Inputs;
  std::set<std::pair<std::string, CommandLineArguments>> Seen;
  for (const CompileCommand &Command : U.Commands)
    if (Seen.insert(meaningOf(Command)).second)
      runCommand(Command, Options, Result, Inputs);
  Result.Inputs = Inputs.filesRead();
  if (Options.Cache)
    Options.Cache->keep(Key, Result, Inputs);
  return Result;
}

std::vector<UnitResult> run(const std::vector<Unit> &Units,
                            const RunOptions &Options) {
  std::vector<UnitResult> Results(Units.size());
  std::mutex ProgressMutex;
  size_t Done = 0;
  llvm::DefaultThreadPool Pool(llvm::hardware_concurrency(Options.Jobs));
  for (size_t I = 0; I < Units.size(); ++I)
    Pool.async([&, I] {
      Results[I] = checkUnit(Units[I], Options);
      std::lock_guard<std::mutex> Lock(ProgressMutex);
      ++Done;
      if (Options.Progress)
        Options.Progress(Done, Units.size());
    });
  Pool.wait();
  return Results;
}

} // namespace joinery::driver
