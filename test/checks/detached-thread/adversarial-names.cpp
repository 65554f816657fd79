// RUN: %check %s joinery-detached-thread,joinery-unjoined-thread,joinery-incomplete-work
// Correct: types and functions with the names of modelled ones.

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace gui {

// A text thread of a mail program.
class thread {
public:
  explicit thread(std::string Subject) : Subject(std::move(Subject)) {}
  void join() const {}
  void detach() { Attached = false; }
  bool joinable() const { return Attached; }

private:
  std::string Subject;
  bool Attached = true;
};

void exit(int Code);
void pthread_create(thread &T);

} // namespace gui

class jthread {
public:
  void detach();
};

class Pool {
public:
  void post(std::function<void()> Job) { Job(); }
  void stop() {}
};

template <typename T> class async {
public:
  explicit async(T Value) : Value(std::move(Value)) {}

private:
  T Value;
};

void mails() {
  gui::thread First("hello");
  gui::thread Second("goodbye");
  First.detach();
  gui::thread("temporary");
  std::vector<gui::thread> All;
  All.emplace_back("one more");
  auto Kept = std::make_unique<gui::thread>("kept");
  Kept->detach();
  gui::pthread_create(Second);
}

class Mailbox {
public:
  void open() { Threads.emplace(1, gui::thread("inbox")); }

private:
  std::map<int, gui::thread> Threads;
};

int main() {
  jthread Thread;
  Thread.detach();
  Pool P;
  P.post([] {});
  P.stop();
  async<int> Later(3);
  mails();
  gui::exit(0);
  return 0;
}
