//===- Vocabulary.h - The words without which there is no task --*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_SCAN_VOCABULARY_H
#define JOINERY_SCAN_VOCABULARY_H

#include "model/Model.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/StringMap.h"

namespace joinery::scan {

/// The parts of the qualified names of a model's types and functions that a
/// unit must use to have a task (see model::carriesTask, model::namesTask).
/// Sets of parts are bit vectors of size().
class Vocabulary {
public:
  explicit Vocabulary(const model::Model &M);

  size_t size() const { return Sorted.size(); }
  /// Adds \p Word to \p Words, if it is such a part.
  void add(llvm::StringRef Word, llvm::BitVector &Words) const;
  /// Adds the parts that \p Word may become when something is pasted to it.
  void addPasted(llvm::StringRef Word, llvm::BitVector &Words) const;
  /// Whether all parts of some name are among \p Words.
  bool anyName(const llvm::BitVector &Words) const;

private:
  llvm::StringMap<unsigned> Indices;
  std::vector<std::pair<std::string, unsigned>> Sorted;
  /// Each the parts of a name.
  std::vector<llvm::SmallVector<unsigned, 4>> Names;
};

} // namespace joinery::scan

#endif // JOINERY_SCAN_VOCABULARY_H
