//===- Entry.cpp - A unit's result as bytes -------------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each type is described once, by a function `fields`, from which a writer and
// a reader of MessagePack are made: a new member of UnitResult is one more word
// there.
//
//===----------------------------------------------------------------------===//

#include "cache/Entry.h"
#include "llvm/BinaryFormat/MsgPackReader.h"
#include "llvm/BinaryFormat/MsgPackWriter.h"
#include "llvm/Support/Compression.h"
#include "llvm/Support/Endian.h"
#include <type_traits>

using clang::tooling::DiagnosticMessage;
using clang::tooling::FileByteRange;
using clang::tooling::Replacement;
using clang::tooling::Replacements;
using joinery::driver::ClangTidyError;
using joinery::driver::Suppression;
using joinery::driver::UnitResult;
using llvm::StringRef;
namespace msgpack = llvm::msgpack;

namespace joinery::cache {

template <typename Archive> static void fields(Archive &A, Stamp &S) {
  A(S.Device, S.Inode, S.Size, S.Modified, S.Changed);
}

template <typename Archive> static void fields(Archive &A, Input &I) {
  A(I.Path, I.Asked, I.Is, I.Value, I.Seen);
}

template <typename Archive> static void fields(Archive &A, FileByteRange &R) {
  A(R.FilePath, R.FileOffset, R.Length);
}

template <typename Archive>
static void fields(Archive &A, DiagnosticMessage &M) {
  A(M.Message, M.FilePath, M.FileOffset, M.Fix, M.Ranges);
}

template <typename Archive> static void fields(Archive &A, ClangTidyError &E) {
  A(E.DiagnosticName, E.Message, E.Notes, E.DiagLevel, E.BuildDirectory,
    E.IsWarningAsError, E.EnabledDiagnosticAliases);
}

template <typename Archive> static void fields(Archive &A, Suppression &S) {
  A(S.File, S.BuildDirectory, S.Offset, S.Name, S.Used);
}

template <typename Archive> static void fields(Archive &A, BoundHit &B) {
  A(B.Bound, B.Function, B.File, B.Line, B.Lines);
}

template <typename Archive> static void fields(Archive &A, UnitResult &R) {
  A(R.File, R.Diagnostics, R.Silenced, R.Suppressions, R.Problems, R.Notes,
    R.Checks, R.DroppedFlags, R.AnyCheck, R.Failed, R.Skipped, R.Bounds,
    R.Facts, R.Inputs);
}

template <typename Archive> static void fields(Archive &A, Entry &E) {
  A(E.Inputs, E.Result);
}

/// An object to read into.
template <typename T> static T blank() { return T(); }
template <> ClangTidyError blank() {
  return {"", ClangTidyError::Warning, "", false};
}

namespace {

class Writer {
public:
  explicit Writer(llvm::raw_ostream &OS) : Out(OS) {}

  template <typename... Ts> void operator()(Ts &...Values) {
    (write(Values), ...);
  }

private:
  void write(std::string &S) { Out.write(StringRef(S)); }
  void write(bool B) { Out.write(B); }
  void write(Hash &H) {
    Out.write(StringRef(reinterpret_cast<const char *>(H.data()), H.size()));
  }
  template <typename T> void write(T &Value) {
    if constexpr (std::is_integral_v<T> || std::is_enum_v<T>)
      Out.write(static_cast<uint64_t>(Value));
    else
      fields(*this, Value);
  }
  template <typename T> void write(std::optional<T> &Value) {
    Out.write(Value.has_value());
    if (Value)
      write(*Value);
  }
  template <typename T> void write(std::vector<T> &Values) { range(Values); }
  template <typename T, unsigned N>
  void write(llvm::SmallVector<T, N> &Values) {
    range(Values);
  }
  template <typename T> void range(T &Values) {
    Out.writeArraySize(Values.size());
    for (auto &Value : Values)
      write(Value);
  }
  void write(llvm::StringMap<Replacements> &Fixes) {
    Out.writeArraySize(Fixes.size());
    for (auto &Fix : Fixes) {
      Out.write(Fix.getKey());
      Out.writeArraySize(Fix.second.size());
      for (const Replacement &R : Fix.second) {
        Out.write(R.getFilePath());
        Out.write(uint64_t(R.getOffset()));
        Out.write(uint64_t(R.getLength()));
        Out.write(R.getReplacementText());
      }
    }
  }

  msgpack::Writer Out;
};

class Reader {
public:
  explicit Reader(StringRef Bytes) : In(Bytes) {}

  /// Whether all was as it was written.
  bool ok() const { return Ok; }

  template <typename... Ts> void operator()(Ts &...Values) {
    (read(Values), ...);
  }

private:
  /// The next object, which must be of this kind; one of length 0 if not.
  msgpack::Object next(msgpack::Type Kind) {
    msgpack::Object Object;
    llvm::Expected<bool> Found = In.read(Object);
    if (!Found)
      llvm::consumeError(Found.takeError());
    else if (*Found && Object.Kind == Kind)
      return Object;
    Ok = false;
    msgpack::Object None;
    None.Kind = Kind;
    if (Kind == msgpack::Type::String)
      None.Raw = StringRef();
    else if (Kind == msgpack::Type::Array)
      None.Length = 0;
    return None;
  }
  StringRef string() { return next(msgpack::Type::String).Raw; }
  size_t length() { return next(msgpack::Type::Array).Length; }
  uint64_t number() { return next(msgpack::Type::UInt).UInt; }

