//===- Yaml.cpp - A YAML file as a tree with positions --------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/Yaml.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Casting.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLParser.h"

namespace joinery::model {

const YamlNode *YamlNode::find(llvm::StringRef Key) const {
  for (size_t I = 0; I < Keys.size(); ++I)
    if (Keys[I].Text == Key)
      return &Items[I];
  return nullptr;
}

namespace {

class TreeBuilder {
public:
  TreeBuilder(llvm::StringRef File, ModelError &Error) : Error(Error) {
    Error.File = File.str();
    Error.Message.clear();
    Sources.setDiagHandler(noteFirst, this);
  }

  std::optional<YamlNode> parse(llvm::StringRef Text) {
    // The parser reads up to a null character.
    std::string Copy = Text.str();
    llvm::yaml::Stream Stream(Copy, Sources, /*ShowColors=*/false);
    YamlNode Root;
    auto Document = Stream.begin();
    if (Document != Stream.end())
      if (llvm::yaml::Node *Node = Document->getRoot())
        Root = build(*Node);
    if (!failed() && !Stream.failed()) {
      ++Document;
      if (Document != Stream.end() && Document->getRoot() &&
          !llvm::isa<llvm::yaml::NullNode>(Document->getRoot()))
        fail(*Document->getRoot(), "expected one document in a model file");
    }
    if (!failed() && Stream.failed())
      failAt(1, 1, "not valid YAML");
    if (failed())
      return std::nullopt;
    return Root;
  }

private:
  bool failed() const { return !Error.Message.empty(); }

  void failAt(unsigned Line, unsigned Column, llvm::StringRef Message) {
    if (failed())
      return;
    Error.Line = Line;
    Error.Column = Column;
    Error.Message = Message.str();
  }

  void fail(llvm::yaml::Node &Node, llvm::StringRef Message) {
    auto [Line, Column] = position(Node);
    failAt(Line, Column, Message);
  }

  std::pair<unsigned, unsigned> position(llvm::yaml::Node &Node) {
    llvm::SMLoc Start = Node.getSourceRange().Start;
    // The range of an alias is that of what follows it.
    if (auto *Alias = llvm::dyn_cast<llvm::yaml::AliasNode>(&Node))
      Start = llvm::SMLoc::getFromPointer(Alias->getName().data() - 1);
    if (!Start.isValid())
      return {1, 1};
    auto [Line, Column] = Sources.getLineAndColumn(Start);
    // A list or map in brackets is said to start after the bracket.
    if (Column > 1 &&
        llvm::isa<llvm::yaml::MappingNode, llvm::yaml::SequenceNode>(Node))
      if (char Before = Start.getPointer()[-1]; Before == '{' || Before == '[')
        --Column;
    return {Line, Column};
  }

  static void noteFirst(const llvm::SMDiagnostic &Diagnostic, void *Self) {
    static_cast<TreeBuilder *>(Self)->failAt(
        std::max(Diagnostic.getLineNo(), 1), Diagnostic.getColumnNo() + 1,
        ("not valid YAML: " + Diagnostic.getMessage()).str());
  }

  YamlNode build(llvm::yaml::Node &Node) {
    YamlNode Built;
    if (!llvm::isa<llvm::yaml::NullNode>(Node))
      std::tie(Built.Line, Built.Column) = position(Node);
    if (auto *Scalar = llvm::dyn_cast<llvm::yaml::ScalarNode>(&Node)) {
      llvm::SmallString<64> Storage;
      Built.NodeKind = YamlNode::Scalar;
      Built.Text = Scalar->getValue(Storage).str();
    } else if (auto *Block =
                   llvm::dyn_cast<llvm::yaml::BlockScalarNode>(&Node)) {
      Built.NodeKind = YamlNode::Scalar;
      Built.Text = Block->getValue().str();
    } else if (auto *List = llvm::dyn_cast<llvm::yaml::SequenceNode>(&Node)) {
      Built.NodeKind = YamlNode::List;
      for (llvm::yaml::Node &Item : *List)
        Built.Items.push_back(build(Item));
    } else if (auto *Map = llvm::dyn_cast<llvm::yaml::MappingNode>(&Node)) {
      Built.NodeKind = YamlNode::Map;
      for (llvm::yaml::KeyValueNode &Pair : *Map) {
        llvm::yaml::Node *Key = Pair.getKey();
        if (!Key || failed())
          break;
        Built.Keys.push_back(build(*Key));
        llvm::yaml::Node *Value = Pair.getValue();
        Built.Items.push_back(Value ? build(*Value) : YamlNode());
        if (Built.Items.back().NodeKind == YamlNode::Null) {
          Built.Items.back().Line = Built.Keys.back().Line;
          Built.Items.back().Column = Built.Keys.back().Column;
        }
      }
    } else if (llvm::isa<llvm::yaml::AliasNode>(&Node)) {
      fail(Node, "aliases are not supported in a model file");
    }
    return Built;
  }

  llvm::SourceMgr Sources;
  ModelError &Error;
};

} // namespace

std::optional<YamlNode> parseYaml(llvm::StringRef File, llvm::StringRef Text,
                                  ModelError &Error) {
  return TreeBuilder(File, Error).parse(Text);
}

} // namespace joinery::model
