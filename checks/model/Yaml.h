//===- Yaml.h - A YAML file as a tree with positions -----------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// LLVM's YAML parser reads a stream once, in order. Reading a model wants to
// look at a mapping as a whole and to say where a mistake stands, so the stream
// is turned into a small tree first in which each node knows its line and
// column.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_MODEL_YAML_H
#define JOINERY_MODEL_YAML_H

#include "model/Model.h"

namespace joinery::model {

/// A node of a YAML document. Anchors, aliases and tags are not supported.
struct YamlNode {
  enum Kind { Null, Scalar, List, Map };

  Kind NodeKind = Null;
  unsigned Line = 1;
  unsigned Column = 1;
  std::string Text;            ///< Of a scalar, quotes removed.
  std::vector<YamlNode> Keys;  ///< Of a map, in step with Items.
  std::vector<YamlNode> Items; ///< Of a list or map.

  /// The value of a key, or null.
  const YamlNode *find(llvm::StringRef Key) const;
};

/// Parses the only document of \p Text. On a syntax error \p Error says where
/// and what, and the result is std::nullopt.
std::optional<YamlNode> parseYaml(llvm::StringRef File, llvm::StringRef Text,
                                  ModelError &Error);

} // namespace joinery::model

#endif // JOINERY_MODEL_YAML_H
