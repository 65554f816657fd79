//===- Graph.cpp - The call graph of a program ----------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "facts/Graph.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringRef.h"
#include <deque>
#include <set>

namespace joinery::facts {

Graph::Graph(llvm::ArrayRef<const UnitFacts *> Units) : Units(Units) {
  Nodes.push_back({});
  Kept = static_cast<NodeId>(Nodes.size());
  Nodes.push_back({});
  Nodes.back().Seen = true;
  mergeTasks();
  mergeFunctions();
  connect();
  findParameterEnds();
  findExits();
}

NodeId Graph::intern(uint64_t Key) {
  auto [At, New] = Ids.try_emplace(Key, static_cast<NodeId>(Nodes.size()));
  if (New) {
    Nodes.push_back({});
    Nodes.back().Key = Key;
  }
  return At->second;
}

NodeId Graph::laterOf(NodeId N) {
  auto [At, New] = LaterOf.try_emplace(N, static_cast<NodeId>(Nodes.size()));
  if (New) {
    Node Later;
    Later.Seen = true;
    Later.Class = Nodes[N].Class;
    Later.Name = Nodes[N].Name;
    Nodes.push_back(std::move(Later));
  }
  return At->second;
}

std::optional<NodeId> Graph::find(uint64_t Key) const {
  auto At = Ids.find(Key);
  return At == Ids.end() ? std::nullopt : std::optional<NodeId>(At->second);
}

std::string Graph::nameOf(uint64_t Key) const {
  if (auto N = find(Key); N && !Nodes[*N].Name.empty())
    return Nodes[*N].Name;
  for (const UnitFacts *U : Units)
    for (const Symbol &S : U->Symbols)
      if (S.Key == Key && S.Name)
        return U->text(S.Name);
  return "";
}

/// A task of a header is one task, however many units have it.
void Graph::mergeTasks() {
  std::map<std::tuple<llvm::StringRef, uint32_t, uint32_t, uint64_t>, TaskNode>
      Known;
  TaskIds.resize(Units.size());
  for (size_t I = 0; I != Units.size(); ++I) {
    const UnitFacts &U = *Units[I];
    for (const Task &T : U.Tasks) {
      auto [At, New] = Known.try_emplace(
          {U.text(T.At.File), T.At.Line, T.At.Column, U.key(T.In)},
          static_cast<TaskNode>(Tasks.size()));
      TaskIds[I].push_back(At->second);
      std::vector<uint64_t> Signals;
      for (SymbolId S : T.Signals)
        Signals.push_back(U.key(S));
      llvm::sort(Signals);
      if (!New) {
        MergedTask &Old = Tasks[At->second];
        if (Old.Units.empty() || Old.Units.back() != I)
          Old.Units.push_back(I);
        Old.Daemon |= T.Daemon;
        Old.Doubtful |= Old.Tells != T.Tells || Old.Signals != Signals ||
                        Old.CutOff != T.CutOff;
        continue;
      }
      MergedTask M;
      M.Told = &T;
      M.Unit = I;
      M.At = T.At;
      M.In = U.key(T.In);
      M.Handle = T.Handle ? U.key(T.Handle) : 0;
      M.EntryBody = T.EntryBody ? U.key(T.EntryBody) : 0;
      M.Signals = std::move(Signals);
      M.Tells = T.Tells;
      M.CutOff = T.CutOff;
      M.MayFail = T.MayFail;
      M.Daemon = T.Daemon;
      M.Units = {I};
      Tasks.push_back(std::move(M));
    }
  }
  for (const MergedTask &T : Tasks)
    Disagree += T.Doubtful;
}

static bool isLoud(Deed D) {
  return D == Deed::Start || D == Deed::Post || D == Deed::Detach ||
         D == Deed::Exit;
}

void Graph::merge(NodeId N,
                  llvm::ArrayRef<std::pair<size_t, const Function *>> From) {
  Node &To = Nodes[N];
  To.Seen = true;
  // What is loud must be told by all units alike.
  using Loud = std::tuple<Deed, uint64_t, std::optional<TaskNode>, bool>;
  std::map<Loud, size_t> Told;
  for (const auto &[Unit, F] : From) {
    std::set<Loud> Here;
    for (const Effect &E : F->Effects)
      if (isLoud(E.Does))
        Here.insert({E.Does, Units[Unit]->key(E.On.Key),
                     E.Task ? std::optional<TaskNode>(TaskIds[Unit][E.Task - 1])
                            : std::nullopt,
                     E.Later});
    for (const Loud &L : Here)
      ++Told[L];
  }
  bool Differ = llvm::any_of(
      Told, [&](const auto &One) { return One.second != From.size(); });
  Disagree += Differ;
  std::set<
      std::tuple<Deed, Root, uint32_t, uint64_t, std::optional<TaskNode>, bool>>
      Seen;
  for (const auto &[Unit, F] : From) {
    const UnitFacts &U = *Units[Unit];
    if (To.Name.empty()) {
      To.Name = U.name(F->Name);
      To.Unit = Unit;
      To.At = F->At;
      To.Class = F->Class ? U.key(F->Class) : 0;
    }
    To.Incomplete |= F->Incomplete;
    To.IsDestructor |= F->IsDestructor;
    To.ReturnsAsync =
        F->ReturnsAsync && (F == From.front().second || To.ReturnsAsync);
    uint64_t ReturnsOf = F->ReturnsOf ? U.key(F->ReturnsOf) : 0;
    To.ReturnsOf =
        F == From.front().second || To.ReturnsOf == ReturnsOf ? ReturnsOf : 0;
    To.NeverReturns |= F->NeverReturns;
    for (const Effect &E : F->Effects) {
      MergedEffect M;
      M.Does = E.Does;
      M.From = E.On.From;
      M.Index = E.On.Index;
      M.Key = U.key(E.On.Key);
      if (E.Task)
        M.Task = TaskIds[Unit][E.Task - 1];
      M.Unit = Unit;
      M.At = E.At;
      M.Always = E.Always;
      M.Later = E.Later;
      M.Quick = E.Quick;
      M.Is = E.Is;
      if (isLoud(E.Does) &&
          Told[{M.Does, M.Key, M.Task, M.Later}] != From.size())
        continue;
      if (Seen.insert({M.Does, M.From, M.Index, M.Key, M.Task, M.Later}).second)
        To.Effects.push_back(M);
    }
  }
}

void Graph::mergeFunctions() {
  std::map<uint64_t, std::vector<std::pair<size_t, const Function *>>> ByKey;
  for (size_t I = 0; I != Units.size(); ++I) {
    const UnitFacts &U = *Units[I];
    for (const Function &F : U.Functions)
      ByKey[U.key(F.Name)].push_back({I, &F});
    for (uint64_t Key : U.Idle)
      Nodes[intern(Key)].Seen = true;
  }
  for (const auto &[Key, From] : ByKey)
    merge(intern(Key), From);
  for (const auto &[Key, From] : ByKey)
    for (const auto &[Unit, F] : From)
      for (SymbolId Base : F->Overrides) {
        std::vector<NodeId> &Of =
            Nodes[intern(Units[Unit]->key(Base))].Overriders;
        if (!llvm::is_contained(Of, Ids[Key]))
          Of.push_back(Ids[Key]);
      }
  for (Node &N : Nodes)
    for (const MergedEffect &E : N.Effects) {
      if (E.Task && (E.Does == Deed::Detach))
        Tasks[*E.Task].GivenUp = true;
      if (E.Task && E.Does == Deed::Post)
        Tasks[*E.Task].Posted = true;
      if (!E.Key)
        continue;
      if (E.Does == Deed::Start)
        Started.insert(E.Key);
      if (E.Does == Deed::Signal || E.Does == Deed::Start ||
          E.Does == Deed::GiveOn)
        Signalled.insert(E.Key);
    }
  // A pointer with static storage may own an object of a derived class.
  for (const UnitFacts *U : Units)
    for (SymbolId S : U->Statics) {
      std::vector<NodeId> All = targets(U->key(S), /*Virtual=*/true);
      if (All.empty())
        Statics.push_back(intern(U->key(S)));
      Statics.insert(Statics.end(), All.begin(), All.end());
    }
}

bool Graph::returnsAsync(uint64_t Function) const {
  llvm::DenseSet<uint64_t> Known;
  while (Function && Known.insert(Function).second) {
    auto N = find(Function);
    if (!N || Nodes[*N].Incomplete)
      return false;
    if (Nodes[*N].ReturnsAsync)
      return true;
    Function = Nodes[*N].ReturnsOf;
  }
  return false;
}

std::vector<NodeId> Graph::targets(uint64_t Callee, bool Virtual) const {
  auto First = find(Callee);
  if (!First)
    return {};
  if (!Virtual)
    return {*First};
  std::vector<NodeId> All;
  llvm::DenseSet<NodeId> Known{*First};
  std::deque<NodeId> Work{*First};
  while (!Work.empty()) {
    NodeId N = Work.front();
    Work.pop_front();
    if (Nodes[N].Seen)
      All.push_back(N);
    for (NodeId O : Nodes[N].Overriders)
      if (Known.insert(O).second)
        Work.push_back(O);
  }
  return All;
}

std::optional<NodeId> Graph::onlyTarget(uint64_t Callee, bool Virtual) const {
  std::vector<NodeId> All = targets(Callee, Virtual);
  if (All.size() != 1 || !Nodes[All.front()].Seen)
    return std::nullopt;
  return All.front();
}

void Graph::connect() {
  // All callees are known before edges refer to nodes.
  for (const UnitFacts *U : Units)
    for (const Function &F : U->Functions)
      for (const Call &C : F.Calls)
        intern(U->key(C.Callee));
  for (NodeId N = 0, End = static_cast<NodeId>(Nodes.size()); N != End; ++N)
    for (size_t I = 0; I != Nodes[N].Effects.size(); ++I)
      if (Nodes[N].Effects[I].Later) {
        MergedEffect E = Nodes[N].Effects[I];
        Nodes[laterOf(N)].Effects.push_back(std::move(E));
      }
  for (const auto &[N, Later] : LaterOf)
    llvm::erase_if(Nodes[N].Effects,
                   [](const MergedEffect &E) { return E.Later; });
  for (const UnitFacts *U : Units)
    for (const Function &F : U->Functions)
      for (const Call &C : F.Calls)
        if (C.Later)
          laterOf(*find(U->key(F.Name)));
  Callees.resize(Nodes.size());
  std::vector<std::pair<NodeId, NodeId>> Laters(LaterOf.begin(), LaterOf.end());
  for (const auto &[N, Later] : Laters) {
    connect(N, Later, /*Certain=*/false);
    connect(Kept, Later, /*Certain=*/false);
  }
  std::set<std::tuple<NodeId, NodeId, bool, bool>> Known;
  for (const UnitFacts *U : Units) {
    for (const Function &F : U->Functions) {
      NodeId Caller = *find(U->key(F.Name));
      if (F.CallsKept)
        connect(Caller, Kept, /*Certain=*/false);
      for (const Call &C : F.Calls) {
        std::vector<NodeId> To = targets(U->key(C.Callee), C.Virtual);
        bool Certain = !C.Later && To.size() == 1;
        NodeId From = C.Later ? LaterOf[Caller] : Caller;
        bool Always = Certain && C.Always;
        for (NodeId T : To)
          if (Known.insert({From, T, Certain, Always}).second)
            connect(From, T, Certain, Always);
      }
    }
    for (SymbolId S : U->Named)
      if (auto N = find(U->key(S)))
        connect(Kept, *N, /*Certain=*/false);
  }
}

void Graph::connect(NodeId From, NodeId To, bool Certain, bool Always) {
  Nodes[To].Callers.push_back({From, Certain, Always});
  Callees[From].push_back(To);
}

bool Graph::endsParameter(NodeId N, uint32_t Parameter) const {
  return !Nodes[N].Seen || Nodes[N].Incomplete ||
         ParameterEnds.contains({N, Parameter});
}

bool Graph::mayEnd(uint64_t Callee, bool Virtual, uint32_t Parameter) const {
  std::vector<NodeId> All = targets(Callee, Virtual);
  return All.empty() || llvm::any_of(All, [&](NodeId N) {
           return endsParameter(N, Parameter);
         });
}

/// Which parameters a function may end, itself or through what it calls; then
/// which objects it ends by handing them over.
void Graph::findParameterEnds() {
  std::deque<Given> Work;
  auto Add = [&](NodeId N, uint32_t Parameter) {
    if (ParameterEnds.insert({N, Parameter}).second)
      Work.push_back({N, Parameter});
  };
  auto IndexOf = [](Root From, uint32_t Index) -> std::optional<uint32_t> {
    if (From == Root::Parameter)
      return Index;
    if (From == Root::This)
      return Argument::ThisIndex;
    return std::nullopt;
  };
  llvm::DenseMap<NodeId, NodeId> Whose;
  for (const auto &[N, Later] : LaterOf)
    Whose[Later] = N;
  for (NodeId N = 0; N != Nodes.size(); ++N)
    for (const MergedEffect &E : Nodes[N].Effects) {
      if (!isEnding(E.Does) && E.Does != Deed::Detach)
        continue;
      if (E.Key)
        Enders[E.Key].insert(N);
      else if (auto Index = IndexOf(E.From, E.Index))
        Add(Whose.lookup_or(N, N), *Index);
    }
  // Callee's parameter to the callers' that reach it.
  std::map<Given, std::vector<Given>> Passed;
  for (const UnitFacts *U : Units)
    for (const Function &F : U->Functions) {
      NodeId From = *find(U->key(F.Name));
      for (const Call &C : F.Calls) {
        std::vector<NodeId> To = targets(U->key(C.Callee), C.Virtual);
        bool Unseen = To.empty() || llvm::any_of(To, [&](NodeId N) {
                        return !Nodes[N].Seen || Nodes[N].Incomplete;
                      });
        for (const Argument &A : C.Arguments) {
          // Who is handed an object may signal it; a finding that hangs on
          // nobody doing so is not made then.
          if (A.Is.Key)
            Signalled.insert(U->key(A.Is.Key));
          auto Index = A.Is.Key ? std::nullopt : IndexOf(A.Is.From, A.Is.Index);
          if (Unseen && Index && *Index == Argument::ThisIndex)
            Losing.insert(U->key(F.Name));
          if (!Index)
            continue;
          if (Unseen)
            Add(From, *Index);
          for (NodeId N : To)
            Passed[{N, A.Parameter}].push_back({From, *Index});
        }
      }
    }
  while (!Work.empty()) {
    Given Ended = Work.front();
    Work.pop_front();
    auto At = Passed.find(Ended);
    if (At != Passed.end())
      for (const Given &Caller : At->second)
        Add(Caller.first, Caller.second);
  }
  for (const UnitFacts *U : Units)
    for (const Function &F : U->Functions)
      for (const Call &C : F.Calls)
        for (const Argument &A : C.Arguments)
          if (A.Is.Key && mayEnd(U->key(C.Callee), C.Virtual, A.Parameter))
            Enders[U->key(A.Is.Key)].insert(*find(U->key(F.Name)));
}

llvm::DenseSet<NodeId> Graph::reaching(llvm::DenseSet<NodeId> From,
                                       By Edges) const {
  std::deque<NodeId> Work(From.begin(), From.end());
  while (!Work.empty()) {
    NodeId N = Work.front();
    Work.pop_front();
    for (const Node::Caller &C : Nodes[N].Callers)
      if ((Edges == By::Any || (Edges == By::Certain && C.Certain) ||
           C.Always) &&
          From.insert(C.Who).second)
        Work.push_back(C.Who);
  }
  return From;
}

const llvm::DenseSet<NodeId> &Graph::enders(uint64_t Key) {
  return Enders[Key];
}

const llvm::DenseSet<NodeId> &Graph::whoEnds(uint64_t Key) {
  auto [At, New] = Reaching.try_emplace(Key);
  if (New)
    At->second = reaching(Enders[Key], By::Any);
  return At->second;
}

bool Graph::isDue(TaskNode T, Deed D) const {
  if (D == Deed::Detach)
    return true;
  return (D == Deed::Start || D == Deed::Post) && Tasks[T].CutOff &&
         !Tasks[T].GivenUp;
}

const llvm::DenseSet<NodeId> &Graph::whoStarts(TaskNode T) {
  auto [At, New] = Starting.try_emplace(T);
  if (New) {
    llvm::DenseSet<NodeId> Own;
    for (NodeId N = 0; N != Nodes.size(); ++N)
      for (const MergedEffect &E : Nodes[N].Effects)
        if (E.Task == T && !E.Later && isDue(T, E.Does))
          Own.insert(N);
    At->second = reaching(std::move(Own), By::Certain);
  }
  return At->second;
}

const llvm::DenseSet<NodeId> &Graph::whoAlwaysStarts(TaskNode T) {
  auto [At, New] = AlwaysStarting.try_emplace(T);
  if (New && !Tasks[T].MayFail) {
    llvm::DenseSet<NodeId> Own;
    for (NodeId N = 0; N != Nodes.size(); ++N)
      for (const MergedEffect &E : Nodes[N].Effects)
        if (E.Task == T && E.Always && !E.Later && isDue(T, E.Does))
          Own.insert(N);
    At->second = reaching(std::move(Own), By::Always);
  }
  return At->second;
}

std::vector<uint64_t> Graph::signalsOf(NodeId N) const {
  std::vector<uint64_t> Keys;
  llvm::DenseSet<NodeId> Known{N};
  std::deque<NodeId> Work{N};
  while (!Work.empty()) {
    NodeId Next = Work.front();
    Work.pop_front();
    for (const MergedEffect &E : Nodes[Next].Effects)
      if (E.Does == Deed::Signal && E.Key && !llvm::is_contained(Keys, E.Key))
        Keys.push_back(E.Key);
    for (NodeId To : Callees[Next])
      if (Known.insert(To).second)
        Work.push_back(To);
  }
  return Keys;
}

bool Graph::staticsEnd(uint64_t Key) {
  const llvm::DenseSet<NodeId> &Ending = whoEnds(Key);
  return llvm::any_of(
      Statics, [&](NodeId N) { return !Nodes[N].Seen || Ending.contains(N); });
}

/// For each function the nearest exit that it can reach by certain edges.
void Graph::findExits() {
  std::deque<NodeId> Work;
  for (NodeId N = 0; N != Nodes.size(); ++N)
    for (const MergedEffect &E : Nodes[N].Effects)
      if (E.Does == Deed::Exit && !E.Later && Exits.try_emplace(N, &E).second)
        Work.push_back(N);
  while (!Work.empty()) {
    NodeId N = Work.front();
    Work.pop_front();
    for (const Node::Caller &C : Nodes[N].Callers)
      if (C.Certain && Exits.try_emplace(C.Who, Exits.lookup(N)).second)
        Work.push_back(C.Who);
  }
}

const MergedEffect *Graph::exitFrom(NodeId N) const { return Exits.lookup(N); }

bool Graph::mayLoseThis(NodeId N) const {
  llvm::DenseSet<NodeId> Known{N};
  std::deque<NodeId> Work{N};
  while (!Work.empty()) {
    NodeId Next = Work.front();
    Work.pop_front();
    if (Nodes[Next].Incomplete || Losing.contains(Nodes[Next].Key))
      return true;
    for (NodeId To : Callees[Next])
      if (Known.insert(To).second)
        Work.push_back(To);
  }
  return false;
}

std::optional<NodeId> Graph::offeredWait(const MergedTask &T) {
  std::vector<uint64_t> Keys = T.GivenUp ? T.Signals : std::vector<uint64_t>();
  if (!T.GivenUp && T.Handle)
    Keys.push_back(T.Handle);
  auto In = find(T.In);
  uint64_t Class = In ? Nodes[*In].Class : 0;
  std::optional<NodeId> Best;
  auto Rank = [&](NodeId N) {
    return std::make_tuple(Nodes[N].IsDestructor,
                           !Class || Nodes[N].Class != Class, Nodes[N].Name);
  };
  for (uint64_t Key : Keys)
    for (NodeId N : Enders[Key]) {
      bool Waits = llvm::any_of(Nodes[N].Effects, [&](const MergedEffect &E) {
        return E.Key == Key && (E.Does == Deed::Wait || E.Does == Deed::Join) &&
               !E.Later;
      });
      if (Waits && Nodes[N].At.Line && (!Best || Rank(N) < Rank(*Best)))
        Best = N;
    }
  return Best;
}

} // namespace joinery::facts
