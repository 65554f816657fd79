//===- Facts.h - What a unit tells the rest of its program ------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Plain data, free of any AST, so that it can be written, read and linked by
// code that never saw the source. Everything is an index into a table of the
// unit: functions, members, variables and classes are symbols, keyed by a hash
// of Clang's USR (what has internal linkage, of the unit's name as well); texts
// and files are shared. Nothing in it depends on the machine, the order of a
// hash table or the time.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_FACTS_FACTS_H
#define JOINERY_FACTS_FACTS_H

#include <cstdint>
#include <string>
#include <vector>

namespace joinery::facts {

/// An index into UnitFacts::Symbols; 0 is no symbol.
using SymbolId = uint32_t;
/// An index into UnitFacts::Texts; 0 is the empty text.
using TextId = uint32_t;

/// LLVM's hash tables keep the two largest numbers for themselves.
constexpr uint64_t MaxKey = ~uint64_t(0) - 2;

struct Symbol {
  uint64_t Key = 0;
  TextId Name = 0; ///< Qualified; empty where no message needs it.
};

/// A place in the source. Line 0 is no place.
struct Site {
  TextId File = 0; ///< Relative to the folder of the compile command.
  uint32_t Line = 0;
  uint32_t Column = 0; ///< In bytes, from 1.
};

/// What a function does to an object that code elsewhere can reach. The order
/// is part of the format.
enum class Deed : uint8_t {
  Start,
  Post,
  Detach,
  Join,   ///< Or waits for it with a deadline.
  GiveOn, ///< Moves it out, releases or empties it, hands it to code unseen.
  Signal, ///< Counts down, sets, sends, closes: something that ends a wait.
  CountUp,
  Wait, ///< Or receives, with or without a deadline.
  Exit, ///< Ends the program.
  Last = Exit,
};

/// How a function reaches an object.
enum class Root : uint8_t {
  None,
  Parameter,
  This,
  Last = This,
};

struct Object {
  Root From = Root::None;
  uint32_t Index = 0; ///< Of a parameter.
  /// The member or global variable that is meant; 0 when there is none, so
  /// that the object is the root itself.
  SymbolId Key = 0;

