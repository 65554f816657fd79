//===- Vocabulary.cpp - The words without which there is no task ----------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "scan/Vocabulary.h"
#include "llvm/ADT/STLExtras.h"

using llvm::StringRef;

namespace joinery::scan {

Vocabulary::Vocabulary(const model::Model &M) {
  auto AddName = [&](StringRef Name) {
    llvm::SmallVector<StringRef, 4> Parts;
    Name.split(Parts, "::", -1, /*KeepEmpty=*/false);
    llvm::SmallVector<unsigned, 4> Of;
    for (StringRef Part : Parts)
      Of.push_back(
          Indices.try_emplace(Part, static_cast<unsigned>(Indices.size()))
              .first->second);
    if (!Of.empty())
      Names.push_back(std::move(Of));
  };
  for (const model::Type *T : M.types())
    if (model::carriesTask(T)) {
      AddName(T->Name);
      for (const std::string &Name : T->Also)
        AddName(Name);
    }
  for (const model::Function *F : M.functions())
    if (model::namesTask(*F))
      AddName(F->Name);
  for (const auto &Word : Indices)
    Sorted.push_back({Word.getKey().str(), Word.getValue()});
  llvm::sort(Sorted);
}

void Vocabulary::add(StringRef Word, llvm::BitVector &Words) const {
  auto At = Indices.find(Word);
  if (At != Indices.end())
    Words.set(At->second);
}

void Vocabulary::addPasted(StringRef Word, llvm::BitVector &Words) const {
  // A letter or two begin anything.
  if (Word.size() < 4 && !Word.ends_with("_"))
    return;
  for (auto At = llvm::lower_bound(
           Sorted, Word,
           [](const auto &Known, StringRef W) { return Known.first < W; });
       At != Sorted.end() && StringRef(At->first).starts_with(Word); ++At)
    Words.set(At->second);
}

bool Vocabulary::anyName(const llvm::BitVector &Words) const {
  return llvm::any_of(Names, [&](const auto &Parts) {
    return llvm::all_of(Parts, [&](unsigned Part) { return Words.test(Part); });
  });
}

} // namespace joinery::scan
