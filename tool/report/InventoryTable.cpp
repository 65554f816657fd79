//===- InventoryTable.cpp - Inventories for terminals --------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "report/Inventory.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Unicode.h"
#include "llvm/Support/WithColor.h"
#include <numeric>

using llvm::StringRef;

namespace joinery::report {

namespace {

/// What stands in a column of a row.
struct Cell {
  std::string Text;
  Answer::Kind Is = Answer::Known;
};

using Cells = std::vector<Cell>;

} // namespace

static constexpr size_t Gap = 2;
/// Narrower than this, a wrapped cell is harder to read than a block.
static constexpr size_t MinWidth = 12;

static size_t widthOf(StringRef Text) {
  // Text is printable, but columnWidthUTF8 knows more of what is not.
  int Width = llvm::sys::unicode::columnWidthUTF8(Text);
  return Width < 0 ? Text.size() : static_cast<size_t>(Width);
}

static Cells header() {
  Cells Row;
  for (StringRef Title : {"started at", "in", "how", "task"})
    Row.push_back({Title.str()});
  for (const Question &Q : questions())
    Row.push_back({Q.Name.str()});
  return Row;
}

static Cells cellsOf(const TaskRow &Row) {
  Cells Result = {{shownPlace(Row.File, Row.Line)},
                  {printable(Row.In)},
                  {printable(Row.How)},
                  {printable(Row.Entry)}};
  for (const Question &Q : questions())
    Result.push_back({shown(Row.*Q.Member), (Row.*Q.Member).Is});
  return Result;
}

/// How many bytes of \p Text fill a line of \p Width: up to the last place
/// before which a name or a sentence can be broken, or as many as fit.
static size_t breakAfter(StringRef Text, size_t Width) {
  size_t Fits = 0, Good = 0;
  for (size_t At = 0; At < Text.size();) {
    size_t Next = At + 1;
    while (Next < Text.size() && (Text[Next] & 0xc0) == 0x80)
      ++Next;
    // One character has to fit, or a line would hold nothing.
    if (Fits && widthOf(Text.take_front(Next)) > Width)
      return Good ? Good : Fits;
    Fits = At = Next;
    // Not after one colon: "server.cpp:12" stays whole.
    StringRef Done = Text.take_front(At);
    if (StringRef(" /_").contains(Done.back()) || Done.ends_with("::"))
      Good = At;
  }
  return Text.size();
}

static std::vector<StringRef> wrapped(StringRef Text, size_t Width) {
  std::vector<StringRef> Lines;
  do {
    size_t End = breakAfter(Text, Width);
    Lines.push_back(Text.take_front(End).rtrim(' '));
    Text = Text.drop_front(End).ltrim(' ');
  } while (!Text.empty());
  return Lines;
}

static void printColored(StringRef Text, Answer::Kind Is, llvm::raw_ostream &OS,
                         bool Colors) {
  if (!Colors || Is == Answer::Known) {
    OS << Text;
    return;
  }
  // Dim is black made bright: the one gray of the eight colors.
  bool Nobody = Is == Answer::Nobody;
  llvm::WithColor(OS,
                  Nobody ? llvm::raw_ostream::RED : llvm::raw_ostream::BLACK,
                  /*Bold=*/true, /*BG=*/false, llvm::ColorMode::Enable)
      << Text;
}

static size_t sum(llvm::ArrayRef<size_t> Widths) {
  return std::accumulate(Widths.begin(), Widths.end(),
                         Gap * (Widths.size() - 1));
}

/// The widths of the columns, or nothing when they do not fit. The widest ones
/// give way, so that short answers stay on a line.
static std::vector<size_t> widthsOf(llvm::ArrayRef<Cells> Rows,
                                    size_t Columns) {
  std::vector<size_t> Widths(Rows.front().size());
  for (const Cells &Row : Rows)
    for (auto [Width, C] : llvm::zip_equal(Widths, Row))
      Width = std::max(Width, widthOf(C.Text));
  while (Columns && sum(Widths) > Columns) {
    size_t &Widest = *llvm::max_element(Widths);
    if (Widest <= MinWidth)
      return {};
    --Widest;
  }
  return Widths;
}

static void printRow(const Cells &Row, llvm::ArrayRef<size_t> Widths,
                     llvm::raw_ostream &OS, bool Colors) {
  std::vector<std::vector<StringRef>> Lines;
  size_t Height = 0;
  for (auto [C, Width] : llvm::zip_equal(Row, Widths)) {
    Lines.push_back(wrapped(C.Text, Width));
    Height = std::max(Height, Lines.back().size());
  }
  for (size_t Line = 0; Line < Height; ++Line) {
    // Blanks are written before the next text, so none ends a line.
    size_t Owed = 0;
    for (size_t Column = 0; Column < Row.size(); ++Column) {
      StringRef Text =
          Line < Lines[Column].size() ? Lines[Column][Line] : StringRef();
      if (!Text.empty()) {
        OS.indent(static_cast<unsigned>(Owed));
        printColored(Text, Row[Column].Is, OS, Colors);
        Owed = 0;
      }
      Owed += Widths[Column] - std::min(Widths[Column], widthOf(Text)) + Gap;
    }
    OS << '\n';
  }
}

/// A task in lines of their own, for terminals on which no table fits.
static void printBlock(const Cells &Titles, const Cells &Row,
                       llvm::raw_ostream &OS, size_t Columns, bool Colors) {
  size_t Left = 0;
  for (const Cell &Title : Titles)
    Left = std::max(Left, widthOf(Title.Text));
  Left += Gap;
  size_t Width = std::max(Columns > Left ? Columns - Left : 0, MinWidth);
  for (auto [Title, C] : llvm::zip_equal(Titles, Row)) {
    OS << Title.Text;
    size_t Owed = Left - widthOf(Title.Text);
    for (StringRef Line : wrapped(C.Text, Width)) {
      OS.indent(static_cast<unsigned>(Owed));
      printColored(Line, C.Is, OS, Colors);
      OS << '\n';
      Owed = Left;
    }
  }
  OS << '\n';
}

static std::string summary(const Inventory &I) {
  auto Lacking = [&](Answer TaskRow::*Member) {
    return llvm::count_if(I.Tasks, [&](const TaskRow &Row) {
      return (Row.*Member).Is == Answer::Nobody;
    });
  };
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  OS << I.Tasks.size() << (I.Tasks.size() == 1 ? " task" : " tasks");
  if (!I.Program.empty())
    OS << " of " << printable(I.Program);
  OS << " in " << I.Units << (I.Units == 1 ? " unit" : " units");
  if (!I.Tasks.empty())
    OS << ", " << Lacking(&TaskRow::Owner) << " without an owner, "
       << Lacking(&TaskRow::Wait) << " without a waiter";
  return Text;
}

void printInventoryTable(const Inventory &I, llvm::raw_ostream &OS,
                         unsigned Columns, bool Colors) {
  std::vector<Cells> Rows = {header()};
  for (const TaskRow &Row : I.Tasks)
    Rows.push_back(cellsOf(Row));
  if (I.Tasks.empty()) {
    // The summary says it.
  } else if (std::vector<size_t> Widths = widthsOf(Rows, Columns);
             !Widths.empty()) {
    for (const Cells &Row : Rows)
      printRow(Row, Widths, OS, Colors);
    OS << '\n';
  } else {
    for (const Cells &Row : llvm::drop_begin(Rows))
      printBlock(Rows.front(), Row, OS, Columns, Colors);
  }
  std::string Summary = summary(I);
  for (StringRef Line : wrapped(Summary, Columns ? Columns : Summary.size()))
    OS << Line << '\n';
}

} // namespace joinery::report
