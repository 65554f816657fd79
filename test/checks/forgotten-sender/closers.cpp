// RUN: %check %s joinery-forgotten-sender
// A channel that the frame or object that made it closes or drains on all
// paths lets its senders go.
#include <boost/fiber/unbuffered_channel.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using boost::fibers::channel_op_status;
using Hits = boost::fibers::unbuffered_channel<std::string>;

std::string search(const std::string &term);
bool cancelled();
void show(const std::string &hit);

class Closer {
public:
  explicit Closer(Hits &hits) : hits_(hits) {}
  ~Closer() { hits_.close(); }
  Closer(const Closer &) = delete;
  Closer &operator=(const Closer &) = delete;

private:
  Hits &hits_;
};

template <typename Fn> class AtEnd {
public:
  explicit AtEnd(Fn fn) : fn_(std::move(fn)) {}
  ~AtEnd() { fn_(); }

private:
  Fn fn_;
};

void drain(Hits &hits) {
  std::string hit;
  while (hits.pop(hit) == channel_op_status::success)
    show(hit);
}

void hangUp(Hits &hits) { hits.close(); }

// Reports.

class Guard {
public:
  explicit Guard(Hits &hits) : hits_(hits) {}
  ~Guard() { show("left"); }

private:
  [[maybe_unused]] Hits &hits_;
};

std::string guardsWithoutClosing(const std::string &term) {
  auto hits = std::make_shared<Hits>();
  Guard guard(*hits);
  std::thread([hits, term] { hits->push(search(term)); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  std::string hit;
  hits->pop_wait_for(hit, 1s);
  return hit;
}

std::string closesOnTheWrongPath(const std::string &term) {
  auto hits = std::make_shared<Hits>();
  std::thread([hits, term] { hits->push(search(term)); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  std::string hit;
  if (hits->pop_wait_for(hit, 1s) == channel_op_status::success) {
    hits->close();
    return hit;
  }
  return "nothing";
}

// Stays silent.

std::string closesByAGuard(const std::string &term) {
  auto hits = std::make_shared<Hits>();
  Closer closer(*hits);
  std::thread([hits, term] { hits->push(search(term)); }).detach();
  std::string hit;
  hits->pop_wait_for(hit, 1s);
  return hit;
}

std::string closesBeforeTheJoin(const std::string &term) {
  Hits hits;
  std::jthread searching([&] { hits.push(search(term)); });
  Closer closer(hits);
  std::string hit;
  hits.pop_wait_for(hit, 1s);
  return hit;
}

// That the guard comes too late for the join is joinery-join-before-stop's.
std::string closesAfterTheJoin(const std::string &term) {
  Hits hits;
  Closer closer(hits);
  std::jthread searching([&] { hits.push(search(term)); });
  std::string hit;
  hits.pop_wait_for(hit, 1s);
  return hit;
}

std::string closesByAScopeGuard(const std::string &term) {
  Hits hits;
  std::jthread searching([&] { hits.push(search(term)); });
  AtEnd close([&] { hits.close(); });
  if (cancelled())
    return {};
  return hits.value_pop();
}

std::string closesInAHelper(const std::string &term) {
  Hits hits;
  std::jthread searching([&] { hits.push(search(term)); });
  std::string hit;
  if (hits.pop_wait_for(hit, 1s) != channel_op_status::success)
    hangUp(hits);
  return hit;
}

void drainsAfterTheFirst(const std::vector<std::string> &terms) {
  Hits hits;
  std::vector<std::jthread> searching;
  for (const auto &term : terms)
    searching.emplace_back([&hits, term] { hits.push(search(term)); });
  show(hits.value_pop());
  std::jthread rest([&] { drain(hits); });
  for (auto &task : searching)
    task.join();
  hits.close();
}

class Searcher {
public:
  explicit Searcher(std::string term)
      : task_([this, term = std::move(term)] { hits_.push(search(term)); }) {}
  ~Searcher() {
    hits_.close();
    task_.join();
  }
  Searcher(const Searcher &) = delete;
  Searcher &operator=(const Searcher &) = delete;

  std::optional<std::string> within(std::chrono::milliseconds patience) {
    std::string hit;
    if (hits_.pop_wait_for(hit, patience) != channel_op_status::success)
      return std::nullopt;
    return hit;
  }

private:
  Hits hits_;
  std::thread task_;
};
