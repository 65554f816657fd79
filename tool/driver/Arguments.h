//===- Arguments.h - Reading a command line ---------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// LLVM's CommandLine keeps its options in global objects and mixes ours with
// those of every library that is linked. A command here names its own options
// in a few lines and gets errors that say what to do next.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_DRIVER_ARGUMENTS_H
#define JOINERY_DRIVER_ARGUMENTS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"
#include <optional>
#include <string>
#include <vector>

namespace joinery::driver {

class Arguments {
public:
  /// An option with a value: --name=V, --name V, and for one letter -nV.
  void value(llvm::StringRef Name, llvm::StringRef Placeholder,
             llvm::StringRef Help, std::optional<std::string> &Into);
  /// The same, for an option that may be given several times.
  void values(llvm::StringRef Name, llvm::StringRef Placeholder,
              llvm::StringRef Help, std::vector<std::string> &Into);
  /// An option that is given or not.
  void flag(llvm::StringRef Name, llvm::StringRef Help, bool &Into);

  /// Fills the options' targets and returns the other arguments. Ends at "--"
  /// and puts what follows it into afterDashes(). An unknown option is an
  /// error that names the nearest one.
  llvm::Expected<llvm::SmallVector<llvm::StringRef>>
  parse(llvm::ArrayRef<llvm::StringRef> Args);

  /// What stood after "--"; nothing when there was no "--".
  const std::optional<std::vector<std::string>> &afterDashes() const {
    return Rest;
  }
  /// Whether --help was given: then the options are printed and nothing else
  /// is done.
  bool help() const { return Help; }
  void printOptions(llvm::raw_ostream &OS) const;

private:
  struct Option {
    llvm::StringRef Name;
    llvm::StringRef Placeholder;
    llvm::StringRef Help;
    std::optional<std::string> *Value = nullptr;
    bool *Flag = nullptr;
    std::vector<std::string> *List = nullptr;
  };
  const Option *find(llvm::StringRef Name) const;

  std::vector<Option> Options;
  std::optional<std::vector<std::string>> Rest;
  bool Help = false;
};

/// The name of \p Names that is nearest to \p Name, or "" when none is near.
llvm::StringRef nearest(llvm::StringRef Name,
                        llvm::ArrayRef<llvm::StringRef> Names);

/// An error with this message.
inline llvm::Error error(const llvm::Twine &Message) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), Message);
}

} // namespace joinery::driver

#endif // JOINERY_DRIVER_ARGUMENTS_H
