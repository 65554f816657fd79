//===- MainPaths.h - What main does before it ends --------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Which of main's calls start work and which wait for it is known only when the
// program is linked, and by then its paths are gone. So the unit tells for each
// exit, and for each call that may be one, which calls can be missing on a path
// on which another was made. Calls that share an object are one group; those
// without any are another.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_FACTS_MAINPATHS_H
#define JOINERY_FACTS_MAINPATHS_H

#include "facts/Calls.h"
#include "flow/Analysis.h"

namespace joinery::facts {

/// What main does in one go: a call with its equals, or an event of its own.
struct PathItem {
  std::vector<size_t> Calls;         ///< Indices into callsOf(main).
  std::vector<const Event *> Events; ///< Of main itself.
};

struct PathSet {
  size_t Item = 0;
  std::vector<uint64_t> Avoids;
  std::vector<std::pair<clang::SourceLocation, std::string>> Path;
};

struct PathPoint {
  std::optional<size_t> Before;
  clang::SourceLocation At;
  bool Quick = false, ByCall = false;
  std::vector<PathSet> Paths;
};

struct PathGroup {
  bool Shared = false;
  std::vector<PathItem> Items;
  std::vector<PathPoint> Points;
};

/// The groups of \p Main, in order of the source. A group that is too large or
/// whose paths cannot be followed is left out. \p Matters tells which calls can
/// have to do with tasks.
std::vector<PathGroup>
groupsOf(Analysis &A, const clang::FunctionDecl *Main,
         llvm::ArrayRef<OutCall> Calls,
         llvm::function_ref<bool(const OutCall &)> Matters,
         llvm::function_ref<bool(const Event &)> EventMatters);

} // namespace joinery::facts

#endif // JOINERY_FACTS_MAINPATHS_H
