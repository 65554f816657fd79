//===- Server.h - The language server ---------------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One thread reads messages and keeps the open documents; the scheduler's
// threads check them. A check works on a copy of all open texts. Whatever makes
// its result outdated sets its stop flag while Mutex is held, and a result is
// published while Mutex is held and the flag is not set: so an editor never
// gets findings of a text that it has replaced.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_LSP_SERVER_H
#define JOINERY_LSP_SERVER_H

#include "lsp/Commands.h"
#include "lsp/Convert.h"
#include "lsp/Scheduler.h"
#include "llvm/Support/LSP/Transport.h"
#include <set>

namespace joinery::lsp {

/// What the command line, initializationOptions and the editor's settings say.
struct Settings {
  driver::Configuration Checks;
  std::optional<std::string> Build;
  /// How long a file rests after a change before it is checked.
  std::chrono::milliseconds Debounce{300};
  /// How long a check runs before the editor is told that it does.
  std::chrono::milliseconds ProgressAfter{1000};
};

/// Any JSON, for messages that LLVM's library has no type for.
struct Raw {
  llvm::json::Value Value = nullptr;
};
bool fromJSON(const llvm::json::Value &Value, Raw &Result, llvm::json::Path);

/// Reads messages and keeps from the handler what is none: LLVM's transport
/// ends at the first message that is not JSON-RPC 2.0.
class Input : public llvm::lsp::JSONTransportInput {
public:
  explicit Input(std::FILE *In) : File(In) {}
  bool hasError() const override { return File.hasError(); }
  bool isEndOfInput() const override { return File.isEndOfInput(); }
  llvm::LogicalResult readDelimitedMessage(std::string &Json) override;
  llvm::LogicalResult readStandardMessage(std::string &Json) override;

  /// The id of the request that was read last, which its handler is not told.
  const llvm::json::Value &lastId() const { return Id; }

private:
  llvm::lsp::JSONTransportInputOverFile File;
  llvm::json::Value Id = nullptr;
};

class Server {
public:
  /// \p Checks is what each check runs with beside the settings.
  Server(Settings Initial, driver::RunOptions Base, std::string PagesUri,
         std::FILE *In, llvm::raw_ostream &Out);

  /// Serves until the editor says exit or goes away. Returns the exit status
  /// that the protocol asks for: 0 after a shutdown, 1 without one.
  int run();

private:
  using Reply = llvm::lsp::Callback<llvm::json::Value>;
  using Milliseconds = std::chrono::milliseconds;

  /// A request that waits for the check of the text that it is about.
  struct Waiting {
    llvm::json::Value Id;
    llvm::lsp::CodeActionParams Params;
    Reply Answer;
  };
  struct Document {
    std::string Uri; ///< As the editor writes it.
    int64_t Version = 0;
    std::shared_ptr<const std::string> Text;
    /// The findings of this very text; nothing until it is checked.
    std::optional<std::vector<Finding>> Findings;
    /// What the last check read.
    std::set<std::string> Inputs;
    /// The unit through which a header was last checked.
    std::string Through;
    std::vector<Waiting> Waiting;
  };
  struct Outcome;
  class Progress;

  void onInitialize(const Raw &Params, Reply Answer);
  void onInitialized(const llvm::lsp::NoParams &);
  void onShutdown(const llvm::lsp::NoParams &, Reply Answer);
  void onOpen(const llvm::lsp::DidOpenTextDocumentParams &Params);
  void onChange(const llvm::lsp::DidChangeTextDocumentParams &Params);
  void onSave(const Raw &Params);
  void onClose(const llvm::lsp::DidCloseTextDocumentParams &Params);
  void onWatched(const Raw &Params);
  void onConfiguration(const Raw &Params);
  void onCodeAction(const llvm::lsp::CodeActionParams &Params, Reply Answer);
  void onCancel(const Raw &Params);
  void onInvalid(const Raw &Params);

  /// Takes over what the object says; what is malformed is told the user.
  void apply(const llvm::json::Object &Said);

  // With Mutex held.
  void recheck(Document &Doc, llvm::StringRef File, Milliseconds Delay);
  void recheckAll(Milliseconds Delay);
  void recheckUsersOf(llvm::StringRef File, Milliseconds Delay);
  void publish(llvm::StringRef File, Document &Doc);
  void answer(const Document &Doc, const llvm::lsp::CodeActionParams &Params,
              Reply &Answer);

  /// What the scheduler's threads do.
  void check(const std::string &File, const std::atomic<bool> &Stop);
  Outcome checkThrough(const std::string &File, const std::string &Through,
                       const Settings &Now, const Texts::Buffers &Open,
                       const std::atomic<bool> &Stop, Progress &Bar);

  void tell(llvm::StringRef Method, llvm::lsp::MessageType Type,
            const std::string &Message);
  /// Logs a message once in the life of the server.
  void logOnce(const std::string &Message);

  const driver::RunOptions Base;
  const std::string PagesUri;
  Input *Source;
  llvm::lsp::JSONTransport Transport;
  llvm::lsp::MessageHandler Handler;
  llvm::lsp::OutgoingNotification<llvm::json::Value> Publish, Log, Show,
      ReportProgress;
  llvm::lsp::OutgoingRequest<llvm::json::Value> Register;
  Commands CommandsOf;

  bool Initialized = false, ShutDown = false; ///< Of the reading thread.
  bool CanRelate = false, CanProgress = false, CanWatch = false;
  std::string Root;

  std::mutex Mutex; ///< Of what follows.
  Settings Current;
  std::map<std::string, Document> Documents; ///< By absolute path.
  std::set<std::string> Logged;
  std::atomic<int> NextId{1};

  /// Last, so that its threads end first.
  std::optional<Scheduler> Checks;
};

} // namespace joinery::lsp

#endif // JOINERY_LSP_SERVER_H
