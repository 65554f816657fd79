//===- Format.cpp - Facts as bytes ----------------------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One description of every structure serves the writer and the reader: `map`
// names the members in the order of the format. The reader trusts nothing: a
// wrong type, a number out of range, a count that the rest of the bytes cannot
// hold or an index beyond its table is an error.
//
//===----------------------------------------------------------------------===//

#include "facts/Format.h"
#include "llvm/BinaryFormat/MsgPackReader.h"
#include "llvm/BinaryFormat/MsgPackWriter.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/xxhash.h"

using llvm::StringRef;

namespace joinery::facts {

static constexpr char Magic[] = "JOINERYF";
static constexpr size_t MagicSize = 8;
static constexpr size_t HeadSize = MagicSize + 4 + 4 + 8;

static llvm::Error error(const llvm::Twine &Message) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), Message);
}

namespace {

class Writer {
public:
  explicit Writer(llvm::raw_ostream &OS) : Pack(OS) {}

  void number(uint64_t N) { Pack.write(N); }
  template <typename T> void operator()(T &Value) {
    if constexpr (std::is_same_v<T, std::string>)
      Pack.write(StringRef(Value));
    else if constexpr (std::is_enum_v<T> || std::is_integral_v<T>)
      number(static_cast<uint64_t>(Value));
    else
      map(*this, Value);
  }
  template <typename T> void operator()(std::vector<T> &List) {
    Pack.writeArraySize(static_cast<uint32_t>(List.size()));
    for (T &One : List)
      (*this)(One);
  }
  /// Booleans share one number.
  template <typename... B> void flags(B &...Flags) {
    uint64_t Bits = 0, Next = 1;
    ((Bits |= Flags ? Next : 0, Next <<= 1), ...);
    number(Bits);
  }

private:
  llvm::msgpack::Writer Pack;
};

class Reader {
public:
  explicit Reader(StringRef Bytes) : Pack(Bytes), Left(Bytes.size()) {}

  template <typename T> void operator()(T &Value) {
    if (Bad)
      return;
    if constexpr (std::is_same_v<T, std::string>) {
      llvm::msgpack::Object O;
      if (!next(O))
        return;
      if (O.Kind != llvm::msgpack::Type::String)
        return fail("a text is missing");
      Value = O.Raw.str();
    } else if constexpr (std::is_enum_v<T>) {
      Value = static_cast<T>(number(static_cast<uint64_t>(T::Last)));
    } else if constexpr (std::is_integral_v<T>) {
      Value = static_cast<T>(number(std::numeric_limits<T>::max()));
    } else {
      map(*this, Value);
    }
  }
  template <typename T> void operator()(std::vector<T> &List) {
    List.clear();
    llvm::msgpack::Object O;
    if (Bad || !next(O))
      return;
    // Every element takes a byte at least.
    if (O.Kind != llvm::msgpack::Type::Array || O.Length > Left)
      return fail("a list is missing or too long");
    for (size_t I = 0; I != O.Length && !Bad; ++I) {
      List.emplace_back();
      (*this)(List.back());
    }
  }
  template <typename... B> void flags(B &...Flags) {
    uint64_t Bits = number((uint64_t(1) << sizeof...(Flags)) - 1), Next = 1;
    ((Flags = Bits & Next, Next <<= 1), ...);
  }

  llvm::Error finish() {
    llvm::msgpack::Object O;
    if (!Bad) {
      auto More = Pack.read(O);
      if (!More || *More)
        fail("there is more than one unit in it");
      if (!More)
        llvm::consumeError(More.takeError());
    }
    return Bad ? error("the facts are damaged: " + Reason)
               : llvm::Error::success();
  }

private:
  void fail(StringRef Why) {
    if (!Bad)
      Reason = Why.str();
    Bad = true;
  }
  bool next(llvm::msgpack::Object &O) {
    auto Read = Pack.read(O);
    if (!Read) {
      fail(llvm::toString(Read.takeError()));
      return false;
    }
    if (!*Read)
      fail("they end too early");
    return *Read;
  }
  uint64_t number(uint64_t Max) {
    llvm::msgpack::Object O;
    if (Bad || !next(O))
      return 0;
    uint64_t N = 0;
    if (O.Kind == llvm::msgpack::Type::UInt)
      N = O.UInt;
    else if (O.Kind == llvm::msgpack::Type::Int && O.Int >= 0)
      N = static_cast<uint64_t>(O.Int);
    else
      fail("a number is missing");
    if (N > Max)
      fail("a number is out of range");
    return Bad ? 0 : N;
  }

