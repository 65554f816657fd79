//===- Loader.cpp - Reads model files -------------------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/Loader.h"
#include "model/Yaml.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/Twine.h"
#include <functional>
#include <limits>

namespace joinery::model {

template <typename T> struct Word {
  llvm::StringLiteral Spelling;
  T Value;
};

static constexpr Word<Op> Ops[] = {
    {"spawn", Op::Spawn},
    {"join", Op::Join},
    {"timed-join", Op::TimedJoin},
    {"detach", Op::Detach},
    {"joinable", Op::Joinable},
    {"send", Op::Send},
    {"try-send", Op::TrySend},
    {"timed-send", Op::TimedSend},
    {"stoppable-send", Op::StoppableSend},
    {"receive", Op::Receive},
    {"try-receive", Op::TryReceive},
    {"timed-receive", Op::TimedReceive},
    {"stoppable-receive", Op::StoppableReceive},
    {"close", Op::Close},
    {"is-closed", Op::IsClosed},
    {"count-up", Op::CountUp},
    {"signal", Op::Signal},
    {"wait", Op::Wait},
    {"try-wait", Op::TryWait},
    {"timed-wait", Op::TimedWait},
    {"signal-and-wait", Op::SignalAndWait},
    {"drop", Op::Drop},
    {"get-future", Op::GetFuture},
    {"share", Op::Share},
    {"release", Op::Release},
    {"native-handle", Op::NativeHandle},
    {"request-stop", Op::RequestStop},
    {"test-stop", Op::TestStop},
    {"get-stop", Op::GetStop},
    {"stop", Op::Stop},
    {"run", Op::Run},
    {"sleep", Op::Sleep},
    {"duration", Op::Duration},
    {"minimum", Op::Minimum},
    {"exit", Op::Exit},
    {"quick-exit", Op::QuickExit},
    {"cut-off", Op::CutOff},
    {"exit-thread", Op::ExitThread},
    {"at-exit", Op::AtExit},
    {"self-handle", Op::SelfHandle},
    {"set-detached", Op::SetDetached},
    {"initialize", Op::Initialize},
    {"block-forever", Op::BlockForever},
    {"throw", Op::Throw},
    {"rethrow", Op::Rethrow},
    {"move", Op::Move},
    {"ref", Op::Ref},
    {"bind", Op::Bind},
    {"member-function", Op::MemberFn},
    {"swap", Op::Swap},
    {"exchange", Op::Exchange},
    {"make", Op::Make},
    {"for-each", Op::ForEach},
    {"access", Op::Access},
    {"insert", Op::Insert},
    {"clear", Op::Clear},
    {"completion-token", Op::CompletionToken},
    {"load", Op::Load},
    {"store", Op::Store},
    {"increment", Op::Increment},
    {"decrement", Op::Decrement},
    {"invoke", Op::Invoke},
};

static constexpr Word<Role> Roles[] = {
    {"thread", Role::Thread},
    {"future", Role::Future},
    {"promise", Role::Promise},
    {"packaged-task", Role::PackagedTask},
    {"channel", Role::Channel},
    {"wait-group", Role::WaitGroup},
    {"latch", Role::Latch},
    {"barrier", Role::Barrier},
    {"semaphore", Role::Semaphore},
    {"condition", Role::Condition},
    {"event", Role::Event},
    {"stop-source", Role::StopSource},
    {"stop-token", Role::StopToken},
    {"pool", Role::Pool},
    {"scope", Role::Scope},
    {"atomic", Role::Atomic},
    {"mutex", Role::Mutex},
    {"lock", Role::Lock},
    {"view", Role::View},
    {"wrapper", Role::Wrapper},
    {"value", Role::Value},
};

static constexpr Word<OnDestroy> Drops[] = {
    {"nothing", OnDestroy::Nothing}, {"terminate", OnDestroy::Terminate},
    {"join", OnDestroy::Join},       {"stop-and-join", OnDestroy::StopAndJoin},
    {"detach", OnDestroy::Detach},   {"abandon", OnDestroy::Abandon},
    {"block", OnDestroy::Block},
};

static constexpr Word<OnThrow> Throws[] = {
    {"terminate", OnThrow::Terminate},
    {"capture", OnThrow::Capture},
};

static constexpr Word<Blocks> Blockings[] = {
    {"thread", Blocks::Thread},
    {"coroutine", Blocks::Coroutine},
    {"awaited", Blocks::Awaited},
};

static constexpr Word<TimeUnit> Units[] = {
    {"chrono", TimeUnit::None},     {"ns", TimeUnit::Nanoseconds},
    {"us", TimeUnit::Microseconds}, {"ms", TimeUnit::Milliseconds},
    {"s", TimeUnit::Seconds},       {"min", TimeUnit::Minutes},
    {"h", TimeUnit::Hours},         {"timespec", TimeUnit::Timespec},
};

static constexpr Word<Returns> Results[] = {
    {"nothing", Returns::Nothing},
    {"thread", Returns::Thread},
    {"future", Returns::Future},
    {"async-future", Returns::AsyncFuture},
};

static constexpr Word<bool> TaskStates[] = {
    {"joinable", false},
    {"detached", true},
};

static constexpr Word<bool> Repeats[] = {
    {"harmless", false},
    {"error", true},
};

static constexpr Word<bool> Languages[] = {{"c++", false}, {"c", true}};

static constexpr Word<bool> Booleans[] = {{"false", false}, {"true", true}};

template <typename T>
static llvm::StringRef spellingIn(llvm::ArrayRef<Word<T>> Words, T Value) {
  for (const Word<T> &W : Words)
    if (W.Value == Value)
      return W.Spelling;
  return "";
}

llvm::StringRef spelling(Op O) { return spellingIn<Op>(Ops, O); }
llvm::StringRef spelling(Role R) { return spellingIn<Role>(Roles, R); }
llvm::StringRef spelling(OnDestroy D) {
  return spellingIn<OnDestroy>(Drops, D);
}

namespace {

/// One key of a map and what reads its value.
struct Field {
  llvm::StringRef Key;
  std::function<void(const YamlNode &)> Read;
};

/// Reads one file. Every mistake is noted; what could be read beside it is
/// thrown away by the caller.
class FileReader {
public:
  FileReader(llvm::StringRef File, std::vector<ModelError> &Errors)
      : File(File), Errors(Errors), Before(Errors.size()) {}

