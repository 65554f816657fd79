//===- Format.h - How facts are written ---------------------------*- C++
//-*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every unit's facts are one frame: the magic, the version of the format, the
// size and the hash of the payload, the payload. Frames follow each other, with
// or without zero bytes between them, since linkers pad.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_FACTS_FORMAT_H
#define JOINERY_FACTS_FORMAT_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace joinery::facts {

inline constexpr llvm::StringLiteral Magic = "JOINERYF";

std::string frame(llvm::StringRef Payload);

/// The payloads of the frames in \p Bytes. An error names the offset.
llvm::Expected<std::vector<llvm::StringRef>> readFrames(llvm::StringRef Bytes);

} // namespace joinery::facts

#endif // JOINERY_FACTS_FORMAT_H
