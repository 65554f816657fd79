//===- InventoryDot.cpp - Who owns, stops and waits, for Graphviz --------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A box per task, a node per owner, stopper or waiter that a row names, and
// one edge for all that somebody does for a task. What is unknown has no edge:
// it would only draw lines to a place that means nothing. Classes are for the
// style sheet of the page that shows the same picture.
//
//===----------------------------------------------------------------------===//

#include "report/Inventory.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/StringMap.h"

using llvm::StringRef;

namespace joinery::report {

/// \p Text as a quoted string. GraphWriter's escapes are for record labels and
/// let "\l" through; an ampersand would begin an entity.
static std::string quoted(StringRef Text) {
  std::string Result = "\"";
  for (char C : Text) {
    if (C == '&') {
      Result += "&amp;";
      continue;
    }
    if (C == '"' || C == '\\')
      Result += '\\';
    Result += C;
  }
  return Result + '"';
}

/// As quoted(), with a line break, which no printable text has, as one.
static std::string lines(StringRef First, StringRef Second) {
  std::string Result = quoted(First), Next = quoted(Second);
  Result.back() = '\\';
  return Result + "n" + Next.substr(1);
}

namespace {

class Picture {
public:
  Picture(llvm::raw_ostream &OS, const SourceLinks &Links)
      : OS(OS), Links(Links) {}

  void addTask(const TaskRow &Row) {
    std::string Name = "task" + std::to_string(Tasks++);
    bool Alone =
        Row.Owner.Is == Answer::Nobody || Row.Wait.Is == Answer::Nobody;
    OS << "  " << Name << " [label="
       << lines(printable(Row.Entry), shownPlace(Row.File, Row.Line))
       << ", tooltip=" << quoted(printable(Row.How)) << ", id=\"" << Name
       << "\", class=\"task" << (Alone ? " alone" : "")
       << "\", shape=box, style=\"rounded,filled\", fillcolor=\""
       << (Alone ? "#ffe3e0" : "#eef3fb") << '"';
    if (std::string Link = Links.to(Row.File, Row.Line); !Link.empty())
      OS << ", URL=" << quoted(Link);
    OS << "];\n";

    // Somebody who does several things for a task gets one edge.
    llvm::MapVector<size_t, std::string> Edges;
    std::string NotDone;
    auto Add = [&](const Answer &A, StringRef Verb) {
      if (A.Is == Answer::Unknown)
        return;
      std::string &Label =
          A.Is == Answer::Nobody ? NotDone : Edges[nodeOf(A.Text)];
      Label += Label.empty() ? Verb.str() : (", " + Verb).str();
    };
    Add(Row.Owner, "owns");
    Add(Row.Stop, "stops");
    Add(Row.Wait, "waits for");
    for (const auto &[Who, Label] : Edges)
      OS << "  who" << Who << " -> " << Name << " [label=" << quoted(Label)
         << "];\n";
    if (NotDone.empty())
      return;
    // One of its own for each task: a single one would tie together what has
    // nothing else in common.
    OS << "  nobody" << Nobodies
       << " [label=\"nobody\", class=\"nobody\", shape=plaintext, "
          "fontcolor=\"#c62828\"];\n  nobody"
       << Nobodies << " -> " << Name << " [label=" << quoted(NotDone)
       << ", class=\"nobody\", style=dashed, color=\"#c62828\", "
          "fontcolor=\"#c62828\"];\n";
    ++Nobodies;
  }

private:
  /// The number of the node of somebody, which is written when it is first
  /// asked for.
  size_t nodeOf(StringRef Who) {
    auto [Found, New] = Whos.try_emplace(Who, Whos.size());
    size_t Number = Found->second;
    if (New)
      OS << "  who" << Number << " [label=" << quoted(printable(Who))
         << ", id=\"who" << Number << "\", class=\"who\", shape=ellipse];\n";
    return Number;
  }

  llvm::raw_ostream &OS;
  const SourceLinks &Links;
  llvm::StringMap<size_t> Whos;
  size_t Tasks = 0, Nobodies = 0;
};

} // namespace

void printInventoryDot(const Inventory &I, llvm::raw_ostream &OS,
                       const SourceLinks &Links) {
  // A font whose widths Graphviz knows, so that no text leaves its box.
  static constexpr StringRef Font = "fontname=\"Helvetica,Arial,sans-serif\"";
  OS << "digraph tasks {\n  graph [rankdir=LR, bgcolor=transparent, " << Font
     << "];\n  node [margin=\"0.2,0.08\", fontsize=11, " << Font
     << "];\n  edge [fontsize=10, " << Font << "];\n";
  Picture P(OS, Links);
  for (const TaskRow &Row : I.Tasks)
    P.addTask(Row);
  OS << "}\n";
}

} // namespace joinery::report
