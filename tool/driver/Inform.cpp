//===- Inform.cpp - Commands that print what is known -------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Arguments.h"
#include "driver/Commands.h"
#include "report/Catalogue.h"

using llvm::StringRef;

namespace joinery::driver {

int runChecks(llvm::ArrayRef<StringRef> Args) {
  Arguments Line;
  bool AsJson = false;
  Line.flag("json", "for scripts: name, summary, group, since", AsJson);
  auto Others = Line.parse(Args);
  if (!Others)
    return fail(Others.takeError());
  if (Line.help()) {
    llvm::outs() << "usage: joinery checks [--json]\n\n";
    Line.printOptions(llvm::outs());
    return Clean;
  }
  if (!Others->empty())
    return fail(error("'checks' takes no arguments"));
  if (AsJson)
    report::printCatalogueJson(llvm::outs());
  else
    report::printCatalogue(llvm::outs());
  return Clean;
}

int runExplain(llvm::ArrayRef<StringRef> Args) {
  Arguments Line;
  auto Others = Line.parse(Args);
  if (!Others)
    return fail(Others.takeError());
  if (Line.help()) {
    llvm::outs() << "usage: joinery explain CHECK\n\nShows the check's page; "
                    "'joinery checks' lists the checks.\n";
    return Clean;
  }
  if (Others->size() != 1)
    return fail(error("'explain' takes the name of one check; 'joinery checks' "
                      "lists them"));
  StringRef Asked = Others->front();
  StringRef Page = report::pageOf(Asked);
  if (Page.empty()) {
    std::string Full = Asked.str();
    if (!Asked.starts_with("joinery-"))
      Full = "joinery-" + Full;
    StringRef Near = nearest(Full, report::checkNames());
    return fail(error("there is no check '" + Asked + "'; " +
                      (Near.empty() ? "'joinery checks' lists them"
                                    : "did you mean '" + Near.str() + "'?")));
  }
  llvm::outs() << Page;
  return Clean;
}

} // namespace joinery::driver
