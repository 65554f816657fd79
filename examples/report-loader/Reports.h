//===- Reports.h - Reports that take their time -----------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef EXAMPLES_REPORT_LOADER_REPORTS_H
#define EXAMPLES_REPORT_LOADER_REPORTS_H

#include <stop_token>
#include <string>

struct Month {
  int Year;
  int Number;
};

struct Report {
  std::string Title;
};

/// Takes 100 ms.
Report loadMonth(const Month &Asked);

/// Takes 500 ms. Comes back sooner, without a title, when \p Stop asks for it.
Report loadYear(int Year, std::stop_token Stop = {});

/// Takes 300 ms.
void warmCache();

#endif // EXAMPLES_REPORT_LOADER_REPORTS_H
