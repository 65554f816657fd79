//===- Sarif.cpp - The report in SARIF 2.1.0 ------------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Clang's SarifDocumentWriter has no code flows, fixes, suppressions,
// fingerprints or invocations, and wants a source manager for every place. So
// the document is written as JSON. "Story" is what the notes tell in the order
// of time: steps elsewhere, which lead to the place of the finding.
//
//===----------------------------------------------------------------------===//

#include "report/Catalogue.h"
#include "report/Fingerprint.h"
#include "report/Formats.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"

using clang::tooling::DiagnosticMessage;
using clang::tooling::Replacement;
using clang::tooling::Replacements;
using llvm::StringRef;
using llvm::json::Array;
using llvm::json::fixUTF8;
using llvm::json::Object;

namespace joinery::report {

/// \p Path as the path of a URI.
static std::string uriPath(StringRef Path) {
  std::string Result;
  for (char C : Path) {
    if (llvm::isAlnum(C) || StringRef("/-._~+@").contains(C))
      Result += C;
    else
      Result += "%" + llvm::toHex(static_cast<unsigned char>(C));
  }
  return Result;
}

static Object text(StringRef Text) { return Object{{"text", fixUTF8(Text)}}; }

namespace {

class SarifWriter {
public:
  SarifWriter(const Report &R, Sources &Files)
      : R(R), Files(Files), Names(Files) {}
  Object run();

private:
  Object artifact(StringRef Path);
  Object region(StringRef Path, unsigned Begin, unsigned End);
  Object location(const DiagnosticMessage &M);
  Object rule(StringRef Name);
  Object result(const Diagnostic &E);
  Object fix(StringRef Description, const llvm::StringMap<Replacements> &Fix);
  Array codeFlows(const Diagnostic &E);
  Array relatedLocations(const Diagnostic &E);
  Array fixes(const Diagnostic &E);
  Object invocation();
  size_t ruleIndex(StringRef Name);

