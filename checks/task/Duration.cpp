//===- Duration.cpp - How long a call sleeps ------------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "task/Duration.h"
#include "task/Extract.h"

using namespace clang;
using joinery::model::Op;
using joinery::model::TimeUnit;

namespace joinery {

/// Nanoseconds per tick of a duration: a class template of a number and a
/// ratio, as std::chrono::duration and boost::chrono::duration are.
static std::optional<std::pair<int64_t, int64_t>> tickOf(QualType T) {
  const auto *D = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T->getAsCXXRecordDecl());
  if (!D || D->getTemplateArgs().size() != 2 ||
      D->getTemplateArgs()[1].getKind() != TemplateArgument::Type)
    return std::nullopt;
  const auto *Ratio = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      D->getTemplateArgs()[1].getAsType()->getAsCXXRecordDecl());
  if (!Ratio || Ratio->getTemplateArgs().size() != 2 ||
      Ratio->getTemplateArgs()[0].getKind() != TemplateArgument::Integral ||
      Ratio->getTemplateArgs()[1].getKind() != TemplateArgument::Integral)
    return std::nullopt;
  return std::pair(
      Ratio->getTemplateArgs()[0].getAsIntegral().extOrTrunc(64).getSExtValue(),
      Ratio->getTemplateArgs()[1]
          .getAsIntegral()
          .extOrTrunc(64)
          .getSExtValue());
}

/// The number of ticks in an evaluated duration: its first number, however
/// deep.
static std::optional<long double> firstNumber(const APValue &V) {
  if (V.isInt())
    return V.getInt().getSignificantBits() <= 64
               ? std::optional<long double>(
                     V.getInt().extOrTrunc(64).getSExtValue())
               : std::nullopt;
  if (V.isFloat())
    return V.getFloat().convertToDouble();
  if (V.isStruct()) {
    for (unsigned I = 0; I != V.getStructNumBases(); ++I)
      if (auto N = firstNumber(V.getStructBase(I)))
        return N;
    for (unsigned I = 0; I != V.getStructNumFields(); ++I)
      if (auto N = firstNumber(V.getStructField(I)))
        return N;
  }
  return std::nullopt;
}

/// Nanoseconds per unit; none for what is no unit of a plain number.
static std::optional<int64_t> tickOf(TimeUnit Unit) {
  switch (Unit) {
  case TimeUnit::Hours:
    return 3600000000000;
  case TimeUnit::Minutes:
    return 60000000000;
  case TimeUnit::Seconds:
    return 1000000000;
  case TimeUnit::Milliseconds:
    return 1000000;
  case TimeUnit::Microseconds:
    return 1000;
  case TimeUnit::Nanoseconds:
    return 1;
  case TimeUnit::None:
  case TimeUnit::Timespec:
    break;
  }
  return std::nullopt;
}

static std::optional<int64_t> durationOf(Unit &U, const Expr *E,
                                         unsigned Depth = 0);

/// The duration that a call of a modelled function makes, at its longest.
static std::optional<int64_t> durationOfCall(Unit &U, const CallExpr *Call,
                                             unsigned Depth) {
  const FunctionDecl *Callee = Call->getDirectCallee();
  auto Meaning = Callee ? U.lookup().call(Callee) : std::nullopt;
  if (!Meaning || !Meaning->OfFunction)
    return std::nullopt;
  if (Meaning->Does == Op::Minimum) {
    std::optional<int64_t> Least;
    for (const Expr *Argument : Call->arguments())
      if (auto Length = durationOf(U, Argument, Depth + 1))
        Least = Least ? std::min(*Least, *Length) : *Length;
    return Least;
  }
  const model::Function &F = *Meaning->OfFunction;
  unsigned Index = F.DurationArgument.value_or(0);
  auto Tick = tickOf(F.DurationUnit);
  if (Meaning->Does != Op::Duration || !Tick || Index >= Call->getNumArgs())
    return std::nullopt;
  Expr::EvalResult R;
  if (!Call->getArg(Index)->EvaluateAsRValue(R, U.context()) ||
      R.HasSideEffects)
    return std::nullopt;
  if (auto N = firstNumber(R.Val))
    return int64_t(*N * *Tick);
  return std::nullopt;
}

