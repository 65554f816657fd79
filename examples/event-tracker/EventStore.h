//===- EventStore.h - Where events end up -----------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef EXAMPLES_EVENT_TRACKER_EVENTSTORE_H
#define EXAMPLES_EVENT_TRACKER_EVENTSTORE_H

#include <string>

/// A slow store at the other end of a network. Any thread may write.
class EventStore {
public:
  /// Returns when \p Data is stored, some time later.
  void write(const std::string &Data);

  /// How many events have been stored so far.
  int stored() const;
};

#endif // EXAMPLES_EVENT_TRACKER_EVENTSTORE_H
