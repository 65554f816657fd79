//===- Model.h - What a library's calls mean for tasks ---------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Knowledge of libraries as data. A model is made of YAML files (the shipped
// ones are embedded, see libraries/) and answers one question: what does this
// type, constructor, member call or function call mean for tasks, handles,
// channels and signals? No analysis compares a function's name itself.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_MODEL_MODEL_H
#define JOINERY_MODEL_MODEL_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSet.h"
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace clang {
class CXXConstructorDecl;
class CXXMethodDecl;
class CXXRecordDecl;
class Expr;
class FunctionDecl;
class NamedDecl;
class QualType;
class RecordDecl;
} // namespace clang

namespace joinery::model {

/// What a type is for. The names in YAML are the same in lower case with
/// dashes (wait-group).
enum class Role {
  Thread,       ///< A handle through which a task is joined.
  Future,       ///< A result handle.
  Promise,      ///< The sending end of one result; `signal` fulfils it.
  PackagedTask, ///< A callable whose result goes to a future.
  Channel,
  WaitGroup,
  Latch,
  Barrier,
  Semaphore,
  Condition, ///< A condition variable.
  Event,
  StopSource,
  StopToken,
  Pool,   ///< Runs posted jobs on threads of its own.
  Scope,  ///< A group of tasks that is waited for as one.
  Atomic, ///< std::atomic and its kin: counters and flags.
  Mutex,
  Lock,    ///< A scoped lock.
  Wrapper, ///< std::reference_wrapper: a reference in an object.
  View,    ///< Shows memory of another object: string_view, span.
  Value,   ///< Only named for its members (throwing accessors).
};

/// What a call does. In YAML a type's member lists are `spawn: [..]`,
/// `timed-join: [..]` and so on; a function entry says `does: spawn`.
enum class Op {
  Spawn,
  Join,
  TimedJoin,
  Detach,
  Joinable, ///< Tests whether a handle still holds a task (joinable, valid).
  Send,
  TrySend,
  TimedSend,
  StoppableSend,
  Receive,
  TryReceive,
  TimedReceive,
  StoppableReceive,
  Close,
  IsClosed,
  CountUp,
  Signal, ///< Raises a completion signal (count_down, done, set_value, notify).
  Wait,
  TryWait,
  TimedWait,
  SignalAndWait, ///< latch::arrive_and_wait, barrier::arrive_and_wait.
  Drop,          ///< barrier::arrive_and_drop.
  GetFuture,     ///< The future of a promise or packaged task.
  Share,         ///< future::share: same task, new handle.
  Release,       ///< Gives up ownership without ending the task (release()).
  NativeHandle,  ///< Escape of the handle.
  RequestStop,
  TestStop,
  GetStop, ///< get_token, get_stop_source, get_stop_token.
  Stop,    ///< A pool's or loop's stop: running jobs end, queued are dropped.
  Run,     ///< Blocks while serving an event loop (io_context::run).
  Sleep,
  Duration, ///< Makes a length of time of a number (absl::Seconds).
  Minimum,  ///< std::min: is at most each of its arguments.
  Exit,     ///< Ends the program with atexit and static destructors (exit).
  QuickExit,
  CutOff,       ///< abort, _exit, terminate: meant to cut tasks off.
  ExitThread,   ///< pthread_exit, thrd_exit: ends the calling task only.
  AtExit,       ///< Registers a function that runs at exit.
  SelfHandle,   ///< pthread_self, this_thread::get_id.
  SetDetached,  ///< pthread_attr_setdetachstate.
  Initialize,   ///< sem_init: the object begins with a count.
  BlockForever, ///< pause(), sigwait loops: never gets past in a main.
  Throw,        ///< A standard call that throws on bad input (at, stoi, value).
  Rethrow,      ///< rethrow_exception.
  Move, ///< std::move, std::forward, as_const, addressof: the argument itself.
  Ref,  ///< std::ref, std::cref: a reference to the argument.
  Bind, ///< std::bind, bind_front: callable 0 with bound arguments.
  MemberFn, ///< std::mem_fn.
  Swap,
  Exchange, ///< std::exchange(object, new): returns the old value.
  Make,     ///< make_unique, make_shared: constructs its template argument.
  ForEach, ///< for_each, ranges::for_each: calls the last argument per element.
  Access, ///< back, front, at, operator[], get, find: an element of the object.
  Insert, ///< push_back, emplace_back, insert, emplace: stores into the object.
  Clear,  ///< clear, reset, pop_back, erase: destroys elements.
  CompletionToken, ///< asio::detached: a value, not a call; see Function::Name.
  Load,            ///< atomic load.
  Store,           ///< atomic store, plain `=`.
  Increment,       ///< fetch_add.
  Decrement,       ///< fetch_sub.
  Invoke,          ///< std::invoke, std::apply: calls the first argument.
};

/// What happens to a running task when its handle is dropped.
enum class OnDestroy {
  Nothing,
  Terminate,
  Join,
  StopAndJoin,
  Detach,  ///< Given up silently.
  Abandon, ///< Leaks; queued work of a pool is dropped.
  Block,   ///< The destructor waits (async futures).
};

enum class OnThrow { Terminate, Capture };
enum class Blocks { Thread, Coroutine, Awaited };
enum class TimeUnit {
  None,
  Nanoseconds,
  Microseconds,
  Milliseconds,
  Seconds,
  Minutes,
  Hours,
  Timespec
};

/// The capacity of a channel or the initial count of a latch, semaphore, ...
struct Count {
  std::optional<unsigned> ConstructorArgument;
  std::optional<unsigned> TemplateArgument;
  std::optional<long> Fixed;
  std::optional<long> Default; ///< When the constructor argument is missing.
  long Usable = 0;             ///< -1: a ring holds one less than asked for.
  bool PowerOfTwo = false;     ///< Of the argument; others are errors.
  bool Unlimited = false;
};

/// Where the handle of a C API is: an argument, or what it points to.
struct HandleAt {
  std::optional<unsigned> Argument;
  bool Returned = false;
};

enum class Returns { Nothing, Thread, Future, AsyncFuture };

/// `entry: last`: the entry is the last argument that the call writes out.
constexpr unsigned LastArgument = ~0u;

/// An argument that may stand before the entry and moves it by Arguments
/// (std::launch by one; std::allocator_arg_t, with its allocator, by two).
struct Policy {
  std::string Type;
  unsigned Arguments = 1;
};

/// One type of a library.
struct Type {
  std::string
      Name; ///< Qualified, inline namespaces and template arguments left out.
  std::string Library; ///< As shown in messages.
  /// Names of implementation classes that hold members of this type
  /// (std::__basic_future); found under each of them.
  std::vector<std::string> Also;
  model::Role Role = model::Role::Value;
  /// Member name (without class) to what it does; "constructor" for spawn.
  llvm::StringMap<Op> Members;
  /// Members that throw what the task threw (future::get).
  llvm::StringSet<> Rethrowing;
  /// A copy shares the object with the original (shared_ptr).
  bool Sharing = false;
  /// The handle of the same use that joins when it dies; may be empty.
  std::string Joining;
  /// Constructor argument that is called when the owned object dies.
  std::optional<unsigned> Deleter;
  /// Members that throw on bad input, whatever else they do (vector::at both
  /// accesses and throws). One that only throws is Op::Throw in Members too.
  llvm::StringSet<> Throwing;
  bool SpawnsInConstructor = false;
  unsigned Entry = 0; ///< Index of the entry argument of spawning members.
  std::vector<Policy> Policies; ///< See Lookup::entryArgument.
  model::Returns Returns = model::Returns::Nothing; ///< Of spawning members.
  model::OnDestroy OnDestroy = model::OnDestroy::Nothing;
  model::OnThrow OnThrow = model::OnThrow::Terminate;
  std::optional<Count> Capacity; ///< Of a channel.
  std::optional<Count> Initial;  ///< Of a latch, semaphore, wait group.
  long MinimumCapacity = 0;      ///< Smallest legal constructor argument.
  bool CloseReleasesSender = false;
  bool CloseReleasesReceiver = false;
  bool DestroyReleasesSender = false; ///< Destructor closes (Boost.Fiber).
  bool CloseTwiceIsError = false;
  bool JoinTwiceIsError = true; ///< Of a thread (QThread: harmless).
  bool Reopens = false; ///< A close only wakes those who wait at the time.
  model::Blocks Blocks = model::Blocks::Thread;
  std::string
      Because; ///< A reason for `OnDestroy` that messages quote; may be empty.
};

/// One free function (or static or qualified member function) of a library.
struct Function {
  std::string Name;
  std::string Library;
  Op Does = Op::Throw;
  /// The entry applies only where the callee is a C function (extern "C").
  bool IsC = false;
  /// `when`: the entry applies only to overloads with this many parameters, or
  /// whose parameter TypedParameter is of this modelled or named type.
  std::optional<unsigned> Parameters;
  std::optional<unsigned> TypedParameter;
  std::string ParameterType;
  unsigned Entry = 0;
  std::vector<Policy> Policies; ///< See Lookup::entryArgument.
  std::optional<unsigned>
      EntryArgument; ///< Where the entry's argument is (pthread_create: 3).
  std::optional<unsigned>
      Object; ///< Argument that is the channel, semaphore, ...
  std::optional<unsigned> Lock;
  HandleAt Handle;
  bool TaskDetached = false; ///< `task: detached`.
  /// Argument with an attribute object that SetDetached may have marked.
  std::optional<unsigned> Attribute;
  std::optional<long> Value; ///< SetDetached: the constant that means detached.
  std::optional<unsigned> Count; ///< Initialize: the argument with the count.
  model::OnThrow OnThrow = model::OnThrow::Terminate;
  model::Returns Returns = model::Returns::Nothing;
  std::optional<unsigned> DurationArgument;
  TimeUnit DurationUnit = TimeUnit::None;
};

/// The meaning of one call, looked up by its callee.
struct Meaning {
  Op Does;
  /// For members: the modelled type of the class that declares it. The type of
  /// the object can be a nearer one (std::shared_future::wait is declared by
  /// the base that it shares with std::future).
  const Type *OfType = nullptr;
  const Function *OfFunction = nullptr; ///< For free functions.
  bool Throws = false;   ///< The call throws on bad input, whatever Does says.
  bool Rethrows = false; ///< The call throws what the task threw.
};

/// A problem in a model file: where and what was expected.
struct ModelError {
  std::string File;
  unsigned Line = 0;
  unsigned Column = 0;
  std::string Message;
  /// "file:line:column: message"
  std::string str() const;
};

/// The merged model. Immutable once made; look-ups are cached per declaration
/// of one AST, so use one `Lookup` (below) per translation unit.
class Model {
public:
  /// The shipped libraries alone. Never fails (a test loads each).
  static const Model &shipped();

