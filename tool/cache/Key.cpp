//===- Key.cpp - Names of cached results ----------------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "cache/Key.h"
#include "cache/Manifest.h"
#include "driver/Version.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include <cstdlib>
#include <elf.h>
#include <link.h>

using llvm::StringRef;

namespace joinery::cache {

namespace {

/// A hash of parts that cannot run into each other.
class Parts {
public:
  void add(StringRef Part) {
    uint64_t Size = Part.size();
    Hasher.update(
        StringRef(reinterpret_cast<const char *>(&Size), sizeof(Size)));
    Hasher.update(Part);
  }
  void addOptional(const std::optional<std::string> &Part) {
    add(Part ? "given" : "not given");
    add(Part ? StringRef(*Part) : StringRef());
  }
  Hash final() { return Hasher.final<16>(); }

private:
  llvm::BLAKE3 Hasher;
};

} // namespace

/// The build id in a loaded object's notes, or "".
static StringRef buildId(const dl_phdr_info &Object) {
  for (unsigned I = 0; I < Object.dlpi_phnum; ++I) {
    const ElfW(Phdr) &Segment = Object.dlpi_phdr[I];
    if (Segment.p_type != PT_NOTE)
      continue;
    StringRef Notes(
        reinterpret_cast<const char *>(Object.dlpi_addr + Segment.p_vaddr),
        Segment.p_memsz);
    while (Notes.size() >= sizeof(ElfW(Nhdr))) {
      const auto *Note = reinterpret_cast<const ElfW(Nhdr) *>(Notes.data());
      Notes = Notes.drop_front(sizeof(*Note));
      size_t NameSize = llvm::alignTo(Note->n_namesz, 4);
      StringRef Id = Notes.substr(NameSize, Note->n_descsz);
      if (Note->n_type == NT_GNU_BUILD_ID && Notes.starts_with("GNU"))
        return Id;
      Notes = Notes.drop_front(
          std::min(Notes.size(), NameSize + llvm::alignTo(Note->n_descsz, 4)));
    }
  }
  return "";
}

/// Adds an object of this process to the Parts in \p Data.
static int addObject(dl_phdr_info *Object, size_t, void *Data) {
  Parts &P = *static_cast<Parts *>(Data);
  std::string Name = Object->dlpi_name;
  // The kernel's part changes with the kernel.
  if (StringRef(Name).starts_with("linux-vdso"))
    return 0;
  P.add(Name);
  StringRef Id = buildId(*Object);
  P.add(Id);
  if (Id.empty()) {
    Stamp S = look(Name.empty() ? "/proc/self/exe" : Name).second;
    P.add(llvm::utostr(S.Size) + " " + llvm::itostr(S.Modified));
  }
  return 0;
}

/// This program and the libraries that it runs with.
static Hash program() {
  Parts P;
  P.add(driver::versionText());
  dl_iterate_phdr(addObject, &P);
  return P.final();
}

static void addHash(Parts &P, const Hash &H) {
  P.add(StringRef(reinterpret_cast<const char *>(H.data()), H.size()));
}

std::string keyOf(const driver::Unit &U, const driver::RunOptions &Options) {
  static const Hash Program = program();
  Parts P;
  addHash(P, Program);
  // What Clang's driver reads.
  for (const char *Name :
       {"CPATH", "C_INCLUDE_PATH", "CPLUS_INCLUDE_PATH", "OBJC_INCLUDE_PATH",
        "CCC_OVERRIDE_OPTIONS", "GCC_EXEC_PREFIX", "COMPILER_PATH",
        "SOURCE_DATE_EPOCH", "HOME"}) {
    const char *Value = std::getenv(Name);
    P.addOptional(Value ? std::optional<std::string>(Value) : std::nullopt);
  }
  // Relative model files are looked for here.
  llvm::SmallString<128> WorkingDir;
  if (!llvm::sys::fs::current_path(WorkingDir))
    P.add(WorkingDir);
  P.add(Options.ResourceDir);
  P.addOptional(Options.Checks.Checks);
  P.addOptional(Options.Checks.HeaderFilter);
  P.addOptional(Options.Config ? std::optional<std::string>(
                                     configurationAsText(*Options.Config))
                               : std::nullopt);
  P.add(U.File);
  for (const clang::tooling::CompileCommand &Command : U.Commands) {
    auto [Directory, Args] = driver::meaningOf(Command);
    P.add(Directory);
    P.add(llvm::utostr(Args.size()));
    for (const std::string &Arg : Args)
      P.add(Arg);
  }
  return llvm::toHex(P.final(), /*LowerCase=*/true);
}

} // namespace joinery::cache
