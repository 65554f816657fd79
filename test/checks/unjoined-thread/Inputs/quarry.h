// Handles with different destructors, described by quarry.yaml.

#ifndef QUARRY_H
#define QUARRY_H

#include <functional>

namespace quarry {

class Digger {
public:
  Digger() noexcept;
  explicit Digger(std::function<void()> Job);
  Digger(Digger &&) noexcept;
  Digger &operator=(Digger &&) noexcept;
  ~Digger();
  bool digging() const;
  void finish();
  void let_go();
};

class Crew {
public:
  explicit Crew(std::function<void()> Job);
  ~Crew();
  void finish();
};

class Starter {
public:
  Starter();
  ~Starter();
  void prepare(std::function<void()> Job);
  void begin();
  void finish();
};

} // namespace quarry

#endif // QUARRY_H
