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
               llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS)
      : OurChecksOf({}, Defaults, Overrides, std::move(FS)) {
    auto Parse = [&Problems](llvm::MemoryBufferRef Text) {
      auto Parsed = clang::tidy::parseConfigurationWithDiags(
          Text, [&](const llvm::SMDiagnostic &Diagnostic) {
            Problems.push_back((Diagnostic.getFilename() + ":" +
                                llvm::Twine(Diagnostic.getLineNo()) + ":" +
                                llvm::Twine(Diagnostic.getColumnNo() + 1) +
                                ": " + Diagnostic.getMessage())
                                   .str());
          });
      // An error would be printed again, without its place.
      return Parsed ? *Parsed : ClangTidyOptions();
    };
    ConfigHandlers = {{".clang-tidy", Parse}};
  }
};

} // namespace

static llvm::Error checkGlobs(StringRef Checks) {
  for (StringRef Glob : splitGlobs(Checks)) {
    StringRef Positive = Glob;
    Positive.consume_front("-");
    clang::tidy::GlobList List(Positive);
    if (llvm::any_of(report::checkNames(),
                     [&](StringRef Name) { return List.contains(Name); }))
      continue;
    StringRef Near = nearest(Positive, report::checkNames());
    return error("'" + Glob + "' in --checks matches no check; " +
                 (Near.empty() ? "'joinery checks' lists them"
                               : "did you mean '" + Near.str() + "'?"));
  }
  return llvm::Error::success();
}

llvm::Expected<std::optional<ClangTidyOptions>>
readConfiguration(const Configuration &C) {
  if (C.Checks)
    if (llvm::Error E = checkGlobs(*C.Checks))
      return E;
  if (C.HeaderFilter) {
    std::string Message;
    if (!llvm::Regex(*C.HeaderFilter).isValid(Message))
      return error("--header-filter '" + *C.HeaderFilter +
                   "' is no regular expression: " + Message);
  }
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
  return *Parsed;
}

llvm::StringSet<> knownOptions() {
  llvm::StringSet<> Known = clang::tidy::getAllChecksAndOptions(
                                /*AllowEnablingAnalyzerAlphaCheckers=*/false,
                                /*ExperimentalCustomChecks=*/false)
                                .Options;
  for (StringRef Check : report::checkNames())
    Known.insert((Check + ".JoineryModelFiles").str());
  return Known;
}

std::vector<std::string> unknownOptions(const ClangTidyOptions &Options,
                                        const llvm::StringSet<> &Known) {
  llvm::SmallVector<StringRef> Names(Known.keys());
  llvm::sort(Names);
  std::vector<std::string> Problems;
  for (StringRef Key : Options.CheckOptions.keys()) {
    if (!Key.starts_with("joinery-") || Known.contains(Key))
      continue;
    StringRef Near = nearest(Key, Names);
    Problems.push_back(
        ("there is no option '" + Key + "'" +
         (Near.empty() ? "" : "; did you mean '" + Near.str() + "'?"))
            .str());
  }
  llvm::sort(Problems);
  return Problems;
}

std::unique_ptr<ClangTidyOptionsProvider>
makeOptionsProvider(const Configuration &C,
                    const std::optional<ClangTidyOptions> &Config,
                    std::vector<std::string> &Problems,
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
  return std::make_unique<FileProvider>(Defaults, Overrides, Problems,
                                        std::move(FS));
}

} // namespace joinery::driver
