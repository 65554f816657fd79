//===- Answers.h - What a unit knows of its tasks ---------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The questions of "how to manage a task's life": who owns it, who stops it,
// how is it known to be done, what happens if its handle is dropped, what
// happens if it throws. What the unit does not see is unknown; that nobody does
// is said only where everything is seen.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_FACTS_ANSWERS_H
#define JOINERY_FACTS_ANSWERS_H

#include "facts/Facts.h"
#include "flow/Analysis.h"

namespace joinery::facts {

struct Told {
  Worth Is = Worth::Unknown;
  std::string Text;

  static Told known(std::string Text) {
    return {Worth::Known, std::move(Text)};
  }
  static Told nobody(std::string Text = "") {
    return {Worth::Nobody, std::move(Text)};
  }
};

struct TaskAnswers {
  std::string How, Entry;
  Told Owner, Stop, Wait, Drop, Throw, Count, Delay;
};

TaskAnswers answersOf(Analysis &A, const Spawn &S);

} // namespace joinery::facts

#endif // JOINERY_FACTS_ANSWERS_H
