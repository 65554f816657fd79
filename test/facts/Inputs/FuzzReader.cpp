//===- FuzzReader.cpp - Throws bytes at the reader of facts ---------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A libFuzzer target. The bytes are read as they are, and once more as the
// payload of a frame whose hash is right, so that the fuzzer gets past it. What
// can be read is printed and linked. See scripts/fuzz-facts.sh.
//
//===----------------------------------------------------------------------===//

#include "facts/Format.h"
#include "facts/Link.h"

using namespace joinery::facts;

static void read(llvm::StringRef Bytes) {
  auto Frames = splitFrames(Bytes);
  if (!Frames)
    return llvm::consumeError(Frames.takeError());
  for (llvm::StringRef Frame : *Frames) {
    llvm::Expected<UnitFacts> Facts = decode(Frame);
    if (!Facts) {
      llvm::consumeError(Facts.takeError());
      continue;
    }
    print(*Facts, llvm::nulls());
    const UnitFacts *Units[] = {&*Facts, &*Facts};
    link(Units, /*Complete=*/true);
    // What was read is written as it was.
    if (auto Again = decode(encode(*Facts)); !Again)
      llvm::report_fatal_error(Again.takeError());
  }
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *Data, size_t Size) {
  llvm::StringRef Bytes(reinterpret_cast<const char *>(Data), Size);
  read(Bytes);
  read(frame(Bytes));
  return 0;
}