  /// The shipped libraries with user files on top. Entries of a file for a
  /// name that is known replace it. A malformed or missing file contributes
  /// nothing and adds to \p Errors.
  static std::shared_ptr<const Model> load(llvm::ArrayRef<std::string> Files,
                                           std::vector<ModelError> &Errors);

  /// The type of this name or with this name under `also`.
  const Type *findType(llvm::StringRef QualifiedName) const;
  /// The first entry of this name.
  const Function *findFunction(llvm::StringRef QualifiedName) const;
  /// All entries of this name: several where `when` tells overloads apart.
  llvm::ArrayRef<const Function *>
  findFunctions(llvm::StringRef QualifiedName) const;
  /// Whether some function or member has this last name component; a cheap
  /// first test.
  bool knowsName(llvm::StringRef Identifier) const;
  /// Whether some type has this last name component.
  bool knowsTypeName(llvm::StringRef Identifier) const;

  llvm::ArrayRef<const Type *> types() const { return TypeOrder; }
  llvm::ArrayRef<const Function *> functions() const { return FunctionOrder; }

private:
  friend class Loader;
  void index();

  std::vector<std::unique_ptr<Type>> OwnedTypes;
  std::vector<std::unique_ptr<Function>> OwnedFunctions;
  llvm::StringMap<const Type *> Types;
  llvm::StringMap<llvm::SmallVector<const Function *, 1>> Functions;
  llvm::StringSet<> Names;
  llvm::StringSet<> TypeNames;
  std::vector<const Type *> TypeOrder;
  std::vector<const Function *> FunctionOrder;
};

/// Look-ups of one AST's declarations in a model, cached.
class Lookup {
public:
  explicit Lookup(const Model &M) : M(M) {}