  llvm::msgpack::Reader Pack;
  size_t Left;
  bool Bad = false;
  std::string Reason;
};

template <typename A> void map(A &Io, Symbol &S) { Io(S.Key), Io(S.Name); }
template <typename A> void map(A &Io, Site &S) {
  Io(S.File), Io(S.Line), Io(S.Column);
}
template <typename A> void map(A &Io, Object &O) {
  Io(O.From), Io(O.Index), Io(O.Key);
}
template <typename A> void map(A &Io, Effect &E) {
  Io(E.Does), Io(E.On), Io(E.Task), Io(E.At);
  Io.flags(E.Always, E.Later, E.Quick);
  Io(E.Is);
}
template <typename A> void map(A &Io, Argument &G) {
  Io(G.Parameter), Io(G.Is);
}
template <typename A> void map(A &Io, Call &C) {
  Io(C.Callee), Io(C.At), Io(C.Arguments);
  Io.flags(C.Virtual, C.Later, C.Always, C.Answers);
}
template <typename A> void map(A &Io, Function &F) {
  Io(F.Name), Io(F.Class), Io(F.At), Io(F.ReturnsOf);
  Io.flags(F.IsMain, F.IsBody, F.IsDestructor, F.ReturnsAsync, F.CallsKept,
           F.NeverReturns, F.Incomplete);
  Io(F.Effects), Io(F.Calls), Io(F.Overrides);
}
template <typename A> void map(A &Io, Step &S) { Io(S.At), Io(S.Text); }
template <typename A> void map(A &Io, Answer &G) { Io(G.Is), Io(G.Text); }
template <typename A> void map(A &Io, Task &T) {
  Io(T.At), Io(T.In), Io(T.How), Io(T.Entry), Io(T.EntryAt), Io(T.Handle);
  Io(T.Tells), Io(T.Signals), Io(T.EntryBody);
  Io.flags(T.CutOff, T.MayFail, T.Daemon);
  Io(T.Owner), Io(T.Stop), Io(T.Wait), Io(T.Drop), Io(T.Throw), Io(T.Count);
  Io(T.Delay);
}
template <typename A> void map(A &Io, Item &I) { Io(I.Calls), Io(I.Effects); }
template <typename A> void map(A &Io, Avoiding &V) {
  Io(V.Item), Io(V.Asks), Io(V.Avoids), Io(V.Path);
}
template <typename A> void map(A &Io, Point &P) {
  Io(P.Before), Io(P.At);
  Io.flags(P.Quick, P.ByCall);
  Io(P.Is), Io(P.Paths);
}
template <typename A> void map(A &Io, Group &G) {
  Io.flags(G.Shared, G.OfBody);
  Io(G.Items), Io(G.Points);
}
template <typename A> void map(A &Io, Condition::Given &G) {
  Io(G.Callee), Io(G.Parameter);
}
template <typename A> void map(A &Io, Condition &C) {
  Io(C.NoneEnds), Io(C.ReturnsAsync), Io(C.Started);
  Io(C.Destructor), Io(C.Member);
  Io(C.NobodyWaits), Io(C.NobodyEnds), Io(C.NobodySignals);
  Io(C.Seen);
}
template <typename A> void map(A &Io, Conditional &C) {
  Io(C.Check), Io(C.At), Io(C.Message), Io(C.Story), Io(C.Is);
  Io(C.If);
}
template <typename A> void map(A &Io, UnitFacts &U) {
  Io(U.Name), Io(U.Texts), Io(U.Symbols), Io(U.Functions), Io(U.Tasks);
  Io(U.Conditionals), Io(U.Errors), Io(U.Groups), Io(U.Statics), Io(U.Named);
  Io(U.Idle);
}

/// Walks like the writer and checks every index.
class Checker {
public:
  explicit Checker(const UnitFacts &U) : U(U) {}
  bool good() {
    if (U.Texts.empty() || U.Symbols.empty() || !U.Texts[0].empty() ||
        U.Symbols[0].Key != 0)
      return false;
    text(U.Name);
    for (const Symbol &S : U.Symbols)
      text(S.Name), key(S.Key);
    for (uint64_t Key : U.Idle)
      key(Key);
    for (const Function &F : U.Functions)
      check(F);
    for (const Task &T : U.Tasks)
      check(T);
    for (const Conditional &C : U.Conditionals)
      check(C);
    const Function *Main = only(&Function::IsMain);
    const Function *Body = only(&Function::IsBody);
    for (const Group &G : U.Groups) {
      const Function *Of = G.OfBody ? Body : Main;
      Good &= Main && Of;
      if (Good)
        check(G, *Of);
    }
    for (TextId Check : U.Errors)
      text(Check);
    symbols(U.Statics), symbols(U.Named);
    return Good;
  }

private:
  void text(TextId T) { Good &= T < U.Texts.size(); }
  void key(uint64_t Key) { Good &= Key <= MaxKey; }
  void symbol(SymbolId S) { Good &= S < U.Symbols.size(); }
  void symbols(const std::vector<SymbolId> &List) {
    for (SymbolId S : List)
      symbol(S);
  }
  void site(const Site &S) { text(S.File); }
  void story(const std::vector<Step> &Steps) {
    for (const Step &S : Steps)
      site(S.At), text(S.Text);
  }
  void check(const Function &F) {
    symbol(F.Name), symbol(F.Class), symbol(F.ReturnsOf);
    site(F.At), symbols(F.Overrides);
    for (const Effect &E : F.Effects) {
      symbol(E.On.Key), site(E.At);
      Good &= E.Task <= U.Tasks.size();
    }
    for (const Call &C : F.Calls) {
      symbol(C.Callee), site(C.At);
      for (const Argument &A : C.Arguments)
        symbol(A.Is.Key);
    }
  }
  void check(const Task &T) {
    site(T.At), site(T.EntryAt), symbol(T.In), symbol(T.Handle);
    text(T.How), text(T.Entry), symbols(T.Signals), symbol(T.EntryBody);
    for (const Answer *A :
         {&T.Owner, &T.Stop, &T.Wait, &T.Drop, &T.Throw, &T.Count, &T.Delay})
      text(A->Text);
  }
  void check(const Conditional &C) {
    text(C.Check), site(C.At), text(C.Message), story(C.Story);
    for (const Condition::Given &G : C.If.NoneEnds)
      symbol(G.Callee);
    symbol(C.If.ReturnsAsync), symbol(C.If.Started);
    symbol(C.If.Destructor), symbol(C.If.Member);
    symbols(C.If.NobodyWaits), symbols(C.If.NobodyEnds);
    symbols(C.If.NobodySignals), symbols(C.If.Seen);
  }
  const Function *only(bool Function::*Is) {
    const Function *Found = nullptr;
    for (const Function &F : U.Functions)
      if (F.*Is) {
        Good &= !Found;
        Found = &F;
      }
    return Found;
  }
  void check(const Group &G, const Function &Main) {
    Good &= G.Items.size() <= 64;
    for (const Item &I : G.Items) {
      for (uint32_t C : I.Calls)
        Good &= C < Main.Calls.size();
      for (uint32_t E : I.Effects)
        Good &= E < Main.Effects.size();
    }
    for (const Point &P : G.Points) {
      site(P.At);
      Good &= P.Before == ~0u || P.Before < G.Items.size();
      for (const Avoiding &A : P.Paths) {
        Good &= A.Item < G.Items.size();
        story(A.Path);
      }
    }
  }