  friend bool operator==(const Object &A, const Object &B) {
    return A.From == B.From && A.Index == B.Index && A.Key == B.Key;
  }
  friend bool operator<(const Object &A, const Object &B) {
    if (A.From != B.From)
      return A.From < B.From;
    if (A.Index != B.Index)
      return A.Index < B.Index;
    return A.Key < B.Key;
  }
};

/// Whether a finding at a place is shown.
enum class Shown : uint8_t {
  Yes,
  Accepted, ///< A comment of the source silences it.
  No,       ///< Nobody asks for it: its check is off, its header left out.
  Last = No,
};

struct Effect {
  Deed Does = Deed::Start;
  Object On;
  uint32_t Task = 0; ///< Start, Post, Detach: index into Tasks plus 1.
  Site At;
  bool Always = false; ///< Under no condition of the function's own.
  bool Later = false; ///< In a callable that is kept and called later, if ever.
  bool Quick = false; ///< Exit: neither handlers nor destructors run.
  Shown Is = Shown::Yes; ///< Exit: what would be found here.
};

/// What a call hands to its callee.
struct Argument {
  static constexpr uint32_t ThisIndex = ~0u;
  uint32_t Parameter = 0; ///< Of the callee; ThisIndex: its object.
  Object Is;
};

struct Call {
  SymbolId Callee = 0;
  Site At; ///< Only in main and its body, which show it.
  std::vector<Argument> Arguments;
  bool Virtual = false; ///< Any method that overrides the callee may run.
  bool Later = false; ///< Named, not called: kept, posted, the entry of a task.
  bool Always = false; ///< Under no condition of the function's own.
  bool Answers =
      false; ///< The callee has a result, which may say that it failed.
};

struct Function {
  SymbolId Name = 0;
  SymbolId Class = 0; ///< Of a method.
  Site At;
  bool IsMain = false;
  bool IsBody = false; ///< All that main does is to call it once.
  bool IsDestructor = false;
  bool ReturnsAsync = false; ///< A future whose destructor waits for a task.
  SymbolId ReturnsOf = 0;    ///< All that it returns is the result of this one.
  bool CallsKept = false;    ///< By a pointer or an object: any that was kept.
  bool NeverReturns = false; ///< All of its paths end the program or the task.
  /// The body was too large or recursive: what is said is not all.
  bool Incomplete = false;
  std::vector<Effect> Effects;
  std::vector<Call> Calls;
  std::vector<SymbolId> Overrides;
};

/// One line of a finding's story.
struct Step {
  Site At;
  TextId Text = 0;
};

/// What an answer of the inventory is worth.
enum class Worth : uint8_t { Known, Unknown, Nobody, Last = Nobody };

struct Answer {
  Worth Is = Worth::Unknown;
  TextId Text = 0;
};

/// How a task stands to code that could wait for its end.
enum class Tracked : uint8_t {
  No,      ///< It tells nobody that it ends.
  Yes,     ///< It signals on each of `Signals`.
  Unknown, ///< It may signal on what has no name outside.
  Last = Unknown,
};

struct Task {
  Site At;
  SymbolId In = 0; ///< The function that starts it.
  TextId How = 0;  ///< "std::thread"
  TextId Entry = 0;
  Site EntryAt;
  /// The member or global variable that keeps the handle, if one does.
  SymbolId Handle = 0;
  Tracked Tells = Tracked::No;
  /// Members and global variables that its entry signals.
  std::vector<SymbolId> Signals;
  /// The entry, where the unit does not see its body.
  SymbolId EntryBody = 0;
  /// An exit of the program cuts it off, if it is held: a C thread, a pool that
  /// drops its jobs.
  bool CutOff = false;
  /// The call that starts it can fail, and says so.
  bool MayFail = false;
  /// A daemon by design, or silenced where it starts.
  bool Daemon = false;
  Answer Owner, Stop, Wait, Drop, Throw, Count, Delay;
};

/// What main calls, in one group of calls that share an object, or none.
struct Item {
  std::vector<uint32_t> Calls;   ///< Indices into main's calls; equal ones.
  std::vector<uint32_t> Effects; ///< Indices into main's effects.
};

/// A path on which an item happens and all of `Avoids` do not.
struct Avoiding {
  uint32_t Item = 0;
  /// The path asks for something that the item may have decided: its result,
  /// its object, a global variable.
  bool Asks = false;
  std::vector<uint64_t> Avoids; ///< Bit sets of items; each is one path.
  std::vector<Step> Path;       ///< The branches of one of them.
};

/// A point at which main ends, or hands control to what may end the program.
struct Point {
  /// Index of the item that is about to be called; ~0 for an exit of main.
  uint32_t Before = ~0u;
  Site At;
  bool Quick = false;
  bool ByCall = false; ///< exit(): objects of main are not destroyed.
  Shown Is = Shown::Yes;
  std::vector<Avoiding> Paths;
};

struct Group {
  bool Shared = false;     ///< By an object; else the calls without any.
  bool OfBody = false;     ///< See Function::IsBody; else of main.
  std::vector<Item> Items; ///< At most 64.
  std::vector<Point> Points;
};

/// A defect, if what the unit does not see is as the condition says. All parts
/// must hold; what remains unknown after linking holds not.
struct Condition {
  struct Given {
    SymbolId Callee = 0;
    uint32_t Parameter = 0;
  };
  /// None of these functions joins, gives up, keeps or hands on its parameter.
  std::vector<Given> NoneEnds;
  /// This function returns a future whose destructor waits.
  SymbolId ReturnsAsync = 0;
  /// Some function of the program starts a task into this object.
  SymbolId Started = 0;
  /// This destructor neither joins nor gives up nor hands on `Member`.
  SymbolId Destructor = 0, Member = 0;
  /// No function of the program waits for (or, with NobodyEnds, joins, gives
  /// up or hands on; with NobodySignals, ends a wait on) one of these objects.
  std::vector<SymbolId> NobodyWaits, NobodyEnds, NobodySignals;
  /// All of these functions, which could, are seen.
  std::vector<SymbolId> Seen;
};

struct Conditional {
  TextId Check = 0; ///< "joinery-detached-thread"
  Site At;
  TextId Message = 0;
  std::vector<Step> Story;
  Shown Is = Shown::Yes; ///< What nobody asks for is not told.
  Condition If;
};

/// The facts of one unit.
struct UnitFacts {
  TextId Name = 0; ///< The main file, relative to the folder of the command.
  std::vector<std::string> Texts{""};
  std::vector<Symbol> Symbols{{}};
  std::vector<Function> Functions; ///< Sorted by key.
  std::vector<Task> Tasks;         ///< In order of the source.
  std::vector<Conditional> Conditionals;
  /// Checks whose findings in this unit are errors.
  std::vector<TextId> Errors;
  std::vector<Group> Groups; ///< Of main and its body, when they are here.
  /// Destructors of objects with static storage.
  std::vector<SymbolId> Statics;
  /// Functions that initializers of global variables name.
  std::vector<SymbolId> Named;
  /// Functions defined here that do nothing of all this, sorted: callers
  /// elsewhere must know that they were seen.
  std::vector<uint64_t> Idle;

  const std::string &text(TextId T) const { return Texts[T]; }
  const std::string &name(SymbolId S) const { return Texts[Symbols[S].Name]; }
  uint64_t key(SymbolId S) const { return Symbols[S].Key; }
};

} // namespace joinery::facts

#endif // JOINERY_FACTS_FACTS_H
