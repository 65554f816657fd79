//===- ConfigurationFile.cpp - A .clang-tidy file of any release ----------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/ConfigurationFile.h"
#include "driver/Arguments.h"
#include "clang/Basic/Version.h"
#include "llvm/Support/SourceMgr.h"

using llvm::StringRef;

namespace joinery::driver {

/// The keys of clang-tidy's MappingTraits<ClangTidyOptions>.
static constexpr StringRef KnownKeys[] = {
    "Checks",
    "WarningsAsErrors",
    "HeaderFileExtensions",
    "ImplementationFileExtensions",
    "HeaderFilterRegex",
    "ExcludeHeaderFilterRegex",
    "FormatStyle",
    "User",
    "CheckOptions",
    "ExtraArgs",
    "ExtraArgsBefore",
    "RemovedArgs",
    "InheritParentConfig",
    "UseColor",
    "SystemHeaders",
    "CustomChecks",
};

/// \p Text with empty lines in place of the top-level key \p Key and its value,
/// so that the places of the rest hold. Nothing when no line begins with it.
static std::optional<std::string> withoutKey(StringRef Text, StringRef Key) {
  std::string Result;
  bool Found = false, Inside = false;
  while (!Text.empty()) {
    StringRef Line;
    std::tie(Line, Text) = Text.split('\n');
    StringRef Rest = Line;
    if (Rest.consume_front(Key) && Rest.ltrim().starts_with(":")) {
      Found = Inside = true;
    } else if (Inside) {
      // A value goes on in lines that are indented, and a list also without.
      bool Continued = Line.trim().empty() || Line.starts_with(" ") ||
                       Line.starts_with("\t") || Line.starts_with("#") ||
                       (Line.starts_with("-") && !Line.starts_with("---"));
      Inside = Continued;
    }
    if (!Inside)
      Result += Line;
    Result += '\n';
  }
  return Found ? std::optional(Result) : std::nullopt;
}

static std::string withPlace(const llvm::SMDiagnostic &D,
                             const llvm::Twine &Message) {
  return (D.getFilename() + ":" + llvm::Twine(D.getLineNo()) + ":" +
          llvm::Twine(D.getColumnNo() + 1) + ": " + Message)
      .str();
}

clang::tidy::ClangTidyOptions
parseConfigurationFile(llvm::MemoryBufferRef Text,
                       std::vector<std::string> &Problems,
                       std::vector<std::string> &Notes) {
  std::string Current = Text.getBuffer().str();
  while (true) {
    std::vector<std::string> Found;
    std::string Foreign, Note;
    auto Parsed = clang::tidy::parseConfigurationWithDiags(
        llvm::MemoryBufferRef(Current, Text.getBufferIdentifier()),
        [&](const llvm::SMDiagnostic &D) {
          StringRef Key = D.getMessage();
          if (!Key.consume_front("unknown key '") || !Key.consume_back("'")) {
            Found.push_back(withPlace(D, D.getMessage()));
            return;
          }
          StringRef Near = nearest(Key, KnownKeys);
          if (!Near.empty()) {
            Found.push_back(withPlace(D, D.getMessage() + "; did you mean '" +
                                             Near + "'?"));
            return;
          }
          Foreign = Key.str();
          Note = withPlace(D, "key '" + Key +
                                  "' is not one of clang-tidy "
                                  "" CLANG_VERSION_MAJOR_STRING
                                  " and is passed over");
        });
    // An error would be printed again by clang-tidy, without its place.
    if (Parsed)
      return *Parsed;
    auto Rest = Found.empty() && !Foreign.empty() ? withoutKey(Current, Foreign)
                                                  : std::nullopt;
    if (!Rest) {
      if (Found.empty())
        Found.push_back(Note.empty() ? Text.getBufferIdentifier().str() +
                                           ": it cannot be read"
                                     : Note);
      Problems.insert(Problems.end(), Found.begin(), Found.end());
      return {};
    }
    Notes.push_back(Note);
    Current = *Rest;
  }
}

} // namespace joinery::driver
