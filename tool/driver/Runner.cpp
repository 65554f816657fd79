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
#include "clang-tidy/ClangTidy.h"
#include "clang/Frontend/CompilerInstance.h"
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

/// Ends the parse when nobody wants its result any more.
class Asker : public ASTConsumer {
public:
  explicit Asker(const std::function<bool()> &GoOn) : GoOn(GoOn) {}
  bool HandleTopLevelDecl(DeclGroupRef) override { return !GoOn || GoOn(); }

private:
  const std::function<bool()> &GoOn;
};

class CheckAction : public ASTFrontendAction {
public:
  CheckAction(tidy::ClangTidyASTConsumerFactory &Consumers,
              const CheckHooks &Hooks, std::set<std::string> &Inputs)
      : Consumers(Consumers), Hooks(Hooks), Inputs(Inputs) {}
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &Compiler,
                                                 StringRef File) override {
    std::vector<std::unique_ptr<ASTConsumer>> Both;
    Both.push_back(std::make_unique<Asker>(Hooks.GoOn));
    Both.push_back(Consumers.createASTConsumer(Compiler, File));
    return std::make_unique<MultiplexConsumer>(std::move(Both));
  }
  void EndSourceFileAction() override {
    FileManager &Files = getCompilerInstance().getFileManager();
    SourceManager &Sources = getCompilerInstance().getSourceManager();
    for (const auto &File :
         llvm::make_range(Sources.fileinfo_begin(), Sources.fileinfo_end())) {
      llvm::SmallString<128> Path(File.first.getName());
      Files.makeAbsolutePath(Path);
      llvm::sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
      Inputs.insert(Path.str().str());
    }
  }

private:
  tidy::ClangTidyASTConsumerFactory &Consumers;
  const CheckHooks &Hooks;
  std::set<std::string> &Inputs;
};

class CheckActionFactory : public FrontendActionFactory {
public:
  CheckActionFactory(tidy::ClangTidyContext &Context, const CheckHooks &Hooks,
                     std::set<std::string> &Inputs)
      : Consumers(Context), Hooks(Hooks), Inputs(Inputs) {}
  std::unique_ptr<FrontendAction> create() override {
    return std::make_unique<CheckAction>(Consumers, Hooks, Inputs);
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
  const CheckHooks &Hooks;
  std::set<std::string> &Inputs;
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

/// Compiles one file with one command and adds what comes out to \p Result.
static void runCommand(const CompileCommand &Command, const RunOptions &Options,
                       const CheckHooks &Hooks, UnitResult &Result) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS = Hooks.Files;
  if (!FS)
    FS = llvm::vfs::createPhysicalFileSystem();
  OneCommand Database(Command);
  ClangTool Tool(Database, {Result.File},
                 std::make_shared<PCHContainerOperations>(), FS);
  Tool.setPrintErrorMessage(false);

  // The compiler may name the file as the command does, below its folder.
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> ConfigFS =
      llvm::vfs::createPhysicalFileSystem();
  ConfigFS->setCurrentWorkingDirectory(Command.Directory);
  tidy::ClangTidyContext Context(makeOptionsProvider(
      Options.Checks, Options.Config, Result.Problems, ConfigFS));
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
  std::set<std::string> Inputs(Result.Inputs.begin(), Result.Inputs.end());
  CheckActionFactory Factory(Context, Hooks, Inputs);
  Result.AnyCheck |= Factory.anyCheck();
  Result.Failed |= Tool.run(&Factory) != 0;
  Result.Inputs.assign(Inputs.begin(), Inputs.end());
  for (ClangTidyError &E : Consumer.take())
    Result.Diagnostics.push_back(std::move(E));
}

/// What a command means to the check: two targets that compile a file in the
/// same way differ in the names of what they write.
static std::pair<std::string, CommandLineArguments>
meaningOf(const CompileCommand &Command) {
  CommandLineArguments Args =
      getClangStripOutputAdjuster()(Command.CommandLine, Command.Filename);
  Args = getClangStripDependencyFileAdjuster()(Args, Command.Filename);
  return {Command.Directory, Args};
}

UnitResult checkUnit(const Unit &U, const RunOptions &Options,
                     const CheckHooks &Hooks) {
  UnitResult Result;
  Result.File = U.File;
  std::set<std::pair<std::string, CommandLineArguments>> Seen;
  for (const CompileCommand &Command : U.Commands)
    if (Seen.insert(meaningOf(Command)).second)
      runCommand(Command, Options, Hooks, Result);
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