static std::optional<int64_t> durationOf(Unit &U, const Expr *E,
                                         unsigned Depth) {
  if (!E || Depth > 6 || E->isValueDependent())
    return std::nullopt;
  if (auto *D = dyn_cast<CXXDefaultArgExpr>(E))
    return durationOf(U, D->getExpr(), Depth + 1);
  QualType T = E->getType().getNonReferenceType();
  if (auto Tick = tickOf(T)) {
    Expr::EvalResult R;
    if (E->EvaluateAsRValue(R, U.context()) && !R.HasSideEffects)
      if (auto N = firstNumber(R.Val))
        return int64_t(*N * 1000000000.0L * Tick->first / Tick->second);
  }
  const Expr *Value = valueOf(E);
  if (auto *C = dyn_cast<CXXConstructExpr>(Value);
      C && C->getNumArgs() == 1 &&
      (tickOf(T) || C->getConstructor()->isCopyOrMoveConstructor())) {
    // A constant that is passed by value.
    if (C->getConstructor()->isCopyOrMoveConstructor())
      if (auto Length = durationOf(U, C->getArg(0), Depth + 1))
        return Length;
    // A conversion from another duration.
    if (tickOf(C->getArg(0)->getType().getNonReferenceType()))
      return durationOf(U, C->getArg(0), Depth + 1);
  }
  if (auto *Ref = dyn_cast<DeclRefExpr>(Value))
    if (auto *V = dyn_cast<VarDecl>(Ref->getDecl());
        V && !isa<ParmVarDecl>(V) && V->getInit() && !U.isReassigned(V) &&
        (V->hasLocalStorage() || V->getType().isConstQualified() ||
         V->isConstexpr()))
      return durationOf(U, V->getInit(), Depth + 1);
  if (auto *Call = dyn_cast<CallExpr>(Value))
    if (auto Length = durationOfCall(U, Call, Depth))
      return Length;
  // now() + constant
  if (auto *O = dyn_cast<CXXOperatorCallExpr>(Value);
      O && O->getOperator() == OO_Plus && O->getNumArgs() == 2)
    for (const Expr *Side : {O->getArg(1), O->getArg(0)})
      if (tickOf(Side->getType().getNonReferenceType()))
        return durationOf(U, Side, Depth + 1);
  return std::nullopt;
}

/// The seconds and nanoseconds of a timespec that is not changed after its
/// initialization.
static std::optional<int64_t> timespecOf(Unit &U, const Expr *E) {
  E = valueOf(E);
  if (auto *O = dyn_cast<UnaryOperator>(E); O && O->getOpcode() == UO_AddrOf)
    E = valueOf(O->getSubExpr());
  const Expr *Init = E;
  if (auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    auto *V = dyn_cast<VarDecl>(Ref->getDecl());
    if (!V || isa<ParmVarDecl>(V) || !V->getInit() || U.isReassigned(V))
      return std::nullopt;
    // A field may be written: only a constant object is sure not to change.
    if (!V->getType().isConstQualified() && !V->hasLocalStorage())
      return std::nullopt;
    if (U.hasWrittenField(V))
      return std::nullopt;
    Init = V->getInit();
  } else if (auto *Compound = dyn_cast<CompoundLiteralExpr>(E)) {
    Init = Compound->getInitializer();
  }
  auto *List = dyn_cast<InitListExpr>(valueOf(Init));
  if (!List || List->getNumInits() != 2)
    return std::nullopt;
  int64_t Parts[2] = {0, 0};
  for (unsigned I = 0; I != 2; ++I) {
    Expr::EvalResult R;
    if (isa<ImplicitValueInitExpr>(List->getInit(I)))
      continue;
    if (List->getInit(I)->isValueDependent() ||
        !List->getInit(I)->EvaluateAsInt(R, U.context()))
      return std::nullopt;
    Parts[I] = R.Val.getInt().extOrTrunc(64).getSExtValue();
  }
  return Parts[0] * 1000000000 + Parts[1];
}

std::optional<int64_t> sleepLength(Unit &U, const CallExpr *Sleep) {
  const FunctionDecl *Callee = Sleep->getDirectCallee();
  auto Meaning = Callee ? U.lookup().call(Callee) : std::nullopt;
  if (!Meaning)
    return std::nullopt;
  const model::Function *F = Meaning->OfFunction;
  unsigned Index = F && F->DurationArgument ? *F->DurationArgument : 0;
  if (Index >= Sleep->getNumArgs())
    return std::nullopt;
  const Expr *E = Sleep->getArg(Index);
  TimeUnit Unit = F ? F->DurationUnit : TimeUnit::None;
  if (Unit == TimeUnit::Timespec)
    return timespecOf(U, E);
  if (E->getType()->isIntegerType()) {
    const Expr *Value = E;
    if (auto *Ref = dyn_cast<DeclRefExpr>(valueOf(E)))
      if (auto *V = dyn_cast<VarDecl>(Ref->getDecl());
          V && V->hasLocalStorage() && !isa<ParmVarDecl>(V) && V->getInit() &&
          !U.isReassigned(V))
        Value = V->getInit();
    Expr::EvalResult R;
    if (Value->isValueDependent() || !Value->EvaluateAsInt(R, U.context()))
      return std::nullopt;
    if (auto Tick = tickOf(Unit))
      return R.Val.getInt().extOrTrunc(64).getSExtValue() * *Tick;
    return std::nullopt;
  }
  return durationOf(U, E);
}

} // namespace joinery
