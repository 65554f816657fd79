//===- Suppressions.cpp - NOLINT comments and what they silence -----------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Suppressions.h"
#include "clang-tidy/GlobList.h"
#include "report/Catalogue.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Regex.h"

using namespace clang;

namespace joinery::driver {

namespace {

class SkippedLinesCallback : public PPCallbacks {
public:
  SkippedLinesCallback(const SourceManager &Sources, SkippedLines &Skipped)
      : Sources(Sources), Skipped(Skipped) {}
  void SourceRangeSkipped(SourceRange Range, SourceLocation) override {
    Skipped.push_back({Sources.getFileID(Range.getBegin()),
                       {Sources.getSpellingLineNumber(Range.getBegin()),
                        Sources.getSpellingLineNumber(Range.getEnd())}});
  }

private:
  const SourceManager &Sources;
  SkippedLines &Skipped;
};

/// One NOLINT comment: the lines that it covers and what it names.
struct Directive {
  unsigned First, Last;
  unsigned Offset; ///< Of the list in the file.
  StringRef List;
};

} // namespace

void recordSkippedLines(Preprocessor &PP, SkippedLines &Skipped) {
  PP.addPPCallbacks(
      std::make_unique<SkippedLinesCallback>(PP.getSourceManager(), Skipped));
}

void SuppressionRecorder::HandleDiagnostic(DiagnosticsEngine::Level Level,
                                           const Diagnostic &Info) {
  // Malformed blocks of a file are told to who asks first.
  SmallVector<tooling::Diagnostic, 1> Malformed;
  bool IsNote = Level == DiagnosticsEngine::Note;
  if (IsNote && KeepNotes) {
    recordSilenced(Level, Info);
  } else if (Info.hasSourceManager() &&
             Context.shouldSuppressDiagnostic(Level, Info, Malformed)) {
    recordUse(Info.getSourceManager(), Info.getLocation(),
              Context.getCheckName(Info.getID()));
    KeepNotes = !IsNote && isReported(Info);
    if (KeepNotes)
      recordSilenced(Level, Info);
  } else if (!IsNote) {
    KeepNotes = false;
  }
  ClangTidyDiagnosticConsumer::HandleDiagnostic(Level, Info);
  for (const tooling::Diagnostic &E : Malformed)
    Context.diag(E);
}

void SuppressionRecorder::recordUse(const SourceManager &Sources,
                                    SourceLocation At, StringRef Check) {
  // As clang-tidy looks for the comment: where a macro is written, and on each
  // line on which its expansion stands.
  for (; At.isValid(); At = Sources.getImmediateExpansionRange(At).getBegin()) {
    auto [File, Offset] = Sources.getDecomposedSpellingLoc(At);
    if (OptionalFileEntryRef Entry = Sources.getFileEntryRefForID(File))
      Uses.push_back({Entry->getName().str(),
                      Sources.getLineNumber(File, Offset), Check.str()});
    if (!At.isMacroID())
      break;
  }
}

/// Whether the finding would be shown if no comment silenced it.
bool SuppressionRecorder::isReported(const Diagnostic &Info) const {
  const SourceManager &Sources = Info.getSourceManager();
  SourceLocation At = Sources.getFileLoc(Info.getLocation());
  if (At.isInvalid() || Sources.isInSystemHeader(At))
    return false;
  if (Sources.isInMainFile(At))
    return true;
  StringRef Name = Sources.getFilename(At);
  const tidy::ClangTidyOptions &O = Context.getOptions();
  auto Matches = [&](const std::optional<std::string> &Pattern) {
    return Pattern && !Pattern->empty() && llvm::Regex(*Pattern).match(Name);
  };
  return Matches(O.HeaderFilterRegex) && !Matches(O.ExcludeHeaderFilterRegex);
}

void SuppressionRecorder::recordSilenced(DiagnosticsEngine::Level Level,
                                         const Diagnostic &Info) {
  SmallString<128> Text;
  Info.FormatDiagnostic(Text);
  tooling::DiagnosticMessage Message(Text);
  if (Info.hasSourceManager() && Info.getLocation().isValid())
    Message = tooling::DiagnosticMessage(
        Text, Info.getSourceManager(),
        Info.getSourceManager().getFileLoc(Info.getLocation()));
  if (Level == DiagnosticsEngine::Note) {
    Silenced.back().Notes.push_back(std::move(Message));
    return;
  }
  ClangTidyError E(Context.getCheckName(Info.getID()), ClangTidyError::Warning,
                   Context.getCurrentBuildDirectory(),
                   /*IsWarningAsError=*/false);
  E.Message = std::move(Message);
  Silenced.push_back(std::move(E));
}

std::vector<ClangTidyError> SuppressionRecorder::takeSilenced() {
  return std::move(Silenced);
}

/// Adds the directives of the comment \p Text. A block is open (Last is 0)
/// until its end is found; an end closes the last one that names the same.
static void readComment(StringRef Text, unsigned Offset,
                        llvm::function_ref<unsigned(unsigned)> LineOf,
                        std::vector<Directive> &Found) {
  static constexpr StringRef Marker = "NOLINT";
  for (size_t At = Text.find(Marker); At != StringRef::npos;
       At = Text.find(Marker, At + Marker.size())) {
    StringRef Rest = Text.substr(At + Marker.size());
    StringRef Kind = Rest.take_while(llvm::isAlnum);
    Rest = Rest.drop_front(Kind.size());
    if (!Rest.consume_front("(") || !Rest.contains(')'))
      continue;
    unsigned ListAt = Offset + static_cast<unsigned>(Rest.data() - Text.data());
    StringRef List = Rest.split(')').first;
    unsigned Line = LineOf(Offset + static_cast<unsigned>(At));
    if (Kind.empty())
      Found.push_back({Line, Line, ListAt, List});
    else if (Kind == "NEXTLINE")
      Found.push_back({Line + 1, Line + 1, ListAt, List});
    else if (Kind == "BEGIN")
      Found.push_back({Line, 0, ListAt, List});
    else if (Kind == "END")
      for (Directive &D : llvm::reverse(Found))
        if (D.Last == 0 && D.List == List) {
          D.Last = Line;
          break;
        }
  }
}

static std::vector<Directive> readDirectives(FileID File,
                                             const SourceManager &Sources,
                                             const LangOptions &LangOpts) {
  std::vector<Directive> Found;
  StringRef Text = Sources.getBufferData(File);
  if (!Text.contains("NOLINT") || !Text.contains("joinery-"))
    return Found;
  auto LineOf = [&](unsigned Offset) {
    return Sources.getLineNumber(File, Offset);
  };
  Lexer Raw(File, Sources.getBufferOrFake(File), Sources, LangOpts);
  Raw.SetCommentRetentionState(true);
  Token T;
  do {
    Raw.LexFromRawLexer(T);
    unsigned Offset = Sources.getFileOffset(T.getLocation());
    if (T.is(tok::comment))
      readComment(Text.substr(Offset, T.getLength()), Offset, LineOf, Found);
  } while (T.isNot(tok::eof));
  // A block without an end is an error already.
  llvm::erase_if(Found, [](const Directive &D) { return D.Last == 0; });
  return Found;
}

/// Whether \p Name is about our checks and every check that it means was run.
/// joinery-incomplete-work reads comments itself, where they silence nothing
/// that it would have said.
static bool canJudge(StringRef Name, llvm::ArrayRef<std::string> Enabled) {
  if (!Name.starts_with("joinery-"))
    return false;
  tidy::GlobList Means(Name);
  return !Means.contains("joinery-incomplete-work") &&
         llvm::all_of(report::checkNames(), [&](StringRef Check) {
           return !Means.contains(Check) || llvm::is_contained(Enabled, Check);
         });
}

std::vector<Suppression> SuppressionRecorder::suppressions(
    const SourceManager &Sources, const LangOptions &LangOpts,
    const SkippedLines &Skipped, llvm::ArrayRef<std::string> Enabled) const {
  std::vector<Suppression> All;
  auto AddFile = [&](FileID File, StringRef Path) {
    for (const Directive &D : readDirectives(File, Sources, LangOpts)) {
      bool IsSkipped = llvm::any_of(Skipped, [&](const auto &Lines) {
        return Lines.first == File && Lines.second.first <= D.First &&
               D.Last <= Lines.second.second;
      });
      SmallVector<StringRef> Names;
      D.List.split(Names, ',');
      for (StringRef Written : Names) {
        StringRef Name = Written.trim();
        if (IsSkipped || !canJudge(Name, Enabled))
          continue;
        tidy::GlobList Means(Name);
        bool Used = llvm::any_of(Uses, [&](const Use &U) {
          return U.File == Path && D.First <= U.Line && U.Line <= D.Last &&
                 Means.contains(U.Check);
        });
        auto Offset = static_cast<unsigned>(Name.data() - D.List.data());
        All.push_back({Path.str(), Context.getCurrentBuildDirectory(),
                       D.Offset + Offset, Name.str(), Used});
      }
    }
  };
  for (auto I = Sources.fileinfo_begin(); I != Sources.fileinfo_end(); ++I) {
    FileID File = Sources.translateFile(I->first);
    if (File.isValid() &&
        !Sources.isInSystemHeader(Sources.getLocForStartOfFile(File)))
      AddFile(File, I->first.getName());
  }
  return All;
}

} // namespace joinery::driver
