//===- Link.cpp - What the facts of a program amount to -------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "facts/Link.h"
#include "facts/Graph.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include <map>

namespace joinery::facts {

std::string unfinishedMessage(size_t Tasks) {
  if (Tasks == 1)
    return "the program ends here while a task may still be running, which is "
           "cut off; wait for it first";
  return "the program ends here while " + std::to_string(Tasks) +
         " tasks may still be running, which are cut off; wait for them first";
}

namespace {

class Linker {
public:
  Linker(llvm::ArrayRef<const UnitFacts *> Units, bool Complete)
      : Units(Units), G(Units), Complete(Complete) {}

  Linked run();

  /// Whether a finding of a unit could hold if nothing else did anything.
  bool anyConditional() {
    return llvm::any_of(Units, [&](const UnitFacts *U) {
      return llvm::any_of(U->Conditionals, [&](const Conditional &C) {
        return mayHold(*U, C.If);
      });
    });
  }
  /// The functions that can start a task which somebody has to wait for.
  llvm::DenseSet<uint64_t> startingKeys();

private:
  bool mayHold(const UnitFacts &U, const Condition &C);
  LinkedPlace place(size_t Unit, const Site &S) const {
    return {Units[Unit]->text(S.File), Unit, S.Line, S.Column};
  }
  void judgeConditionals();
  bool holds(const UnitFacts &U, const Condition &C);
  bool keepsMember(NodeId Destructor, uint64_t Member);

  void judgeMain(size_t Unit);
  bool isRunByMainAlone(const UnitFacts &U, const Function &Main,
                        const Function &Body) const;
  struct Due;
  std::vector<Due> tasksDue() const;
  std::pair<LinkedPlace, std::string> calledByMain(size_t Unit,
                                                   const Function &Body) const;
  void judgeGroup(size_t Unit, const Function &Main, const Group &Of);
  bool ends(const Due &D, size_t Unit, const Function &Main, const Item &I);
  enum class Starts { No, Perhaps, Always };
  Starts starts(const Due &D, size_t Unit, const Function &Main, const Item &I);
  bool returns(size_t Unit, const Call &C) const;
  bool ends(const Due &D, size_t Unit, const Call &C);
  bool isEndedElsewhere(const Due &D, size_t Unit, const Function &Main,
                        const Group &Of);
  bool isUnknown(size_t Unit, const Function &Main, const Group &Of);
  void tellExits();
  void list();

  llvm::ArrayRef<const UnitFacts *> Units;
  Graph G;
  const bool Complete;
  Linked Result;

