// RUN: %check %s joinery-unbounded-spawn
// Once per template; macros at their expansion.

#include <optional>
#include <semaphore>
#include <thread>
#include <vector>

template <typename T> std::optional<T> receive();
template <typename T> void answer(T One);
int acceptConnection();
void serve(int Connection);

// Reports.

template <typename T> void keepsThem() {
  std::vector<std::jthread> Workers;
  while (auto One = receive<T>())
    Workers.emplace_back(answer<T>, *One);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-spawn]
}

template <typename Thread> void detachesThem() {
  for (;;) {
    int Connection = acceptConnection();
    Thread Worker(serve, Connection);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-spawn]
    Worker.detach();
  }
}

template <typename F> void startEach(F Next) {
  while (int Connection = Next())
    std::thread(serve, Connection).detach();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-spawn]
}

void makeThem() {
  keepsThem<int>();
  keepsThem<long>();
  detachesThem<std::thread>();
  detachesThem<std::jthread>();
  startEach(acceptConnection);
}

#define FOREVER for (;;)
#define JOIN(THREAD) (THREAD).join()
#define GO(...) std::thread(__VA_ARGS__).detach()
#define SERVE_ALL(ACCEPT, SERVE)                                               \
  for (;;)                                                                     \
  std::thread(SERVE, ACCEPT()).detach()

void loopOfAMacro() {
  FOREVER {
    int Connection = acceptConnection();
    std::thread(serve, Connection).detach();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-spawn]
  }
}

void spawnOfAMacro() {
  for (;;) {
    int Connection = acceptConnection();
    GO(serve, Connection);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-spawn]
  }
}

void allOfAMacro() {
  SERVE_ALL(acceptConnection, serve);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-spawn]
}

// Stays silent.

template <int Count> void aNumber() {
  std::vector<std::jthread> Workers;
  for (int I = 0; I < Count; ++I)
    Workers.emplace_back(serve, I);
}

template <typename Container> void aContainer(const Container &All) {
  std::vector<std::jthread> Workers;
  for (auto One : All)
    Workers.emplace_back(serve, One);
}

template <typename T, int Count> void permits() {
  std::counting_semaphore<Count> Permits(Count);
  std::vector<std::jthread> Workers;
  while (auto One = receive<T>()) {
    Permits.acquire();
    Workers.emplace_back([&Permits, One] {
      answer(*One);
      Permits.release();
    });
  }
}

template <typename T> void joinsEach() {
  while (auto One = receive<T>()) {
    std::thread Worker(answer<T>, *One);
    Worker.join();
  }
}

template <typename T> void neverMade() {
  while (auto One = receive<T>())
    std::thread(answer<T>, *One).detach();
}

void makeTheOthers() {
  aNumber<4>();
  aContainer(std::vector<int>{1, 2});
  permits<int, 8>();
  joinsEach<int>();
}

#define EACH(NAME, COUNT) for (int NAME = 0; NAME < (COUNT); ++NAME)

void countedByAMacro() {
  EACH(I, 4) GO(serve, I);
}

void joinsEachByAMacro() {
  FOREVER {
    std::thread Worker(serve, acceptConnection());
    JOIN(Worker);
  }
}