  const Report &R;
  Sources &Files;
  Fingerprints Names;
  std::vector<std::string> Rules;
};

} // namespace

size_t SarifWriter::ruleIndex(StringRef Name) {
  auto Found = llvm::find(Rules, Name);
  if (Found == Rules.end())
    Found = Rules.insert(Rules.end(), Name.str());
  return Found - Rules.begin();
}

Object SarifWriter::artifact(StringRef Path) {
  if (llvm::sys::path::is_absolute(Path))
    return Object{{"uri", "file://" + uriPath(Path)}};
  return Object{{"uri", uriPath(Path)}, {"uriBaseId", "%SRCROOT%"}};
}

Object SarifWriter::region(StringRef Path, unsigned Begin, unsigned End) {
  Position From = Files.position(Path, Begin), To = Files.position(Path, End);
  return Object{{"startLine", From.Line},
                {"startColumn", From.Utf16Column},
                {"endLine", To.Line},
                {"endColumn", To.Utf16Column}};
}

Object SarifWriter::location(const DiagnosticMessage &M) {
  Object Result;
  if (!M.FilePath.empty()) {
    unsigned End = Files.endOfToken(M.FilePath, M.FileOffset);
    Result["physicalLocation"] =
        Object{{"artifactLocation", artifact(M.FilePath)},
               {"region", region(M.FilePath, M.FileOffset, End)}};
  }
  Result["message"] = text(M.Message);
  return Result;
}

Array SarifWriter::codeFlows(const Diagnostic &E) {
  Array Steps;
  for (const DiagnosticMessage &Note : E.Notes)
    if (isStep(Note, E))
      Steps.push_back(Object{{"location", location(Note)}});
  if (Steps.empty())
    return {};
  Steps.push_back(Object{{"location", location(E.Message)}});
  int Order = 0;
  for (llvm::json::Value &Step : Steps)
    (*Step.getAsObject())["executionOrder"] = ++Order;
  return Array{
      Object{{"threadFlows", Array{Object{{"locations", std::move(Steps)}}}}}};
}

Array SarifWriter::relatedLocations(const Diagnostic &E) {
  Array Related;
  for (const DiagnosticMessage &Note : E.Notes) {
    Object Place = location(Note);
    Place["id"] = static_cast<int64_t>(Related.size());
    Related.push_back(std::move(Place));
  }
  return Related;
}

Object SarifWriter::fix(StringRef Description,
                        const llvm::StringMap<Replacements> &Fix) {
  Array Changes;
  for (const auto &File : Fix) {
    Array Replaced;
    for (const Replacement &C : File.second)
      Replaced.push_back(
          Object{{"deletedRegion", region(C.getFilePath(), C.getOffset(),
                                          C.getOffset() + C.getLength())},
                 {"insertedContent", text(C.getReplacementText())}});
    Changes.push_back(Object{{"artifactLocation", artifact(File.first())},
                             {"replacements", std::move(Replaced)}});
  }
  return Object{{"description", text(Description)},
                {"artifactChanges", std::move(Changes)}};
}

Array SarifWriter::fixes(const Diagnostic &E) {
  Array Fixes;
  if (!E.Message.Fix.empty())
    Fixes.push_back(fix(E.Message.Message, E.Message.Fix));
  for (const DiagnosticMessage &Note : E.Notes)
    if (!Note.Fix.empty())
      Fixes.push_back(fix(Note.Message, Note.Fix));
  return Fixes;
}

Object SarifWriter::result(const Diagnostic &E) {
  bool IsError = E.DiagLevel == Diagnostic::Error || E.IsWarningAsError;
  Object Place = location(E.Message);
  Place.erase("message");
  Object Result{
      {"ruleId", E.DiagnosticName},
      {"ruleIndex", static_cast<int64_t>(ruleIndex(E.DiagnosticName))},
      {"level", IsError ? "error" : "warning"},
      {"message", text(E.Message.Message)},
      {"locations", Array{std::move(Place)}},
      {"partialFingerprints", Object{{"joineryFinding/v1", Names.next(E)}}}};
  if (Array Flows = codeFlows(E); !Flows.empty())
    Result["codeFlows"] = std::move(Flows);
  if (Array Related = relatedLocations(E); !Related.empty())
    Result["relatedLocations"] = std::move(Related);
  if (Array Fixes = fixes(E); !Fixes.empty())
    Result["fixes"] = std::move(Fixes);
  // Empty means: known not to be suppressed.
  Result["suppressions"] = Array();
  return Result;
}

Object SarifWriter::rule(StringRef Name) {
  Object Rule{{"id", Name.str()},
              {"defaultConfiguration", Object{{"level", "warning"}}}};
  for (const CheckEntry &Check : catalogue()) {
    if (Check.Name != Name)
      continue;
    Rule["shortDescription"] = text(Check.Summary);
    Rule["fullDescription"] = text(Check.Summary);
    Rule["help"] = Object{{"text", ("joinery explain " + Name).str()},
                          {"markdown", fixUTF8(pageOf(Name))}};
    Rule["properties"] =
        Object{{"group", Check.Group},
               {"since", Check.Since},
               {"tags", Array{"concurrency", Check.Group.str()}}};
  }
  return Rule;
}

Object SarifWriter::invocation() {
  Array Execution, Configuration;
  for (const Diagnostic &E : R.Shown) {
    if (isFinding(E))
      continue;
    Object Place = location(E.Message);
    Place.erase("message");
    Object Notification{{"level", "error"},
                        {"message", text(E.Message.Message)},
                        {"descriptor", Object{{"id", E.DiagnosticName}}}};
    if (!Place.empty())
      Notification["locations"] = Array{std::move(Place)};
    (isCompileError(E) ? Execution : Configuration)
        .push_back(std::move(Notification));
  }
  for (const std::string &Message : R.Errors)
    Execution.push_back(Object{{"level", "error"}, {"message", text(Message)}});
  for (const std::string &Message : R.Notes)
    Execution.push_back(Object{{"level", "note"}, {"message", text(Message)}});
  return Object{{"executionSuccessful", R.ExitStatus <= 1},
                {"exitCode", R.ExitStatus},
                {"toolExecutionNotifications", std::move(Execution)},
                {"toolConfigurationNotifications", std::move(Configuration)}};
}

Object SarifWriter::run() {
  for (StringRef Name : checkNames())
    Rules.push_back(Name.str());
  Array Results, RuleObjects;
  for (const Diagnostic &E : R.Shown) {
    if (!isFinding(E))
      continue;
    Results.push_back(result(E));
    if (R.HasBaseline)
      (*Results.back().getAsObject())["baselineState"] = "new";
  }
  for (const SilencedFinding &S : R.Silenced) {
    bool ByComment = S.By == SilencedFinding::ByComment;
    Object Result = result(S.Found);
    Result["suppressions"] =
        Array{Object{{"kind", ByComment ? "inSource" : "external"},
                     {"status", "accepted"},
                     {"justification", ByComment ? "a NOLINT comment"
                                                 : "listed in the baseline"}}};
    if (R.HasBaseline)
      Result["baselineState"] = ByComment ? "new" : "unchanged";
    Results.push_back(std::move(Result));
  }
  for (const std::string &Name : Rules)
    RuleObjects.push_back(rule(Name));
  return Object{
      {"tool", Object{{"driver", Object{{"name", "joinery"},
                                        {"version", JOINERY_VERSION},
                                        {"semanticVersion", JOINERY_VERSION},
                                        {"rules", std::move(RuleObjects)}}}}},
      {"invocations", Array{invocation()}},
      {"originalUriBaseIds",
       Object{
           {"%SRCROOT%", Object{{"uri", "file://" + uriPath(R.Root) + "/"}}}}},
      {"columnKind", "utf16CodeUnits"},
      {"results", std::move(Results)}};
}

void printSarif(const Report &R, Sources &Files, llvm::raw_ostream &OS) {
  Object Log{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
             {"version", "2.1.0"},
             {"runs", Array{SarifWriter(R, Files).run()}}};
  OS << llvm::formatv("{0:2}\n", llvm::json::Value(std::move(Log)));
}

} // namespace joinery::report