  /// What is running at an exit, collected over groups and mains.
  struct Unfinished {
    TaskNode Task;
    LinkedPlace Called; ///< Where main makes the call that starts it.
    std::string Callee;
    std::vector<std::pair<LinkedPlace, std::string>> Path;
  };
  struct ExitKey {
    std::string File;
    uint32_t Line, Column;
    bool operator<(const ExitKey &O) const {
      return std::tie(File, Line, Column) < std::tie(O.File, O.Line, O.Column);
    }
  };
  struct ExitTold {
    LinkedPlace At;
    bool Accepted = false;
    /// Where main calls the function that stands for it, and its name.
    std::optional<std::pair<LinkedPlace, std::string>> Body;
    std::vector<Unfinished> Tasks;
  };
  /// Whether a finding of the check is an error in the unit.
  bool isError(size_t Unit, llvm::StringRef Check) const {
    const UnitFacts &U = *Units[Unit];
    return llvm::any_of(U.Errors,
                        [&](TextId Name) { return U.text(Name) == Check; });
  }
  std::map<ExitKey, ExitTold> Exits;
  /// Tasks that run at an exit of main itself: its body need not tell them.
  llvm::DenseSet<TaskNode> ToldOfMain;
  std::optional<std::vector<Due>> AllDue;
};

/// A task that somebody has to wait for before the program ends.
struct Linker::Due {
  TaskNode Task;
  std::vector<uint64_t> Keys; ///< Whoever waits for one of them waits for it.
};

} // namespace

/// Whether the destructor, or what it runs, sees to the member or may.
bool Linker::keepsMember(NodeId Destructor, uint64_t Member) {
  const llvm::DenseSet<NodeId> Ending = G.whoEnds(Member);
  if (Ending.contains(Destructor))
    return true;
  // An owner that ends it from outside its class answers for it.
  uint64_t Class = G.node(Destructor).Class;
  for (NodeId N : G.enders(Member))
    if (G.node(N).Class != Class)
      return true;
  return G.mayLoseThis(Destructor);
}

bool Linker::holds(const UnitFacts &U, const Condition &C) {
  for (const Condition::Given &Given : C.NoneEnds) {
    auto N = G.find(U.key(Given.Callee));
    if (!N || G.endsParameter(*N, Given.Parameter))
      return false;
  }
  if (C.ReturnsAsync && !G.returnsAsync(U.key(C.ReturnsAsync)))
    return false;
  if (C.Started && !G.isStarted(U.key(C.Started)))
    return false;
  if (C.Destructor) {
    auto N = G.find(U.key(C.Destructor));
    if (!N || !G.node(*N).Seen || keepsMember(*N, U.key(C.Member)))
      return false;
  }
  if (!Complete && !(C.NobodyWaits.empty() && C.NobodyEnds.empty() &&
                     C.NobodySignals.empty()))
    return false;
  for (SymbolId S : C.NobodyWaits)
    if (!G.enders(U.key(S)).empty())
      return false;
  for (SymbolId S : C.NobodyEnds)
    if (!G.enders(U.key(S)).empty())
      return false;
  for (SymbolId S : C.NobodySignals)
    if (G.isSignalled(U.key(S)))
      return false;
  for (SymbolId S : C.Seen) {
    auto N = G.find(U.key(S));
    if (!N || !G.node(*N).Seen || G.node(*N).Incomplete)
      return false;
  }
  return true;
}

void Linker::judgeConditionals() {
  using Key = std::tuple<std::string, std::string, uint32_t, uint32_t>;
  // What several units say of a header, with the finding if it holds.
  std::map<Key, std::optional<size_t>> Seen;
  for (size_t I = 0; I != Units.size(); ++I) {
    const UnitFacts &U = *Units[I];
    for (const Conditional &C : U.Conditionals) {
      auto [At, New] = Seen.try_emplace(
          {U.text(C.Check), U.text(C.At.File), C.At.Line, C.At.Column});
      if (!New) {
        if (At->second)
          Result.Findings[*At->second].Error |= isError(I, U.text(C.Check));
        continue;
      }
      if (!holds(U, C.If))
        continue;
      At->second = Result.Findings.size();
      LinkedFinding F;
      F.Check = U.text(C.Check);
      F.At = place(I, C.At);
      F.Message = U.text(C.Message);
      for (const Step &S : C.Story)
        F.Story.push_back({place(I, S.At), U.text(S.Text)});
      F.Error = isError(I, F.Check);
      F.Accepted = C.Is == Shown::Accepted;
      Result.Findings.push_back(std::move(F));
    }
  }
}

std::vector<Linker::Due> Linker::tasksDue() const {
  std::vector<Due> All;
  for (TaskNode T = 0; T != G.tasks().size(); ++T) {
    const MergedTask &M = G.tasks()[T];
    if (M.Daemon || M.Tells == Tracked::Unknown || M.Doubtful)
      continue;
    Due D;
    D.Task = T;
    if (M.GivenUp) {
      if (M.Tells == Tracked::Yes)
        D.Keys = M.Signals;
      if (M.EntryBody) {
        // What an entry elsewhere signals is seen only there.
        auto Entry = G.find(M.EntryBody);
        if (!Entry || !G.node(*Entry).Seen)
          continue;
        for (uint64_t Key : G.signalsOf(*Entry))
          D.Keys.push_back(Key);
      }
    } else if (M.CutOff && M.Handle) {
      D.Keys = {M.Handle};
    } else {
      continue;
    }
    // Whoever is given the object of the task may wait for it unseen.
    if (G.losesThis(M.In))
      continue;
    All.push_back(std::move(D));
  }
  return All;
}

Linker::Starts Linker::starts(const Due &D, size_t Unit, const Function &Main,
                              const Item &I) {
  const UnitFacts &U = *Units[Unit];
  Starts Result = Starts::No;
  for (uint32_t Index : I.Calls) {
    const Call &C = Main.Calls[Index];
    auto Target =
        C.Later ? std::nullopt : G.onlyTarget(U.key(C.Callee), C.Virtual);
    if (!Target || !G.whoStarts(D.Task).contains(*Target))
      continue;
    // Who answers can say that nothing was started, even if it never does.
    Result = G.whoAlwaysStarts(D.Task).contains(*Target) && !C.Answers
                 ? Starts::Always
                 : Starts::Perhaps;
  }
  for (uint32_t E : I.Effects) {
    const Effect &Own = Main.Effects[E];
    if (Own.Task && !Own.Later && G.taskOf(Unit, Own.Task - 1) == D.Task &&
        G.isDue(D.Task, Own.Does))
      Result = G.tasks()[D.Task].MayFail ? Starts::Perhaps : Starts::Always;
  }
  return Result;
}

/// Whether a path of main goes on after the call.
bool Linker::returns(size_t Unit, const Call &C) const {
  return llvm::none_of(
      G.targets(Units[Unit]->key(C.Callee), C.Virtual),
      [&](NodeId Target) { return G.node(Target).NeverReturns; });
}

bool Linker::ends(const Due &D, size_t Unit, const Call &C) {
  const UnitFacts &U = *Units[Unit];
  for (NodeId Target : G.targets(U.key(C.Callee), C.Virtual))
    for (uint64_t Key : D.Keys)
      if (G.whoEnds(Key).contains(Target))
        return true;
  for (const Argument &A : C.Arguments)
    if (A.Is.Key && llvm::is_contained(D.Keys, U.key(A.Is.Key)) &&
        G.mayEnd(U.key(C.Callee), C.Virtual, A.Parameter))
      return true;
  return false;
}

bool Linker::ends(const Due &D, size_t Unit, const Function &Main,
                  const Item &I) {
  const UnitFacts &U = *Units[Unit];
  for (uint32_t E : I.Effects)
    if (isEnding(Main.Effects[E].Does) &&
        llvm::is_contained(D.Keys, U.key(Main.Effects[E].On.Key)))
      return true;
  return llvm::any_of(I.Calls, [&](uint32_t C) {
    return ends(D, Unit, Main.Calls[C]) || !returns(Unit, Main.Calls[C]);
  });
}

/// Whether main ends the task by a call that is not of the group.
bool Linker::isEndedElsewhere(const Due &D, size_t Unit, const Function &Main,
                              const Group &Of) {
  llvm::DenseSet<uint32_t> Here;
  for (const Item &I : Of.Items)
    Here.insert(I.Calls.begin(), I.Calls.end());
  if (Main.CallsKept && llvm::any_of(D.Keys, [&](uint64_t Key) {
        return G.whoEnds(Key).contains(G.kept());
      }))
    return true;
  for (uint32_t I = 0; I != Main.Calls.size(); ++I)
    if (!Here.contains(I) &&
        (ends(D, Unit, Main.Calls[I]) || !returns(Unit, Main.Calls[I])))
      return true;
  return false;
}

/// Whether the group's object is in the hands of code without facts.
bool Linker::isUnknown(size_t Unit, const Function &Main, const Group &Of) {
  const UnitFacts &U = *Units[Unit];
  return (Of.Shared || !Complete) && llvm::any_of(Of.Items, [&](const Item &I) {
           if (I.Calls.empty())
             return false;
           const Call &C = Main.Calls[I.Calls.front()];
           std::vector<NodeId> Targets = G.targets(U.key(C.Callee), C.Virtual);
           return Targets.empty() || llvm::any_of(Targets, [&](NodeId N) {
                    return !G.node(N).Seen || G.node(N).Incomplete;
                  });
         });
}

/// The call of main's body.
std::pair<LinkedPlace, std::string>
Linker::calledByMain(size_t Unit, const Function &Body) const {
  const UnitFacts &U = *Units[Unit];
  LinkedPlace At = place(Unit, Body.At);
  for (const Function &F : U.Functions)
    if (F.IsMain)
      for (const Call &C : F.Calls)
        if (U.key(C.Callee) == U.key(Body.Name))
          At = place(Unit, C.At);
  return {At, U.name(Body.Name)};
}

void Linker::judgeGroup(size_t Unit, const Function &Main, const Group &Of) {
  const UnitFacts &U = *Units[Unit];
  if (isUnknown(Unit, Main, Of))
    return;
  if (!AllDue)
    AllDue = tasksDue();
  for (const Due &D : *AllDue) {
    if (Of.OfBody && ToldOfMain.contains(D.Task))
      continue;
    uint64_t Starters = 0, Sure = 0, Enders = 0;
    for (size_t I = 0; I != Of.Items.size(); ++I) {
      Starts How = starts(D, Unit, Main, Of.Items[I]);
      if (How != Starts::No)
        Starters |= uint64_t(1) << I;
      if (How == Starts::Always)
        Sure |= uint64_t(1) << I;
    }
    if (!Starters || isEndedElsewhere(D, Unit, Main, Of))
      continue;
    for (size_t I = 0; I != Of.Items.size(); ++I)
      if (ends(D, Unit, Main, Of.Items[I]))
        Enders |= uint64_t(1) << I;
    Starters &= ~Enders;
    const bool StaticsEnd =
        llvm::any_of(D.Keys, [&](uint64_t Key) { return G.staticsEnd(Key); });
    for (const Point &P : Of.Points) {
      const Avoiding *Missed = nullptr;
      for (const Avoiding &A : P.Paths)
        // Where main asks, what perhaps started may as well not have.
        if (!Missed && ((A.Asks ? Starters & Sure : Starters) >> A.Item & 1) &&
            llvm::any_of(A.Avoids,
                         [&](uint64_t Set) { return (Enders & ~Set) == 0; }))
          Missed = &A;
      if (!Missed)
        continue;
      LinkedPlace At = place(Unit, P.At);
      bool Quick = P.Quick;
      Shown Is = P.Is;
      if (P.Before != ~0u) {
        // The call may be where the program ends.
        const Item &Next = Of.Items[P.Before];
        const Call *C =
            Next.Calls.empty() ? nullptr : &Main.Calls[Next.Calls.front()];
        auto Target = C && !C->Later
                          ? G.onlyTarget(U.key(C->Callee), C->Virtual)
                          : std::nullopt;
        const MergedEffect *Exit = Target ? G.exitFrom(*Target) : nullptr;
        if (!Exit || ends(D, Unit, *C))
          continue;
        At = place(Exit->Unit, Exit->At);
        Quick = Exit->Quick;
        Is = Exit->Is;
      }
      if (Is == Shown::No || (StaticsEnd && !Quick))
        continue;
      ExitTold &Told = Exits[{At.File, At.Line, At.Column}];
      Told.At = At;
      Told.Accepted = Is == Shown::Accepted;
      if (Of.OfBody)
        Told.Body = calledByMain(Unit, Main);
      if (llvm::any_of(Told.Tasks, [&](const Unfinished &Other) {
            return Other.Task == D.Task;
          }))
        continue;
      Unfinished New;
      New.Task = D.Task;
      const Item &By = Of.Items[Missed->Item];
      if (!By.Calls.empty()) {
        const Call &C = Main.Calls[By.Calls.front()];
        New.Called = place(Unit, C.At);
        New.Callee = G.nameOf(U.key(C.Callee));
      }
      for (const Step &S : Missed->Path)
        New.Path.push_back({place(Unit, S.At), U.text(S.Text)});
      Told.Tasks.push_back(std::move(New));
    }
  }
}

void Linker::judgeMain(size_t Unit) {
  const UnitFacts &U = *Units[Unit];
  const Function *Main = nullptr, *Body = nullptr;
  for (const Function &F : U.Functions) {
    Main = F.IsMain ? &F : Main;
    Body = F.IsBody ? &F : Body;
  }
  if (!Main)
    return;
  for (const Group &Of : U.Groups)
    if (!Of.OfBody)
      judgeGroup(Unit, *Main, Of);
  // What ends main's body ends the program, unless others run it as well.
  if (!Body || !isRunByMainAlone(U, *Main, *Body))
    return;
  for (const auto &[Key, Told] : Exits)
    for (const Unfinished &T : Told.Tasks)
      ToldOfMain.insert(T.Task);
  for (const Group &Of : U.Groups)
    if (Of.OfBody)
      judgeGroup(Unit, *Body, Of);
}

bool Linker::isRunByMainAlone(const UnitFacts &U, const Function &Main,
                              const Function &Body) const {
  auto MainNode = G.find(U.key(Main.Name)), BodyNode = G.find(U.key(Body.Name));
  return MainNode && BodyNode &&
         llvm::all_of(G.node(*BodyNode).Callers, [&](const Node::Caller &C) {
           return C.Who == *MainNode;
         });
}

void Linker::tellExits() {
  for (auto &[Key, Exit] : Exits) {
    LinkedFinding F;
    F.Check = "joinery-incomplete-work";
    F.At = Exit.At;
    F.Error = isError(F.At.Unit, F.Check);
    F.Accepted = Exit.Accepted;
    F.Message = unfinishedMessage(Exit.Tasks.size());
    llvm::sort(Exit.Tasks, [](const Unfinished &L, const Unfinished &R) {
      return L.Task < R.Task;
    });
    if (Exit.Body)
      F.Story.push_back({Exit.Body->first, "main does nothing but call '" +
                                               Exit.Body->second + "' here"});
    for (const Unfinished &T : Exit.Tasks) {
      const MergedTask &M = G.tasks()[T.Task];
      if (!T.Callee.empty())
        F.Story.push_back(
            {T.Called, "'" + T.Callee + "', called here, starts it"});
      F.Story.push_back(
          {place(M.Unit, M.At), M.Posted ? "the job is handed to the pool here"
                                         : "the task is started here"});
      if (&T == &Exit.Tasks.front())
        F.Story.insert(F.Story.end(), T.Path.begin(), T.Path.end());
      if (auto Wait = G.offeredWait(M)) {
        const Node &N = G.node(*Wait);
        F.Story.push_back(
            {place(N.Unit, N.At),
             "'" + N.Name + "' waits for it, but is not called on this path"});
      }
    }
    Result.Findings.push_back(std::move(F));
  }
}

void Linker::list() {
  for (const MergedTask &M : G.tasks()) {
    const UnitFacts &U = *Units[M.Unit];
    const Task &T = *M.Told;
    LinkedTask Row;
    Row.At = place(M.Unit, M.At);
    Row.In = U.name(T.In);
    Row.How = U.text(T.How);
    Row.Entry = U.text(T.Entry);
    if (T.EntryAt.Line)
      Row.EntryAt = place(M.Unit, T.EntryAt);
    auto Say = [&](const Answer &A) {
      return LinkedAnswer{A.Is, U.text(A.Text)};
    };
    Row.Owner = Say(T.Owner);
    Row.Stop = Say(T.Stop);
    Row.Wait = Say(T.Wait);
    Row.Drop = Say(T.Drop);
    Row.Throw = Say(T.Throw);
    Row.Count = Say(T.Count);
    Row.Delay = Say(T.Delay);
    if (Row.Wait.Is != Worth::Known)
      if (auto Wait = G.offeredWait(M))
        Row.Wait = {Worth::Known, G.node(*Wait).Name};
    if (Row.Owner.Is != Worth::Known && M.GivenUp && !M.Signals.empty() &&
        Row.Wait.Is == Worth::Known)
      Row.Owner = {Worth::Known, "tracked by " + G.nameOf(M.Signals.front())};
    if (!T.EntryAt.Line && M.EntryBody)
      if (auto N = G.find(M.EntryBody); N && G.node(*N).At.Line)
        Row.EntryAt = place(G.node(*N).Unit, G.node(*N).At);
    Row.Units = M.Units;
    Result.Tasks.push_back(std::move(Row));
  }
}

Linked Linker::run() {
  judgeConditionals();
  for (size_t I = 0; I != Units.size(); ++I)
    judgeMain(I);
  tellExits();
  list();
  llvm::sort(Result.Findings,
             [&](const LinkedFinding &L, const LinkedFinding &R) {
               return std::tie(L.At.File, L.At.Line, L.At.Column, L.Check) <
                      std::tie(R.At.File, R.At.Line, R.At.Column, R.Check);
             });
  llvm::sort(Result.Tasks, [&](const LinkedTask &L, const LinkedTask &R) {
    return std::tie(L.At.File, L.At.Line, L.At.Column, L.In) <
           std::tie(R.At.File, R.At.Line, R.At.Column, R.In);
  });
  Result.Disagreements = G.disagreements();
  return std::move(Result);
}

/// What other units do can only take a finding away.
bool Linker::mayHold(const UnitFacts &U, const Condition &C) {
  for (const auto *Keys : {&C.NobodyWaits, &C.NobodyEnds})
    for (SymbolId S : *Keys)
      if (!G.enders(U.key(S)).empty())
        return false;
  for (SymbolId S : C.NobodySignals)
    if (G.isSignalled(U.key(S)))
      return false;
  for (const Condition::Given &Given : C.NoneEnds)
    if (auto N = G.find(U.key(Given.Callee));
        N && G.node(*N).Seen && G.endsParameter(*N, Given.Parameter))
      return false;
  if (C.Destructor)
    if (auto N = G.find(U.key(C.Destructor));
        N && G.node(*N).Seen && keepsMember(*N, U.key(C.Member)))
      return false;
  return true;
}

llvm::DenseSet<uint64_t> Linker::startingKeys() {
  llvm::DenseSet<uint64_t> Keys;
  for (TaskNode T = 0; T != G.tasks().size(); ++T)
    for (NodeId N : G.whoStarts(T))
      Keys.insert(G.node(N).Key);
  return Keys;
}

struct SharedUnits::State {
  llvm::DenseSet<uint64_t> Starting;
  /// Methods that one of those overrides, directly or not.
  llvm::DenseSet<uint64_t> Overridden;
  bool AnyConditional = false;
};

SharedUnits::SharedUnits(llvm::ArrayRef<const UnitFacts *> Units)
    : Known(std::make_unique<State>()) {
  Linker L(Units, /*Complete=*/false);
  Known->Starting = L.startingKeys();
  Known->AnyConditional = L.anyConditional();
  for (const UnitFacts *U : Units)
    for (const Function &F : U->Functions)
      for (SymbolId Base : F.Overrides)
        Known->Overridden.insert(U->key(Base));
}

SharedUnits::~SharedUnits() = default;

bool SharedUnits::concerns(llvm::ArrayRef<const UnitFacts *> Own) {
  if (Known->AnyConditional)
    return true;
  for (const UnitFacts *U : Own) {
    if (asksOthers(*U))
      return true;
    for (const Function &F : U->Functions)
      for (const Call &C : F.Calls)
        if (Known->Starting.contains(U->key(C.Callee)) ||
            (C.Virtual && !Known->Starting.empty() &&
             Known->Overridden.contains(U->key(C.Callee))))
          return true;
  }
  return false;
}

bool asksOthers(const UnitFacts &U) {
  if (!U.Conditionals.empty())
    return true;
  for (const Function &F : U.Functions)
    for (const Effect &E : F.Effects)
      if (E.Does == Deed::Detach || (E.Task && U.Tasks[E.Task - 1].CutOff))
        return true;
  return false;
}

Linked link(llvm::ArrayRef<const UnitFacts *> Units, bool Complete) {
  return Linker(Units, Complete).run();
}

} // namespace joinery::facts
