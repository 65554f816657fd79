//===- InventoryHtml.cpp - Inventories as one page -----------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The page is complete as it is: the table is HTML, which a reader without
// scripts sees too; the script sorts and filters it and has Graphviz lay out
// the picture from the text that --format dot prints. Nothing is loaded, and a
// policy that names the scripts by their hashes forbids all others, should a
// name of the program ever find a way into the markup.
//
//===----------------------------------------------------------------------===//

#include "report/Inventory.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Base64.h"
#include "llvm/Support/SHA256.h"

using llvm::StringRef;

namespace joinery::report {

static StringRef part(StringRef Name) {
  for (const auto &[File, Text] : embeddedPageParts())
    if (File == Name)
      return Text;
  llvm_unreachable("a part that the build does not embed");
}

static std::string escaped(StringRef Text) {
  std::string Result;
  llvm::raw_string_ostream OS(Result);
  llvm::printHTMLEscaped(Text, OS);
  return Result;
}

/// As escaped(), with places where a long name may be broken.
static std::string breakable(StringRef Text) {
  std::string Result;
  while (!Text.empty()) {
    size_t End = Text.find_first_of(":/_");
    // Both colons of "::", and no break before a line's number.
    size_t Next = End == StringRef::npos ? Text.size() : End + 1;
    bool Colons = Text.substr(Next - 1).starts_with("::");
    Next += Colons;
    Result += escaped(Text.take_front(Next));
    if (Next < Text.size() && (Colons || Text[Next - 1] != ':'))
      Result += "<wbr>";
    Text = Text.drop_front(Next);
  }
  return Result;
}

static std::string hashOf(StringRef Script) {
  return "'sha256-" +
         llvm::encodeBase64(
             llvm::SHA256::hash(llvm::arrayRefFromStringRef(Script))) +
         "'";
}

static void printCell(llvm::raw_ostream &OS, StringRef Class, StringRef Text) {
  OS << "<td";
  if (!Class.empty())
    OS << " class=\"" << Class << '"';
  OS << '>' << breakable(Text) << "</td>";
}

static std::string place(StringRef File, unsigned Line,
                         const SourceLinks &Links) {
  std::string Text = breakable(shownPlace(File, Line));
  std::string Link = Links.to(File, Line);
  if (Link.empty())
    return Text;
  return "<a href=\"" + escaped(Link) + "\">" + Text + "</a>";
}

static void printRow(const TaskRow &Row, size_t Number, llvm::raw_ostream &OS,
                     const SourceLinks &Links) {
  OS << "<tr id=\"row" << Number << "\"><td>"
     << place(Row.File, Row.Line, Links) << "</td>";
  printCell(OS, "", printable(Row.In));
  printCell(OS, "", printable(Row.How));
  OS << "<td>" << breakable(printable(Row.Entry));
  if (!Row.EntryFile.empty())
    OS << " <small>" << place(Row.EntryFile, Row.EntryLine, Links)
       << "</small>";
  OS << "</td>";
  for (const Question &Q : questions()) {
    const Answer &A = Row.*Q.Member;
    printCell(OS,
              A.Is == Answer::Nobody    ? "nobody"
              : A.Is == Answer::Unknown ? "unknown"
                                        : "",
              shown(A));
  }
  OS << "</tr>\n";
}

static void printTable(const Inventory &I, llvm::raw_ostream &OS,
                       const SourceLinks &Links) {
  std::vector<StringRef> Titles = {"started at", "in", "how", "task"};
  for (const Question &Q : questions())
    Titles.push_back(Q.Name);
  OS << "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
        "aria-labelledby=\"tasks-title\">\n<table id=\"tasks\">\n<thead>\n"
        "<tr>";
  for (StringRef Title : Titles)
    OS << "<th scope=\"col\" data-name=\"" << Title << "\"><button "
       << "type=\"button\">" << Title << "</button></th>";
  OS << "</tr>\n<tr class=\"filters\" hidden>";
  for (StringRef Title : Titles)
    OS << "<td><input type=\"search\" aria-label=\"filter by " << Title
       << "\"></td>";
  OS << "</tr>\n</thead>\n<tbody>\n";
  for (const auto &[Number, Row] : llvm::enumerate(I.Tasks))
    printRow(Row, Number, OS, Links);
  OS << "</tbody>\n</table>\n</div>\n";
}

void printInventoryHtml(const Inventory &I, llvm::raw_ostream &OS,
                        const SourceLinks &Links) {
  StringRef Library = part("viz-global.js"), Script = part("inventory.js");
  std::string Title = "Tasks";
  if (!I.Program.empty())
    Title += " of " + escaped(printable(I.Program));
  std::string Dot;
  llvm::raw_string_ostream DotStream(Dot);
  // The tasks of the picture lead to the rows, and those to the sources.
  printInventoryDot(I, DotStream, SourceLinks());

  OS << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
        "<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
        "'none'; style-src 'unsafe-inline'; script-src 'wasm-unsafe-eval' "
     << hashOf(Library) << ' ' << hashOf(Script)
     << "\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n<title>"
     << Title << "</title>\n<style>\n"
     << part("inventory.css") << "</style>\n</head>\n<body>\n<h1>" << Title
     << "</h1>\n<p>" << I.Tasks.size()
     << (I.Tasks.size() == 1 ? " place starts" : " places start")
     << " a task, in " << I.Units << (I.Units == 1 ? " unit" : " units")
     << ".</p>\n"
        "<h2 id=\"tasks-title\">Who answers for them</h2>\n"
        "<form id=\"controls\" hidden>\n"
        "<label>Filter <input id=\"filter\" type=\"search\" "
        "accesskey=\"f\"></label>\n"
        "<label><input id=\"without-owner\" type=\"checkbox\"> only without an "
        "owner</label>\n"
        "<label><input id=\"without-waiter\" type=\"checkbox\"> only without a "
        "waiter</label>\n"
        "<output id=\"count\" aria-live=\"polite\"></output>\n</form>\n";
  printTable(I, OS, Links);
  OS << "<h2>Who owns, stops and waits</h2>\n"
        "<div id=\"picture\" class=\"scroll\" tabindex=\"0\" role=\"region\" "
        "aria-label=\"picture\"><p>The picture needs a browser that runs "
        "scripts and WebAssembly.</p></div>\n"
        "<details><summary>The picture as text, for Graphviz</summary>\n"
        "<pre id=\"dot\">"
     << escaped(Dot)
     << "</pre></details>\n"
        "<details><summary>Licenses</summary>\n<pre>"
     << escaped(part("LICENSE")) << "</pre></details>\n<script>" << Library
     << "</script>\n<script>" << Script << "</script>\n</body>\n</html>\n";
}

} // namespace joinery::report
