// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Correct: tasks that own what they work on, though a local brought it.
#include <array>
#include <functional>
#include <latch>
#include <map>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

void print(const std::string &text);
void printView(std::string_view text);
void printAll(const std::vector<std::string> &texts);
void printSpan(std::span<const std::string> texts);

struct Job {
  std::string text;
  std::shared_ptr<int> counter;
};

void run(const Job &job);

std::vector<std::jthread> running;

void start(std::jthread task) { running.push_back(std::move(task)); }

void copiesAStruct() {
  Job job{"text", std::make_shared<int>(0)};
  start(std::jthread([job] { run(job); }));
}

void passesAStruct() {
  Job job{"text", nullptr};
  start(std::jthread(run, job));
}

void movesAVector() {
  std::vector<std::string> texts{"a", "b"};
  start(std::jthread([texts = std::move(texts)] { printAll(texts); }));
}

void passesAVectorToAReference() {
  std::vector<std::string> texts{"a", "b"};
  start(std::jthread(printAll, texts));
}

void passesAVectorToASpan() {
  std::vector<std::string> texts{"a", "b"};
  start(std::jthread(printSpan, texts));
}

void copiesFromAReference(const std::string &text) {
  const std::string &alias = text;
  start(std::jthread([alias] { print(alias); }));
}

void copiesThroughAPointer(const std::string *text) {
  start(std::jthread([text = *text] { print(text); }));
}

void capturesAMembersCopy(const Job &job) {
  start(std::jthread([text = job.text] { print(text); }));
}

void movesAUniquePointer() {
  auto job = std::make_unique<Job>();
  Job *raw = job.get();
  raw->text = "text";
  start(std::jthread([job = std::move(job)] { run(*job); }));
}

void sharesWhatItPointsTo() {
  auto job = std::make_shared<Job>();
  start(std::jthread([text = std::shared_ptr<std::string>(job, &job->text)] {
    print(*text);
  }));
}

void releasesAUniquePointer() {
  auto job = std::make_unique<Job>();
  start(std::jthread([job = job.release()] {
    std::unique_ptr<Job> owned(job);
    run(*owned);
  }));
}

void bindsCopies() {
  std::string text = "text";
  start(std::jthread(std::bind(print, text)));
}

void copiesAStringArgument() {
  std::string text = "text";
  start(std::jthread(print, text));
  start(std::jthread(printView, std::move(text)));
}

void capturesATuple() {
  auto both = std::make_tuple(std::string("a"), 2);
  start(std::jthread([both] { print(std::get<0>(both)); }));
}

void capturesAStructuredBinding(const std::map<int, std::string> &texts) {
  for (const auto &[number, text] : texts)
    start(std::jthread([text = text] { print(text); }));
}

void usesNoCapture() {
  std::string text = "text";
  print(text);
  start(
      std::jthread([](std::stop_token, std::string own) { print(own); }, text));
}

void refersOnlyInsideTheTask() {
  start(std::jthread([] {
    std::string text = "text";
    auto later = [&text] { print(text); };
    later();
  }));
}
