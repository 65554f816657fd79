//===- ForgottenSenderCheck.cpp - Sends that nobody receives --------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ForgottenSenderCheck.h"
#include "flow/Channels.h"
#include "flow/Handles.h"
#include "task/Extract.h"
#include "clang/Lex/Lexer.h"
#include "llvm/Support/MathExtras.h"

using namespace clang;
using joinery::model::Role;

namespace joinery {

ForgottenSenderCheck::ForgottenSenderCheck(StringRef Name,
                                           tidy::ClangTidyContext *Context,
                                           std::shared_ptr<UnitCache> Units)
    : JoineryCheck(Name, Context, std::move(Units)),
      WarnOnReturnedChannel(Options.get("WarnOnReturnedChannel", true)),
      AssumeCallsMayThrow(Options.get("AssumeCallsMayThrow", false)) {}

void ForgottenSenderCheck::storeOptions(
    tidy::ClangTidyOptions::OptionMap &Opts) {
  JoineryCheck::storeOptions(Opts);
  Options.store(Opts, "WarnOnReturnedChannel", WarnOnReturnedChannel);
  Options.store(Opts, "AssumeCallsMayThrow", AssumeCallsMayThrow);
}

/// The smallest capacity that the type allows and that holds all sends, as
/// source text; empty when it cannot be told.
static std::string neededCapacity(const ChannelInfo &C,
                                  llvm::ArrayRef<const Sender *> Senders,
                                  const ASTContext &Context) {
  long Total = 0;
  for (const Sender *S : Senders) {
    if (S->Most >= ManySends)
      return {};
    if (S->Times.Is == Amount::SizeOf && Senders.size() == 1 && S->Most == 1 &&
        C.Type->Capacity->Usable == 0 && !C.Type->Capacity->PowerOfTwo &&
        S->Times.Text) {
      StringRef Text = Lexer::getSourceText(
          CharSourceRange::getTokenRange(S->Times.Text->getSourceRange()),
          Context.getSourceManager(), Context.getLangOpts());
      if (Text.empty() || Text.contains('\n'))
        return {};
      bool IsNumber = S->Times.Text->getType()->isIntegralOrEnumerationType();
      return IsNumber ? Text.str() : (Text + ".size()").str();
    }
    if (S->Times.Is != Amount::Constant)
      return {};
    Total += S->Times.Value * long(S->Most);
  }
  Total = std::max(Total - C.Type->Capacity->Usable, C.Type->MinimumCapacity);
  if (C.Type->Capacity->PowerOfTwo)
    Total = llvm::PowerOf2Ceil(Total);
  return std::to_string(Total);
}

/// The edit that gives the channel its capacity. Several sends of one channel
/// share it: equal edits would get in each other's way, so that only the first
/// finding has it.
static void offerCapacity(Defect &D, const ChannelInfo &C,
                          llvm::ArrayRef<const Sender *> Senders, bool First,
                          const ASTContext &Context) {
  if (!C.Type->Capacity->ConstructorArgument)
    return;
  std::string Needed = neededCapacity(C, Senders, Context);
  if (Needed.empty())
    return;
  Step S;
  S.At = C.Variable->getLocation();
  S.Text = "a capacity of " + Needed + " holds all that is sent";
  SourceLocation Name = C.Variable->getLocation();
  if (C.Argument) {
    S.At = C.Argument->getBeginLoc();
    if (S.At.isFileID())
      S.Fixes.push_back(
          FixItHint::CreateReplacement(C.Argument->getSourceRange(), Needed));
  } else if (auto *Call = dyn_cast_or_null<CallExpr>(C.Made);
             Call && Call->getNumArgs() == 0) {
    S.Fixes.push_back(FixItHint::CreateInsertion(Call->getRParenLoc(), Needed));
  } else if (auto *Construct = dyn_cast_or_null<CXXConstructExpr>(C.Made);
             Construct && Name.isFileID() &&
             Construct->getParenOrBraceRange().isInvalid() &&
             C.Variable->getInitStyle() == VarDecl::CallInit) {
    S.Fixes.push_back(FixItHint::CreateInsertion(
        Lexer::getLocForEndOfToken(Name, 0, Context.getSourceManager(),
                                   Context.getLangOpts()),
        "(" + Needed + ")"));
  }
  if (!First)
    S.Fixes.clear();
  D.Story.push_back(std::move(S));
}

static std::string capacityText(const ChannelInfo &C) {
  if (C.Capacity.Is != Amount::Constant)
    return "whose capacity does not hold them";
  if (C.Capacity.Value == 0)
    return "without room";
  return "with room for " + std::to_string(C.Capacity.Value);
}

static void tell(const ChannelInfo &C, const Forgotten &Lost,
                 const Sender &Sender, const SendSite &Site, bool First,
                 Unit &U, Defects &Found) {
  const ASTContext &Context = U.context();
  std::string Name = C.Variable->getNameAsString();
  Defect D;
  D.At = operationAt(Site.At->Origin);
  if (Lost.Returned)
    D.Message = "this send blocks for ever when the caller does not receive: "
                "'" +
                Name + "' is returned " + capacityText(C) +
                ", and nothing binds the caller; give it room for what is sent";
  else
    D.Message = "this send can block for ever: on a path nobody receives from "
                "'" +
                Name + "' any more, a channel " + capacityText(C) +
                "; give it room, or close or drain it on that path";
  D.then(C.Variable->getLocation(), "'" + Name + "' is made here");
  D.then(Sender.Task->At->getBeginLoc(),
         Sender.Times.Is == Amount::Constant && Sender.Times.Value == 1
             ? "the sending task is started here"
             : "several sending tasks are started here");
  if (Lost.GaveUp)
    D.then(operationAt(Lost.GaveUp->Origin), "the receiver can give up here");
  for (const auto &[Where, Text] : Lost.Path)
    D.then(Where, Text);
  if (Lost.Returned)
    D.then(Lost.Exit, "the channel is returned here");
  else if (Lost.Throws)
    D.then(Lost.Exit, "an exception leaves the function here");
  else
    D.then(Lost.Exit, Lost.Received
                          ? "the function leaves here after " +
                                std::to_string(Lost.Received) +
                                (Lost.Received == 1 ? " receive" : " receives")
                          : "the function leaves here without a receive");
  offerCapacity(D, C, Lost.Started, First, Context);
  Found.push_back(std::move(D));
}

void ForgottenSenderCheck::find(Analysis &A, Defects &Found) {
  Unit &U = A.Tasks;
  for (const FunctionDecl *F : U.functions()) {
    // Channels of this frame that tasks of it send on.
    llvm::SmallVector<const VarDecl *, 2> Channels;
    for (const Spawn *S : U.info(F).Spawns) {
      const FunctionDecl *Body = S->Entry.body();
      if (!Body || U.inSystemHeader(Body->getLocation()))
        continue;
      CallFrame Frame = U.entryFrame(S->Entry);
      for (const Event &E : U.info(Body).Events) {
        if (E.Kind != EventKind::Send)
          continue;
        Place P = U.translate(E.Where, Frame);
        const VarDecl *V = P.variable();
        if (V && P.path().empty() && V->hasLocalStorage() &&
            !isa<ParmVarDecl>(V) && !V->getType()->isReferenceType() &&
            V->getDeclContext() == F && !llvm::is_contained(Channels, V))
          Channels.push_back(V);
      }
    }
    for (const VarDecl *V : Channels) {
      auto C = channelOf(U, V);
      if (!C)
        continue;
      std::vector<Sender> Senders = sendersOf(A, F, *C);
      if (Senders.empty())
        continue;
      auto Lost = forgottenOn(A, F, *C, Senders, AssumeCallsMayThrow);
      if (!Lost || (Lost->Returned && !WarnOnReturnedChannel))
        continue;
      bool First = true;
      for (const Sender *S : Lost->Started)
        for (const SendSite &Site : S->Sites)
          if (outnumber(*C, Lost->Started, Lost->Received, Site.Ordinal, S)) {
            tell(*C, *Lost, *S, Site, First, U, Found);
            First = false;
          }
    }
  }
}

} // namespace joinery
