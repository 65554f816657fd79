//===- Configuration.h - Which checks run, with what options ----*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// clang-tidy's own configuration is the only one: .clang-tidy files,
// CheckOptions, NOLINT, and the command line options of the same names.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_DRIVER_CONFIGURATION_H
#define JOINERY_DRIVER_CONFIGURATION_H

#include "clang-tidy/ClangTidyOptions.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace joinery::driver {

struct Configuration {
  std::optional<std::string> Checks;       ///< --checks
  std::optional<std::string> Config;       ///< --config
  std::optional<std::string> ConfigFile;   ///< --config-file
  std::optional<std::string> HeaderFilter; ///< --header-filter
};

/// What --config or --config-file say, if one is given. An error when the text
/// is malformed, or has a key that clang-tidy does not know; when a glob of
/// --checks matches no check, or when a header filter is no regular expression.
llvm::Expected<std::optional<clang::tidy::ClangTidyOptions>>
readConfiguration(const Configuration &C);

/// A provider for one thread. \p Config is what readConfiguration() gave.
/// Problems of .clang-tidy files are added to \p Problems; keys of theirs that
/// belong to other releases of clang-tidy and are passed over, to \p Notes. The
/// files are read through \p FS.
std::unique_ptr<clang::tidy::ClangTidyOptionsProvider>
makeOptionsProvider(const Configuration &C,
                    const std::optional<clang::tidy::ClangTidyOptions> &Config,
                    std::vector<std::string> &Problems,
                    std::vector<std::string> &Notes,
                    llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS);

/// What is wrong with \p Options, each a message: globs that are meant for our
/// checks and match none, with the nearest name, and header filters that are no
/// regular expressions.
std::vector<std::string>
problemsOf(const clang::tidy::ClangTidyOptions &Options);

/// The options that our checks have, as "joinery-check.Option", and what may be
/// set for all of them at once.
llvm::StringSet<> knownOptions();

/// What is wrong with the CheckOptions of \p Options: those for our checks that
/// are not in \p Known, with the nearest that is.
std::vector<std::string>
unknownOptions(const clang::tidy::ClangTidyOptions &Options,
               const llvm::StringSet<> &Known);

/// What a configuration file's Checks say to a tool that has only our checks.
/// A project that lists checks of others ("-*,bugprone-*") has said nothing
/// about ours, so all stay on; one that names ours to enable them means those
/// alone; one that names ours to disable them is obeyed.
std::string checksForUs(llvm::StringRef Checks);

} // namespace joinery::driver

#endif // JOINERY_DRIVER_CONFIGURATION_H
