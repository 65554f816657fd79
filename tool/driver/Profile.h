//===- Profile.h - The time that checks take --------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_DRIVER_PROFILE_H
#define JOINERY_DRIVER_PROFILE_H

#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "llvm/ADT/SmallString.h"
#include <map>
#include <string>

namespace joinery::driver {

/// clang-tidy's profile of one unit. It can be had from a file only, so a
/// folder is made for it and removed with the object.
class Profile {
public:
  Profile(clang::tidy::ClangTidyContext &Context, bool Wanted);
  ~Profile();
  Profile(const Profile &) = delete;
  Profile &operator=(const Profile &) = delete;

  /// Adds the wall time in seconds, by check. Nothing when the folder or the
  /// file in it could not be made.
  void addTo(std::map<std::string, double> &Seconds) const;

private:
  llvm::SmallString<128> Folder;
};

} // namespace joinery::driver

#endif // JOINERY_DRIVER_PROFILE_H
