// A small library of pipes, known to Joinery by courier.yaml alone.
#ifndef COURIER_H
#define COURIER_H

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace courier {

using Patience = std::chrono::steady_clock::duration;

// Holds as many as its constructor is told, one if it is told nothing.
template <typename T> class Pipe {
public:
  explicit Pipe(std::size_t room = 1);
  ~Pipe();

  bool bring(T value);
  bool offer(T value);
  bool bringWithin(T value, Patience patience);
  bool bringUnless(T value, std::stop_token stop);
  std::optional<T> fetch();
  std::optional<T> glance();
  std::optional<T> fetchWithin(Patience patience);
  void shut();

private:
  struct State;
  std::unique_ptr<State> state_;
};

// Holds as many as its type says. Shutting it wakes whoever fetches.
template <typename T, std::size_t Room> class Rack {
public:
  Rack();
  ~Rack();

  bool bring(T value);
  bool offer(T value);
  std::optional<T> fetch();
  std::optional<T> fetchWithin(Patience patience);
  void shut();

private:
  struct State;
  std::unique_ptr<State> state_;
};

// Holds exactly one.
template <typename T> class Slot {
public:
  Slot();
  ~Slot();

  void bring(T value);
  T fetch();
  std::optional<T> fetchWithin(Patience patience);

private:
  struct State;
  std::unique_ptr<State> state_;
};

// Holds whatever comes.
template <typename T> class Heap {
public:
  Heap();
  ~Heap();

  void bring(T value);
  T fetch();
  std::optional<T> fetchWithin(Patience patience);

private:
  struct State;
  std::unique_ptr<State> state_;
};

// A ring of cells, of which one always stays empty.
template <typename T> class Ring {
public:
  explicit Ring(std::size_t cells);
  ~Ring();

  void bring(T value);
  T fetch();
  std::optional<T> fetchWithin(Patience patience);

private:
  struct State;
  std::unique_ptr<State> state_;
};

// Runs `work` on a thread that nobody waits for.
void sendOff(std::function<void()> work);

} // namespace courier

#endif
