// tasks pile up in a forever loop: async futures in vector, never reaped
#include <future>
#include <string>
#include <vector>
bool next_message(std::string &m);
void process(const std::string &m);
void pump() {
  std::vector<std::future<void>> all;
  std::string m;
  while (next_message(m))
    all.push_back(std::async(std::launch::async, [m] { process(m); })); // EXPECT: unbounded-spawn
  for (auto &f : all)
    f.get();
}
