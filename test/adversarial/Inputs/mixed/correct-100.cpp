#include <memory>
#include <thread>
int a(int n) {
  std::thread *t = new std::thread[n];
  for (int i = 0; i < n; ++i)
    t[i] = std::thread([] {});
  for (int i = 0; i < n; ++i)
    t[i].join();
  delete[] t;
  return 0;
}
int b(int n) {
  auto t = std::make_unique<std::thread[]>(n);
  for (int i = 0; i < n; ++i)
    t[i] = std::thread([] {});
  for (int i = 0; i < n; ++i)
    t[i].join();
  return 0;
}
int c() {
  std::thread t[4];
  for (auto &x : t)
    x = std::thread([] {});
  for (int i = 3; i >= 0; --i)
    t[i].join();
  return 0;
}
int d(int n) {
  std::thread **t = new std::thread *[n];
  for (int i = 0; i < n; ++i)
    t[i] = new std::thread([] {});
  for (int i = 0; i < n; ++i) {
    t[i]->join();
    delete t[i];
  }
  delete[] t;
  return 0;
}
