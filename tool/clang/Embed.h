//===- Embed.h - Facts in the object file -------------------------*- C++
//-*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The facts of a unit travel with its code, in a section `.joinery.facts` that
// takes no memory when the program runs. Linkers concatenate the sections of
// the units, so the program has the facts of all; bitcode (-flto) carries the
// section as module assembly, which the link turns into the same.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_CLANG_EMBED_H
#define JOINERY_CLANG_EMBED_H

#include "llvm/ADT/StringRef.h"

namespace clang {
class CompilerInstance;
}

namespace joinery::plugin {

/// Whether \p Compiler makes code, be it as text or bitcode.
bool makesCode(const clang::CompilerInstance &Compiler);

/// Adds \p Facts to what \p Compiler makes of the current unit. Only ELF keeps
/// them; another target gets none, which is remarked on if \p Remark.
void embedFacts(llvm::StringRef Facts, clang::CompilerInstance &Compiler,
                bool Remark);

} // namespace joinery::plugin

#endif // JOINERY_CLANG_EMBED_H
