//===- Sink.h - Who wants the facts of a unit -------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// clang-tidy creates the checks and ends their units; a host that wants the
// facts has no other way to the analysis than to say so beforehand.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_FACTS_SINK_H
#define JOINERY_FACTS_SINK_H

#include <string>

namespace joinery {
struct Analysis;
}

namespace joinery::facts {

/// While it lives, each unit that ends in this thread appends its framed facts
/// to the string.
class CollectFacts {
public:
  explicit CollectFacts(std::string &Bytes);
  ~CollectFacts();
  CollectFacts(const CollectFacts &) = delete;
  CollectFacts &operator=(const CollectFacts &) = delete;

private:
  std::string *Outer;
};

/// Appends the facts of \p A to the string of this thread's scope, if any.
void offer(Analysis &A);

} // namespace joinery::facts

#endif // JOINERY_FACTS_SINK_H
