//===- Catalogue.cpp - The list of checks, for the tool -----------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "report/Catalogue.h"
#include "report/Pages.h"
#include "llvm/Support/JSON.h"

using llvm::StringRef;

namespace joinery::report {

static constexpr CheckEntry Entries[] = {
#define JOINERY_CHECK(Class, Name, Summary, Group, Since)                      \
  {"joinery-" Name, Summary, Group, Since},
#include "Checks.def"
};

static constexpr StringRef Names[] = {
#define JOINERY_CHECK(Class, Name, Summary, Group, Since) "joinery-" Name,
#include "Checks.def"
};

llvm::ArrayRef<CheckEntry> catalogue() { return Entries; }

llvm::ArrayRef<StringRef> checkNames() { return Names; }

void printCatalogue(llvm::raw_ostream &OS) {
  size_t Width = 0;
  for (const CheckEntry &Entry : Entries)
    Width = std::max(Width, Entry.Name.size());
  for (const CheckEntry &Entry : Entries) {
    OS << Entry.Name;
    OS.indent(static_cast<unsigned>(Width - Entry.Name.size() + 2));
    OS << Entry.Summary << '\n';
  }
}

void printCatalogueJson(llvm::raw_ostream &OS) {
  llvm::json::OStream J(OS, /*IndentSize=*/2);
  J.array([&] {
    for (const CheckEntry &Entry : Entries)
      J.object([&] {
        J.attribute("name", Entry.Name);
        J.attribute("summary", Entry.Summary);
        J.attribute("group", Entry.Group);
        J.attribute("since", Entry.Since);
      });
  });
  OS << '\n';
}

StringRef pageOf(StringRef Check) {
  Check.consume_front("joinery-");
  for (const auto &[File, Text] : embeddedPages())
    if (File.drop_back(StringRef(".md").size()) == Check)
      return Text;
  return "";
}

} // namespace joinery::report
