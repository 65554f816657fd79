//===- Records.h - A slow look-up -------------------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef EXAMPLES_SEARCH_DEADLINE_RECORDS_H
#define EXAMPLES_SEARCH_DEADLINE_RECORDS_H

#include <stop_token>
#include <string>

struct Found {
  std::string Record;
  bool Complete = false; ///< False when the search was stopped.
};

/// Finds the record for \p Term. Common terms take 20 ms, others 200 ms.
Found findRecord(const std::string &Term);

/// The same, but gives up as soon as \p Stop asks for it.
Found findRecord(const std::string &Term, std::stop_token Stop);

#endif // EXAMPLES_SEARCH_DEADLINE_RECORDS_H