  /// The modelled type that \p Record is or derives from, or null. The
  /// nearest base wins.
  const Type *type(const clang::RecordDecl *Record);
  /// The same for a type, seen through references, pointers *not*. Names of
  /// typedefs count (pthread_t is an integer), and `_Atomic` is the C type.
  const Type *type(clang::QualType T);

  /// What calling \p Callee means; std::nullopt when the model does not know
  /// it. Constructors that spawn are Op::Spawn. A member function with a
  /// visible body of a class that merely derives from a modelled type speaks
  /// for itself: unknown.
  std::optional<Meaning> call(const clang::FunctionDecl *Callee);

  /// The index in \p Args of the entry of a call that means \p What (a spawn,
  /// an `atexit`, ...): Entry, moved by leading policies, or the last written
  /// argument. std::nullopt when the call has no such argument.
  std::optional<unsigned>
  entryArgument(const Meaning &What, llvm::ArrayRef<const clang::Expr *> Args);

  const Model &model() const { return M; }

private:
  const Type *exactType(const clang::RecordDecl *Record);
  const Type *asBuilt(const Type *T, const clang::RecordDecl *Record);
  std::optional<Meaning> classify(const clang::FunctionDecl *Callee);
  std::optional<Meaning> member(const clang::CXXMethodDecl *Method,
                                llvm::StringRef Name);
  std::optional<Meaning> constructor(const clang::CXXConstructorDecl *Made);
  const Function *overload(llvm::StringRef Name,
                           const clang::FunctionDecl *Callee);

  const Model &M;
  llvm::DenseMap<const clang::RecordDecl *, const Type *> Records;
  /// Types whose destructors do by their bodies what the model does not say;
  /// null for those that it describes.
  llvm::DenseMap<const clang::RecordDecl *, std::unique_ptr<Type>> Built;
  llvm::DenseMap<const clang::FunctionDecl *, std::optional<Meaning>> Calls;
};

/// What an enumerator of a timed operation's status says: std::future_status,
/// std::cv_status, boost::fibers::channel_op_status and their like.
enum class Status { Success, Failure, Other };
Status statusOf(llvm::StringRef Enumerator);

/// Whether an object of this type has to do with a task: locks, views and
/// values have not. Null is no type.
bool carriesTask(const Type *T);

/// Whether a call of \p F means that the program has tasks. What any program
/// does (it ends, sleeps, throws, moves, fills containers) does not.
bool namesTask(const Function &F);

/// The qualified name by which the model knows a declaration: inline and
/// anonymous namespaces and template arguments left out.
std::string qualifiedName(const clang::NamedDecl *Decl);

} // namespace joinery::model

#endif // JOINERY_MODEL_MODEL_H
