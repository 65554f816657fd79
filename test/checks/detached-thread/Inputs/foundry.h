// A small library of tasks, described by foundry.yaml.

#ifndef FOUNDRY_H
#define FOUNDRY_H

#include <functional>

namespace foundry {

class Worker {
public:
  Worker();
  ~Worker();
  void begin(std::function<void()> Job);
  void finish();
  void abandon();
};

class Gate {
public:
  void open(int Tasks);
  void pass();
  void await();
  bool await_for(int Milliseconds);
};

template <typename T> class Pipe {
public:
  void put(T Value);
  T take();
};

void launch(std::function<void()> Job);
void remember(std::function<void()> Job);

} // namespace foundry

#endif // FOUNDRY_H
