#include <functional>
#include <thread>
#include <vector>
struct Grid {
  std::vector<int> cells;
  void step() {
    for (auto &c : cells)
      ++c;
  }
};
std::thread launch() {
  Grid g;
  g.cells.resize(4);
  return std::thread(&Grid::step, &g); // EXPECT: dangling-capture
}
