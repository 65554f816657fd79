//===- Inventory.cpp - The command that lists a program's tasks ---------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Inventory.h"
#include "cache/ResultCache.h"
#include "driver/CacheOptions.h"
#include "driver/Commands.h"
#include "report/WriteFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Process.h"

using llvm::StringRef;

namespace joinery::driver {

namespace {

/// What the command line asks for.
struct InventoryOptions {
  Selection Selected;
  CacheOptions Kept;
  std::optional<std::string> From, Format, Output, Against, SourceUrl;
};

/// What is made of it: where it comes from and what is written.
struct Job {
  report::Inventory Tasks;
  std::optional<report::Inventory> Old;
  std::string Format;
  report::SourceLinks Links;
  std::vector<std::string> Problems; ///< Why it is not all.
};

} // namespace

static constexpr llvm::StringLiteral Formats[] = {"table", "json", "html",
                                                  "dot"};

static llvm::Expected<report::Inventory> readInventory(StringRef Path) {
  auto Text = llvm::MemoryBuffer::getFileOrSTDIN(Path, /*IsText=*/true);
  if (!Text)
    return error("'" + Path + "' cannot be read: " + Text.getError().message());
  auto Read = report::readInventoryJson((*Text)->getBuffer());
  if (!Read)
    return error("'" + Path + "' is no inventory that can be read: " +
                 llvm::toString(Read.takeError()));
  return Read;
}

/// Refuses what contradicts itself before anything is parsed.
static llvm::Error check(const InventoryOptions &Options) {
  std::string Format = Options.Format.value_or("table");
  if (!llvm::is_contained(Formats, Format)) {
    llvm::SmallVector<StringRef> Names(std::begin(Formats), std::end(Formats));
    StringRef Near = nearest(Format, Names);
    return error("there is no format '" + Format + "'; " +
                 (Near.empty() ? "there are table, json, html and dot"
                               : "did you mean '" + Near.str() + "'?"));
  }
  bool IsPicture = Format == "html" || Format == "dot";
  if (Options.Against && IsPicture)
    return error("--against is shown as text or JSON; leave out --format, or "
                 "use --format json");
  if (Options.SourceUrl && !IsPicture)
    return error("--source-url makes the links of --format html and dot; name "
                 "one of them");
  if (Format == "html" && !Options.Output &&
      llvm::sys::Process::StandardOutIsDisplayed())
    return error("the page is large; write it to a file with -o FILE");
  bool NamesUnits = !Options.Selected.Paths.empty() || Options.Selected.Build ||
                    Options.Selected.Flags;
  if (Options.From && NamesUnits)
    return error("--from shows a saved inventory and looks at no units; leave "
                 "out -p and paths");
  if (Options.From == "-" && Options.Against == "-")
    return error("--from and --against cannot both read standard input; name "
                 "a file for one of them");
  return llvm::Error::success();
}

static llvm::Expected<Job> prepare(const InventoryOptions &Options) {
  Job J;
  J.Format = Options.Format.value_or("table");
  if (Options.SourceUrl) {
    auto Links = report::SourceLinks::fromTemplate(*Options.SourceUrl);
    if (!Links)
      return Links.takeError();
    J.Links = *Links;
  }
  if (Options.Against) {
    auto Old = readInventory(*Options.Against);
    if (!Old)
      return Old.takeError();
    J.Old = std::move(*Old);
  }
  std::unique_ptr<cache::ResultCache> Cache =
      Options.From ? nullptr : Options.Kept.open();
  auto Tasks = Options.From ? readInventory(*Options.From)
                            : collectInventory(Options.Selected, Cache.get(),
                                               J.Problems);
  if (Cache)
    finish(*Cache);
  if (!Tasks)
    return Tasks.takeError();
  J.Tasks = std::move(*Tasks);
  return J;
}

/// Writes what was asked for, as fits a terminal of \p Columns, and returns the
/// status.
static int write(const Job &J, llvm::raw_ostream &OS, unsigned Columns,
                 bool Colors) {
  if (J.Old) {
    report::InventoryDiff D = report::compareInventories(*J.Old, J.Tasks);
    if (J.Format == "json")
      report::printDiffJson(D, OS);
    else
      report::printDiffText(D, OS, Colors);
    return D.worse() ? Findings : Clean;
  }
  if (J.Format == "json")
    report::printInventoryJson(J.Tasks, OS);
  else if (J.Format == "html")
    report::printInventoryHtml(J.Tasks, OS, J.Links);
  else if (J.Format == "dot")
    report::printInventoryDot(J.Tasks, OS, J.Links);
  else
    report::printInventoryTable(J.Tasks, OS, Columns, Colors);
  return Clean;
}

/// What went wrong with \p OS, which is forgotten by it.
static llvm::Error flushed(llvm::raw_fd_ostream &OS) {
  OS.flush();
  std::error_code Code = OS.error();
  OS.clear_error();
  return llvm::errorCodeToError(Code);
}

static int writeOut(const Job &J, const std::optional<std::string> &Output) {
  int Result = Clean;
  if (Output && *Output != "-") {
    if (llvm::Error E = report::writeFile(*Output, [&](llvm::raw_ostream &OS) {
          Result = write(J, OS, /*Columns=*/0, /*Colors=*/false);
        }))
      return fail(error("'" + *Output + "' cannot be written: " +
                        llvm::toString(std::move(E))));
    return Result;
  }
  Result = write(J, llvm::outs(), llvm::sys::Process::StandardOutColumns(),
                 llvm::sys::Process::StandardOutHasColors());
  if (llvm::Error E = flushed(llvm::outs()))
    return fail(
        error("the output cannot be written: " + llvm::toString(std::move(E))));
  return Result;
}

int runInventory(llvm::ArrayRef<StringRef> Args) {
  InventoryOptions Options;
  Arguments Line;
  Line.value("p", "BUILD", "build folder with compile_commands.json",
             Options.Selected.Build);
  Line.value("format", "FORMAT", "table (default), json, html or dot",
             Options.Format);
  Line.value("o", "FILE", "write there instead of standard output",
             Options.Output);
  Line.value("against", "OLD.json",
             "what has changed since this saved inventory", Options.Against);
  Line.value("from", "FILE.json", "show this saved inventory; - reads input",
             Options.From);
  Line.value("source-url", "TEMPLATE",
             "links of html and dot: https://host/{file}#L{line}",
             Options.SourceUrl);
  Options.Kept.addTo(Line);
  auto Paths = Line.parse(Args);
  if (!Paths)
    return fail(Paths.takeError());
  if (Line.help()) {
    llvm::outs() << "usage: joinery inventory [OPTION...] [PATH...] "
                    "[-- FLAGS]\n\n"
                    "Every task of the program: who owns it, stops it and "
                    "waits for it. With --against,\nstatus 1 says that a task "
                    "has no owner or no waiter that was not so before.\n\n";
    Line.printOptions(llvm::outs());
    return Clean;
  }
  for (StringRef Path : *Paths)
    Options.Selected.Paths.push_back(Path.str());
  Options.Selected.Flags = Line.afterDashes();

  if (llvm::Error E = check(Options))
    return fail(std::move(E));
  llvm::Expected<Job> J = prepare(Options);
  if (!J)
    return fail(J.takeError());
  int Status = writeOut(*J, Options.Output);
  for (const std::string &Problem : J->Problems)
    llvm::errs() << "joinery: error: " << Problem << '\n';
  return J->Problems.empty() ? Status : Failed;
}

} // namespace joinery::driver
