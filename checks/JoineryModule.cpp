//===- JoineryModule.cpp - The clang-tidy module ------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#if __has_include("DanglingCaptureCheck.h")
#include "DanglingCaptureCheck.h"
#endif
#if __has_include("DetachedThreadCheck.h")
#include "DetachedThreadCheck.h"
#endif
#if __has_include("ForgottenSenderCheck.h")
#include "ForgottenSenderCheck.h"
#endif
#if __has_include("IncompleteWorkCheck.h")
#include "IncompleteWorkCheck.h"
#endif
#if __has_include("UnjoinedThreadCheck.h")
#include "UnjoinedThreadCheck.h"
#endif
#if __has_include("UnownedFutureCheck.h")
#include "UnownedFutureCheck.h"
#endif
#include "clang-tidy/ClangTidyModule.h"
#if __has_include("flow/Analysis.h")
#include "flow/Analysis.h"
#endif
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/Compiler.h"
#include <memory>

namespace joinery {
namespace {

class JoineryModule : public clang::tidy::ClangTidyModule {
public:
  void
  addCheckFactories(clang::tidy::ClangTidyCheckFactories &Factories) override {
    // The checks of one translation unit share what was found out about it.
    // Each module instance has its own cache, so that threads share nothing.
#if __has_include("flow/Analysis.h")
    auto Units = std::make_shared<UnitCache>();
#define JOINERY_CHECK(Class, Name, Summary, Group, Since)                      \
  Factories.registerCheckFactory(                                              \
      "joinery-" Name, [Units](llvm::StringRef CheckName,                      \
                               clang::tidy::ClangTidyContext *Context) {       \
        return std::make_unique<Class>(CheckName, Context, Units);             \
      });
#if __has_include("DanglingCaptureCheck.h")
    JOINERY_CHECK(DanglingCaptureCheck, "dangling-capture", "", "", "")
#endif
#if __has_include("DetachedThreadCheck.h")
    JOINERY_CHECK(DetachedThreadCheck, "detached-thread", "", "", "")
#endif
#if __has_include("ForgottenSenderCheck.h")
    JOINERY_CHECK(ForgottenSenderCheck, "forgotten-sender", "", "", "")
#endif
#if __has_include("IncompleteWorkCheck.h")
    JOINERY_CHECK(IncompleteWorkCheck, "incomplete-work", "", "", "")
#endif
#if __has_include("UnjoinedThreadCheck.h")
    JOINERY_CHECK(UnjoinedThreadCheck, "unjoined-thread", "", "", "")
#endif
#if __has_include("UnownedFutureCheck.h")
    JOINERY_CHECK(UnownedFutureCheck, "unowned-future", "", "", "")
#endif
#endif
  }
};

} // namespace
} // namespace joinery

// The only static object of the project: clang-tidy finds the module by it.
static clang::tidy::ClangTidyModuleRegistry::Add<joinery::JoineryModule>
    Registration("joinery-module",
                 "Finds tasks of C and C++ programs that nobody owns.");

// Which LLVM this was made for, readable without loading it.
extern "C" LLVM_ATTRIBUTE_USED const char JoineryPluginRelease[] =
    "joinery plugin for LLVM " LLVM_VERSION_STRING;
