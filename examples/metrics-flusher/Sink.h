//===- Sink.h - A service that takes metrics --------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef EXAMPLES_METRICS_FLUSHER_SINK_H
#define EXAMPLES_METRICS_FLUSHER_SINK_H

#include <atomic>
#include <string>
#include <vector>

struct Metric {
  std::string Name;
  double Value = 0;
};

/// Slow, and slower the more callers it has. Any thread may send.
class Sink {
public:
  void send(const std::vector<Metric> &Batch);

  int received() const { return Received; }
  int mostCallers() const { return MostCallers; }

private:
  std::atomic<int> Callers{0};
  std::atomic<int> MostCallers{0};
  std::atomic<int> Received{0};
};

#endif // EXAMPLES_METRICS_FLUSHER_SINK_H
