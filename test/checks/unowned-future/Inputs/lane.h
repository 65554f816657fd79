// A small library of background calls, known to Joinery by lane.yaml alone.
#ifndef LANE_H
#define LANE_H

#include <chrono>
#include <functional>
#include <memory>

namespace lane {

enum class State { Done, Late };

// The result of a call that runs on a lane. A result of `call` waits for the
// call when it is destroyed; a result of `order` just lets go.
template <typename T> class Result {
public:
  Result();
  Result(Result &&) noexcept;
  Result &operator=(Result &&) noexcept;
  ~Result();

  T take();
  void settle();
  State settleWithin(std::chrono::milliseconds patience);
  bool pending() const;

private:
  struct Shared;
  std::shared_ptr<Shared> shared_;
};

template <typename T> Result<T> call(std::function<T()> work);
template <typename T> Result<T> order(std::function<T()> work);

} // namespace lane

#endif
