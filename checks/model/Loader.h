//===- Loader.h - Reads model files ----------------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Fills a model from YAML files. The schema is described for users in
// docs/model.md; a mistake is reported with its line and column and with the
// nearest word that would have been right. A file with a mistake contributes
// nothing.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_MODEL_LOADER_H
#define JOINERY_MODEL_LOADER_H

#include "model/Model.h"

namespace joinery::model {

class Loader {
public:
  /// Mistakes go to the end of \p Errors.
  Loader(Model &Into, std::vector<ModelError> &Errors)
      : Into(Into), Errors(Errors) {}

  /// Copies the entries of a finished model.
  void add(const Model &Known);

  /// Adds the entries of a file's text; those of a name that is known replace
  /// it. Returns whether the text was free of mistakes.
  bool add(llvm::StringRef File, llvm::StringRef Text);

  /// Makes the model ready for look-ups. Call it once, at the end.
  void finish() { Into.index(); }

private:
  Model &Into;
  std::vector<ModelError> &Errors;
};

/// The name of an Op in model files ("timed-join").
llvm::StringRef spelling(Op O);
/// The name of a Role in model files ("wait-group").
llvm::StringRef spelling(Role R);
/// The name of an OnDestroy in model files ("stop-and-join").
llvm::StringRef spelling(OnDestroy D);

} // namespace joinery::model

#endif // JOINERY_MODEL_LOADER_H
