//===- Embed.cpp - Facts in the object file ------------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "clang/Embed.h"
#include "facts/Section.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/DeclGroup.h"
#include "clang/AST/Expr.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/Frontend/CompilerInstance.h"

using namespace clang;

namespace joinery::plugin {

bool makesCode(const CompilerInstance &Compiler) {
  switch (Compiler.getFrontendOpts().ProgramAction) {
  case frontend::EmitAssembly:
  case frontend::EmitBC:
  case frontend::EmitCIR:
  case frontend::EmitLLVM:
  case frontend::EmitLLVMOnly:
  case frontend::EmitCodeGenOnly:
  case frontend::EmitObj:
    return true;
  default:
    return false;
  }
}

void embedFacts(llvm::StringRef Facts, CompilerInstance &Compiler,
                bool Remark) {
  if (Facts.empty() || !makesCode(Compiler))
    return;
  const llvm::Triple &Target = Compiler.getTarget().getTriple();
  if (!Target.isOSBinFormatELF()) {
    // A module that is made as well would keep the remark; see Findings.cpp.
    if (!Remark || Compiler.getLangOpts().isCompilingModule())
      return;
    DiagnosticsEngine &Diags = Compiler.getDiagnostics();
    Diags.Report(Diags.getCustomDiagID(
        DiagnosticsEngine::Remark,
        "joinery: only ELF objects carry facts; '%0' gets none"))
        << Target.str();
    return;
  }
  // As if the unit ended with an asm("...") of its own. All consumers are told,
  // the one that makes code among them.
  ASTContext &AST = Compiler.getASTContext();
  std::string Text = facts::assemblyOf(Facts);
  auto *Literal = StringLiteral::Create(
      AST, Text, StringLiteralKind::Ordinary, /*Pascal=*/false,
      AST.getStringLiteralArrayType(AST.CharTy,
                                    static_cast<unsigned>(Text.size())),
      SourceLocation());
  auto *Asm =
      FileScopeAsmDecl::Create(AST, AST.getTranslationUnitDecl(), Literal,
                               SourceLocation(), SourceLocation());
  Compiler.getASTConsumer().HandleTopLevelDecl(DeclGroupRef(Asm));
}

} // namespace joinery::plugin
