// correlated conditions through a local bool / enum
#include <thread>
enum class Mode { Inline, Threaded };
void work() noexcept;
void other() noexcept;
void f(Mode m) {
  std::thread t;
  const bool threaded = m == Mode::Threaded;
  if (threaded)
    t = std::thread{work};
  else
    work();
  other();
  if (threaded)
    t.join();
}
void g(const int n) {
  std::thread t;
  if (n > 3)
    t = std::thread(work);
  other();
  if (n > 3)
    t.join();
}
void h(Mode m) {
  std::thread t;
  switch (m) {
  case Mode::Threaded:
    t = std::thread(work);
    break;
  case Mode::Inline:
    work();
    return;
  }
  other();
  if (t.get_id() != std::thread::id{})
    t.join();
}
