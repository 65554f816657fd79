//===- InventoryDiff.cpp - What a change does to the tasks ---------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "report/Inventory.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/WithColor.h"

using llvm::StringRef;

namespace joinery::report {

static bool isNobody(const Answer &A) { return A.Is == Answer::Nobody; }

static bool becameNobody(const Answer &Old, const Answer &New) {
  return !isNobody(Old) && isNobody(New);
}

InventoryDiff compareInventories(const Inventory &Old, const Inventory &New) {
  llvm::StringMap<const TaskRow *> Before;
  for (const TaskRow &Row : Old.Tasks)
    Before[Row.Id] = &Row;

  InventoryDiff D;
  for (const TaskRow &Row : New.Tasks) {
    auto Found = Before.find(Row.Id);
    if (Found == Before.end()) {
      D.Added.push_back(&Row);
      D.AddedWithoutOwner += isNobody(Row.Owner);
      D.AddedWithoutWaiter += isNobody(Row.Wait);
      continue;
    }
    const TaskRow &Was = *Found->second;
    InventoryDiff::Change C{&Was, &Row, {}};
    for (const Question &Q : questions())
      if (Was.*Q.Member != Row.*Q.Member)
        C.Answers.push_back(&Q);
    if (!C.Answers.empty())
      D.Changed.push_back(std::move(C));
    D.Orphaned +=
        becameNobody(Was.Owner, Row.Owner) || becameNobody(Was.Wait, Row.Wait);
    Before.erase(Found);
  }
  for (const TaskRow &Row : Old.Tasks)
    if (Before.count(Row.Id))
      D.Removed.push_back(&Row);
  return D;
}

static std::string counted(size_t Count, StringRef Noun) {
  return (llvm::Twine(Count) + " " + Noun + (Count == 1 ? "" : "s")).str();
}

static std::string summary(const InventoryDiff &D) {
  std::vector<std::string> Parts;
  if (!D.Added.empty())
    Parts.push_back("adds " + counted(D.Added.size(), "task"));
  if (D.AddedWithoutOwner)
    Parts.push_back(std::to_string(D.AddedWithoutOwner) + " without an owner");
  if (D.AddedWithoutWaiter)
    Parts.push_back(std::to_string(D.AddedWithoutWaiter) + " without a waiter");
  if (!D.Removed.empty())
    Parts.push_back("removes " + counted(D.Removed.size(), "task"));
  if (!D.Changed.empty())
    Parts.push_back("changes " + counted(D.Changed.size(), "task"));
  if (D.Orphaned)
    Parts.push_back("takes owner or waiter from " + std::to_string(D.Orphaned));
  if (Parts.empty())
    return "this change leaves all tasks as they are";
  return "this change " + llvm::join(Parts, ", ");
}

static void printTask(llvm::raw_ostream &OS, StringRef Sign,
                      const TaskRow &Row) {
  OS << Sign << ' ' << shownPlace(Row.File, Row.Line) << ": "
     << printable(Row.How) << " of '" << printable(Row.Entry) << "', in '"
     << printable(Row.In) << "'\n";
}

static void printAnswer(llvm::raw_ostream &OS, const Answer &A, bool Colors) {
  if (isNobody(A) && Colors)
    llvm::WithColor(OS, llvm::raw_ostream::RED, /*Bold=*/true, /*BG=*/false,
                    llvm::ColorMode::Enable)
        << shown(A);
  else
    OS << shown(A);
}

void printDiffText(const InventoryDiff &D, llvm::raw_ostream &OS, bool Colors) {
  OS << summary(D) << '\n';
  for (const TaskRow *Row : D.Added) {
    printTask(OS, "+", *Row);
    for (const Question &Q : questions()) {
      OS << "    " << Q.Name << ": ";
      printAnswer(OS, Row->*Q.Member, Colors);
      OS << '\n';
    }
  }
  for (const TaskRow *Row : D.Removed)
    printTask(OS, "-", *Row);
  for (const InventoryDiff::Change &C : D.Changed) {
    printTask(OS, "~", *C.New);
    for (const Question *Q : C.Answers) {
      OS << "    " << Q->Name << ": " << shown(C.Old->*Q->Member) << " -> ";
      printAnswer(OS, C.New->*Q->Member, Colors);
      OS << '\n';
    }
  }
}

} // namespace joinery::report
