//===- CollectInventory.cpp - The tasks of the selected units -----------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Arguments.h"
#include "driver/Inventory.h"

namespace joinery::driver {

llvm::Expected<report::Inventory> collectInventory(const Selection &Selected) {
  return error("this joinery cannot take an inventory of units yet; --from "
               "FILE shows a saved one");
}

} // namespace joinery::driver
