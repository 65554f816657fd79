// A header with two forgotten threads, and two that are taken care of.

#ifndef SAMPLER_H
#define SAMPLER_H

#include <thread>

void sample(int Sensor);
bool sampled(int Sensor);

class Sampler {
public:
  void start() {
    // Nothing ever joins it: no destructor stands here.
    Worker = std::thread(sample, 1);
  }

private:
  // The finding.
  std::thread Worker;
};

class SamplerElsewhere {
public:
  SamplerElsewhere() : Worker(sample, 2) {}
  ~SamplerElsewhere();

private:
  std::thread Worker;
};

template <typename Sensor> void sampleAside(Sensor Id) {
  if (sampled(static_cast<int>(Id)))
    return;
  // The other finding, however many instantiations.
  std::thread Worker(sample, static_cast<int>(Id));
  if (sampled(static_cast<int>(Id)))
    return;
  Worker.join();
}

inline void sampleNow(int Sensor) {
  std::thread Worker(sample, Sensor);
  Worker.join();
}

#endif // SAMPLER_H
