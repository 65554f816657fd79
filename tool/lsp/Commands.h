//===- Commands.h - How an open file is compiled ----------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// As clangd does it: the nearest compilation database above a file says how it
// is compiled. A header is seen through a unit that includes it; a file that
// the database does not know is compiled like the one with the most similar
// name.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_LSP_COMMANDS_H
#define JOINERY_LSP_COMMANDS_H

#include "driver/Units.h"
#include "llvm/Support/Chrono.h"
#include "llvm/Support/Error.h"
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace joinery::lsp {

/// A unit through which a file may be checked.
struct Candidate {
  driver::Unit Unit;
  /// The unit is expected to include the file; whether it does is known when
  /// it was read.
  bool Includes = false;
};

/// The databases that were read, each until it changes. Used by all threads.
class Commands {
public:
  /// What to try for \p File, best first and never empty, or an error when
  /// there is no database or it cannot be read. \p Build names the database;
  /// without it, it is searched for upwards from the file. \p Through is the
  /// unit that was known to include the file the last time, if any.
  llvm::Expected<std::vector<Candidate>>
  candidates(const std::string &File, const std::optional<std::string> &Build,
             const std::string &Through);

private:
  struct Database {
    llvm::sys::TimePoint<> Changed;
    uint64_t Size = 0;
    std::vector<driver::Unit> Units; ///< Sorted by file.
  };
  llvm::Expected<std::shared_ptr<const Database>> read(const std::string &File);

  std::mutex Mutex;
  std::map<std::string, std::shared_ptr<const Database>> Databases;
};

} // namespace joinery::lsp

#endif // JOINERY_LSP_COMMANDS_H
