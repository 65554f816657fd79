// An object that is made on first use is reached by a function with a body of
// more than its return.
#include <mutex>
#include <thread>

void work();

struct Service {
  std::thread Worker;
  void start() { Worker = std::thread(work); }
};

static Service *Only;
static std::once_flag Made;

static Service &service() {
  std::call_once(Made, [] { Only = new Service; });
  return *Only;
}

int main() {
  service().start();
  work();
  service().Worker.join();
}
