// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Correct: references to locals in tasks that end before the locals do.
#include <array>
#include <functional>
#include <future>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

void fill(std::vector<int> &values);
int parse(const std::string &text);
bool hurried();
void use(int value);

void joinsBeforeEveryReturn() {
  std::vector<int> values;
  std::thread filler([&] { fill(values); });
  if (hurried()) {
    filler.join();
    return;
  }
  use(1);
  filler.join();
  use(static_cast<int>(values.size()));
}

void declaresTheThreadAfter() {
  std::string text = "1";
  int result = 0;
  std::jthread parser([&] { result = parse(text); });
  if (hurried())
    return;
  use(2);
}

void assignsTheThreadLater() {
  std::thread filler;
  std::vector<int> values;
  filler = std::thread([&values] { fill(values); });
  filler.join();
}

void joinsWhatAContainerHolds() {
  std::vector<int> values;
  std::list<std::thread> fillers;
  fillers.emplace_back([&values] { fill(values); });
  fillers.front().join();
}

void joinsWhatAnOptionalHolds() {
  std::vector<int> values;
  std::optional<std::thread> filler;
  if (!hurried())
    filler.emplace([&values] { fill(values); });
  use(3);
  if (filler)
    filler->join();
}

void joinsWhatAPointerHolds() {
  std::vector<int> values;
  auto filler = std::make_unique<std::thread>([&values] { fill(values); });
  filler->join();
}

void movesTheHandleAndJoins() {
  std::vector<int> values;
  std::thread filler([&values] { fill(values); });
  std::thread other = std::move(filler);
  other.join();
}

void readsEachFuture() {
  std::array<std::string, 3> texts{"1", "2", "3"};
  std::vector<std::future<int>> parsed;
  for (const auto &text : texts)
    parsed.push_back(
        std::async(std::launch::async, [&text] { return parse(text); }));
  for (auto &value : parsed)
    use(value.get());
}

void joinsAScopeInside() {
  std::map<int, std::string> texts{{1, "1"}};
  {
    std::jthread parser([&] { use(parse(texts[1])); });
  }
  texts.clear();
}

void usesALocalLambdaFirst() {
  std::vector<int> values;
  auto filling = [&values] { fill(values); };
  filling();
  std::thread filler(filling);
  filler.join();
}

void spawnsByALocalHelper() {
  std::vector<int> values;
  auto start = [&] { return std::thread([&] { fill(values); }); };
  std::thread filler = start();
  filler.join();
}

void refersThroughTwoLambdas() {
  int sum = 0;
  std::jthread outer(
      [&sum] { std::jthread inner([&sum] { sum = parse("4"); }); });
}
