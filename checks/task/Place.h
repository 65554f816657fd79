//===- Place.h - An object as the code names it ----------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A place is a root (variable, `this`, temporary) and the fields that lead
// from it. Elements, pointees and iterators collapse into the object that
// holds them: `threads[i]`, `*thread` and `it->second` are `threads`, `thread`
// and the map. One element stands for all, which is what ownership questions
// need: the container inherits the duty.
//
// What a call leads to and no variable names (`find(id)->thread`) is a member
// of an unnamed object: it may be any object's, and is the same only where it
// is the very same expression.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_TASK_PLACE_H
#define JOINERY_TASK_PLACE_H

#include "clang/AST/Decl.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/SmallVector.h"
#include <string>

namespace joinery {

class Place {
public:
  enum class Base : unsigned char { None, Variable, This, Temporary, Unnamed };

  Place() = default;
  static Place variable(const clang::VarDecl *V) {
    return Place(Base::Variable, V->getCanonicalDecl());
  }
  static Place thisObject() { return Place(Base::This, nullptr); }
  static Place temporary(const clang::Expr *E) {
    return Place(Base::Temporary, E);
  }
  /// What \p E leads to, which cannot be told.
  static Place unnamed(const clang::Expr *E) { return Place(Base::Unnamed, E); }

  bool valid() const { return Kind != Base::None; }
  explicit operator bool() const { return valid(); }
  Base base() const { return Kind; }
  bool isThis() const { return Kind == Base::This; }
  bool isUnnamed() const { return Kind == Base::Unnamed; }

  /// The root variable, or null.
  const clang::VarDecl *variable() const {
    return Kind == Base::Variable ? static_cast<const clang::VarDecl *>(Root)
                                  : nullptr;
  }

  /// The expression that made a temporary, or null.
  const clang::Expr *temporary() const {
    return Kind == Base::Temporary ? static_cast<const clang::Expr *>(Root)
                                   : nullptr;
  }

  llvm::ArrayRef<const clang::FieldDecl *> path() const { return Path; }

  /// The field or variable that this place ends in, or null.
  const clang::ValueDecl *last() const;

  Place field(const clang::FieldDecl *F) const {
    Place Result = *this;
    Result.Path.push_back(F->getCanonicalDecl());
    return Result;
  }

  /// This place with its root replaced: \p NewRoot followed by this path.
  Place rebased(const Place &NewRoot) const;

  /// Whether this place is \p Other or a part of it.
  bool within(const Place &Other) const;
  /// Whether one of the two is a part of the other.
  bool touches(const Place &Other) const {
    return within(Other) || Other.within(*this);
  }

  friend bool operator==(const Place &A, const Place &B) {
    return A.Kind == B.Kind && A.Root == B.Root && A.Path == B.Path;
  }
  friend bool operator!=(const Place &A, const Place &B) { return !(A == B); }

  /// As a reader would write it: `this->pool_.threads`, without `this->` for
  /// members. Empty for an invalid place.
  std::string str() const;

private:
  Place(Base Kind, const void *Root) : Kind(Kind), Root(Root) {}

  Base Kind = Base::None;
  const void *Root = nullptr;
  llvm::SmallVector<const clang::FieldDecl *, 2> Path;
};

/// Whether two places can be the same object when looked at from different
/// functions: the same field paths from the end, with roots that do not
/// contradict each other.
bool mayBeSameObject(const Place &A, const Place &B);

} // namespace joinery

#endif // JOINERY_TASK_PLACE_H
