#include <algorithm>
#include <iterator>
#include <thread>
#include <vector>
void work(int);
void moved() {
    std::vector<std::thread> a, b;
    a.emplace_back(work, 1);
    std::move(a.begin(), a.end(), std::back_inserter(b));
    for (auto& t : b) t.join();
}
