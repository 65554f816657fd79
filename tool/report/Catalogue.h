//===- Catalogue.h - The list of checks, for the tool -----------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_REPORT_CATALOGUE_H
#define JOINERY_REPORT_CATALOGUE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

namespace joinery::report {

/// One line of Checks.def.
struct CheckEntry {
  llvm::StringRef Name; ///< With the prefix: "joinery-detached-thread".
  llvm::StringRef Summary;
  llvm::StringRef Group;
  llvm::StringRef Since;
};

/// All checks, sorted by name.
llvm::ArrayRef<CheckEntry> catalogue();

/// The names alone.
llvm::ArrayRef<llvm::StringRef> checkNames();

/// Prints one check per line: its name and its summary.
void printCatalogue(llvm::raw_ostream &OS);

/// Prints an array of objects: name, summary, group and since.
void printCatalogueJson(llvm::raw_ostream &OS);

/// The page of a check ("joinery-x" or "x"), or "" when there is no such
/// check.
llvm::StringRef pageOf(llvm::StringRef Check);

} // namespace joinery::report

#endif // JOINERY_REPORT_CATALOGUE_H
