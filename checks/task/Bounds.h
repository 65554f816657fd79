//===- Bounds.h - Functions that are too much for an analysis ---*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An analysis that meets its bound keeps silent, and nobody would know. While
// an object of CollectBounds is alive, the units that are checked in its thread
// leave in it where that happened.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_TASK_BOUNDS_H
#define JOINERY_TASK_BOUNDS_H

#include "llvm/ADT/StringRef.h"
#include <string>
#include <tuple>
#include <vector>

namespace clang {
class FunctionDecl;
} // namespace clang

namespace joinery {

/// A bound that a function was too much for.
struct BoundHit {
  std::string Bound;    ///< What there was too much of: "paths".
  std::string Function; ///< Qualified.
  std::string File;     ///< Absolute.
  unsigned Line = 0;
  unsigned Lines = 0; ///< The size of the function.

  friend bool operator<(const BoundHit &A, const BoundHit &B) {
    // The largest function first.
    return std::tie(B.Lines, A.File, A.Line, A.Function, A.Bound) <
           std::tie(A.Lines, B.File, B.Line, B.Function, B.Bound);
  }
  friend bool operator==(const BoundHit &A, const BoundHit &B) {
    return !(A < B) && !(B < A);
  }
};

class CollectBounds {
public:
  /// Hits are appended to \p Hits, some of them several times.
  explicit CollectBounds(std::vector<BoundHit> &Hits);
  ~CollectBounds();
  CollectBounds(const CollectBounds &) = delete;
  CollectBounds &operator=(const CollectBounds &) = delete;

private:
  friend void hitBound(llvm::StringRef Bound, const clang::FunctionDecl *F);
  std::vector<BoundHit> &Hits;
  CollectBounds *Outer;
};

/// An analysis has too much of \p Bound in \p F, and leaves the rest out.
void hitBound(llvm::StringRef Bound, const clang::FunctionDecl *F);

} // namespace joinery

#endif // JOINERY_TASK_BOUNDS_H
