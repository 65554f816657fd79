// A header with one task given up, one joined and one excused.

#ifndef REPORTER_H
#define REPORTER_H

#include <thread>

void writeReport(int Number);

class Reporter {
public:
  void report(int Number);

  void reportNow(int Number) {
    std::thread Writer(writeReport, Number);
    Writer.join();
  }
};
inline void Reporter::report(int N) { std::thread(writeReport, N).detach(); }

template <typename Number> void reportLater(Number N) {
  std::thread(writeReport, static_cast<int>(N)).detach(); // NOLINT
}

#endif // REPORTER_H
