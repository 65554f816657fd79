//===- Link.cpp - The command for the whole program ---------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Arguments.h"
#include "driver/Commands.h"
#include "objects/Objects.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"

using llvm::StringRef;

namespace joinery::driver {

/// What was built without the plugin, as far as one line can say it.
static void noteWithout(llvm::ArrayRef<std::string> Without) {
  if (Without.empty())
    return;
  constexpr size_t Named = 10;
  std::string Names = llvm::join(Without.take_front(Named), ", ");
  if (Without.size() > Named)
    Names += llvm::formatv(" and {0} more", Without.size() - Named);
  llvm::errs() << "joinery: note: without facts, since they were not compiled "
                  "with the plugin: "
               << Names << '\n';
}

static void dump(const objects::ObjectFacts &Facts, llvm::raw_ostream &OS) {
  for (const objects::UnitFacts &Unit : Facts.Units) {
    auto [Name, Lines] = StringRef(Unit.Payload).split('\n');
    OS << llvm::formatv("unit {0}, from {1}, {2} bytes\n", Name, Unit.From,
                        Unit.Payload.size());
    for (StringRef Line : llvm::split(Lines, '\n'))
      if (!Line.empty())
        OS << "  " << Line << '\n';
  }
}

int runLink(llvm::ArrayRef<StringRef> Args) {
  bool Dump = false;
  Arguments Line;
  Line.flag("dump", "print the facts instead of linking them", Dump);
  auto Paths = Line.parse(Args);
  if (!Paths)
    return fail(Paths.takeError());
  if (Line.help()) {
    llvm::outs() << "usage: joinery link [OPTION...] FILE...\n\nFILE is an "
                    "object, an archive, a library or an executable that was "
                    "compiled with\nthe plugin joinery-clang.so, or a file of "
                    "facts.\n\n";
    Line.printOptions(llvm::outs());
    return Clean;
  }
  if (Paths->empty())
    return fail(error("'link' takes the files of a program; 'joinery link "
                      "--help' says which"));
  std::vector<std::string> Files;
  for (StringRef Path : *Paths)
    Files.push_back(Path.str());
  auto Facts = objects::readObjects(Files);
  if (!Facts)
    return fail(Facts.takeError());
  noteWithout(Facts->Without);
  if (Facts->Units.empty())
    return fail(error("no file has facts: nothing was linked; compile with "
                      "-fplugin=joinery-clang.so"));
  if (Dump)
    dump(*Facts, llvm::outs());
  return Clean;
}

} // namespace joinery::driver