  void read(const YamlNode &Root);
  bool failed() const { return Errors.size() > Before; }

  std::vector<Type> Types;
  std::vector<Function> Functions;

private:
  void fail(const YamlNode &At, const llvm::Twine &Message) {
    Errors.push_back({File.str(), At.Line, At.Column, Message.str()});
  }
  void failUnknown(const YamlNode &At, llvm::StringRef What,
                   llvm::ArrayRef<llvm::StringRef> Known);
  bool expect(const YamlNode &Node, YamlNode::Kind Kind, llvm::StringRef What);

  // Readers of values. On a mistake they note it and leave the target.
  void text(std::string &Into, const YamlNode &Node);
  template <typename Number>
  void number(Number &Into, const YamlNode &Node, long Least = 0);
  template <typename T, size_t N>
  void word(T &Into, const YamlNode &Node, const Word<T> (&Words)[N],
            llvm::StringRef What);
  std::vector<const YamlNode *> items(const YamlNode &Node);
  std::vector<std::string> texts(const YamlNode &Node);
  void map(const YamlNode &Node, llvm::ArrayRef<Field> Fields);
  void argument(std::optional<unsigned> &Into, const YamlNode &Node);
  void count(std::optional<Count> &Into, const YamlNode &Node);
  void policies(std::vector<Policy> &Into, const YamlNode &Node);
  void entryIndex(unsigned &Into, const YamlNode &Node);
  void when(Function &Into, const YamlNode &Node);
  void released(bool &Sender, bool *Receiver, const YamlNode &Node);
  void members(Type &Into, Op Does, const YamlNode &Node);

  void type(const YamlNode &Node);
  void function(const YamlNode &Node);
  void require(const YamlNode &Entry, bool Given, llvm::StringRef Keys);

