// RUN: %check %s joinery-detached-thread,joinery-unjoined-thread,joinery-incomplete-work
// Correct: main and its helpers start, hand round and collect their workers.

#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

void convert(int Page);
int countPages();
bool verbose();

struct Workers {
  std::map<std::string, std::unique_ptr<std::thread>> ByName;
  std::optional<std::thread> Extra;

  void start(const std::string &Name, int Page) {
    ByName[Name] = std::make_unique<std::thread>(convert, Page);
  }
  void finish() {
    for (auto &[Name, Worker] : ByName)
      Worker->join();
    ByName.clear();
    if (Extra)
      Extra->join();
    Extra.reset();
  }
  ~Workers() { finish(); }
};

static std::vector<std::thread> startAll(int Pages) {
  std::vector<std::thread> Started;
  for (int Page = 0; Page < Pages; ++Page)
    Started.emplace_back(convert, Page);
  return Started;
}

static void collect(std::vector<std::thread> Started) {
  std::for_each(Started.begin(), Started.end(),
                [](auto &Worker) { Worker.join(); });
}

[[noreturn]] static void leave(Workers &All, int Code) {
  All.finish();
  std::exit(Code);
}

int main(int Argc, char **) {
  Workers All;
  All.start("first", 1);
  All.Extra.emplace(convert, 2);
  if (Argc > 2)
    leave(All, 2);

  collect(startAll(Argc));

  std::array<std::thread, 3> Fixed;
  std::generate(Fixed.begin(), Fixed.end(),
                [Page = 0]() mutable { return std::thread(convert, Page++); });
  for (auto &Worker : Fixed)
    Worker.join();

  std::thread Optional;
  if (verbose())
    Optional = std::thread(convert, 9);
  auto Pages = std::async(std::launch::async, countPages);
  const int Result = Pages.get();
  if (Optional.joinable())
    Optional.join();
  if (Result < 0)
    return EXIT_FAILURE;
  All.finish();
  return Result > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