  const UnitFacts &U;
  bool Good = true;
};

} // namespace

std::string encode(const UnitFacts &Facts) {
  std::string Payload;
  llvm::raw_string_ostream OS(Payload);
  Writer Io(OS);
  // The writer changes nothing; the description serves the reader as well.
  map(Io, const_cast<UnitFacts &>(Facts));
  OS.flush();
  return frame(Payload);
}

std::string frame(StringRef Payload) {
  std::string Frame(Magic, MagicSize);
  Frame.resize(HeadSize);
  char *Head = Frame.data() + MagicSize;
  llvm::support::endian::write32le(Head, FormatVersion);
  llvm::support::endian::write32le(Head + 4,
                                   static_cast<uint32_t>(Payload.size()));
  llvm::support::endian::write64le(Head + 8, llvm::xxh3_64bits(Payload));
  Frame += Payload;
  return Frame;
}

llvm::Expected<std::vector<StringRef>> splitFrames(StringRef Bytes) {
  std::vector<StringRef> Frames;
  while (true) {
    Bytes = Bytes.ltrim('\0');
    if (Bytes.empty())
      return Frames;
    if (!Bytes.starts_with(StringRef(Magic, MagicSize)))
      return error("these are no facts of Joinery");
    if (Bytes.size() < HeadSize)
      return error("the facts are cut off");
    const char *Head = Bytes.data() + MagicSize;
    uint32_t Version = llvm::support::endian::read32le(Head);
    if (Version != FormatVersion)
      return error("the facts have version " + llvm::Twine(Version) +
                   " of the format, and this is version " +
                   llvm::Twine(FormatVersion) +
                   "; compile the unit with the plugin of this release");
    uint32_t Size = llvm::support::endian::read32le(Head + 4);
    if (Bytes.size() - HeadSize < Size)
      return error("the facts are cut off");
    StringRef Payload = Bytes.substr(HeadSize, Size);
    if (llvm::support::endian::read64le(Head + 8) != llvm::xxh3_64bits(Payload))
      return error("the facts are damaged: their hash is wrong");
    Frames.push_back(Bytes.take_front(HeadSize + Size));
    Bytes = Bytes.drop_front(HeadSize + Size);
  }
}

llvm::Expected<UnitFacts> decode(StringRef Frame) {
  if (Frame.size() < HeadSize)
    return error("the facts are cut off");
  Reader Io(Frame.drop_front(HeadSize));
  UnitFacts Facts;
  map(Io, Facts);
  if (llvm::Error E = Io.finish())
    return std::move(E);
  if (!Checker(Facts).good())
    return error("the facts are damaged: an index or a key is out of range");
  return Facts;
}

} // namespace joinery::facts
