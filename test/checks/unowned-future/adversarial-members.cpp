// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Correct: futures that become members, and the classes that wait for them.
#include <chrono>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

std::string load(const std::string &name);
void save(const std::string &text);
void use(const std::string &text);

class Document {
public:
  explicit Document(std::future<std::string> text) : text_(std::move(text)) {}

  const std::string &text() {
    if (text_.valid())
      loaded_ = text_.get();
    return loaded_;
  }

private:
  std::future<std::string> text_;
  std::string loaded_;
};

Document opens(const std::string &name) {
  auto text = std::async(std::launch::async, load, name);
  return Document(std::move(text));
}

class Editor {
public:
  ~Editor() {
    if (saving_.valid())
      saving_.wait();
  }

  void autosave(std::string text) {
    finishSaving();
    saving_ = std::async(std::launch::async, save, std::move(text));
  }

  bool autosaveUnlessBusy(std::string text) {
    if (busy())
      return false;
    saving_ = std::async(std::launch::async, save, std::move(text));
    return true;
  }

private:
  void finishSaving() {
    if (saving_.valid())
      saving_.get();
  }

  bool busy() const {
    return saving_.valid() && saving_.wait_for(0s) != std::future_status::ready;
  }

  std::future<void> saving_;
};

class Preloader {
public:
  void preload(const std::string &name) {
    auto text = std::async(std::launch::async, load, name);
    if (text.wait_for(5ms) == std::future_status::ready)
      use(text.get());
    else
      late_.push_back(std::move(text));
  }

  void finish() {
    for (auto &text : late_)
      use(text.get());
    late_.clear();
  }

private:
  std::vector<std::future<std::string>> late_;
};

class Viewer {
public:
  void open(const std::string &name) {
    if (!opening_)
      opening_ = std::make_unique<Document>(opens(name));
  }

  void show() {
    if (opening_)
      use(opening_->text());
  }

private:
  std::unique_ptr<Document> opening_;
};

struct Backup {
  std::future<void> saved = std::async(std::launch::async, save, "backup");
};

void backsUp() {
  Backup backup;
  use("working");
  backup.saved.wait();
}
