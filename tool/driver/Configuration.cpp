//===- Configuration.cpp - Which checks run, with what options ----------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Configuration.h"
#include "clang-tidy/ClangTidy.h"
#include "clang-tidy/GlobList.h"
#include "driver/Arguments.h"
#include "driver/ConfigurationFile.h"
#include "report/Catalogue.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/VirtualFileSystem.h"

using clang::tidy::ClangTidyOptions;
using clang::tidy::ClangTidyOptionsProvider;
using llvm::StringRef;

namespace joinery::driver {

/// The globs of a Checks text, without white space and empty ones.
static llvm::SmallVector<StringRef> splitGlobs(StringRef Checks) {
  llvm::SmallVector<StringRef> Globs;
  llvm::SplitString(Checks, Globs, ", \t\r\n");
  return Globs;
}

std::string checksForUs(StringRef Checks) {
  llvm::SmallVector<StringRef> Globs = splitGlobs(Checks);
  if (llvm::any_of(Globs,
                   [](StringRef G) { return G.starts_with("joinery-"); }))
    return Checks.str();
  llvm::erase_if(Globs,
                 [](StringRef G) { return !G.starts_with("-joinery-"); });
  return llvm::join(Globs, ",");
}

namespace {

/// Reads configuration as \p Base does and takes from Checks what is said
/// about our checks.
template <typename Base> class OurChecksOf : public Base {
public:
  using Base::Base;

  std::vector<ClangTidyOptionsProvider::OptionsSource>
  getRawOptions(StringRef FileName) override {
    auto Sources = Base::getRawOptions(FileName);
    for (auto &[Options, Source] : Sources) {
      bool OfAFile =
          Source != ClangTidyOptionsProvider::OptionsSourceTypeDefaultBinary &&
          Source !=
              ClangTidyOptionsProvider::OptionsSourceTypeCheckCommandLineOption;
      if (OfAFile && Options.Checks)
        Options.Checks = checksForUs(*Options.Checks);
    }
    return Sources;
  }
};

/// Reads .clang-tidy files and keeps what is wrong with them. The handlers are
/// replaced after construction: the constructor of clang-tidy that takes them
/// leaves the provider without a file system.
class FileProvider : public OurChecksOf<clang::tidy::FileOptionsProvider> {
public:
  FileProvider(const ClangTidyOptions &Defaults,
               const ClangTidyOptions &Overrides,
               std::vector<std::string> &Problems,
               std::vector<std::string> &Notes,
               llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS)
      : OurChecksOf({}, Defaults, Overrides, std::move(FS)) {
    auto Parse = [&Problems, &Notes](llvm::MemoryBufferRef Text) {
      ClangTidyOptions Options = parseConfigurationFile(Text, Problems, Notes);
      for (const std::string &Problem : problemsOf(Options))
        Problems.push_back(Text.getBufferIdentifier().str() + ": " + Problem);
      return Options;
    };
    ConfigHandlers = {{".clang-tidy", Parse}};
  }
};

} // namespace

/// What is wrong with a glob of \p Where; "" when it matches a check.
static std::string problemOf(StringRef Glob, StringRef Where) {
  StringRef Positive = Glob;
  Positive.consume_front("-");
  clang::tidy::GlobList List(Positive);
  if (llvm::any_of(report::checkNames(),
                   [&](StringRef Name) { return List.contains(Name); }))
    return "";
  StringRef Near = nearest(Positive, report::checkNames());
  return ("'" + Glob + "' in " + Where + " matches no check; " +
          (Near.empty() ? "'joinery checks' lists them"
                        : "did you mean '" + Near.str() + "'?"))
      .str();
}

static llvm::Error checkGlobs(StringRef Checks) {
  for (StringRef Glob : splitGlobs(Checks))
    if (std::string Problem = problemOf(Glob, "--checks"); !Problem.empty())
      return error(Problem);
  return llvm::Error::success();
}

/// Why \p Regex is no regular expression; "" when it is one. An empty one is
/// what clang-tidy itself writes where no header is meant.
static std::string regexProblem(const std::optional<std::string> &Regex,
                                StringRef Where) {
  std::string Message;
  if (!Regex || Regex->empty() || llvm::Regex(*Regex).isValid(Message))
    return "";
  return (Where + " '" + *Regex + "' is no regular expression: " + Message)
      .str();
}

std::vector<std::string> problemsOf(const ClangTidyOptions &Options) {
  std::vector<std::string> Problems;
  auto Add = [&](const std::optional<std::string> &Globs, StringRef Where) {
    if (!Globs)
      return;
    for (StringRef Glob : splitGlobs(*Globs)) {
      StringRef Positive = Glob;
      Positive.consume_front("-");
      // Those of others are theirs to judge.
      if (!Positive.starts_with("joinery-"))
        continue;
      if (std::string Problem = problemOf(Glob, Where); !Problem.empty())
        Problems.push_back(std::move(Problem));
    }
  };
  Add(Options.Checks, "Checks");
  Add(Options.WarningsAsErrors, "WarningsAsErrors");
  // clang-tidy takes one that is malformed for one that matches nothing.
  for (const auto &[Regex, Key] :
       {std::pair(&Options.HeaderFilterRegex, "HeaderFilterRegex"),
        std::pair(&Options.ExcludeHeaderFilterRegex,
                  "ExcludeHeaderFilterRegex")})
    if (std::string Problem = regexProblem(*Regex, Key); !Problem.empty())
      Problems.push_back(std::move(Problem));
  return Problems;
}

llvm::Expected<std::optional<ClangTidyOptions>>
readConfiguration(const Configuration &C) {
  if (C.Checks)
    if (llvm::Error E = checkGlobs(*C.Checks))
      return E;
  if (std::string Problem = regexProblem(C.HeaderFilter, "--header-filter");
      !Problem.empty())
    return error(Problem);
  if (C.Config && C.ConfigFile)
    return error("--config and --config-file exclude each other");
  if (!C.Config && !C.ConfigFile)
    return std::nullopt;

  std::string Text, Name = "--config";
  if (C.ConfigFile) {
    Name = *C.ConfigFile;
    auto Buffer = llvm::MemoryBuffer::getFile(Name);
    if (!Buffer)
      return error("'" + Name +
                   "' cannot be read: " + Buffer.getError().message());
    Text = (*Buffer)->getBuffer().str();
  } else {
    Text = *C.Config;
  }
  std::string Problem;
  auto Parsed = clang::tidy::parseConfigurationWithDiags(
      llvm::MemoryBufferRef(Text, Name),
      [&](const llvm::SMDiagnostic &Diagnostic) {
        if (Problem.empty())
          Problem = Diagnostic.getMessage().str();
      });
  if (!Parsed)
    return error("'" + Name + "' cannot be read: " +
                 (Problem.empty() ? Parsed.getError().message() : Problem));
  if (auto Unknown = problemsOf(*Parsed); !Unknown.empty())
    return error(Name + ": " + Unknown.front());
  return *Parsed;
}

/// An option of every check, which may be set for all at once.
static constexpr StringRef GlobalOption = "JoineryModelFiles";

llvm::StringSet<> knownOptions() {
  llvm::StringSet<> Known = clang::tidy::getAllChecksAndOptions(
                                /*AllowEnablingAnalyzerAlphaCheckers=*/false,
                                /*ExperimentalCustomChecks=*/false)
                                .Options;
  Known.insert(GlobalOption);
  for (StringRef Check : report::checkNames())
    Known.insert((Check + "." + GlobalOption).str());
  return Known;
}

/// The check and its option are looked for each on its own: the name of the
/// check is long, and no option is near for being one of the same check.
static std::string nearestOption(StringRef Key,
                                 const llvm::StringSet<> &Known) {
  auto [Check, Option] = Key.split('.');
  if (!Key.contains('.'))
    return nearest(Key, GlobalOption).str();
  if (!llvm::is_contained(report::checkNames(), Check))
    Check = nearest(Check, report::checkNames());
  if (Check.empty())
    return "";
  llvm::SmallVector<StringRef> Options;
  for (StringRef Name : Known.keys())
    if (auto [Of, Its] = Name.split('.'); Of == Check && !Its.empty())
      Options.push_back(Its);
  llvm::sort(Options);
  if (!llvm::is_contained(Options, Option))
    Option = nearest(Option, Options);
  return Option.empty() ? "" : (Check + "." + Option).str();
}

std::vector<std::string> unknownOptions(const ClangTidyOptions &Options,
                                        const llvm::StringSet<> &Known) {
  std::vector<std::string> Problems;
  for (StringRef Key : Options.CheckOptions.keys()) {
    bool IsGlobal =
        !Key.contains('.') && Key.starts_with_insensitive("joinery");
    if ((!IsGlobal && !Key.starts_with("joinery-")) || Known.contains(Key))
      continue;
    std::string Near = nearestOption(Key, Known);
    Problems.push_back(("there is no option '" + Key + "'" +
                        (Near.empty() ? "" : "; did you mean '" + Near + "'?"))
                           .str());
  }
  llvm::sort(Problems);
  return Problems;
}

std::unique_ptr<ClangTidyOptionsProvider> makeOptionsProvider(
    const Configuration &C, const std::optional<ClangTidyOptions> &Config,
    std::vector<std::string> &Problems, std::vector<std::string> &Notes,
    llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS) {
  ClangTidyOptions Defaults = ClangTidyOptions::getDefaults();
  Defaults.Checks = "joinery-*";
  // Every header of the project; system headers are left out by themselves.
  Defaults.HeaderFilterRegex = ".*";
  ClangTidyOptions Overrides;
  Overrides.Checks = C.Checks;
  Overrides.HeaderFilterRegex = C.HeaderFilter;
  if (Config)
    return std::make_unique<OurChecksOf<clang::tidy::ConfigOptionsProvider>>(
        clang::tidy::ClangTidyGlobalOptions(), Defaults, *Config, Overrides,
        std::move(FS));
  return std::make_unique<FileProvider>(Defaults, Overrides, Problems, Notes,
                                        std::move(FS));
}

} // namespace joinery::driver
