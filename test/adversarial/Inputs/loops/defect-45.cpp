// optional::value throws in entry (std::bind, member function)
#include <functional>
#include <optional>
#include <thread>
class Job {
  std::optional<int> in_;
  int out_ = 0;
  void run() { out_ = in_.value() + 1; }

public:
  explicit Job(std::optional<int> i) : in_(i) {}
  int go() {
    std::thread t(std::bind(&Job::run, this)); // EXPECT: thread-exception-escape
    t.join();
    return out_;
  }
};
int main(int argc, char **) {
  return Job(argc > 1 ? std::optional<int>(argc) : std::nullopt).go();
}
