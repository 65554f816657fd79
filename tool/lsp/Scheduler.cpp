//===- Scheduler.cpp - When which file is checked -----------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lsp/Scheduler.h"

namespace joinery::lsp {

Scheduler::Scheduler(unsigned Count, Job Check) : Check(std::move(Check)) {
  for (unsigned I = 0; I < Count; ++I)
    Threads.emplace_back([this] { work(); });
}

Scheduler::~Scheduler() {
  {
    std::lock_guard<std::mutex> Lock(Mutex);
    Leaving = true;
    for (auto &[File, E] : Entries)
      if (E.Running)
        *E.Running = true;
  }
  Changed.notify_all();
  for (llvm::thread &Thread : Threads)
    Thread.join();
}

void Scheduler::schedule(llvm::StringRef File,
                         std::chrono::milliseconds Delay) {
  {
    std::lock_guard<std::mutex> Lock(Mutex);
    Entry &E = Entries[File.str()];
    E.Due = Clock::now() + Delay;
    if (E.Running)
      *E.Running = true;
  }
  Changed.notify_all();
}

void Scheduler::cancel(llvm::StringRef File) {
  std::lock_guard<std::mutex> Lock(Mutex);
  auto Found = Entries.find(File.str());
  if (Found == Entries.end())
    return;
  Found->second.Due.reset();
  if (Found->second.Running)
    *Found->second.Running = true;
  else
    Entries.erase(Found);
}

void Scheduler::work() {
  std::unique_lock<std::mutex> Lock(Mutex);
  while (!Leaving) {
    auto Next = Entries.end();
    for (auto I = Entries.begin(); I != Entries.end(); ++I)
      if (I->second.Due && !I->second.Running &&
          (Next == Entries.end() || *I->second.Due < *Next->second.Due))
        Next = I;
    if (Next == Entries.end()) {
      Changed.wait(Lock);
      continue;
    }
    if (Clock::time_point Due = *Next->second.Due; Clock::now() < Due) {
      Changed.wait_until(Lock, Due);
      continue;
    }
    auto Stop = std::make_shared<std::atomic<bool>>(false);
    Next->second.Due.reset();
    Next->second.Running = Stop;
    std::string File = Next->first;
    Lock.unlock();
    Check(File, *Stop);
    Lock.lock();
    // Entries of running checks are not erased by others.
    auto Done = Entries.find(File);
    Done->second.Running.reset();
    if (!Done->second.Due)
      Entries.erase(Done);
    else
      Changed.notify_all();
  }
}

} // namespace joinery::lsp
