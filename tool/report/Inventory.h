//===- Inventory.h - Every task of a program --------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An inventory has a row per place that starts a task, and a row answers the
// same questions for each. questions() is the one list of them: a renderer
// walks it and names no question itself, except owner, stop and wait, which
// are people's first.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_REPORT_INVENTORY_H
#define JOINERY_REPORT_INVENTORY_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"
#include <string>
#include <utility>
#include <vector>

namespace joinery::report {

/// The answer to one question about a task.
struct Answer {
  enum Kind : unsigned char {
    Known,   ///< Text is the answer.
    Unknown, ///< Nothing in the program's facts decides it.
    Nobody,  ///< It is certain that there is none.
  };
  Kind Is = Unknown;
  /// What is known; may explain the other kinds.
  std::string Text;
  /// By what: "join()". Empty when there is nothing to say. Kept apart from
  /// the text so that the picture has one node for each of "who".
  // Initialized, so that a list of initializers may leave it out.
  std::string By = {}; // NOLINT(readability-redundant-member-init)

  friend bool operator==(const Answer &A, const Answer &B) {
    return A.Is == B.Is && A.Text == B.Text && A.By == B.By;
  }
  friend bool operator!=(const Answer &A, const Answer &B) { return !(A == B); }
};

/// One place that starts a task.
struct TaskRow {
  /// The same when lines move: made of file, function, entry and an ordinal.
  std::string Id;
  /// Where it is started; a relative path.
  std::string File;
  unsigned Line = 0, Column = 0;
  /// The function that starts it.
  std::string In;
  /// "std::thread", "std::async", "pthread_create".
  std::string How;
  /// "app::Worker::run", "lambda".
  std::string Entry;
  /// Where the entry is defined; empty and 0 when it is not seen.
  std::string EntryFile;
  unsigned EntryLine = 0;
  /// Object or variable that holds the handle: "app::Server::Worker".
  Answer Owner;
  /// Who tells it to end.
  Answer Stop;
  /// Who waits for it.
  Answer Wait;
  /// What happens when the handle is dropped: "terminates the program".
  Answer Drop;
  /// What happens when it throws: "kept in the future".
  Answer Throw;
  /// How many: "1", "one per iteration, unbounded".
  Answer Count;
  /// Worst shutdown delay: "500 ms".
  Answer Delay;
  /// The units that saw it.
  std::vector<std::string> Units;
};

/// The tasks of one program.
struct Inventory {
  std::string Program;
  /// How many units were looked at.
  unsigned Units = 0;
  /// As sortTasks() leaves them.
  std::vector<TaskRow> Tasks;
};

/// A question that every row answers.
struct Question {
  llvm::StringLiteral Name; ///< "owner": a column, a key, an attribute.
  Answer TaskRow::*Member;
};
llvm::ArrayRef<Question> questions();

/// Sorts by place; each row's units too.
void sortTasks(Inventory &I);

/// \p Text with control characters and broken UTF-8 made visible: names of a
/// program may be anything, and a terminal obeys what it is sent.
std::string printable(llvm::StringRef Text);

/// "app::Server, by join()", "nobody", "unknown"; printable.
std::string shown(const Answer &A);
/// "src/server.cpp:12"; printable. "" when there is no file.
std::string shownPlace(llvm::StringRef File, unsigned Line);

/// Where a place is shown on the web: a template with {file} and {line}.
class SourceLinks {
public:
  /// No links.
  SourceLinks() = default;
  /// Fails when \p Template has no {file} or is not http, https or file: a page
  /// is opened by others, and a link of it runs no script.
  static llvm::Expected<SourceLinks> fromTemplate(llvm::StringRef Template);
  /// The address of a line; "" when there are no links.
  std::string to(llvm::StringRef File, unsigned Line) const;

private:
  std::string Template;
};

/// For terminals: a table, or a block per task when \p Columns are too few for
/// one. 0 columns mean no limit: a line per task.
void printInventoryTable(const Inventory &I, llvm::raw_ostream &OS,
                         unsigned Columns, bool Colors);
/// The format of docs/inventory.schema.json.
void printInventoryJson(const Inventory &I, llvm::raw_ostream &OS);
/// Graphviz text: tasks, and who owns, stops and waits for them.
void printInventoryDot(const Inventory &I, llvm::raw_ostream &OS,
                       const SourceLinks &Links);
/// One page with everything in it.
void printInventoryHtml(const Inventory &I, llvm::raw_ostream &OS,
                        const SourceLinks &Links);

/// Reads what printInventoryJson() wrote, of any version up to this one. The
/// error says what is wrong and where, but not in which file.
llvm::Expected<Inventory> readInventoryJson(llvm::StringRef Text);

/// What one inventory has and another has not.
struct InventoryDiff {
  struct Change {
    const TaskRow *Old, *New;
    /// The questions that are answered differently.
    std::vector<const Question *> Answers;
  };
  std::vector<const TaskRow *> Added, Removed;
  std::vector<Change> Changed;
  /// How many of the added ones nobody owns, or waits for.
  size_t AddedWithoutOwner = 0, AddedWithoutWaiter = 0;
  /// How many that were there have lost owner, waiter or both.
  size_t Orphaned = 0;

  /// Whether a task now lacks an owner or a waiter that did not lack it.
  bool worse() const {
    return AddedWithoutOwner || AddedWithoutWaiter || Orphaned;
  }
};

/// Rows are paired by their ids; the result points into both arguments.
InventoryDiff compareInventories(const Inventory &Old, const Inventory &New);
void printDiffText(const InventoryDiff &D, llvm::raw_ostream &OS, bool Colors);
void printDiffJson(const InventoryDiff &D, llvm::raw_ostream &OS);

/// Writes one row: the element of "tasks".
void printTaskJson(const TaskRow &Row, llvm::json::OStream &J);

/// inventory.css and inventory.js of the page, and the library that lays out
/// its picture, with its license. Defined by the build.
llvm::ArrayRef<std::pair<llvm::StringRef, llvm::StringRef>> embeddedPageParts();

} // namespace joinery::report

#endif // JOINERY_REPORT_INVENTORY_H