  void read(std::string &S) { S = string().str(); }
  void read(bool &B) { B = next(msgpack::Type::Boolean).Bool; }
  void read(Hash &H) {
    StringRef Bytes = string();
    if (Bytes.size() != H.size())
      Ok = false;
    else
      llvm::copy(Bytes.bytes(), H.begin());
  }
  template <typename T> void read(T &Value) {
    if constexpr (std::is_integral_v<T> || std::is_enum_v<T>)
      Value = static_cast<T>(number());
    else
      fields(*this, Value);
  }
  template <typename T> void read(std::optional<T> &Value) {
    bool Has = false;
    read(Has);
    if (Has)
      read(Value.emplace());
  }
  template <typename T> void read(std::vector<T> &Values) { range<T>(Values); }
  template <typename T, unsigned N> void read(llvm::SmallVector<T, N> &Values) {
    range<T>(Values);
  }
  template <typename T, typename Values> void range(Values &Into) {
    for (size_t Left = length(); Ok && Left; --Left) {
      Into.push_back(blank<T>());
      read(Into.back());
    }
  }
  void read(llvm::StringMap<Replacements> &Fixes) {
    for (size_t Left = length(); Ok && Left; --Left) {
      Replacements &Fix = Fixes[string()];
      for (size_t Inner = length(); Ok && Inner; --Inner) {
        StringRef Path = string();
        uint64_t Offset = number(), Length = number();
        StringRef Text = string();
        if (llvm::Error E =
                Fix.add({Path, unsigned(Offset), unsigned(Length), Text})) {
          llvm::consumeError(std::move(E));
          Ok = false;
        }
      }
    }
  }

  msgpack::Reader In;
  bool Ok = true;
};

} // namespace

// An entry: magic, length of what follows unpacked, checksum, and that.
static constexpr char Magic[] = "joinery\n";
static constexpr size_t MagicSize = sizeof(Magic) - 1;
static constexpr size_t LengthSize = sizeof(uint64_t);
static constexpr size_t HeadSize = MagicSize + LengthSize + sizeof(Hash);

static Hash checksum(StringRef Length, StringRef Packed) {
  llvm::BLAKE3 Hasher;
  Hasher.update(Length);
  Hasher.update(Packed);
  return Hasher.final<16>();
}

llvm::SmallVector<char, 0> toBytes(const Entry &E) {
  llvm::SmallVector<char, 0> Plain;
  llvm::raw_svector_ostream OS(Plain);
  Writer W(OS);
  // A writer does not change what it writes; `fields` is shared with a reader.
  fields(W, const_cast<Entry &>(E));

  llvm::SmallVector<uint8_t, 0> Packed;
  llvm::ArrayRef<uint8_t> PlainBytes(
      reinterpret_cast<const uint8_t *>(Plain.data()), Plain.size());
  if (llvm::compression::zstd::isAvailable())
    llvm::compression::zstd::compress(
        PlainBytes, Packed, llvm::compression::zstd::BestSpeedCompression);
  else
    Packed.assign(PlainBytes.begin(), PlainBytes.end());

  char Length[LengthSize];
  llvm::support::endian::write64le(Length, Plain.size());
  StringRef Body(reinterpret_cast<const char *>(Packed.data()), Packed.size());
  Hash Sum = checksum(StringRef(Length, LengthSize), Body);
  llvm::SmallVector<char, 0> Bytes;
  Bytes.append(Magic, Magic + MagicSize);
  Bytes.append(Length, Length + LengthSize);
  Bytes.append(Sum.begin(), Sum.end());
  Bytes.append(Body.begin(), Body.end());
  return Bytes;
}

std::optional<Entry> fromBytes(StringRef Bytes) {
  if (Bytes.size() < HeadSize || !Bytes.consume_front(Magic))
    return std::nullopt;
  StringRef Length = Bytes.take_front(LengthSize);
  StringRef Sum = Bytes.substr(LengthSize, sizeof(Hash));
  StringRef Body = Bytes.drop_front(LengthSize + sizeof(Hash));
  Hash Actual = checksum(Length, Body);
  if (!std::equal(Actual.begin(), Actual.end(), Sum.bytes_begin()))
    return std::nullopt;

  llvm::SmallVector<uint8_t, 0> Plain;
  if (llvm::compression::zstd::isAvailable()) {
    if (llvm::Error Bad = llvm::compression::zstd::decompress(
            llvm::arrayRefFromStringRef(Body), Plain,
            llvm::support::endian::read64le(Length.data()))) {
      llvm::consumeError(std::move(Bad));
      return std::nullopt;
    }
    Body = llvm::toStringRef(Plain);
  }
  Entry E;
  Reader R(Body);
  fields(R, E);
  return R.ok() ? std::optional<Entry>(std::move(E)) : std::nullopt;
}

} // namespace joinery::cache
