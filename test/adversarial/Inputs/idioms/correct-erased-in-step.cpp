// Every element of the list is joined by joinAll before it is erased.
#include <list>
#include <thread>
static void joinAll(std::list<std::thread> &l) {
  for (auto it = l.begin(); it != l.end(); it = l.erase(it))
    it->join();
}
int main() {
  std::list<std::thread> l;
  l.emplace_back([] {});
  joinAll(l);
}
