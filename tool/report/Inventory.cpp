//===- Inventory.cpp - What the renderers of tasks share ----------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "report/Inventory.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/JSON.h"
#include <tuple>

using llvm::StringRef;

namespace joinery::report {

llvm::ArrayRef<Question> questions() {
  static constexpr Question All[] = {
      {"owner", &TaskRow::Owner}, {"stop", &TaskRow::Stop},
      {"wait", &TaskRow::Wait},   {"drop", &TaskRow::Drop},
      {"throw", &TaskRow::Throw}, {"count", &TaskRow::Count},
      {"delay", &TaskRow::Delay},
  };
  return All;
}

void sortTasks(Inventory &I) {
  for (TaskRow &Row : I.Tasks)
    llvm::sort(Row.Units);
  llvm::sort(I.Tasks, [](const TaskRow &A, const TaskRow &B) {
    return std::tie(A.File, A.Line, A.Column, A.Id) <
           std::tie(B.File, B.Line, B.Column, B.Id);
  });
}

/// Whether the UTF-8 sequence \p Bytes stands for a character that changes how
/// the text around it is read: C1 controls, line separators, and the marks
/// that turn the direction of writing.
static bool isDeceptive(StringRef Bytes) {
  return (Bytes.size() == 2 && Bytes[0] == '\xc2' && Bytes[1] < '\xa0') ||
         (Bytes.starts_with("\xe2\x80") &&
          (Bytes[2] == '\x8e' || Bytes[2] == '\x8f' ||
           (Bytes[2] >= '\xa8' && Bytes[2] <= '\xae'))) ||
         (Bytes.starts_with("\xe2\x81") && Bytes[2] >= '\xa6' &&
          Bytes[2] <= '\xa9');
}

std::string printable(StringRef Text) {
  std::string Valid = llvm::json::fixUTF8(Text);
  std::string Result;
  llvm::raw_string_ostream OS(Result);
  for (size_t At = 0, Size = 1; At < Valid.size(); At += Size) {
    unsigned char Lead = static_cast<unsigned char>(Valid[At]);
    Size = Lead < 0x80 ? 1 : Lead < 0xe0 ? 2 : Lead < 0xf0 ? 3 : 4;
    StringRef Bytes = StringRef(Valid).substr(At, Size);
    if (Lead >= 0x20 && Lead != 0x7f && !isDeceptive(Bytes)) {
      OS << Bytes;
      continue;
    }
    for (char Byte : Bytes)
      OS << "\\x"
         << llvm::format_hex_no_prefix(static_cast<unsigned char>(Byte), 2);
  }
  return Result;
}

std::string shown(const Answer &A) {
  if (A.Is == Answer::Known)
    return printable(A.By.empty() ? A.Text : A.Text + ", by " + A.By);
  std::string Result = A.Is == Answer::Nobody ? "nobody" : "unknown";
  return A.Text.empty() ? Result : Result + ": " + printable(A.Text);
}

std::string shownPlace(StringRef File, unsigned Line) {
  if (File.empty())
    return "";
  return printable(File) + ":" + std::to_string(Line);
}

llvm::Expected<SourceLinks> SourceLinks::fromTemplate(StringRef Template) {
  auto Refuse = [&](const llvm::Twine &Why) {
    return llvm::createStringError(
        llvm::inconvertibleErrorCode(),
        "'" + Template + "' is no address of sources: " + Why +
            "; write one like https://host/repository/{file}#L{line}");
  };
  if (!Template.contains("{file}"))
    return Refuse("it has no {file}");
  if (llvm::none_of(
          llvm::ArrayRef<StringRef>{"http://", "https://", "file://"},
          [&](StringRef Scheme) { return Template.starts_with(Scheme); }))
    return Refuse("it begins with none of http://, https://, file://");
  SourceLinks Links;
  Links.Template = Template.str();
  return Links;
}

/// The bytes of a path that stand for something else in an address, as %XX.
static std::string percentEncoded(StringRef Path) {
  std::string Result;
  for (char C : Path) {
    if (llvm::isAlnum(C) || StringRef("/-._~+").contains(C))
      Result += C;
    else
      Result += "%" + llvm::utohexstr(static_cast<unsigned char>(C),
                                      /*LowerCase=*/false, /*Width=*/2);
  }
  return Result;
}

std::string SourceLinks::to(StringRef File, unsigned Line) const {
  if (Template.empty() || File.empty())
    return "";
  // In one pass: a file may be called "{line}".
  std::string Result;
  StringRef Rest = Template;
  while (!Rest.empty()) {
    if (Rest.consume_front("{file}"))
      Result += percentEncoded(File);
    else if (Rest.consume_front("{line}"))
      Result += std::to_string(Line);
    else {
      Result += Rest.front();
      Rest = Rest.drop_front();
    }
  }
  return Result;
}

} // namespace joinery::report
