//===- JoineryModule.cpp - The clang-tidy module ------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ChannelCloseCheck.h"
#include "DanglingCaptureCheck.h"
#include "DestroyedBeforeJoinCheck.h"
#include "DetachedThreadCheck.h"
#include "ForgottenReceiverCheck.h"
#include "ForgottenSenderCheck.h"
#include "IncompleteWorkCheck.h"
#include "JoinBeforeStopCheck.h"
#include "LateCountUpCheck.h"
#include "RepeatedJoinCheck.h"
#include "SkippableCompletionCheck.h"
#include "ThreadExceptionEscapeCheck.h"
#include "UnboundedSpawnCheck.h"
#include "UnboundedWaitCheck.h"
#include "UninterruptibleSleepCheck.h"
#include "UnjoinedThreadCheck.h"
#include "UnownedFutureCheck.h"
#include "UnstoppableWorkerCheck.h"
#include "clang-tidy/ClangTidyModule.h"
#include "flow/Analysis.h"
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
    auto Units = std::make_shared<UnitCache>();
#define JOINERY_CHECK(Class, Name, Summary, Group, Since)                      \
  Factories.registerCheckFactory(                                              \
      "joinery-" Name, [Units](llvm::StringRef CheckName,                      \
                               clang::tidy::ClangTidyContext *Context) {       \
        return std::make_unique<Class>(CheckName, Context, Units);             \
      });
#include "Checks.def"
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
