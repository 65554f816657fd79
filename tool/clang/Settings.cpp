//===- Settings.cpp - What the plugin is told ----------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "clang/Settings.h"
#include "driver/Arguments.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

using joinery::driver::error;
using llvm::StringRef;

namespace joinery::plugin {

static constexpr StringRef Names[] = {"checks",        "config", "config-file",
                                      "header-filter", "facts",  "root",
                                      "werror"};

static llvm::Error unknownName(StringRef Name) {
  StringRef Near = driver::nearest(Name, Names);
  return error(
      "there is no argument '-fplugin-arg-joinery-" + Name + "'; " +
      (Near.empty()
           ? "there are: " + llvm::join(llvm::ArrayRef(Names), ", ")
           : "did you mean '-fplugin-arg-joinery-" + Near.str() + "='?"));
}

static llvm::Error wrongValue(StringRef Name, StringRef Value, StringRef Fine) {
  return error("'-fplugin-arg-joinery-" + Name + "' is " + Fine + ", not '" +
               Value + "'");
}

static llvm::Error readFacts(StringRef Value, Settings &S) {
  auto Mode = llvm::StringSwitch<std::optional<FactsMode>>(Value)
                  .Case("off", FactsMode::Off)
                  .Case("on", FactsMode::On)
                  .Case("only", FactsMode::Only)
                  .Default(std::nullopt);
  if (!Mode)
    return wrongValue("facts", Value, "'off', 'on' or 'only'");
  S.Facts = *Mode;
  S.FactsAskedFor = true;
  return llvm::Error::success();
}

static llvm::Error readWerror(StringRef Value, Settings &S) {
  if (Value != "follow" && Value != "ignore")
    return wrongValue("werror", Value, "'follow' or 'ignore'");
  S.FollowWerror = Value == "follow";
  return llvm::Error::success();
}

llvm::Expected<Settings> readSettings(llvm::ArrayRef<std::string> Args) {
  Settings S;
  for (StringRef Arg : Args) {
    auto [Name, Value] = Arg.split('=');
    if (!llvm::is_contained(Names, Name))
      return unknownName(Name);
    if (!Arg.contains('='))
      return error("'-fplugin-arg-joinery-" + Name + "' takes a value: '" +
                   Name + "=...'");
    if (Name == "checks")
      S.Checks.Checks = Value.str();
    else if (Name == "config")
      S.Checks.Config = Value.str();
    else if (Name == "config-file")
      S.Checks.ConfigFile = Value.str();
    else if (Name == "header-filter")
      S.Checks.HeaderFilter = Value.str();
    else if (Name == "root")
      S.Root = Value.str();
    else if (llvm::Error E =
                 Name == "facts" ? readFacts(Value, S) : readWerror(Value, S))
      return E;
  }
  auto Config = driver::readConfiguration(S.Checks);
  if (!Config)
    return Config.takeError();
  S.Config = std::move(*Config);
  if (S.Facts == FactsMode::Only)
    S.Checks.Checks = "joinery-*";
  return S;
}

} // namespace joinery::plugin
