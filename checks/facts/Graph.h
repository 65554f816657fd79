//===- Graph.h - The call graph of a program --------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The functions of all units, merged by key, with what they do to objects. Two
// kinds of edges: an edge is certain when the call is made by the caller itself
// and has one target; any edge counts when a task's end is looked for, only a
// certain one when its start is. So what is unsure makes the program quieter.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_FACTS_GRAPH_H
#define JOINERY_FACTS_GRAPH_H

#include "facts/Facts.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include <map>
#include <optional>

namespace joinery::facts {

using NodeId = uint32_t;
using TaskNode = uint32_t;

/// Whether it is an end of a task, or hands the duty to somebody else.
inline bool isEnding(Deed D) {
  return D == Deed::Join || D == Deed::GiveOn || D == Deed::Wait;
}

struct MergedEffect {
  Deed Does = Deed::Start;
  Root From = Root::None;
  uint32_t Index = 0;
  uint64_t Key = 0;
  std::optional<TaskNode> Task;
  size_t Unit = 0;
  Site At;
  bool Always = false, Later = false, Quick = false;
  Shown Is = Shown::Yes;
};

struct Node {
  uint64_t Key = 0;
  bool Seen = false; ///< Some unit defines it.
  bool Incomplete = false, IsDestructor = false, ReturnsAsync = false;
  bool NeverReturns = false;
  uint64_t Class = 0, ReturnsOf = 0;
  std::string Name;
  size_t Unit = 0;
  Site At;
  std::vector<MergedEffect> Effects;
  std::vector<NodeId> Overriders; ///< Direct ones.
  struct Caller {
    NodeId Who;
    bool Certain; ///< One target, and called by the caller itself.
    bool Always;  ///< Certain, and under no condition of the caller's.
  };
  std::vector<Caller> Callers;
};

struct MergedTask {
  const Task *Told = nullptr; ///< Of the first unit that has it.
  size_t Unit = 0;
  Site At;
  uint64_t In = 0, Handle = 0, EntryBody = 0;
  std::vector<uint64_t> Signals;
  Tracked Tells = Tracked::No;
  bool CutOff = false, MayFail = false, Daemon = false;
  bool GivenUp = false; ///< Some function detaches it.
  bool Posted = false;
  bool Doubtful = false; ///< Two units tell of it differently.
  std::vector<size_t> Units;
};

class Graph {
public:
  explicit Graph(llvm::ArrayRef<const UnitFacts *> Units);

  const Node &node(NodeId N) const { return Nodes[N]; }
  /// The function of this key, if any unit mentions it.
  std::optional<NodeId> find(uint64_t Key) const;
  llvm::ArrayRef<MergedTask> tasks() const { return Tasks; }
  TaskNode taskOf(size_t Unit, uint32_t Index) const {
    return TaskIds[Unit][Index];
  }
  std::string nameOf(uint64_t Key) const;
  size_t disagreements() const { return Disagree; }

  /// Whether what the function returns is surely an async future.
  bool returnsAsync(uint64_t Function) const;

  /// The functions that a call can reach, overriders included.
  std::vector<NodeId> targets(uint64_t Callee, bool Virtual) const;
  /// The same when there is one, which is seen.
  std::optional<NodeId> onlyTarget(uint64_t Callee, bool Virtual) const;

  /// Stands for whatever was kept: named functions and the lambdas of others.
  NodeId kept() const { return Kept; }
  /// Functions that wait for, join, give up or hand on the object, themselves.
  const llvm::DenseSet<NodeId> &enders(uint64_t Key);
  /// Those, and all that may run one of them.
  const llvm::DenseSet<NodeId> &whoEnds(uint64_t Key);
  /// Functions that surely can start the task: they or what they call.
  const llvm::DenseSet<NodeId> &whoStarts(TaskNode T);
  /// Those of them that start it whenever they are called.
  const llvm::DenseSet<NodeId> &whoAlwaysStarts(TaskNode T);
  /// Whether this deed makes the task one that somebody has to wait for.
  bool isDue(TaskNode T, Deed D) const;
  /// Whether the function may end what its parameter names. Unseen: yes.
  bool endsParameter(NodeId N, uint32_t Parameter) const;
  bool mayEnd(uint64_t Callee, bool Virtual, uint32_t Parameter) const;
  bool isStarted(uint64_t Key) const { return Started.contains(Key); }
  bool isSignalled(uint64_t Key) const { return Signalled.contains(Key); }
  /// The objects on which the function, or what it may run, ends waits.
  std::vector<uint64_t> signalsOf(NodeId N) const;
  /// Whether an object with static storage ends it in its destructor.
  bool staticsEnd(uint64_t Key);
  /// An exit of the program that the function surely can reach, or null.
  const MergedEffect *exitFrom(NodeId N) const;
  /// Whether the function hands its object to code without facts.
  bool losesThis(uint64_t Function) const { return Losing.contains(Function); }
  /// The same of all that the function may run.
  bool mayLoseThis(NodeId N) const;
  /// A function that waits for the task, best a method of the class that
  /// starts it and no destructor.
  std::optional<NodeId> offeredWait(const MergedTask &T);

private:
  NodeId intern(uint64_t Key);
  NodeId laterOf(NodeId N);
  void connect(NodeId From, NodeId To, bool Certain, bool Always = false);
  void mergeTasks();
  void mergeFunctions();
  void merge(NodeId N,
             llvm::ArrayRef<std::pair<size_t, const Function *>> From);
  void connect();
  void findParameterEnds();
  void findExits();
  enum class By { Any, Certain, Always };
  llvm::DenseSet<NodeId> reaching(llvm::DenseSet<NodeId> From, By Edges) const;

  llvm::ArrayRef<const UnitFacts *> Units;
  std::vector<Node> Nodes;
  llvm::DenseMap<uint64_t, NodeId> Ids;
  std::vector<MergedTask> Tasks;
  std::vector<std::vector<TaskNode>> TaskIds;
  std::vector<NodeId> Statics;
  NodeId Kept = 0;
  /// What a function does in lambdas that it keeps, as a node of its own.
  llvm::DenseMap<NodeId, NodeId> LaterOf;
  size_t Disagree = 0;

  using Given = std::pair<NodeId, uint32_t>; ///< A function's parameter.
  std::map<uint64_t, llvm::DenseSet<NodeId>> Enders, Reaching;
  std::map<TaskNode, llvm::DenseSet<NodeId>> Starting, AlwaysStarting;
  std::vector<std::vector<NodeId>> Callees; ///< Any edge, forward.
  llvm::DenseSet<Given> ParameterEnds;
  llvm::DenseMap<NodeId, const MergedEffect *> Exits;
  llvm::DenseSet<uint64_t> Started, Signalled, Losing;
};

} // namespace joinery::facts

#endif // JOINERY_FACTS_GRAPH_H
