//===- Format.h - Facts as bytes and as text --------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A unit's facts are one frame: "JOINERYF", the version of the format, the size
// and the XXH3 hash of what follows (little endian), and the facts as
// MessagePack arrays. Frames are written one after the other without any
// index, so that a linker that concatenates sections needs to know nothing of
// them; zero bytes between two frames are the padding of such a linker.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_FACTS_FORMAT_H
#define JOINERY_FACTS_FORMAT_H

#include "facts/Facts.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"
#include <string>
#include <vector>

namespace joinery::facts {

/// Changes whenever the same bytes would be read differently.
constexpr uint32_t FormatVersion = 2;

/// The frame of \p Facts. The same facts give the same bytes.
std::string encode(const UnitFacts &Facts);

/// \p Payload with a head.
std::string frame(llvm::StringRef Payload);

/// The frames of \p Bytes, each with its head. An error when something else is
/// between them, when one is cut off or damaged, or was written by another
/// version of the format.
llvm::Expected<std::vector<llvm::StringRef>> splitFrames(llvm::StringRef Bytes);

/// The facts of one frame. Every index of the result is valid. An error when
/// the bytes are not what encode() makes.
llvm::Expected<UnitFacts> decode(llvm::StringRef Frame);

/// One fact a line, for people and tests.
void print(const UnitFacts &Facts, llvm::raw_ostream &OS);

} // namespace joinery::facts

#endif // JOINERY_FACTS_FORMAT_H
