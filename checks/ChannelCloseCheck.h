//===- ChannelCloseCheck.h - Channel close ----------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_CHANNELCLOSECHECK_H
#define JOINERY_CHANNELCLOSECHECK_H

#include "JoineryCheck.h"

namespace joinery {

/// Finds channels that are closed twice, used after their close, or closed by
/// the wrong task.
///
/// A channel is closed once, by who knows that nobody sends any more: a send
/// after the close is lost or throws, a second close is an error where the
/// library says so, and a task that closes a channel on which others still send
/// breaks them off (Go: close of a closed channel, send on a closed channel).
///
/// Options: none of its own.
class ChannelCloseCheck : public JoineryCheck {
public:
  using JoineryCheck::JoineryCheck;

protected:
  void find(Analysis &A, Defects &Found) override;
};

} // namespace joinery

#endif // JOINERY_CHANNELCLOSECHECK_H
