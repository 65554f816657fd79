//===- Objects.cpp - Facts out of object files --------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "objects/Objects.h"
#include "facts/Format.h"
#include "facts/Section.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/BinaryFormat/Magic.h"
#include "llvm/Bitcode/BitcodeReader.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Module.h"
#include "llvm/Object/Archive.h"
#include "llvm/Object/ObjectFile.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace joinery::objects {

/// What a file of bare frames starts with; see facts/Format.h.
static constexpr StringRef FrameMagic = "JOINERYF";

namespace {

class Reader {
public:
  /// Reads one file or member, which people know as \p Name.
  Error read(MemoryBufferRef Buffer, const std::string &Name);
  ObjectFacts take() { return std::move(Result); }

private:
  Error readArchive(MemoryBufferRef Buffer, const std::string &Name);
  Error readObject(MemoryBufferRef Buffer, const std::string &Name);
  Error readBitcode(MemoryBufferRef Buffer, const std::string &Name);
  Error add(StringRef Bytes, const std::string &Name);

  ObjectFacts Result;
  StringSet<> Seen;
};

} // namespace

static Error because(const std::string &Name, const Twine &Why) {
  return createStringError(inconvertibleErrorCode(), "'" + Name + "' " + Why);
}

static Error because(const std::string &Name, Error E) {
  return because(Name, "cannot be read: " + toString(std::move(E)));
}

/// Adds the frames of \p Bytes, all that \p Name has.
Error Reader::add(StringRef Bytes, const std::string &Name) {
  auto Frames = facts::splitFrames(Bytes);
  if (!Frames)
    return because(Name, Frames.takeError());
  if (Frames->empty())
    Result.Without.push_back(Name);
  for (StringRef Frame : *Frames) {
    if (!Seen.insert(Frame).second)
      continue;
    auto Unit = facts::decode(Frame);
    if (!Unit)
      return because(Name, Unit.takeError());
    Result.Units.push_back({Name, Frame.str(), std::move(*Unit)});
  }
  return Error::success();
}

Error Reader::readObject(MemoryBufferRef Buffer, const std::string &Name) {
  auto Object = object::ObjectFile::createELFObjectFile(Buffer);
  if (!Object)
    return because(Name, Object.takeError());
  std::string Bytes;
  for (const object::SectionRef &Section : (*Object)->sections()) {
    Expected<StringRef> Title = Section.getName();
    if (!Title)
      return because(Name, Title.takeError());
    if (*Title != facts::SectionName)
      continue;
    Expected<StringRef> Contents = Section.getContents();
    if (!Contents)
      return because(Name, Contents.takeError());
    Bytes += *Contents;
  }
  return add(Bytes, Name);
}

Error Reader::readBitcode(MemoryBufferRef Buffer, const std::string &Name) {
  LLVMContext Context;
  auto Module = getLazyBitcodeModule(Buffer, Context);
  if (!Module)
    return because(Name, Module.takeError());
  return add(facts::bytesOf((*Module)->getModuleInlineAsm()), Name);
}

Error Reader::readArchive(MemoryBufferRef Buffer, const std::string &Name) {
  auto Archive = object::Archive::create(Buffer);
  if (!Archive)
    return because(Name, Archive.takeError());
  Error Damaged = Error::success();
  for (const object::Archive::Child &Child : (*Archive)->children(Damaged)) {
    Expected<StringRef> Title = Child.getName();
    if (!Title)
      return joinErrors(std::move(Damaged), because(Name, Title.takeError()));
    std::string Member = Name + "(" + sys::path::filename(*Title).str() + ")";
    Expected<MemoryBufferRef> Contents = Child.getMemoryBufferRef();
    if (!Contents)
      return joinErrors(std::move(Damaged),
                        because(Member, Contents.takeError()));
    file_magic Kind = identify_magic(Contents->getBuffer());
    // An archive may hold a text or a table of its own.
    if (Kind == file_magic::unknown) {
      Result.Without.push_back(Member);
      continue;
    }
    if (Error E = read(*Contents, Member))
      return joinErrors(std::move(Damaged), std::move(E));
  }
  if (Damaged)
    return because(Name, std::move(Damaged));
  return Error::success();
}

Error Reader::read(MemoryBufferRef Buffer, const std::string &Name) {
  switch (identify_magic(Buffer.getBuffer())) {
  case file_magic::archive:
    return readArchive(Buffer, Name);
  case file_magic::bitcode:
    return readBitcode(Buffer, Name);
  case file_magic::elf_executable:
  case file_magic::elf_shared_object:
    Result.AnyLinked = true;
    return readObject(Buffer, Name);
  case file_magic::elf:
  case file_magic::elf_relocatable:
  case file_magic::elf_core:
    return readObject(Buffer, Name);
  case file_magic::unknown:
    if (Buffer.getBuffer().starts_with(FrameMagic))
      return add(Buffer.getBuffer(), Name);
    return because(Name, "is no object, archive, executable or facts file");
  default:
    // Of another platform: only ELF files carry facts.
    Result.Without.push_back(Name);
    return Error::success();
  }
}

Expected<ObjectFacts> readObjects(ArrayRef<std::string> Paths) {
  Reader All;
  for (const std::string &Path : Paths) {
    auto Buffer = MemoryBuffer::getFile(Path, /*IsText=*/false,
                                        /*RequiresNullTerminator=*/false);
    if (!Buffer)
      return because(Path, "cannot be read: " + Buffer.getError().message());
    if (Error E = All.read(**Buffer, Path))
      return E;
  }
  return All.take();
}

} // namespace joinery::objects
