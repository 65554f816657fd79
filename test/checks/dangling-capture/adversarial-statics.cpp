// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Correct: tasks that live on with references to what lives as long as the
// program.
#include <array>
#include <atomic>
#include <functional>
#include <map>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

using namespace std::string_view_literals;

void log(std::string_view line);
void logAll(std::span<const std::string_view> lines);
void count(std::atomic<int> &hits);

std::atomic<int> hits{0};
const std::string greeting = "hello";
constexpr std::string_view kLines[] = {"one", "two"};

namespace {
std::vector<std::jthread> tasks;
} // namespace

void viewsALiteral() {
  const std::string_view line = "literal";
  tasks.emplace_back([line] { log(line); });
}

void passesALiteralView() { tasks.emplace_back(log, "literal"sv); }

void passesALiteralPointer() {
  const char *line = "literal";
  tasks.emplace_back([line] { log(line); });
}

void choosesALiteral(bool loud) {
  std::string_view line = loud ? "LOUD" : "quiet";
  tasks.emplace_back([line] { log(line); });
}

void viewsAGlobal() {
  std::string_view line = greeting;
  tasks.emplace_back([line] { log(line); });
}

void viewsAStaticLocal() {
  static const std::string line = "static";
  std::string_view view(line);
  tasks.emplace_back(log, view);
}

void spansAConstant() {
  std::span<const std::string_view> lines(kLines);
  tasks.emplace_back(logAll, lines);
}

void refersToAGlobal() {
  auto &counter = hits;
  tasks.emplace_back([&counter] { count(counter); });
  tasks.emplace_back(count, std::ref(hits));
}

void refersToAStaticLocal() {
  static std::atomic<int> calls{0};
  tasks.emplace_back([&] { count(calls); });
}

void pointsToAStaticElement() {
  static std::array<std::atomic<int>, 2> counters{};
  auto *first = &counters[0];
  tasks.emplace_back([first] { count(*first); });
}

void viewsACallersText(std::string_view line) {
  tasks.emplace_back([line] { log(line); });
}

void capturesAConstant() {
  constexpr int kRounds = 3;
  tasks.emplace_back([&] {
    for (int i = 0; i < kRounds; ++i)
      log("round");
  });
}
