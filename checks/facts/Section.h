//===- Section.h - Where an object file keeps its facts ---------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The section of an ELF file that carries frames of facts, and its assembly:
// the compiler is handed assembly, and bitcode keeps it as such. Whoever writes
// and whoever reads agree here.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_FACTS_SECTION_H
#define JOINERY_FACTS_SECTION_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace joinery::facts {

inline constexpr llvm::StringLiteral SectionName = ".joinery.facts";

/// Assembly for any ELF target that puts \p Bytes into the section. It has no
/// symbol and takes no memory at run time, so code, --gc-sections and link-time
/// optimisation see nothing of it.
std::string assemblyOf(llvm::StringRef Bytes);

/// The bytes of all parts of \p Assembly that assemblyOf() made, in order.
std::string bytesOf(llvm::StringRef Assembly);

} // namespace joinery::facts

#endif // JOINERY_FACTS_SECTION_H
