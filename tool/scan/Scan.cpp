//===- Scan.cpp - Units that need not be parsed ---------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "scan/Scan.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Basic/TargetOptions.h"
#include "clang/Driver/CreateInvocationFromArgs.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "clang/Frontend/FrontendOptions.h"
#include "clang/Lex/HeaderSearch.h"
#include "clang/Lex/HeaderSearchOptions.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "clang/Tooling/Inclusions/StandardLibrary.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/xxhash.h"
#include "llvm/TargetParser/Triple.h"

using namespace clang;
using llvm::StringRef;

namespace joinery::scan {

/// Below this, a unit without the C++ library is parsed in no time, and its
/// compile errors are told.
static constexpr size_t WorthSkipping = 256 * 1024;

Scanner::Scanner() : Known(model::Model::shipped()) {}

std::shared_ptr<const FileWords> Scanner::words(StringRef Text,
                                                const LangOptions &Language) {
  uint64_t Key = llvm::xxh3_64bits(Text) * 31 + Language.LangStd;
  {
    std::lock_guard<std::mutex> Lock(Mutex);
    if (auto At = Files.find(Key); At != Files.end())
      return At->second;
  }
  auto Read = std::make_shared<const FileWords>(wordsOf(Text, Language, Known));
  std::lock_guard<std::mutex> Lock(Mutex);
  return Files.try_emplace(Key, std::move(Read)).first->second;
}

/// Whether the C standard or POSIX describes this header, or it belongs to the
/// C library or the kernel by its folder.
static bool isOfCLibrary(StringRef Name) {
  static const llvm::StringSet<> Posix = {
      "aio.h",     "arpa/inet.h", "cpio.h",     "dirent.h",    "dlfcn.h",
      "endian.h",  "fcntl.h",     "features.h", "fmtmsg.h",    "fnmatch.h",
      "ftw.h",     "glob.h",      "grp.h",      "iconv.h",     "langinfo.h",
      "libgen.h",  "monetary.h",  "mqueue.h",   "ndbm.h",      "net/if.h",
      "netdb.h",   "nl_types.h",  "poll.h",     "pthread.h",   "pwd.h",
      "regex.h",   "sched.h",     "search.h",   "semaphore.h", "spawn.h",
      "strings.h", "stropts.h",   "syslog.h",   "tar.h",       "termios.h",
      "trace.h",   "ulimit.h",    "unistd.h",   "utime.h",     "utmpx.h",
      "wordexp.h", "malloc.h",    "memory.h",   "alloca.h",    "execinfo.h",
      "getopt.h",  "ucontext.h",  "xlocale.h"};
  for (StringRef Folder :
       {"bits/", "sys/", "asm/", "asm-generic/", "gnu/", "linux/", "netinet/"})
    if (Name.starts_with(Folder))
      return true;
  return Posix.contains(Name) ||
         tooling::stdlib::Header::named(("<" + Name + ">").str(),
                                        tooling::stdlib::Lang::C);
}

/// Test frameworks whose headers use threads and offer none.
static bool isOfTestFramework(StringRef Name) {
  return Name.starts_with("gtest/") || Name.starts_with("gmock/") ||
         Name.starts_with("benchmark/");
}

namespace {

class UnitScan {
public:
  UnitScan(Scanner &All, const CompilerInvocation &Invocation,
           llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS,
           DiagnosticsEngine &Diags)
      : All(All), Invocation(Invocation),
        Files(Invocation.getFileSystemOpts(), std::move(FS)),
        Sources(Diags, Files),
        Headers(Invocation.getHeaderSearchOpts(), Sources, Diags,
                Invocation.getLangOpts(), /*Target=*/nullptr),
        Words(static_cast<unsigned>(All.vocabulary().size())), Pasted(Words) {}

  bool mayHaveTasks();

private:
  bool isTold() const;
  bool addText(StringRef Text, const FileWords *&Read);
  bool add(FileEntryRef File);
  bool follow(const Include &I, OptionalFileEntryRef From);
  bool isLibrary(FileEntryRef File, const Include &I);

