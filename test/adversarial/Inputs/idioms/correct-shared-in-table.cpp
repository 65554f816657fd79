// The shared_ptr is kept in the global table, from which eng_close() takes it
// and joins.
#include <map>
#include <memory>
#include <thread>
struct Engine {
  std::thread io;
};
static std::map<int, std::shared_ptr<Engine>> g_tab;
static int g_next = 1;
int eng_open() {
  auto e = std::make_shared<Engine>();
  e->io = std::thread([] {});
  g_tab[g_next] = e;
  return g_next++;
}
void eng_close(int h) {
  auto it = g_tab.find(h);
  if (it == g_tab.end())
    return;
  auto e = std::move(it->second);
  g_tab.erase(it);
  e->io.join();
}
int main() { eng_close(eng_open()); }
