//===- Format.cpp - How facts are written -------------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "facts/Format.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/xxhash.h"

using llvm::StringRef;

namespace joinery::facts {

static constexpr uint32_t Version = 1;
static constexpr size_t HeaderSize = 8 + 4 + 4 + 8;

std::string frame(StringRef Payload) {
  char Numbers[16];
  llvm::support::endian::write32le(Numbers, Version);
  llvm::support::endian::write32le(Numbers + 4,
                                   static_cast<uint32_t>(Payload.size()));
  llvm::support::endian::write64le(Numbers + 8, llvm::xxh3_64bits(Payload));
  return Magic.str() + std::string(Numbers, sizeof(Numbers)) + Payload.str();
}

static llvm::Error bad(size_t Offset, const llvm::Twine &What) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                 "facts at offset " + llvm::Twine(Offset) +
                                     " " + What);
}

llvm::Expected<std::vector<StringRef>> readFrames(StringRef Bytes) {
  std::vector<StringRef> Payloads;
  for (size_t At = 0; At < Bytes.size();) {
    if (Bytes[At] == 0) {
      ++At;
      continue;
    }
    StringRef Frame = Bytes.drop_front(At);
    if (!Frame.starts_with(Magic))
      return bad(At, "do not start with " + Magic);
    if (Frame.size() < HeaderSize)
      return bad(At, "are cut off");
    uint32_t Found = llvm::support::endian::read32le(Frame.data() + 8);
    uint32_t Size = llvm::support::endian::read32le(Frame.data() + 12);
    uint64_t Hash = llvm::support::endian::read64le(Frame.data() + 16);
    if (Found != Version)
      return bad(At, "are of format " + llvm::Twine(Found) +
                         ", this joinery reads format " + llvm::Twine(Version));
    if (Frame.size() - HeaderSize < Size)
      return bad(At, "are cut off");
    StringRef Payload = Frame.substr(HeaderSize, Size);
    if (llvm::xxh3_64bits(Payload) != Hash)
      return bad(At, "are damaged: the hash differs");
    Payloads.push_back(Payload);
    At += HeaderSize + Size;
  }
  return Payloads;
}

} // namespace joinery::facts