  llvm::StringRef File;
  std::vector<ModelError> &Errors;
  size_t Before;
  std::string Library;
  bool LibraryIsC = false;
};

} // namespace

static llvm::StringRef kindName(YamlNode::Kind Kind) {
  switch (Kind) {
  case YamlNode::Null:
    return "nothing";
  case YamlNode::Scalar:
    return "a plain value";
  case YamlNode::List:
    return "a list";
  case YamlNode::Map:
    return "a map";
  }
  return "";
}

void FileReader::failUnknown(const YamlNode &At, llvm::StringRef What,
                             llvm::ArrayRef<llvm::StringRef> Known) {
  llvm::StringRef Nearest;
  unsigned Least = std::max<size_t>(2, At.Text.size() / 3) + 1;
  for (llvm::StringRef Candidate : Known) {
    unsigned Distance = llvm::StringRef(At.Text).edit_distance(
        Candidate, /*AllowReplacements=*/true, Least);
    if (Distance < Least) {
      Least = Distance;
      Nearest = Candidate;
    }
  }
  std::string Message = ("unknown " + What + " '" + At.Text + "'").str();
  if (!Nearest.empty())
    Message += ("; did you mean '" + Nearest + "'?").str();
  else
    Message += "; expected one of: " + llvm::join(Known, ", ");
  fail(At, Message);
}

bool FileReader::expect(const YamlNode &Node, YamlNode::Kind Kind,
                        llvm::StringRef What) {
  if (Node.NodeKind == Kind)
    return true;
  fail(Node, "expected " + What + ", found " + kindName(Node.NodeKind));
  return false;
}

void FileReader::text(std::string &Into, const YamlNode &Node) {
  if (!expect(Node, YamlNode::Scalar, "a text"))
    return;
  if (Node.Text.empty())
    return fail(Node, "expected a text, found an empty one");
  Into = Node.Text;
}

template <typename Number>
void FileReader::number(Number &Into, const YamlNode &Node, long Least) {
  if (!expect(Node, YamlNode::Scalar, "a number"))
    return;
  long Value = 0;
  if (llvm::StringRef(Node.Text).getAsInteger(10, Value) ||
      Value > std::numeric_limits<int>::max())
    return fail(Node, "expected a number, found '" + Node.Text + "'");
  if (Value < Least)
    return fail(Node, "expected a number of at least " + llvm::Twine(Least) +
                          ", found " + llvm::Twine(Value));
  Into = Value;
}

template <typename T, size_t N>
void FileReader::word(T &Into, const YamlNode &Node, const Word<T> (&Words)[N],
                      llvm::StringRef What) {
  if (!expect(Node, YamlNode::Scalar, What.str() + " (a word)"))
    return;
  std::vector<llvm::StringRef> Known;
  for (const Word<T> &W : Words) {
    if (W.Spelling == Node.Text) {
      Into = W.Value;
      return;
    }
    Known.push_back(W.Spelling);
  }
  failUnknown(Node, What, Known);
}

std::vector<const YamlNode *> FileReader::items(const YamlNode &Node) {
  std::vector<const YamlNode *> Items;
  if (Node.NodeKind == YamlNode::Scalar) {
    Items.push_back(&Node);
  } else if (expect(Node, YamlNode::List, "a name or a list of names")) {
    for (const YamlNode &Item : Node.Items)
      if (expect(Item, YamlNode::Scalar, "a name"))
        Items.push_back(&Item);
  }
  return Items;
}

std::vector<std::string> FileReader::texts(const YamlNode &Node) {
  std::vector<std::string> Texts;
  for (const YamlNode *Item : items(Node))
    text(Texts.emplace_back(), *Item);
  return Texts;
}

void FileReader::map(const YamlNode &Node, llvm::ArrayRef<Field> Fields) {
  if (!expect(Node, YamlNode::Map, "a map"))
    return;
  llvm::StringSet<> Seen;
  for (size_t I = 0; I < Node.Keys.size(); ++I) {
    const YamlNode &Key = Node.Keys[I];
    if (!expect(Key, YamlNode::Scalar, "a key"))
      continue;
    if (!Seen.insert(Key.Text).second) {
      fail(Key, "key '" + Key.Text + "' is given twice");
      continue;
    }
    const Field *Known = llvm::find_if(
        Fields, [&](const Field &F) { return F.Key == Key.Text; });
    if (Known != Fields.end()) {
      Known->Read(Node.Items[I]);
      continue;
    }
    std::vector<llvm::StringRef> Keys;
    for (const Field &F : Fields)
      Keys.push_back(F.Key);
    failUnknown(Key, "key", Keys);
  }
}

/// `{argument: 0}`, as objects, handles and locks are written.
void FileReader::argument(std::optional<unsigned> &Into, const YamlNode &Node) {
  map(Node, {{"argument", [&](const YamlNode &N) { number(Into, N); }}});
}

void FileReader::count(std::optional<Count> &Into, const YamlNode &Node) {
  const long Any = std::numeric_limits<int>::min();
  Count &C = Into.emplace();
  map(Node, {{"constructor-argument",
              [&](const YamlNode &N) { number(C.ConstructorArgument, N); }},
             {"template-argument",
              [&](const YamlNode &N) { number(C.TemplateArgument, N); }},
             {"fixed", [&](const YamlNode &N) { number(C.Fixed, N); }},
             {"default", [&](const YamlNode &N) { number(C.Default, N); }},
             {"usable", [&](const YamlNode &N) { number(C.Usable, N, Any); }},
             {"power-of-two",
              [&](const YamlNode &N) {
                word(C.PowerOfTwo, N, Booleans, "truth value");
              }},
             {"unlimited", [&](const YamlNode &N) {
                word(C.Unlimited, N, Booleans, "truth value");
              }}});
  if (!C.ConstructorArgument && !C.TemplateArgument && !C.Fixed &&
      !C.Unlimited && !failed())
    fail(Node, "expected one of the keys constructor-argument, "
               "template-argument, fixed, unlimited");
}

/// `policy: std::launch`, a list of such, or a map from the name to the number
/// of arguments that it stands for.
void FileReader::policies(std::vector<Policy> &Into, const YamlNode &Node) {
  if (Node.NodeKind != YamlNode::Map) {
    for (std::string &Name : texts(Node))
      Into.push_back({std::move(Name), 1});
    return;
  }
  for (size_t I = 0; I < Node.Keys.size(); ++I) {
    Policy &P = Into.emplace_back();
    text(P.Type, Node.Keys[I]);
    number(P.Arguments, Node.Items[I], 1);
  }
}

void FileReader::entryIndex(unsigned &Into, const YamlNode &Node) {
  if (Node.NodeKind == YamlNode::Scalar && Node.Text == "last")
    Into = LastArgument;
  else
    number(Into, Node);
}

void FileReader::when(Function &Into, const YamlNode &Node) {
  map(Node,
      {{"parameters", [&](const YamlNode &N) { number(Into.Parameters, N); }},
       {"parameter",
        [&](const YamlNode &N) { number(Into.TypedParameter, N); }},
       {"type", [&](const YamlNode &N) { text(Into.ParameterType, N); }}});
  if (Into.TypedParameter.has_value() == Into.ParameterType.empty())
    fail(Node, "expected the keys 'parameter' and 'type' together");
}

void FileReader::released(bool &Sender, bool *Receiver, const YamlNode &Node) {
  for (const YamlNode *Item : items(Node)) {
    if (Item->Text == "sender")
      Sender = true;
    else if (Item->Text == "receiver" && Receiver)
      *Receiver = true;
    else if (Receiver)
      failUnknown(*Item, "end of a channel", {"sender", "receiver"});
    else
      failUnknown(*Item, "end of a channel", {"sender"});
  }
}

void FileReader::members(Type &Into, Op Does, const YamlNode &Node) {
  for (const YamlNode *Item : items(Node)) {
    if (Item->Text.empty()) {
      fail(*Item, "expected the name of a member, found an empty text");
    } else if (llvm::StringRef(Item->Text).contains("::")) {
      fail(*Item, "expected the name of a member without its class, found '" +
                      Item->Text + "'");
    } else if (Item->Text == "constructor") {
      if (Does == Op::Spawn)
        Into.SpawnsInConstructor = true;
      else
        fail(*Item, "a constructor can be listed under 'spawn' only");
    } else if (Does == Op::Throw) {
      Into.Throwing.insert(Item->Text);
    } else if (auto [Known, New] = Into.Members.try_emplace(Item->Text, Does);
               !New) {
      fail(*Item, "member '" + Item->Text + "' is already listed under '" +
                      spelling(Known->second) + "'");
    }
  }
}

void FileReader::require(const YamlNode &Entry, bool Given,
                         llvm::StringRef Keys) {
  if (Entry.NodeKind == YamlNode::Map && !Given)
    fail(Entry, "the entry has no key " + Keys);
}

void FileReader::type(const YamlNode &Node) {
  Type T;
  std::vector<std::string> Names;
  bool HasRole = false;
  std::vector<Field> Fields = {
      {"name", [&](const YamlNode &N) { text(Names.emplace_back(), N); }},
      {"names", [&](const YamlNode &N) { Names = texts(N); }},
      {"also", [&](const YamlNode &N) { T.Also = texts(N); }},
      {"role",
       [&](const YamlNode &N) {
         HasRole = true;
         word(T.Role, N, Roles, "role");
       }},
      {"entry", [&](const YamlNode &N) { entryIndex(T.Entry, N); }},
      {"policy", [&](const YamlNode &N) { policies(T.Policies, N); }},
      {"returns",
       [&](const YamlNode &N) { word(T.Returns, N, Results, "result"); }},
      {"on-destroy",
       [&](const YamlNode &N) { word(T.OnDestroy, N, Drops, "on-destroy"); }},
      {"because", [&](const YamlNode &N) { text(T.Because, N); }},
      {"on-throw",
       [&](const YamlNode &N) { word(T.OnThrow, N, Throws, "on-throw"); }},
      {"blocks",
       [&](const YamlNode &N) { word(T.Blocks, N, Blockings, "blocks"); }},
      {"capacity", [&](const YamlNode &N) { count(T.Capacity, N); }},
      {"minimum-capacity",
       [&](const YamlNode &N) { number(T.MinimumCapacity, N); }},
      {"initial", [&](const YamlNode &N) { count(T.Initial, N); }},
      {"close-releases",
       [&](const YamlNode &N) {
         released(T.CloseReleasesSender, &T.CloseReleasesReceiver, N);
       }},
      {"destroy-releases",
       [&](const YamlNode &N) {
         released(T.DestroyReleasesSender, nullptr, N);
       }},
      {"close-twice",
       [&](const YamlNode &N) {
         word(T.CloseTwiceIsError, N, Repeats, "close-twice");
       }},
      {"join-twice",
       [&](const YamlNode &N) {
         word(T.JoinTwiceIsError, N, Repeats, "join-twice");
       }},
      {"throws", [&](const YamlNode &N) { members(T, Op::Throw, N); }},
      {"rethrows",
       [&](const YamlNode &N) {
         for (std::string &Name : texts(N))
           T.Rethrowing.insert(Name);
       }},
      {"sharing",
       [&](const YamlNode &N) { word(T.Sharing, N, Booleans, "truth value"); }},
      {"joining", [&](const YamlNode &N) { text(T.Joining, N); }},
      {"reopens",
       [&](const YamlNode &N) { word(T.Reopens, N, Booleans, "truth value"); }},
      {"deleter", [&](const YamlNode &N) { number(T.Deleter, N); }},
  };
  for (const Word<Op> &W : Ops)
    if (W.Value != Op::Throw)
      Fields.push_back({W.Spelling, [this, &T, &W](const YamlNode &N) {
                          members(T, W.Value, N);
                        }});
  map(Node, Fields);
  require(Node, !Names.empty(), "'name' (or 'names')");
  require(Node, HasRole, "'role'");
  // What only throws has no other meaning.
  for (const auto &Member : T.Throwing)
    T.Members.try_emplace(Member.getKey(), Op::Throw);
  T.Library = Library;
  for (std::string &Name : Names) {
    T.Name = std::move(Name);
    Types.push_back(T);
  }
}

void FileReader::function(const YamlNode &Node) {
  Function F;
  F.IsC = LibraryIsC;
  std::vector<std::string> Names;
  bool HasDoes = false;
  map(Node,
      {{"name", [&](const YamlNode &N) { text(Names.emplace_back(), N); }},
       {"names", [&](const YamlNode &N) { Names = texts(N); }},
       {"does",
        [&](const YamlNode &N) {
          HasDoes = true;
          word(F.Does, N, Ops, "meaning");
        }},
       {"language",
        [&](const YamlNode &N) { word(F.IsC, N, Languages, "language"); }},
       {"when", [&](const YamlNode &N) { when(F, N); }},
       {"entry", [&](const YamlNode &N) { entryIndex(F.Entry, N); }},
       {"policy", [&](const YamlNode &N) { policies(F.Policies, N); }},
       {"entry-argument",
        [&](const YamlNode &N) { number(F.EntryArgument, N); }},
       {"object", [&](const YamlNode &N) { argument(F.Object, N); }},
       {"lock", [&](const YamlNode &N) { argument(F.Lock, N); }},
       {"handle",
        [&](const YamlNode &N) {
          if (N.NodeKind == YamlNode::Scalar && N.Text == "returned")
            F.Handle.Returned = true;
          else
            argument(F.Handle.Argument, N);
        }},
       {"task",
        [&](const YamlNode &N) {
          word(F.TaskDetached, N, TaskStates, "state of a task");
        }},
       {"attribute", [&](const YamlNode &N) { argument(F.Attribute, N); }},
       {"value", [&](const YamlNode &N) { number(F.Value, N); }},
       {"count", [&](const YamlNode &N) { argument(F.Count, N); }},
       {"on-throw",
        [&](const YamlNode &N) { word(F.OnThrow, N, Throws, "on-throw"); }},
       {"returns",
        [&](const YamlNode &N) { word(F.Returns, N, Results, "result"); }},
       {"duration", [&](const YamlNode &Value) {
          map(Value,
              {{"argument",
                [&](const YamlNode &N) { number(F.DurationArgument, N); }},
               {"unit", [&](const YamlNode &N) {
                  word(F.DurationUnit, N, Units, "unit");
                }}});
        }}});
  require(Node, !Names.empty(), "'name' (or 'names')");
  require(Node, HasDoes, "'does'");
  F.Library = Library;
  for (std::string &Name : Names) {
    F.Name = std::move(Name);
    Functions.push_back(F);
  }
}

void FileReader::read(const YamlNode &Root) {
  // Entries copy what the head says, wherever it stands.
  const YamlNode *TypeList = nullptr;
  const YamlNode *FunctionList = nullptr;
  map(Root,
      {{"library", [&](const YamlNode &N) { text(Library, N); }},
       {"language",
        [&](const YamlNode &N) { word(LibraryIsC, N, Languages, "language"); }},
       {"types", [&](const YamlNode &N) { TypeList = &N; }},
       {"functions", [&](const YamlNode &N) { FunctionList = &N; }}});
  if (Root.NodeKind == YamlNode::Map && !Root.find("library"))
    fail(Root, "the file has no key 'library'");
  if (TypeList && expect(*TypeList, YamlNode::List, "a list of types"))
    for (const YamlNode &Entry : TypeList->Items)
      type(Entry);
  if (FunctionList &&
      expect(*FunctionList, YamlNode::List, "a list of functions"))
    for (const YamlNode &Entry : FunctionList->Items)
      function(Entry);
}

template <typename Entry>
static void merge(std::vector<std::unique_ptr<Entry>> &Into,
                  std::vector<Entry> New) {
  llvm::StringSet<> Replaced;
  for (const Entry &E : New)
    Replaced.insert(E.Name);
  llvm::erase_if(Into, [&](const std::unique_ptr<Entry> &Known) {
    return Replaced.contains(Known->Name);
  });
  for (Entry &E : New)
    Into.push_back(std::make_unique<Entry>(std::move(E)));
}

void Loader::add(const Model &Known) {
  for (const Type *T : Known.types())
    Into.OwnedTypes.push_back(std::make_unique<Type>(*T));
  for (const Function *F : Known.functions())
    Into.OwnedFunctions.push_back(std::make_unique<Function>(*F));
}

bool Loader::add(llvm::StringRef File, llvm::StringRef Text) {
  ModelError SyntaxError;
  std::optional<YamlNode> Root = parseYaml(File, Text, SyntaxError);
  if (!Root) {
    Errors.push_back(std::move(SyntaxError));
    return false;
  }
  FileReader Reader(File, Errors);
  Reader.read(*Root);
  if (Reader.failed())
    return false;
  merge(Into.OwnedTypes, std::move(Reader.Types));
  merge(Into.OwnedFunctions, std::move(Reader.Functions));
  return true;
}

} // namespace joinery::model
