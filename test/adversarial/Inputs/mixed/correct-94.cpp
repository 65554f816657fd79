// range of indices into C arrays, unique_ptr<thread[]>,
// vector<unique_ptr<thread>>, deque, list, index loop backwards
#include <deque>
#include <list>
#include <memory>
#include <thread>
#include <vector>
int main() {
  const int n = 3;
  std::unique_ptr<std::thread[]> a(new std::thread[n]);
  for (int i = 0; i < n; ++i)
    a[i] = std::thread([] {});
  for (int i = n; i-- > 0;)
    a[i].join();
  std::vector<std::unique_ptr<std::thread>> b;
  for (int i = 0; i < n; ++i)
    b.push_back(std::make_unique<std::thread>([] {}));
  for (const auto &p : b)
    p->join();
  std::deque<std::thread> d;
  d.emplace_front([] {});
  d.emplace_back([] {});
  while (!d.empty()) {
    d.front().join();
    d.pop_front();
  }
  std::list<std::thread> l;
  l.emplace_back([] {});
  for (auto i = l.begin(); i != l.end(); i = l.erase(i))
    i->join();
  std::vector<std::thread> s;
  s.emplace_back([] {});
  while (s.size()) {
    std::thread t = std::move(s.back());
    s.pop_back();
    t.join();
  }
  std::vector<std::thread> z(4);
  for (auto &t : z)
    t = std::thread([] {});
  for (std::size_t i = 0; i != z.size(); ++i)
    z.at(i).join();
}
