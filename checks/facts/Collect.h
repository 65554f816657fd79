//===- Collect.h - Asking for the facts of the units that run ---*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// clang-tidy makes the checks and ends them; whoever runs it wants their facts
// all the same. While an object of this class is alive, the units that are
// checked in its thread leave their facts in it.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_FACTS_COLLECT_H
#define JOINERY_FACTS_COLLECT_H

#include "clang/Basic/SourceLocation.h"
#include <string>
#include <vector>

namespace joinery::facts {

class CollectFacts {
public:
  /// Frames (see Format.h) are appended to \p Bytes. \p Directory is the folder
  /// that files are named relative to.
  CollectFacts(std::string &Bytes, std::string Directory);
  ~CollectFacts();
  CollectFacts(const CollectFacts &) = delete;
  CollectFacts &operator=(const CollectFacts &) = delete;

  /// The one of this thread, or null: facts are not wanted.
  static CollectFacts *current();

  std::string &Bytes;
  const std::string Directory;
  /// Where a check was silenced that the link step would have asked, in the
  /// unit that was checked last.
  std::vector<std::pair<std::string, clang::SourceLocation>> Silenced;

private:
  CollectFacts *Outer;
};

} // namespace joinery::facts

#endif // JOINERY_FACTS_COLLECT_H
