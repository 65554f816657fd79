#include <thread>
#include <vector>
void w(int);
struct Crew {
  std::vector<std::thread> crew_; // EXPECT: unjoined-thread
  void hire(int n) {
    for (int i = 0; i < n; ++i)
      crew_.emplace_back(w, i);
  }
  int size() const { return (int)crew_.size(); }
};
