// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Correct: futures read under a condition that holds whenever they were made.
#include <cstdlib>
#include <exception>
#include <future>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>

int render(int tile);
bool visible(int tile);
void idle();
void use(int value);
[[noreturn]] void fatal(const char *why);

int asksTheSameFlagTwice(int tile, const bool parallel) {
  std::future<int> pixels;
  if (parallel)
    pixels = std::async(std::launch::async, render, tile);
  idle();
  return parallel ? pixels.get() : render(tile);
}

int asksWhetherItIsValid(int tile) {
  std::future<int> pixels;
  if (visible(tile))
    pixels = std::async(std::launch::async, render, tile);
  idle();
  if (!pixels.valid())
    return 0;
  return pixels.get();
}

int readsInEveryCase(int tile, int mode) {
  auto pixels = std::async(std::launch::async, render, tile);
  switch (mode) {
  case 0:
    return pixels.get();
  case 1: {
    const int value = pixels.get();
    use(value);
    return value;
  }
  default:
    pixels.wait();
    return 0;
  }
}

int readsOrDies(int tile) {
  auto pixels = std::async(std::launch::async, render, tile);
  if (!visible(tile))
    fatal("invisible tile");
  return pixels.get();
}

int readsOrThrows(int tile) {
  auto pixels = std::async(std::launch::async, render, tile);
  if (tile < 0)
    throw std::out_of_range("tile");
  return pixels.get();
}

int readsBehindALoop(int tile) {
  auto pixels = std::async(std::launch::async, render, tile);
  for (int i = 0; i < tile; ++i) {
    if (!visible(i))
      break;
    use(i);
  }
  return pixels.get();
}

int readsInATry(int tile) {
  auto pixels = std::async(std::launch::async, render, tile);
  try {
    return pixels.get();
  } catch (const std::exception &) {
    return -1;
  }
}

int readsByShortCircuit(int tile) {
  auto pixels = std::async(std::launch::async, render, tile);
  const int value = pixels.get();
  return value > 0 && visible(tile) ? value : 0;
}

int readsByAConditionWithInit(int tile) {
  if (auto pixels = std::async(std::launch::async, render, tile);
      pixels.get() > 0)
    return 1;
  return 0;
}

int handsToATask(int tile) {
  auto pixels = std::async(std::launch::async, render, tile);
  std::jthread painter(
      [pixels = std::move(pixels)]() mutable { use(pixels.get()); });
  return 0;
}

int readsByAGoto(int tile) {
  auto pixels = std::async(std::launch::async, render, tile);
  int value = 0;
  if (!visible(tile))
    goto wait;
  use(tile);
wait:
  value = pixels.get();
  return value;
}

int readsWhateverWasStarted(int tile) {
  auto first = std::async(std::launch::async, render, tile);
  std::optional<std::future<int>> second;
  if (visible(tile + 1))
    second.emplace(std::async(std::launch::async, render, tile + 1));
  int sum = first.get();
  if (second.has_value())
    sum += second->get();
  return sum;
}
