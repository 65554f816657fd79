//===- Commands.h - What the tool can be told to do -------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_DRIVER_COMMANDS_H
#define JOINERY_DRIVER_COMMANDS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

namespace joinery::driver {

/// The exit statuses of every command.
enum Status {
  Clean = 0,    ///< The job is done and found nothing.
  Findings = 1, ///< The job is done and found something.
  Failed = 2,   ///< The job, or a part of it, could not be done.
};

/// One row of the table in Main.cpp.
struct Command {
  llvm::StringRef Name;
  llvm::StringRef Synopsis;
  llvm::StringRef Summary;
  /// Runs the command with the arguments after its name; returns a Status.
  int (*Run)(llvm::ArrayRef<llvm::StringRef> Args);
};

int runCheck(llvm::ArrayRef<llvm::StringRef> Args);
int runChecks(llvm::ArrayRef<llvm::StringRef> Args);
int runExplain(llvm::ArrayRef<llvm::StringRef> Args);
int runLink(llvm::ArrayRef<llvm::StringRef> Args);
int runInventory(llvm::ArrayRef<llvm::StringRef> Args);
int runLsp(llvm::ArrayRef<llvm::StringRef> Args);
int runDoctor(llvm::ArrayRef<llvm::StringRef> Args);
int runInit(llvm::ArrayRef<llvm::StringRef> Args);
int runCache(llvm::ArrayRef<llvm::StringRef> Args);

/// Prints each message of \p E as "joinery: error: ..." and returns Failed.
int fail(llvm::Error E);

} // namespace joinery::driver

#endif // JOINERY_DRIVER_COMMANDS_H
