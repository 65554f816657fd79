// RUN: %check %s joinery-unowned-future
// Assigning over an async future destroys the old one, and that waits for its
// task. The report stands at the assignment.
#include <chrono>
#include <future>
#include <string>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

void render(const std::string &page);
int measure(const std::string &page);
std::future<void> renderElsewhere(const std::string &page);
bool narrow();

std::future<void> startRender(const std::string &page) {
  return std::async(std::launch::async, render, page);
}

// Reports.

void assignsInALoop(const std::vector<std::string> &pages) {
  std::future<void> rendering;
  for (const auto &page : pages)
    rendering = std::async(std::launch::async, render, page);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

int assignsBeforeReading(const std::string &page) {
  auto size = std::async(std::launch::async, measure, page);
  if (narrow())
    size = std::async(std::launch::async, measure, "narrow " + page);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  return size.get();
}

void assignsAHelpersFuture(const std::string &page) {
  auto rendering = startRender(page);
  rendering = startRender("print " + page);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  rendering.wait();
}

void movesOverARunningTask(const std::string &page) {
  auto screen = std::async(std::launch::async, render, page);
  auto paper = std::async(std::launch::async, render, "print " + page);
  screen = std::move(paper);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  screen.wait();
}

class Preview {
public:
  void refresh(const std::string &page) {
    rendering_ = std::async(std::launch::async, render, page);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  }

private:
  std::future<void> rendering_;
};

class Thumbnail {
public:
  void refresh(const std::string &page) {
    this->rendering_ = startRender(page);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  }

private:
  std::future<void> rendering_;
};

// Stays silent.

void assignsToAnEmptyFuture(const std::string &page) {
  std::future<void> rendering;
  if (narrow())
    rendering = std::async(std::launch::async, render, "narrow " + page);
  else
    rendering = std::async(std::launch::async, render, page);
  rendering.wait();
}

int assignsAfterReading(const std::string &page) {
  auto size = std::async(std::launch::async, measure, page);
  int sum = size.get();
  size = std::async(std::launch::async, measure, "narrow " + page);
  return sum + size.get();
}

void waitsInEveryIteration(const std::vector<std::string> &pages) {
  std::future<void> rendering;
  for (const auto &page : pages) {
    if (rendering.valid())
      rendering.wait();
    rendering = std::async(std::launch::async, render, page);
  }
}

int readsInEveryIteration(const std::vector<std::string> &pages) {
  int sum = 0;
  std::future<int> size;
  for (const auto &page : pages) {
    size = std::async(std::launch::async, measure, page);
    sum += size.get();
  }
  return sum;
}

void assignsAfterMovingOut(const std::vector<std::string> &pages,
                           std::vector<std::future<void>> &pending) {
  std::future<void> rendering;
  for (const auto &page : pages) {
    rendering = std::async(std::launch::async, render, page);
    pending.push_back(std::move(rendering));
  }
}

void assignsAnUnseenHelpersFuture(const std::vector<std::string> &pages) {
  std::future<void> rendering;
  for (const auto &page : pages)
    rendering = renderElsewhere(page);
  if (rendering.valid())
    rendering.wait();
}

class GuardedPreview {
public:
  void refresh(const std::string &page) {
    if (rendering_.valid())
      rendering_.get();
    rendering_ = std::async(std::launch::async, render, page);
  }

private:
  std::future<void> rendering_;
};

class LazyPreview {
public:
  void refresh(const std::string &page) {
    if (!rendering_.valid())
      rendering_ = std::async(std::launch::async, render, page);
  }

private:
  std::future<void> rendering_;
};

class BusyPreview {
public:
  bool refresh(const std::string &page) {
    if (rendering_.valid() &&
        rendering_.wait_for(0s) != std::future_status::ready)
      return false;
    rendering_ = std::async(std::launch::async, render, page);
    return true;
  }

private:
  std::future<void> rendering_;
};

class EagerPreview {
public:
  explicit EagerPreview(const std::string &page) {
    rendering_ = std::async(std::launch::async, render, page);
  }

  void show() { rendering_.wait(); }

private:
  std::future<void> rendering_;
};

class RemotePreview {
public:
  void refresh(const std::string &page) { rendering_ = renderElsewhere(page); }

  void expect(std::promise<void> &done) { rendering_ = done.get_future(); }

private:
  std::future<void> rendering_;
};

class ExchangingPreview {
public:
  void refresh(const std::string &page) {
    auto old = std::exchange(rendering_, startRender(page));
    if (old.valid())
      old.get();
  }

private:
  std::future<void> rendering_;
};
