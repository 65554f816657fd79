//===- Scan.h - Units that need not be parsed -------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A check looks at a unit only when the unit starts a task or has an object
// that has to do with one. Both take a name that the model knows, and that name
// stands in a file that the unit reads. So a unit in whose files no such name
// can be put together has nothing to report, and is not parsed.
//
// What can stand in the unit is overestimated: every branch of the preprocessor
// is taken, the parts of a qualified name may stand in different files, and a
// word may be the first half of a pasted one. Only the headers of the compiler
// and of the C and C++ libraries are not read, which declare such names, but
// give them no others, and those of a few test frameworks, likewise.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_SCAN_SCAN_H
#define JOINERY_SCAN_SCAN_H

#include "scan/Words.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <memory>
#include <mutex>

namespace joinery::scan {

/// Decides about units, for the shipped model. May be used by several threads
/// at once, which share what was read of each file.
class Scanner {
public:
  Scanner();

  /// Whether the unit that \p Command compiles (the driver's arguments, its
  /// name first) may have a task. Reads files through \p FS, whose working
  /// folder is that of the command. True in case of doubt: when the command or
  /// a file cannot be understood, for modules and precompiled headers, and for
  /// a unit that includes no C++ library and little else, whose parse takes
  /// no longer than this.
  bool mayHaveTasks(llvm::ArrayRef<std::string> Command,
                    llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS);

  /// For mayHaveTasks(): the words of a file, kept by its content.
  std::shared_ptr<const FileWords> words(llvm::StringRef Text,
                                         const clang::LangOptions &Language);
  const Vocabulary &vocabulary() const { return Known; }

private:
  const Vocabulary Known;
  std::mutex Mutex; ///< For what follows.
  llvm::DenseMap<uint64_t, std::shared_ptr<const FileWords>> Files;
};

} // namespace joinery::scan

#endif // JOINERY_SCAN_SCAN_H
