//===- InventoryJson.cpp - Inventories as JSON, written and read ---------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "report/Inventory.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MathExtras.h"

using llvm::StringRef;
namespace json = llvm::json;

namespace joinery::report {

static constexpr llvm::StringLiteral Format = "joinery-inventory";
static constexpr llvm::StringLiteral DiffFormat = "joinery-inventory-diff";
/// Raised when a reader of the version before would misread the file.
static constexpr unsigned Version = 1;
/// What is written here is four deep; LLVM's parser recurses without a bound.
static constexpr unsigned MaxDepth = 32;

static constexpr llvm::StringLiteral KindNames[] = {"known", "unknown",
                                                    "nobody"};

// Writing. JSON is UTF-8, a name of a program need not be.

static void attribute(json::OStream &J, StringRef Name, StringRef Text) {
  J.attribute(Name, json::fixUTF8(Text));
}

static void print(const Answer &A, json::OStream &J) {
  J.object([&] {
    J.attribute("is", KindNames[A.Is]);
    if (!A.Text.empty())
      attribute(J, "text", A.Text);
    if (!A.By.empty())
      attribute(J, "by", A.By);
  });
}

void printTaskJson(const TaskRow &Row, json::OStream &J) {
  J.object([&] {
    attribute(J, "id", Row.Id);
    attribute(J, "file", Row.File);
    J.attribute("line", Row.Line);
    J.attribute("column", Row.Column);
    attribute(J, "in", Row.In);
    attribute(J, "how", Row.How);
    attribute(J, "entry", Row.Entry);
    if (!Row.EntryFile.empty()) {
      attribute(J, "entryFile", Row.EntryFile);
      J.attribute("entryLine", Row.EntryLine);
    }
    for (const Question &Q : questions()) {
      J.attributeBegin(Q.Name);
      print(Row.*Q.Member, J);
      J.attributeEnd();
    }
    J.attributeArray("units", [&] {
      for (StringRef Unit : Row.Units)
        J.value(json::fixUTF8(Unit));
    });
  });
}

void printInventoryJson(const Inventory &I, llvm::raw_ostream &OS) {
  json::OStream J(OS, /*IndentSize=*/2);
  J.object([&] {
    J.attribute("format", Format);
    J.attribute("version", Version);
    attribute(J, "program", I.Program);
    J.attribute("units", I.Units);
    J.attributeArray("tasks", [&] {
      for (const TaskRow &Row : I.Tasks)
        printTaskJson(Row, J);
    });
  });
  OS << '\n';
}

void printDiffJson(const InventoryDiff &D, llvm::raw_ostream &OS) {
  json::OStream J(OS, /*IndentSize=*/2);
  auto Rows = [&](StringRef Name, llvm::ArrayRef<const TaskRow *> Tasks) {
    J.attributeArray(Name, [&] {
      for (const TaskRow *Row : Tasks)
        printTaskJson(*Row, J);
    });
  };
  auto RowOf = [&](StringRef Name, const TaskRow &Row) {
    J.attributeBegin(Name);
    printTaskJson(Row, J);
    J.attributeEnd();
  };
  J.object([&] {
    J.attribute("format", DiffFormat);
    J.attribute("version", Version);
    J.attribute("worse", D.worse());
    J.attribute("addedWithoutOwner", D.AddedWithoutOwner);
    J.attribute("addedWithoutWaiter", D.AddedWithoutWaiter);
    J.attribute("orphaned", D.Orphaned);
    Rows("added", D.Added);
    Rows("removed", D.Removed);
    J.attributeArray("changed", [&] {
      for (const InventoryDiff::Change &C : D.Changed)
        J.object([&] {
          J.attributeArray("answers", [&] {
            for (const Question *Q : C.Answers)
              J.value(Q->Name);
          });
          RowOf("old", *C.Old);
          RowOf("new", *C.New);
        });
    });
  });
  OS << '\n';
}

// Reading. Members that this version does not know are left alone: a later one
// may add some without a new number.

static bool fromJSON(const json::Value &V, Answer &A, json::Path P) {
  json::ObjectMapper O(V, P);
  std::string Kind;
  if (!O || !O.map("is", Kind) || !O.mapOptional("text", A.Text) ||
      !O.mapOptional("by", A.By))
    return false;
  const auto *Found = llvm::find(KindNames, Kind);
  if (Found == std::end(KindNames)) {
    P.field("is").report("expected known, unknown or nobody");
    return false;
  }
  A.Is = static_cast<Answer::Kind>(Found - KindNames);
  if (A.Is == Answer::Known && A.Text.empty()) {
    P.field("text").report("what is known needs a text");
    return false;
  }
  return true;
}

/// LLVM's reader of an unsigned number takes -1 and makes it a large one.
static bool mapNumber(json::ObjectMapper &O, llvm::StringLiteral Name,
                      unsigned &Into, json::Path P) {
  int64_t Read = 0;
  if (!O.map(Name, Read))
    return false;
  if (!llvm::isUInt<32>(static_cast<uint64_t>(Read))) {
    P.field(Name).report("expected a number from 0 to 4294967295");
    return false;
  }
  Into = static_cast<unsigned>(Read);
  return true;
}

static bool fromJSON(const json::Value &V, TaskRow &Row, json::Path P) {
  json::ObjectMapper O(V, P);
  if (!O || !O.map("id", Row.Id) || !O.map("file", Row.File) ||
      !mapNumber(O, "line", Row.Line, P) ||
      !mapNumber(O, "column", Row.Column, P) || !O.map("in", Row.In) ||
      !O.map("how", Row.How) || !O.map("entry", Row.Entry) ||
      !O.mapOptional("entryFile", Row.EntryFile) ||
      (!Row.EntryFile.empty() &&
       !mapNumber(O, "entryLine", Row.EntryLine, P)) ||
      !O.map("units", Row.Units))
    return false;
  return llvm::all_of(questions(), [&](const Question &Q) {
    return O.map(Q.Name, Row.*Q.Member);
  });
}

static bool fromJSON(const json::Value &V, Inventory &I, json::Path P) {
  json::ObjectMapper O(V, P);
  return O && O.map("program", I.Program) &&
         mapNumber(O, "units", I.Units, P) && O.map("tasks", I.Tasks);
}

static llvm::Error error(const llvm::Twine &Message) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), Message);
}

