//===- Settings.h - What the plugin is told -----------------------*- C++
//-*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_CLANG_SETTINGS_H
#define JOINERY_CLANG_SETTINGS_H

#include "driver/Configuration.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <optional>
#include <string>

namespace joinery::plugin {

enum class FactsMode {
  Off,  ///< The object stays as it is.
  On,   ///< Findings are printed, and the facts go into the object.
  Only, ///< The facts go into the object, nothing is printed.
};

/// What `-fplugin-arg-joinery-NAME=VALUE` says.
struct Settings {
  driver::Configuration Checks;
  std::optional<clang::tidy::ClangTidyOptions> Config;
  FactsMode Facts = FactsMode::On;
  /// Whether `facts` was given: then a target that keeps none is remarked on.
  bool FactsAskedFor = false;
  /// The folder that facts name files relative to, without those above it;
  /// empty: the working folder of the compiler.
  std::string Root;
  /// Whether -Werror makes findings errors, as it does the compiler's own
  /// warnings.
  bool FollowWerror = true;
};

/// Reads the arguments, each "NAME=VALUE". An unknown name or value is an
/// error that names the nearest, or all.
llvm::Expected<Settings> readSettings(llvm::ArrayRef<std::string> Args);

} // namespace joinery::plugin

#endif // JOINERY_CLANG_SETTINGS_H
