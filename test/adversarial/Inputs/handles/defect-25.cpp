// async future unread on a path, task returns value
#include <future>
#include <string>
std::string fetch(int);
std::string f(int id, bool cached) {
  auto fut = std::async(fetch, id); // EXPECT: unowned-future
  if (cached)
    return "hit";
  return fut.get();
}
