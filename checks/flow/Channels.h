//===- Channels.h - Sends against capacity and receives --------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A channel of a frame holds its capacity and what the frame receives on every
// path. Each task of the frame that sends more than that blocks for ever when
// the frame leaves. Numbers are constants, the size of a container that is
// named, or unknown; unknown capacities are not judged.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_FLOW_CHANNELS_H
#define JOINERY_FLOW_CHANNELS_H

#include "flow/Analysis.h"

namespace joinery {

/// A number of sends, rounds or places.
struct Amount {
  enum Kind { Constant, SizeOf, Unbounded, Unknown };
  Kind Is = Unknown;
  long Value = 0;
  Place Of;                          ///< SizeOf: the container or count.
  const clang::Expr *Text = nullptr; ///< SizeOf: as written.

  static Amount constant(long N) { return {Constant, N, {}, nullptr}; }
  static Amount unbounded() { return {Unbounded, 0, {}, nullptr}; }
};

/// How often a loop's body runs when it is left by its condition.
Amount roundsOf(Unit &U, const clang::Stmt *Loop);
/// The value of an integer expression.
Amount amountOf(Unit &U, const clang::Expr *E);

/// A channel that a local of the frame is or points to.
struct ChannelInfo {
  const clang::VarDecl *Variable = nullptr;
  const model::Type *Type = nullptr;
  Amount Capacity;
  /// Where the capacity is written or would be; null when nowhere.
  const clang::Expr *Made = nullptr;
  const clang::Expr *Argument = nullptr;
};
std::optional<ChannelInfo> channelOf(Unit &U, const clang::VarDecl *V);

/// A blocking send of a task: which one it is on a path, at most.
struct SendSite {
  const Event *At;
  unsigned Ordinal;
};

/// Sends that are more than this are many.
constexpr unsigned ManySends = 7;

struct Sender {
  const Spawn *Task;
  Amount Times;      ///< How many such tasks a path starts.
  unsigned Most = 0; ///< Sends of one task on a path, at most.
  std::vector<SendSite> Sites;
};

/// The tasks that \p F starts and that send on \p C; nothing when a use of the
/// channel by a task is not understood, or another task receives.
std::vector<Sender> sendersOf(Analysis &A, const clang::FunctionDecl *F,
                              const ChannelInfo &C);

/// A path on which the senders outnumber what the channel holds.
struct Forgotten {
  unsigned Received = 0;
  std::vector<const Sender *> Started;
  clang::SourceLocation Exit;
  bool Throws = false;
  bool Returned = false;         ///< The channel itself is returned.
  const Event *GaveUp = nullptr; ///< A timed receive that came back empty.
  std::vector<std::pair<clang::SourceLocation, std::string>> Path;
};

/// The first path of \p F that leaves sends behind, if any; with
/// \p CallsMayThrow, calls that are not seen throw.
std::optional<Forgotten> forgottenOn(Analysis &A, const clang::FunctionDecl *F,
                                     const ChannelInfo &C,
                                     llvm::ArrayRef<Sender> Senders,
                                     bool CallsMayThrow);

/// The sends of \p Senders in all, and whether that is more than \p C and
/// \p Received hold.
bool outnumber(const ChannelInfo &C, llvm::ArrayRef<const Sender *> Senders,
               unsigned Received, unsigned Ordinal, const Sender *Last);

} // namespace joinery

#endif // JOINERY_FLOW_CHANNELS_H
