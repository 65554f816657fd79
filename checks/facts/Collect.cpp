//===- Collect.cpp - Asking for the facts of the units that run -----------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "facts/Collect.h"

namespace joinery::facts {

static thread_local CollectFacts *Current = nullptr;

CollectFacts::CollectFacts(std::string &Bytes, std::string Directory)
    : Bytes(Bytes), Directory(std::move(Directory)), Outer(Current) {
  Current = this;
}

CollectFacts::~CollectFacts() { Current = Outer; }

CollectFacts *CollectFacts::current() { return Current; }

} // namespace joinery::facts
