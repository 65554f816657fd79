//===- Print.cpp - Facts as text ------------------------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "facts/Format.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"
#include <tuple>

using llvm::StringRef;

namespace joinery::facts {

namespace {

class Printer {
public:
  Printer(const UnitFacts &U, llvm::raw_ostream &OS) : U(U), OS(OS) {}

  void print() {
    OS << "unit " << U.text(U.Name) << '\n';
    for (size_t I = 0; I != U.Tasks.size(); ++I)
      print(U.Tasks[I], I + 1);
    // By name: people compare them.
    std::vector<const Function *> Sorted;
    for (const Function &F : U.Functions)
      Sorted.push_back(&F);
    llvm::sort(Sorted, [&](const Function *L, const Function *R) {
      return std::make_tuple(name(L->Name), U.key(L->Name)) <
             std::make_tuple(name(R->Name), U.key(R->Name));
    });
    for (const Function *F : Sorted)
      print(*F);
    for (const Group &G : U.Groups)
      print(G);
    for (const Conditional &C : U.Conditionals)
      print(C);
    for (TextId Check : U.Errors)
      OS << "error " << U.text(Check) << '\n';
    for (SymbolId S : U.Statics)
      OS << "static destroyed by " << name(S) << '\n';
    for (SymbolId S : U.Named)
      OS << "named " << name(S) << '\n';
    for (uint64_t Key : U.Idle)
      OS << "idle " << llvm::format_hex_no_prefix(Key, 16) << '\n';
  }

private:
  std::string name(SymbolId S) {
    if (!U.name(S).empty())
      return U.name(S);
    std::string Text;
    llvm::raw_string_ostream(Text)
        << '#' << llvm::format_hex_no_prefix(U.key(S), 16);
    return Text;
  }
  std::string at(const Site &S) {
    return S.Line ? " at " + U.text(S.File) + ":" + std::to_string(S.Line) +
                        ":" + std::to_string(S.Column)
                  : "";
  }
  static StringRef shown(Shown Is) {
    return Is == Shown::Yes        ? ""
           : Is == Shown::Accepted ? ", accepted"
                                   : ", not asked for";
  }
  std::string object(const Object &O) {
    std::string Text = O.From == Root::Parameter
                           ? "parameter " + std::to_string(O.Index)
                       : O.From == Root::This ? "this"
                                              : "";
    if (O.Key)
      Text = name(O.Key) + (Text.empty() ? "" : " of " + Text);
    return Text;
  }
  static StringRef verb(Deed D) {
    switch (D) {
    case Deed::Start:
      return "starts";
    case Deed::Post:
      return "posts";
    case Deed::Detach:
      return "gives up";
    case Deed::Join:
      return "joins";
    case Deed::GiveOn:
      return "hands on";
    case Deed::Signal:
      return "signals";
    case Deed::CountUp:
      return "counts up";
    case Deed::Wait:
      return "waits for";
    case Deed::Exit:
      return "ends the program";
    }
    return "";
  }
  std::string effect(const Effect &E) {
    std::string Text = verb(E.Does).str();
    if (E.Task)
      Text += " task " + std::to_string(E.Task);
    if (std::string On = object(E.On); !On.empty())
      Text += (E.Task ? " in " : " ") + On;
    return Text + at(E.At) + (E.Later ? ", later" : "") +
           (E.Quick ? ", quickly" : "") + shown(E.Is).str();
  }
  std::string call(const Call &C) {
    std::string Text = std::string(C.Later ? "names " : "calls ") +
                       (C.Virtual ? "virtually " : "") + name(C.Callee);
    for (const Argument &A : C.Arguments)
      Text += (A.Parameter == Argument::ThisIndex
                   ? " on "
                   : " with " + std::to_string(A.Parameter) + " = ") +
              object(A.Is);
    return Text + at(C.At);
  }
  void print(const Function &F) {
    OS << "function " << name(F.Name) << at(F.At) << (F.IsMain ? ", main" : "")
       << (F.IsBody ? ", body of main" : "")
       << (F.IsDestructor ? ", destructor" : "")
       << (F.ReturnsAsync ? ", returns an async future" : "")
       << (F.CallsKept ? ", calls what was kept" : "")
       << (F.NeverReturns ? ", never returns" : "")
       << (F.Incomplete ? ", and more" : "") << '\n';
    if (F.ReturnsOf)
      OS << "  returns what " << name(F.ReturnsOf) << " returns\n";
    for (SymbolId S : F.Overrides)
      OS << "  overrides " << name(S) << '\n';
    for (const Effect &E : F.Effects)
      OS << "  " << effect(E) << '\n';
    for (const Call &C : F.Calls)
      OS << "  " << call(C) << '\n';
    Main = F.IsMain ? &F : Main;
    Body = F.IsBody ? &F : Body;
  }
  void answer(StringRef Question, const Answer &A) {
    OS << "  " << Question << ": "
       << (A.Is == Worth::Nobody    ? "nobody"
           : A.Is == Worth::Unknown ? "unknown"
                                    : U.text(A.Text))
       << '\n';
  }
  void print(const Task &T, size_t Number) {
    OS << "task " << Number << at(T.At) << " in " << name(T.In) << " by "
       << U.text(T.How) << (T.Daemon ? ", a daemon" : "") << '\n';
    if (T.Entry)
      OS << "  runs " << U.text(T.Entry) << at(T.EntryAt) << '\n';
    if (T.Handle)
      OS << "  kept in " << name(T.Handle) << '\n';
    if (T.Tells == Tracked::Unknown)
      OS << "  may signal what has no name\n";
    for (SymbolId S : T.Signals)
      OS << "  signals " << name(S) << '\n';
    answer("owner", T.Owner);
    answer("stop", T.Stop);
    answer("wait", T.Wait);
    answer("drop", T.Drop);
    answer("throw", T.Throw);
    answer("count", T.Count);
    answer("delay", T.Delay);
  }
  void print(const Group &G) {
    const Function *Of = G.OfBody ? Body : Main;
    OS << "paths of main" << (G.OfBody ? "'s body" : "")
       << (G.Shared ? " with an object" : "") << '\n';
    for (size_t I = 0; I != G.Items.size(); ++I) {
      OS << "  " << I << ": ";
      if (!G.Items[I].Calls.empty())
        OS << call(Of->Calls[G.Items[I].Calls.front()]);
      for (uint32_t E : G.Items[I].Effects)
        OS << effect(Of->Effects[E]) << ' ';
      OS << '\n';
    }
    for (const Point &P : G.Points) {
      if (P.Before != ~0u)
        OS << "  before " << P.Before << at(P.At);
      else
        OS << "  exit" << at(P.At);
      OS << shown(P.Is) << ':';
      for (const Avoiding &A : P.Paths) {
        OS << ' ' << A.Item << (A.Asks ? " asked for," : "") << " without";
        for (uint64_t Set : A.Avoids) {
          OS << " {";
          StringRef Separator = "";
          for (unsigned I = 0; I != G.Items.size(); ++I)
            if (Set >> I & 1) {
              OS << Separator << I;
              Separator = ",";
            }
          OS << '}';
        }
        OS << ';';
      }
      OS << '\n';
    }
  }
  void print(const Conditional &C) {
    OS << "conditional " << U.text(C.Check) << at(C.At) << shown(C.Is) << '\n';
    auto List = [&](StringRef What, const std::vector<SymbolId> &Symbols) {
      for (SymbolId S : Symbols)
        OS << "  if nobody " << What << ' ' << name(S) << '\n';
    };
    for (const Condition::Given &G : C.If.NoneEnds)
      OS << "  unless " << name(G.Callee) << " ends its parameter "
         << G.Parameter << '\n';
    if (C.If.ReturnsAsync)
      OS << "  if " << name(C.If.ReturnsAsync) << " returns an async future\n";
    if (C.If.Started)
      OS << "  if " << name(C.If.Started) << " is started\n";
    if (C.If.Destructor)
      OS << "  unless " << name(C.If.Destructor) << " ends "
         << name(C.If.Member) << '\n';
    List("waits for", C.If.NobodyWaits);
    List("ends", C.If.NobodyEnds);
    List("signals", C.If.NobodySignals);
    for (SymbolId S : C.If.Seen)
      OS << "  if " << name(S) << " is seen\n";
  }

  const UnitFacts &U;
  llvm::raw_ostream &OS;
  const Function *Main = nullptr, *Body = nullptr;
};

} // namespace

void print(const UnitFacts &Facts, llvm::raw_ostream &OS) {
  Printer(Facts, OS).print();
}

} // namespace joinery::facts
