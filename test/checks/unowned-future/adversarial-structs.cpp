// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Correct: futures that travel in structs, pairs, tuples and variants.
#include <array>
#include <future>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

int count(const std::string &file);
void touch(const std::string &file);

struct Counting {
  std::string file;
  std::future<int> lines;
  std::future<int> words;
};

Counting startsTwo(const std::string &file) {
  Counting counting;
  counting.file = file;
  counting.lines = std::async(std::launch::async, count, file + ":lines");
  counting.words = std::async(std::launch::async, count, file + ":words");
  return counting;
}

int readsTwo(const std::string &file) {
  auto [name, lines, words] = startsTwo(file);
  return lines.get() + words.get();
}

int readsFields(const std::string &file) {
  Counting counting = startsTwo(file);
  const int lines = counting.lines.get();
  return lines + counting.words.get();
}

std::pair<std::string, std::future<int>> makesAPair(const std::string &file) {
  return {file, std::async(std::launch::async, count, file)};
}

int readsAPair(const std::string &file) {
  auto pair = makesAPair(file);
  return pair.second.get();
}

int readsATuple(const std::string &file) {
  auto both = std::make_tuple(std::async(std::launch::async, count, file),
                              std::async(std::launch::async, touch, file));
  std::get<1>(both).wait();
  return std::get<0>(both).get();
}

std::optional<std::future<int>> startsIfNamed(const std::string &file) {
  if (file.empty())
    return std::nullopt;
  return std::async(std::launch::async, count, file);
}

int readsIfStarted(const std::string &file) {
  if (auto lines = startsIfNamed(file))
    return lines->get();
  return 0;
}

using Answer = std::variant<int, std::future<int>>;

Answer answers(const std::string &file, bool cached) {
  if (cached)
    return 7;
  return std::async(std::launch::async, count, file);
}

int readsAVariant(const std::string &file, bool cached) {
  Answer answer = answers(file, cached);
  if (auto *pending = std::get_if<std::future<int>>(&answer))
    return pending->get();
  return *std::get_if<int>(&answer);
}

int readsAnArray(const std::string &file) {
  std::array<std::future<int>, 2> counts{
      std::async(std::launch::async, count, file),
      std::async(std::launch::async, count, file + "~")};
  return counts[0].get() + counts[1].get();
}

std::vector<Counting> startsAll(const std::vector<std::string> &files) {
  std::vector<Counting> all;
  for (const auto &file : files)
    all.push_back(startsTwo(file));
  return all;
}

int readsAll(const std::vector<std::string> &files) {
  int sum = 0;
  for (auto &[file, lines, words] : startsAll(files))
    sum += lines.get() + words.get();
  return sum;
}
