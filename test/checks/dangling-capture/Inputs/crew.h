// A small library of hands that work, known to Joinery by crew.yaml alone.
#ifndef CREW_H
#define CREW_H

#include <functional>
#include <memory>

namespace crew {

// A worker that is waited for when it is destroyed.
class Hand {
public:
  explicit Hand(std::function<void()> work);
  Hand(Hand &&) noexcept;
  Hand &operator=(Hand &&) noexcept;
  ~Hand();

  void finish();
  void dismiss();

private:
  struct State;
  std::unique_ptr<State> state_;
};

// A group of workers that finishes its work when it is destroyed.
class Gang {
public:
  explicit Gang(int hands);
  ~Gang();

  void assign(std::function<void()> work);
  void finish();

private:
  struct State;
  std::unique_ptr<State> state_;
};

// A count of work left.
class Tally {
public:
  void more(int count);
  void one();
  void zero();

private:
  int count_ = 0;
};

void sendOff(std::function<void()> work);

} // namespace crew

#endif
