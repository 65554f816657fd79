//===- Model.cpp - What a library's calls mean for tasks ------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/Model.h"
#include "model/Embedded.h"
#include "model/Loader.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/MemoryBuffer.h"

namespace joinery::model {

std::string ModelError::str() const {
  if (!Line)
    return File + ": " + Message;
  return File + ":" + std::to_string(Line) + ":" + std::to_string(Column) +
         ": " + Message;
}

static Model loadShipped() {
  Model Shipped;
  std::vector<ModelError> Errors;
  Loader Load(Shipped, Errors);
  for (const auto &[File, Text] : embeddedLibraries())
    Load.add(File, Text);
  Load.finish();
  // A build that ships a broken model must not pass for one that finds
  // nothing.
  if (!Errors.empty())
    llvm::report_fatal_error(llvm::StringRef(Errors.front().str()),
                             /*gen_crash_diag=*/false);
  return Shipped;
}

const Model &Model::shipped() {
  static const Model Shipped = loadShipped();
  return Shipped;
}

std::shared_ptr<const Model> Model::load(llvm::ArrayRef<std::string> Files,
                                         std::vector<ModelError> &Errors) {
  if (Files.empty())
    return std::shared_ptr<const Model>(std::shared_ptr<void>(), &shipped());

  auto Merged = std::make_shared<Model>();
  Loader Load(*Merged, Errors);
  Load.add(shipped());
  for (const std::string &File : Files) {
    auto Buffer = llvm::MemoryBuffer::getFile(File, /*IsText=*/true);
    if (!Buffer) {
      Errors.push_back(
          {File, 0, 0,
           "the model file cannot be read: " + Buffer.getError().message()});
      continue;
    }
    Load.add(File, (*Buffer)->getBuffer());
  }
  Load.finish();
  return Merged;
}

const Type *Model::findType(llvm::StringRef QualifiedName) const {
  return Types.lookup(QualifiedName);
}

const Function *Model::findFunction(llvm::StringRef QualifiedName) const {
  llvm::ArrayRef<const Function *> Found = findFunctions(QualifiedName);
  return Found.empty() ? nullptr : Found.front();
}

llvm::ArrayRef<const Function *>
Model::findFunctions(llvm::StringRef QualifiedName) const {
  auto Found = Functions.find(QualifiedName);
  if (Found == Functions.end())
    return {};
  return Found->second;
}

bool Model::knowsName(llvm::StringRef Identifier) const {
  return Names.contains(Identifier);
}

bool Model::knowsTypeName(llvm::StringRef Identifier) const {
  return TypeNames.contains(Identifier);
}

static llvm::StringRef lastComponent(llvm::StringRef QualifiedName) {
  size_t Colons = QualifiedName.rfind("::");
  return Colons == llvm::StringRef::npos ? QualifiedName
                                         : QualifiedName.substr(Colons + 2);
}

void Model::index() {
  for (const auto &Owned : OwnedTypes) {
    Types[Owned->Name] = Owned.get();
    TypeOrder.push_back(Owned.get());
    TypeNames.insert(lastComponent(Owned->Name));
    for (const auto &Member : Owned->Members)
      Names.insert(Member.getKey());
    for (const auto &Member : Owned->Throwing)
      Names.insert(Member.getKey());
  }
  // A name of its own beats the mention in another type's `also`.
  for (const auto &Owned : OwnedTypes)
    for (const std::string &Name : Owned->Also) {
      Types.try_emplace(Name, Owned.get());
      TypeNames.insert(lastComponent(Name));
    }
  for (const auto &Owned : OwnedFunctions) {
    Functions[Owned->Name].push_back(Owned.get());
    FunctionOrder.push_back(Owned.get());
    Names.insert(lastComponent(Owned->Name));
  }
}

Status statusOf(llvm::StringRef Enumerator) {
  return llvm::StringSwitch<Status>(Enumerator)
      .Cases({"ready", "success", "no_timeout"}, Status::Success)
      .Cases({"timeout", "closed", "empty", "full"}, Status::Failure)
      .Default(Status::Other);
}

bool carriesTask(const Type *T) {
  if (!T)
    return false;
  switch (T->Role) {
  case Role::Value:
  case Role::Lock:
  case Role::Mutex:
  case Role::Wrapper:
  case Role::View:
    return false;
  default:
    return true;
  }
}

bool namesTask(const Function &F) {
  switch (F.Does) {
  case Op::Sleep:
  case Op::Exit:
  case Op::QuickExit:
  case Op::CutOff:
  case Op::AtExit:
  case Op::BlockForever:
  case Op::Throw:
  case Op::Rethrow:
  case Op::Move:
  case Op::Ref:
  case Op::Bind:
  case Op::MemberFn:
  case Op::Swap:
  case Op::Exchange:
  case Op::Make:
  case Op::ForEach:
  case Op::Access:
  case Op::Insert:
  case Op::Clear:
  case Op::Invoke:
    return false;
  default:
    return true;
  }
}

} // namespace joinery::model