/// How deep brackets are nested in \p Text, outside of strings.
static unsigned depthOf(StringRef Text) {
  unsigned Depth = 0, Deepest = 0;
  bool InString = false;
  for (size_t At = 0; At < Text.size(); ++At) {
    char C = Text[At];
    if (InString) {
      if (C == '\\')
        ++At;
      InString = C != '"';
    } else if (C == '"') {
      InString = true;
    } else if (C == '[' || C == '{') {
      Deepest = std::max(Deepest, ++Depth);
    } else if ((C == ']' || C == '}') && Depth) {
      --Depth;
    }
  }
  return Deepest;
}

/// Whether this is an inventory, and of a version that is understood.
static llvm::Error checkHeader(const json::Value &V) {
  const json::Object *O = V.getAsObject();
  std::optional<StringRef> Written = O ? O->getString("format") : std::nullopt;
  if (Written == DiffFormat)
    return error("it is a comparison of two inventories; name one that "
                 "'joinery inventory --format json' wrote");
  if (Written != Format)
    return error("it does not say \"format\": \"" + Format +
                 "\"; name a file that 'joinery inventory --format json' "
                 "wrote");
  std::optional<int64_t> Number = O->getInteger("version");
  if (!Number || *Number < 1)
    return error("it has no version; write it again");
  if (*Number > Version)
    return error("it is of version " + llvm::Twine(*Number) +
                 ", and this joinery reads up to version " +
                 llvm::Twine(Version) + "; update joinery");
  return llvm::Error::success();
}

llvm::Expected<Inventory> readInventoryJson(StringRef Text) {
  if (depthOf(Text) > MaxDepth)
    return error("it is nested deeper than any inventory");
  llvm::Expected<json::Value> Parsed = json::parse(Text);
  if (!Parsed)
    return error("it is no JSON: " + llvm::toString(Parsed.takeError()));
  if (llvm::Error E = checkHeader(*Parsed))
    return std::move(E);

  Inventory I;
  json::Path::Root Root("inventory");
  if (!fromJSON(*Parsed, I, Root))
    return Root.getError();
  llvm::StringSet<> Ids;
  for (const TaskRow &Row : I.Tasks)
    if (!Ids.insert(Row.Id).second)
      return error("two tasks have the id '" + printable(Row.Id) + "'");
  sortTasks(I);
  return I;
}

} // namespace joinery::report
