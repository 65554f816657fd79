// The global (or member) shared_ptr keeps the object alive; main joins through
// it.
#include <memory>
#include <thread>
struct Engine {
  std::thread io;
};
static std::shared_ptr<Engine> g_one;
static void open() {
  auto e = std::make_shared<Engine>();
  e->io = std::thread([] {});
  g_one = e;
}
int main() {
  open();
  g_one->io.join();
}
