//===- Inventory.h - The tasks of the selected units ------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_DRIVER_INVENTORY_H
#define JOINERY_DRIVER_INVENTORY_H

#include "driver/Units.h"
#include "report/Inventory.h"
#include "llvm/Support/Error.h"

namespace joinery::cache {
class ResultCache;
}

namespace joinery::driver {

/// Every task of the programs that the selected units make up. What keeps it
/// from being all, such as a unit that does not compile, is added to
/// \p Problems. Units are looked up in \p Cache, unless it is null.
llvm::Expected<report::Inventory>
collectInventory(const Selection &Selected, cache::ResultCache *Cache,
                 std::vector<std::string> &Problems);

} // namespace joinery::driver

#endif // JOINERY_DRIVER_INVENTORY_H
