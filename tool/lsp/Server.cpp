//===- Server.cpp - The language server ---------------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lsp/Server.h"
#include "driver/Arguments.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Threading.h"
#include "llvm/Support/VirtualFileSystem.h"
#if defined(__GLIBC__)
#include <malloc.h>
#endif

using llvm::StringRef;
using llvm::lsp::ErrorCode;
using llvm::lsp::LSPError;
using llvm::lsp::MessageType;
namespace json = llvm::json;
namespace path = llvm::sys::path;

namespace joinery::lsp {

bool fromJSON(const json::Value &Value, Raw &Result, json::Path) {
  Result.Value = Value;
  return true;
}

llvm::LogicalResult Input::readDelimitedMessage(std::string &Json) {
  return File.readDelimitedMessage(Json);
}

llvm::LogicalResult Input::readStandardMessage(std::string &Json) {
  if (llvm::failed(File.readStandardMessage(Json)))
    return llvm::failure();
  std::string Wrong;
  auto Message = json::parse(Json);
  if (!Message) {
    Wrong = llvm::toString(Message.takeError());
  } else if (const json::Object *Object = Message->getAsObject();
             !Object || Object->getString("jsonrpc") != "2.0") {
    Wrong = "it is not JSON-RPC 2.0";
  } else {
    const json::Value *Found = Object->get("id");
    Id = Found ? *Found : json::Value(nullptr);
    bool ReplyWithoutId = !Object->get("method") &&
                          (!Found || Found->kind() == json::Value::Null);
    if (!ReplyWithoutId)
      return llvm::success();
    Wrong = "it has neither a method nor an id";
  }
  json::Value Complaint = json::Object{
      {"jsonrpc", "2.0"},
      {"method", "$/joinery/invalid"},
      {"params", "a message is left out: " + json::fixUTF8(Wrong)}};
  Json = llvm::formatv("{0}", Complaint).str();
  return llvm::success();
}

/// An absolute path without dots.
static std::string clean(StringRef File) {
  llvm::SmallString<128> Result(File);
  path::remove_dots(Result, /*remove_dot_dot=*/true);
  return Result.str().str();
}

static llvm::Error failure(ErrorCode Code, const char *Message) {
  return llvm::make_error<LSPError>(Message, Code);
}

Server::Server(Settings Initial, driver::RunOptions Base, std::string PagesUri,
               std::FILE *In, llvm::raw_ostream &Out)
    : Base(std::move(Base)), PagesUri(std::move(PagesUri)),
      Source(new Input(In)),
      Transport(std::unique_ptr<llvm::lsp::JSONTransportInput>(Source), Out),
      Handler(Transport), Current(std::move(Initial)) {
  Handler.method("initialize", this, &Server::onInitialize);
  Handler.notification("initialized", this, &Server::onInitialized);
  Handler.method("shutdown", this, &Server::onShutdown);
  Handler.notification("textDocument/didOpen", this, &Server::onOpen);
  Handler.notification("textDocument/didChange", this, &Server::onChange);
  Handler.notification("textDocument/didSave", this, &Server::onSave);
  Handler.notification("textDocument/didClose", this, &Server::onClose);
  Handler.notification("workspace/didChangeWatchedFiles", this,
                       &Server::onWatched);
  Handler.notification("workspace/didChangeConfiguration", this,
                       &Server::onConfiguration);
  Handler.method("textDocument/codeAction", this, &Server::onCodeAction);
  Handler.notification("$/cancelRequest", this, &Server::onCancel);
  Handler.notification("$/joinery/invalid", this, &Server::onInvalid);
  Publish = Handler.outgoingNotification<json::Value>(
      "textDocument/publishDiagnostics");
  Log = Handler.outgoingNotification<json::Value>("window/logMessage");
  Show = Handler.outgoingNotification<json::Value>("window/showMessage");
  ReportProgress = Handler.outgoingNotification<json::Value>("$/progress");
  Register = Handler.outgoingRequest<json::Value, llvm::lsp::NoParams>(
      "client/registerCapability",
      [](json::Value, llvm::Expected<llvm::lsp::NoParams> Answer) {
        if (!Answer)
          llvm::consumeError(Answer.takeError());
      });
}

int Server::run() {
  llvm::CrashRecoveryContext::Enable();
  // A parse takes memory and a core; the editor needs some as well.
  unsigned Cores = llvm::hardware_concurrency().compute_thread_count();
  Checks.emplace(std::clamp(Cores / 2, 1U, 4U),
                 [this](const std::string &File,
                        const std::atomic<bool> &Stop) { check(File, Stop); });
  llvm::Error Broken = Transport.run(Handler);
  Checks.reset();
  bool Failed = static_cast<bool>(Broken);
  llvm::consumeError(std::move(Broken));
  return ShutDown && !Failed ? 0 : 1;
}

//===----------------------------------------------------------------------===//
// Life
//===----------------------------------------------------------------------===//

/// The boolean at the end of a path of keys; false when it is not there.
static bool flagAt(const json::Object *Object,
                   std::initializer_list<StringRef> Keys) {
  const json::Value *Value = nullptr;
  for (StringRef Key : Keys) {
    if (!Object)
      return false;
    Value = Object->get(Key);
    Object = Value ? Value->getAsObject() : nullptr;
  }
  return Value && Value->getAsBoolean().value_or(false);
}

void Server::onInitialize(const Raw &Params, Reply Answer) {
  if (Initialized)
    return Answer(
        failure(ErrorCode::InvalidRequest, "initialize is sent a second time"));
  Initialized = true;
  if (const json::Object *Object = Params.Value.getAsObject()) {
    const json::Object *Can = Object->getObject("capabilities");
    CanRelate = flagAt(
        Can, {"textDocument", "publishDiagnostics", "relatedInformation"});
    CanProgress = flagAt(Can, {"window", "workDoneProgress"});
    CanWatch = flagAt(
        Can, {"workspace", "didChangeWatchedFiles", "dynamicRegistration"});
    if (auto Uri = Object->getString("rootUri")) {
      if (auto Folder = llvm::lsp::URIForFile::fromURI(*Uri))
        Root = clean(Folder->file());
      else
        llvm::consumeError(Folder.takeError());
    }
    if (const json::Object *Options =
            Object->getObject("initializationOptions"))
      apply(*Options);
  }
  Answer(json::Object{
      {"serverInfo",
       json::Object{{"name", "joinery"}, {"version", JOINERY_VERSION}}},
      {"capabilities",
       json::Object{
           {"positionEncoding", "utf-16"},
           {"textDocumentSync",
            json::Object{
                {"openClose", true},
                {"change", static_cast<int>(
                               llvm::lsp::TextDocumentSyncKind::Incremental)},
                {"save", json::Object{{"includeText", false}}}}},
           {"codeActionProvider",
            json::Object{{"codeActionKinds",
                          json::Array{llvm::lsp::CodeAction::kQuickFix}}}}}}});
}

void Server::onInitialized(const llvm::lsp::NoParams &) {
  if (!CanWatch)
    return;
  json::Array Watchers;
  for (StringRef Glob : {"**/.clang-tidy", "**/compile_commands.json",
                         "**/*.{c,cc,cpp,cxx,h,hh,hpp,hxx,ipp,inl,yaml}"})
    Watchers.push_back(json::Object{{"globPattern", Glob}});
  Register(
      json::Object{{"registrations",
                    json::Array{json::Object{
                        {"id", "joinery-files"},
                        {"method", "workspace/didChangeWatchedFiles"},
                        {"registerOptions",
                         json::Object{{"watchers", std::move(Watchers)}}}}}}},
      NextId++);
}

void Server::onShutdown(const llvm::lsp::NoParams &, Reply Answer) {
  ShutDown = true;
  std::lock_guard<std::mutex> Lock(Mutex);
  for (auto &[File, Doc] : Documents) {
    Checks->cancel(File);
    for (Waiting &W : Doc.Waiting)
      W.Answer(failure(ErrorCode::RequestCancelled, "the server shuts down"));
  }
  Documents.clear();
  Answer(nullptr);
}

void Server::onInvalid(const Raw &Params) {
  tell("log", MessageType::Error,
       Params.Value.getAsString().value_or("").str());
}

void Server::tell(StringRef Method, MessageType Type,
                  const std::string &Message) {
  json::Object Params{{"type", static_cast<int>(Type)},
                      {"message", "joinery: " + json::fixUTF8(Message)}};
  (Method == "show" ? Show : Log)(std::move(Params));
}

void Server::logOnce(const std::string &Message) {
  {
    std::lock_guard<std::mutex> Lock(Mutex);
    if (!Logged.insert(Message).second)
      return;
  }
  tell("log", MessageType::Warning, Message);
}

//===----------------------------------------------------------------------===//
// Settings
//===----------------------------------------------------------------------===//

void Server::apply(const json::Object &Said) {
  Settings Next;
  {
    std::lock_guard<std::mutex> Lock(Mutex);
    Next = Current;
  }
  if (auto Text = Said.getString("checks")) {
    driver::Configuration Wanted = Next.Checks;
    Wanted.Checks.reset();
    if (!Text->trim().empty())
      Wanted.Checks = Text->str();
    auto Read = driver::readConfiguration(Wanted);
    if (Read)
      Next.Checks = Wanted;
    else
      tell("show", MessageType::Error, llvm::toString(Read.takeError()));
  }
  if (auto Text = Said.getString("buildPath")) {
    Next.Build.reset();
    if (!Text->trim().empty()) {
      llvm::SmallString<128> Folder(Text->trim());
      if (!Root.empty())
        path::make_absolute(Root, Folder);
      Next.Build = Folder.str().str();
    }
  }
  for (auto [Key, Value] : {std::pair("debounceMs", &Next.Debounce),
                            std::pair("progressMs", &Next.ProgressAfter)}) {
    const json::Value *Given = Said.get(Key);
    if (!Given)
      continue;
    auto Number = Given->getAsInteger();
    if (Number && *Number >= 0 && *Number <= 60000)
      *Value = Milliseconds(*Number);
    else
      tell("show", MessageType::Error,
           std::string("the setting ") + Key +
               " takes a number of milliseconds from 0 to 60000");
  }
  std::lock_guard<std::mutex> Lock(Mutex);
  Current = std::move(Next);
}

void Server::onConfiguration(const Raw &Params) {
  const json::Object *Said = Params.Value.getAsObject();
  Said = Said ? Said->getObject("settings") : nullptr;
  if (!Said)
    return;
  // Editors send the whole section or what is in it.
  if (const json::Object *Section = Said->getObject("joinery"))
    Said = Section;
  apply(*Said);
  std::lock_guard<std::mutex> Lock(Mutex);
  recheckAll(Milliseconds(0));
}

//===----------------------------------------------------------------------===//
// Documents
//===----------------------------------------------------------------------===//

void Server::recheck(Document &Doc, StringRef File, Milliseconds Delay) {
  Doc.Findings.reset();
  Checks->schedule(File, Delay);
}

void Server::recheckAll(Milliseconds Delay) {
  for (auto &[File, Doc] : Documents)
    recheck(Doc, File, Delay);
}

void Server::recheckUsersOf(StringRef File, Milliseconds Delay) {
  for (auto &[Other, Doc] : Documents)
    if (Other != File && Doc.Inputs.count(File.str()))
      recheck(Doc, Other, Delay);
}

void Server::onOpen(const llvm::lsp::DidOpenTextDocumentParams &Params) {
  if (ShutDown)
    return;
  std::string File = clean(Params.textDocument.uri.file());
  std::lock_guard<std::mutex> Lock(Mutex);
  Document &Doc = Documents[File];
  Doc.Uri = Params.textDocument.uri.uri().str();
  Doc.Version = Params.textDocument.version;
  Doc.Text = std::make_shared<const std::string>(Params.textDocument.text);
  recheck(Doc, File, Milliseconds(0));
}

void Server::onChange(const llvm::lsp::DidChangeTextDocumentParams &Params) {
  std::string File = clean(Params.textDocument.uri.file());
  std::unique_lock<std::mutex> Lock(Mutex);
  auto Found = Documents.find(File);
  if (Found == Documents.end()) {
    Lock.unlock();
    return tell("log", MessageType::Error,
                "a change of '" + File + "', which is not open, is left out");
  }
  Document &Doc = Found->second;
  std::string Text = *Doc.Text;
  bool Good = true;
  for (const auto &Change : Params.contentChanges)
    Good &= lsp::apply(Change, Text);
  Doc.Version = Params.textDocument.version;
  Doc.Text = std::make_shared<const std::string>(std::move(Text));
  recheck(Doc, File, Current.Debounce);
  recheckUsersOf(File, Current.Debounce);
  Lock.unlock();
  if (!Good)
    tell("log", MessageType::Error,
         "a change of '" + File + "' with an impossible range is left out");
}

void Server::onSave(const Raw &Params) {
  const json::Object *Object = Params.Value.getAsObject();
  Object = Object ? Object->getObject("textDocument") : nullptr;
  auto Uri = Object ? Object->getString("uri") : std::nullopt;
  if (!Uri)
    return;
  auto Saved = llvm::lsp::URIForFile::fromURI(*Uri);
  if (!Saved)
    return llvm::consumeError(Saved.takeError());
  std::string File = clean(Saved->file());
  std::lock_guard<std::mutex> Lock(Mutex);
  // The text was checked when it changed. Who included it while it was not open
  // has read the disk.
  auto Found = Documents.find(File);
  if (Found != Documents.end() && !Found->second.Findings)
    recheck(Found->second, File, Milliseconds(0));
  recheckUsersOf(File, Milliseconds(0));
}

void Server::onClose(const llvm::lsp::DidCloseTextDocumentParams &Params) {
  std::string File = clean(Params.textDocument.uri.file());
  std::lock_guard<std::mutex> Lock(Mutex);
  auto Found = Documents.find(File);
  if (Found == Documents.end())
    return;
  Checks->cancel(File);
  for (Waiting &W : Found->second.Waiting)
    W.Answer(json::Array{});
  Publish(
      json::Object{{"uri", Found->second.Uri}, {"diagnostics", json::Array{}}});
  Documents.erase(Found);
  // The disk counts again.
  recheckUsersOf(File, Current.Debounce);
}

void Server::onWatched(const Raw &Params) {
  const json::Object *Object = Params.Value.getAsObject();
  const json::Array *Changes = Object ? Object->getArray("changes") : nullptr;
  if (!Changes)
    return;
  std::lock_guard<std::mutex> Lock(Mutex);
  for (const json::Value &Change : *Changes) {
    const json::Object *Event = Change.getAsObject();
    auto Uri = Event ? Event->getString("uri") : std::nullopt;
    if (!Uri)
      continue;
    auto Changed = llvm::lsp::URIForFile::fromURI(*Uri);
    if (!Changed) {
      llvm::consumeError(Changed.takeError());
      continue;
    }
    std::string File = clean(Changed->file());
    StringRef Name = path::filename(File);
    // A model of a library or a configuration may concern every file.
    if (Name == ".clang-tidy" || Name == "compile_commands.json" ||
        Name.ends_with(".yaml"))
      return recheckAll(Current.Debounce);
    // An open text is not the disk's.
    if (!Documents.count(File))
      recheckUsersOf(File, Current.Debounce);
  }
}

void Server::publish(StringRef File, Document &Doc) {
  json::Array Diagnostics;
  for (const Finding &F : *Doc.Findings)
    Diagnostics.push_back(json::Object(F.Diagnostic));
  Publish(json::Object{{"uri", Doc.Uri},
                       {"version", Doc.Version},
                       {"diagnostics", std::move(Diagnostics)}});
  for (Waiting &W : Doc.Waiting)
    answer(Doc, W.Params, W.Answer);
  Doc.Waiting.clear();
}

//===----------------------------------------------------------------------===//
// Quick fixes
//===----------------------------------------------------------------------===//

void Server::answer(const Document &Doc,
                    const llvm::lsp::CodeActionParams &Params, Reply &Answer) {
  json::Array Actions;
  bool Wanted = Params.context.only.empty() ||
                llvm::any_of(Params.context.only, [](StringRef Kind) {
                  return Kind == "quickfix" || Kind.starts_with("quickfix.");
                });
  for (const Finding &F : *Doc.Findings) {
    // Ranges touch: the cursor may stand at the end of a word.
    if (!Wanted || Params.range.end < F.Range.start ||
        F.Range.end < Params.range.start)
      continue;
    for (const QuickFix &Fix : F.Fixes)
      Actions.push_back(json::Object{
          {"title", json::fixUTF8(Fix.Title)},
          {"kind", llvm::lsp::CodeAction::kQuickFix},
          {"isPreferred", Fix.Preferred},
          {"diagnostics", json::Array{json::Object(F.Diagnostic)}},
          {"edit", json::Object{{"changes", json::Object(Fix.Changes)}}}});
  }
  Answer(std::move(Actions));
}

void Server::onCodeAction(const llvm::lsp::CodeActionParams &Params,
                          Reply Answer) {
  if (ShutDown)
    return Answer(failure(ErrorCode::InvalidRequest,
                          "a request came after the shutdown"));
  std::string File = clean(Params.textDocument.uri.file());
  std::lock_guard<std::mutex> Lock(Mutex);
  auto Found = Documents.find(File);
  if (Found == Documents.end())
    return Answer(json::Array{});
  Document &Doc = Found->second;
  if (Doc.Findings)
    return answer(Doc, Params, Answer);
  Doc.Waiting.push_back({Source->lastId(), Params, std::move(Answer)});
}

void Server::onCancel(const Raw &Params) {
  const json::Object *Object = Params.Value.getAsObject();
  const json::Value *Id = Object ? Object->get("id") : nullptr;
  if (!Id)
    return;
  std::lock_guard<std::mutex> Lock(Mutex);
  for (auto &[File, Doc] : Documents)
    llvm::erase_if(Doc.Waiting, [&](Waiting &W) {
      if (W.Id != *Id)
        return false;
      W.Answer(failure(ErrorCode::RequestCancelled, "cancelled"));
      return true;
    });
}

//===----------------------------------------------------------------------===//
// Checks
//===----------------------------------------------------------------------===//

/// Tells the editor that a check takes long. The editor may refuse to show it;
/// until it agreed nothing is sent.
class Server::Progress {
public:
  Progress(Server &S, const std::string &File, const Settings &Now)
      : S(S), File(File),
        Begin(std::chrono::steady_clock::now() + Now.ProgressAfter) {}
  ~Progress() {
    if (!Shown)
      return;
    std::lock_guard<std::mutex> Lock(Shown->Mutex);
    if (Shown->Agreed)
      S.ReportProgress(json::Object{{"token", Shown->Token},
                                    {"value", json::Object{{"kind", "end"}}}});
    Shown->Over = true;
  }
  void tick() {
    if (Shown || !S.CanProgress || std::chrono::steady_clock::now() < Begin)
      return;
    Shown = std::make_shared<State>();
    int Id = S.NextId++;
    Shown->Token = "joinery-" + std::to_string(Id);
    std::string Message = path::filename(File).str();
    auto Create = S.Handler.outgoingRequest<json::Value, llvm::lsp::NoParams>(
        "window/workDoneProgress/create",
        [&S = this->S, Shown = this->Shown,
         Message](json::Value, llvm::Expected<llvm::lsp::NoParams> Answer) {
          if (!Answer)
            return llvm::consumeError(Answer.takeError());
          std::lock_guard<std::mutex> Lock(Shown->Mutex);
          if (Shown->Over)
            return;
          Shown->Agreed = true;
          S.ReportProgress(
              json::Object{{"token", Shown->Token},
                           {"value", json::Object{{"kind", "begin"},
                                                  {"title", "joinery"},
                                                  {"message", Message}}}});
        });
    Create(json::Object{{"token", Shown->Token}}, Id);
  }

private:
  struct State {
    std::mutex Mutex;
    std::string Token;
    bool Agreed = false, Over = false;
  };
  Server &S;
  const std::string &File;
  std::chrono::steady_clock::time_point Begin;
  std::shared_ptr<State> Shown;
};

/// What a check of one file gives, all its candidates tried.
struct Server::Outcome {
  driver::UnitResult Result;
  bool Guessed = false;
  std::string Through;
  /// Why there is no result.
  std::string Problem;
};

/// The disk, and over it the texts of the editor.
static llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
fileSystem(const Texts::Buffers &Open) {
  auto Memory = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
  for (const auto &[File, Text] : Open) {
    Memory->addFile(File, 0, llvm::MemoryBuffer::getMemBuffer(*Text, File));
    llvm::SmallString<128> Real;
    if (!llvm::sys::fs::real_path(File, Real) && Real != File)
      Memory->addFile(Real, 0, llvm::MemoryBuffer::getMemBuffer(*Text, Real));
  }
  auto Both = llvm::makeIntrusiveRefCnt<llvm::vfs::OverlayFileSystem>(
      llvm::vfs::createPhysicalFileSystem());
  Both->pushOverlay(Memory);
  return Both;
}

static bool reads(const driver::UnitResult &Result, const std::string &File) {
  return llvm::any_of(Result.Inputs, [&](const std::string &Input) {
    return Input == File || (path::filename(Input) == path::filename(File) &&
                             llvm::sys::fs::equivalent(Input, File));
  });
}

Server::Outcome
Server::checkThrough(const std::string &File, const std::string &Through,
                     const Settings &Now, const Texts::Buffers &Open,
                     const std::atomic<bool> &Stop, Progress &Bar) {
  Outcome O;
  driver::RunOptions Options = Base;
  Options.Checks = Now.Checks;
  auto Config = driver::readConfiguration(Options.Checks);
  if (!Config) {
    O.Problem = llvm::toString(Config.takeError());
    return O;
  }
  Options.Config = *Config;
  auto Candidates = CommandsOf.candidates(File, Now.Build, Through);
  if (!Candidates) {
    O.Problem = llvm::toString(Candidates.takeError());
    return O;
  }
  for (const Candidate &C : *Candidates) {
    driver::CheckHooks Hooks;
    Hooks.Files = fileSystem(Open);
    Hooks.GoOn = [&] {
      Bar.tick();
      return !Stop;
    };
    // The compiler must not take the editor's server with it.
    driver::UnitResult Result;
    llvm::CrashRecoveryContext Recovery;
    bool Survived = Recovery.RunSafelyOnThread(
        [&] { Result = driver::checkUnit(C.Unit, Options, Hooks); },
        /*RequestedStackSize=*/8 << 20);
    if (Stop)
      return O;
    if (!Survived) {
      O.Problem = "the compiler crashed over '" + C.Unit.File +
                  "'; it is checked again when its text changes";
      return O;
    }
    if (C.Includes && !reads(Result, File))
      continue;
    O.Result = std::move(Result);
    O.Through = C.Includes ? C.Unit.File : "";
    O.Guessed = !C.Includes && !C.Unit.Commands.empty() &&
                !C.Unit.Commands.front().Heuristic.empty();
    return O;
  }
  O.Problem = "no command compiles '" + File + "'";
  return O;
}

void Server::check(const std::string &File, const std::atomic<bool> &Stop) {
  Settings Now;
  Texts::Buffers Open;
  std::string Through;
  {
    std::lock_guard<std::mutex> Lock(Mutex);
    auto Found = Documents.find(File);
    if (Found == Documents.end() || Stop)
      return;
    Now = Current;
    Through = Found->second.Through;
    for (const auto &[Path, Doc] : Documents)
      Open[Path] = Doc.Text;
  }
  Outcome O;
  {
    Progress Bar(*this, File, Now);
    O = checkThrough(File, Through, Now, Open, Stop, Bar);
  }
  std::vector<Finding> Findings;
  if (!Stop && !O.Problem.empty())
    logOnce(O.Problem);
  if (!Stop && O.Problem.empty()) {
    if (!O.Result.AnyCheck && !O.Result.Failed)
      logOnce("no check is enabled for '" + File + "'");
    Texts Sources(Open);
    std::vector<std::string> Inputs = O.Result.Inputs;
    Findings = findingsOf(std::move(O.Result), File, O.Guessed, Sources,
                          {CanRelate, PagesUri});
    O.Result.Inputs = std::move(Inputs);
  }
#if defined(__GLIBC__)
  // A parse frees most of what it took, but glibc keeps it for this thread.
  malloc_trim(0);
#endif

  std::lock_guard<std::mutex> Lock(Mutex);
  auto Found = Documents.find(File);
  if (Stop || Found == Documents.end())
    return;
  Document &Doc = Found->second;
  if (O.Problem.empty()) {
    Doc.Inputs = {O.Result.Inputs.begin(), O.Result.Inputs.end()};
    Doc.Through = O.Through;
  }
  // A header may have changed while nobody knew that this file includes it.
  for (const std::string &Input : Doc.Inputs) {
    auto Read = Open.find(Input);
    auto Has = Documents.find(Input);
    bool WasOpen = Read != Open.end(), IsOpen = Has != Documents.end();
    if (WasOpen != IsOpen || (IsOpen && Has->second.Text != Read->second))
      return recheck(Doc, File, Now.Debounce);
  }
  Doc.Findings = std::move(Findings);
  publish(File, Doc);
}

} // namespace joinery::lsp
