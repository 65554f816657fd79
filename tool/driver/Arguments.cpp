//===- Arguments.cpp - Reading a command line ---------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Arguments.h"
#include "driver/Commands.h"
#include "llvm/ADT/STLExtras.h"

using llvm::StringRef;

namespace joinery::driver {

void Arguments::value(StringRef Name, StringRef Placeholder, StringRef Help,
                      std::optional<std::string> &Into) {
  Options.push_back({Name, Placeholder, Help, &Into, nullptr, nullptr});
}

void Arguments::values(StringRef Name, StringRef Placeholder, StringRef Help,
                       std::vector<std::string> &Into) {
  Options.push_back({Name, Placeholder, Help, nullptr, nullptr, &Into});
}

void Arguments::flag(StringRef Name, StringRef Help, bool &Into) {
  Options.push_back({Name, "", Help, nullptr, &Into, nullptr});
}

const Arguments::Option *Arguments::find(StringRef Name) const {
  auto Found =
      llvm::find_if(Options, [&](const Option &O) { return O.Name == Name; });
  return Found == Options.end() ? nullptr : &*Found;
}

/// The spelling of an option: -p, --checks.
static std::string spelled(StringRef Name) {
  return (Name.size() == 1 ? "-" : "--") + Name.str();
}

llvm::Expected<llvm::SmallVector<StringRef>>
Arguments::parse(llvm::ArrayRef<StringRef> Args) {
  llvm::SmallVector<StringRef> Others;
  while (!Args.empty()) {
    StringRef Arg = Args.consume_front();
    if (Arg == "--") {
      Rest.emplace();
      for (StringRef Flag : Args)
        Rest->push_back(Flag.str());
      break;
    }
    if (Arg.size() < 2 || Arg[0] != '-') {
      Others.push_back(Arg);
      continue;
    }
    if (Arg == "--help" || Arg == "-h") {
      Help = true;
      continue;
    }

    // clang-tidy takes one dash or two, and so do we.
    auto [Name, Value] = Arg.ltrim('-').split('=');
    bool HasValue = Arg.contains('=');
    const Option *Known = find(Name);
    if (!Known && !Arg.starts_with("--") && Arg.size() > 2) {
      Known = find(Arg.substr(1, 1)); // -j8
      if (Known && !Known->Flag) {
        Value = Arg.substr(2);
        HasValue = true;
      } else {
        Known = nullptr;
      }
    }
    if (!Known) {
      llvm::SmallVector<StringRef> Names;
      for (const Option &O : Options)
        Names.push_back(O.Name);
      StringRef Near = nearest(Name, Names);
      return error("unknown option '" + Arg + "'" +
                   (Near.empty() ? "; --help lists the options"
                                 : "; did you mean '" + spelled(Near) + "'?"));
    }
    if (Known->Flag) {
      if (HasValue)
        return error("option '" + spelled(Known->Name) + "' takes no value");
      *Known->Flag = true;
      continue;
    }
    if (!HasValue) {
      if (Args.empty())
        return error("option '" + spelled(Known->Name) + "' needs a value: " +
                     spelled(Known->Name) + " " + Known->Placeholder);
      Value = Args.consume_front();
    }
    if (Known->List)
      Known->List->push_back(Value.str());
    else
      *Known->Value = Value.str();
  }
  return Others;
}

void Arguments::printOptions(llvm::raw_ostream &OS) const {
  std::vector<std::string> Left;
  size_t Width = 0;
  for (const Option &O : Options) {
    Left.push_back(spelled(O.Name));
    if (!O.Flag)
      Left.back() += (" " + O.Placeholder).str();
    Width = std::max(Width, Left.back().size());
  }
  for (const auto &[Spelling, O] : llvm::zip_equal(Left, Options)) {
    OS.indent(2) << Spelling;
    OS.indent(static_cast<unsigned>(Width - Spelling.size()) + 2)
        << O.Help << '\n';
  }
}

StringRef nearest(StringRef Name, llvm::ArrayRef<StringRef> Names) {
  StringRef Best;
  // Of a name of one or two letters, nothing would be left.
  unsigned BestDistance = static_cast<unsigned>(
      std::min(Name.size() / 3 + 2, std::max<size_t>(Name.size(), 1)));
  for (StringRef Candidate : Names) {
    unsigned Distance = Name.edit_distance(Candidate, true, BestDistance);
    if (Distance < BestDistance) {
      Best = Candidate;
      BestDistance = Distance;
    }
  }
  return Best;
}

int fail(llvm::Error E) {
  llvm::handleAllErrors(std::move(E), [](const llvm::ErrorInfoBase &Info) {
    llvm::errs() << "joinery: error: " << Info.message() << '\n';
  });
  return Failed;
}

} // namespace joinery::driver