  Scanner &All;
  const CompilerInvocation &Invocation;
  FileManager Files;
  SourceManager Sources;
  HeaderSearch Headers;
  std::vector<std::string> LibraryFolders;
  llvm::BitVector Words, Pasted;
  bool Pastes = false;
  bool UsesLibrary = false;
  size_t Bytes = 0;
  llvm::DenseSet<FileEntryRef> Seen;
  std::vector<FileEntryRef> Work;
  std::vector<std::shared_ptr<const FileWords>> Kept;
};

} // namespace

/// Whether what was read so far could name a task.
bool UnitScan::isTold() const {
  if (!Pastes)
    return All.vocabulary().anyName(Words);
  llvm::BitVector Both = Words;
  Both |= Pasted;
  return All.vocabulary().anyName(Both);
}

/// Takes in the words of a text. False: the unit may have tasks.
bool UnitScan::addText(StringRef Text, const FileWords *&Read) {
  Bytes += Text.size();
  Kept.push_back(All.words(Text, Invocation.getLangOpts()));
  Read = Kept.back().get();
  if (Read->Unclear)
    return false;
  Words |= Read->Words;
  Pasted |= Read->Pasted;
  Pastes |= Read->Pastes;
  return !isTold();
}

bool UnitScan::add(FileEntryRef File) {
  auto Text = Files.getBufferForFile(File);
  const FileWords *Read = nullptr;
  if (!Text || !addText((*Text)->getBuffer(), Read))
    return false;
  return llvm::all_of(Read->Includes,
                      [&](const Include &I) { return follow(I, File); });
}

/// Whether the file declares names of the model and gives them no others.
bool UnitScan::isLibrary(FileEntryRef File, const Include &I) {
  if (Headers.getFileDirFlavor(File) == SrcMgr::C_User)
    return false;
  if (isOfTestFramework(I.Name))
    return true;
  StringRef Path = File.getName();
  for (StringRef Folder : LibraryFolders)
    if (Path.starts_with(Folder)) {
      UsesLibrary = true;
      return true;
    }
  return isOfCLibrary(I.Name);
}

bool UnitScan::follow(const Include &I, OptionalFileEntryRef From) {
  ConstSearchDirIterator Found = nullptr;
  llvm::SmallVector<std::pair<OptionalFileEntryRef, DirectoryEntryRef>, 1> By;
  if (From)
    By.push_back({*From, From->getDir()});
  else if (auto Here = Files.getOptionalDirectoryRef("."))
    By.push_back({std::nullopt, *Here});
  OptionalFileEntryRef File = Headers.LookupFile(
      I.Name, SourceLocation(), I.Angled, /*FromDir=*/nullptr, &Found, By,
      nullptr, nullptr, /*RequestingModule=*/nullptr,
      /*SuggestedModule=*/nullptr, nullptr, nullptr, /*SkipCache=*/false,
      /*BuildSystemModule=*/false, /*OpenFile=*/false);
  // The parse tells what is missing.
  if (!File)
    return I.Conditional;
  if (Seen.insert(*File).second && !isLibrary(*File, I))
    Work.push_back(*File);
  return true;
}

bool UnitScan::mayHaveTasks() {
  const HeaderSearchOptions &Search = Invocation.getHeaderSearchOpts();
  const PreprocessorOptions &Given = Invocation.getPreprocessorOpts();
  const LangOptions &Language = Invocation.getLangOpts();
  const FrontendOptions &Frontend = Invocation.getFrontendOpts();
  if (Frontend.Inputs.size() != 1 || !Frontend.Inputs.front().isFile() ||
      Search.ImplicitModuleMaps || Language.ObjC || Language.AsmPreprocessor ||
      !Given.ImplicitPCHInclude.empty() || !Given.PCHThroughHeader.empty() ||
      !Given.RemappedFiles.empty() || !Search.VFSOverlayFiles.empty())
    return true;
  ApplyHeaderSearchOptions(Headers, Search, Language,
                           llvm::Triple(Invocation.getTargetOpts().Triple));
  LibraryFolders.push_back(Search.ResourceDir + "/");
  for (const HeaderSearchOptions::Entry &E : Search.UserEntries)
    if (E.Group == frontend::System || E.Group == frontend::CXXSystem ||
        E.Group == frontend::ExternCSystem) {
      // A folder of the C++ library, not just one that has headers of it too.
      llvm::SmallString<128> Proof(E.Path);
      llvm::sys::path::append(Proof, "vector");
      if (Files.getOptionalFileRef(Proof))
        LibraryFolders.push_back(E.Path + "/");
    }

  std::string Text;
  for (const auto &[Macro, IsUndefined] : Given.Macros)
    Text += Macro + "\n";
  const FileWords *Read = nullptr;
  if (!addText(Text, Read))
    return true;
  auto Main = Files.getOptionalFileRef(Frontend.Inputs.front().getFile());
  if (!Main)
    return true;
  // The look-up asks for the kind of the file that includes.
  Headers.getFileInfo(*Main);
  Work.push_back(*Main);
  for (const auto *Forced : {&Given.Includes, &Given.MacroIncludes})
    for (const std::string &Name : *Forced)
      if (!follow({Name, /*Angled=*/false, /*Conditional=*/false},
                  std::nullopt))
        return true;
  while (!Work.empty()) {
    FileEntryRef File = Work.back();
    Work.pop_back();
    if (!add(File))
      return true;
  }
  return !UsesLibrary && Bytes < WorthSkipping;
}

bool Scanner::mayHaveTasks(llvm::ArrayRef<std::string> Command,
                           llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS) {
  std::vector<const char *> Args;
  for (const std::string &Arg : Command)
    Args.push_back(Arg.c_str());
  DiagnosticOptions Options;
  auto Diags = llvm::makeIntrusiveRefCnt<DiagnosticsEngine>(
      DiagnosticIDs::create(), Options, new IgnoringDiagConsumer);
  CreateInvocationOptions How;
  How.Diags = Diags;
  How.VFS = FS;
  std::unique_ptr<CompilerInvocation> Invocation =
      createInvocation(Args, std::move(How));
  return !Invocation ||
         UnitScan(*this, *Invocation, std::move(FS), *Diags).mayHaveTasks();
}

} // namespace joinery::scan
