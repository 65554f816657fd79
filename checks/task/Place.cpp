//===- Place.cpp - An object as the code names it -------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "task/Place.h"

using namespace clang;

namespace joinery {

const ValueDecl *Place::last() const {
  if (!Path.empty())
    return Path.back();
  return variable();
}

Place Place::rebased(const Place &NewRoot) const {
  if (!NewRoot)
    return {};
  Place Result = NewRoot;
  Result.Path.append(Path.begin(), Path.end());
  return Result;
}

bool Place::within(const Place &Other) const {
  if (!valid() || Kind != Other.Kind || Root != Other.Root ||
      Path.size() < Other.Path.size())
    return false;
  return std::equal(Other.Path.begin(), Other.Path.end(), Path.begin());
}

std::string Place::str() const {
  std::string Text;
  if (const VarDecl *V = variable())
    Text = V->getNameAsString();
  else if (Kind == Base::Temporary)
    Text = "temporary";
  else if (Kind == Base::This && Path.empty())
    Text = "*this";
  for (const FieldDecl *F : Path) {
    if (!Text.empty())
      Text += '.';
    Text += F->getNameAsString();
  }
  return Text;
}

bool mayBeSameObject(const Place &A, const Place &B) {
  if (!A || !B)
    return false;
  if (A == B)
    return true;
  // Different variables are different objects; pointers and references among
  // them were resolved when the places were made, parameters were not.
  auto IsFixed = [](const Place &P) {
    const VarDecl *V = P.variable();
    return V && !isa<ParmVarDecl>(V) && !V->getType()->isPointerType() &&
           !V->getType()->isReferenceType();
  };
  size_t Common = std::min(A.path().size(), B.path().size());
  if (Common == 0)
    return false;
  if (IsFixed(A) && IsFixed(B) && A.path().size() == B.path().size() &&
      A.variable() != B.variable())
    return false;
  return A.path().take_back(Common) == B.path().take_back(Common);
}

} // namespace joinery
