//===- Integrations.h - Files for other people's projects -------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_DRIVER_INTEGRATIONS_H
#define JOINERY_DRIVER_INTEGRATIONS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <utility>

namespace joinery::driver {

/// integrations/*/*: the name without folder ("joinery.yml") and the text.
/// Defined by the build.
llvm::ArrayRef<std::pair<llvm::StringRef, llvm::StringRef>>
embeddedIntegrations();

} // namespace joinery::driver

#endif // JOINERY_DRIVER_INTEGRATIONS_H
