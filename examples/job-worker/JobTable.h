//===- JobTable.h - Jobs with a beginning and an end ------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef EXAMPLES_JOB_WORKER_JOBTABLE_H
#define EXAMPLES_JOB_WORKER_JOBTABLE_H

#include <atomic>

/// Jobs in a database. A job that is begun and never committed has to be
/// repaired by hand.
class JobTable {
public:
  /// Begins the next job, works on it for a while, and commits it.
  void processNext();

  int begun() const { return Begun; }
  int committed() const { return Committed; }

private:
  std::atomic<int> Begun{0};
  std::atomic<int> Committed{0};
};

#endif // EXAMPLES_JOB_WORKER_JOBTABLE_H
