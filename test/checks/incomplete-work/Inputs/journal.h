// A class that tracks its tasks and offers a wait.

#ifndef JOURNAL_H
#define JOURNAL_H

#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

void store(const std::string &Line);

class Journal {
public:
  void add(std::string Line) {
    {
      std::lock_guard Lock(Mutex);
      ++Active;
    }
    std::thread([this, Line = std::move(Line)] {
      store(Line);
      std::lock_guard Lock(Mutex);
      if (--Active == 0)
        Idle.notify_all();
    }).detach();
  }

  void settle() {
    std::unique_lock Lock(Mutex);
    Idle.wait(Lock, [this] { return Active == 0; });
  }

private:
  std::mutex Mutex;
  std::condition_variable Idle;
  int Active = 0;
};

[[noreturn]] inline void writeLastWordsAndExit() {
  static Journal LastWords;
  LastWords.add("the end");
  std::exit(EXIT_FAILURE);
}

#endif // JOURNAL_H
